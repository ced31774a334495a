"""``homebed``: from the assessment to the end, what is behind the plan, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]


def test_the_whole_way_with_a_week_behind_its_plan(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    who = person("王芳")
    assess = ("homebed", "assess", "王芳", "--on", "2026-09-01", "--by", "马丽", "--needs", "助浴", "--json")
    one = shizhu(*assess).json["id"]
    assert shizhu(*assess).code == 1, "another one is open"
    assert shizhu("homebed", "plan", one, "--type", "助浴", "--times", "2").code == 1, "not signed"
    signing = ("homebed", "sign", one, "--on", "2026-09-07", "--contract", "HT-1", "--to", "2027-09-06")
    assert shizhu(*signing, "--review", "2026-10-20").code == 0
    plan = ("homebed", "plan", one, "--type", "助浴", "--times", "2", "--from", "2026-09-07", "--json")
    line = shizhu(*plan).json["id"]
    uid = shizhu("order", "add", "王芳", "--type", "助浴", "--planned", "2026-10-13", "--place", "上门", "--json").json
    shizhu("order", "done", uid["uid"], "--on", "2026-10-13")
    listed = shizhu("homebed", "list", "--to-do", "--json")
    assert listed.code == 3
    (told,) = listed.json["home_beds"]
    assert told == {
        **{"id": one, "resident_id": who, "name": "王芳", "community": "前卫社区", "state": "serving"},
        **{"assessed_on": "2026-09-01", "signed_on": "2026-09-07", "contract_no": "HT-1", "contract_to": "2027-09-06"},
        **{"signed_by": "", "picture": False},
        **{"review_on": "2026-10-20", "ended_on": None, "reason": ""},
        "plan": [{"id": line, "type": "bathing", "times": 2, "from": "2026-09-07", "to": None}],
        **{"behind": 1, "review_due": True, "off_register": False},
    }
    assert shizhu("homebed", "renew", one, "--to", "2027-09-06").code == 1, "it reaches that far already"
    assert shizhu("homebed", "renew", one, "--to", "2028-09-06", "--by", "王强").code == 0
    assert shizhu("homebed", "change", one, "--contract", "HT-9", "--needs", "助浴").code == 0
    assert shizhu("homebed", "change", one, "--signed", "").code == 1
    [again] = shizhu("homebed", "list", "--json").json["home_beds"]
    assert (again["contract_no"], again["contract_to"], again["signed_by"]) == ("HT-9", "2028-09-06", "王强")
    paper, copy = tmp_path / "a.png", tmp_path / "out" / "b.png"
    paper.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    assert shizhu("homebed", "picture", one, "--out", copy).code == 1, "there is none yet"
    assert shizhu("homebed", "picture", one, paper).code == 0
    assert shizhu("homebed", "picture", one, "--out", copy).code == 0 and copy.read_bytes() == paper.read_bytes()
    assert shizhu("homebed", "list", "--json").json["home_beds"][0]["picture"] is True
    sheet = shizhu("homebed", "sheet", one, "--month", "2026-10", "--pdf", tmp_path, "--xlsx", tmp_path, "--json").json
    assert [Path(file).is_file() for file in sheet.pop("files")] == [True, True]
    assert sheet["plan"] == told["plan"] and [row["date"] for row in sheet["done"]] == ["2026-10-13"]
    assert [(row["monday"], row["done"]) for row in sheet["weeks"]] == [
        *(("2026-09-28", 0), ("2026-10-05", 0), ("2026-10-12", 1), ("2026-10-19", 0))
    ]
    assert "1 of 8" in shizhu("homebed", "sheet", one, "--month", "2026-10").out
    week = shizhu("homebed", "week", "--day", "2026-10-14", "--json").json
    assert week["monday"] == "2026-10-12"
    assert [(row["type"], row["times"], row["done"], row["left"]) for row in week["lines"]] == [("bathing", 2, 1, 1)]
    assert "王芳  Bathing  1 of 2" in shizhu("homebed", "week", "--day", "2026-10-14").out
    shizhu("homebed", "review", one, "--outcome", "继续", "--next", "2027-01-20")
    shizhu("homebed", "end-plan", line, "2026-09-13")
    assert shizhu("homebed", "list", "--to-do", "--json").json == {"home_beds": []}
    assert shizhu("homebed", "end", one, "--reason", "搬走").code == 0
    assert [(row["state"], row["reason"]) for row in shizhu("homebed", "list", "--json").json["home_beds"]] == [
        ("ended", "搬走")
    ]


def test_what_came_to_nothing_and_what_was_recorded_by_mistake(person: Person, shizhu: Shizhu) -> None:
    person("王芳")
    one = shizhu("homebed", "assess", "王芳", "--on", "2026-09-01", "--json").json["id"]
    assert shizhu("homebed", "decline", one, "--reason", "家属照顾", "--on", "2026-09-03").code == 0
    other = shizhu("homebed", "assess", "王芳", "--json").json["id"]
    shizhu("homebed", "sign", other, "--review", "2027-01-20")
    line = shizhu("homebed", "plan", other, "--type", "助餐", "--times", "5", "--json").json["id"]
    assert shizhu("homebed", "void-plan", line, "--reason", "录错").code == 0
    assert shizhu("homebed", "void", other, "--reason", "录错").code == 0
    assert [row["id"] for row in shizhu("homebed", "list", "--json").json["home_beds"]] == [one]
    assert "1 found" in shizhu("homebed", "list").out

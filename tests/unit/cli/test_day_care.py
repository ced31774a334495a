"""``daycare``: in and out, put right, the sheet of a month, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.core import clock
from desktop.core.codes import CodeKind
from desktop.services.register import printed_codes
from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]


def test_a_scan_comes_in_and_the_same_again_adds_nothing(person: Person, shizhu: Shizhu) -> None:
    person("王芳")
    first = shizhu("daycare", "scan", "王芳", "--json").json
    assert first == {
        **{"kind": "recorded", "name": "王芳", "came": True, "at": "11:30"},
        **{"old_card": False, "choices": [], "present": 1},
    }
    assert "王芳 came at 11:30 already" in shizhu("daycare", "scan", "wf").out
    with clock.standing_at(clock.now().replace(hour=16, minute=0)):
        left = shizhu("daycare", "scan", "王芳", "--json").json
    assert (left["came"], left["at"], left["present"]) == (False, "16:00", 0)
    listed = shizhu("daycare", "list", "--json").json
    assert (listed["day"], listed["places"]) == ("2026-10-21", 0)
    (row,) = listed["attendances"]
    assert (row["name"], row["came"], row["left"], row["minutes"]) == ("王芳", "11:30", "16:00", 270)


def test_nobody_is_let_in_by_a_strange_code_and_of_two_a_person_says_which(person: Person, shizhu: Shizhu) -> None:
    people = {person("王芳"), person("王芳", born="1950-01-01")}
    asked = shizhu("daycare", "scan", "王芳", "--json")
    assert asked.code == 3 and {one["resident_id"] for one in asked.json["choices"]} == people
    refused = shizhu("daycare", "scan", "没有这人")
    assert refused.code == 1 and refused.err.strip()
    assert shizhu("daycare", "list", "--json").json["attendances"] == []


def test_times_are_typed_put_right_and_void(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    who = person("王芳")
    uid = shizhu("daycare", "add", "王芳", "--day", "2026-10-19", "--came", "830", "--json").json["uid"]
    overlap = shizhu("daycare", "add", "王芳", "--day", "2026-10-19", "--came", "9:00", "--left", "10:00")
    assert overlap.code == 1 and "day care" in overlap.err
    assert "08:30–16:00  女儿来接" in shizhu("daycare", "change", uid, "--left", "16:00", "--remark", "女儿来接").out
    other = shizhu("daycare", "add", "王芳", "--day", "2026-10-20", "--came", "9:00", "--json").json["uid"]
    sheet = shizhu(
        "daycare", "sheet", "--month", "2026-10", "--pdf", tmp_path / "纸", "--xlsx", tmp_path / "表", "--json"
    ).json
    assert sheet["people"] == [
        {
            **{"resident_id": who, "name": "王芳", "days": ["2026-10-19", "2026-10-20"]},
            **{"unsigned": ["2026-10-20"], "minutes": 450},
        }
    ]
    assert (sheet["by_day"], sheet["attendance_days"]) == ({"2026-10-19": 1, "2026-10-20": 1}, 2)
    assert [Path(one).name for one in sheet["files"]] == ["2026-10-日托月度出勤表.pdf", "2026-10-日托月度出勤表.xlsx"]
    assert all(Path(one).stat().st_size > 1000 for one in sheet["files"])
    assert shizhu("daycare", "void", other, "--reason", "没有来").code == 0
    rows = shizhu("rows", "day_care", "--month", "2026-10", "--json").json["rows"]
    assert [(row["uid"], row["date"], row["left_at"]) for row in rows] == [(uid, "2026-10-19", "16:00")]


def test_an_old_card_lets_in_and_says_that_it_is_old(person: Person, shizhu: Shizhu) -> None:
    old = printed_codes.code_of(CodeKind.RESIDENT, person("王芳"))
    new = shizhu("code", "replace", old, "--reason", "卡丢了", "--json").json["code"]
    told = shizhu("daycare", "scan", old, "--json")
    assert (told.code, told.json["came"], told.json["old_card"]) == (0, True, True)
    with clock.standing_at(clock.now().replace(hour=16, minute=0)):
        assert "old code" in shizhu("daycare", "scan", old).out
    with clock.standing_at(clock.now().replace(hour=17, minute=0)):
        assert shizhu("daycare", "scan", new, "--json").json["old_card"] is False

"""``stay``: admissions, moves, leaves, discharges and contracts from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.services.beds import places
from desktop.services.beds.places import BedDraft
from desktop.services.residents import forms
from desktop.services.residents.drafts import ContactDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu


@pytest.fixture
def house(actor: Actor, person: Callable[..., int], shizhu: Shizhu) -> Shizhu:
    """Two beds, and 李桂兰 with a son."""
    for number in "12":
        places.save(actor, BedDraft(building="1号楼", room="304", number=number, opened_on="2026-01-01"))
    draft = forms.draft_of(person("李桂兰"))
    draft.contacts = [ContactDraft("李强", "儿子", "13800000000")]
    forms.save(actor, draft)
    return shizhu


def test_a_stay_from_the_admission_to_the_discharge(house: Shizhu) -> None:
    said = house("stay", "admit", "李桂兰", "304-1", "--from", "2026-10-01", "--short", "--json").json
    assert (said["bed"], said["from"], said["to"], said["term"]) == ("1号楼 304-1", "2026-10-01", None, "short")
    assert set(house("stay", "leave", "李桂兰", "--kind", "住院", "--from", "2026-10-15", "--json").json) == {"uid"}
    said = house("stay", "move", "李桂兰", "1号楼304-2", "--on", "2026-10-17", "--reason", "朝南", "--json").json
    assert (said["bed"], said["from"]) == ("1号楼 304-2", "2026-10-17")
    assert house("stay", "return", "李桂兰", "--json").code == 0
    assert house("stay", "return", "李桂兰").code == 1
    listed = house("stay", "list", "--json").json["stays"]
    assert [(one["name"], one["bed"]) for one in listed] == [("李桂兰", "1号楼 304-2")]
    assert "short stay" in house("stay", "list").out
    said = house("stay", "discharge", "李桂兰", "--on", "2026-10-20", "--reason", "回家", "--json").json
    assert (said["to"], said["end_reason"]) == ("2026-10-20", "回家")
    assert house("stay", "list", "--json").json == {"stays": []}
    whole = house("stay", "list", "--who", "李桂兰", "--json").json["stays"]
    assert [(one["bed"], one["from"], one["to"]) for one in whole] == [
        ("1号楼 304-2", "2026-10-17", "2026-10-20"),
        ("1号楼 304-1", "2026-10-01", "2026-10-17"),
    ]
    leaves = house("rows", "leaves", "--month", "2026-10", "--json").json["rows"]
    assert [(one["date"], one["to_on"], one["kind"]) for one in leaves] == [
        ("2026-10-15", "2026-10-16", "hospital"),
        ("2026-10-17", "2026-10-19", "hospital"),
    ]


def test_what_cannot_be_is_refused_in_a_sentence(house: Shizhu) -> None:
    for words in (
        ("admit", "李桂兰", "999-9"),
        ("discharge", "李桂兰", "--reason", "回家"),
        ("move", "无此人", "304-1"),
    ):
        said = house("stay", *words)
        assert (said.code, said.out) == (1, "") and said.err
    house("stay", "admit", "李桂兰", "304-1")
    assert "304-1" in house("stay", "admit", "李桂兰", "304-2").err


def test_what_a_month_would_come_to_is_told_and_nothing_is_written(house: Shizhu) -> None:
    house("stay", "admit", "李桂兰", "304-1", "--from", "2026-09-01")
    words = (
        "stay",
        "what-if",
        "李桂兰",
        "--month",
        "2026-09",
        "--leaves",
        "2026-09-16",
        "--grade",
        "重度失能",
        "--json",
    )
    assert house(*words).json == {
        "month": "2026-09",
        "before": {"own": "50.00", "subsidy": "50.00", "occupied": 30, "away": 0, "occupancy": "50.00"},
        "after": {"own": "75.00", "subsidy": "75.00", "occupied": 15, "away": 0, "occupancy": "25.00"},
    }
    assert house("stay", "list", "--json").json["stays"][0]["to"] is None
    assert house("stay", "what-if", "李桂兰", "--month", "2026-09", "--leaves", "2026-08-01").code == 1


def test_a_contract_is_listed_and_asked_for(house: Shizhu) -> None:
    house("stay", "admit", "李桂兰", "304-1")
    said = house("stay", "contract", "missing", "--json")
    assert (said.code, [one["name"] for one in said.json["missing"]]) == (3, ["李桂兰"])
    words = ("--number", "RZ-1", "--from", "2026-10-01", "--signed-by", "李强", "--as", "委托代理人", "--json")
    made = house("stay", "contract", "add", "李桂兰", *words).json
    assert (made["number"], made["signed_by"], made["as"], made["picture"]) == ("RZ-1", "李强", "agent", False)
    assert house("stay", "contract", "missing", "--json").json == {"missing": []}
    assert house("stay", "contract", "list", "李桂兰", "--json").json == {"contracts": [made]}
    assert house("stay", "contract", "void", made["uid"], "--reason", "录错").code == 0
    assert house("stay", "contract", "list", "李桂兰", "--json").json == {"contracts": []}


def test_leaves_are_listed_put_right_and_voided_within_their_stay(house: Shizhu) -> None:
    house("stay", "admit", "李桂兰", "304-1", "--from", "2026-10-01")
    first = house("stay", "leave", "李桂兰", "--kind", "回家", "--from", "2026-10-05", "--to", "2026-10-06", "--json")
    away = house("stay", "leave", "李桂兰", "--kind", "住院", "--from", "2026-10-20", "--words", "骨折", "--json")
    one = {"uid": away.json["uid"], "name": "李桂兰", "bed": "1号楼 304-1", "from": "2026-10-20", "to": None}
    [today] = house("stay", "leaves", "--json").json["leaves"]
    assert today == {**one, "resident_id": today["resident_id"], "kind": "hospital", "words": "骨折"}
    every = [away.json["uid"], first.json["uid"]]
    for asked in (("--who", "李桂兰"), ("--bed", "304-1")):
        assert [it["uid"] for it in house("stay", "leaves", *asked, "--json").json["leaves"]] == every
    [then] = house("stay", "leaves", "--day", "2026-10-06", "--json").json["leaves"]
    assert (then["uid"], then["to"]) == (every[1], "2026-10-06")
    assert house("stay", "leaves", "--day", "2026-10-07", "--json").json == {"leaves": []}
    assert "1 found" in house("stay", "leaves").out
    assert "in hospital  骨折" in house("stay", "leaves").out

    changed = house("stay", "change-leave", every[1], "--to", "2026-10-09", "--kind", "其他", "--json").json
    assert (changed["from"], changed["to"], changed["kind"]) == ("2026-10-05", "2026-10-09", "other")
    changed = house("stay", "change-leave", every[0], "--from", "2026-10-19", "--words", "", "--json").json
    assert (changed["from"], changed["to"], changed["kind"], changed["words"]) == ("2026-10-19", None, "hospital", "")
    assert house("stay", "return", "李桂兰", "--last", "2026-10-20").code == 0
    assert house("stay", "change-leave", every[0], "--to", "", "--json").json["to"] is None
    for words in (
        (every[1], "--from", "2026-09-30"),
        (every[1], "--to", "2026-10-19"),
        (every[1], "--to", "2026-10-04"),
        ("no-such", "--to", "2026-10-08"),
    ):
        said = house("stay", "change-leave", *words)
        assert (said.code, said.out) == (1, "") and said.err
    assert house("void", "leave", every[0], "--reason", "没有去").code == 0
    assert house("stay", "leaves", "--json").json == {"leaves": []}
    assert house("undo").code == 0
    assert len(house("stay", "leaves", "--json").json["leaves"]) == 1


def test_contracts_to_be_seen_to_are_told_put_right_and_their_picture_kept(house: Shizhu, tmp_path: Path) -> None:
    house("stay", "admit", "李桂兰", "304-1")
    said = house("stay", "contract", "due", "--json")
    [one] = said.json["contracts"]
    assert (said.code, said.json["day"], said.json["within"]) == (3, "2026-10-21", 30)
    assert one == {
        **{"kind": "stay", "state": "none", "resident_id": one["resident_id"], "name": "李桂兰"},
        **{"place": "1号楼 304-1", "uid": None, "number": None, "from": None, "until": None},
        **{"signed_by": None, "as": None, "picture": False},
    }
    words = ("--number", "RZ-1", "--from", "2026-10-01", "--to", "2026-10-31", "--json")
    made = house("stay", "contract", "add", "李桂兰", *words).json
    assert "ends soon  stay  1号楼 304-1  李桂兰  RZ-1  2026-10-01 – 2026-10-31" in house("stay", "contract", "due").out
    right = ("--to", "2027-09-30", "--signed-by", "李强", "--as", "guardian", "--json")
    changed = house("stay", "contract", "change", made["uid"], *right).json
    assert changed == {**made, "to": "2027-09-30", "signed_by": "李强", "as": "guardian"}
    assert house("stay", "contract", "due", "--json").json["contracts"] == []
    held = house("stay", "contract", "due", "--all", "--json")
    assert (held.code, [it["state"] for it in held.json["contracts"]]) == (0, ["holds"])
    later = house("stay", "contract", "due", "--day", "2027-10-01", "--json")
    assert (later.code, later.json["contracts"][0]["state"]) == (3, "ended")
    unsigned = house("stay", "contract", "change", made["uid"], "--signed-by", "", "--remark", "本人签", "--json").json
    assert (unsigned["signed_by"], unsigned["as"], unsigned["remark"]) == ("", "", "本人签")
    assert house("stay", "contract", "change", made["uid"], "--to", "2026-09-30").code == 1

    paper, copy = tmp_path / "协议.png", tmp_path / "out" / "a.png"
    paper.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    assert house("stay", "contract", "picture", made["uid"], "--out", copy).code == 1, "there is none yet"
    assert house("stay", "contract", "picture", made["uid"], paper, "--json").json["picture"] is True
    assert house("stay", "contract", "picture", made["uid"], "--out", copy).code == 0
    (went,) = house("audit", "show", "--table", "paper", "--json").json["changes"]
    assert (went["action"], went["after"]["names"]) == ("hand_out", 1)
    assert copy.read_bytes() == paper.read_bytes()

"""``bed``: the house on a day, and what holds of a bed from a day on, from the command line."""

from __future__ import annotations

from collections.abc import Callable

from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]


def test_beds_are_opened_changed_insured_kept_and_told(person: Person, shizhu: Shizhu) -> None:
    who = person("王芳")
    place = ("--building", "1号楼", "--floor", "3", "--room", "304")
    one = shizhu("bed", "open", *place, "--number", "1", "--kind", "普通型", "--json").json["uid"]
    other = shizhu("bed", "open", *place, "--number", "2", "--mode", "日托", "--from", "2026-10-01", "--json").json[
        "uid"
    ]
    changed = shizhu("bed", "change", "304-1", "--from", "2026-10-05", "--kind", "护理型", "--class", "普惠", "--json")
    assert changed.json == {"uid": one}
    insured = ("bed", "insure", "304-1", other, "--from", "2026-01-01", "--to", "2026-12-31", "--code", "YN-1")
    assert shizhu(*insured, "--json").json == {"uids": [one, other]}
    kept = shizhu("bed", "reserve", "304-1", "王芳", "--from", "2026-10-20", "--json").json["uid"]
    shizhu("bed", "out", "1号楼 304-2", "--from", "2026-10-21", "--to", "2026-10-25", "--reason", "漏水")
    told = shizhu("bed", "list", "--json").json
    assert told["day"] == "2026-10-21"
    first, second = told["beds"]
    assert first | {"code": ""} == {
        **{"uid": one, "bed": "1号楼 304-1", "floor": "3", "code": "", "kind": "nursing", "mode": "full"},
        **{"class": "inclusive", "state": "reserved", "on_leave": False, "resident_id": None, "resident": None},
        **{"grade": None, "since": None, "until": None, "words": "王芳", "insured": "in_force"},
        **{"insured_until": "2026-12-31", "insurer_code": "YN-1"},
    }
    assert (second["state"], second["until"], second["words"]) == ("out_of_service", "2026-10-25", "漏水")
    before = shizhu("bed", "list", "--day", "2026-10-04", "--json").json["beds"]
    assert [(one["kind"], one["class"], one["state"]) for one in before] == [
        ("ordinary", None, "free"),
        ("nursing", None, "free"),
    ]
    mine = shizhu("bed", "person", "王芳", "--json").json["entries"]
    assert [(one["uid"], one["kind"], one["bed"], one["from"]) for one in mine] == [
        (kept, "bed_reservation", "1号楼 304-1", "2026-10-20")
    ]
    assert who


def test_what_was_recorded_by_mistake_is_void_and_a_name_may_be_nobodys(person: Person, shizhu: Shizhu) -> None:
    shizhu("bed", "open", "--room", "304", "--number", "1")
    kept = shizhu("bed", "reserve", "304-1", "赵明", "--from", "2026-10-20", "--json").json["uid"]
    shizhu("bed", "change", "304-1", "--from", "2026-10-01", "--mode", "日托")
    nature = shizhu("bed", "history", "304-1", "--json").json["entries"][1]
    assert (nature["kind"], nature["from"], nature["words"]) == ("bed_nature", "2026-10-01", ["nursing", "day"])
    assert shizhu("bed", "void", "reservation", kept, "--reason", "不来了").code == 0
    assert shizhu("bed", "void", "nature", nature["uid"], "--reason", "记错床").code == 0
    (only,) = shizhu("bed", "list", "--json").json["beds"]
    assert (only["state"], only["mode"]) == ("free", "full")
    assert "304-1  free  nursing full care  none" in shizhu("bed", "list").out
    assert shizhu("bed", "close", "304-1", "2026-10-20").code == 0
    assert shizhu("bed", "list", "--json").json["beds"] == []


def test_a_bed_that_is_none_or_several_is_refused(person: Person, shizhu: Shizhu) -> None:
    for building in ("1号楼", "2号楼"):
        shizhu("bed", "open", "--building", building, "--room", "304", "--number", "1")
    for text in ("304-1", "999-9"):
        said = shizhu("bed", "history", text)
        assert (said.code, text in said.err or "no such bed" in said.err) == (1, True)
    assert shizhu("bed", "history", "2号楼 304-1").code == 0

"""``bed``: the house on a day, and what holds of a bed from a day on, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]


SINCE = ("--room", "304", "--from", "2026-01-01")


def test_beds_are_opened_changed_insured_kept_and_told(person: Person, shizhu: Shizhu) -> None:
    who = person("王芳")
    place = ("--building", "1号楼", "--floor", "3", "--room", "304")
    one = shizhu("bed", "open", *place, "--number", "1", "--kind", "普通型", "--from", "2026-01-01", "--json").json[
        "uid"
    ]
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
    shizhu("bed", "open", *SINCE, "--number", "1")
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


def test_what_lacks_a_label_or_an_insurance_is_told_and_the_missing_labels_are_printed(
    actor: Actor, shizhu: Shizhu, tmp_path: Path
) -> None:
    uids = [
        shizhu("bed", "open", "--room", "304", "--number", number, "--from", "2026-01-01", "--json").json["uid"]
        for number in ("1", "2", "3")
    ]
    shizhu("bed", "insure", "304-1", "--from", "2026-01-01", "--to", "2026-10-31")
    assert shizhu("bed", "labelled", "304-1", "--json").json == {"uids": uids[:1]}
    told = shizhu("bed", "missing", "--json")
    assert told.code == 3
    assert [(one["uid"], one["label"], one["insured"]) for one in told.json["beds"]] == [
        (uids[1], False, "none"),
        (uids[2], False, "none"),
    ]
    codes = ("codes", "beds", "--pdf", str(tmp_path / "b.pdf"), "--missing", "--json")
    made = shizhu(*codes).json
    assert made["codes"] == [one["code"] for one in told.json["beds"]]
    assert shizhu("bed", "missing", "--only", "label").code == 0
    assert shizhu("bed", "missing", "--only", "insurance").code == 3
    assert "304-2  printed 2026-10-21  none" in shizhu("bed", "missing").out
    shizhu("code", "replace", made["codes"][0], "--reason", "掉了")
    (one,) = shizhu("bed", "missing", "--only", "label", "--json").json["beds"]
    assert (one["bed"], one["printed"], one["printed_before_replaced"]) == ("304-2", None, "2026-10-21")
    late = shizhu("bed", "missing", "--only", "insurance", "--day", "2026-11-01", "--json").json
    assert [one["insured"] for one in late["beds"]] == ["over", "none", "none"]
    assert late["beds"][0]["insured_until"] == "2026-10-31"
    assert shizhu(
        *codes,
    ).json["codes"] == [one["code"]]
    assert shizhu(*codes).code == 1, "nothing is missing"


def test_cards_that_were_never_printed(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    person("王芳"), person("李强")
    cards = ("codes", "residents", "--pdf", str(tmp_path / "c.pdf"), "--json")
    made = shizhu(*cards, "--missing").json
    assert made["count"] == 2
    assert shizhu(*cards, "--missing").code == 1, "nothing is missing"
    new = shizhu("code", "replace", made["codes"][1], "--reason", "卡丢了", "--json").json["code"]
    assert shizhu(*cards, "--missing").json["codes"] == [new]
    assert shizhu(*cards).json["codes"] == [made["codes"][0], new]


def test_a_bed_that_was_kept_is_set_free(person: Person, shizhu: Shizhu) -> None:
    who = ("王芳", "李强")
    for name in who:
        person(name)
    shizhu("bed", "open", *SINCE, "--number", "1")
    kept = shizhu("bed", "reserve", "304-1", who[0], "--from", "2026-10-20", "--to", "2026-10-25", "--json").json["uid"]
    coming = shizhu("bed", "reserve", "304-1", who[1], "--from", "2026-10-26", "--json").json["uid"]
    assert shizhu("stay", "admit", who[1], "304-1").code == 1
    assert shizhu("bed", "release", "304-1", "--json").json == {"uid": kept}
    assert shizhu("bed", "list", "--json").json["beds"][0]["state"] == "free"
    # The days before stay on record; one that has not begun is void.
    entries = shizhu("bed", "history", "304-1", "--json").json["entries"]
    days = {one["uid"]: (one["from"], one["to"]) for one in entries if one["kind"] == "bed_reservation"}
    assert days == {coming: ("2026-10-26", None), kept: ("2026-10-20", "2026-10-20")}
    assert shizhu("bed", "release", "304-1", "--json").json == {"uid": coming}
    said = shizhu("bed", "release", "304-1")
    assert (said.code, "304-1" in said.err) == (1, True)
    # One that was to last until today only, too.
    last = shizhu("bed", "reserve", "304-1", who[0], "--from", "2026-10-21", "--to", "2026-10-21", "--json").json["uid"]
    assert shizhu("bed", "release", "304-1", "--json").json == {"uid": last}
    assert shizhu("stay", "admit", who[1], "304-1").code == 0


def test_a_new_bed_without_a_day_is_there_from_today_on(made: Shizhu) -> None:
    opened = made("bed", "open", "--room", "304", "--number", "1")
    assert opened.code == 0, opened.err
    assert len(made("bed", "list", "--json").json["beds"]) == 1
    assert made("bed", "list", "--day", "2026-10-20", "--json").json["beds"] == [], "no month before has one bed more"

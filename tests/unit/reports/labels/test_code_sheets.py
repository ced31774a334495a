"""Which labels there are to print, floor by floor, and what they never say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.codes import CodeKind
from desktop.core.errors import InvalidDraft
from desktop.core.reasons import Reason
from desktop.reports.labels import code_sheets
from desktop.reports.labels.label_sheets import label_sheets
from desktop.reports.labels.labels import bed_labels
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft, BedQuery
from desktop.services.beds.stays import StayDraft
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from tests.unit.reports.reading import seen_codes, whole_text


@pytest.fixture
def rooms(actor: Actor) -> dict[str, int]:
    """Five beds in two buildings, one of them without a floor."""
    made = {}
    for building, floor, room in (
        ("1号楼", "3", "301"),
        ("1号楼", "3", "302"),
        ("1号楼", "2", "201"),
        ("2号楼", "3", "301"),
        ("2号楼", "", "平房"),
    ):
        bed = BedDraft(building=building, floor=floor, room=room, number="1", opened_on="2026-01-01")
        made[f"{building} {room}"] = places.save(actor, bed)
    return made


def _places(wanted: list[str]) -> list[str]:
    return [label.name for label in code_sheets.bed_labels_of(code_sheets.beds_on(wanted))]


def test_labels_are_printed_floor_by_floor(rooms: dict[str, int]) -> None:
    assert _places(["1号楼/3"]) == ["1号楼 301-1", "1号楼 302-1"]
    assert _places(["3"]) == ["1号楼 301-1", "1号楼 302-1", "2号楼 301-1"], "a floor without its building is of all"
    assert _places(["2", "1号楼/2"]) == ["1号楼 201-1"], "each bed once"
    assert _places(["2号楼"]) == ["2号楼 平房-1"], "where nobody said a floor"
    assert len(_places([])) == 5
    assert {name: len(ids) for name, ids in code_sheets.floors(places.find_ids(BedQuery())).items()} == {
        "1号楼/2": 1,
        "1号楼/3": 2,
        "2号楼/3": 1,
        "2号楼": 1,
    }


def test_a_floor_that_there_is_not_is_named_with_those_that_there_are(rooms: dict[str, int]) -> None:
    with pytest.raises(InvalidDraft) as refused:
        code_sheets.beds_on(["9"])
    (wrong,) = refused.value.fields
    assert (wrong.name, wrong.reason) == ("floor", Reason.UNKNOWN_FLOOR)
    assert set(wrong.hint.split("、")) == {"1号楼/2", "1号楼/3", "2号楼/3", "2号楼"}


def test_a_bed_label_never_says_who_lies_there(
    rooms: dict[str, int], actor: Actor, person: Callable[..., int], tmp_path: Path
) -> None:
    who = person("欧阳秀兰", phone="13987654321")
    bed = rooms["1号楼 301"]
    empty = code_sheets.bed_labels_of([bed])
    stays.admit(actor, StayDraft(who, bed, "2026-10-01"))
    assert code_sheets.bed_labels_of([bed]) == empty
    bed_labels(code_sheets.bed_labels_of([bed]), label_sheets()["60x40"], tmp_path / "bed.pdf")
    read = whole_text(tmp_path / "bed.pdf") + "".join(code.digits for code in seen_codes(tmp_path / "bed.pdf"))
    assert "301-1" in read
    for part in ("欧阳", "秀兰", "13987654321"):
        assert part not in read


def test_a_reprint_keeps_the_code_and_a_new_code_is_printed_from_then_on(
    rooms: dict[str, int], actor: Actor, tmp_path: Path
) -> None:
    bed = rooms["1号楼 301"]
    sheet, files = label_sheets()["3x8"], [tmp_path / f"{number}.pdf" for number in range(3)]
    for file in files[:2]:
        bed_labels(code_sheets.bed_labels_of([bed]), sheet, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    old = printed_codes.code_of(CodeKind.BED, bed)
    new = printed_codes.replace(actor, CodeKind.BED, bed, "标签掉了")
    bed_labels(code_sheets.bed_labels_of([bed]), sheet, files[2])
    assert [[code.digits for code in seen_codes(file)] for file in files] == [[old], [old], [new]]
    assert {printed_codes.find(code).row_id for code in (old, new)} == {bed}

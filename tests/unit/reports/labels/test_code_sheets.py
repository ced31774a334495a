"""What labels say and never say, and that a reprint keeps the code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.codes import CodeKind
from desktop.core.label_sheets import shipped_sheets
from desktop.reports.labels import code_sheets
from desktop.reports.labels.labels import bed_labels
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from tests.unit.reports.reading import seen_codes, whole_text


@pytest.fixture
def bed(actor: Actor) -> int:
    """A bed."""
    bed = BedDraft(building="1号楼", floor="3", room="301", number="1", opened_on="2026-01-01")
    return places.save(actor, bed)


def test_a_bed_label_never_says_who_lies_there(
    bed: int, actor: Actor, person: Callable[..., int], tmp_path: Path
) -> None:
    who = person("欧阳秀兰", phone="13987654321")
    empty = code_sheets.bed_labels_of([bed])
    stays.admit(actor, StayDraft(who, bed, "2026-10-01"))
    assert code_sheets.bed_labels_of([bed]) == empty
    bed_labels(code_sheets.bed_labels_of([bed]), shipped_sheets()["60x40"], tmp_path / "bed.pdf")
    read = whole_text(tmp_path / "bed.pdf") + "".join(code.digits for code in seen_codes(tmp_path / "bed.pdf"))
    assert "301-1" in read
    for part in ("欧阳", "秀兰", "13987654321"):
        assert part not in read


def test_a_name_that_somebody_typed_for_the_building_is_left_out(actor: Actor, person: Callable[..., int]) -> None:
    home = BedDraft(building="李桂兰家", room="1", number="1", mode="home", opened_on="2026-01-01")
    bed = places.save(actor, home)
    assert [label.name for label in code_sheets.bed_labels_of([bed])] == ["李桂兰家 1-1"], "a name of nobody there"
    stays.admit(actor, StayDraft(person("李桂兰"), bed, "2026-10-01"))
    assert [label.name for label in code_sheets.bed_labels_of([bed])] == ["家 1-1"]
    assert places.rows([bed])[0].place == "李桂兰家 1-1", "on the screen it stands as typed"


def test_a_reprint_keeps_the_code_and_a_new_code_is_printed_from_then_on(
    bed: int, actor: Actor, tmp_path: Path
) -> None:
    sheet, files = shipped_sheets()["3x8"], [tmp_path / f"{number}.pdf" for number in range(3)]
    for file in files[:2]:
        bed_labels(code_sheets.bed_labels_of([bed]), sheet, file)
    assert files[0].read_bytes() == files[1].read_bytes()
    old = printed_codes.code_of(CodeKind.BED, bed)
    new = printed_codes.replace(actor, CodeKind.BED, bed, "标签掉了")
    bed_labels(code_sheets.bed_labels_of([bed]), sheet, files[2])
    assert [[code.digits for code in seen_codes(file)] for file in files] == [[old], [old], [new]]
    assert {printed_codes.find(code).row_id for code in (old, new)} == {bed}

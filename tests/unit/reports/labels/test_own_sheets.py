"""Labels of the centre's own sheets lie within a tenth of a millimetre of their places, and their codes are read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.label_sheets import CODE, LEAST_MODULE, QUIET, LabelSheet
from desktop.core.printers import Adjustment
from desktop.reports.labels.labels import bed_labels, resident_cards
from desktop.services.centre import label_sheets
from desktop.services.centre.label_sheets import SheetDraft
from tests.unit.reports.labels.camera import prints, read
from tests.unit.reports.labels.test_labels import SHEETS, _beds, _cards
from tests.unit.reports.reading import fields, inked, seen_codes

SEEDS = tuple(range(24))


def drawn_by_lot(seed: int) -> tuple[LabelSheet, Adjustment, int]:
    """A sheet that could be bought, a printer that could be off, and where a used sheet begins."""
    lot = random.Random(seed)
    while True:
        page = lot.choice([("210", "297"), ("297", "210"), ("148", "210"), ("215.9", "279.4")])
        draft = SheetDraft(name="自己的", paper=lot.choice(["sheet", "sheet", "sheet", "roll_203", "roll_300"]))
        draft.page_wide, draft.page_high = page
        draft.columns, draft.rows = str(lot.randint(1, 4)), str(lot.randint(1, 10))
        draft.label_wide, draft.label_high = f"{lot.uniform(36, 105):.2f}", f"{lot.uniform(25, 70):.1f}"
        draft.margin_left, draft.margin_top = f"{lot.uniform(0, 12):.2f}", f"{lot.uniform(0, 20):.2f}"
        draft.gap_across, draft.gap_down = f"{lot.uniform(0, 5):.2f}", f"{lot.choice([0, 2.54]):g}"
        draft.padding = f"{lot.uniform(0, 4):.1f}"
        try:
            sheet = label_sheets.read(draft)
        except InvalidDraft:
            continue
        adjusted = Adjustment(
            round(lot.uniform(-3, 3), 2),
            round(lot.uniform(-3, 3), 2),
            round(lot.uniform(0.97, 1.03), 4),
            round(lot.uniform(0.97, 1.03), 4),
        )
        return sheet, adjusted, lot.randint(1, sheet.cells)


def meant(sheet: LabelSheet, cell: int, adjusted: Adjustment) -> tuple[float, float, float, float]:
    """Counted out from the measures of the package, not by the program's own rule."""
    row, column = cell // sheet.columns, cell % sheet.columns
    left = sheet.left + column * (sheet.label[0] + sheet.gap[0])
    top = sheet.top + row * (sheet.label[1] + sheet.gap[1])
    return (
        left * adjusted.wide + adjusted.right,
        top * adjusted.high + adjusted.down,
        sheet.label[0] * adjusted.wide,
        sheet.label[1] * adjusted.high,
    )


def agrees(sheet: LabelSheet, adjusted: Adjustment, first: int, path: Path) -> None:
    """Whether every label from the first free one on lies where it should, over two pages."""
    count = sheet.cells - first + 2
    bed_labels(_beds(count), sheet, path, start_cell=first, adjusted=adjusted)
    found = [fields(path), fields(path, 1)]
    cells = [list(range(first - 1, sheet.cells)), [0]]
    for page, on_it in zip(found, cells, strict=True):
        assert len(page) == len(on_it)
        for label, cell in zip(page, on_it, strict=True):
            assert label == pytest.approx(meant(sheet, cell, adjusted), abs=0.1)


@pytest.mark.parametrize("seed", SEEDS)
def test_labels_of_any_sheet_lie_within_a_tenth_of_a_millimetre(seed: int, tmp_path: Path) -> None:
    agrees(*drawn_by_lot(seed), tmp_path / "beds.pdf")


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.name for sheet in SHEETS])
@pytest.mark.parametrize("adjusted", [Adjustment(1.5, -0.8), Adjustment(-0.35, 0.62, 1.012, 0.991)], ids=str)
def test_so_do_those_of_the_shipped_sheets_from_any_label_on(
    sheet: LabelSheet, adjusted: Adjustment, tmp_path: Path
) -> None:
    for first in sorted({1, 2, sheet.columns, sheet.cells} & set(range(1, sheet.cells + 1))):
        agrees(sheet, adjusted, first, tmp_path / f"beds-{first}.pdf")


@pytest.mark.parametrize("seed", SEEDS[:8])
def test_every_code_of_any_sheet_is_read_askew_and_words_stay_on_the_label(seed: int, tmp_path: Path) -> None:
    sheet, _adjusted, _first = drawn_by_lot(seed)
    bed_labels(_beds(sheet.cells), sheet, tmp_path / "beds.pdf")
    resident_cards(_cards(sheet.cells), sheet, tmp_path / "cards.pdf")
    assert sheet.module >= LEAST_MODULE
    for name in ("beds.pdf", "cards.pdf"):
        found = prints(tmp_path / name)
        assert len(found) == sheet.cells
        assert [read(one.picture) for one in found] == [one.digits for one in found]
        ink = inked(tmp_path / name)
        far = sheet.extent
        assert sheet.left <= ink[0] and sheet.top <= ink[1] and ink[2] <= far[0] and ink[3] <= far[1]
    code = min(seen_codes(tmp_path / "beds.pdf", 300), key=lambda one: (round(one.top), one.left))
    assert code.side == pytest.approx(CODE * sheet.module, abs=0.3)
    assert code.left - sheet.left >= QUIET * sheet.module - 0.15

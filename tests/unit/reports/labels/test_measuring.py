"""The page that a printer is measured by."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pypdfium2
import pytest

from desktop.core.label_sheets import LabelSheet, shipped_sheets
from desktop.core.printers import Adjustment, Lines
from desktop.reports.labels.measuring import measuring_page
from desktop.reports.paper import fonts
from desktop.reports.paper.paper import MM
from desktop.services.centre import label_sheets
from tests.unit.reports.reading import inked, page_texts, strokes, whole_text

SHEETS = tuple(shipped_sheets().values())
by_name = pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.name for sheet in SHEETS])
NEAR = 0.01


def _upright(path: Path, number: int, least: float) -> set[float]:
    """Where the lines from above to below lie that are so long (mm)."""
    return {left for left, top, right, bottom in strokes(path, number) if left == right and bottom - top > least}


def _level(path: Path, number: int, least: float) -> set[float]:
    return {top for left, top, right, bottom in strokes(path, number) if top == bottom and right - left > least}


@by_name
def test_its_four_lines_lie_where_the_paper_says(sheet: LabelSheet, tmp_path: Path) -> None:
    done = measuring_page(sheet, tmp_path / "page.pdf", "HP")
    assert done.pages == 1
    lines = Lines.of(sheet.page)
    seen = sorted(_upright(tmp_path / "page.pdf", 0, 20))
    assert seen == pytest.approx([lines.left, lines.left + lines.across], abs=NEAR)
    seen = sorted(_level(tmp_path / "page.pdf", 0, 20))
    assert seen == pytest.approx([lines.top, lines.top + lines.down], abs=NEAR)


def test_it_says_what_is_measured_and_of_which_printer(tmp_path: Path) -> None:
    measuring_page(shipped_sheets()["3x8"], tmp_path / "page.pdf", "HP LaserJet 1020")
    (words,) = page_texts(tmp_path / "page.pdf")
    for said in ("HP LaserJet 1020", "应是 20 mm", "应是 170 mm", "应是 257 mm", "100%"):
        assert said in words


def test_the_first_page_is_never_adjusted_and_the_second_shows_that_it_is_right(tmp_path: Path) -> None:
    sheet, file = shipped_sheets()["3x8"], tmp_path / "page.pdf"
    measuring_page(sheet, file, "HP")
    alone = strokes(file, 0)
    done = measuring_page(sheet, file, "HP", Adjustment(-1.5, 0.8, 1.01))
    assert done.pages == 2
    assert strokes(file, 0) == alone
    assert sorted(_upright(file, 1, 200)) == pytest.approx([20 * 1.01 - 1.5, 190 * 1.01 - 1.5], abs=NEAR)
    assert sorted(_level(file, 1, 200)) == pytest.approx([20.8, 277.8], abs=NEAR)


def test_its_ruler_has_a_stroke_each_millimetre(tmp_path: Path) -> None:
    measuring_page(shipped_sheets()["3x8"], tmp_path / "page.pdf")
    short = {
        left
        for left, top, right, bottom in strokes(tmp_path / "page.pdf", 0)
        if left == right and abs(top - 20) < NEAR and bottom - top < 5
    }
    assert sorted(short) == pytest.approx(list(range(211)), abs=NEAR)


def test_a_page_of_a_roll_is_as_large_as_its_label(tmp_path: Path) -> None:
    measuring_page(shipped_sheets()["60x40"], tmp_path / "page.pdf")
    box = pypdf.PdfReader(tmp_path / "page.pdf").pages[0].mediabox
    assert [float(box.width) * 25.4 / 72, float(box.height) * 25.4 / 72] == pytest.approx([60, 40], abs=NEAR)


def _letters(path: Path) -> list[tuple[float, float, float, float]]:
    """Where the arrows that name a stretch stand: left, top, right, bottom (mm)."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        words, high, mm = page.get_textpage(), page.get_height(), 25.4 / 72
        boxes = [words.get_charbox(at) for at in range(words.count_chars()) if words.get_text_range(at, 1) in "←→↑↓"]
        return [(left * mm, (high - top) * mm, right * mm, (high - low) * mm) for left, low, right, top in boxes]
    finally:
        document.close()


@pytest.mark.parametrize("rows", [4, 5, 6, 7, 8, 10])
def test_no_letter_is_written_over_a_cross_and_no_sentence_over_a_line(rows: int, tmp_path: Path) -> None:
    draft = label_sheets.fresh()
    draft.name, draft.label_wide, draft.label_high = "自己的", "99", f"{285 / rows:.1f}"
    draft.columns, draft.rows, draft.margin_left, draft.margin_top = "2", str(rows), "4.5", "6"
    sheet = label_sheets.read(draft)
    measuring_page(sheet, tmp_path / "page.pdf", "HP")
    arrows = _letters(tmp_path / "page.pdf")
    assert len(arrows) == 8
    crosses = [sheet.place(at) for at in range(sheet.cells)]
    corners = {(x + wide, y + high) for x, y in crosses for wide in (0, 99) for high in (0, sheet.label[1])}
    for left, top, right, bottom in arrows:
        over = [(x, y) for x, y in corners if left - 2 < x < right + 2 and top - 2 < y < bottom + 2]
        assert over == []
    assert inked(tmp_path / "page.pdf")[2] < 210
    sentences = [line for line in whole_text(tmp_path / "page.pdf").splitlines() if line.endswith("。")]
    assert all(fonts.width(line, 11) < 150 * MM for line in sentences) and len(sentences) == 3

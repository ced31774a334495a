"""Labels scan, lie where the sheet has its cells, and clip no name."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pypdfium2
import pytest

from desktop.core.codes import Code, CodeKind, grouped
from desktop.core.errors import Cancelled, InvalidDraft, NothingToDo
from desktop.core.label_sheets import LabelSheet, shipped_sheets
from desktop.core.printers import NONE, Adjustment
from desktop.core.progress import Progress
from desktop.reports.labels.labels import BedLabel, ResidentCard, bed_labels, resident_cards
from desktop.reports.paper import qr
from tests.unit.reports.reading import fields, first_boxes, inked, seen_codes, whole_text

CENTRE = "春晓街道综合养老服务中心"
SHEETS = tuple(shipped_sheets().values())
by_name = pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.name for sheet in SHEETS])


def _beds(count: int, name: str = "1号楼 304-2") -> list[BedLabel]:
    return [BedLabel(name, "nursing", CENTRE, Code(CodeKind.BED, "539901", n + 1).digits) for n in range(count)]


def _cards(count: int) -> list[ResidentCard]:
    digits = [Code(CodeKind.RESIDENT, "539901", 10**7 + n).digits for n in range(count)]
    return [ResidentCard("𬱖秀兰", "female", CENTRE, number) for number in digits]


@by_name
def test_every_bed_label_decodes_to_its_code(sheet: LabelSheet, tmp_path: Path) -> None:
    labels = _beds(min(sheet.cells + 2, 30))
    result = bed_labels(labels, sheet, tmp_path / "beds.pdf")
    seen = seen_codes(tmp_path / "beds.pdf")
    assert sorted(code.digits for code in seen) == sorted(label.digits for label in labels)
    assert result.pages == -(-len(labels) // sheet.cells)


@by_name
def test_every_card_decodes_to_its_code(sheet: LabelSheet, tmp_path: Path) -> None:
    cards = _cards(sheet.cells)
    resident_cards(cards, sheet, tmp_path / "cards.pdf")
    assert sorted(code.digits for code in seen_codes(tmp_path / "cards.pdf")) == sorted(c.digits for c in cards)


OFF = (NONE, Adjustment(1.5, -0.8), Adjustment(-0.35, 0.62, 1.012, 0.991))


@pytest.mark.parametrize("adjusted", OFF, ids=["as declared", "shifted", "shifted and stretched"])
@by_name
def test_every_label_lies_within_a_tenth_of_a_millimetre_of_its_place(
    sheet: LabelSheet, adjusted: Adjustment, tmp_path: Path
) -> None:
    bed_labels(_beds(sheet.cells + 1), sheet, tmp_path / "beds.pdf", adjusted=adjusted)
    seen = fields(tmp_path / "beds.pdf")
    # Counted out by hand from the file's numbers, not by the program's own rule.
    pitch = [sheet.label[at] + sheet.gap[at] for at in (0, 1)]
    meant = [
        (
            (sheet.left + column * pitch[0]) * adjusted.wide + adjusted.right,
            (sheet.top + row * pitch[1]) * adjusted.high + adjusted.down,
            sheet.label[0] * adjusted.wide,
            sheet.label[1] * adjusted.high,
        )
        for row in range(sheet.rows)
        for column in range(sheet.columns)
    ]
    assert len(seen) == len(meant)
    for label, place in zip(seen, meant, strict=True):
        assert label == pytest.approx(place, abs=0.1)
    assert fields(tmp_path / "beds.pdf", 1) == [pytest.approx(meant[0], abs=0.1)]


@by_name
def test_a_page_is_as_large_as_the_sheet(sheet: LabelSheet, tmp_path: Path) -> None:
    bed_labels(_beds(1), sheet, tmp_path / "beds.pdf")
    box = pypdf.PdfReader(tmp_path / "beds.pdf").pages[0].mediabox
    assert [float(box.width) * 25.4 / 72, float(box.height) * 25.4 / 72] == pytest.approx(sheet.page, abs=0.01)


@by_name
def test_codes_repeat_at_the_pitch_of_the_sheet(sheet: LabelSheet, tmp_path: Path) -> None:
    labels = _beds(sheet.cells)
    bed_labels(labels, sheet, tmp_path / "beds.pdf")
    places = {code.digits: code for code in seen_codes(tmp_path / "beds.pdf", dpi=300)}
    first = places[labels[0].digits]
    for cell, label in enumerate(labels):
        left, top = sheet.place(cell)
        code = places[label.digits]
        assert code.left - first.left == pytest.approx(left - sheet.left, abs=0.2)
        assert code.top - first.top == pytest.approx(top - sheet.top, abs=0.2)
        assert code.side == pytest.approx(qr.MODULES * sheet.module, abs=0.3)


@by_name
def test_the_quiet_zone_and_the_words_lie_inside_the_label(sheet: LabelSheet, tmp_path: Path) -> None:
    bed_labels(_beds(1), sheet, tmp_path / "beds.pdf")
    resident_cards(_cards(1), sheet, tmp_path / "cards.pdf")
    quiet = qr.QUIET * sheet.module
    for file in ("beds.pdf", "cards.pdf"):
        corner = first_boxes(tmp_path / file, 1)[0]
        assert corner[0] - sheet.left >= quiet - 0.001
        assert corner[1] - sheet.top >= quiet - 0.001
        room = sheet.label[1] - (corner[1] - sheet.top) - (qr.MODULES + qr.QUIET) * sheet.module
        assert room >= sheet.padding[1] + 3.2 - 0.001
        left, top = sheet.place(0)
        edges = (left, top, left + sheet.label[0], top + sheet.label[1])
        for at, (low, high) in enumerate(((edges[0], edges[2]), (edges[1], edges[3]))):
            ink = inked(tmp_path / file)
            assert low <= ink[at] and ink[at + 2] <= high
    assert sheet.module >= 0.5


@by_name
def test_a_module_is_exactly_as_large_as_the_sheet_says(sheet: LabelSheet, tmp_path: Path) -> None:
    bed_labels(_beds(1), sheet, tmp_path / "beds.pdf")
    finder = first_boxes(tmp_path / "beds.pdf", 1)[0]
    assert list(finder[2:]) == pytest.approx([7 * sheet.module, sheet.module], abs=0.002)


@pytest.mark.parametrize("adjusted", [NONE, Adjustment(0.31, -0.17)], ids=["as declared", "shifted"])
@pytest.mark.parametrize("name", [sheet.name for sheet in SHEETS if sheet.single])
def test_a_code_on_a_roll_has_no_blurred_edge(name: str, adjusted: Adjustment, tmp_path: Path) -> None:
    """At the eight dots to the millimetre of a thermal printer every dot of the symbol is black or white."""
    bed_labels(_beds(1), shipped_sheets()[name], tmp_path / "bed.pdf", adjusted=adjusted)
    (code,) = seen_codes(tmp_path / "bed.pdf", 300)
    document = pypdfium2.PdfDocument(tmp_path / "bed.pdf")
    # As the window draws pages: a millionth of a dot too many is no further dot.
    picture = document[0].render(scale=203.2 / 72 * (1 - 1e-6), grayscale=True).to_pil()
    document.close()
    box = tuple(round(edge * 8) for edge in (code.left, code.top, code.left + code.side, code.top + code.side))
    shades = picture.crop(box).getcolors()
    # A file keeps places to a millionth of an inch: a 255th of a shade is none.
    assert {shade for _count, shade in shades if 2 < shade < 253} == set()
    assert {0, 255} <= {round(shade / 255) * 255 for _count, shade in shades}


def test_a_partly_used_sheet_begins_at_the_cell_named(tmp_path: Path) -> None:
    sheet = shipped_sheets()["3x8"]
    bed_labels(_beds(3), sheet, tmp_path / "one.pdf")
    result = bed_labels(_beds(3), sheet, tmp_path / "five.pdf", start_cell=23)
    one, five = first_boxes(tmp_path / "one.pdf", 1)[0], first_boxes(tmp_path / "five.pdf", 1)[0]
    assert five[0] - one[0] == pytest.approx(70, abs=0.002)
    assert five[1] - one[1] == pytest.approx(7 * 37, abs=0.002)
    assert result.pages == 2
    assert [code.page for code in seen_codes(tmp_path / "five.pdf")] == [0, 0, 1]


def test_the_offset_of_a_printer_moves_everything(tmp_path: Path) -> None:
    sheet = shipped_sheets()["2x7"]
    bed_labels(_beds(1), sheet, tmp_path / "plain.pdf")
    bed_labels(_beds(1), sheet, tmp_path / "moved.pdf", adjusted=Adjustment(1.5, -0.8))
    plain, moved = first_boxes(tmp_path / "plain.pdf", 1)[0], first_boxes(tmp_path / "moved.pdf", 1)[0]
    assert [moved[0] - plain[0], moved[1] - plain[1]] == pytest.approx([1.5, -0.8], abs=0.002)


def test_the_number_stands_beneath_in_groups(tmp_path: Path) -> None:
    bed_labels(_beds(1), shipped_sheets()["60x40"], tmp_path / "bed.pdf")
    read = whole_text(tmp_path / "bed.pdf")
    assert grouped(_beds(1)[0].digits) in read
    assert "护理型" in read
    assert CENTRE in read


def test_a_long_name_is_printed_whole(tmp_path: Path) -> None:
    name = "综合楼东侧附属康复区二层护理一单元 208室12床（靠窗）"
    bed_labels(_beds(1, name), shipped_sheets()["60x40"], tmp_path / "bed.pdf")
    read = "".join(whole_text(tmp_path / "bed.pdf").split())
    assert name.replace(" ", "") in read


def test_a_card_bears_name_and_sex_and_rare_characters_read_back(tmp_path: Path) -> None:
    result = resident_cards(_cards(1), shipped_sheets()["cards"], tmp_path / "card.pdf")
    read = whole_text(tmp_path / "card.pdf")
    assert "𬱖秀兰" in read
    assert "女" in read
    assert result.missing == ()


def test_a_character_that_the_font_lacks_is_told(tmp_path: Path) -> None:
    card = ResidentCard("张\U0002b7a3", "male", CENTRE, Code(CodeKind.RESIDENT, "539901", 7).digits)
    result = resident_cards([card], shipped_sheets()["cards"], tmp_path / "card.pdf")
    assert result.missing == ("\U0002b7a3",)
    assert "张〓" in whole_text(tmp_path / "card.pdf")


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first.pdf", "second.pdf"):
        bed_labels(_beds(30), shipped_sheets()["3x8"], tmp_path / name)
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


def test_a_cell_that_the_sheet_lacks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidDraft):
        bed_labels(_beds(1), shipped_sheets()["3x8"], tmp_path / "bed.pdf", start_cell=25)


def test_no_labels_is_nothing_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingToDo):
        resident_cards([], shipped_sheets()["cards"], tmp_path / "card.pdf")


def test_a_cancelled_print_leaves_no_file(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        bed_labels(_beds(5), shipped_sheets()["3x8"], tmp_path / "bed.pdf", progress=progress)
    assert list(tmp_path.iterdir()) == []


def test_digits_that_are_no_code_are_never_printed() -> None:
    with pytest.raises(ValueError, match="check"):
        qr.runs("25399010000000111")


def test_a_code_is_version_three() -> None:
    rows = [row for row, _, _ in qr.runs(_beds(1)[0].digits)]
    assert (min(rows), max(rows)) == (0, 28)

"""A form of the centre's own keeps its look, takes the month in, and never calculates what a person typed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop.core.errors import Cancelled
from desktop.core.file_errors import FormRefused
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.reports.own_forms.fill import check, fill
from tests.unit.reports.own_forms.books import KNOWN, one_cell, report_book


@pytest.fixture
def filled(tmp_path: Path) -> Worksheet:
    fill(report_book(tmp_path / "form.xlsx"), KNOWN, tmp_path / "out.xlsx")
    return openpyxl.load_workbook(tmp_path / "out.xlsx")["月报"]


def cells(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def test_figures_are_numbers_in_their_own_cells_and_words_within_a_sentence(filled: Worksheet) -> None:
    assert filled["A1"].value == "甲中心2026年10月月报"
    assert (filled["B2"].value, filled["D2"].value, filled["D2"].number_format) == (58, 84.5, "0.00")
    assert filled["A3"].value == "本月应访58人，收费1234.00元，入住率—"


def test_a_row_is_repeated_for_each_line_with_its_formula(filled: Worksheet) -> None:
    assert cells(filled, 5) == [1, "段春梅", 80, "=C5*2", "13900010002", None, dt.datetime(2026, 9, 8)]
    assert cells(filled, 6)[:4] == [2, '=HYPERLINK("http://example.invalid","x")', 81, "=C6*2"]
    assert cells(filled, 7)[:4] == [3, "#N/A", 82, "=C7*2"]
    assert (filled["E6"].value, filled["G6"].value) == ("—", "—")


def test_what_a_person_typed_is_never_a_formula(filled: Worksheet) -> None:
    assert (filled["B6"].data_type, filled["B7"].data_type) == ("s", "s")
    assert filled["B6"].quotePrefix, "nor when somebody presses F2 and Enter in Excel"
    assert filled["D6"].data_type == "f"


def test_what_stands_beneath_moves_down_and_formulas_go_on_meaning_the_same(filled: Worksheet) -> None:
    assert (filled["C8"].value, filled["D8"].value) == ("=SUM(C5:C7)", "=C8+$B$2")
    assert filled["A10"].value == "备注：2026-11-02"
    assert filled.parent["汇总"]["A1"].value == "=月报!C8"
    assert {str(area) for area in filled.merged_cells.ranges} == {"A1:F1", "E5:F5", "E6:F6", "E7:F7", "A10:F11"}
    assert filled.print_area == "'月报'!$A$1:$G$11"


def test_the_look_and_the_picture_stay(filled: Worksheet) -> None:
    assert (filled["A1"].font.name, filled["A1"].font.size, filled["A1"].font.bold) == ("黑体", 18, True)
    assert [filled[f"B{row}"].font.name for row in (5, 6, 7)] == ["楷体"] * 3
    assert [filled.row_dimensions[row].height for row in (5, 6, 7, 10)] == [30, 30, 30, 44]
    [picture] = filled._images
    assert picture.anchor._from.row == 12, "row 11 became row 13; anchors count from 0"


def test_a_list_without_lines_leaves_one_empty_row(tmp_path: Path) -> None:
    form = one_cell(tmp_path / "f.xlsx", A1="免访", A2="{{#visits.excused}}{{.n}}", B2="{{.姓名}}", A3="完")
    fill(form, KNOWN, tmp_path / "o.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["免访"], [None], ["完"]]


def test_two_lists_of_one_sheet_grow_without_treading_on_each_other(tmp_path: Path) -> None:
    form = one_cell(
        tmp_path / "f.xlsx",
        A1="{{#visits.unvisited}}", B1="{{.age}}", A2="=SUM(B1:B1)", A3="{{#visits.unvisited}}", B3="{{.n}}",
        A4="=SUM(B3:B3)+A2",
    )  # fmt: skip
    fill(form, KNOWN, tmp_path / "o.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    assert [sheet[f"B{row}"].value for row in (1, 2, 3, 5, 6, 7)] == [80, 81, 82, 1, 2, 3]
    assert (sheet["A4"].value, sheet["A8"].value) == ("=SUM(B1:B3)", "=SUM(B5:B7)+A4")


def test_the_same_form_and_month_give_the_same_bytes(tmp_path: Path) -> None:
    form = report_book(tmp_path / "form.xlsx")
    for name in ("a.xlsx", "b.xlsx"):
        fill(form, KNOWN, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


MISTAKES = {
    "{{visits.requird}}": ("visits.requird", "unknown", "visits.required"),
    "{{.姓名}}": (".姓名", "outside_list", ""),
    "{{#visits.unvisted}}": ("#visits.unvisted", "unknown", "visits.unvisited"),
    "{{#visits.unvisited}}{{.姓}}": (".姓", "unknown", "姓名"),
    "{{#visits.unvisited}}{{#visits.excused}}": ("#visits.excused", "two_lists", ""),
    "{{visits.required}": ("{{visits.required}", "no_brackets", ""),
    "应访{{visits.required": ("应访{{visits.required", "no_brackets", ""),
    '="a"&{{visits.required}}': ("visits.required", "in_formula", ""),
}


@pytest.mark.parametrize("words", MISTAKES)
def test_a_mistake_is_named_by_its_cell(words: str, tmp_path: Path) -> None:
    [found] = check(one_cell(tmp_path / "f.xlsx", B3=words), KNOWN)
    assert (found.cell, (found.name, found.why, found.nearest)) == ("Sheet!B3", MISTAKES[words])


def test_a_repeated_row_may_not_be_half_of_a_merged_cell(tmp_path: Path) -> None:
    form = one_cell(tmp_path / "f.xlsx", A2="{{#visits.unvisited}}{{.n}}")
    book = openpyxl.load_workbook(form)
    book.active.merge_cells("C2:C3")
    book.save(form)
    [found] = check(form, KNOWN)
    assert found.why == "merged_rows"


def test_with_a_mistake_nothing_is_written(tmp_path: Path) -> None:
    form = one_cell(tmp_path / "f.xlsx", B3="{{visits.requird}}", B4="{{visits.required}}")
    with pytest.raises(FormRefused) as refused:
        fill(form, KNOWN, tmp_path / "o.xlsx")
    assert "Sheet!B3 visits.requird" in sentence(refused.value)
    assert not (tmp_path / "o.xlsx").exists()


def test_a_form_without_names_comes_out_as_it_was(tmp_path: Path) -> None:
    form = one_cell(tmp_path / "f.xlsx", A1="=1+1", A2="{单}", A3=7)
    assert check(form, KNOWN) == []
    fill(form, KNOWN, tmp_path / "o.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    assert [cell.value for (cell,) in sheet.iter_rows()] == ["=1+1", "{单}", 7]


def test_a_cancelled_fill_leaves_nothing(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        fill(report_book(tmp_path / "form.xlsx"), KNOWN, tmp_path / "o.xlsx", progress)
    assert not (tmp_path / "o.xlsx").exists()

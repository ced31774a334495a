"""``canteen``: the month matrix and the day sheet from the command line, and a cell of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.unit.cli.conftest import Shizhu


@pytest.fixture
def priced(person: Callable[..., int], canteen_prices: None, shizhu: Shizhu) -> Shizhu:
    """王芳 of 82 and 李强 of 76; lunch 15.00, dinner 12.00; 3.00 off from 60, 5.00 from 80."""
    person("王芳", born="1944-03-05")
    person("李强", born="1950-01-01", sex="male")
    return shizhu


def words_of(path: Path) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_cell_is_typed_and_the_month_says_so_on_paper_and_as_a_workbook(priced: Shizhu, tmp_path: Path) -> None:
    told = priced("canteen", "mark", "王芳", "送晚", "--day", "2026-10-20", "--json").json
    assert told == {"resident_id": 1, "day": "2026-10-20", "mark": "送晚", "changed": True}
    assert priced("canteen", "mark", "王芳", "送晚", "--day", "2026-10-20", "--json").json["changed"] is False
    priced("canteen", "mark", "李强", "√", "--day", "2026-10-20")
    wanted = ("--pdf", tmp_path, "--xlsx", tmp_path, "--json")
    told = priced("canteen", "matrix", "--month", "2026-10", *wanted).json
    pdf, book = map(Path, told["files"])
    assert (pdf.name, book.name) == ("2026-10-老年幸福食堂就餐月矩阵.pdf", "2026-10-老年幸福食堂就餐月矩阵.xlsx")
    assert [(one["name"], one["days"], one["meals"], one["paid"]) for one in told["people"]] == [
        ("李强", {"2026-10-20": "√"}, 1, "12.00"),
        ("王芳", {"2026-10-20": "送晚"}, 2, "17.00"),
    ]
    assert (told["by_day"], told["meals"]) == ({"2026-10-20": 3}, 3)
    said = words_of(pdf)
    for words in ("老年幸福食堂就餐月矩阵", "送晚", "送＝午餐送餐", "29.00", "王芳"):
        assert words in said
    rows = [row for row in load_workbook(book).worksheets[0].iter_rows(values_only=True) if "王芳" in row]
    assert [cell for cell in rows[0] if cell][-5:] == ["送晚", 2, 27, 10, 17]


def test_the_sheet_of_a_day_has_a_line_for_each_meal_and_room_to_sign(priced: Shizhu, tmp_path: Path) -> None:
    priced("scan", "王芳", "--at", "2026-10-20 11:30", "--meal", "午")
    priced("canteen", "mark", "李强", "晚", "--day", "2026-10-20")
    told = priced("canteen", "day", "--day", "2026-10-20", "--pdf", tmp_path, "--json").json
    assert [(one["name"], one["meal"], one["mode"], one["at"], one["paid"]) for one in told["meals"]] == [
        ("王芳", "午", "堂食", "11:30", "10.00"),
        ("李强", "晚", "堂食", "", "9.00"),
    ]
    said = words_of(Path(told["files"][0]))
    for words in ("老年幸福食堂就餐日登记表", "2026年10月20日（星期二）", "签字（手印）", "19.00", "临时就餐0人次"):
        assert words in said


def test_a_mark_that_nobody_understands_is_refused_and_nothing_is_written(priced: Shizhu) -> None:
    assert priced("canteen", "mark", "王芳", "△", "--day", "2026-10-20").code == 1
    assert priced("canteen", "matrix", "--month", "2026-10", "--json").json["people"] == []

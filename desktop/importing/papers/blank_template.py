"""Blank workbooks to hand out: drop-downs, text where numbers would be damaged, a row that shows how to fill one in.

What they hold is data (resources/rules/blank_templates.toml). Filled in, they are imported without any mapping.
"""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop.core import clock
from desktop.core.answers import WorkbookKind
from desktop.core.paths import resource
from desktop.core.period import Month
from desktop.importing.book.headers import field_word
from desktop.importing.book.words import own_words
from desktop.importing.kinds import table_kinds
from desktop.importing.papers.xlsx_book import writing_book
from desktop.services.writing.going_out import Held

# The words of these official forms are Chinese in every language of the window.
_HINT = "带*的列必填。灰色的示例行导入时自动跳过。日期写成 2026-10-08。身份证号和电话按文本填写，不要让表格改成数字。"
_NOTES, _EXAMPLE, _NUMBER = "填写说明", "示例", "序号"
_NOTE_HEADS = ("列", "必填", "怎样填", "可选的词")
_LOOKS = {"day": "yyyy-mm-dd", "time": "hh:mm", "amount": "0.00"}
_LOOK_NOTES = {
    "day": "日期，例 2026-10-08",
    "time": "时间，例 09:30",
    "amount": "金额（元），例 12.50",
    "text": "按文本填写",
}
_LEFT_OUT = {"flags": {"高龄"}, "sex": {"未知"}}
_CHOICES = {"yes_no": ("是", "否"), "leave": ("住院", "回家")}
_TITLE_ROW, _HINT_ROW, _HEAD_ROW, _EXAMPLE_ROW = range(4)
_LAST_ROW = 5_000
_SAFE = {"strings_to_formulas": False, "strings_to_numbers": False}


@dataclass(frozen=True)
class _Column:
    """One column of a form: ``words`` are offered, ``several`` of them may stand in one cell."""

    heading: str
    width: float
    look: str
    words: tuple[str, ...]
    several: bool
    needed: bool
    example: str
    note: str

    @property
    def advice(self) -> str:
        """How to fill the column in."""
        return "；".join(part for part in (self.note, "" if self.note else _LOOK_NOTES.get(self.look, "")) if part)


def write(kind: WorkbookKind, path: Path, month: Month | None = None) -> None:
    """Write the blank workbook of one of the kinds of imports; ``month`` is that of a matrix, this month else."""
    with writing_book(path, _SAFE) as book:
        looks = _Looks(book)
        forms = [_rules()[one] for one in table_kinds(kind)]
        columns = [_columns(one, form) for one, form in zip(table_kinds(kind), forms, strict=True)]
        for form, listed in zip(forms, columns, strict=True):
            _write_form(book, looks, form, listed, month or Month.of(clock.today()))
        _write_notes(book, looks, [column for listed in columns for column in listed], forms)


def write_filled(kind: WorkbookKind, path: Path, rows: Sequence[Mapping[str, object]], held: Held) -> None:
    """Write the workbook of a kind of one table with these rows, field by field, as an import reads them back."""
    (table,) = table_kinds(kind)
    form = _rules()[table]
    columns = _columns(table, form)
    with writing_book(path, _SAFE, held) as book:
        looks = _Looks(book)
        page = _write_form(book, looks, {**form, "marks": ""}, columns, Month.of(clock.today()))
        for number, row in enumerate(rows):
            at = _EXAMPLE_ROW + number
            page.write_string(at, 0, str(number + 1), looks.plain)
            for column, one in enumerate(form["columns"], start=1):
                _write_cell(page, looks, at, column, one.get("look", ""), row.get(one["field"]))


def _write_cell(page: Any, looks: _Looks, row: int, column: int, look: str, value: object) -> None:
    if isinstance(value, dt.date):
        page.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), looks.of(look))
    elif isinstance(value, int):
        page.write_number(row, column, value, looks.plain)
    else:
        # Over the example, too, of which nothing may stay.
        page.write_string(row, column, str(value or ""), looks.text)


class _Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        base = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
        grey = {**base, "italic": True, "font_color": "#808080", "bg_color": "#F2F2F2"}
        self.title = book.add_format({**base, "bold": True, "font_size": 16})
        self.hint = book.add_format({**base, "font_color": "#7F4F00"})
        self.head = book.add_format({**base, "bold": True, "border": 1, "bg_color": "#DDE8F0", "text_wrap": True})
        self.wrapped = book.add_format({**base, "text_wrap": True})
        self.plain = book.add_format(base)
        self.text = book.add_format({**base, "num_format": "@"})
        self.example = book.add_format({**grey, "num_format": "@"})
        self.by_look = {name: book.add_format({**base, "num_format": shape}) for name, shape in _LOOKS.items()}

    def of(self, look: str) -> Any:
        """The format of a whole column."""
        return self.text if look == "text" else self.by_look.get(look, self.plain)


def _write_form(book: Any, looks: _Looks, form: Mapping[str, Any], columns: list[_Column], month: Month) -> Any:
    matrix = bool(form.get("matrix"))
    page = book.add_worksheet(form["sheet"])
    title = f"{form['title']}（{month.first.year}年{month.first.month}月）" if matrix else form["title"]
    page.write_string(_TITLE_ROW, 0, title, looks.title)
    page.write_string(_HINT_ROW, 0, "；".join(part for part in (form.get("marks", ""), _HINT) if part), looks.hint)
    page.set_row(_TITLE_ROW, 28)
    page.set_row(_HEAD_ROW, 32)
    page.freeze_panes(_HEAD_ROW + 1, 2)
    page.set_column(0, 0, 7, looks.plain)
    page.write_string(_HEAD_ROW, 0, _NUMBER, looks.head)
    page.write_string(_EXAMPLE_ROW, 0, _EXAMPLE, looks.example)
    for index, column in enumerate(columns, start=1):
        _write_column(page, looks, index, column)
    if matrix:
        _write_days(page, looks, len(columns) + 1, month)
    return page


def _write_column(page: Any, looks: _Looks, index: int, column: _Column) -> None:
    page.set_column(index, index, column.width, looks.of(column.look))
    page.write_string(_HEAD_ROW, index, f"*{column.heading}" if column.needed else column.heading, looks.head)
    page.write_string(_EXAMPLE_ROW, index, column.example, looks.example)
    rule: dict[str, Any] = {"input_title": column.heading[:32], "input_message": column.advice[:255]}
    if column.words:
        # Other words are let through: an import names those that it does not know.
        kind = "information" if column.several else "warning"
        rule |= {"validate": "list", "source": list(column.words), "error_type": kind}
    elif column.look == "day":
        first, last = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
        rule |= {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}
        rule |= {"error_type": "warning", "error_title": column.heading[:32], "error_message": _LOOK_NOTES["day"]}
    else:
        rule |= {"validate": "any"}
    if column.words or column.advice:
        page.data_validation(_EXAMPLE_ROW + 1, index, _LAST_ROW, index, rule)


def _write_days(page: Any, looks: _Looks, first: int, month: Month) -> None:
    days = calendar.monthrange(month.first.year, month.first.month)[1]
    page.set_column(first, first + days - 1, 4.5, looks.plain)
    for day in range(1, days + 1):
        page.write_string(_HEAD_ROW, first + day - 1, str(day), looks.head)
    page.write_string(_EXAMPLE_ROW, first, "√", looks.example)
    page.write_string(_EXAMPLE_ROW, first + 1, "送晚", looks.example)


def _write_notes(book: Any, looks: _Looks, columns: list[_Column], forms: list[Mapping[str, Any]]) -> None:
    page = book.add_worksheet(_NOTES)
    for column, (head, width) in enumerate(zip(_NOTE_HEADS, (18, 8, 44, 60), strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, head, looks.head)
    for row, one in enumerate(columns, start=1):
        texts = (one.heading, "必填" if one.needed else "", one.advice, "、".join(one.words))
        for column, text in enumerate(texts):
            page.write_string(row, column, text, looks.wrapped)
    for row, text in enumerate((_HINT, *(form["marks"] for form in forms if "marks" in form)), start=len(columns) + 2):
        page.write_string(row, 0, text, looks.plain)


def _columns(kind: str, form: Mapping[str, Any]) -> list[_Column]:
    return [
        _Column(
            field_word(one["field"], kind),
            one.get("width", 12),
            one.get("look", ""),
            _offered(one.get("words", "")),
            one.get("several", False),
            one.get("needed", False),
            one.get("example", ""),
            one.get("note", ""),
        )
        for one in form["columns"]
    ]


def _offered(group: str) -> tuple[str, ...]:
    if not group:
        return ()
    if group in _CHOICES:
        return _CHOICES[group]
    return tuple(word for word in own_words(group) if word not in _LEFT_OUT.get(group, ()))


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    with resource("rules", "blank_templates.toml").open("rb") as file:
        return tomllib.load(file)

"""The verdicts of an import as a workbook: what became of every row, why, and the cells as they stood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core.acts import Action
from desktop.core.answers import Verdict
from desktop.core.i18n import translate
from desktop.core.person.identity import cleaned, masked, masked_text
from desktop.core.progress import Progress
from desktop.importing.book.headers import field_word
from desktop.importing.papers.xlsx_book import writing_book
from desktop.importing.result import ImportResult, RowVerdict, SheetResult
from desktop.services.writing.going_out import Held

# Texts stay texts: a cell such as =HYPERLINK(…) from a stranger's workbook must never be run.
_SAFE = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_TINTS = {
    Verdict.REFUSED: "#F8D7DA",
    Verdict.DUPLICATE: "#FCE8D5",
    Verdict.TO_VERIFY: "#FFF3CD",
    Verdict.UPDATED: "#D9EAF7",
    Verdict.NORMALISED: "#EAF4E4",
}
_WIDTHS = (8, 12, 60, 40)
_LONGEST = 32_000
TITLE = "导入结果"


@dataclass(frozen=True)
class _Formats:
    """The looks of cells."""

    title: Any
    head: Any
    plain: Any
    tinted: dict[str, Any]


def write(path: Path, result: ImportResult, progress: Progress | None = None) -> None:
    """Write the report; ID numbers are masked, and it takes its name only when it is whole."""
    progress = progress or Progress()
    progress.start(result.total("rows"), translate("VerdictReport", "Writing the report"))
    held = Held(TITLE, result.total("rows"), result.total("refused"), action=Action.IMPORT)
    with writing_book(path, _SAFE, held) as book:
        formats = _formats(book)
        for number, sheet in enumerate(result.sheets, start=1):
            page = book.add_worksheet(f"{number} {_FORBIDDEN.sub(' ', sheet.sheet)}"[:31].strip("' "))
            _write_sheet(page, formats, result, sheet, progress)


def verdict_word(verdict: Verdict) -> str:
    """What a verdict is called."""
    words = {
        Verdict.IMPORTED: translate("VerdictReport", "taken in"),
        Verdict.NORMALISED: translate("VerdictReport", "taken in, number rewritten"),
        Verdict.TO_VERIFY: translate("VerdictReport", "taken in, to verify"),
        Verdict.UPDATED: translate("VerdictReport", "updated"),
        Verdict.UNCHANGED: translate("VerdictReport", "nothing new"),
        Verdict.DUPLICATE: translate("VerdictReport", "there twice"),
        Verdict.REFUSED: translate("VerdictReport", "not taken in"),
    }
    return words[verdict]


def _write_sheet(page: Any, formats: _Formats, result: ImportResult, sheet: SheetResult, progress: Progress) -> None:
    heads = [
        translate("VerdictReport", "Row"),
        translate("VerdictReport", "Verdict"),
        translate("VerdictReport", "Why"),
        translate("VerdictReport", "What changes"),
    ]
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_column(len(_WIDTHS), len(_WIDTHS) + 60, 14)
    page.freeze_panes(2, 2)
    page.write_string(0, 0, _title(result, sheet), formats.title)
    headings = [*heads, *sheet.table.headings]
    _write_row(page, 1, headings, formats.head)
    numbers = {column for name, column in sheet.table.columns.items() if name == "id_number"}
    line = 1
    for line, row in enumerate(sheet.verdicts(), start=2):
        progress.step()
        _write_row(page, line, _texts(row, sheet, numbers), formats.tinted.get(row.verdict, formats.plain))
    page.autofilter(1, 0, max(line, 1), len(headings) - 1)


def _texts(row: RowVerdict, sheet: SheetResult, numbers: set[int]) -> list[str]:
    changes = "; ".join(
        f"{field_word(one.field, sheet.kind)}: {one.old or '—'} → {one.new or '—'}" for one in row.changes
    )
    # A row that is not in has to be put right and taken in again: its number is kept whole, all others are masked.
    cells = [
        text
        if column in numbers and row.verdict == Verdict.REFUSED
        else masked(cleaned(text))
        if column in numbers
        else masked_text(text)
        for column, text in enumerate(row.cells)
    ]
    return [str(row.row), verdict_word(row.verdict), row.text, masked_text(changes), *cells]


def _title(result: ImportResult, sheet: SheetResult) -> str:
    text = translate(
        "VerdictReport",
        "{file}, {sheet}: {rows} rows, {imported} taken in, {updated} updated, {refused} not taken in",
    )
    return text.format(file=result.file, sheet=sheet.sheet, **sheet.counts())


def _write_row(page: Any, number: int, texts: Sequence[str], look: Any) -> None:
    for column, text in enumerate(texts):
        if text:
            page.write_string(number, column, text[:_LONGEST], look)


def _formats(book: Any) -> _Formats:
    plain = {"font_name": "宋体", "font_size": 10, "valign": "top"}
    return _Formats(
        book.add_format({**plain, "bold": True, "font_size": 12}),
        book.add_format({**plain, "bold": True, "bottom": 1, "bg_color": "#E8EDF2"}),
        book.add_format({**plain, "num_format": "@"}),
        {name: book.add_format({**plain, "num_format": "@", "bg_color": tint}) for name, tint in _TINTS.items()},
    )

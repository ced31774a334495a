"""Which sheets of a workbook are read, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.answers import WorkbookKind
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.file_errors import HeadingsMissing, Unreadable
from desktop.core.reasons import FileReason, Reason
from desktop.importing import templates
from desktop.importing.book.blocks import on_its_side, tables_of
from desktop.importing.book.cells import Sheet, Workbook
from desktop.importing.book.headers import Table, field_names, find_table, missing_fields, score_of
from desktop.importing.book.sections import values_of_title
from desktop.importing.kinds import table_kinds
from desktop.importing.options import REPLACE, UNION, ImportOptions
from desktop.services.writing.checks import Checks

HEADINGS, REMEMBERED, BY_HAND = "headings", "remembered", "hand"


@dataclass(frozen=True)
class Chosen:
    """The tables that an import reads, and where their mapping comes from: headings, remembered or hand."""

    tables: tuple[Table, ...]
    source: str

    @property
    def missing(self) -> list[str]:
        """The needed fields that none of the tables has, when not one of them is complete."""
        lacks = [missing_fields(table) for table in self.tables]
        return [] if not lacks or not all(lacks) else lacks[0]


def check_options(kind: WorkbookKind, options: ImportOptions) -> None:
    """Refuse a choice that no workbook could fit."""
    known = {"", *(name for one in table_kinds(kind) for name in field_names(one))}
    wrong = [FieldError("map", Reason.UNKNOWN_WORD, name) for name in options.mapping.values() if name not in known]
    if options.flags not in {UNION, REPLACE}:
        wrong.append(FieldError("flags", Reason.UNKNOWN_WORD, options.flags))
    checks = Checks()
    checks.day("holds_from", options.holds_from)
    wrong += checks.errors
    if options.header_row is not None and options.header_row < 0:
        wrong.append(FieldError("header_row", Reason.OUT_OF_RANGE, "0–"))
    if wrong:
        raise InvalidDraft(wrong)


def choose(book: Workbook, kind: WorkbookKind, options: ImportOptions) -> Chosen:
    """The tables of the workbook, complete ones before others; nothing is refused but a sheet that is not there."""
    sheets = _sheets(book, options)
    if not options.mapping and options.header_row is None:
        recalled = _recalled(sheets, kind, options)
        if recalled:
            return Chosen(recalled, REMEMBERED)
    found = _found(sheets, kind, options)
    complete = tuple(table for table in found if not missing_fields(table))
    return Chosen(complete or found, BY_HAND if options.mapping else HEADINGS)


def require_complete(book: Workbook, chosen: Chosen, options: ImportOptions) -> None:
    """Refuse tables that lack what a row needs, and headings named by hand that stand nowhere."""
    if not chosen.tables:
        raise Unreadable(book.file, FileReason.NO_HEADER)
    if any(on_its_side(table) for table in chosen.tables):
        raise Unreadable(book.file, FileReason.ON_ITS_SIDE)
    if chosen.missing:
        raise HeadingsMissing(book.file, chosen.missing)
    absent = [
        heading
        for heading, name in options.mapping.items()
        if name and not any(name in table.columns for table in chosen.tables)
    ]
    if absent:
        raise HeadingsMissing(book.file, absent)


def unread_sheets(book: Workbook, tables: Sequence[Table], options: ImportOptions) -> list[str]:
    """Other sheets with much the same headings: another month or community that nobody should miss."""
    if options.chosen_sheets:
        return []
    read, first = {table.sheet.name for table in tables}, tables[0]
    others = (sheet for sheet in book.sheets if sheet.name not in read)
    return [sheet.name for sheet in others if _like(first, find_table(sheet, first.kind, options.mapping))]


def _like(first: Table, other: Table | None) -> bool:
    if other is None or missing_fields(other):
        return False
    return len(other.fields) + len(other.days) >= (len(first.fields) + len(first.days)) / 2


def _sheets(book: Workbook, options: ImportOptions) -> list[Sheet]:
    if not options.chosen_sheets:
        return [sheet for sheet in book.sheets if not sheet.hidden] or list(book.sheets)
    by_name = {sheet.name.strip(): sheet for sheet in book.sheets}
    for name in options.chosen_sheets:
        if name not in by_name:
            raise Unreadable(book.file, FileReason.NO_SUCH_SHEET, name)
    return [by_name[name] for name in options.chosen_sheets]


def _found(sheets: list[Sheet], kind: WorkbookKind, options: ImportOptions) -> tuple[Table, ...]:
    found: list[Table] = []
    for one in table_kinds(kind):
        tables = [
            table
            for sheet in sheets
            if (table := find_table(sheet, one, options.mapping, options.header_row)) is not None
        ]
        if len(options.chosen_sheets) > 1 and len(table_kinds(kind)) == 1:
            # Whoever names several sheets means all of them.
            found += tables
        elif tables:
            found += _of_one_shape(max(tables, key=score_of), tables)
    return tuple(part for table in found for part in tables_of(table, options.mapping, options.header_row is None))


def _of_one_shape(best: Table, tables: Sequence[Table]) -> list[Table]:
    """The best table, and those like it where each sheet's name or title says whom it holds: 春晓社区, 金杏社区."""
    alike = [
        table
        for table in tables
        if table.mapping == best.mapping
        and any(values_of_title(table, text) for text in (table.sheet.name, *table.titles))
    ]
    return alike if best in alike else [best]


def _recalled(sheets: list[Sheet], kind: WorkbookKind, options: ImportOptions) -> tuple[Table, ...]:
    """The tables of sheets whose headings were mapped by hand before."""
    found: list[Table] = []
    for one in table_kinds(kind):
        tables = [table for sheet in sheets if (table := templates.recall(sheet, one)) is not None]
        found += tables if len(options.chosen_sheets) > 1 else tables[:1]
    if not found or len(table_kinds(kind)) == 1:
        return tuple(found)
    # Beds and stays may stand on two sheets of which only one was mapped by hand.
    kinds = {table.kind for table in found}
    return (*found, *(table for table in _found(sheets, kind, options) if table.kind not in kinds))

"""One workbook in: read, find the sheet and its headings, take in every row in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core.errors import FieldError, HeadingsMissing, InvalidDraft, Unreadable
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.importing import beds, meals, price_sheets, residents, services, visits
from desktop.importing.cells import Sheet, Workbook
from desktop.importing.headers import Table, field_names, find_table, missing_fields, score_of
from desktop.importing.intake import Intake
from desktop.importing.lines import data_lines
from desktop.importing.reading import ReadingLimits, read_workbook
from desktop.importing.result import ImportResult, SheetResult
from desktop.importing.verdicts import Tally
from desktop.services import import_batches
from desktop.services.actor import Actor
from desktop.services.import_batches import Batch, IssueRow

KINDS = ("residents", "beds", "services", "meals", "visits")


@dataclass(frozen=True)
class ImportOptions:
    """What the person chose: ``mapping`` is heading → field, ``month`` that of dates without one."""

    sheet: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    dry_run: bool = False
    month: Month | None = None
    limits: ReadingLimits = field(default_factory=ReadingLimits)


@dataclass(frozen=True)
class _Job:
    """An import on its way."""

    batch: Batch
    book: Workbook
    options: ImportOptions
    progress: Progress

    def intake(self, table: Table) -> Intake:
        month = meals.month_of(table, self.book.file, self.options.month)
        return Intake(self.batch, table, tuple(data_lines(table)), Tally(), self.progress, month)


def import_workbook(
    actor: Actor, kind: str, path: Path, options: ImportOptions | None = None, progress: Progress | None = None
) -> ImportResult:
    """Take a workbook in as one of ``KINDS``; all of it is on disk at the end, or nothing."""
    options, progress = options or ImportOptions(), progress or Progress()
    progress.start(0, translate("Import", "Reading the file"))
    book = read_workbook(path, options.limits, progress)
    tables = _tables(book, kind, options)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with import_batches.importing(actor, kind, book.file, tables[0].sheet.name, digest, options.dry_run) as batch:
        job = _Job(batch, book, options, progress)
        sheets, recorded = _take_in(job, kind, tables)
        _name_unread_sheets(job, tables, sheets[0].tally)
        import_id = None if options.dry_run else batch.id
        result = ImportResult(import_id, kind, book.file, tuple(sheets), recorded, options.dry_run)
        rows = [IssueRow(one.row, one.verdict, one.reason, one.text, one.value) for one in result.issues]
        import_batches.finish(batch, result.answer(), rows)
    return result


def preview(path: Path, kind: str, options: ImportOptions | None = None) -> tuple[Table, ...]:
    """The sheets and headings that an import would read, for choosing and mapping by hand; needs no database."""
    options = options or ImportOptions()
    return tuple(_tables(read_workbook(path, options.limits), kind, options, needed=False))


def _take_in(job: _Job, kind: str, tables: list[Table]) -> tuple[list[SheetResult], dict[str, int]]:
    if kind == "beds":
        return _take_in_beds(job, tables)
    intake = job.intake(tables[0])
    recorded: dict[str, int] = {}
    if kind == "residents":
        residents.take_in(intake)
    elif kind == "services":
        services.take_in(intake)
    elif kind == "visits":
        visits.take_in(intake)
    else:
        _take_in_prices(job, intake)
        recorded["meals"] = meals.take_in(intake)
    return [SheetResult.of(tables[0], intake.tally)], recorded


def _take_in_beds(job: _Job, tables: list[Table]) -> tuple[list[SheetResult], dict[str, int]]:
    results, recorded = [], {"beds": 0, "stays": 0}
    for table in tables:
        intake = job.intake(table)
        if table.kind == "beds":
            beds.take_in_beds(intake)
        else:
            beds.take_in_stays(intake)
        recorded[table.kind] += intake.tally.imported
        results.append(SheetResult.of(table, intake.tally))
    return results, recorded


def _take_in_prices(job: _Job, intake: Intake) -> None:
    for sheet in job.book.sheets:
        if sheet.name != intake.table.sheet.name and intake.month is not None and price_sheets.is_price_sheet(sheet):
            price_sheets.take_in(job.batch.unit, sheet, intake.month, intake.tally)


def _tables(book: Workbook, kind: str, options: ImportOptions, needed: bool = True) -> list[Table]:
    sheets = _chosen_sheets(book, options)
    kinds = ("beds", "stays") if kind == "beds" else (kind,)
    _check_mapping(kinds, options)
    found = [table for one in kinds if (table := _best(sheets, one, options)) is not None]
    complete = [table for table in found if not missing_fields(table)]
    if complete and needed:
        _refuse_absent(book, complete, options)
    if complete or not needed:
        return complete or found
    if not found:
        raise Unreadable(book.file, "no_header")
    raise HeadingsMissing(book.file, missing_fields(found[0]))


def _check_mapping(kinds: tuple[str, ...], options: ImportOptions) -> None:
    known = {name for kind in kinds for name in field_names(kind)}
    wrong = [name for name in options.mapping.values() if name not in known]
    if wrong:
        raise InvalidDraft([FieldError("map", "unknown_word", name) for name in wrong])


def _refuse_absent(book: Workbook, tables: list[Table], options: ImportOptions) -> None:
    """A heading that was named by hand and stands nowhere would be a silent mistake."""
    absent = [
        heading for heading, name in options.mapping.items() if not any(name in table.columns for table in tables)
    ]
    if absent:
        raise HeadingsMissing(book.file, absent)


def _chosen_sheets(book: Workbook, options: ImportOptions) -> list[Sheet]:
    if options.sheet:
        wanted = [sheet for sheet in book.sheets if sheet.name.strip() == options.sheet.strip()]
        if not wanted:
            raise Unreadable(book.file, "no_such_sheet", options.sheet)
        return wanted
    return [sheet for sheet in book.sheets if not sheet.hidden] or list(book.sheets)


def _best(sheets: list[Sheet], kind: str, options: ImportOptions) -> Table | None:
    tables = [table for sheet in sheets if (table := find_table(sheet, kind, options.mapping)) is not None]
    return max(tables, key=score_of, default=None)


def _name_unread_sheets(job: _Job, tables: list[Table], tally: Tally) -> None:
    """A second sheet with the same headings is another month or community that nobody should miss."""
    read = {table.sheet.name for table in tables}
    for sheet in job.book.sheets:
        if sheet.name in read or sheet.hidden or job.options.sheet:
            continue
        other = find_table(sheet, tables[0].kind, job.options.mapping)
        if other is not None and not missing_fields(other) and len(other.fields) >= len(tables[0].fields) / 2:
            tally.warn(0, "sheet_not_read", sheet.name)

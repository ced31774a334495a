"""Every chosen table of a workbook, row by row: judged, or judged and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.core.dates import find_month, find_year
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.importing.book.cells import Workbook
from desktop.importing.book.headers import Table
from desktop.importing.book.lines import Fixes, read_lines
from desktop.importing.choosing import Chosen, unread_sheets
from desktop.importing.intake import Intake
from desktop.importing.kinds.kind import Kind
from desktop.importing.options import ImportOptions
from desktop.importing.result import SheetResult
from desktop.importing.verdicts import Tally
from desktop.services.import_batches import Batch
from desktop.services.writing.actor import Actor

SheetFixes = Mapping[str, Fixes]


@dataclass(frozen=True)
class Job:
    """An import on its way; without a ``batch`` nothing is written."""

    actor: Actor
    book: Workbook
    chosen: Chosen
    options: ImportOptions
    progress: Progress
    fixes: SheetFixes = field(default_factory=dict)
    batch: Batch | None = None
    readings: dict[str, dict[int, Any]] = field(default_factory=dict)

    def intake(self, table: Table) -> Intake:
        """One of the tables with its data rows."""
        month = month_of(table, self.book.file, self.options.month)
        read = {one.sheet.name for one in self.chosen.tables}
        found, tally = read_lines(table, self.fixes.get(table.name)), Tally()
        for remark in found.remarks:
            tally.warn(remark.row, remark.reason, remark.value)
        for heading in found.not_read:
            tally.warn(table.header_row, Reason.COLUMN_NOT_READ, heading)
        beside = tuple(one for one in self.book.sheets if one.name not in read)
        readings = self.readings.setdefault(table.name, {})
        lines = tuple(found.lines)
        return Intake(self.actor, self.batch, table, lines, tally, self.progress, month, self.options, readings, beside)


def take_in(job: Job, kind: Kind) -> tuple[list[SheetResult], dict[str, int]]:
    """The verdicts of every table, and how many beds, stays or meals came of them."""
    recorded = dict.fromkeys(kind.tables, 0) if kind.counted else {}
    results = []
    for table in job.chosen.tables:
        intake = job.intake(table)
        count = kind.tables[table.kind](intake)
        if kind.counted:
            recorded[table.kind] += count
        results.append(SheetResult.of(table, intake.tally, intake.lines))
    for name in unread_sheets(job.book, job.chosen.tables, job.options):
        results[0].tally.warn(0, Reason.SHEET_NOT_READ, name)
    return results, recorded


def month_of(table: Table, file: str, given: Month | None) -> Month | None:
    """The month that a sheet speaks of: given, in a title, in the sheet's name or in that of the file."""
    if given is not None:
        return given
    texts = (*table.titles, table.sheet.name, file)
    year = next((found for text in texts if (found := find_year(text)) is not None), None)
    return next((month for text in texts if (month := find_month(text, year)) is not None), None)

"""Every chosen table of a workbook, row by row: judged, or judged and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.core.progress import Progress
from desktop.importing.book.cells import Workbook
from desktop.importing.book.headers import Table
from desktop.importing.book.lines import Fixes, data_lines
from desktop.importing.choosing import Chosen, unread_sheets
from desktop.importing.intake import Intake
from desktop.importing.kinds import beds, meals, price_sheets, residents, services, visits
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
        month = meals.month_of(table, self.book.file, self.options.month)
        sheet = table.sheet.name
        lines = tuple(data_lines(table, self.fixes.get(sheet)))
        readings = self.readings.setdefault(sheet, {})
        return Intake(self.actor, self.batch, table, lines, Tally(), self.progress, month, self.options, readings)


def take_in(job: Job, kind: str) -> tuple[list[SheetResult], dict[str, int]]:
    """The verdicts of every table, and how many beds, stays or meals came of them."""
    recorded: dict[str, int] = {"beds": 0, "stays": 0} if kind == "beds" else {}
    results = []
    for table in job.chosen.tables:
        intake = job.intake(table)
        _take_table(job, intake, recorded)
        results.append(SheetResult.of(table, intake.tally))
    for name in unread_sheets(job.book, job.chosen.tables, job.options):
        results[0].tally.warn(0, "sheet_not_read", name)
    return results, recorded


def _take_table(job: Job, intake: Intake, recorded: dict[str, int]) -> None:
    kind = intake.table.kind
    if kind == "residents":
        residents.take_in(intake)
    elif kind == "services":
        services.take_in(intake)
    elif kind == "visits":
        visits.take_in(intake)
    elif kind == "meals":
        _take_prices(job, intake)
        recorded["meals"] = recorded.get("meals", 0) + meals.take_in(intake)
    else:
        (beds.take_in_beds if kind == "beds" else beds.take_in_stays)(intake)
        recorded[kind] += intake.tally.imported


def _take_prices(job: Job, intake: Intake) -> None:
    read = {table.sheet.name for table in job.chosen.tables}
    for sheet in job.book.sheets:
        if sheet.name not in read and intake.month is not None and price_sheets.is_price_sheet(sheet):
            price_sheets.take_in(intake.unit, sheet, intake.month, intake.tally)

"""更正单 as a PDF: what it holds, what it moves, who opened and who answered it."""

from __future__ import annotations

from pathlib import Path

from desktop.core import clock
from desktop.core.document import Report
from desktop.core.files import make_folder
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import CorrectionState
from desktop.reports.months.corrected import TITLE, correction_sheet
from desktop.reports.months.render import reports_of
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.services.closing import corrections, staging
from desktop.services.closing.corrections import CorrectionRow
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from desktop.services.writing.frozen import Version


def sheet_of(actor: Actor, correction_id: int) -> Report:
    """The sheet of a correction as it stands now; of one that waits its differences are counted."""
    row = corrections.of_id(correction_id)
    told = corrections.differences(actor, correction_id, reports_of)
    return correction_sheet(row, staging.lines(correction_id), told, _version(row))


def write_sheet(actor: Actor, correction_id: int, folder: Path, progress: Progress | None = None) -> RenderResult:
    """Write the sheet into a folder; its file name names the month and no person."""
    make_folder(folder)
    row = corrections.of_id(correction_id)
    path = folder / f"{row.month}-{TITLE}-第{row.number}号.pdf"
    return write_pdf(sheet_of(actor, correction_id), path, clock.today(), progress)


def _version(row: CorrectionRow) -> Version | None:
    month = Month.parse(row.month)
    if row.version is not None:
        return frozen.numbered(month, row.version)
    return frozen.latest(month) if row.state == CorrectionState.OPEN else None

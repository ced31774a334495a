"""The district's report on paper and as a workbook, and what it counted remembered for the next one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.files import make_folder
from desktop.core.progress import Progress
from desktop.district import since
from desktop.district.answers import Found
from desktop.district.report import TITLE, report_of
from desktop.district.since import Since
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.services.writing.going_out import looking


@dataclass(frozen=True)
class Folders:
    """Where each kind of file is written; into none where no folder is given."""

    pdf: Path | None = None
    xlsx: Path | None = None


@dataclass(frozen=True)
class Written:
    """The report that was written, and what it told of corrections."""

    pdf: RenderResult | None
    xlsx: RenderResult | None
    since: Since


def write_report(folder: Path, district: str, found: Found, folders: Folders, progress: Progress) -> Written:
    """Write the report of a month."""
    changed = since.changed(folder, found)
    report, today, name = report_of(district, found, changed), clock.today(), f"{TITLE}-{found.month}"
    pdf = xlsx = None
    # No centre's log stands here, and nobody is named in it.
    with looking():
        if folders.pdf is not None:
            pdf = write_pdf(report, make_folder(folders.pdf) / f"{name}.pdf", today, progress)
        if folders.xlsx is not None:
            xlsx = write_xlsx(report, make_folder(folders.xlsx) / f"{name}.xlsx", today, progress)
    since.remember(folder, found)
    return Written(pdf, xlsx, changed)

"""The reports of a month, as they are printed: of a closed month as they were frozen, of another as of now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.answers import ReportKind
from desktop.core.document import Report
from desktop.core.errors import NotFound
from desktop.core.files import make_folder
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import MonthState
from desktop.reports.months.corrected import with_correction
from desktop.reports.months.render import TITLES, as_of, reports_of
from desktop.reports.paper.book import write_book
from desktop.reports.paper.csv_tables import write_csv
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import month_words
from desktop.services import figures
from desktop.services.centre import accounts
from desktop.services.closing import corrections, documents, month_close, paper_codes
from desktop.services.writing import frozen, months
from desktop.services.writing.frozen import Version


@dataclass(frozen=True)
class MonthReports:
    """The reports of a month by kind; ``version`` is that of a closed month, None while it is open.

    A report that a closed month had not yet (月结时尚无此表) is not among them.
    """

    month: Month
    version: Version | None
    reports: dict[str, Report]


@dataclass(frozen=True)
class Folders:
    """Where reports are written: each kind of file into the folder that is given for it, into none without one."""

    pdf: Path | None = None
    xlsx: Path | None = None
    csv: Path | None = None


@dataclass(frozen=True)
class Written:
    """One report that was written: PDF, workbook, a CSV file for each of its tables."""

    kind: str
    title: str
    number: str
    pdf: RenderResult | None
    xlsx: RenderResult | None
    csv: tuple[Path, ...] = ()

    @property
    def files(self) -> list[Path]:
        """Every file that was written."""
        return [*(one.path for one in (self.pdf, self.xlsx) if one is not None), *self.csv]

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters that the fonts lack."""
        return tuple(dict.fromkeys(char for one in (self.pdf, self.xlsx) if one for char in one.missing))


def freeze_earlier() -> list[Version]:
    """Freeze the months that an earlier version of the program closed; nothing to do on any later day."""
    return month_close.freeze_earlier(reports_of, accounts.station_number()) if frozen.incomplete() else []


def month_reports(month: Month, number: int | None = None) -> MonthReports:
    """The reports of a month, of a closed one by its version's ``number`` (None: the one that holds).

    Raises FrozenChanged where a closed one no longer fits its hash, NotFound for a version that there is none of.
    """
    if months.state(month) != MonthState.OPEN:
        freeze_earlier()
    version = frozen.latest(month) if number is None else frozen.numbered(month, number)
    if version is None and number is not None:
        raise NotFound(Thing.MONTH, f"{month} V{number}")
    if version is None:
        return MonthReports(month, None, dict(reports_of(figures.figures_of(month))))
    kept = {kind: documents.report(version, kind) for kind in TITLES}
    return MonthReports(month, version, {kind: report for kind, report in kept.items() if report is not None})


def write_set(kinds: Sequence[str], found: MonthReports, folders: Folders, progress: Progress) -> list[Written]:
    """Write the reports of these kinds into the folders that are given."""
    return [
        write_report(kind, printed(kind, found), file_stem(found.reports[kind], found.month), folders, progress)
        for kind in kinds
        if kind in found.reports
    ]


def write_whole(found: MonthReports, folder: Path, progress: Progress) -> RenderResult:
    """Write all reports of the month as one PDF with contents in front."""
    make_folder(folder)
    reports = [printed(kind, found) for kind in found.reports]
    title = f"{month_words(found.month)}报表"
    path = folder / f"{file_stem(replace(reports[0], title='全部报表'), found.month)}.pdf"
    return write_book(title, reports, path, clock.today(), progress)


def printed(kind: str, found: MonthReports) -> Report:
    """A report as it stands on paper today.

    That of a closed month bears its version, the first 8 characters of the hash, the log's head at the close and the
    code that leads back to it; a draft bears today's head and no code. Printed before its month is over, it
    says so beside the month: what is to come cannot be in it.
    """
    version, report = found.version, found.reports[kind]
    if version is None:
        proof = f"草稿　台账至 {paper_codes.head_words(month_close.head())}"
        draft = replace(report, number=f"{report.number}（草稿，未月结）", proof=proof)
        return as_of(draft, found.month, clock.today())
    row = corrections.of_version(version) if version.origin == frozen.CORRECTED else None
    if row is not None:
        report = with_correction(report, ReportKind(kind), version, row)
    later = "（补冻）" if version.frozen_later else ""
    return replace(
        report,
        number=f"{report.number}-V{version.number}-{version.sha256[:8]}{later}",
        proof=f"台账至 {paper_codes.head_words(version.head)}",
        code=paper_codes.of(version, kind),
    )


def file_stem(report: Report, month: Month) -> str:
    """A file name without ending that says which report of which centre and month it is, and names no person."""
    centre = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "", report.centre)[:40]
    return f"{month}-{report.title}-{centre or report.number[:6]}"


def write_report(kind: str, report: Report, stem: str, folders: Folders, progress: Progress) -> Written:
    """Write one report as files of this name, without ending, into the folders that are given."""
    today = clock.today()
    paper = book = None
    tables: tuple[Path, ...] = ()
    if folders.pdf is not None:
        paper = write_pdf(report, make_folder(folders.pdf) / f"{stem}.pdf", today, progress)
    if folders.xlsx is not None:
        book = write_xlsx(report, make_folder(folders.xlsx) / f"{stem}.xlsx", today, progress)
    if folders.csv is not None:
        tables = write_csv(report, make_folder(folders.csv), stem, progress)
    return Written(kind, report.title, report.number, paper, book, tables)

"""The monthly reports and ad-hoc lists, on paper and as workbooks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from desktop.core.answers import ReportKind
from desktop.core.document import Cell, Heading, Report, Section
from desktop.core.figures.month import MonthFigures
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.reports.months import bed_subsidy, beds, canteen, indicators, people, rolls, services, summary, visits
from desktop.reports.months.corrected import corrections_section
from desktop.reports.months.explained import explained_sections
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import month_words
from desktop.services.own_forms import layouts


@dataclass(frozen=True)
class _Form:
    title: str
    sections: Callable[[MonthFigures], tuple[Section, ...]]
    landscape: bool = False


_FORMS = {
    ReportKind.VISITS: _Form(visits.TITLE, visits.sections, landscape=True),
    ReportKind.SERVICES: _Form(services.TITLE, services.sections),
    ReportKind.CANTEEN: _Form(canteen.TITLE, canteen.sections),
    ReportKind.BEDS: _Form(beds.TITLE, beds.sections, landscape=True),
    ReportKind.PEOPLE: _Form(people.TITLE, people.sections),
    ReportKind.INDICATORS: _Form(indicators.TITLE, indicators.sections, landscape=True),
    ReportKind.SUMMARY: _Form(summary.TITLE, summary.sections),
    ReportKind.ALLOWANCES: _Form(rolls.ALLOWANCES_TITLE, rolls.allowances, landscape=True),
    ReportKind.KEPT: _Form(rolls.KEPT_TITLE, rolls.kept, landscape=True),
    ReportKind.CARERS: _Form(rolls.CARERS_TITLE, rolls.carers, landscape=True),
    ReportKind.SUBSIDY: _Form(bed_subsidy.TITLE, bed_subsidy.sections, landscape=True),
}
KINDS = tuple(ReportKind)
TITLES: Mapping[ReportKind, str] = MappingProxyType({kind: form.title for kind, form in _FORMS.items()})


def reports_of(figures: MonthFigures) -> dict[str, Report]:
    """The data of every report of a month, by kind, laid out as the centre wants it."""
    looks = layouts.in_force(figures.month)
    plain = {kind: report_of(kind, figures) for kind in KINDS}
    return {kind: layouts.laid_out(one, looks[kind]) if kind in looks else one for kind, one in plain.items()}


def report_of(kind: ReportKind, figures: MonthFigures, number: str = "", printed_on: dt.date | None = None) -> Report:
    """A report as data; without a number of its own it bears centre, month and place in the set."""
    form = _FORMS[kind]
    report = Report(
        title=form.title,
        centre=figures.centre.name,
        period=month_words(figures.month),
        sections=form.sections(figures) + _appended(kind, figures),
        landscape=form.landscape,
        number=number or default_number(kind, figures),
    )
    return report if printed_on is None else as_of(report, figures.month, printed_on)


def _appended(kind: ReportKind, figures: MonthFigures) -> tuple[Section, ...]:
    """What was said about the matters of the report, and the corrections of the month."""
    corrected = (corrections_section(figures.corrected),) if figures.corrected else ()
    return explained_sections(kind, figures.explained) + corrected


def as_of(report: Report, month: Month, printed_on: dt.date) -> Report:
    """The report as printed on a day; before the month is over it says so beside the month."""
    if printed_on >= month.last:
        return report
    return replace(report, period=f"{report.period}（月中，截至{printed_on:%m-%d}）")


def default_number(kind: ReportKind, figures: MonthFigures) -> str:
    """The report number: centre, month, place in the set, such as ``530114-202610-01``."""
    month = figures.month
    return f"{figures.centre.number}-{month.year}{month.number:02d}-{KINDS.index(kind) + 1:02d}"


@dataclass(frozen=True)
class ListPage:
    """An ad-hoc list of a page of the window: what it is called, whose it is, what it shows."""

    title: str
    centre: str
    columns: tuple[Heading, ...]
    rows: Sequence[tuple[Cell, ...]]
    period: str = ""
    note: str = ""


def list_report(page: ListPage, path: Path, *, printed_on: dt.date, progress: Progress | None = None) -> RenderResult:
    """Write a list with 序号 in front, as PDF or workbook by the ending of ``path``."""
    columns = (Heading("序号", "centre"), *page.columns)
    rows = tuple((number, *row) for number, row in enumerate(page.rows, 1))
    part = Section(f"共 {len(rows)} 条", columns, rows, note=page.note)
    report = Report(page.title, page.centre, page.period, (part,), landscape=len(columns) > 7)
    write = write_xlsx if path.suffix.lower() == ".xlsx" else write_pdf
    return write(report, path, printed_on, progress)

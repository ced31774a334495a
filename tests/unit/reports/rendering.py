"""A report of figures made by hand, straight onto paper."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.document import Section
from desktop.core.figures.month import MonthFigures
from desktop.core.progress import Progress
from desktop.reports.months.render import report_of
from desktop.reports.paper.document import RenderResult
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx


def sections(kind: str, figures: MonthFigures) -> tuple[Section, ...]:
    return report_of(kind, figures).sections


def render_pdf(
    kind: str,
    figures: MonthFigures,
    path: Path,
    *,
    printed_on: dt.date,
    number: str = "",
    progress: Progress | None = None,
) -> RenderResult:
    return write_pdf(report_of(kind, figures, number, printed_on), path, printed_on, progress)


def render_xlsx(
    kind: str,
    figures: MonthFigures,
    path: Path,
    *,
    printed_on: dt.date,
    number: str = "",
    progress: Progress | None = None,
) -> RenderResult:
    return write_xlsx(report_of(kind, figures, number, printed_on), path, printed_on, progress)

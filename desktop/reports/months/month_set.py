"""A month's reports written into folders, each under its official name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.figures.month import MonthFigures
from desktop.core.files import make_folder
from desktop.core.progress import Progress
from desktop.reports.months.render import TITLES, default_name, default_number, render_pdf, render_xlsx
from desktop.reports.paper.document import RenderResult
from desktop.services.closing import month_close
from desktop.services.writing import months


@dataclass(frozen=True)
class Written:
    """One report that was written: PDF, workbook or both."""

    kind: str
    title: str
    number: str
    pdf: RenderResult | None
    xlsx: RenderResult | None

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters that the fonts lack."""
        return tuple(dict.fromkeys(char for one in (self.pdf, self.xlsx) if one for char in one.missing))


def report_number(kind: str, figures: MonthFigures) -> str:
    """The report's number; of a closed month with version and the first 8 characters of what was frozen.

    The hash stands only beside the figures that it was made of: where they have moved since, the paper says so.
    """
    number = default_number(kind, figures)
    digest = months.frozen_hash(figures.month)
    if not digest:
        return f"{number}（未月结）"
    return f"{number}（与月结时不同）" if month_close.moved_since(figures) else f"{number}-V1-{digest[:8]}"


def write_set(
    kinds: Sequence[str], figures: MonthFigures, pdf: Path | None, xlsx: Path | None, progress: Progress
) -> list[Written]:
    """Write the reports of these kinds into the folders that are given."""
    for folder in (pdf, xlsx):
        if folder is not None:
            make_folder(folder)
    return [_write(kind, figures, pdf, xlsx, progress) for kind in kinds]


def _write(kind: str, figures: MonthFigures, pdf: Path | None, xlsx: Path | None, progress: Progress) -> Written:
    number, today = report_number(kind, figures), clock.today()
    paper = book = None
    if pdf is not None:
        path = pdf / default_name(kind, figures, "pdf")
        paper = render_pdf(kind, figures, path, printed_on=today, number=number, progress=progress)
    if xlsx is not None:
        path = xlsx / default_name(kind, figures, "xlsx")
        book = render_xlsx(kind, figures, path, printed_on=today, number=number, progress=progress)
    return Written(kind, TITLES[kind], number, paper, book)

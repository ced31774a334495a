"""A monthly report of 2 000 rows ÷ the same rows in a bare reportlab table."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.platypus import LongTable, SimpleDocTemplate

from desktop.core.figures.month import MonthFigures
from desktop.reports.paper.fonts import REGULAR
from desktop.services.writing import going_out
from tests.benchmarks.measuring import Measured, median_ms
from tests.unit.reports import samples
from tests.unit.reports.rendering import render_pdf, sections

ROWS = 2_000


def measure(folder: Path) -> Measured:
    """The median of three runs each."""
    figures = samples.month_figures(visits=samples.visits(visited=ROWS))
    ours = median_ms(lambda: _report(figures, folder / "ours.pdf"), 3)
    floor = median_ms(lambda: _bare(figures, folder / "bare.pdf"), 3)
    return Measured(f"monthly PDF of {ROWS} rows", ours, floor, "bare reportlab LongTable")


def _report(figures: MonthFigures, path: Path) -> None:
    with going_out.looking():
        render_pdf("visits", figures, path, printed_on=dt.date(2026, 11, 1))


def _bare(figures: MonthFigures, path: Path) -> None:
    biggest = max(sections("visits", figures), key=lambda section: len(section.rows))
    rows = [[str(cell) for cell in row] for row in biggest.rows]
    table = LongTable(rows, style=[("FONTNAME", (0, 0), (-1, -1), REGULAR), ("FONTSIZE", (0, 0), (-1, -1), 9)])
    SimpleDocTemplate(str(path), pagesize=A4).build([table])

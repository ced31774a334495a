"""A report as CSV: a file for each of its tables, with the same words and numbers as on paper.

UTF-8 with a mark in front, so that Excel reads the Chinese; a text that Excel would take for a formula is quoted.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

from desktop.core.document import Cell, Report, Section
from desktop.core.progress import Progress
from desktop.reports.paper import fonts
from desktop.reports.paper.document import cell_text
from desktop.reports.paper.held import held_by
from desktop.services.writing.going_out import leaving

# What a spreadsheet takes for the beginning of a formula, in both widths.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(report: Report, folder: Path, stem: str, progress: Progress | None = None) -> tuple[Path, ...]:
    """Write the tables into a folder as ``<stem>-01-<table>.csv`` …; the files, in the order of the tables."""
    watch = progress or Progress()
    watch.start(len(report.sections), report.title)
    made = []
    for number, section in enumerate(report.sections, 1):
        path = folder / f"{stem}-{number:02d}-{_named(section.title)}.csv"
        with leaving(path, held_by(replace(report, sections=(section,)))) as part:
            part.write_bytes(table_bytes(section))
        made.append(path)
        watch.step()
    return tuple(made)


def table_bytes(section: Section) -> bytes:
    """Head, rows and totals of a table."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerow([_field(column.title) for column in section.columns])
    for row in (*section.rows, *((section.totals,) if section.totals else ())):
        writer.writerow([_field(cell) for cell in row])
    return buffer.getvalue().encode("utf-8-sig")


def _field(cell: Cell) -> str:
    """A number as it is, below zero too; a text never as a formula."""
    if not isinstance(cell, str):
        return cell_text(cell)
    words = fonts.tidy(cell)
    # Looked at as it is written too: a mark that nobody sees stood in front of the = and is gone now.
    wild = any(one.lstrip(" ").startswith(_FORMULA) for one in (cell, words))
    return f"'{words}" if wild else words


def _named(title: str) -> str:
    return "".join(char for char in fonts.tidy(title).partition("、")[2] or title if char.isalnum())[:30]

"""How the data of a report is spelled on paper and in a workbook, and what came of writing it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop.core.document import Cell

DASH = "—"
NOTHING = "（无）"


@dataclass(frozen=True)
class RenderResult:
    """What was written: the file, its pages (sheets of a workbook), characters that the fonts lack."""

    path: Path
    pages: int
    missing: tuple[str, ...] = ()


def cell_text(cell: Cell) -> str:
    """A cell as printed; a value that does not exist is a dash."""
    return DASH if cell is None else str(cell)


def date_text(day: dt.date) -> str:
    """A date as an official form writes it: ``2026年11月2日``."""
    return f"{day.year}年{day.month}月{day.day}日"

"""What a sheet consists of once it was read, and how it travels between two processes as JSON lines."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

Cell = str | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Merge:
    """A merged range; rows and columns count from 0, both ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: ``rows[0]`` is row 1 of the sheet, trailing blanks are cut; ``hidden_rows`` count from 0."""

    name: str
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Workbook:
    """Every sheet of a file in its order; ``file`` is the name without folders."""

    file: str
    sheets: tuple[Sheet, ...]


def blank(cell: Cell) -> bool:
    """Whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """The cell as a person reads it: whole numbers without a point, no blanks around."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell == cell and abs(cell) < 1e15 and cell == int(cell) else repr(cell)
    return str(cell).strip()


def encode(cell: Cell) -> Any:
    """The cell as JSON, its type kept."""
    if isinstance(cell, dt.datetime):
        return {"moment": cell.isoformat()}
    if isinstance(cell, dt.date):
        return {"date": cell.isoformat()}
    if isinstance(cell, dt.time):
        return {"time": cell.isoformat()}
    if isinstance(cell, dt.timedelta):
        return {"seconds": cell.total_seconds()}
    return None if cell == "" else cell


def decode(value: Any) -> Cell:
    """The cell that ``encode`` wrote."""
    if isinstance(value, dict):
        ((kind, content),) = value.items()
        if kind == "moment":
            return dt.datetime.fromisoformat(content)
        if kind == "date":
            return dt.date.fromisoformat(content)
        if kind == "time":
            return dt.time.fromisoformat(content)
        return dt.timedelta(seconds=content)
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if value is None or isinstance(value, (str, float, bool)):
        return value
    raise ValueError(f"not a cell: {value!r}")

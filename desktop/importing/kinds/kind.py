"""What an import has to know of a kind of workbook: its tables, and what becomes of their rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core.answers import WorkbookKind
from desktop.core.period import Month
from desktop.importing.book.cells import Workbook
from desktop.importing.book.headers import Table
from desktop.importing.intake import Intake

Take = Callable[[Intake], int]


def _dated(_table: Table, _month: Month | None) -> bool:
    """Rows of most tables have dates of their own."""
    return True


def _as_it_is(_book: Workbook, _chosen: Sequence[str]) -> Workbook | None:
    """Most kinds of workbooks are lists already."""
    return None


@dataclass(frozen=True)
class Kind:
    """One kind of workbook.

    ``tables`` names the kinds of tables in it (resources/rules: headings.toml, blank_templates.toml) with what takes
    one in and says how many records came of it; ``counted`` kinds tell that number. ``dated`` says of a table whether
    each of its rows can be told its day; rows of a kind ``by_month`` have dates that may lack their year. Rows of a
    kind ``judged_alone`` are checked without being written. ``gathered`` makes one table of
    forms that have a sheet each.
    """

    name: WorkbookKind
    tables: Mapping[str, Take]
    counted: bool = False
    by_month: bool = False
    judged_alone: bool = False
    dated: Callable[[Table, Month | None], bool] = _dated
    gathered: Callable[[Workbook, Sequence[str]], Workbook | None] = _as_it_is

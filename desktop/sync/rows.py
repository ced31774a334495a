"""Which records go into a sync file, read from the database as the lines of its parts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.core.canonical import line
from desktop.core.period import Month
from desktop.models import query
from desktop.services import figures
from desktop.services.closing import exports
from desktop.services.figures.contract import as_json
from desktop.services.writing import frozen, months
from desktop.sync.format import FULL, STAMPS, Part

_IN_MONTH = "BETWEEN span.first AND span.last"
_TOUCHES_MONTH = "t.from_on <= span.last AND (t.to_on IS NULL OR t.to_on >= span.first)"
_VISITS = f"SELECT v.id FROM visit v, span WHERE v.visited_on {_IN_MONTH}"
_PEOPLE = "SELECT id FROM people"

# What of a table belongs to a month; tables that are not named go into every file whole.
_OF_MONTH = {
    "resident": f"t.id IN ({_PEOPLE})",
    **dict.fromkeys(("contact", "external_id", "flag", "grade", "register_event"), f"t.resident_id IN ({_PEOPLE})"),
    "visit": f"t.visited_on {_IN_MONTH}",
    "visitor": f"t.visit_id IN ({_VISITS})",
    "visit_need": f"t.visit_id IN ({_VISITS})",
    "risk": "t.found_on <= span.last AND (t.closed_on IS NULL OR t.closed_on >= span.first)",
    "help_service": f"t.service_on {_IN_MONTH}",
    "meal": f"t.eaten_on {_IN_MONTH}",
    **dict.fromkeys(("stay", "leave", "bed_outage"), _TOUCHES_MONTH),
    **dict.fromkeys(("excusal", "month", "correction"), "t.month = span.month"),
}
_WHO = ("visit", "risk", "help_service", "meal", "stay", "excusal")
_ABOUT = ("contact", "external_id", "flag", "grade", "register_event")
# The people whom rows of the month refer to, and those of whom anything was changed since the last file.
_PEOPLE_OF_MONTH = " UNION ".join(
    [
        *(f"SELECT t.resident_id FROM {table} t, span WHERE {_OF_MONTH[table]}" for table in _WHO),
        "SELECT t.id FROM resident t, span WHERE t.changed_at >= span.since",
        *(f"SELECT t.resident_id FROM {table} t, span WHERE t.changed_at >= span.since" for table in _ABOUT),
    ]
)


@dataclass(frozen=True)
class Scope:
    """What a file covers: one month, or everything (``month`` None)."""

    month: Month | None = None

    @property
    def kind(self) -> str:
        """``month`` or ``full``."""
        return FULL if self.month is None else "month"

    @property
    def period(self) -> str:
        """``2026-10`` or ``full``."""
        return FULL if self.month is None else str(self.month)


def lines_of(part: Part, scope: Scope) -> list[bytes]:
    """The records of a part in order of their uid, one canonical line each."""
    keys = (*STAMPS, *(column.key for column in part.columns))
    booleans = {len(STAMPS) + index for index, column in enumerate(part.columns) if column.boolean}
    return [line(_row(keys, booleans, values)) for values in _fetch(part, scope)]


def figures_of(scope: Scope) -> list[dict[str, Any]]:
    """The figures of the month, or of every closed month in a full file; closed months as they were frozen."""
    wanted = map(Month.parse, months.closed_months()) if scope.month is None else [scope.month]
    found = [frozen.figures(month) for month in wanted]
    if scope.month is not None and found == [None]:
        return [as_json(figures.figures_of(scope.month))]
    return [one for one in found if one]


def _row(keys: tuple[str, ...], booleans: set[int], values: tuple[Any, ...]) -> dict[str, Any]:
    return {
        key: bool(value) if index in booleans and value is not None else value
        for index, (key, value) in enumerate(zip(keys, values, strict=True))
    }


def _fetch(part: Part, scope: Scope) -> list[query.Row]:
    chosen = [f"t.{stamp}" for stamp in STAMPS]
    joins = ""
    for index, column in enumerate(part.columns):
        if column.table:
            joins += f" LEFT JOIN {column.table} r{index} ON r{index}.id = t.{column.name}"
        chosen.append(f"r{index}.uid" if column.table else f"t.{column.name}")
    select = f"SELECT {', '.join(chosen)} FROM {part.table} t"
    condition = _OF_MONTH.get(part.table)
    if scope.month is None or condition is None:
        return query.fetch(f"{select}{joins} ORDER BY t.uid")
    month = scope.month
    people = f", people (id) AS ({_PEOPLE_OF_MONTH})" if _PEOPLE in condition else ""
    return query.fetch(
        f"WITH span (first, last, month, since) AS (VALUES (?, ?, ?, ?)){people}"
        f" {select} JOIN span{joins} WHERE {condition} ORDER BY t.uid",
        [month.first.isoformat(), month.last.isoformat(), str(month), _since(month)],
    )


def _since(month: Month) -> str:
    # From the month's first day, or further back to the day before the last file: no change falls between two
    # files. Before the first file everything is new.
    last = exports.last_exported_on()
    if last is None:
        return ""
    return min(month.first, last - dt.timedelta(days=1)).isoformat()

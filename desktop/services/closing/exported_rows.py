"""Which records belong to a month's sync file or to a full one, read one by one as they are written."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import BinaryIO

from desktop.core.files import storage_error
from desktop.core.period import Month
from desktop.models import query
from desktop.models.database import database_path, reading
from desktop.models.migrate import latest_schema
from desktop.services.closing import exports

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
    **dict.fromkeys(("excusal", "month"), "t.month = span.month"),
    "correction": "t.month = span.month AND t.state = 'approved'",
}
# What of a table goes into a full file; of the others all.
_OF_ALL = {"correction": " WHERE t.state = 'approved'"}
_WHO = ("visit", "risk", "help_service", "meal", "stay", "excusal")
# What is recorded of a month, whoever it is about.
_RECORDED = (*_WHO, "visitor", "visit_need", "leave", "bed_outage", "correction")
# What of it bears a day of the month: a stay that ends later changes the rows of many months, and of no closed one.
_DATED = ("visit", "visitor", "visit_need", "help_service", "meal", "excusal", "correction")
_ABOUT = ("contact", "external_id", "flag", "grade", "register_event")
# The people whom rows of the month refer to, and those of whom anything was changed since the last file.
_PEOPLE_OF_MONTH = " UNION ".join(
    [
        *(f"SELECT t.resident_id FROM {table} t, span WHERE {_OF_MONTH[table]}" for table in _WHO),
        "SELECT t.id FROM resident t, span WHERE t.changed_at >= span.since",
        *(f"SELECT t.resident_id FROM {table} t, span WHERE t.changed_at >= span.since" for table in _ABOUT),
    ]
)


def one_moment() -> AbstractContextManager[None]:
    """All that is read in it is of one moment; nobody who writes is held up."""
    return reading()


@contextmanager
def spool() -> Iterator[BinaryIO]:
    """Room for what is read until all of it is known: beside the database, where people's data lie already.

    It has no name, or loses it with the process, and leaves no trace.
    """
    place = database_path().parent
    try:
        with tempfile.TemporaryFile(dir=place, prefix=".shizhu-", suffix=".part") as file:
            yield file
    except OSError as error:
        raise storage_error(error, place) from error


def schema() -> str:
    """The name of the schema that rows come from."""
    return latest_schema()


def rows_of(table: str, columns: Sequence[tuple[str, str]], month: Month | None) -> Iterator[query.Row]:
    """The records of a table that belong to a month's file (None: to a full one), in the order of their uid.

    ``columns`` are (name, table that it refers to or ``""``); a reference is answered by its uid.
    """
    chosen, joins = [], ""
    for index, (name, target) in enumerate(columns):
        if target:
            joins += f" LEFT JOIN {target} r{index} ON r{index}.id = t.{name}"
        chosen.append(f"r{index}.uid" if target else f"t.{name}")
    select = f"SELECT {', '.join(chosen)} FROM {table} t"
    condition = _OF_MONTH.get(table)
    if month is None or condition is None:
        return query.each(f"{select}{joins}{_OF_ALL.get(table, '')} ORDER BY t.uid")
    people = f", people (id) AS ({_PEOPLE_OF_MONTH})" if _PEOPLE in condition else ""
    return query.each(
        f"WITH span (first, last, month, since) AS (VALUES (?, ?, ?, ?)){people}"
        f" {select} JOIN span{joins} WHERE {condition} ORDER BY t.uid",
        [month.first.isoformat(), month.last.isoformat(), str(month), _since(month)],
    )


def typed_after(month: Month, moment: str) -> bool:
    """Whether a record dated in the month was written after the moment: a file of before does not carry it."""
    return _written_after(_RECORDED, month, moment)


def changed_after(month: Month, moment: str) -> bool:
    """Whether a record of a day of a closed month was changed after the moment, in what no figure counts."""
    return _written_after(_DATED, month, moment)


def _written_after(tables: Sequence[str], month: Month, moment: str) -> bool:
    span = "WITH span (first, last, month) AS (VALUES (?, ?, ?))"
    values = [month.first.isoformat(), month.last.isoformat(), str(month), moment]
    return any(
        query.count(
            f"{span} SELECT EXISTS (SELECT 1 FROM {table} t, span WHERE {_OF_MONTH[table]} AND t.changed_at > ?)",
            values,
        )
        for table in tables
    )


def _since(month: Month) -> str:
    # From the month's first day, or further back to the day before the last file: no change falls between two
    # files. Before the first file everything is new.
    last = exports.last_exported_on()
    if last is None:
        return ""
    return min(month.first, last - dt.timedelta(days=1)).isoformat()

"""Closed months stand: what a row gives to each of them is compared before and after every write (handbook 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import peewee

from desktop.core.acts import Thing
from desktop.core.month_errors import MonthClosed
from desktop.models import query
from desktop.models.counted import COUNTED, NEVER_NEW, months_of, shares

Kept = Mapping[str, object]
_CLOSED = "SELECT month FROM living_month WHERE state <> 'open' ORDER BY month"


class MonthGuard:
    """The closed months as one transaction sees them; asked for once, and again after a month was written."""

    def __init__(self) -> None:
        self._closed: tuple[str, ...] | None = None
        # The one month that a correction has open, for as long as its acts are written.
        self.correcting = ""

    @property
    def closed(self) -> tuple[str, ...]:
        """The closed months, oldest first, as ``2026-09``."""
        if self._closed is None:
            self._closed = tuple(str(row[0]) for row in query.fetch(_CLOSED))
        return self._closed

    def written(self, table: str) -> None:
        """A row of that table was written: after one of a month the closed ones are asked for again."""
        if table == Thing.MONTH:
            self._closed = None

    def opens_for_new(self, table: str, row: Kept) -> tuple[str, ...]:
        """As ``opens``; MonthClosed, too, when a new row would wait for something to count in a closed month."""
        waits_in = str(row[NEVER_NEW[table]])[:7] if table in NEVER_NEW else ""
        if waits_in in self.closed:
            raise MonthClosed(waits_in)
        return self.opens(table, None, row)

    def opens(self, table: str, before: Kept | None, after: Kept) -> tuple[str, ...]:
        """The months to open for a write: that of the correction at work. MonthClosed when it moves another one."""
        if table == Thing.MONTH and before is not None and before["month"] == self.correcting:
            # The state of the month itself.
            return (self.correcting,)
        moved = tuple(self.moved(table, before, after))
        for month in moved:
            if month != self.correcting:
                raise MonthClosed(month)
        return moved

    def moved(self, table: str, before: Kept | None, after: Kept) -> Iterator[str]:
        """The closed months of which the counted rows would change, oldest first."""
        if table not in COUNTED or not self.closed:
            return
        versions = [(row, _parents_day(table, row)) for row in (before, after) if row is not None]
        touched = {month for row, day in versions for month in months_of(table, row, self.closed, day)}
        for month in sorted(touched):
            given = [shares(table, row, month, day) for row, day in versions]
            if before is None:
                given.insert(0, tuple(None for _ in given[0]))
            if given[0] != given[1]:
                yield month


def kept(field: peewee.Field, value: object) -> object:
    """A value as the database keeps it."""
    found = field.db_value(value)  # type: ignore[no-untyped-call]
    return found.isoformat() if isinstance(found, dt.date) else found


def _parents_day(table: str, row: Kept) -> str:
    for step in COUNTED[table]:
        if step.parent:
            found = query.fetch_one(
                f"SELECT {step.first} FROM living_{step.parent} WHERE id = ?",
                [row[f"{step.parent}_id"]],
            )
            return str(found[0]) if found else ""
    return ""

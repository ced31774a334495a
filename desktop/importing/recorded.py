"""What was on record before an import, so that the same sheet taken in twice adds nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from desktop.core.period import Month
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused

Key = TypeVar("Key", bound=Hashable)


class Recorded(Generic[Key]):
    """Keys of the rows on record, read month by month as dates come up, and those of this import."""

    def __init__(self, keys_of: Callable[[Month], set[Key]]) -> None:
        self._keys_of = keys_of
        self._before: dict[Month, set[Key]] = {}
        self._rows: dict[Key, int] = {}

    def check(self, values: Values, key: Key, day: dt.date) -> None:
        """Refuse what is on record; name what stands in this sheet twice, which may be two facts or one."""
        month = Month.of(day)
        if month not in self._before:
            self._before[month] = self._keys_of(month)
        if key in self._before[month]:
            raise RowRefused("already_recorded", day.isoformat())
        if key in self._rows:
            values.warn("same_row_twice", str(self._rows[key]))

    def add(self, key: Key, row: int) -> None:
        """This row of the sheet is in."""
        self._rows[key] = row

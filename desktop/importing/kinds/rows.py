"""The one way of taking rows in: read each, compare it with what is on record, store it, or say why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.importing.book.lines import Line
from desktop.importing.intake import Intake
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.services.register import snapshot
from desktop.services.writing.journal import Unit

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Row(Generic[Key]):
    """What a row came to: what makes it the same as another, its day, and how it is stored.

    ``also`` are keys under which it may stand on record besides.
    """

    key: Key
    day: dt.date
    store: Callable[[Unit], object]
    also: frozenset[Key] = frozenset()


class Recorded(Generic[Key]):
    """Keys of the rows on record, read month by month as dates come up, and those of this import."""

    def __init__(self, keys_of: Callable[[Month], set[Key]]) -> None:
        self._keys_of = keys_of
        self._before: dict[Month, set[Key]] = {}
        self._rows: dict[Key, int] = {}

    def check(self, values: Values, row: Row[Key]) -> None:
        """Refuse what is on record; name what stands in this sheet twice, which may be two facts or one."""
        month = Month.of(row.day)
        if month not in self._before:
            self._before[month] = self._keys_of(month)
        if not self._before[month].isdisjoint({row.key, *row.also}):
            raise RowRefused(Reason.ALREADY_RECORDED, row.day.isoformat())
        if row.key in self._rows:
            values.warn(Reason.SAME_ROW_TWICE, str(self._rows[row.key]))

    def add(self, row: Row[Key], number: int) -> None:
        """This row of the sheet is in."""
        self._rows[row.key] = number


def take_events(
    intake: Intake, read: Callable[[Values, People], Row[Key]], keys_of: Callable[[Month], set[Key]]
) -> int:
    """Every row as something that happened to a person on a day; taken in twice it is there once."""
    known, recorded = People(snapshot.register()), Recorded(keys_of)

    def take(values: Values) -> None:
        row = read(values, known)
        recorded.check(values, row)
        row.store(intake.unit)
        recorded.add(row, values.line.number)

    return take_rows(intake, take)


def take_rows(intake: Intake, take: Callable[[Values], object], lines: Iterable[Line] | None = None) -> int:
    """Take in every row by itself and count those that are in; ``take`` raises for one that is refused."""

    def one(line: Line) -> None:
        take(Values(line, intake.tally, intake.month))
        intake.tally.accept(line.number)

    intake.each(one, lines)
    return intake.tally.imported

"""The standing calendar: on which days something that was agreed once is done, week after week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desktop.core.answers import LeftOut

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """From a day to a day, both inclusive; without a last day it goes on."""

    first: dt.date
    last: dt.date | None = None

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Standing:
    """What was agreed: ``weekdays`` has the digits of its days, 1 for Monday, nothing for every day."""

    weekdays: str
    valid: Span
    stops: tuple[Span, ...] = ()

    def asks_for(self, day: dt.date) -> bool:
        """Whether the day of the week is one of its days, while it is in force."""
        return day in self.valid and (not self.weekdays or str(day.isoweekday()) in self.weekdays)


def left_out(one: Standing, day: dt.date, closed: Collection[dt.date] = ()) -> LeftOut | None:
    """Why a day that it asks for is left out; None where nothing speaks against it."""
    if day in closed:
        return LeftOut.HOLIDAY
    return LeftOut.STOPPED if any(day in stop for stop in one.stops) else None


def days(one: Standing, within: Span, closed: Collection[dt.date] = ()) -> list[dt.date]:
    """The days of a span on which it is done: its weekdays while in force, but on no closed day and in no stop."""
    first = max(within.first, one.valid.first)
    ends = [end for end in (within.last, one.valid.last) if end is not None]
    if not ends:
        raise ValueError("neither the span nor the arrangement ends")
    inside = each_day(Span(first, min(ends)))
    return [day for day in inside if one.asks_for(day) and left_out(one, day, closed) is None]


def each_day(span: Span) -> Iterator[dt.date]:
    """The days of a span, one after the other."""
    day = span.first
    while day in span:
        yield day
        day += _DAY

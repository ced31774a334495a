"""日托月度出勤表: the people and the days of a month, read from who came and went, kept nowhere."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayRow
from desktop.services.register.snapshot import register


@dataclass(frozen=True)
class DayMark:
    """What a day of somebody comes to: minutes of what was signed out, and whether all of it was."""

    minutes: int
    signed_out: bool


@dataclass(frozen=True)
class SheetLine:
    """One person's month; days without a mark are those on which nobody saw them."""

    person: PersonLine
    days: Mapping[dt.date, DayMark]

    @property
    def minutes(self) -> int:
        """Minutes of the month."""
        return sum(one.minutes for one in self.days.values())


@dataclass(frozen=True)
class MonthSheet:
    """Who was in day care on which days of a month, by community and name; ``places`` at its end."""

    month: Month
    places: int
    lines: tuple[SheetLine, ...]

    def on(self, day: dt.date) -> int:
        """How many people came on a day."""
        return sum(day in line.days for line in self.lines)


def month_sheet(month: Month) -> MonthSheet:
    """The sheet of a month as its rows stand now."""
    known = register()
    of_person: defaultdict[int, defaultdict[dt.date, list[DayRow]]] = defaultdict(lambda: defaultdict(list))
    for one in attendance.between(month.first, month.last):
        of_person[one.resident_id][one.day].append(one)
    people = known.sorted((one for one in of_person if one in known.people), month.last)
    lines = (
        SheetLine(known.line(who, month.last), {day: _mark(times) for day, times in of_person[who].items()})
        for who in people
    )
    return MonthSheet(month, attendance.places_on(month.last), tuple(lines))


def _mark(times: list[DayRow]) -> DayMark:
    return DayMark(sum(one.minutes or 0 for one in times), all(one.left_at for one in times))

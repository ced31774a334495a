"""Day care (日托) of a month as value objects: attendance, which no figure of the beds counts."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.figures.people import PersonLine


@dataclass(frozen=True)
class DayCareLine:
    """One person's month in day care: days on which they came, minutes of what was signed out, times that were not."""

    person: PersonLine
    days: int
    minutes: int
    unsigned: int


@dataclass(frozen=True)
class DayCareFigures:
    """Places at the end of the month, and attendance: a day of one person counts once, however often they came."""

    places: int = 0
    persons: int = 0
    attendance_days: int = 0
    minutes: int = 0
    unsigned: int = 0
    lines: tuple[DayCareLine, ...] = ()

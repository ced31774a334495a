"""The calendar month, in which everything is counted (handbook section 4)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, order=True)
class Month:
    """A local calendar month such as 2026-10."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1 <= self.number <= 12 and 1900 <= self.year <= 9998):
            raise ValueError(f"no such month: {self.year}-{self.number}")

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``2026-10``; ValueError on anything else."""
        match = re.fullmatch(r"(\d{4})-(\d{2})", text.strip())
        if match is None:
            raise ValueError(f"not a month: {text}")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: dt.date) -> Month:
        """The month that a date lies in."""
        return cls(day.year, day.month)

    # Kept: figures ask for them once a person.
    @cached_property
    def first(self) -> dt.date:
        """Day 1."""
        return dt.date(self.year, self.number, 1)

    @cached_property
    def last(self) -> dt.date:
        """The last day."""
        return dt.date(self.year, self.number, self.days)

    @cached_property
    def days(self) -> int:
        """How many days it has."""
        return calendar.monthrange(self.year, self.number)[1]

    def shifted(self, months: int) -> Month:
        """The month so many months later (earlier when negative)."""
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def day(self, number: int) -> dt.date:
        """The date of a day of this month."""
        return dt.date(self.year, self.number, number)

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[dt.date]:
        return (self.day(number) for number in range(1, self.days + 1))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def age_on(born: dt.date, day: dt.date) -> int:
    """Full years of age; somebody born on 29 February turns a year older on 1 March of a common year."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def born_by(day: dt.date, age: int) -> dt.date:
    """The last day of birth on which somebody is of that age by ``day``."""
    try:
        return day.replace(year=day.year - age)
    except ValueError:
        return dt.date(day.year - age, 2, 28)


def birthday(born: dt.date, age: int) -> dt.date:
    """The day on which somebody reaches an age."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 3, 1)

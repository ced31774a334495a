"""The stretch of time that the demo tells of: whole months, and the running one up to a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.period import Month

MONTHS = 3


@dataclass(frozen=True)
class History:
    """Months in order and the last day on which anything has happened yet."""

    months: tuple[Month, ...]
    until: dt.date

    @classmethod
    def ending(cls, month: Month, until: dt.date | None = None) -> History:
        """The three months up to ``month``; later ones up to the day ``until`` follow when it lies after."""
        last_day = month.last if until is None else until
        last = max(month, Month.of(last_day))
        first = month.shifted(1 - MONTHS)
        count = (last.year - first.year) * 12 + last.number - first.number + 1
        return cls(tuple(first.shifted(index) for index in range(count)), last_day)

    @property
    def first(self) -> dt.date:
        """The first day of the first month."""
        return self.months[0].first

    def days(self, month: Month) -> list[dt.date]:
        """The days of a month that have come."""
        return [day for day in month if day <= self.until]

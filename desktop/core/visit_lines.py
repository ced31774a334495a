"""Visits by visitor and by month: lines of the visit figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.core.period import Month
from desktop.core.rates import rate


@dataclass(frozen=True)
class VisitorLine:
    """What one visitor did: required people reached, visits that reached somebody by method, attempts in vain."""

    name: str
    people: int
    by_method: Mapping[str, int]
    attempts: int

    @property
    def times(self) -> int:
        """人次: visits that reached somebody."""
        return sum(self.by_method.values())


@dataclass(frozen=True)
class TrendPoint:
    """The visit counts of one month in a row of months; not ``recorded``: before the first visit on record."""

    month: Month
    required: int
    excused: int
    visited: int
    unvisited: int
    recorded: bool = True

    @property
    def visit_rate(self) -> Decimal | None:
        """月探访率; None where nothing was recorded yet."""
        return rate(self.visited, self.required - self.excused) if self.recorded else None

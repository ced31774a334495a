"""Ten-help services of a month as value objects (handbook 4, Ten-help)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core.figures.behind import Behind
from desktop.core.period import Month


@dataclass(frozen=True)
class ServiceLine:
    """One service type of a month: 人次, 人数, minutes, fee, subsidy; person-times by community."""

    type: str
    person_times: int
    persons: int
    minutes: int
    fee_fen: int
    subsidy_fen: int
    by_community: Mapping[str, int]
    by_place: Mapping[str, int]


@dataclass(frozen=True)
class ServiceFigures:
    """Ten-help services done in a month (handbook section 4, Ten-help); all ten types, zeros included."""

    month: Month
    lines: tuple[ServiceLine, ...]
    communities: tuple[str, ...]
    persons: int
    minutes: int
    by_payer: Mapping[str, int]
    fee_fen: int
    subsidy_fen: int
    canteen_meals: int
    rules: Mapping[str, str]
    behind: Mapping[str, Behind] = field(default_factory=dict, repr=False, compare=False)

    @property
    def person_times(self) -> Mapping[str, int]:
        """人次 by type code."""
        return {line.type: line.person_times for line in self.lines}

    @property
    def total(self) -> int:
        """人次 of all types, canteen meals apart."""
        return sum(line.person_times for line in self.lines)

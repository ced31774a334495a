"""What a district knows of a month, as value objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from desktop.core.answers import IntakeState
from desktop.core.figures.series import Unit
from desktop.core.period import Month


class Engine(StrEnum):
    """What counts."""

    DUCKDB = "duckdb"
    POSTGRESQL = "postgresql"
    SPARK = "spark"


def of_hundredths(number: int | None) -> Decimal | None:
    """A number that the engines keep whole, with its two decimals; None stays None."""
    return None if number is None else (Decimal(number) / 100).quantize(Decimal("0.01"))


@dataclass(frozen=True)
class Rate:
    """A percentage with what it is made of; ``hundredths`` None where there is nothing to divide by."""

    above: int
    below: int
    hundredths: int | None

    @property
    def percent(self) -> Decimal | None:
        """As a paper prints it."""
        return of_hundredths(self.hundredths)


@dataclass(frozen=True)
class Centre:
    """A centre in a month: its file, and its figures by their names in the contract.

    ``sha256`` is that of the version; ``lines``: whether its file told the people of the roster too.
    """

    number: str
    name: str
    state: IntakeState
    month: Month
    version: int = 0
    sequence: int = 0
    created_at: str = ""
    closed_at: str = ""
    corrected_at: str = ""
    sha256: str = ""
    lines: bool = False
    figures: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    rates: Mapping[str, Rate] = field(default_factory=dict)
    roster: Mapping[str, int] = field(default_factory=dict)

    def with_figures(
        self,
        figures: Mapping[str, int],
        units: Mapping[str, Unit],
        rates: Mapping[str, Rate],
        roster: Mapping[str, int],
    ) -> Centre:
        """The same with what was counted of it."""
        return replace(self, figures=figures, units=units, rates=rates, roster=roster)

    @property
    def counts(self) -> bool:
        """Whether its month is closed, so that it is in the sums."""
        return self.state in (IntakeState.CLOSED, IntakeState.CORRECTED)

    @property
    def punctual(self) -> bool | None:
        """Whether the month was closed in time; None while it is not closed, or nobody said when."""
        if not self.counts or not self.closed_at:
            return None
        return self.closed_at[:10] <= due(self.month)


@dataclass(frozen=True)
class Indicator:
    """An indicator of a plan, of a centre or of all that gave its numbers (``with_numbers`` of ``centres``).

    What has no denominator (beds of a centre) is met by centres alone: of all together ``met`` is None. Without a
    source no centre knows its numbers.
    """

    plan: str
    name: str
    unit: str
    direction: str
    target: Decimal | None
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    met: bool | None
    centres: int = 1
    with_numbers: int = 1
    by_centre: Mapping[str, Indicator] = field(default_factory=dict)
    has_whole: bool = True
    has_source: bool = True

    @property
    def centres_met(self) -> int:
        """How many centres meet the target by themselves."""
        return sum(one.met is True for one in self.by_centre.values())


@dataclass(frozen=True)
class SharedAt:
    """A person of several centres, at one of them: the record, whether on register, and what was done in the month."""

    centre: str
    resident: str
    state: str
    acts: Mapping[str, int]


@dataclass(frozen=True)
class Shared:
    """A person of several centres; ``number`` is the ID number or its pseudonym, as the files carry it."""

    number: str
    at: tuple[SharedAt, ...]


@dataclass(frozen=True)
class Found:
    """The figures of a district for a month: sums of the closed ones alone."""

    month: Month
    centres: tuple[Centre, ...]
    figures: Mapping[str, int]
    units: Mapping[str, Unit]
    rates: Mapping[str, Rate]
    roster_by_flag: Mapping[str, Mapping[str, int]]
    persons: Mapping[str, tuple[int, int]]
    counts: Mapping[tuple[str, ...], int]
    stays_by_grade: Mapping[tuple[str, str], tuple[int, ...]]
    indicators: tuple[Indicator, ...]
    shared: tuple[Shared, ...]
    sha256: str


# The day of the following month up to which a month is closed in time.
DUE_DAY = 5


def due(month: Month) -> str:
    """The last day on which the month's close is in time."""
    return month.shifted(1).day(DUE_DAY).isoformat()

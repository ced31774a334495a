"""Figures over several months: each with its value of every month, and how two months differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from desktop.core.figures.canteen import BALANCE_SUMS
from desktop.core.figures.stay_fees import FEE_SUMS
from desktop.core.period import Month


class Unit(StrEnum):
    """What a figure is told in; ``OTHER``: an indicator, by the unit of its document."""

    COUNT = "count"
    PERCENT = "percent"
    YUAN = "yuan"
    MEAN = "mean"
    OTHER = "other"


_RATES = frozenset(
    {
        *("visits.visit_rate", "visits.gross_rate", "visits.help_rate"),
        *(
            "services.coverage.rate",
            "beds.nursing_share",
            "beds.inclusive_share",
            "beds.occupancy",
            "beds.home_beds.rate",
        ),
    }
)
_MONEY = frozenset(
    {
        "services.fee",
        "services.subsidy",
        "canteen.price",
        "canteen.subsidy",
        "canteen.paid",
        *(f"canteen.balances.{name}" for name in BALANCE_SUMS),
        "beds.operating_subsidy",
        *(f"beds.fees.{name}" for name in FEE_SUMS),
        "rolls.carer_allowance.amount",
    }
)
_MEAN = ".average"
BUDGETS = "services.budgets."


def unit_of(figure: str) -> Unit:
    """What a figure of the contract is told in."""
    if figure in _RATES:
        return Unit.PERCENT
    if figure in _MONEY or figure.startswith(BUDGETS):
        return Unit.YUAN
    if figure.endswith(_MEAN):
        return Unit.MEAN
    return Unit.OTHER if figure.startswith("indicators.") else Unit.COUNT


@dataclass(frozen=True)
class Series:
    """One figure with its values in the months of a row; None where nothing was recorded or it was not counted yet.

    ``name`` is that of an indicator, which its key does not say.
    """

    figure: str
    values: tuple[Decimal | None, ...]
    name: str = ""

    @property
    def unit(self) -> Unit:
        """What it is told in."""
        return unit_of(self.figure)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell in any month."""
        return not any(self.values)


@dataclass(frozen=True)
class OverMonths:
    """Every figure over some months, the last of which gives the figures their order; ``closed`` are told as frozen."""

    months: tuple[Month, ...]
    closed: frozenset[Month]
    series: tuple[Series, ...]

    def of(self, figure: str) -> Series | None:
        """A figure by its name; None for one that none of the months has."""
        return next((one for one in self.series if one.figure == figure), None)

    def at(self, series: Series, month: Month) -> Decimal | None:
        """What a figure was in one of the months."""
        return series.values[self.months.index(month)]

    def cut(self, months: Iterable[Month]) -> OverMonths:
        """The same of some of the months only."""
        kept = tuple(months)
        series = tuple(
            Series(one.figure, tuple(self.at(one, month) for month in kept), one.name) for one in self.series
        )
        return OverMonths(kept, self.closed & set(kept), series)


def difference(value: Decimal | None, other: Decimal | None) -> Decimal | None:
    """How much more than the other; of rates in points of a percent."""
    return None if value is None or other is None else value - other


def change(value: Decimal | None, other: Decimal | None, unit: Unit) -> Decimal | None:
    """The difference in percent of the other, half-up; None of rates and indicators, and over nothing."""
    if value is None or not other or unit not in (Unit.COUNT, Unit.YUAN):
        return None
    return ((value - other) * 100 / other).quantize(Decimal("0.01"), ROUND_HALF_UP)


def value_text(value: Decimal | None) -> str:
    """As the figure itself is told; a dash where there is none."""
    return "—" if value is None else str(value)


def signed_text(value: Decimal | None) -> str:
    """A difference with its sign: ``+12``, ``-0.50``, ``0``."""
    if value is None:
        return "—"
    return f"+{value}" if value > 0 else str(value)

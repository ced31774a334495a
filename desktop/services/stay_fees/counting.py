"""What the nights of a month come to: lines of nights that cost the same, each part rounded once to the fen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from desktop.core.period import Month
from desktop.core.stay_fees import FeeGap, FeeLine, FeePart, FeeUnit
from desktop.core.words.stay_fees import FEE_PARTS
from desktop.services.stay_fees.nights import Night
from desktop.services.stay_fees.rates import Book, Rate
from desktop.services.writing.rules import LeaveFees

WHOLE = 100


@dataclass(frozen=True)
class Counted:
    """The lines of a month of somebody, and the parts for which a rate is missing."""

    lines: tuple[FeeLine, ...]
    gaps: tuple[FeeGap, ...]

    @property
    def fen(self) -> int:
        """What it comes to."""
        return sum(one.fen for one in self.lines)


@dataclass(frozen=True)
class _Costing:
    """A night with its rate and the share of it that is charged."""

    night: Night
    rate: Rate
    percent: int
    what: str

    @property
    def alike(self) -> tuple[object, ...]:
        """What nights of one line have in common."""
        return self.rate.id, self.percent, self.what, self.leave

    @property
    def leave(self) -> str:
        """The leave, where it lowers the fee."""
        return self.night.leave if self.percent != WHOLE else ""


def count(month: Month, nights: Sequence[Night], book: Book, leave: LeaveFees) -> Counted:
    """The lines of the nights, part by part in the order of the parts."""
    lines: list[FeeLine] = []
    gaps: list[FeeGap] = []
    for part in FEE_PARTS:
        costing: list[_Costing] = []
        for night in nights:
            rate = book.rate(part, night.day, night.lain)
            what = _what(part, night)
            if rate is not None:
                costing.append(_Costing(night, rate, _percent(part, night, leave), what))
            elif part in book.parts(night.day) and all((one.part, one.what) != (part, what) for one in gaps):
                gaps.append(FeeGap(part, what, night.day))
        lines += _lines(part, month, costing)
    return Counted(tuple(lines), tuple(gaps))


def _lines(part: str, month: Month, costing: Iterable[_Costing]) -> Iterator[FeeLine]:
    """The sum is rounded once, half up: each line has what it adds to the rounded sum."""
    whole, so_far = Fraction(0), 0
    for group in _in_a_row(costing):
        one = group[0]
        of_days = month.days if one.rate.unit == FeeUnit.MONTH else 1
        whole += Fraction(one.rate.amount_fen * one.percent * len(group), WHOLE * of_days)
        rounded = int(whole + Fraction(1, 2))
        yield FeeLine(
            part=part,
            first=one.night.day,
            last=group[-1].night.day,
            nights=len(group),
            what=one.what,
            unit=one.rate.unit,
            rate_fen=one.rate.amount_fen,
            percent=one.percent,
            leave=one.leave,
            of_days=of_days,
            fen=rounded - so_far,
        )
        so_far = rounded


def _in_a_row(costing: Iterable[_Costing]) -> Iterator[list[_Costing]]:
    """Nights without a gap between them that cost the same."""
    numbered = enumerate(costing)
    for _key, group in groupby(numbered, lambda one: (one[1].alike, one[1].night.day.toordinal() - one[0])):
        yield [one for _at, one in group]


def _percent(part: str, night: Night, leave: LeaveFees) -> int:
    if not night.away or night.away < leave.from_day:
        return WHOLE
    return int(leave.percent[night.leave][part])


def _what(part: str, night: Night) -> str:
    if part == FeePart.BED:
        return night.place
    return night.lain.grade if part == FeePart.CARE else ""

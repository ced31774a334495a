"""What a figure is made of: the people, records and amounts that it counts, so that figure and explanation are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.money import yuan_text
from desktop.core.rates import rate, rate_text


class Counts(StrEnum):
    """What of its pieces a figure counts."""

    PEOPLE = "people"
    ROWS = "rows"
    SUM = "sum"
    YUAN = "yuan"


class Piece(NamedTuple):
    """One piece of a figure: whom it is about, which record it is, and what it adds to a sum."""

    person: int | None
    thing: Thing | None = None
    row: int | None = None
    amount: int = 1


@dataclass(frozen=True)
class Selection:
    """The pieces of one figure; the figure is their ``value``, amounts of money in fen."""

    counts: Counts
    pieces: Sequence[Piece]

    @property
    def value(self) -> int:
        """How many people or records there are, or what they add up to."""
        if self.counts is Counts.PEOPLE:
            return len({piece.person for piece in self.pieces})
        if self.counts is Counts.ROWS:
            return len(self.pieces)
        return sum(piece.amount for piece in self.pieces)

    @property
    def told(self) -> int | str:
        """The value as the contract of the figures tells it."""
        return yuan_text(self.value) if self.counts is Counts.YUAN else self.value


@dataclass(frozen=True)
class Ratio:
    """A rate with what stands above and below the line."""

    part: Selection
    whole: Selection

    @property
    def value(self) -> Decimal | None:
        """The percentage; None for 0 ÷ 0."""
        return rate(self.part.value, self.whole.value)

    @property
    def told(self) -> str:
        """The value as the contract of the figures tells it."""
        return rate_text(self.value)

    @property
    def pieces(self) -> Sequence[Piece]:
        """Everything that the rate is made of, what stands in both once."""
        return tuple(dict.fromkeys((*self.whole.pieces, *self.part.pieces)))


Behind = Selection | Ratio


def people(found: Iterable[int]) -> Selection:
    """A figure that counts these residents."""
    return Selection(Counts.PEOPLE, tuple(Piece(one) for one in found))


def rows(pieces: Iterable[Piece]) -> Selection:
    """A figure that counts records."""
    return Selection(Counts.ROWS, tuple(pieces))


def summed(pieces: Iterable[Piece]) -> Selection:
    """A figure that adds up what records bring, of which there is nothing to tell."""
    return Selection(Counts.SUM, tuple(piece for piece in pieces if piece.amount))


def yuan(pieces: Iterable[Piece]) -> Selection:
    """A figure that adds up money."""
    return Selection(Counts.YUAN, tuple(piece for piece in pieces if piece.amount))

"""What a figure is made of: the people, records and amounts that it counts, so that figure and explanation are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar, overload

from desktop.core.acts import Thing
from desktop.core.money import yuan_text
from desktop.core.rates import average, rate, rate_text

Row = TypeVar("Row")


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


class Made(Sequence[Piece], Generic[Row]):
    """The pieces of rows, made when they are looked at: a month counts far more than anybody asks about.

    ``amount`` says what a row adds where that can be said without its piece; rows that add nothing are left out.
    """

    def __init__(
        self, found: Sequence[Row], piece: Callable[[Row], Piece], amount: Callable[[Row], int] | None = None
    ) -> None:
        self._found = found if amount is None else [row for row in found if amount(row)]
        self._piece, self._amount = piece, amount

    @property
    def total(self) -> int:
        """What the rows add up to."""
        amount = self._amount
        return len(self._found) if amount is None else sum(map(amount, self._found))

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> Piece: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Piece]: ...

    def __getitem__(self, place: int | slice) -> Piece | Sequence[Piece]:
        if isinstance(place, slice):
            return tuple(map(self._one, self._found[place]))
        return self._one(self._found[place])

    def __iter__(self) -> Iterator[Piece]:
        return map(self._one, self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _one(self, row: Row) -> Piece:
        made = self._piece(row)
        return made if self._amount is None else Piece(made.person, made.thing, made.row, self._amount(row))


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
        if isinstance(self.pieces, Made):
            return self.pieces.total
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


class Average(Ratio):
    """An average with what is added up and how many there are."""

    @property
    def value(self) -> Decimal | None:
        """The average; None of none."""
        return average(self.part.value, self.whole.value)


Behind = Selection | Ratio


def people(found: Iterable[int]) -> Selection:
    """A figure that counts these residents."""
    return Selection(Counts.PEOPLE, tuple(Piece(one) for one in found))


def rows(pieces: Iterable[Piece]) -> Selection:
    """A figure that counts records."""
    return Selection(Counts.ROWS, tuple(pieces))


def rows_of(found: Sequence[Row], piece: Callable[[Row], Piece]) -> Selection:
    """A figure that counts records, whose pieces are made when they are looked at."""
    return Selection(Counts.ROWS, Made(found, piece))


def summed(pieces: Iterable[Piece]) -> Selection:
    """A figure that adds up what records bring, of which there is nothing to tell."""
    return Selection(Counts.SUM, tuple(piece for piece in pieces if piece.amount))


def yuan(pieces: Iterable[Piece]) -> Selection:
    """A figure that adds up money."""
    return Selection(Counts.YUAN, tuple(piece for piece in pieces if piece.amount))


def yuan_of(found: Sequence[Row], piece: Callable[[Row], Piece], amount: Callable[[Row], int]) -> Selection:
    """A figure that adds up the money of rows, whose pieces are made when they are looked at."""
    return Selection(Counts.YUAN, Made(found, piece, amount))


def summed_of(found: Sequence[Row], piece: Callable[[Row], Piece], amount: Callable[[Row], int]) -> Selection:
    """A figure that adds up what rows bring, whose pieces are made when they are looked at."""
    return Selection(Counts.SUM, Made(found, piece, amount))

"""The one shape of a list: the ids that match in the wanted order, and the rows of some of them.

A list is declared: what it reads, what may be asked for, how it is sorted, and the type of its rows. The columns follow
from the fields of that type, so none can stand in another's place; ids of any number travel as one parameter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, Protocol, TypeVar

from desktop.core.period import Month
from desktop.models import query


class Condition(NamedTuple):
    """A condition of a query with the values for its question marks."""

    sql: str
    values: Sequence[object] = ()


class Asked(Protocol):
    """What every list can be asked: an order and its direction; its other fields are the list's own."""

    @property
    def order(self) -> str:
        """A key of the list's orders; an unknown one is its first."""

    @property
    def descending(self) -> bool:
        """Whether that order is turned round."""


class Listed(Protocol):
    """A row that knows its id."""

    @property
    def id(self) -> int:
        """The row's key."""


Shape = TypeVar("Shape", bound=Listed)
Total = TypeVar("Total")


@dataclass(frozen=True)
class Listing(Generic[Shape]):
    """A list of ``shape`` rows. A field of theirs is the table's own column unless ``columns`` says what it is.

    ``filters``: a field of the query → the column that must equal it, when it is filled. ``orders``: name → ORDER BY,
    where {d} is the direction asked for and {r} the other one; the first is taken when none is named.
    """

    shape: type[Shape]
    letter: str
    source: str
    orders: Mapping[str, str]
    columns: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    pinned: str = ""

    def find_ids(self, wanted: Asked, *more: Condition | None, values: Sequence[object] = ()) -> list[int]:
        """The ids that match, in the wanted order; ``values`` fill the question marks of the source."""
        where = self._where(wanted, more)
        return query.ids(
            f"SELECT {self.letter}.id FROM {self.source}{where.sql} ORDER BY {self._order(wanted)}",
            [*values, *where.values],
        )

    def total(
        self, shape: type[Total], columns: str, wanted: Asked, *more: Condition | None, values: Sequence[object] = ()
    ) -> Total:
        """Sums and counts over what the list finds, as one row of ``shape``."""
        where = self._where(wanted, more)
        found = query.fetch_as(shape, f"SELECT {columns} FROM {self.source}{where.sql}", [*values, *where.values])
        return found[0]

    def rows(self, ids: Sequence[int], *values: object) -> list[Shape]:
        """The rows of these ids, in their order; one that is not there any more is left out."""
        found = query.fetch_as(
            self.shape,
            f"SELECT {self._columns()} FROM {self.source} WHERE {self.letter}.id IN {query.LISTED}",
            [*values, query.listed(ids)],
        )
        by_id = {row.id: row for row in found}
        return [by_id[one] for one in ids if one in by_id]

    def _where(self, wanted: Asked, more: Iterable[Condition | None]) -> Condition:
        conditions = [one for one in (*self._equal(wanted), *more) if one is not None]
        sql = f" WHERE {' AND '.join(one.sql for one in conditions)}" if conditions else ""
        return Condition(sql, [value for one in conditions for value in one.values])

    def _columns(self) -> str:
        return ", ".join(self.columns.get(name, f"{self.letter}.{name}") for name in query.names_of(self.shape))

    def _equal(self, wanted: Asked) -> list[Condition]:
        asked = ((column, getattr(wanted, name)) for name, column in self.filters.items())
        return [Condition(f"{column} = ?", [value]) for column, value in asked if value]

    def _order(self, wanted: Asked) -> str:
        order = self.orders.get(wanted.order, next(iter(self.orders.values())))
        ahead, back = ("DESC", "ASC") if wanted.descending else ("ASC", "DESC")
        return f"{self.pinned}{order.format(d=ahead, r=back)}"


def within(column: str, span: Month | tuple[dt.date, dt.date] | None) -> Condition | None:
    """A day of a month, or from a first to a last day; no condition for None."""
    if span is None:
        return None
    first, last = (span.first, span.last) if isinstance(span, Month) else span
    return Condition(f"{column} BETWEEN ? AND ?", [first.isoformat(), last.isoformat()])


def among(column: str, ids: Iterable[int]) -> Condition:
    """One of these ids, however many."""
    return Condition(f"{column} IN {query.LISTED}", [query.listed(ids)])

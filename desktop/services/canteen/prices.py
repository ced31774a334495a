"""What a meal costs on a day and what of it is subsidised: dated prices and subsidy rules (handbook 2.4).

Of several prices that fit, one for the person's age or flag goes before one for everybody, then one for the mode, then
one for the day of the week; of equals the lowest. Of subsidies for the same people and meals the newest holds.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from desktop.core.period import Month
from desktop.core.trade import Combining
from desktop.models import query
from desktop.services.writing.dated import ALL_AGES

# What a subsidy is for; a cap counts what all rules of a line gave, one after the other.
Line = tuple[str, str, int, int, frozenset[str], int, str]


@dataclass(frozen=True)
class Diner:
    """What prices and subsidies ask of somebody on a day: the age, where it is known, and the flags; a guest none."""

    age: int | None = None
    flags: frozenset[str] = frozenset()
    guest: bool = False


GUEST = Diner(guest=True)


@dataclass(frozen=True)
class Dated:
    """What a price and a subsidy have in common: from when to when, for whom, for which meals; empty asks nothing."""

    id: int
    uid: str
    valid_from: dt.date
    valid_to: dt.date | None
    meal: str
    mode: str
    min_age: int | None
    max_age: int | None
    flags: frozenset[str]

    @property
    def ages(self) -> tuple[int, int]:
        """The first and the last age; ``ALL_AGES`` where none is asked."""
        low, high = ALL_AGES
        return self.min_age or low, high if self.max_age is None else self.max_age

    @property
    def personal(self) -> bool:
        """Whether it is for some people only."""
        return bool(self.flags) or self.ages != ALL_AGES

    def holds(self, day: dt.date) -> bool:
        """Whether that day lies between its first and its last."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def fits(self, diner: Diner, meal: str, mode: str) -> bool:
        """Whether it is for somebody like that and such a meal."""
        if (self.meal and self.meal != meal) or (self.mode and self.mode != mode):
            return False
        low, high = self.ages
        if (low, high) != ALL_AGES and (diner.age is None or not low <= diner.age <= high):
            return False
        return not self.flags or bool(self.flags & diner.flags)


@dataclass(frozen=True)
class Price(Dated):
    """One price; ``weekdays`` has the digits of its days, 1 for Monday, nothing for every day."""

    weekdays: str
    price_fen: int

    @property
    def scope(self) -> tuple[object, ...]:
        """What it is the price of: the newest one of a scope holds."""
        return self.meal, self.mode, self.ages, self.flags, self.weekdays

    def served(self, day: dt.date) -> bool:
        """Whether it is for that day of the week."""
        return not self.weekdays or str(day.isoweekday()) in self.weekdays


@dataclass(frozen=True)
class Subsidy(Dated):
    """One subsidy rule: an amount, or ``percent`` of the price, up to its caps."""

    amount_fen: int
    percent: int | None
    day_cap_fen: int | None
    month_cap_fen: int | None
    min_spend_fen: int
    combining: str
    replaces: bool

    @property
    def line(self) -> Line:
        """For whom and for what it is, whatever it gives."""
        return self.meal, self.mode, *self.ages, self.flags, self.min_spend_fen, self.combining

    @property
    def capped(self) -> bool:
        """Whether what was given before counts."""
        return self.day_cap_fen is not None or self.month_cap_fen is not None

    def of(self, price_fen: int) -> int:
        """What it gives to a price, caps aside; a share is rounded half up to the fen."""
        given = self.amount_fen if self.percent is None else (price_fen * self.percent * 2 + 100) // 200
        return min(given, price_fen)


@dataclass(frozen=True)
class Spent:
    """What somebody was given by the rules of each line on the day and in its month, in fen."""

    day: Mapping[Line, int] = field(default_factory=dict)
    month: Mapping[Line, int] = field(default_factory=dict)

    def left(self, rule: Subsidy) -> int | None:
        """What the caps of a rule leave; None where it has none."""
        left = [
            cap - spent.get(rule.line, 0)
            for cap, spent in ((rule.day_cap_fen, self.day), (rule.month_cap_fen, self.month))
            if cap is not None
        ]
        return max(min(left), 0) if left else None


@dataclass(frozen=True)
class Part:
    """What one rule gave to a meal."""

    rule: Subsidy
    fen: int


@dataclass(frozen=True)
class Charge:
    """What a meal costs somebody: its price, what each rule gives; ``cut`` are the rules whose caps left less.

    Without a ``price`` nobody has said yet what the meal costs.
    """

    price: Price | None
    parts: tuple[Part, ...] = ()
    cut: tuple[Subsidy, ...] = ()

    @property
    def price_fen(self) -> int:
        """The price, 0 where there is none."""
        return self.price.price_fen if self.price is not None else 0

    @property
    def subsidy_fen(self) -> int:
        """What is subsidised."""
        return sum(part.fen for part in self.parts)

    @property
    def paid_fen(self) -> int:
        """What is left to pay."""
        return self.price_fen - self.subsidy_fen

    @property
    def columns(self) -> dict[str, object]:
        """What the meal's row keeps of it."""
        most = max(self.parts, key=lambda part: (part.fen, -part.rule.id), default=None)
        several = self.parts if len(self.parts) > 1 else ()
        return {
            "price_fen": self.price_fen,
            "subsidy_fen": self.subsidy_fen,
            "paid_fen": self.paid_fen,
            "price_id": self.price.id if self.price is not None else None,
            "rule_id": most.rule.id if most is not None else None,
            "rule_parts": " ".join(f"{part.rule.uid}:{part.fen}" for part in several),
        }


@dataclass(frozen=True)
class PriceList:
    """Prices and subsidies in force on one day."""

    day: dt.date
    prices: tuple[Price, ...]
    subsidies: tuple[Subsidy, ...]

    def price(self, diner: Diner, meal: str, mode: str) -> Price | None:
        """The price of a meal; None where nobody has set one."""
        fitting = [one for one in self.prices if one.fits(diner, meal, mode)]
        return min(
            fitting,
            key=lambda one: (not one.personal, not one.mode, not one.weekdays, one.price_fen, one.id),
            default=None,
        )

    def fitting(self, diner: Diner, meal: str, mode: str) -> tuple[Subsidy, ...]:
        """The subsidies for somebody and a meal; a guest gets none."""
        if diner.guest:
            return ()
        return tuple(one for one in self.subsidies if one.fits(diner, meal, mode))

    def charge(self, diner: Diner, meal: str, mode: str, spent: Callable[[], Spent] = Spent) -> Charge:
        """What a meal costs; ``spent`` is asked only where a cap counts. Subsidies never exceed the price."""
        price = self.price(diner, meal, mode)
        if price is None:
            return Charge(None)
        fitting = [one for one in self.fitting(diner, meal, mode) if price.price_fen >= one.min_spend_fen]
        before = spent() if any(one.capped for one in fitting) else Spent()
        given = {one.id: _given(one, price.price_fen, before) for one in fitting}
        cut = tuple(one for one in fitting if given[one.id] < one.of(price.price_fen))
        parts, left, of_line = [], price.price_fen, Counter[Line]()
        for rule in _together(fitting, given):
            most = before.left(rule)
            # Two rules of one line and day share its cap within a meal too.
            fen = min(given[rule.id], left, left if most is None else max(most - of_line[rule.line], 0))
            left -= fen
            of_line[rule.line] += fen
            if fen:
                parts.append(Part(rule, fen))
        return Charge(price, tuple(parts), cut)


@dataclass(frozen=True)
class Book:
    """Every price and subsidy, to ask for any day."""

    prices: tuple[Price, ...]
    subsidies: tuple[Subsidy, ...]

    def on(self, day: dt.date) -> PriceList:
        """What is in force on a day, whatever that day of the week is for."""
        listed = self.around(day)
        return replace(listed, prices=tuple(one for one in listed.prices if one.served(day)))

    def around(self, day: dt.date) -> PriceList:
        """What is in force in the week of a day, to be listed: prices of other days of the week too."""
        prices = [one for one in self.prices if one.holds(day)]
        anew = max((one.valid_from for one in self.subsidies if one.replaces and one.valid_from <= day), default=None)
        subsidies = [one for one in self.subsidies if one.holds(day) and (anew is None or one.valid_from >= anew)]
        return PriceList(day, _newest(prices, lambda one: one.scope), _newest(subsidies, lambda one: one.line))


_Dated = TypeVar("_Dated", bound=Dated)
_DATED = "id, uid, valid_from, valid_to, meal, mode, min_age, max_age, flags"
_PRICES = f"SELECT {_DATED}, weekdays, price_fen FROM living_meal_price WHERE valid_from <= ? ORDER BY valid_from, id"
_RULE = f"SELECT {_DATED}, amount_fen, percent, day_cap_fen, month_cap_fen, min_spend_fen, combining, replaces"
_RULES = f"{_RULE} FROM living_subsidy_rule WHERE valid_from <= ? ORDER BY valid_from, id"
_EVERY_RULE = f"{_RULE} FROM subsidy_rule"
_GIVEN = (
    "SELECT eaten_on, subsidy_fen, rule_id, rule_parts FROM living_meal"
    " WHERE resident_id = ? AND eaten_on BETWEEN ? AND ? AND rule_id IS NOT NULL AND id <> ?"
)


def book(until: dt.date = dt.date.max) -> Book:
    """The prices and subsidies that begin up to a day."""
    text = until.isoformat()
    return Book(tuple(query.fetch_as(Price, _PRICES, [text])), tuple(query.fetch_as(Subsidy, _RULES, [text])))


def in_force(day: dt.date) -> PriceList:
    """The price list of a day."""
    return book(day).on(day)


def every_rule() -> list[Subsidy]:
    """All rules that ever were, void ones too: meals keep which of them gave to them."""
    return query.fetch_as(Subsidy, _EVERY_RULE)


def spent_by(resident_id: int, day: dt.date, but_meal: int = 0) -> Spent:
    """What somebody's meals of the month were given, all but one meal, from their rows."""
    month = Month.of(day)
    every = every_rule()
    by_id, by_uid = {one.id: one.line for one in every}, {one.uid: one.line for one in every}
    of_day, of_month = Counter[Line](), Counter[Line]()
    for eaten_on, subsidy, rule_id, parts in query.fetch(
        _GIVEN, [resident_id, month.first.isoformat(), month.last.isoformat(), but_meal]
    ):
        given = _parts(parts, by_uid) or [(by_id[rule_id], subsidy)]
        for line, fen in given:
            of_month[line] += fen
            if eaten_on == day.isoformat():
                of_day[line] += fen
    return Spent(of_day, of_month)


def _parts(text: str, lines: Mapping[str, Line]) -> list[tuple[Line, int]]:
    split = (part.split(":") for part in text.split())
    return [(lines[uid], int(fen)) for uid, fen in split]


def _given(rule: Subsidy, price_fen: int, before: Spent) -> int:
    given, left = rule.of(price_fen), before.left(rule)
    return given if left is None else min(given, left)


def _together(fitting: Sequence[Subsidy], given: Mapping[int, int]) -> list[Subsidy]:
    """The one rule that gives most of those of which only the highest is given, then those that come on top."""
    highest = [one for one in fitting if one.combining == Combining.HIGHEST and given[one.id]]
    best = sorted(highest, key=lambda one: (-given[one.id], -one.amount_fen, one.id))[:1]
    return [*best, *sorted((one for one in fitting if one.combining == Combining.SUM), key=lambda one: one.id)]


def _newest(rows: Iterable[_Dated], what: Callable[[_Dated], object]) -> tuple[_Dated, ...]:
    """Of the rows for the same the newest; those of one day all stand."""
    found = list(rows)
    last: dict[object, dt.date] = {}
    for one in found:
        last[what(one)] = max(one.valid_from, last.get(what(one), one.valid_from))
    return tuple(one for one in found if one.valid_from == last[what(one)])

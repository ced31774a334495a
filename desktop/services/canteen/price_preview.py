"""What a change of prices or subsidies would do to the meals of a month, before it is saved: by person and in sum."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from desktop.core import clock
from desktop.core.period import Month, age_on
from desktop.models import query
from desktop.services.canteen.eaters import has_left
from desktop.services.canteen.price_edits import AnyDraft, PriceDraft, columns_of
from desktop.services.canteen.prices import GUEST, Book, Charge, Diner, Line, Price, Spent, Subsidy, book


@dataclass(frozen=True)
class Sums:
    """What some meals come to, in fen."""

    price_fen: int = 0
    subsidy_fen: int = 0
    paid_fen: int = 0

    def with_charge(self, charge: Charge) -> Sums:
        """One meal more."""
        return Sums(
            self.price_fen + charge.price_fen, self.subsidy_fen + charge.subsidy_fen, self.paid_fen + charge.paid_fen
        )


@dataclass(frozen=True)
class Effect:
    """Somebody for whom the change makes a difference; no name for all guests together."""

    resident_id: int | None
    name: str
    meals: int
    before: Sums
    after: Sums


@dataclass(frozen=True)
class Preview:
    """The meals of a month by the prices as they stand and as they would be; ``first`` is the first day looked at.

    ``supposed`` when the change begins later, and is counted as if it had begun with the month.
    """

    month: Month
    first: dt.date
    supposed: bool
    meals: int
    before: Sums
    after: Sums
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class _Eaten:
    resident_id: int | None
    name: str
    born_on: dt.date | None
    state: str
    state_on: dt.date | None
    day: dt.date
    meal: str
    mode: str

    @property
    def left(self) -> bool:
        """Whether the person was off the register by then, and pays what a guest does."""
        return has_left(self.state, self.state_on, self.day)


def preview(draft: AnyDraft, month: Month | None = None) -> Preview:
    """What a price or subsidy as typed would do to the month's meals; InvalidDraft names what is wrong with it."""
    month = month or Month.of(clock.today())
    values = columns_of(draft)
    supposed = values["valid_from"] > month.last
    if supposed:
        values |= {"valid_from": month.first, "valid_to": None}
    standing = book()
    becoming = _with(standing, _made(draft, values))
    first = max(values["valid_from"], month.first)
    eaten, flags = _eaten(month), _flags(month)
    return _compared(
        month, first, supposed, eaten, _replayed(standing, eaten, flags), _replayed(becoming, eaten, flags)
    )


def _made(draft: AnyDraft, values: dict[str, object]) -> Price | Subsidy:
    # An id above all others: of two equal subsidies the one on record is taken.
    named: dict[str, Any] = values | {"id": 1 << 60, "uid": "new", "flags": frozenset(str(values["flags"]).split())}
    return Price(**named) if isinstance(draft, PriceDraft) else Subsidy(**named)


def _with(standing: Book, row: Price | Subsidy) -> Book:
    """The book once the row is saved: a row of its day for the same is replaced."""
    if isinstance(row, Price):
        kept = (one for one in standing.prices if (one.valid_from, one.scope) != (row.valid_from, row.scope))
        return replace(standing, prices=(*kept, row))
    rest = (one for one in standing.subsidies if (one.valid_from, one.line) != (row.valid_from, row.line))
    return replace(standing, subsidies=(*rest, row))


_EATEN = (
    "SELECT m.resident_id, COALESCE(r.name, ''), r.born_on, COALESCE(r.register_state, ''), r.state_on,"
    " m.eaten_on, m.meal, m.mode"
    " FROM living_meal m LEFT JOIN resident r ON r.id = m.resident_id"
    " WHERE m.eaten_on BETWEEN ? AND ? ORDER BY m.eaten_on, m.eaten_at, m.id"
)
_FLAGS = (
    "SELECT DISTINCT f.resident_id, f.kind, f.from_on, f.to_on FROM living_meal m"
    " CROSS JOIN living_flag f ON f.resident_id = m.resident_id WHERE m.eaten_on BETWEEN ? AND ?"
)
_Flags = dict[int, list[tuple[str, str | None, str | None]]]


def _eaten(month: Month) -> list[_Eaten]:
    return query.fetch_as(_Eaten, _EATEN, [month.first.isoformat(), month.last.isoformat()])


def _flags(month: Month) -> _Flags:
    found: _Flags = defaultdict(list)
    for resident_id, kind, first, last in query.fetch(_FLAGS, [month.first.isoformat(), month.last.isoformat()]):
        found[resident_id].append((kind, first, last))
    return found


def _replayed(listed: Book, eaten: Iterable[_Eaten], flags: _Flags) -> Iterator[Charge]:
    """Each meal charged in its turn; caps count what the meals before it were given."""
    of_month: dict[int, Counter[Line]] = defaultdict(Counter)
    of_day: dict[tuple[int, dt.date], Counter[Line]] = defaultdict(Counter)
    lists = {}
    for one in eaten:
        if one.day not in lists:
            lists[one.day] = listed.on(one.day)
        if one.resident_id is None:
            yield lists[one.day].charge(GUEST, one.meal, one.mode)
            continue
        day, month = of_day[one.resident_id, one.day], of_month[one.resident_id]
        spent = Spent(day, month)
        diner = _diner(one, flags.get(one.resident_id, []))
        charge = lists[one.day].charge(diner, one.meal, one.mode, lambda spent=spent: spent)  # type: ignore[misc]
        for part in charge.parts:
            day[part.rule.line] += part.fen
            month[part.rule.line] += part.fen
        yield charge


def _diner(one: _Eaten, flags: Iterable[tuple[str, str | None, str | None]]) -> Diner:
    if one.left:
        return GUEST
    text = one.day.isoformat()
    held = frozenset(kind for kind, first, last in flags if (first or text) <= text <= (last or text))
    return Diner(age_on(one.born_on, one.day) if one.born_on else None, held)


def _compared(
    month: Month,
    first: dt.date,
    supposed: bool,
    eaten: list[_Eaten],
    before: Iterable[Charge],
    after: Iterable[Charge],
) -> Preview:
    was: dict[int | None, Sums] = defaultdict(Sums)
    will: dict[int | None, Sums] = defaultdict(Sums)
    meals, names = Counter[int | None](), {}
    for one, old, new in zip(eaten, before, after, strict=True):
        if one.day < first:
            continue
        who = one.resident_id
        names[who] = one.name
        meals[who] += 1
        was[who], will[who] = was[who].with_charge(old), will[who].with_charge(new)
    effects = [Effect(who, names[who], meals[who], was[who], will[who]) for who in meals if was[who] != will[who]]
    effects.sort(key=lambda one: (-abs(one.after.paid_fen - one.before.paid_fen), one.name, one.resident_id or 0))
    return Preview(month, first, supposed, meals.total(), _total(was.values()), _total(will.values()), tuple(effects))


def _total(sums: Iterable[Sums]) -> Sums:
    found = list(sums)
    return Sums(*(sum(getattr(one, name) for one in found) for name in ("price_fen", "subsidy_fen", "paid_fen")))

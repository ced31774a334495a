"""Canteen attendance: recording a meal, the list of meals, the days of a month (handbook 2.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.figures.canteen import SCORES
from desktop.core.ledgers import LedgerAccount
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import MealKind, MealMode
from desktop.core.words import terms
from desktop.models import query
from desktop.models.meal import Meal
from desktop.services.canteen import eaters, prepaid, prices
from desktop.services.canteen.eaters import Eater
from desktop.services.ledger import balances
from desktop.services.register import listing as residents
from desktop.services.register import places
from desktop.services.writing import about_residents, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing
from desktop.services.writing.listing import Condition, Listing, within

LONGEST_OCCASION = 40


@dataclass
class MealDraft:
    """A meal as typed. No ``resident_id`` is a guest (临时), who pays the list price and has to be meant: ``guest``.

    ``guest_of_id`` is the resident with whom the guest came, where that is known.
    """

    resident_id: int | None = None
    eaten_on: str | dt.date = declared.day(required=True)
    eaten_at: str = declared.clock_time()
    meal: str = declared.choice(terms.MEALS, MealKind.LUNCH, required=True)
    mode: str = declared.choice(terms.MEAL_MODES, MealMode.DINE_IN, required=True)
    remark: str = declared.text()
    occasion: str = declared.text(longest=LONGEST_OCCASION)
    guest: bool = False
    guest_of_id: int | None = None
    delivered_at: str = declared.clock_time()
    rating: str = declared.number(SCORES[0], SCORES[-1])


@dataclass(frozen=True)
class MealQuery:
    """Which meals the list shows: those of a month or of one day, of one person or all."""

    month: Month | None = None
    day: dt.date | None = None
    text: str = ""
    meal: str = ""
    mode: str = ""
    resident_id: int | None = None
    occasion: str = ""
    rating: str = ""
    unpriced: bool = False
    order: str = "date"
    descending: bool = True


@dataclass(frozen=True)
class MealRow:
    """One meal as the list shows it; a guest has no name, but may have come with somebody, ``host``."""

    id: int
    eaten_on: dt.date
    eaten_at: str
    resident_id: int | None
    name: str
    host: str
    community: str
    meal: str
    mode: str
    occasion: str
    price_fen: int
    subsidy_fen: int
    paid_fen: int
    rating: int | None


@dataclass(frozen=True)
class MealTotals:
    """What some meals came to, in fen."""

    count: int
    price_fen: int
    subsidy_fen: int
    paid_fen: int


def validate(draft: MealDraft) -> list[FieldError]:
    """What keeps a meal from being saved."""
    checks = Checks()
    declared.read(draft, checks)
    if draft.resident_id is None and not draft.guest:
        checks.refuse("resident_id", Reason.WHO_ATE)
    return checks.errors


def save(actor: Actor, draft: MealDraft) -> int:
    """Record one meal; the id."""
    errors = validate(draft)
    if errors:
        raise InvalidDraft(errors)
    with writing(actor, Action.RECORD_MEAL) as unit:
        return int(store(unit, draft).id)


def store(unit: Unit, draft: MealDraft, price_list: prices.PriceList | None = None, eater: Eater | None = None) -> Meal:
    """Record a meal within a unit; AlreadyRecorded when the person has had this meal on this date.

    ``eater`` is the draft's resident, when the unit has read that row already.
    """
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    day: dt.date = values["eaten_on"]
    listed = price_list or prices.in_force(day)
    if draft.resident_id is None:
        charge = listed.charge(prices.GUEST, draft.meal, draft.mode)
    else:
        person = eater or eaters.of_id(draft.resident_id, day)
        about_residents.refuse_after_death(person.state, person.state_on, day)
        charge = charge_of(person, draft.meal, draft.mode, listed)
    return unit.add(Meal(resident_id=draft.resident_id, guest_of_id=draft.guest_of_id, **charge.columns, **values))


def charge_of(
    person: Eater, meal: str, mode: str, listed: prices.PriceList | None = None, but_meal: int = 0
) -> prices.Charge:
    """What a meal costs somebody on the day of the row; caps count what the other meals of the month were given."""
    listed = listed or prices.in_force(person.day)
    return listed.charge(person.diner, meal, mode, lambda: prices.spent_by(person.id, person.day, but_meal))


def void(actor: Actor, meal_id: int, reason: str) -> None:
    """作废: the meal stays with its reason and counts no more; what it took out of a balance goes back into it."""
    with writing(actor, Action.VOID_MEAL) as unit:
        void_in(unit, meal_id, reason)


def void_in(unit: Unit, meal_id: int, reason: str) -> bool:
    """``void`` within a unit: whether the meal had been paid out of the balance."""
    unit.void(unit.living(Meal, meal_id), reason)
    return prepaid.give_back(unit, meal_id, reason)


def replace(actor: Actor, meal_id: int, draft: MealDraft, reason: str) -> int:
    """A meal stands as another one; what was paid out of the balance is so again. The new id."""
    with writing(actor, Action.RECORD_MEAL) as unit:
        return replace_in(unit, meal_id, draft, reason)


def replace_in(unit: Unit, meal_id: int, draft: MealDraft, reason: str) -> int:
    """``replace`` within a unit; what the person said of the meal (评价) stays."""
    rating = unit.living(Meal, meal_id).rating
    returned = void_in(unit, meal_id, reason)
    meal = store(unit, draft)
    if rating is not None:
        unit.change(meal, {"rating": rating})
    if returned and meal.resident_id is not None:
        prepaid.pay(unit, meal, balances.of(LedgerAccount.CANTEEN, meal.resident_id))
    return int(meal.id)


def draft_of(meal_id: int) -> MealDraft:
    """What was typed of a meal on record."""
    row = living(Meal, meal_id)
    guest, host = row.resident_id is None, row.guest_of_id
    return MealDraft(resident_id=row.resident_id, guest=guest, guest_of_id=host, **declared.shown(MealDraft, row))


_LIST = Listing(
    MealRow,
    "m",
    "living_meal m LEFT JOIN resident r ON r.id = m.resident_id LEFT JOIN resident h ON h.id = m.guest_of_id",
    orders={"date": "m.eaten_on {d}, m.eaten_at {d}, m.id {d}", "name": "r.name_key {d}, m.eaten_on"},
    columns={"name": "COALESCE(r.name, '')", "host": "COALESCE(h.name, '')", "community": "COALESCE(r.community, '')"},
    filters={
        "meal": "m.meal",
        "mode": "m.mode",
        "resident_id": "m.resident_id",
        "occasion": "m.occasion",
        "rating": "m.rating",
    },
)


def find_ids(wanted: MealQuery) -> list[int]:
    """The ids of the meals that match, in the wanted order."""
    return _LIST.find_ids(wanted, *_asked(wanted))


# Recorded at nothing although nobody decided that this meal costs nothing: rows of before keep no price by which.
_UNPRICED = Condition(
    "m.price_id IS NULL AND m.price_fen = 0 AND COALESCE((SELECT p.price_fen FROM living_meal_price p"
    " WHERE p.meal = m.meal AND p.mode = '' AND p.min_age = 0 AND p.max_age = 150 AND p.flags = '' AND p.weekdays = ''"
    " AND p.valid_from <= m.eaten_on ORDER BY p.valid_from DESC LIMIT 1), 1) <> 0"
)


def _asked(wanted: MealQuery) -> tuple[Condition | None, ...]:
    day = wanted.day
    span = wanted.month if day is None else (day, day)
    free = _UNPRICED if wanted.unpriced else None
    return within("m.eaten_on", span), residents.about("m.resident_id", wanted.text), free


def recorded() -> bool:
    """Whether any meal is on record."""
    return query.fetch_one("SELECT 1 FROM living_meal LIMIT 1") is not None


def unpriced(month: Month) -> int:
    """How many meals of a month were recorded before there was a price for them."""
    return len(find_ids(MealQuery(month=month, unpriced=True)))


def rows(ids: Sequence[int]) -> list[MealRow]:
    """The meals of these ids, in their order."""
    return places.named(_LIST.rows(ids))


def occasions(month: Month) -> list[str]:
    """The occasions of meals of many in a month, the latest first."""
    return query.texts(
        "SELECT occasion FROM living_meal WHERE eaten_on BETWEEN ? AND ? AND occasion <> ''"
        " GROUP BY occasion ORDER BY max(eaten_on) DESC, occasion",
        [month.first.isoformat(), month.last.isoformat()],
    )


def totals(wanted: MealQuery) -> MealTotals:
    """What was paid for the meals that match."""
    columns = ", ".join(f"COALESCE(sum(m.{name}), 0)" for name in ("price_fen", "subsidy_fen", "paid_fen"))
    return _LIST.total(MealTotals, f"count(*), {columns}", wanted, *_asked(wanted))


def month_days(month: Month) -> list[tuple[dt.date, int]]:
    """人次 of every day of a month, guests apart; days without a meal are 0."""
    served: dict[str, int] = dict(
        query.fetch(
            "SELECT eaten_on, count(*) FROM living_meal WHERE eaten_on BETWEEN ? AND ?"
            " AND resident_id IS NOT NULL GROUP BY eaten_on",
            [month.first.isoformat(), month.last.isoformat()],
        )
    )
    return [(day, served.get(day.isoformat(), 0)) for day in month]

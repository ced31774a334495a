"""What somebody may do at a station, told by a word and two small numbers; a refused act is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from desktop.core.acts import Action
from desktop.core.errors import UserError
from desktop.core.period import Month
from desktop.exchange import clashes
from desktop.models.bed import Bed, Stay
from desktop.models.ledger import LedgerEntry
from desktop.models.meal import Meal
from desktop.models.resident import Contact, Resident
from desktop.models.visit import Excusal, RouteRow
from desktop.reports.months.render import reports_of
from desktop.services.canteen import meals, prepaid
from desktop.services.canteen.meals import MealDraft
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.closing import month_close
from desktop.services.ledger import balances
from desktop.services.visits import recording, route_sheets
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.route_sheets import RowEntry
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing
from tests.unit.exchange.acts import new_person

CLOSED = Month(2026, 9)


def do(actor: Actor, act: str, one: int, other: int) -> bool:
    """Do it; whether it was not refused."""
    with suppress(UserError):
        ACTS[act](actor, one, other)
        return True
    return False


def _living(model: Any) -> list[Any]:
    return list(model.select().where(model.voided_at.is_null()).order_by(model.uid))


def _one(model: Any, number: int) -> Any:
    rows = _living(model)
    if not rows:
        raise UserError()
    return rows[number % len(rows)]


def _day(number: int) -> dt.date:
    """Days of the month that is closed sooner or later, and of the open one."""
    return dt.date(2026, 9, 29) + dt.timedelta(days=number)


def _within(change: Callable[[Unit, int, int], object]) -> Callable[[Actor, int, int], object]:
    def act(actor: Actor, one: int, other: int) -> None:
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            change(unit, one, other)

    return act


def _person(actor: Actor, one: int, other: int) -> None:
    new_person(actor, f"新人{one}", one)


def _meal(actor: Actor, one: int, other: int) -> None:
    meals.save(actor, MealDraft(_one(Resident, one).id, _day(other)))


def _paid(actor: Actor, one: int, other: int) -> None:
    """A lunch out of the balance."""
    with writing(actor, Action.RECORD_MEAL) as unit:
        who = _one(Resident, one)
        meal = meals.store(unit, MealDraft(who.id, _day(other)))
        prepaid.pay(unit, meal, balances.of(balances.LedgerAccount.CANTEEN, who.id))


def _visit(actor: Actor, one: int, other: int) -> None:
    recording.save(actor, VisitDraft(_one(Resident, one).id, _day(other), outcome="not_reached", visitors="马丽"))


def _stay(unit: Unit, one: int, other: int) -> None:
    unit.add(Stay(bed=_one(Bed, other), resident=_one(Resident, one), from_on=_day(one)))


def _leave_bed(unit: Unit, one: int, other: int) -> None:
    unit.change(_one(Stay, one), {"to_on": _day(6 + other)})


def _excuse(unit: Unit, one: int, other: int) -> None:
    reason = ("hospital", "away")[other % 2]
    unit.add(Excusal(resident=_one(Resident, one), month="2026-10", reason=reason, confirmed_by="主任甲"))


def _contact(unit: Unit, one: int, other: int) -> None:
    unit.add(Contact(resident=_one(Resident, one), name=f"亲属{other}", relation="son", phone=str(other)))


def _void(actor: Actor, one: int, other: int) -> None:
    model = (Meal, Stay, Excusal, Contact)[other % 4]
    row = _one(model, one)
    if model is Meal:
        meals.void(actor, row.id, "录错")
        return
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.void(row, "录错")


def _sheet(actor: Actor, one: int, other: int) -> None:
    route_sheets.make_sheet(actor, [_one(Resident, one).id, _one(Resident, other).id], "马丽", _day(2 + other))


def _row(actor: Actor, one: int, other: int) -> None:
    """A row of a sheet becomes a visit."""
    route_sheets.record_row(actor, _one(RouteRow, one).digits, RowEntry(outcome="not_reached"))


def _decide(actor: Actor, one: int, other: int) -> None:
    found = [clash for clash in clashes.listed(actor) if clash.field != clashes.BALANCE]
    if found:
        clash = found[one % len(found)]
        clashes.decide(actor, clash.kind, clash.uid, clash.field, ("ours", "theirs")[other % 2])


# Telephones and rooms are what both change at once; the rest is what both record of one person.
ACTS: dict[str, Callable[[Actor, int, int], object]] = {
    "person": _person,
    "phone": _within(lambda unit, one, other: unit.change(_one(Resident, one), {"phone": f"1380000000{other}"})),
    "room": _within(
        lambda unit, one, other: unit.change(_one(Resident, one), {"room": str(other), "building": str(one)})
    ),
    "meal": _meal,
    "paid": _paid,
    "top_up": lambda actor, one, other: prepaid.top_up(actor, MoneyDraft(_one(Resident, one).id, "20")),
    "take_back": lambda actor, one, other: prepaid.correct(actor, _one(LedgerEntry, one).id, "录错"),
    "visit": _visit,
    "stay": _within(_stay),
    "leave_bed": _within(_leave_bed),
    "excuse": _within(_excuse),
    "contact": _within(_contact),
    "void": _void,
    "sheet": _sheet,
    "row": _row,
    "decide": _decide,
    "close": lambda actor, one, other: month_close.close(actor, CLOSED, reports_of, "没有遗漏"),
}

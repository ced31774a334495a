"""What became of a stop: the meal is delivered and is one meal of the canteen, nobody opened, or it was not brought."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.codes import CodeKind, fold
from desktop.core.errors import AlreadyRecorded, BadCode, DateRefused, NotFound
from desktop.core.reasons import Reason
from desktop.core.routes import DeliveryOutcome, SheetKind
from desktop.core.trade import MealMode, RiskLevel
from desktop.core.words.routes import DELIVERY_OUTCOMES
from desktop.models.visit import RouteRow
from desktop.services.canteen import eaters, meals, prepaid
from desktop.services.canteen.meals import MealDraft
from desktop.services.deliveries import lists
from desktop.services.register import printed_codes
from desktop.services.visits import risks, route_sheets
from desktop.services.visits.risks import RiskDraft
from desktop.services.visits.route_sheets import SheetRow
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

# What a risk is called is data of the centre, in the language of its papers.
NOBODY = "送餐无人应门"


def find(scanned: str, day: dt.date, meal: str) -> SheetRow:
    """The stop of a row's code, or of somebody's card on the lists of a day and meal.

    Errors of ``find_row``; NotFound for the card of somebody who is on none of these lists.
    """
    digits = fold(scanned)
    if not digits.startswith(str(int(CodeKind.RESIDENT))):
        return route_sheets.find_row(scanned, SheetKind.DELIVERY)
    who = printed_codes.find(digits).row_id
    found = [row for row in lists.stops(day, meal) if row.resident_id == who]
    if not found:
        raise NotFound(Thing.ROUTE_ROW, eaters.of_id(who, day).name)
    return found[0]


def record(actor: Actor, row_id: int, outcome: str, words: str = "", at: str | None = None) -> None:
    """Record what became of a stop, now or at another time of its day; one that was not brought says why in words.

    Nobody at the door is a risk of today. Who opened the door later in the day got the meal all the same: the stop
    becomes delivered, the risk is closed by a person. AlreadyRecorded for what stands already, or a meal had here.
    """
    with writing(actor, Action.RECORD_DELIVERY) as unit:
        checks = Checks()
        checks.choice("outcome", outcome, DELIVERY_OUTCOMES, True)
        said = checks.text("words", words, required=outcome == DeliveryOutcome.NOT_DELIVERED, longest=200)
        checks.raise_if_any()
        row = route_sheets.row(row_id)
        sheet = route_sheets.sheet(row.sheet_id)
        if sheet.kind != SheetKind.DELIVERY:
            raise BadCode(row.code)
        if sheet.day > clock.today():
            raise DateRefused(Reason.FUTURE_DATE, sheet.day)
        if row.outcome in (outcome, DeliveryOutcome.DELIVERED):
            raise AlreadyRecorded(Thing.ROUTE_ROW, row.name)
        changes: dict[str, object] = {"outcome": outcome, "words": said}
        if outcome == DeliveryOutcome.DELIVERED:
            moment = clock.now().strftime("%H:%M") if at is None and sheet.day == clock.today() else at or ""
            changes["meal_id"] = _meal(unit, row, sheet.day, sheet.meal, moment)
        elif outcome == DeliveryOutcome.NOBODY:
            changes["risk_id"] = _risk(unit, row, sheet.day, said)
        unit.change(unit.living(RouteRow, row.id), changes)


def _meal(unit: Unit, row: SheetRow, day: dt.date, meal: str, at: str) -> int:
    eater = eaters.of_id(row.resident_id, day)
    draft = MealDraft(row.resident_id, day, at, meal, MealMode.DELIVERED, delivered_at=at)
    stored = meals.store(unit, draft, eater=eater)
    prepaid.pay(unit, stored, eater.balance)
    return int(stored.id)


def _risk(unit: Unit, row: SheetRow, day: dt.date, words: str) -> int:
    what = f"{NOBODY}（{words}）" if words else NOBODY
    return risks.store(unit, RiskDraft(row.resident_id, day, what, RiskLevel.ELEVATED, due_on=clock.today()))

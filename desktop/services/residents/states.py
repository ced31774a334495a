"""The life of a record: moved out, deceased, cancelled, returned, its number put right, void (handbook 2.1, 6).

``effects`` says what a new register state would do; ``apply`` does all of it in one transaction. Rows dated
after the day on which somebody left are never touched: ``later_rows`` lists them for a person to look at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.core import clock
from desktop.core.acts import Action, LogAction
from desktop.core.answers import IdState
from desktop.core.errors import (
    DateRefused,
    DuplicateResident,
    FieldError,
    InvalidDraft,
    ReasonNeeded,
    ResidentInUse,
    StateRefused,
)
from desktop.core.person import identity
from desktop.core.reasons import Reason, StateReason
from desktop.core.rights import SAYS_WHY
from desktop.core.trade import OPEN_ORDERS, RegisterState, ServiceState, Sex
from desktop.core.words import terms
from desktop.models import query
from desktop.models.bed import Stay
from desktop.models.help_service import HelpService
from desktop.models.resident import RegisterEvent, Resident
from desktop.services.beds import stays
from desktop.services.register import listing as residents
from desktop.services.residents.state_effects import Effects, LaterRow, effects, later_rows
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

__all__ = [
    "Effects",
    "LaterRow",
    "apply",
    "correct_id",
    "effects",
    "later_rows",
    "move",
    "reveal_id",
    "take_back",
    "void",
]

# What has to be void before its resident can be.
_USERS = ("meal", "visit", "help_service", "stay", "risk", "excusal")


def apply(actor: Actor, resident_id: int, state: str, on: dt.date, reason: str, source: str = "desk") -> Effects:
    """Give a resident a register state from a day on, with all that follows from it; what was done."""
    if not reason.strip():
        raise ReasonNeeded("register_state")
    with writing(actor, Action.CHANGE_STATE, reason.strip()) as unit:
        done = effects(resident_id, state, on)
        move(unit, unit.living(Resident, resident_id), state, on, source)
    return done


def move(unit: Unit, row: Resident, state: str, on: dt.date, source: str) -> None:
    """Do within a unit what ``effects`` said; the unit's reason goes with every row."""
    _check(row, state, on)
    words = unit.reason or terms.REGISTER_STATES[state]
    unit.add(RegisterEvent(resident=row, state=state, on_date=on, source=source, reason=unit.reason))
    unit.change(row, {"register_state": state, "state_on": on})
    if state != RegisterState.ON_REGISTER:
        _end_stays(unit, row.id, on, words)
        cancel_orders(unit, row.id, words)


def take_back(actor: Actor, resident_id: int, reason: str) -> None:
    """Void the last register state, entered by mistake, so that the one before it holds again.

    A stay that ended and orders that were cancelled with it are not opened again: the bed may be taken by now.
    """
    with writing(actor, Action.TAKE_BACK_STATE, reason.strip()) as unit:
        row = unit.living(Resident, resident_id)
        events = events_of(resident_id)
        if len(events) < 2:
            raise StateRefused(StateReason.NOTHING_BEFORE, row.register_state)
        last, before = events[-1], events[-2]
        unit.void(last, reason)
        unit.change(row, {"register_state": before.state, "state_on": before.on_date})


def correct_id(actor: Actor, resident_id: int, number: object, reason: str) -> None:
    """Put a wrong ID number right; every record follows, because the number is an attribute and no key.

    Birth date and sex that came from the old number follow the new one; others stay and are to be verified.
    """
    found = identity.examine(number)
    if found.state != IdState.VALID:
        wrong = next((one for one in found.reasons if one in identity.TO_VERIFY_REASONS), Reason.WRONG_LENGTH)
        raise InvalidDraft([FieldError("id_number", Reason.REQUIRED if wrong == Reason.MISSING_NUMBER else wrong)])
    if not reason.strip():
        raise ReasonNeeded(LogAction.CORRECT_ID)
    with writing(actor, Action.CORRECT_ID, reason.strip()) as unit:
        row = unit.living(Resident, resident_id)
        _refuse_known(found.number, resident_id)
        unit.change(row, _identity_of(row, number, found), LogAction.CORRECT_ID)
        residents.index(resident_id)


def _identity_of(row: Resident, number: object, found: identity.IdExamination) -> dict[str, object]:
    born, sex = _follow(row, found)
    checked = identity.examine(number, born, sex)
    return {
        "document_kind": checked.kind,
        "id_number": checked.number,
        "id_written": checked.written if checked.written != checked.number else "",
        "id_state": checked.state,
        "id_issue": next((one for one in checked.reasons if one in identity.TO_VERIFY_REASONS), ""),
        "born_on": born,
        "sex": sex or Sex.UNKNOWN,
    }


def reveal_id(actor: Actor, resident_id: int, reason: str = "") -> str:
    """The whole ID number; the look is logged. ReasonNeeded for an auditor who does not say what for."""
    if actor.role in SAYS_WHY and not reason.strip():
        raise ReasonNeeded(LogAction.SHOW_ID)
    with writing(actor, Action.SHOW_ID, reason.strip()) as unit:
        row = unit.living(Resident, resident_id)
        unit.note(row, LogAction.SHOW_ID)
    return str(row.id_number or row.id_written)


def void(actor: Actor, resident_id: int, reason: str) -> None:
    """作废: the record stays with its reason and counts no more; refused while rows refer to the person."""
    if not reason.strip():
        raise ReasonNeeded("void")
    with writing(actor, Action.VOID_RESIDENT, reason.strip()) as unit:
        row = unit.living(Resident, resident_id)
        counts = {
            table: found
            for table in _USERS
            if (found := query.count(f"SELECT count(*) FROM living_{table} WHERE resident_id = ?", [resident_id]))
        }
        if counts:
            raise ResidentInUse(row.name, counts)
        unit.void(row, reason)


def _check(row: Resident, state: str, on: dt.date) -> None:
    if state not in terms.REGISTER_STATES:
        raise StateRefused(StateReason.UNKNOWN_STATE, state)
    if state == row.register_state:
        raise StateRefused(StateReason.SAME_STATE, state)
    if on > clock.today():
        raise DateRefused(Reason.FUTURE_DATE, on)
    events = events_of(row.id)
    if events and events[-1].on_date is not None and on < events[-1].on_date:
        raise StateRefused(StateReason.EARLIER_STATE, events[-1].state)


def joining_days(resident_ids: Sequence[int]) -> dict[int, str]:
    """The first day on the register of each of the residents that has one; without a day: before any record."""
    found = query.fetch(
        f"SELECT resident_id, COALESCE(on_date, '') FROM living_register_event"
        f" WHERE resident_id IN {query.LISTED} ORDER BY on_date DESC, id DESC",
        [query.listed(resident_ids)],
    )
    return {int(one): str(day) for one, day in found}


def events_of(resident_id: int) -> list[RegisterEvent]:
    """The living register states of a resident, the oldest first."""
    found = RegisterEvent.select().where(RegisterEvent.resident == resident_id, RegisterEvent.voided_at.is_null())
    return sorted(found, key=lambda one: (one.on_date or dt.date.min, one.id))


def _end_stays(unit: Unit, resident_id: int, on: dt.date, words: str) -> None:
    # A closed month keeps the days that it counted; the stay ends behind it, until a correction says otherwise.
    # One that begins later ends where it begins, without a night: it is listed for a person to look at.
    behind = months.open_from(on)
    for stay in Stay.select().where(
        Stay.resident == resident_id, Stay.voided_at.is_null(), Stay.to_on.is_null() | (Stay.to_on > behind)
    ):
        end = max(behind, stay.from_on)
        stays.end_leaves(unit, stay, end)
        unit.change(stay, {"to_on": end, "end_reason": words})


def cancel_orders(unit: Unit, resident_id: int, words: str) -> None:
    """Within a unit: what is ordered for somebody and not done is cancelled."""
    for order in HelpService.select().where(
        HelpService.resident == resident_id, HelpService.voided_at.is_null(), HelpService.state.in_(OPEN_ORDERS)
    ):
        closed = {"closed_at": clock.timestamp(), "closed_by": unit.actor.name}
        unit.change(order, {"state": ServiceState.CANCELLED, "cancel_reason": words, **closed})


def _refuse_known(number: str, resident_id: int) -> None:
    twin = query.fetch_one(
        "SELECT name, id FROM living_resident WHERE id_number = ? AND id <> ?", [number, resident_id]
    )
    if twin is not None:
        raise DuplicateResident(twin[0], twin[1])


def _follow(row: Resident, found: identity.IdExamination) -> tuple[dt.date | None, str]:
    old = identity.examine(row.id_number)
    born: dt.date | None = row.born_on
    if found.born_on and (born is None or born == old.born_on):
        born = found.born_on
    sex = row.sex
    if found.sex and sex in {Sex.UNKNOWN, old.sex}:
        sex = found.sex
    return born, sex

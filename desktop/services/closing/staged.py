"""The acts that a correction holds: each is done by the service that would have done it in an open month."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from desktop.core.acts import Thing
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import CorrectionStep
from desktop.core.words import terms
from desktop.models import query
from desktop.services.beds import leaves, stays
from desktop.services.beds.leaves import LeaveDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals, ratings
from desktop.services.canteen.meals import MealDraft
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft
from desktop.services.food import complaints, dishes, purchases, samples, sheets
from desktop.services.food.complaints import ComplaintDraft
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.samples import SampleDraft
from desktop.services.food.sheets import SheetDraft
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register.called import called
from desktop.services.visits import answered, edits, risks, roster
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Act:
    """One staged act; ``uid`` names the record that it changes or makes void, ``fields`` those of the form."""

    step: CorrectionStep
    kind: str = ""
    uid: str = ""
    fields: Fields = dataclasses.field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True)
class _Kind:
    """How records of one kind are added, changed and made void; None where it is not done by a correction."""

    thing: Thing
    add: Callable[[Actor, Fields], object] | None
    change: Callable[[Actor, int, Fields, str], object] | None
    void: Callable[[Actor, int, str], object] | None


def kinds() -> tuple[str, ...]:
    """What a correction can be about, by the names that its acts use."""
    return tuple(_KINDS)


def thing_of(kind: str) -> Thing:
    """Which records a kind of act is about."""
    return _KINDS[kind].thing


def voidable() -> tuple[str, ...]:
    """The kinds of which one record can be made void by itself."""
    return tuple(name for name, kind in _KINDS.items() if kind.void is not None)


def void(actor: Actor, act: Act) -> None:
    """Make a record of an open month void, as its room would; NotFound, MonthClosed."""
    kind = _KINDS[act.kind]
    assert kind.void is not None
    kind.void(actor, _row(kind.thing, act.uid), act.reason)


def named(act: Act) -> Act:
    """The act with people, beds and stays by uid, however they were named; refused when it is none that is known."""
    if act.step == CorrectionStep.REFRESH:
        return act
    kind = _KINDS.get(act.kind)
    if kind is None or getattr(kind, act.step) is None:
        raise InvalidDraft([FieldError("kind", Reason.UNKNOWN_WORD, act.kind)])
    return dataclasses.replace(act, fields=_by_uid(act.fields))


def perform(actor: Actor, act: Act, month: Month) -> None:
    """Do an act, as its service does it; the caller has the month open."""
    kind = _KINDS.get(act.kind)
    if act.step == CorrectionStep.REFRESH or kind is None:
        return
    if act.step == CorrectionStep.ADD:
        assert kind.add is not None
        kind.add(actor, _by_id(act.fields) | ({"month": month} if kind.thing == Thing.EXCUSAL else {}))
        return
    row_id = _row(kind.thing, act.uid)
    if act.step == CorrectionStep.CHANGE:
        assert kind.change is not None
        kind.change(actor, row_id, _by_id(act.fields), act.reason)
    else:
        void(actor, act)


def _row(thing: Thing, uid: str) -> int:
    found = query.ids(f"SELECT id FROM living_{thing} WHERE uid = ?", [uid])
    if not found:
        raise NotFound(thing, uid)
    return found[0]


# What a draft carries besides what is typed.
NOT_TYPED = frozenset({"shown", "service_id"})
_NAMED = (Thing.RESIDENT, Thing.BED, Thing.STAY, Thing.DISH, Thing.FOOD_PURCHASE)
# A field that names another record: what it is called in the draft.
_REFERENCES = {thing: f"{thing}_id" for thing in _NAMED}
_WHO = Thing.RESIDENT.value


def _by_uid(fields: Fields) -> dict[str, Any]:
    found = dict(fields)
    who = found.get(_WHO)
    return (
        found
        if who is None
        else found | {_WHO: query.text("SELECT uid FROM living_resident WHERE id = ?", [called(str(who))])}
    )


def _by_id(fields: Fields) -> dict[str, Any]:
    found = dict(fields)
    for thing, column in _REFERENCES.items():
        if thing in found:
            found[column] = _row(thing, str(found.pop(thing)))
    return found


def _filled(draft: Any, fields: Fields) -> Any:
    """The draft with these fields; a name that its form does not have is refused. A choice may be said in words."""
    known = {one.name for one in dataclasses.fields(draft)} - NOT_TYPED
    wrong = [FieldError(name, Reason.UNKNOWN_WORD, name) for name in fields if name not in known]
    if wrong:
        raise InvalidDraft(wrong)
    return dataclasses.replace(draft, **{name: _read(draft, name, value) for name, value in fields.items()})


def _read(draft: Any, name: str, value: Any) -> Any:
    standing = getattr(draft, name)
    if isinstance(standing, dict) and isinstance(value, dict):
        return standing | {_code(terms.VISIT_BLOCKS, key): _block(one) for key, one in value.items()}
    if isinstance(standing, tuple):
        return tuple(_code(terms.SERVICE_TYPES, one) for one in value)
    one = declared.fields(type(draft)).get(name)
    return _code(one.codes, value) if one and one.codes else value


def _block(value: Any) -> Any:
    return _code(terms.BLOCK_STATES, value)


def _code(codes: Mapping[str, str], said: Any) -> Any:
    return next((code for code, word in codes.items() if word == said), said)


def _change_visit(actor: Actor, row_id: int, fields: Fields, reason: str) -> None:
    edits.supersede(actor, row_id, _filled(edits.draft_of(row_id), fields), reason)


def _change_service(actor: Actor, row_id: int, fields: Fields, _reason: str) -> None:
    orders.save(actor, _filled(orders.draft_of(row_id), fields))


def _change_meal(actor: Actor, row_id: int, fields: Fields, reason: str) -> None:
    if set(fields) == {"rating"}:
        ratings.rate(actor, row_id, str(fields["rating"]))
        return
    # A meal has no form of its own: it is taken back and stands again, priced by the rules of its day.
    meals.replace(actor, row_id, _filled(meals.draft_of(row_id), fields), reason or "corrected")


def _change_stay(actor: Actor, row_id: int, fields: Fields, _reason: str) -> None:
    ends = _filled(_StayEnd(), fields)
    stays.discharge(actor, row_id, ends.to_on, ends.end_reason, seen=stays.ends(row_id))


def _change_leave(actor: Actor, row_id: int, fields: Fields, _reason: str) -> None:
    days = _filled(leaves.draft_of(row_id), fields)
    leaves.change(actor, row_id, days.leave_from, days.leave_to, days.leave_reason, days.leave_kind)


def _add_leave(actor: Actor, fields: Fields) -> None:
    days = _filled(LeaveDraft(), fields)
    stays.add_leave(actor, days.stay_id, days.leave_from, days.leave_to, days.leave_reason, days.leave_kind)


def _close_risk(actor: Actor, row_id: int, fields: Fields, _reason: str) -> None:
    ends = _filled(_RiskEnd(), fields)
    risks.close(actor, row_id, ends.result, ends.closed_on or None)


def _add_excusal(actor: Actor, fields: Fields) -> None:
    given = _filled(_Excuse(), fields)
    roster.confirm_excuse(actor, given.resident_id, given.month, given.reason)


def _add_batch(actor: Actor, fields: Fields) -> None:
    given = _filled(_BatchOf(), fields)
    dishes.use(actor, given.dish_id, [*(one.id for one in dishes.made_of(given.dish_id)), given.food_purchase_id])


@dataclass
class _BatchOf:
    dish_id: int = 0
    food_purchase_id: int = 0


@dataclass
class _StayEnd:
    to_on: str = ""
    end_reason: str = ""


@dataclass
class _RiskEnd:
    closed_on: str = ""
    result: str = ""


@dataclass
class _Excuse:
    resident_id: int = 0
    month: Month | None = None
    reason: str = ""


def _of_form(thing: Thing, draft: type[Any], room: Any) -> _Kind:
    """A register whose module has ``add``, ``change``, ``draft_of`` and ``void``."""
    return _Kind(
        thing,
        lambda actor, fields: room.add(actor, _filled(draft(), fields)),
        lambda actor, row_id, fields, _reason: room.change(actor, row_id, _filled(room.draft_of(row_id), fields)),
        room.void,
    )


_KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "visit": _Kind(
            Thing.VISIT,
            lambda actor, fields: answered.save(actor, _filled(VisitDraft(), fields)),
            _change_visit,
            visits.void,
        ),
        "service": _Kind(
            Thing.HELP_SERVICE,
            lambda actor, fields: orders.save(actor, _filled(ServiceDraft(), fields)),
            _change_service,
            orders.void,
        ),
        "meal": _Kind(
            Thing.MEAL,
            lambda actor, fields: meals.save(actor, _filled(MealDraft(), fields)),
            _change_meal,
            meals.void,
        ),
        "stay": _Kind(
            Thing.STAY,
            lambda actor, fields: stays.admit(actor, _filled(StayDraft(), fields)),
            _change_stay,
            stays.void_stay,
        ),
        "leave": _Kind(Thing.LEAVE, _add_leave, _change_leave, leaves.void),
        "risk": _Kind(
            Thing.RISK,
            lambda actor, fields: risks.save(actor, _filled(RiskDraft(), fields)),
            _close_risk,
            None,
        ),
        "excusal": _Kind(Thing.EXCUSAL, _add_excusal, None, None),
        "day_care": _of_form(Thing.DAY_ATTENDANCE, DayDraft, attendance),
        "purchase": _of_form(Thing.FOOD_PURCHASE, PurchaseDraft, purchases),
        "dish": _of_form(Thing.DISH, DishDraft, dishes),
        "batch": _Kind(Thing.DISH_BATCH, _add_batch, None, None),
        "sample": _of_form(Thing.FOOD_SAMPLE, SampleDraft, samples),
        "sheet": _of_form(Thing.KITCHEN_SHEET, SheetDraft, sheets),
        "complaint": _of_form(Thing.COMPLAINT, ComplaintDraft, complaints),
    }
)

"""Acts for a correction (更正单) out of what was typed in a room: the same draft, the same fields."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from desktop.core.acts import Action, Thing
from desktop.core.period import Month
from desktop.core.trade import CorrectionState, CorrectionStep
from desktop.models import query
from desktop.models.bed import Stay
from desktop.models.tables import RECORDS
from desktop.services.beds import leaves
from desktop.services.beds.leaves import LeaveDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.closing import corrections, staged
from desktop.services.closing.staged import Act, Fields
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.visits import edits
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


@dataclasses.dataclass(frozen=True)
class ActLine:
    """A staged act with the record that it is about: whose, and of which day."""

    id: int
    act: Act
    name: str
    day: str


def adding(kind: str, draft: Any) -> Act:
    """The act that records what was typed into an empty form."""
    form, _standing = _FORMS[kind]
    return Act(CorrectionStep.ADD, kind, fields=_typed(draft, form()))


def changing(kind: str, row_id: int, draft: Any, reason: str = "") -> Act:
    """The act that puts a record right as typed: the fields that differ from what stands."""
    _form, standing = _FORMS[kind]
    assert standing is not None
    return with_fields(kind, row_id, _typed(draft, standing(row_id)), reason)


def with_fields(kind: str, row_id: int, fields: Fields, reason: str = "") -> Act:
    """The act that gives a record these values, such as the last day of a stay."""
    return Act(CorrectionStep.CHANGE, kind, _uid(staged.thing_of(kind), row_id), fields, reason)


def voiding(kind: str, row_id: int, reason: str = "") -> Act:
    """The act that makes a record void; staged, it needs a reason."""
    return Act(CorrectionStep.VOID, kind, _uid(staged.thing_of(kind), row_id), reason=reason)


def excusing(resident_id: int, reason: str) -> Act:
    """The act that confirms an excuse from the roster of the month."""
    return Act(CorrectionStep.ADD, "excusal", fields={"resident": _uid(Thing.RESIDENT, resident_id), "reason": reason})


def standing_open(month: Month) -> corrections.CorrectionRow | None:
    """The correction of a month that waits to be answered, if any."""
    return next((one for one in corrections.listed(month) if one.state == CorrectionState.OPEN), None)


def take_in(actor: Actor, month: Month, wanted: Act, reason: str = "") -> int:
    """Stage an act in the month's open correction, which is opened with ``reason`` where there is none; its id."""
    with writing(actor, Action.CORRECT_MONTH, reason):
        found = standing_open(month)
        correction = found.id if found is not None else corrections.open_for(actor, month, reason)
        corrections.stage(actor, correction, [wanted])
    return correction


def lines(correction_id: int) -> list[ActLine]:
    """The acts of a correction with whose record each is about, in their order."""
    return [ActLine(row_id, act, *_about(act)) for row_id, act in corrections.acts(correction_id)]


def _about(act: Act) -> tuple[str, str]:
    if act.step == CorrectionStep.REFRESH:
        return "", ""
    column = _DAYS[act.kind]
    if act.step == CorrectionStep.ADD:
        who = str(act.fields.get(Thing.RESIDENT.value, ""))
        stay = Stay.get_or_none(uid=str(act.fields.get(Thing.STAY.value, "")))
        day = str(act.fields.get("leave_from" if act.kind == Thing.LEAVE else column, ""))
        return (_name_of(stay.resident_id) if stay is not None else _named(who)), day
    # Made void by the correction itself it is named all the same.
    row: Any = RECORDS[staged.thing_of(act.kind)].get_or_none(uid=act.uid)
    if row is None:
        return "", ""
    holder = row.stay if act.kind == Thing.LEAVE else row
    return _name_of(holder.resident_id), str(getattr(row, column, "") or "")


def _name_of(resident_id: int | None) -> str:
    return query.text("SELECT name FROM resident WHERE id = ?", [resident_id]) if resident_id else ""


def _named(who: str) -> str:
    return query.text("SELECT name FROM resident WHERE uid = ?", [who]) if who else ""


def _uid(thing: Thing, row_id: int) -> str:
    return query.text(f"SELECT uid FROM living_{thing} WHERE id = ?", [row_id])


def _typed(draft: Any, standing: Any) -> dict[str, Any]:
    """What the draft says otherwise than ``standing``, by the names that a correction keeps: other rows by uid."""
    found: dict[str, Any] = {}
    for one in dataclasses.fields(standing):
        said, was = _text(getattr(draft, one.name)), _text(getattr(standing, one.name))
        if one.name in staged.NOT_TYPED or said == was:
            continue
        if one.name.endswith(_ROW):
            thing = Thing(one.name.removesuffix(_ROW))
            found[thing.value] = _uid(thing, int(said))
        elif isinstance(was, dict):
            # What was there and is not any more is said by nothing.
            moved = {key: said.get(key, "") for key in (*was, *said) if said.get(key, "") != was.get(key, "")}
            found |= {one.name: moved} if moved else {}
        else:
            found[one.name] = said
    return found


def _text(value: Any) -> Any:
    """A day as the form shows it."""
    return value.isoformat() if isinstance(value, dt.date) else value


_ROW = "_id"
_FORMS: Mapping[str, tuple[Callable[[], Any], Callable[[int], Any] | None]] = MappingProxyType(
    {
        "visit": (VisitDraft, edits.draft_of),
        "service": (ServiceDraft, orders.draft_of),
        "meal": (MealDraft, meals.draft_of),
        "leave": (LeaveDraft, leaves.draft_of),
        "day_care": (DayDraft, attendance.draft_of),
        "stay": (StayDraft, None),
        "risk": (RiskDraft, None),
    }
)
# The day by which people know a record.
_DAYS = MappingProxyType(
    {
        "visit": "visited_on",
        "service": "service_on",
        "meal": "eaten_on",
        "stay": "from_on",
        "leave": "from_on",
        "day_care": "day",
        "risk": "found_on",
        "excusal": "month",
    }
)

"""Orders that what was agreed asks for (every Tuesday 助浴): made for some days ahead, each day of each once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.answers import LeftOut
from desktop.core.errors import FieldError, InvalidDraft, NothingToDo
from desktop.core.money import yuan_text
from desktop.core.reasons import Reason
from desktop.core.routes import StandingSubject
from desktop.core.standing import Span
from desktop.core.trade import OPEN_ORDERS, ServiceState
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.services.help_services import orders, proposing, steps
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register.snapshot import Register
from desktop.services.standing import calendar
from desktop.services.standing.calendar import Agreed
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing
from desktop.services.writing.putting_back import TAKEN_BACK

# How far ahead orders are made: a change of plan should not have to reach further.
LONGEST = 62
WEEK = 7
# Why an order is cancelled whose day what was agreed asks for no more; stored, so in the language of the papers.
NO_MORE_ASKED = "约定已变更"
# An amount of an order is charged by these.
_CHARGED_BY = ("type", "item", "quantity", "started", "ended")
# What an agreement may leave to others: who is sent to somebody at the desk, the amounts to the price list.
_LEFT = ("worker", "fee_fen", "subsidy_fen")
_PLAN = (*_CHARGED_BY, "place", "content", "payer", *_LEFT)


@dataclass(frozen=True)
class Due:
    """A day that what was agreed asks for and no order stands for; ``left_out`` says why none is made."""

    agreed: Agreed
    day: dt.date
    left_out: LeftOut | None


@dataclass(frozen=True)
class Drift:
    """Open orders that are not what is agreed today: on days not asked for any more, or otherwise than agreed."""

    not_asked: tuple[int, ...]
    otherwise: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.not_asked or self.otherwise)


def due(first: dt.date, last: dt.date, known: Register | None = None) -> list[Due]:
    """What is still to be made of the days from one to another, day by day, and what is left out.

    A day for which an order was made once is not asked for again, whatever became of the order; only where the act
    that made it was taken back.
    """
    made = {
        (int(arrangement), str(day))
        for arrangement, day in query.fetch(
            # A void row stands for its day too.
            "SELECT arrangement_id, due_on FROM help_service WHERE due_on BETWEEN ? AND ?"
            " AND COALESCE(void_reason, '') <> ?",
            [first.isoformat(), last.isoformat(), TAKEN_BACK],
        )
    }
    asked = calendar.asked(Span(first, last), StandingSubject.HELP_SERVICE, known)
    return [
        Due(one.agreed, day, one.left_out)
        for day, found in asked.items()
        for one in found
        if (one.agreed.id, day.isoformat()) not in made
    ]


def due_soon(known: Register | None = None) -> list[Due]:
    """What is to be made of the week that begins today, without what is left out."""
    today = clock.today()
    return [one for one in due(today, today + dt.timedelta(days=WEEK - 1), known) if one.left_out is None]


def make(actor: Actor, first: dt.date, last: dt.date) -> list[int]:
    """Make the orders of these days, dispatched where what was agreed names who goes; their ids.

    One act, taken back as one. NothingToDo where none is left; InvalidDraft for more than ``LONGEST`` days.
    """
    if last < first or last >= first + dt.timedelta(days=LONGEST):
        raise InvalidDraft([FieldError("last", Reason.ENDS_BEFORE_START if last < first else Reason.OUT_OF_RANGE)])
    with writing(actor, Action.RECORD_SERVICE) as unit:
        waiting = [one for one in due(first, last) if one.left_out is None]
        if not waiting:
            raise NothingToDo(Thing.HELP_SERVICE)
        return [int(_make(unit, one).id) for one in waiting]


def drifts() -> dict[int, Drift]:
    """The open orders from today on that a change of what was agreed left behind, by arrangement; read once for all."""
    rows = query.fetch(
        f"SELECT arrangement_id, id, due_on, {', '.join(_PLAN)} FROM living_help_service"
        f" WHERE arrangement_id IS NOT NULL AND state IN ({query.marks(OPEN_ORDERS)}) AND due_on >= ?"
        " AND service_on = due_on ORDER BY due_on, id",
        [*OPEN_ORDERS, clock.today().isoformat()],
    )
    if not rows:
        return {}
    days = Span(dt.date.fromisoformat(rows[0][2]), dt.date.fromisoformat(rows[-1][2]))
    asked = {
        (one.agreed.id, day.isoformat()): one.agreed
        for day, found in calendar.asked(days, StandingSubject.HELP_SERVICE).items()
        for one in found
        if one.left_out is None
    }
    gone: defaultdict[int, list[int]] = defaultdict(list)
    other: defaultdict[int, list[int]] = defaultdict(list)
    for arrangement, order, day, *plan in rows:
        agreed = asked.get((arrangement, day))
        if agreed is None:
            gone[arrangement].append(order)
        elif plan != _plan(agreed, plan):
            other[arrangement].append(order)
    return {one: Drift(tuple(gone[one]), tuple(other[one])) for one in {*gone, *other}}


def drift_of(arrangement_id: int) -> Drift:
    """What a change of one arrangement left behind."""
    return drifts().get(arrangement_id, Drift((), ()))


def align(actor: Actor, arrangement_id: int) -> Drift:
    """Cancel or change the open orders that a change left behind; what was done to which. NothingToDo without any."""
    with writing(actor, Action.RECORD_SERVICE) as unit:
        found = drift_of(arrangement_id)
        if not found:
            raise NothingToDo(Thing.HELP_SERVICE)
        for one in found.not_asked:
            steps.call_off(unit, one, NO_MORE_ASKED)
        agreed = {one.id: one for one in calendar.agreed(StandingSubject.HELP_SERVICE)}
        for one in found.otherwise:
            row, plan = unit.living(HelpService, one), agreed[arrangement_id]
            draft = orders.draft_of(one)
            shown = draft.fee, draft.subsidy
            _fill(draft, plan, row.service_on)
            # Who was sent is not called back in silence.
            draft.worker = draft.worker or row.worker
            draft.state = row.state if row.state == ServiceState.DISPATCHED else draft.state
            if any(getattr(row, name) != getattr(plan, name) for name in _CHARGED_BY):
                draft = proposing.filled(draft)
            else:
                # It costs what it was made with or somebody said since, whatever the price list says by now.
                draft.fee, draft.subsidy = draft.fee or shown[0], draft.subsidy or shown[1]
            orders.store(unit, draft, arrangement_id)
        return found


def _plan(agreed: Agreed, made: Sequence[object]) -> list[object]:
    """What an order is to say; who was sent and what it costs stay where nothing was agreed of them."""
    plan = [getattr(agreed, name) for name in _PLAN]
    return [
        one if name in _LEFT and said in ("", None) else said for name, said, one in zip(_PLAN, plan, made, strict=True)
    ]


def _make(unit: Unit, one: Due) -> HelpService:
    draft = ServiceDraft(resident_id=one.agreed.resident_id)
    _fill(draft, one.agreed, one.day)
    # By the same rule as the form: what is empty is what the list says of the day.
    return orders.store(unit, proposing.filled(draft), one.agreed.id)


def _fill(draft: ServiceDraft, agreed: Agreed, day: dt.date) -> None:
    for name in ("type", "item", "place", "started", "ended", "worker", "content", "payer"):
        setattr(draft, name, getattr(agreed, name))
    draft.quantity = str(agreed.quantity)
    for name in ("fee", "subsidy"):
        fen = getattr(agreed, f"{name}_fen")
        setattr(draft, name, "" if fen is None else yuan_text(fen))
    draft.service_on = day
    draft.state = ServiceState.DISPATCHED if agreed.worker else ServiceState.REQUESTED

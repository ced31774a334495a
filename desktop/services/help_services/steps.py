"""The way of a service: requested, dispatched, done, rated, or cancelled; each step with its time and who took it.

One way, and the database refuses any other (migration 0033): back only by taking the act back. What was entered as done
passes over the steps that nobody took here, and has no times of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, FieldError, InvalidDraft, ReasonNeeded
from desktop.core.reasons import Reason
from desktop.core.routes import FollowUp
from desktop.core.trade import DONE_SERVICES, OPEN_ORDERS, ServiceState
from desktop.core.words.routes import FOLLOW_UPS
from desktop.models.help_service import HelpService
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

_OVER = frozenset(DONE_SERVICES)
# Where a service goes from each state.
NEXT: Mapping[str, frozenset[ServiceState]] = MappingProxyType(
    {
        ServiceState.REQUESTED: _OVER | {ServiceState.DISPATCHED, ServiceState.CANCELLED},
        ServiceState.DISPATCHED: _OVER | {ServiceState.CANCELLED},
        ServiceState.DONE: frozenset({ServiceState.RATED}),
        ServiceState.RATED: frozenset(),
        ServiceState.CANCELLED: frozenset(),
    }
)
_DAY, _NIGHT = 24 * 60, 12 * 60


@dataclass
class DoneDraft:
    """When an order was done and by whom; an empty day is today, an empty worker who was sent.

    Without times it was done as planned, where it was on the planned day; not ``as_planned``: nobody knows them.
    ``satisfaction`` is what was said of it there and then, such as on the paper that was signed.
    """

    service_on: str | dt.date = declared.day()
    started: str = declared.clock_time()
    ended: str = declared.clock_time()
    worker: str = declared.text(longest=60)
    satisfaction: str = declared.number(1, 5)
    as_planned: bool = True


@dataclass
class RatingDraft:
    """回访: how it pleased, what was said, and how somebody was asked."""

    satisfaction: str = declared.number(1, 5, required=True)
    rated_how: str = declared.choice(FOLLOW_UPS, FollowUp.PHONE, required=True)
    rating_words: str = declared.text()


def dispatch(actor: Actor, service_id: int, worker: str) -> None:
    """派单: name who will do it; said again, somebody else goes."""
    if not worker.strip():
        raise ReasonNeeded("dispatch")
    with writing(actor, Action.ADVANCE_SERVICE) as unit:
        row = _waiting(unit, service_id)
        _take(unit, row, ServiceState.DISPATCHED, {"worker": worker.strip()})


def finish(actor: Actor, service_id: int, done: DoneDraft | None = None) -> None:
    """The service was done; the day and time for which it was planned stay on record."""
    draft, checks = done or DoneDraft(), Checks()
    said = declared.read(draft, checks)
    with writing(actor, Action.ADVANCE_SERVICE) as unit:
        row = _waiting(unit, service_id)
        day = said["service_on"] or clock.today()
        if draft.as_planned and not said["started"] and not said["ended"] and day == row.service_on:
            said |= {"started": row.started, "ended": row.ended}
        said |= {"service_on": day, "worker": said["worker"] or row.worker, "minutes": minutes(said, checks)}
        checks.raise_if_any()
        score = said.pop("satisfaction")
        if score is None:
            _take(unit, row, ServiceState.DONE, said | {"planned_at": planned(row)})
            return
        # Said along with the service: nobody was asked afterwards.
        rated = {"state": ServiceState.RATED, "satisfaction": score, "rated_at": day.isoformat()}
        unit.change(row, {**said, "planned_at": planned(row), **stamp(unit, ServiceState.DONE), **rated})


def rate(actor: Actor, service_id: int, rating: RatingDraft) -> None:
    """回访: how it pleased, 1 to 5, of a service that was done; said again, it is said anew."""
    checks = Checks()
    values = declared.read(rating, checks)
    checks.raise_if_any()
    with writing(actor, Action.ADVANCE_SERVICE) as unit:
        row = unit.living(HelpService, service_id)
        if row.state not in _OVER:
            raise InvalidDraft([FieldError("satisfaction", Reason.STILL_OPEN)])
        _take(unit, row, ServiceState.RATED, values)


def cancel(actor: Actor, service_id: int, reason: str) -> None:
    """取消 with a reason."""
    if not reason.strip():
        raise ReasonNeeded("cancel")
    with writing(actor, Action.ADVANCE_SERVICE) as unit:
        call_off(unit, service_id, reason.strip())


def call_off(unit: Unit, service_id: int, reason: str) -> None:
    """Cancel within a unit."""
    _take(unit, _waiting(unit, service_id), ServiceState.CANCELLED, {"cancel_reason": reason})


def refused(before: str | None, after: str) -> Reason | None:
    """Why a typed service cannot come from one state (None: it is new) into another."""
    if after == before:
        return None
    if after == ServiceState.CANCELLED:
        return Reason.NEEDS_ITS_ACT
    return Reason.STEP_BACK if before is not None and after not in NEXT[before] else None


def entered(unit: Unit, row: HelpService | None, values: Mapping[str, Any]) -> dict[str, object]:
    """What is kept of the steps when a service was typed as a whole, new or not."""
    state, before = values["state"], row.state if row is not None else ""
    found: dict[str, object] = {}
    if state in OPEN_ORDERS:
        found["planned_at"] = plan(values["service_on"], values["started"])
        if row is None or not row.requested_at:
            found |= stamp(unit, ServiceState.REQUESTED)
        if state == ServiceState.DISPATCHED and (row is None or before != state or row.worker != values["worker"]):
            found |= stamp(unit, state)
    elif row is not None and before in OPEN_ORDERS:
        found |= {"planned_at": planned(row)} | stamp(unit, ServiceState.DONE)
    if state == ServiceState.RATED and (row is None or not row.rated_how):
        # Said along with the service: nobody was asked afterwards.
        found["rated_at"] = values["service_on"].isoformat()
    return found


def stamp(unit: Unit, state: ServiceState) -> dict[str, object]:
    """When a step is taken, and by whom."""
    name = {
        ServiceState.REQUESTED: "requested",
        ServiceState.DISPATCHED: "dispatched",
        ServiceState.DONE: "closed",
        ServiceState.CANCELLED: "closed",
        ServiceState.RATED: "rated",
    }[state]
    return {f"{name}_at": clock.timestamp(), f"{name}_by": unit.actor.name}


def planned(row: HelpService) -> str:
    """The day for which an order is planned, and the time where one was said."""
    return row.planned_at or plan(row.service_on, row.started)


def plan(day: dt.date, started: str) -> str:
    """A day with the time where one is known, as a plan is kept."""
    return f"{day.isoformat()} {started}".rstrip()


def minutes(values: Mapping[str, Any], checks: Checks) -> int:
    """How long a service took; what is wrong with its times is noted in ``checks``."""
    if values["ended"] and not values["started"]:
        checks.refuse("started", Reason.REQUIRED)
    found = minutes_between(values["started"], values["ended"])
    if found < 0:
        checks.refuse("ended", Reason.ENDS_BEFORE_START)
    return max(found, 0)


def minutes_between(started: str, ended: str) -> int:
    """Minutes from HH:MM to HH:MM, past midnight too; 0 where one is missing, negative where it is a slip."""
    if not started or not ended:
        return 0
    begin, end = minute_of(started), minute_of(ended)
    # A service may run past midnight (handbook 2.3); longer than a night it is a slip.
    return end - begin if end >= begin or end + _DAY - begin > _NIGHT else end + _DAY - begin


def minute_of(time: str) -> int:
    """The minute of the day of HH:MM."""
    return int(time[:2]) * 60 + int(time[3:])


def _take(unit: Unit, row: HelpService, state: ServiceState, fields: Mapping[str, object]) -> None:
    unit.change(row, {**fields, "state": state, **stamp(unit, state)})


def _waiting(unit: Unit, service_id: int) -> HelpService:
    row = unit.living(HelpService, service_id)
    if row.state not in OPEN_ORDERS:
        # A list that is older than what another desk did: a second "done" would move the service to today.
        raise AlreadyRecorded(Thing.HELP_SERVICE, row.service_on.isoformat())
    return row

"""An activity of many: what it was is said once, then each scan makes one person's service (handbook 6, row 7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.acts import Action, Thing
from desktop.core.answers import ScanKind
from desktop.core.codes import CodeKind, fold
from desktop.core.errors import AlreadyRecorded, BadCode, InvalidDraft, NotFound, NothingToDo, UnknownCode, UserError
from desktop.core.person.identity import masked_text
from desktop.core.reasons import CodeWanted
from desktop.core.trade import DONE_SERVICES, ServiceState
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.services.help_services import orders, proposing
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes, scanned
from desktop.services.register.listing import ResidentRow
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import living, writing


@dataclass(frozen=True)
class Attendance:
    """What one scan led to.

    ``kind``: again is a second scan of one person and adds nothing, queued a card of nobody, choose asks which of
    several was meant; ``error`` says why it is refused.
    """

    kind: ScanKind
    name: str = ""
    choices: tuple[ResidentRow, ...] = ()
    more: int = 0
    error: UserError | None = None


def begin(activity: ServiceDraft) -> ServiceDraft:
    """The activity as it will be recorded for each person; InvalidDraft for what is missing or cannot be read."""
    errors = [one for one in orders.validate(activity) if one.name != "resident_id"]
    if errors:
        raise InvalidDraft(errors)
    values = declared.read(activity, Checks())
    times = {name: values[name] for name in ("service_on", "started", "ended")}
    return replace(activity, resident_id=None, service_id=None, state=ServiceState.DONE, shown=None, **times)


def scan(actor: Actor, text: str, activity: ServiceDraft) -> Attendance:
    """Record whoever was scanned or typed as there; on disk when this returns, and the row of people never stops."""
    digits = fold(text)
    if scanned.is_card(digits):
        return _card(actor, digits, activity)
    found = scanned.meant(text)
    if found.one is not None:
        return record(actor, found.one, activity)
    if found.choices:
        return Attendance(ScanKind.CHOOSE, choices=found.choices, more=found.more)
    if scanned.is_scan(text):
        return Attendance(ScanKind.QUEUED)
    return Attendance(ScanKind.REFUSED, error=NotFound(Thing.RESIDENT, masked_text(text.strip())))


def record(actor: Actor, resident_id: int, activity: ServiceDraft) -> Attendance:
    """Record one person as there; a second time is ``again`` and adds nothing."""
    name = residents.name_of(resident_id)
    try:
        enter(actor, resident_id, activity)
    except AlreadyRecorded:
        return Attendance(ScanKind.AGAIN, name)
    except UserError as error:
        return Attendance(ScanKind.REFUSED, name, error=error)
    return Attendance(ScanKind.RECORDED, name)


def enter(actor: Actor, resident_id: int, activity: ServiceDraft) -> int:
    """The finished service of one person; AlreadyRecorded when they have it."""
    with writing(actor, Action.RECORD_SERVICE) as unit:
        if attended(activity, resident_id):
            raise AlreadyRecorded(Thing.HELP_SERVICE, residents.name_of(resident_id))
        # Ages and flags differ: what the price list proposes is asked for each.
        return int(orders.store(unit, proposing.filled(replace(activity, resident_id=resident_id))).id)


def of(service_id: int) -> ServiceDraft:
    """The activity that a service on record is of; what it costs is each person's own."""
    # Not begun anew: what is on record stands, past midnight too, which nobody may say of an activity of many.
    said = replace(orders.draft_of(service_id), fee="", subsidy="", satisfaction="", remark="")
    day = living(HelpService, service_id).service_on
    return replace(said, resident_id=None, service_id=None, state=ServiceState.DONE, shown=None, service_on=day)


def void(actor: Actor, activity: ServiceDraft, reason: str) -> int:
    """作废 of a whole activity in one act: how many services; NothingToDo where nobody is on record for it."""
    with writing(actor, Action.VOID_SERVICE, reason) as unit:
        there = attended(activity)
        if not there:
            raise NothingToDo(Thing.HELP_SERVICE)
        orders.void_in(unit, there, reason)
        return len(there)


def attended(activity: ServiceDraft, resident_id: int | None = None) -> list[int]:
    """The services on record of an activity that was begun, or one person's of it, the last first."""
    day = activity.service_on
    assert isinstance(day, dt.date)
    of_one, values = ("", []) if resident_id is None else (" AND resident_id = ?", [resident_id])
    done: Sequence[object] = DONE_SERVICES
    return query.ids(
        "SELECT id FROM living_help_service WHERE service_on = ? AND type = ? AND place = ? AND started = ?"
        f" AND state IN ({query.marks(done)}){of_one} ORDER BY id DESC",
        [day.isoformat(), activity.type, activity.place, activity.started, *done, *values],
    )


def _card(actor: Actor, digits: str, activity: ServiceDraft) -> Attendance:
    try:
        found = printed_codes.find(digits)
        if found.kind is not CodeKind.RESIDENT:
            return Attendance(ScanKind.REFUSED, error=printed_codes.other(digits, CodeWanted.CARD))
    except (BadCode, UnknownCode):
        return Attendance(ScanKind.QUEUED)
    return record(actor, found.row_id, activity)

"""The line of the day care: scanned once somebody comes, scanned again they leave."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.answers import ScanKind
from desktop.core.codes import CodeKind, fold
from desktop.core.errors import NotFound, UserError
from desktop.core.person.identity import masked_text
from desktop.core.reasons import CodeWanted
from desktop.models import query
from desktop.models.day_care import DayAttendance
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft, minutes_between
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes, scanned
from desktop.services.register.listing import ResidentRow
from desktop.services.register.printed_codes import Replaced
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

# A card that is read twice at the door is one scan: within so many minutes nothing is added.
AGAIN_MINUTES = 3


@dataclass(frozen=True)
class DayScan:
    """What one scan led to: ``came`` or left, at what time.

    ``again`` followed another so closely that it is the same one; ``choose`` asks which of several was meant;
    ``error`` says why it is refused. ``old`` is of a card that was replaced since: it lets in and out as ever.
    """

    kind: ScanKind
    name: str = ""
    came: bool = False
    at: str = ""
    choices: tuple[ResidentRow, ...] = ()
    more: int = 0
    error: UserError | None = None
    record_id: int | None = None
    old: Replaced | None = None


def scan(actor: Actor, text: str) -> DayScan:
    """Somebody comes or leaves, by card or as typed; on disk when this returns."""
    permissions.reading(actor, Action.RECORD_DAY_CARE)
    digits = fold(text)
    if scanned.is_card(digits):
        return _card(actor, digits)
    found = scanned.meant(text)
    if found.one is not None:
        return record(actor, found.one)
    if found.choices:
        return DayScan(ScanKind.CHOOSE, choices=found.choices, more=found.more)
    return DayScan(ScanKind.REFUSED, error=NotFound(Thing.RESIDENT, masked_text(text.strip())))


def record(actor: Actor, resident_id: int) -> DayScan:
    """One person comes, or leaves who is there."""
    name = residents.name_of(resident_id)
    try:
        with writing(actor, Action.RECORD_DAY_CARE) as unit:
            return _recorded(unit, resident_id, name)
    except UserError as error:
        return DayScan(ScanKind.REFUSED, name, error=error)


def _recorded(unit: Unit, resident_id: int, name: str) -> DayScan:
    now = clock.now()
    day, at = now.date(), f"{now:%H:%M}"
    last = query.fetch_one(
        "SELECT id, came_at, left_at FROM living_day_attendance WHERE resident_id = ? AND day = ?"
        " ORDER BY left_at = '' DESC, came_at DESC LIMIT 1",
        [resident_id, day.isoformat()],
    )
    if last is not None:
        one, came_at, left_at = last
        since = left_at or came_at
        if 0 <= minutes_between(since, at) < AGAIN_MINUTES:
            return DayScan(ScanKind.AGAIN, name, not left_at, since)
        if not left_at:
            unit.change(unit.living(DayAttendance, one), {"left_at": attendance.left_after(came_at, at)})
            return DayScan(ScanKind.RECORDED, name, False, at, record_id=one)
    made = attendance.store(unit, DayDraft(resident_id, day, at))
    return DayScan(ScanKind.RECORDED, name, True, at, record_id=made)


def _card(actor: Actor, digits: str) -> DayScan:
    try:
        found = printed_codes.find(digits)
        if found.kind is not CodeKind.RESIDENT:
            raise printed_codes.other(digits, CodeWanted.CARD)
    except UserError as error:
        return DayScan(ScanKind.REFUSED, error=error)
    return replace(record(actor, found.row_id), old=printed_codes.replaced(digits))

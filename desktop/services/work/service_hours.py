"""What volunteers did as help services, into their time banks: an offer, one act, and always what the services say.

An hour of a volunteer counts once, for however many people it was: of an activity of many one service is booked, and
its hours pass to another one where that one falls away.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, FieldError, InvalidDraft
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import DONE_SERVICES, NamedList, Payer, PostRole
from desktop.core.work_errors import HoursTooFew, ServiceHoursSpent
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.services.ledger import balances, entries
from desktop.services.ledger.entries import Booking
from desktop.services.named.resolving import NamedId, Resolver, resolver
from desktop.services.people import posts
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

# Why an entry was taken back whose service says something else now; words.records has the words.
CHANGED = "service changed"
_DAY = dt.timedelta(days=1)
_EVER = (dt.date.min + _DAY, dt.date.max - _DAY)


@dataclass(frozen=True)
class Offer:
    """A service that volunteers are the payer of and whose hours are in no time bank; ``id`` is the service's.

    ``why`` says what keeps them out, None where nothing does. ``worker`` is the name of who did it, where it is known.
    """

    id: int
    uid: str
    day: dt.date
    started: str
    minutes: int
    type: str
    item: str
    resident_id: int
    name: str
    worker: str
    named_id: NamedId | None
    why: Reason | None


class Booked(NamedTuple):
    """What came of booking: how many services, how many minutes."""

    services: int
    minutes: int


class InTimeBank(NamedTuple):
    """In whose time bank the hours of a service stand, and how many minutes."""

    name: str
    minutes: int


class _Row(NamedTuple):
    id: int
    uid: str
    day: dt.date
    started: str
    minutes: int
    type: str
    item: str
    resident_id: int
    name: str
    worker: str
    booked_for: int | None

    @property
    def span(self) -> tuple[int, int]:
        """From which minute to which, of all days."""
        of_day = int(self.started[:2]) * 60 + int(self.started[3:]) if self.started else 0
        begins = self.day.toordinal() * 24 * 60 + of_day
        return begins, begins + self.minutes


def offers(actor: Actor, month: Month | None = None) -> list[Offer]:
    """The services of volunteers not yet booked, of a month or of all, the oldest first."""
    permissions.reading(actor, Action.READ_WORKERS)
    return _offers(month)


def book(actor: Actor, month: Month | None = None, only: Collection[int] | None = None) -> Booked:
    """Bring in what is offered and nothing keeps out; of ``only`` these services all, or none.

    AlreadyRecorded where one of them is offered no more, InvalidDraft where something keeps one out.
    """
    with writing(actor, Action.ENTER_HOURS) as unit:
        found = [one for one in _offers(month) if only is None or one.id in only]
        ready = [one for one in found if one.why is None]
        if only is not None and len(found) < len(set(only)):
            raise AlreadyRecorded(Thing.LEDGER_ENTRY)
        if only is not None and len(ready) < len(found):
            raise InvalidDraft([FieldError("worker", one.why) for one in found if one.why is not None][:1])
        for one in ready:
            entries.enter(unit, _booking(one))
        return Booked(len(ready), sum(one.minutes for one in ready))


def booked(service_id: int) -> InTimeBank | None:
    """Where the hours of a service stand; None where in no time bank."""
    entry = entries.standing_of_services([service_id]).get(service_id)
    if entry is None:
        return None
    return InTimeBank(resolver(NamedList.PERSON).name(entry.named_id or 0), entry.amount)


def settle(unit: Unit, service_ids: Collection[int], why: str) -> None:
    """Within the transaction that wrote these services: what is booked of them becomes what they say now.

    ServiceHoursSpent where hours would be taken back that were taken out already.
    """
    for service_id, entry in entries.standing_of_services(service_ids).items():
        wanted = _now(service_id, entry) or _instead(service_id, entry)
        if wanted is not None and _same(wanted, entry):
            continue
        holder = entry.named_id or 0
        before = balances.of(LedgerAccount.TIME_BANK, holder).amount
        entries.counter(unit, entry, why, later=True)
        if wanted is not None:
            entries.enter(unit, wanted)
        try:
            entries.refuse_if_below(LedgerAccount.TIME_BANK, holder, before)
        except HoursTooFew as error:
            name = resolver(NamedList.PERSON).name(holder)
            raise ServiceHoursSpent(name, error.balance, error.wanted) from error


def _now(service_id: int, entry: LedgerEntry) -> Booking | None:
    """What a service would bring in now; who has its hours already need not be asked for the post again."""
    found = _rows("s.id = ?", service_id)
    if not found:
        return None
    known = resolver(NamedList.PERSON)
    offer = _offer(found[0], known, _Volunteers())
    kept = offer.why is Reason.NO_VOLUNTEER and (offer.named_id, offer.day) == (entry.named_id, entry.done_on)
    return _booking(offer) if offer.why is None or kept else None


def _instead(service_id: int, entry: LedgerEntry) -> Booking | None:
    """The same hours of the same volunteer for somebody else of the activity."""
    started = query.text("SELECT started FROM help_service WHERE id = ?", [service_id])
    hours = (entry.done_on, started, entry.amount, entry.named_id)
    month = Month.of(entry.done_on) if entry.done_on is not None else None
    for one in _offers(month):
        same = (one.day, one.started, one.minutes, one.named_id) == hours
        if same and one.why is None and one.id != service_id:
            return _booking(one)
    return None


def _same(wanted: Booking, entry: LedgerEntry) -> bool:
    names = ("named_id", "amount", "done_on", "resident_id", "help_service_id")
    return all(getattr(wanted, name) == getattr(entry, name) for name in names)


def _offers(month: Month | None) -> list[Offer]:
    first, last = (month.first, month.last) if month is not None else _EVER
    known, volunteers = resolver(NamedList.PERSON), _Volunteers()
    rows = _rows("s.service_on BETWEEN ? AND ?", (first - _DAY).isoformat(), (last + _DAY).isoformat())
    given: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        if row.booked_for is not None:
            given[row.booked_for].append(row.span)
    found = []
    for row in rows:
        offer = _offer(row, known, volunteers)
        hours = given[offer.named_id] if offer.named_id is not None and row.minutes else []
        if row.booked_for is not None or any(a <= row.span[0] and row.span[1] <= b for a, b in hours):
            # In the time bank already: by itself, or with another one of its activity.
            continue
        if any(a < row.span[1] and row.span[0] < b for a, b in hours):
            offer = replace(offer, why=Reason.HOURS_COUNTED)
        elif offer.why is None:
            hours.append(row.span)
        if first <= row.day <= last:
            found.append(offer)
    return found


class _Volunteers:
    """Who held the post of a volunteer on a day, read once."""

    def __init__(self) -> None:
        self._posts: defaultdict[int, list[posts.PostRow]] = defaultdict(list)
        for one in posts.every_post():
            if one.role == PostRole.VOLUNTEER:
                self._posts[one.named_id].append(one)

    def held_by(self, named_id: NamedId, day: dt.date) -> bool:
        return any(one.held_on(day) for one in self._posts[named_id])


def _offer(row: _Row, known: Resolver, volunteers: _Volunteers) -> Offer:
    named_id = known.of(row.worker)
    why = None
    if not row.worker:
        why = Reason.NOBODY_NAMED
    elif named_id is None:
        why = Reason.WORKER_UNKNOWN
    elif not row.minutes:
        why = Reason.HOURS_UNKNOWN
    elif not volunteers.held_by(named_id, row.day):
        why = Reason.NO_VOLUNTEER
    what = (row.id, row.uid, row.day, row.started, row.minutes, row.type, row.item, row.resident_id, row.name)
    return Offer(*what, known.shown(row.worker, row.day), named_id, why)


def _booking(offer: Offer) -> Booking:
    return Booking(
        LedgerAccount.TIME_BANK,
        offer.resident_id,
        EntryKind.HOURS_IN,
        offer.minutes,
        named_id=offer.named_id,
        done_on=offer.day,
        help_service_id=offer.id,
    )


# What the entries of a service come to is its hours or nothing; the last one says whose they are.
_BOOKED_FOR = (
    "CASE WHEN (SELECT sum(e.amount) FROM living_ledger_entry e WHERE e.help_service_id = s.id) > 0 THEN"
    " (SELECT e.named_id FROM living_ledger_entry e WHERE e.help_service_id = s.id ORDER BY e.id DESC LIMIT 1) END"
)


def _rows(where: str, *values: object) -> list[_Row]:
    """The services done that volunteers are the payer of, the oldest first."""
    done: tuple[object, ...] = tuple(DONE_SERVICES)
    return query.fetch_as(
        _Row,
        "SELECT s.id, s.uid, s.service_on, s.started, s.minutes, s.type, s.item, s.resident_id, r.name, s.worker,"
        f" {_BOOKED_FOR} FROM living_help_service s JOIN resident r ON r.id = s.resident_id"
        f" WHERE s.payer = ? AND s.state IN ({query.marks(done)}) AND {where} ORDER BY s.service_on, s.started, s.id",
        [Payer.VOLUNTEER, *done, *values],
    )

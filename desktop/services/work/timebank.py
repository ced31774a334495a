"""时间银行: a volunteer's hours in, for whom they were; hours out, to whom. An account of the ledger, in minutes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import FieldError, InvalidDraft, NotFound, ReasonNeeded
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList, PostRole
from desktop.core.work_errors import HoursOfService
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.services.ledger import entries, listing
from desktop.services.ledger.entries import Booking
from desktop.services.ledger.listing import Entry
from desktop.services.named import aliases
from desktop.services.named.resolving import NamedId, resolver
from desktop.services.people import posts
from desktop.services.writing import about_residents, declared, permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

# Tenths of an hour: what a form asks for; a day has no more than 24 hours.
_TENTH = 6
_DAY = 240


@dataclass
class HoursDraft:
    """Hours served or taken, as typed; who was helped is a resident, or ``whom`` where the register has nobody."""

    named_id: int | None = declared.row()
    hours: str = declared.scaled(1, 1, _DAY, required=True)
    done_on: str | dt.date = declared.day(required=True)
    resident_id: int | None = None
    whom: str = declared.text(longest=60)
    remark: str = declared.text(longest=200)


class Hours(NamedTuple):
    """What stands in somebody's time bank, in minutes: ``served`` − ``taken`` = ``balance``.

    What was taken back is in none of them.
    """

    served: int
    taken: int
    balance: int


@dataclass(frozen=True)
class Volunteer:
    """Somebody who has a time bank; ``last_on`` is the day of the last entry, if there is any."""

    id: NamedId
    name: str
    hours: Hours
    last_on: dt.date | None


class Statement(NamedTuple):
    """Somebody's hours with the entries that they are made of, the last one first."""

    name: str
    hours: Hours
    entries: tuple[Entry, ...]


_NOTHING: tuple[Hours, dt.date | None] = (Hours(0, 0, 0), None)


def bring_in(actor: Actor, draft: HoursDraft) -> int:
    """Hours that a volunteer served; the entry's id. Only who holds the post of a volunteer on that day has any."""
    with writing(actor, Action.ENTER_HOURS) as unit:
        return int(entries.enter(unit, _booking(unit, draft, EntryKind.HOURS_IN, 1)).id)


def take_out(actor: Actor, draft: HoursDraft) -> int:
    """Hours that somebody is served in return; the entry's id. HoursTooFew beyond what is left."""
    with writing(actor, Action.ENTER_HOURS) as unit:
        return int(entries.enter(unit, _booking(unit, draft, EntryKind.HOURS_OUT, -1)).id)


def correct(actor: Actor, entry_id: int, reason: str) -> int:
    """Take an entry back by a counter-entry of today; its id. HoursTooFew where what it gave is taken out already.

    A service whose hours are taken back is offered again; HoursOfService for its counter-entry.
    """
    if not reason.strip():
        raise ReasonNeeded("correct_entry")
    with writing(actor, Action.CORRECT_ENTRY, reason.strip()) as unit:
        entry = unit.living(LedgerEntry, entry_id)
        if entry.account != LedgerAccount.TIME_BANK:
            raise NotFound(Thing.LEDGER_ENTRY, str(entry_id))
        if entry.amount < 0 and entry.help_service_id is not None:
            raise HoursOfService()
        return int(entries.take_back(unit, entry, reason.strip()).id)


def hours_of(actor: Actor, named_id: NamedId) -> Hours:
    """What stands in somebody's time bank."""
    permissions.reading(actor, Action.READ_WORKERS)
    return _sums().get(named_id, _NOTHING)[0]


def volunteers(actor: Actor) -> list[Volunteer]:
    """Everybody who has an entry, or is a volunteer today, by name."""
    permissions.reading(actor, Action.READ_WORKERS)
    known, sums, today = resolver(NamedList.PERSON), _sums(), clock.today()
    serving = {one.named_id for one in posts.every_post() if one.role == PostRole.VOLUNTEER and one.held_on(today)}
    found = [Volunteer(one, known.name(one), *sums.get(one, _NOTHING)) for one in {*sums, *serving} if known.name(one)]
    return sorted(found, key=lambda one: (one.name, one.id))


def statement(actor: Actor, named_id: NamedId) -> Statement:
    """All that a certificate is made of."""
    name = resolver(NamedList.PERSON).name(named_id)
    return Statement(name, hours_of(actor, named_id), tuple(entries_of(actor, named_id)))


def entries_of(actor: Actor, named_id: NamedId) -> list[Entry]:
    """Somebody's entries, the last one first."""
    permissions.reading(actor, Action.READ_WORKERS)
    return listing.of_holder(LedgerAccount.TIME_BANK, named_id)


def _booking(unit: Unit, draft: HoursDraft, kind: EntryKind, sign: int) -> Booking:
    checks = Checks()
    values = declared.read(draft, checks)
    if draft.resident_id is None and not values["whom"]:
        checks.refuse("resident_id", Reason.REQUIRED)
    checks.raise_if_any()
    named_id, day = values["named_id"], values["done_on"]
    aliases.living_entry(unit, NamedList.PERSON, named_id)
    if draft.resident_id is not None:
        about_residents.person_for(draft.resident_id, day)
    if kind == EntryKind.HOURS_IN and not _volunteers(named_id, day):
        raise InvalidDraft([FieldError("named_id", Reason.NO_VOLUNTEER)])
    return Booking(
        LedgerAccount.TIME_BANK,
        draft.resident_id,
        kind,
        sign * values["hours"] * _TENTH,
        remark=values["remark"],
        named_id=named_id,
        done_on=day,
        # Whom the register has is told by the register.
        whom="" if draft.resident_id is not None else values["whom"],
    )


def _volunteers(named_id: NamedId, day: dt.date) -> bool:
    return any(one.role == PostRole.VOLUNTEER and one.held_on(day) for one in posts.posts_of(named_id))


def _sums() -> dict[NamedId, tuple[Hours, dt.date | None]]:
    # A counter-entry stands on the side of what it takes back, which may be a counter-entry itself: an undo.
    rows = query.fetch(
        "WITH RECURSIVE side (id, kind) AS (SELECT e.id, e.kind FROM living_ledger_entry e WHERE e.account = ?1"
        " AND e.counter_of IS NULL UNION ALL SELECT c.id, b.kind FROM living_ledger_entry c JOIN side b"
        " ON c.counter_of = b.id) SELECT e.named_id, COALESCE(sum(e.amount) FILTER (WHERE b.kind = ?2), 0),"
        " -COALESCE(sum(e.amount) FILTER (WHERE b.kind = ?3), 0), sum(e.amount), max(e.day)"
        " FROM side b JOIN living_ledger_entry e ON e.id = b.id GROUP BY e.named_id",
        [LedgerAccount.TIME_BANK, EntryKind.HOURS_IN, EntryKind.HOURS_OUT],
    )
    return {
        named: (Hours(served, taken, balance), dt.date.fromisoformat(last))
        for named, served, taken, balance, last in rows
    }

"""What a new register state would do, before anybody saves it (handbook 6, step 12)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.period import Month
from desktop.core.stay_fees import Leaving
from desktop.core.trade import RegisterState
from desktop.models import query
from desktop.services.beds import waiting
from desktop.services.beds.places import place_name
from desktop.services.register import snapshot
from desktop.services.register.snapshot import Event, Register
from desktop.services.stay_fees.leaving import leaving as stay_leaving
from desktop.services.visits import roster
from desktop.services.visits.risks import OpenRisk, open_risks
from desktop.services.writing import months


@dataclass(frozen=True)
class LaterRow:
    """A row dated after the day on which its resident left the register."""

    resident_id: int
    name: str
    kind: str
    row_id: int
    day: dt.date


@dataclass(frozen=True)
class LaterCount:
    """So many rows of one kind, from the first day to the last."""

    kind: str
    count: int
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class EndedStay:
    """A stay that ends on the day, or behind the months that are closed; its bed is free from then on.

    One that would begin later ends where it begins, without a night.
    """

    stay_id: int
    bed: str
    since: dt.date
    ends: dt.date


@dataclass(frozen=True)
class OpenOrder:
    """A service order that is cancelled with the state's reason."""

    service_id: int
    type: str
    service_on: dt.date


@dataclass(frozen=True)
class Effects:
    """What follows from a register state from a day on.

    ``leaves_roster``: the first month whose roster no longer has the person; ``joins_roster``: the first that has
    again; ``excused``: the month whose roster keeps the person, but excused (免访). ``visitor`` is who was assigned.
    ``closed``: closed months, which stay as they were counted. ``fees``: what is to be settled of a stay.
    """

    resident_id: int
    name: str
    from_state: str
    state: str
    on: dt.date
    leaves_roster: Month | None
    joins_roster: Month | None
    excused: Month | None
    stays: tuple[EndedStay, ...]
    orders: tuple[OpenOrder, ...]
    waits: tuple[str, ...]
    risks: tuple[OpenRisk, ...]
    visitor: str
    later: tuple[LaterCount, ...]
    closed: tuple[str, ...]
    fees: Leaving | None = None


def effects(resident_id: int, state: str, on: dt.date) -> Effects:
    """What ``registers.apply`` would do; nothing is written."""
    known = snapshot.register([resident_id])
    if resident_id not in known.people:
        raise NotFound(Thing.RESIDENT, str(resident_id))
    leaving = state != RegisterState.ON_REGISTER
    after = _with_event(known, resident_id, Event(state, on, ""))
    month, stays = Month.of(on), _stays(resident_id, on) if leaving else ()
    first_changed = _first_changed(known, after, month)
    return Effects(
        resident_id=resident_id,
        name=known.people[resident_id].name,
        from_state=known.state_on(resident_id, dt.date.max),
        state=state,
        on=on,
        leaves_roster=first_changed if leaving else None,
        joins_roster=None if leaving else first_changed,
        excused=month if leaving and _required(after, month) and not _reached(resident_id, month) else None,
        stays=stays,
        orders=_orders(resident_id) if leaving else (),
        waits=tuple(one.application.mode for one in waiting.places_of(resident_id, on)) if leaving else (),
        risks=tuple(open_risks(resident_id)) if leaving else (),
        visitor=_visitor(resident_id, on) if leaving else "",
        later=_counted(_later(resident_id, on)) if leaving else (),
        closed=tuple(one for one in months.closed_months() if one >= str(month)),
        # With the night after which the stay ends, which a closed month may put off.
        fees=stay_leaving(resident_id, max((one.ends for one in stays), default=on)) if leaving else None,
    )


def later_rows(resident_id: int | None = None) -> list[LaterRow]:
    """Rows dated after the day on which their resident left: of one resident, or of all, oldest first."""
    of_one, values = ("", []) if resident_id is None else (" AND r.id = ?", [resident_id])
    parts = [
        f"SELECT r.id, r.name, '{kind}', t.id, t.{column} AS day FROM living_resident r"
        f" JOIN living_{kind} t ON t.resident_id = r.id"
        f" WHERE r.register_state <> 'on_register' AND t.{column} > r.state_on{extra}{of_one}"
        for kind, column, extra in _DATED
    ]
    return query.fetch_as(LaterRow, f"{' UNION ALL '.join(parts)} ORDER BY day, 3, 4", values * len(parts))


# An attempt to visit somebody who has left is no contradiction; neither is a cancelled service.
_DATED = (
    ("meal", "eaten_on", ""),
    ("visit", "visited_on", " AND t.outcome = 'reached'"),
    ("help_service", "service_on", " AND t.state IN ('done', 'rated')"),
    ("stay", "from_on", ""),
    ("day_attendance", "day", ""),
)


def _later(resident_id: int, on: dt.date) -> list[tuple[str, str]]:
    parts = [
        f"SELECT '{kind}' AS kind, t.{column} AS day FROM living_{kind} t"
        f" WHERE t.resident_id = ? AND t.{column} > ?{extra}"
        for kind, column, extra in _DATED
    ]
    found = query.fetch(" UNION ALL ".join(parts), [resident_id, on.isoformat()] * len(parts))
    return [(row[0], row[1]) for row in found]


def _counted(rows: list[tuple[str, str]]) -> tuple[LaterCount, ...]:
    kinds = dict.fromkeys(kind for kind, _ in rows)
    days = {kind: sorted(dt.date.fromisoformat(day) for one, day in rows if one == kind) for kind in kinds}
    return tuple(LaterCount(kind, len(found), found[0], found[-1]) for kind, found in days.items())


def _with_event(known: Register, resident_id: int, event: Event) -> Register:
    return replace(known, events={resident_id: (*known.events.get(resident_id, ()), event)})


def _first_changed(before: Register, after: Register, month: Month) -> Month | None:
    """This month or the next, whichever roster is the first to differ."""
    for one in (month, month.shifted(1)):
        if _required(before, one) != _required(after, one):
            return one
    return None


def _required(known: Register, month: Month) -> bool:
    return bool(roster.members(known, month)[0])


def _reached(resident_id: int, month: Month) -> bool:
    return bool(
        query.count(
            "SELECT count(*) FROM living_visit WHERE resident_id = ? AND outcome = 'reached'"
            " AND visited_on BETWEEN ? AND ?",
            [resident_id, month.first.isoformat(), month.last.isoformat()],
        )
    )


def _stays(resident_id: int, on: dt.date) -> tuple[EndedStay, ...]:
    behind = months.open_from(on)
    found = query.fetch(
        "SELECT s.id, b.building, b.room, b.number, s.from_on FROM living_stay s JOIN bed b ON b.id = s.bed_id"
        " WHERE s.resident_id = ? AND (s.to_on IS NULL OR s.to_on > ?)",
        [resident_id, behind.isoformat()],
    )
    stays = ((one, place_name(*place), dt.date.fromisoformat(since)) for one, *place, since in found)
    return tuple(EndedStay(one, bed, since, max(behind, since)) for one, bed, since in stays)


def _orders(resident_id: int) -> tuple[OpenOrder, ...]:
    found = query.fetch_as(
        OpenOrder,
        "SELECT id, type, service_on FROM living_help_service WHERE resident_id = ?"
        " AND state IN ('requested', 'dispatched') ORDER BY service_on, id",
        [resident_id],
    )
    return tuple(found)


def _visitor(resident_id: int, on: dt.date) -> str:
    return query.text(
        "SELECT visitor FROM living_visit_assignment WHERE resident_id = ? AND from_on <= ?"
        " ORDER BY from_on DESC, id DESC",
        [resident_id, on.isoformat()],
    )

"""The nights of those who stay, in 全托 beds, with all that a fee asks of each: bed, class, grade, leave."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.core.period import Month
from desktop.core.staying import LeaveKind, kind_of_leave
from desktop.core.trade import BedMode
from desktop.models import query
from desktop.services.beds.natures import natures
from desktop.services.beds.places import place_name
from desktop.services.register.snapshot import register
from desktop.services.stay_fees.rates import Lain

_DAY = dt.timedelta(days=1)
_ONLY = f" AND s.resident_id IN {query.LISTED}"
_STAYS = (
    "SELECT s.id, s.resident_id, s.bed_id, b.building, b.room, b.number, s.from_on, s.to_on, s.term"
    " FROM living_stay s JOIN bed b ON b.id = s.bed_id JOIN living_resident r ON r.id = s.resident_id"
    " WHERE s.from_on <= ? AND (s.to_on IS NULL OR s.to_on > ?){only} ORDER BY s.resident_id, s.from_on, s.id"
)
_LEAVES = (
    "SELECT s.resident_id, l.stay_id, l.from_on, l.to_on, l.kind, l.reason FROM living_leave l"
    " JOIN living_stay s ON s.id = l.stay_id WHERE l.from_on <= ?{only} ORDER BY s.resident_id, l.from_on, l.id"
)


class Night(NamedTuple):
    """A night of somebody: where, and away on which day in a row (0: present) by what kind of leave."""

    day: dt.date
    place: str
    lain: Lain
    leave: str = ""
    away: int = 0


class _Stay(NamedTuple):
    id: int
    resident_id: int
    bed_id: int
    building: str
    room: str
    number: str
    from_on: dt.date
    to_on: dt.date | None
    term: str


class _Away(NamedTuple):
    resident_id: int
    stay_id: int
    from_on: dt.date
    to_on: dt.date | None
    kind: str
    reason: str


def nights_of(
    month: Month, only: Sequence[int] | None = None, until: dt.date | None = None
) -> Mapping[int, list[Night]]:
    """The nights of a month by resident, in order; of ``only`` these, and those before ``until`` where it is given."""
    narrowed = "" if only is None else _ONLY
    who = [] if only is None else [query.listed(only)]
    last = month.last.isoformat()
    stays = query.fetch_as(_Stay, _STAYS.format(only=narrowed), [last, month.first.isoformat(), *who])
    away = _away(month, query.fetch_as(_Away, _LEAVES.format(only=narrowed), [last, *who]))
    held, known = natures(), register(sorted({one.resident_id for one in stays}))
    found: defaultdict[int, list[Night]] = defaultdict(list)
    for stay in stays:
        for day in _days(month, stay, until):
            nature = held.on(stay.bed_id, day)
            if nature.mode == BedMode.FULL:
                grade = known.grade_on(stay.resident_id, day)
                whose = (stay.resident_id, stay.bed_id, stay.building, stay.room)
                lain = Lain(*whose, nature.bed_class, grade, stay.term)
                place = place_name(stay.building, stay.room, stay.number)
                found[stay.resident_id].append(Night(day, place, lain, *away.get((stay.id, day), ("", 0))))
    return found


def _days(month: Month, stay: _Stay, until: dt.date | None) -> list[dt.date]:
    """A stay occupies its first day and not its last."""
    ends = min(stay.to_on or dt.date.max, until or dt.date.max)
    return [day for day in month if stay.from_on <= day < ends]


def _away(month: Month, leaves: Sequence[_Away]) -> dict[tuple[int, dt.date], tuple[str, int]]:
    """The days of the month on which somebody is away, by the stay: the kind, and which day in a row it is.

    Leaves that follow each other without a night between them are one time away, over a move too.
    """
    found: dict[tuple[int, dt.date], tuple[str, int]] = {}
    run: tuple[int, dt.date, dt.date] | None = None
    for one in leaves:
        last = one.to_on or dt.date.max
        goes_on = run is not None and run[0] == one.resident_id and one.from_on <= run[2]
        began = run[1] if goes_on and run is not None else one.from_on
        run = one.resident_id, began, last + _DAY if last < dt.date.max else last
        for day in month:
            if one.from_on <= day <= last:
                kind = kind_of_leave(one.kind, one.reason) or LeaveKind.OTHER
                found[one.stay_id, day] = (kind, (day - began).days + 1)
    return found

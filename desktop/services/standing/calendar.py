"""Who is asked for on a day by what was agreed, who is left out and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.answers import LeftOut
from desktop.core.routes import StandingSubject
from desktop.core.standing import Span, Standing, days, each_day, left_out
from desktop.models import query
from desktop.services.register import places
from desktop.services.register.snapshot import Register, register


@dataclass(frozen=True)
class Agreed:
    """An arrangement with whose it is; of a meal or of a help service, whose amounts may be left to the price list."""

    id: int
    resident_id: int
    name: str
    community: str
    meal: str
    weekdays: str
    valid_from: dt.date
    valid_to: dt.date | None
    remark: str
    type: str
    place: str
    started: str
    ended: str
    worker: str
    content: str
    payer: str
    fee_fen: int | None
    subsidy_fen: int | None
    item: str
    quantity: int


@dataclass(frozen=True)
class StopRow:
    """Days on which an arrangement rests."""

    id: int
    arrangement_id: int
    from_on: dt.date
    to_on: dt.date | None
    reason: str


@dataclass(frozen=True)
class Asked:
    """An arrangement that asks for a day; ``left_out`` says why it is not done then."""

    agreed: Agreed
    left_out: LeftOut | None


def agreed(
    subject: StandingSubject, ended_before: dt.date | None = None, resident_id: int | None = None
) -> list[Agreed]:
    """Every arrangement by name, or those with one person; those that ended before a day are left away."""
    since = ended_before.isoformat() if ended_before else ""
    found = query.fetch_as(
        Agreed,
        "SELECT a.id, a.resident_id, r.name, r.community, a.meal, a.weekdays, a.valid_from, a.valid_to, a.remark,"
        " a.type, a.place, a.started, a.ended, a.worker, a.content, a.payer, a.fee_fen, a.subsidy_fen,"
        " a.item, a.quantity"
        " FROM living_standing_arrangement a JOIN living_resident r ON r.id = a.resident_id"
        " WHERE a.subject = ? AND COALESCE(a.valid_to, '9999-12-31') >= ?"
        " AND a.resident_id = COALESCE(?, a.resident_id)"
        " ORDER BY r.name_key, a.meal, a.type, a.valid_from, a.id",
        [str(subject), since, resident_id],
    )
    return places.named(found)


def stops(arrangement_id: int | None = None) -> list[StopRow]:
    """The stops of one arrangement or of all, the newest first."""
    of_one, values = ("", []) if arrangement_id is None else (" WHERE arrangement_id = ?", [arrangement_id])
    return query.fetch_as(
        StopRow,
        f"SELECT id, arrangement_id, from_on, to_on, reason FROM living_standing_stop{of_one}"
        " ORDER BY from_on DESC, id",
        values,
    )


def stops_since(day: dt.date, subject: StandingSubject) -> list[tuple[str, StopRow]]:
    """The stops that are not over before a day, with whose they are, the earliest first."""
    names = {one.id: one.name for one in agreed(subject, day)}
    found = [one for one in stops() if one.arrangement_id in names and (one.to_on is None or one.to_on >= day)]
    return [(names[one.arrangement_id], one) for one in sorted(found, key=lambda one: (one.from_on, one.id))]


def asked_on(day: dt.date, subject: StandingSubject, meal: str = "") -> list[Asked]:
    """What is asked for on a day, of one meal or of all, and what of it is left out."""
    found = asked(Span(day, day), subject)[day]
    return [one for one in found if meal in ("", one.agreed.meal)]


def asked(within: Span, subject: StandingSubject, known: Register | None = None) -> dict[dt.date, list[Asked]]:
    """The same for each day of a span that ends, in order; ``known`` saves reading the register once more."""
    closed, away, known = _closed(within), _leaves(within), known or register()
    found: dict[dt.date, list[Asked]] = {day: [] for day in each_day(within)}
    for one, standing in _standing(subject, within.first):
        for day, asked_for in found.items():
            if not standing.asks_for(day):
                continue
            gone = None if known.on_register(one.resident_id, day) else LeftOut.OFF_REGISTER
            absent = LeftOut.AWAY if any(day in leave for leave in away[one.resident_id]) else None
            asked_for.append(Asked(one, gone or left_out(standing, day, closed) or absent))
    return found


def planned(within: Span, subject: StandingSubject, meal: str) -> dict[dt.date, int]:
    """How many are to be expected on each day of a span that ends, by what was agreed; a day with none is missing."""
    closed, counts = _closed(within), Counter[dt.date]()
    for one, standing in _standing(subject, within.first):
        if one.meal == meal:
            counts.update(days(standing, within, closed))
    return dict(sorted(counts.items()))


def _standing(subject: StandingSubject, since: dt.date) -> Iterator[tuple[Agreed, Standing]]:
    rests: defaultdict[int, list[Span]] = defaultdict(list)
    for one in stops():
        rests[one.arrangement_id].append(Span(one.from_on, one.to_on))
    for each in agreed(subject, since):
        yield each, Standing(each.weekdays, Span(each.valid_from, each.valid_to), tuple(rests[each.id]))


def _closed(within: Span) -> set[dt.date]:
    last = within.last.isoformat() if within.last else "9999-12-31"
    found = query.fetch(
        "SELECT day FROM living_holiday WHERE day BETWEEN ? AND ? AND closed = 1", [within.first.isoformat(), last]
    )
    return {dt.date.fromisoformat(row[0]) for row in found}


def _leaves(within: Span) -> defaultdict[int, list[Span]]:
    """When somebody is on leave from a bed, in hospital or elsewhere, by resident."""
    assert within.last is not None
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for who, first, last in query.fetch(
        "SELECT s.resident_id, l.from_on, l.to_on FROM living_leave l JOIN living_stay s ON s.id = l.stay_id"
        " WHERE l.from_on <= ? AND COALESCE(l.to_on, '9999-12-31') >= ?",
        [within.last.isoformat(), within.first.isoformat()],
    ):
        found[who].append(Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last) if last else None))
    return found

"""The lists of a month that offices ask for, from dated facts: allowances, 集中供养特困人员, carers (handbook 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.answers import AllowanceStep
from desktop.core.figures import behind
from desktop.core.figures.beds import BedFigures, StayLine
from desktop.core.figures.behind import Piece
from desktop.core.figures.people import PeopleFigures
from desktop.core.figures.rolls import AllowanceChange, CarerLine, KeptLine, Receiving, Rolls, TurningLine
from desktop.core.period import Month
from desktop.core.trade import (
    AllowanceKind,
    CertificateKind,
    FlagKind,
    NamedList,
    PostRole,
    RegisterState,
    StopReason,
)
from desktop.core.words.terms import ALLOWANCES
from desktop.core.words.work import CERTIFICATE_LEVELS
from desktop.models import query
from desktop.services.named.resolving import resolver
from desktop.services.people import certificates, posts
from desktop.services.people.certificates import CertificateRow
from desktop.services.people.posts import PostRow
from desktop.services.register.enrolled import Held, enrolments, held_on
from desktop.services.register.snapshot import Register, Span
from desktop.services.writing import rules

RULES = ("carer_allowance_fen",)
_DAY = dt.timedelta(days=1)
# What a departure from the register stops, the office calls so; 注销 has no word of its own there.
_GONE = {
    RegisterState.DECEASED: StopReason.DECEASED,
    RegisterState.MOVED_OUT: StopReason.MOVED_OUT,
    RegisterState.CANCELLED: StopReason.OTHER,
}

_Received = Mapping[int, tuple[Held, ...]]


def rolls(month: Month, known: Register, beds: BedFigures, people: PeopleFigures) -> Rolls:
    """The lists of a month."""
    received = {kind: _among(known, enrolments(kind)) for kind in ALLOWANCES}
    eve = month.first - _DAY
    changes = tuple(one for kind, rows in received.items() for one in _changes(kind, month, known, rows))
    on_days = {
        kind: [[one for one in rows if _state(known, rows[one], one, day).held] for day in (eve, month.last)]
        for kind, rows in received.items()
    }
    carers = _carers(month)
    paid = [Piece(None, Thing.POST, post, line.allowance_fen) for post, line in carers if line.allowance_fen]
    return Rolls(
        changes=changes,
        receiving={kind: Receiving(len(before), len(after)) for kind, (before, after) in on_days.items()},
        turning=tuple(_turning(month, known, people, received[AllowanceKind.AGE])),
        kept=tuple(_kept(month, known, beds)),
        carers=tuple(line for _post, line in carers),
        rules=rules.in_force(RULES, month.first),
        behind={
            "carer_allowance.persons": behind.rows(paid),
            "carer_allowance.amount": behind.yuan(paid),
            **{f"before.{ALLOWANCES[kind]}": behind.people(before) for kind, (before, _) in on_days.items()},
            **{f"after.{ALLOWANCES[kind]}": behind.people(after) for kind, (_, after) in on_days.items()},
            **{
                f"{step}.{ALLOWANCES[kind]}": behind.rows(
                    Piece(one.person.resident_id) for one in changes if (one.kind, one.step) == (kind, step)
                )
                for kind in ALLOWANCES
                for step in AllowanceStep
            },
        },
    )


class _State(NamedTuple):
    """Whether an allowance is received, its class, and what the record says of the reason."""

    held: bool
    detail: str
    reason: str


def _among(known: Register, rows: _Received) -> _Received:
    return {one: rows[one] for one in rows if one in known.people}


def _state(known: Register, rows: tuple[Held, ...], person: int, day: dt.date) -> _State:
    """Who is off the register receives nothing."""
    found = held_on(rows, day)
    held = found is not None and found.held and known.on_register(person, day)
    return _State(held, found.detail if found and held else "", found.reason if found else "")


def _changes(kind: str, month: Month, known: Register, received: _Received) -> Iterator[AllowanceChange]:
    for one in known.sorted(received, month.last):
        rows = received[one]
        days = {row.since for row in rows} | {event.on for event in known.events.get(one, ())}
        for day in sorted(day for day in days if day is not None and day in month):
            before, after = (_state(known, rows, one, at) for at in (day - _DAY, day))
            step = _step(before, after)
            if step is not None:
                reason = _reason(known, one, day, after) if step is AllowanceStep.STOPPED else ""
                line = known.line(one, month.last)
                yield AllowanceChange(line, kind, step, day, before.detail, after.detail, reason)


def _step(before: _State, after: _State) -> AllowanceStep | None:
    if before.held != after.held:
        return AllowanceStep.STARTED if after.held else AllowanceStep.STOPPED
    return AllowanceStep.CHANGED if before.detail != after.detail else None


def _reason(known: Register, person: int, day: dt.date, after: _State) -> str:
    """What was recorded of the stop; of who left the register, the word of the office for that."""
    if known.on_register(person, day):
        return after.reason
    gone = known.state_on(person, day)
    return _GONE[RegisterState(gone)] if gone in _GONE else after.reason


def _turning(month: Month, known: Register, people: PeopleFigures, received: _Received) -> Iterator[TurningLine]:
    for age, lines in sorted(people.turning.items()):
        for line in lines:
            one = line.person.resident_id
            state = _state(known, received.get(one, ()), one, month.last)
            assert line.day is not None
            yield TurningLine(line.person, line.day, age, state.held, state.detail)


def _kept(month: Month, known: Register, beds: BedFigures) -> Iterator[KeptLine]:
    stays: dict[int, StayLine] = {}
    for stay in sorted((*beds.other_stays, *beds.stays), key=lambda stay: stay.from_on):
        stays[stay.person.resident_id] = stay
    spans = {
        one: [span for kind, span in flags if kind == FlagKind.DESTITUTE_INSTITUTION]
        for one, flags in known.flags.items()
        if one in known.people
    }
    days = [month.first + dt.timedelta(days=at) for at in range((month.last - month.first).days + 1)]
    for one in known.sorted((one for one, held in spans.items() if held), month.last):
        present = [day for day in days if any(span.holds(day) for span in spans[one]) and known.on_register(one, day)]
        if present:
            span = next(span for span in reversed(spans[one]) if span.holds(present[-1]))
            found = stays.get(one)
            yield KeptLine(
                person=known.line(one, present[-1]),
                grade=known.grade_on(one, present[-1]),
                since=span.first,
                until=None if present[-1] == month.last else present[-1],
                days=len(present),
                bed=found.bed if found else "",
                admitted=found.from_on if found else None,
            )


def _carers(month: Month) -> list[tuple[int, CarerLine]]:
    """Each with the id of the post."""
    called = resolver(NamedList.PERSON)
    rows = query.fetch("SELECT id, retired_on FROM living_named WHERE list = ?", [NamedList.PERSON])
    # Who was taken from the list on a day does not work here from that day on.
    gone = {one: dt.date.fromisoformat(retired) - _DAY if retired else None for one, retired in rows}
    papers: dict[int, CertificateRow] = {}
    for paper in certificates.every_certificate():
        known = papers.get(paper.named_id)
        if paper.kind == CertificateKind.CARER and (known is None or _rank(known, month) <= _rank(paper, month)):
            papers[paper.named_id] = paper
    found: list[tuple[PostRow, CarerLine]] = []
    for post in posts.every_post():
        ends = [day for day in (post.valid_to, gone.get(post.named_id)) if day is not None]
        until = min(ends) if ends else None
        listed = post.role == PostRole.CARER and post.named_id in gone
        if not listed or not Span(post.valid_from, until).touches(month.first, month.last):
            continue
        first = max(post.valid_from or month.first, month.first)
        last = min(until or month.last, month.last)
        if last < first:
            continue
        shown = papers.get(post.named_id)
        line = CarerLine(
            name=called.name(post.named_id, month.last),
            unit=post.unit,
            since=post.valid_from,
            until=until,
            days=(last - first).days + 1,
            certificate=shown.number if shown else "",
            valid_to=shown.valid_to if shown else None,
            certified=shown is not None and _in_force(shown, month),
            level=shown.level if shown else "",
        )
        found.append((post, line))
    return _allowed(month, sorted(found, key=lambda one: _by_name(one[1])))


def _by_name(one: CarerLine) -> tuple[str, dt.date, str]:
    return one.name, one.since or dt.date.min, one.unit


def _allowed(month: Month, found: list[tuple[PostRow, CarerLine]]) -> list[tuple[int, CarerLine]]:
    """Who holds the post and a certificate on the last day gets the whole month's amount, once for several posts."""
    amounts, paid = rules.carer_allowance_fen(month.first), set[int]()
    lines = []
    for post, line in found:
        there = line.until is None or line.until >= month.last
        if there and line.certified and post.named_id not in paid:
            paid.add(post.named_id)
            line = replace(line, allowance_fen=amounts.get(line.level, 0))
        lines.append((post.id, line))
    return lines


def _in_force(paper: CertificateRow, month: Month) -> bool:
    return Span(paper.valid_from, paper.valid_to).holds(month.last)


def _rank(paper: CertificateRow, month: Month) -> tuple[bool, int, dt.date]:
    """Which certificate speaks for somebody: one in force at the end of the month, of these the highest level.

    Of several of one level the one that ends last.
    """
    level = ("", *CERTIFICATE_LEVELS).index(paper.level)
    return _in_force(paper, month), level, paper.valid_to or dt.date.max

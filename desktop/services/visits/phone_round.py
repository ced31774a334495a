"""The phone round: the next person to ring, what to know before it, and what came of it.

Somebody unreached twice in a month becomes a door visit and is not rung again; who was tried today waits
until tomorrow.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from desktop.core import clock
from desktop.core.acts import Thing
from desktop.core.answers import DueKind
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import BlockState, VisitMethod, VisitOutcome
from desktop.core.words import terms
from desktop.models import query
from desktop.services.people import names
from desktop.services.register.contacts import ContactLine, reachable
from desktop.services.visits import answered, due_board, risks, roster
from desktop.services.visits.due_board import DuePerson
from desktop.services.visits.recording import VisitDraft, visitor_names
from desktop.services.visits.risks import OpenRisk
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor


@dataclass(frozen=True)
class LastVisit:
    """The last visit that reached the person, with what the blocks said."""

    visited_on: dt.date
    method: str
    visitors: str
    blocks: dict[str, str]
    words: dict[str, str]
    remark: str


@dataclass(frozen=True)
class PhoneCard:
    """Everything to know before ringing somebody; ``left`` counts those still to ring, this one included."""

    person: DuePerson
    contacts: tuple[ContactLine, ...]
    last: LastVisit | None
    risks: tuple[OpenRisk, ...]
    left: int


@dataclass(frozen=True)
class PhoneResult:
    """What a call became: ``door`` says that the person has now to be visited at the door."""

    visit_id: int
    door: bool


def queue(day: dt.date, visitor: str = "", community: str = "") -> list[DuePerson]:
    """Whom to ring on a day, the most pressing first: with a number, not yet tried that day, no door visit."""
    people = due_board.board(day, visitor, community).people
    return [one for one in people if one.phone and not one.door and one.tried_on != day and _by_visit(one)]


def next_person(day: dt.date, after: int | None = None, visitor: str = "", community: str = "") -> PhoneCard | None:
    """The next to ring behind ``after`` (a resident id that was passed over), else the first; None when done."""
    waiting = queue(day, visitor, community)
    ids = [one.resident_id for one in waiting]
    place = ids.index(after) + 1 if after in ids else 0
    # Behind the last one the round begins anew with those who were passed over.
    others = [one for one in (*waiting[place:], *waiting[:place]) if one.resident_id != after]
    return _card(others[0], len(waiting)) if others else None


def card(resident_id: int, day: dt.date) -> PhoneCard:
    """The card of one person who is due."""
    for one in due_board.board(day).people:
        if one.resident_id == resident_id:
            return _card(one, 1)
    raise NotFound(Thing.RESIDENT, str(resident_id))


def validate(draft: VisitDraft) -> list[FieldError]:
    """What keeps a call from being saved: who was reached said at least one fresh thing."""
    errors = answered.validate(_completed(draft, ""))
    if not errors and draft.outcome == VisitOutcome.REACHED and not _has_fresh_fact(draft):
        errors = [FieldError("blocks", Reason.NO_FRESH_FACT)]
    return errors


def record(actor: Actor, draft: VisitDraft) -> PhoneResult:
    """Save a call: phone, today, now and the caller stand where the draft says nothing else."""
    errors = validate(draft)
    if errors:
        raise InvalidDraft(errors)
    visit_id = answered.save(actor, _completed(draft, names.own(actor)))
    return PhoneResult(visit_id, draft.outcome == VisitOutcome.NOT_REACHED and _is_door(visit_id))


def _completed(draft: VisitDraft, caller: str) -> VisitDraft:
    now = clock.now()
    backdated = bool(draft.visited_on) and draft.visited_on not in (now.date(), now.date().isoformat())
    return replace(
        draft,
        method=VisitMethod.PHONE if draft.method == VisitMethod.HOME else draft.method,
        contact=draft.contact or ("spoken" if draft.outcome == VisitOutcome.REACHED else ""),
        visited_on=draft.visited_on or now.date(),
        visited_at=draft.visited_at or ("" if backdated else now.strftime("%H:%M")),
        visitors=draft.visitors or caller,
    )


def _has_fresh_fact(draft: VisitDraft) -> bool:
    stated = any(state not in ("", BlockState.UNCHANGED) for state in draft.blocks.values())
    said = any(words.strip() for words in (*draft.words.values(), draft.remark, draft.risk))
    return stated or said or bool(draft.needs)


def _by_visit(one: DuePerson) -> bool:
    # An open risk alone asks for its measure, not for a call.
    return any(reason.kind != DueKind.RISK for reason in one.reasons)


def _is_door(visit_id: int) -> bool:
    row = query.fetch_one("SELECT resident_id, visited_on FROM living_visit WHERE id = ?", [visit_id])
    assert row is not None
    person, text = row
    day = dt.date.fromisoformat(text)
    facts = roster.visit_facts(Month.of(day)).get(person, ())
    return due_board.unreached_in_a_row(facts) >= rules.calls_until_door(day)


def _card(one: DuePerson, left: int) -> PhoneCard:
    own_risks = tuple(risk for risk in risks.open_risks() if risk.resident_id == one.resident_id)
    return PhoneCard(one, reachable(one.resident_id), last_visit(one.resident_id), own_risks, left)


def last_visit(resident_id: int) -> LastVisit | None:
    """The newest visit that reached somebody."""
    columns = ", ".join(f"{block}, {block}_words" for block in terms.VISIT_BLOCKS)
    row = query.fetch_one(
        f"SELECT id, visited_on, method, remark, {columns} FROM living_visit WHERE resident_id = ?"
        " AND outcome = 'reached' ORDER BY visited_on DESC, visited_at DESC, id DESC LIMIT 1",
        [resident_id],
    )
    if row is None:
        return None
    one, day, method, remark, *stated = row
    return LastVisit(
        visited_on=dt.date.fromisoformat(day),
        method=method,
        visitors=visitor_names([one]).get(one, ""),
        blocks={block: state for block, state in zip(terms.VISIT_BLOCKS, stated[::2], strict=True) if state},
        words={block: words for block, words in zip(terms.VISIT_BLOCKS, stated[1::2], strict=True) if words},
        remark=remark,
    )

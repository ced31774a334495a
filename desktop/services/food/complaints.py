"""投诉与意见: what somebody says about the canteen, and what is answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.food import ComplaintAbout
from desktop.core.reasons import Reason
from desktop.core.words.food import COMPLAINTS_ABOUT
from desktop.models import query
from desktop.models.food import Complaint
from desktop.models.resident import Resident
from desktop.services.writing import declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

LONGEST = 300


@dataclass
class ComplaintDraft:
    """A complaint as typed; without ``resident_id`` nobody on record said it, or nobody knows who."""

    day: str | dt.date = declared.day(required=True)
    about: str = declared.choice(COMPLAINTS_ABOUT, required=True)
    words: str = declared.text(required=True, longest=LONGEST)
    resident_id: int | None = None
    shown: ComplaintDraft | None = reconciling.base()


@dataclass
class AnswerDraft:
    """What was answered, as typed; ``handled_by`` is who took care of it."""

    answer: str = declared.text(required=True, longest=LONGEST)
    handled_on: str | dt.date = declared.day(required=True)
    handled_by: str = declared.text(longest=60)


@dataclass(frozen=True)
class ComplaintRow:
    """A complaint on record; nobody's has no name, an open one no ``handled_on``."""

    id: int
    day: dt.date
    resident_id: int | None
    name: str
    about: ComplaintAbout
    words: str
    handled_on: dt.date | None
    answer: str
    handled_by: str


def add(actor: Actor, draft: ComplaintDraft) -> int:
    """Somebody complained, or had something to say; the id."""
    with writing(actor, Action.RECORD_COMPLAINT) as unit:
        return int(unit.add(Complaint(**_read(unit, draft))).id)


def change(actor: Actor, complaint_id: int, draft: ComplaintDraft) -> None:
    """Put right what was said, who said it and when; refused for a day behind that of the answer."""
    with writing(actor, Action.RECORD_COMPLAINT) as unit:
        row = unit.living(Complaint, complaint_id)
        reconciling.reconcile(draft, _draft(row))
        values = _read(unit, draft)
        if row.handled_on is not None and values["day"] > row.handled_on:
            raise InvalidDraft([FieldError("day", Reason.ENDS_BEFORE_START, values["day"].isoformat())])
        unit.change(row, values)
    reconciling.opened(draft)


def draft_of(complaint_id: int) -> ComplaintDraft:
    """What the form of a complaint on record opens with; NotFound."""
    return reconciling.opened(_draft(living(Complaint, complaint_id)))


def answer(actor: Actor, complaint_id: int, draft: AnswerDraft) -> None:
    """Say what was answered; said again, it is said anew. Refused for a day before that of the complaint."""
    with writing(actor, Action.RECORD_COMPLAINT) as unit:
        row = unit.living(Complaint, complaint_id)
        checks = Checks()
        values = declared.read(draft, checks)
        checks.raise_if_any()
        if values["handled_on"] < row.day:
            raise InvalidDraft([FieldError("handled_on", Reason.ENDS_BEFORE_START, row.day.isoformat())])
        unit.change(row, values)


def answer_of(row: ComplaintRow, by: str = "") -> AnswerDraft:
    """What the answer of a complaint opens with; of an open one today, ``by`` whoever works here."""
    if row.handled_on is None:
        return AnswerDraft(handled_on=clock.today().isoformat(), handled_by=by)
    return AnswerDraft(row.answer, row.handled_on.isoformat(), row.handled_by)


def void(actor: Actor, complaint_id: int, reason: str) -> None:
    """作废: nobody said it."""
    with writing(actor, Action.VOID_FOOD) as unit:
        unit.void(unit.living(Complaint, complaint_id), reason)


def complaints(waiting: bool = False, text: str = "") -> list[ComplaintRow]:
    """Those on record, the open ones first, then the latest; ``waiting`` alone, or those that have the text."""
    found = query.fetch_as(
        ComplaintRow,
        "SELECT c.id, c.day, c.resident_id, COALESCE(r.name, '') AS name, c.about, c.words, c.handled_on, c.answer,"
        " c.handled_by FROM living_complaint c LEFT JOIN living_resident r ON r.id = c.resident_id"
        " WHERE c.handled_on IS NULL OR NOT ? ORDER BY c.handled_on IS NOT NULL, c.day DESC, c.id DESC",
        [waiting],
    )
    return [one for one in found if any(text.strip() in said for said in (one.words, one.answer, one.name))]


def _read(unit: Unit, draft: ComplaintDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    who = draft.resident_id
    return values | {"resident_id": None if who is None else unit.living(Resident, who).id}


def _draft(row: Complaint) -> ComplaintDraft:
    return ComplaintDraft(**declared.shown(ComplaintDraft, row), resident_id=row.resident_id)

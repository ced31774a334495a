"""The way of a care bed at home: assessed → signed → served by a plan → ended, with reviews on the way.

One way, and the database refuses any other (migration 0049): back only by taking the act back.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, DateRefused, FieldError, InvalidDraft, ReasonNeeded
from desktop.core.home_beds import OPEN_HOME_BEDS, HomeBedState, ReviewOutcome
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.core.words.home_beds import REVIEW_OUTCOMES
from desktop.models import query
from desktop.models.home_bed import HomeBed, HomeBedPlan, HomeBedReview
from desktop.services.register import snapshot
from desktop.services.writing import about_residents, dated, declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

_MOST_TIMES = 21
_FOREVER = "9999-12-31"


@dataclass
class AssessDraft:
    """That somebody was assessed for care at home, as typed; the grade is that of the register on the day."""

    resident_id: int | None = declared.row()
    assessed_on: str | dt.date = declared.day(required=True)
    assessor: str = declared.text(longest=60)
    needs: str = declared.text(longest=200)
    remark: str = declared.text(longest=200)


@dataclass
class SignDraft:
    """The contract as typed; ``review_on`` is the day by which it is to be reviewed first."""

    signed_on: str | dt.date = declared.day(required=True)
    contract_no: str = declared.text(longest=40)
    signed_by: str = declared.text(longest=60)
    contract_to: str | dt.date = declared.day(future=True)
    review_on: str | dt.date = declared.day(required=True, future=True)


@dataclass
class RenewDraft:
    """A contract that goes on as typed: until when, under which number, signed by whom."""

    contract_to: str | dt.date = declared.day(required=True, future=True)
    contract_no: str = declared.text(longest=40)
    signed_by: str = declared.text(longest=60)


@dataclass
class PlanDraft:
    """A line of the service plan as typed."""

    type: str = declared.choice(terms.SERVICE_TYPES, required=True)
    times: str = declared.number(1, _MOST_TIMES, required=True)
    valid_from: str | dt.date = declared.day(required=True, future=True)
    valid_to: str | dt.date = declared.day(future=True)


@dataclass
class ReviewDraft:
    """A review as typed; ``review_on`` is the day by which the next one is due."""

    reviewed_on: str | dt.date = declared.day(required=True)
    outcome: str = declared.choice(REVIEW_OUTCOMES, ReviewOutcome.GO_ON, required=True)
    words: str = declared.text(longest=300)
    reviewer: str = declared.text(longest=60)
    review_on: str | dt.date = declared.day(required=True, future=True)


@dataclass
class HomeBedDraft:
    """What is put right of one on record; of one that was not signed the days of the contract stay empty."""

    assessed_on: str | dt.date = declared.day(required=True)
    assessor: str = declared.text(longest=60)
    needs: str = declared.text(longest=200)
    signed_on: str | dt.date = declared.day()
    contract_no: str = declared.text(longest=40)
    signed_by: str = declared.text(longest=60)
    contract_to: str | dt.date = declared.day(future=True)
    review_on: str | dt.date = declared.day(future=True)
    remark: str = declared.text(longest=200)
    shown: HomeBedDraft | None = reconciling.base()


def assess(actor: Actor, draft: AssessDraft) -> int:
    """已评估: the id; AlreadyRecorded while another one of the person is open."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        checks = Checks()
        values = declared.read(draft, checks)
        checks.raise_if_any()
        person = about_residents.person_for(values["resident_id"], values["assessed_on"])
        _on_register(person.id, values["assessed_on"])
        if open_of(person.id) is not None:
            raise AlreadyRecorded(Thing.HOME_BED)
        return int(unit.add(HomeBed(**values, state=HomeBedState.ASSESSED)).id)


def sign(actor: Actor, home_bed_id: int, draft: SignDraft) -> None:
    """签约: the contract, and the day of the first review."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        row = _in(unit, home_bed_id, HomeBedState.ASSESSED)
        checks = Checks()
        values = declared.read(draft, checks)
        _check_contract(checks, values | {"assessed_on": row.assessed_on})
        checks.raise_if_any()
        _on_register(row.resident_id, values["signed_on"])
        unit.change(row, {**values, "state": HomeBedState.SIGNED})


def renew(actor: Actor, home_bed_id: int, draft: RenewDraft) -> None:
    """续签: the contract goes on to a later day; what is left empty of number and signer stays as it was.

    The picture is that of the paper before, which stays in its folder: there is none of the new one yet.
    """
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        row = _in(unit, home_bed_id, HomeBedState.SIGNED, HomeBedState.SERVING)
        checks = Checks()
        values = declared.read(draft, checks)
        until, before = values["contract_to"], row.contract_to or _signed(row)
        if until is not None and until <= before:
            checks.refuse("contract_to", Reason.ENDS_BEFORE_START, before.isoformat())
        checks.raise_if_any()
        unit.change(row, {"photo": "", **{name: value for name, value in values.items() if value}})


def decline(actor: Actor, home_bed_id: int, reason: str, day: str | dt.date = "") -> None:
    """未签约: nothing came of the assessment, and why."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        row = _in(unit, home_bed_id, HomeBedState.ASSESSED)
        unit.change(row, {"state": HomeBedState.DECLINED, **_end(row.assessed_on, reason, day)})


def plan(actor: Actor, home_bed_id: int, draft: PlanDraft) -> int:
    """A line of the service plan; the first one begins the service. Refused while the type is planned in these days."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        row = _in(unit, home_bed_id, HomeBedState.SIGNED, HomeBedState.SERVING)
        checks = Checks()
        values: dict[str, Any] = declared.read(draft, checks)
        dated.check_span(values["valid_from"], values["valid_to"], checks)
        _not_before(checks, "valid_from", values, _signed(row))
        checks.raise_if_any()
        last = values["valid_to"].isoformat() if values["valid_to"] else _FOREVER
        if query.ids(
            "SELECT id FROM living_home_bed_plan WHERE home_bed_id = ? AND type = ? AND valid_from <= ?"
            f" AND COALESCE(valid_to, '{_FOREVER}') >= ?",
            [row.id, values["type"], last, values["valid_from"].isoformat()],
        ):
            raise InvalidDraft([FieldError("type", Reason.OVERLAP)])
        unit.change(row, {"state": HomeBedState.SERVING})
        return int(unit.add(HomeBedPlan(home_bed=row, **values)).id)


def end_plan(actor: Actor, plan_id: int, last_day: str | dt.date) -> None:
    """A line is planned up to a day and no longer; other times a week are another line from the next day on."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        dated.end(unit, unit.living(HomeBedPlan, plan_id), last_day)


def void_plan(actor: Actor, plan_id: int, reason: str) -> None:
    """作废: it was planned by mistake."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        unit.void(unit.living(HomeBedPlan, plan_id), reason)


def review(actor: Actor, home_bed_id: int, draft: ReviewDraft) -> int:
    """复评: how it goes, and the day of the next one; the id."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        row = _in(unit, home_bed_id, HomeBedState.SIGNED, HomeBedState.SERVING)
        checks = Checks()
        values = declared.read(draft, checks)
        following = values.pop("review_on")
        day = values["reviewed_on"]
        _not_before(checks, "reviewed_on", values, _signed(row))
        if day is not None and following is not None and following <= day:
            checks.refuse("review_on", Reason.ENDS_BEFORE_START, day.isoformat())
        checks.raise_if_any()
        made = int(unit.add(HomeBedReview(home_bed=row, **values)).id)
        unit.change(row, {"review_on": following})
        return made


def void_review(actor: Actor, review_id: int, reason: str) -> None:
    """作废: there was no such review; the day of the next one stays."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        unit.void(unit.living(HomeBedReview, review_id), reason)


def end(actor: Actor, home_bed_id: int, reason: str, day: str | dt.date = "") -> None:
    """结束: from a day on (today without one) it is none any more; its plans end the day before."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        row = _in(unit, home_bed_id, HomeBedState.SIGNED, HomeBedState.SERVING)
        values = _end(_signed(row), reason, day)
        last = values["ended_on"] - dt.timedelta(days=1)
        for one in _plans(row):
            if one.valid_from > last:
                unit.void(one, "ended before")
            elif one.valid_to is None or one.valid_to > last:
                unit.change(one, {"valid_to": last})
        unit.change(row, {"state": HomeBedState.ENDED, **values})


def change(actor: Actor, home_bed_id: int, draft: HomeBedDraft) -> None:
    """Put right what was typed of one on record; its state stays."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        row = unit.living(HomeBed, home_bed_id)
        reconciling.reconcile(draft, _draft(row))
        checks = Checks()
        values = declared.read(draft, checks)
        if row.signed_on is None:
            for name in ("signed_on", "contract_no", "contract_to", "review_on"):
                if values[name]:
                    checks.refuse(name, Reason.STILL_OPEN)
        else:
            for name in ("signed_on", "review_on"):
                if values[name] is None and not checks.refused(name):
                    checks.refuse(name, Reason.REQUIRED)
            _check_contract(checks, values)
        checks.raise_if_any()
        first = values["signed_on"] or values["assessed_on"]
        if row.ended_on is not None and first > row.ended_on:
            raise InvalidDraft([FieldError("signed_on", Reason.ENDS_BEFORE_START, row.ended_on.isoformat())])
        _on_register(row.resident_id, values["assessed_on"])
        unit.change(row, values)
    reconciling.opened(draft)


def draft_of(home_bed_id: int) -> HomeBedDraft:
    """What the form of one on record opens with; NotFound."""
    return reconciling.opened(_draft(living(HomeBed, home_bed_id)))


def void(actor: Actor, home_bed_id: int, reason: str) -> None:
    """作废: recorded by mistake; its plans and reviews go with it."""
    with writing(actor, Action.EDIT_HOME_BED) as unit:
        row = unit.living(HomeBed, home_bed_id)
        reviews = HomeBedReview.select().where(HomeBedReview.home_bed == row.id, HomeBedReview.voided_at.is_null())
        for one in (*_plans(row), *reviews):
            unit.void(one, reason)
        unit.void(row, reason)


def open_of(resident_id: int) -> int | None:
    """The one of a person that is not over; None without."""
    found = query.ids(
        f"SELECT id FROM living_home_bed WHERE resident_id = ? AND state IN ({query.marks(OPEN_HOME_BEDS)})",
        [resident_id, *OPEN_HOME_BEDS],
    )
    return found[0] if found else None


def _in(unit: Unit, home_bed_id: int, *states: HomeBedState) -> HomeBed:
    row = unit.living(HomeBed, home_bed_id)
    if row.state not in states:
        raise AlreadyRecorded(Thing.HOME_BED, row.ended_on.isoformat() if row.ended_on else "")
    return row


def _plans(row: HomeBed) -> list[HomeBedPlan]:
    return list(HomeBedPlan.select().where(HomeBedPlan.home_bed == row.id, HomeBedPlan.voided_at.is_null()))


def _signed(row: HomeBed) -> dt.date:
    """The day of the contract of one that has one."""
    assert row.signed_on is not None
    return row.signed_on


def _not_before(checks: Checks, name: str, values: dict[str, Any], first: dt.date) -> None:
    dated.check_span(first, values[name], checks, name)


def _end(first: dt.date, reason: str, day: str | dt.date) -> dict[str, Any]:
    if not reason.strip():
        raise ReasonNeeded("end")
    checks = Checks()
    ended = checks.day("ended_on", day or clock.today(), required=True)
    if ended is not None and ended < first:
        checks.refuse("ended_on", Reason.ENDS_BEFORE_START, first.isoformat())
    checks.raise_if_any()
    return {"ended_on": ended, "end_reason": reason.strip()}


def _check_contract(checks: Checks, values: dict[str, Any]) -> None:
    """The days are in order: assessed, signed, reviewed; the contract ends no earlier than it begins."""
    assessed, signed = values["assessed_on"], values["signed_on"]
    if assessed is not None and signed is not None and signed < assessed:
        checks.refuse("signed_on", Reason.ENDS_BEFORE_START, assessed.isoformat())
    for name in ("contract_to", "review_on"):
        if values[name] is not None and signed is not None and values[name] < signed:
            checks.refuse(name, Reason.ENDS_BEFORE_START, signed.isoformat())


def _on_register(resident_id: int, day: dt.date) -> None:
    if not snapshot.register([resident_id]).on_register(resident_id, day):
        raise DateRefused(Reason.OFF_REGISTER, day)


def _draft(row: HomeBed) -> HomeBedDraft:
    return HomeBedDraft(**declared.shown(HomeBedDraft, row))

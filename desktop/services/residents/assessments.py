"""Ability assessments: recorded whole with the grade that they make, listed, and due again by rule (handbook 2.7)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desktop.core import assessment, clock, due_items
from desktop.core.acts import Action
from desktop.core.answers import DueStage
from desktop.core.assessment import Graded, RiskEvent
from desktop.core.errors import DateRefused, FieldError, InvalidDraft
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.core.words.assessments import ASSESSMENT_REASONS, RISK_EVENTS
from desktop.models import query
from desktop.models.assessment import Assessment
from desktop.models.resident import Grade
from desktop.services.named.resolving import resolver
from desktop.services.writing import about_residents, declared, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

_LONGEST = 60
# Nobody falls as often in 30 days; more is a slip of the keyboard.
_MOST_EVENTS = 99
# What was answered, whoever asked.
_ANSWERED = ("answers", "events", "diagnoses", "coma")


@dataclass
class AssessmentDraft:
    """An assessment as typed: points by the key of an item, times by kind of event, codes of ICD-10."""

    resident_id: int | None = declared.row()
    day: str | dt.date = declared.day(required=True)
    reason: str = declared.choice(ASSESSMENT_REASONS, required=True)
    answers: Mapping[str, int] = field(default_factory=dict)
    events: Mapping[str, int] = field(default_factory=dict)
    diagnoses: tuple[str, ...] = ()
    coma: bool = False
    assessor: str = declared.text(longest=_LONGEST)
    second_assessor: str = declared.text(longest=_LONGEST)
    agency: str = declared.text(longest=100)
    report_no: str = declared.text(longest=_LONGEST)


@dataclass(frozen=True)
class AssessmentRow:
    """An assessment on record; ``grade_id`` is the grade that it made, ``valid_to`` its last day."""

    id: int
    uid: str
    grade_id: int
    grade_uid: str
    day: dt.date
    reason: str
    answers: Mapping[str, int]
    diagnoses: tuple[str, ...]
    coma: bool
    assessors: tuple[str, ...]
    agency: str
    report_no: str
    graded: Graded
    valid_to: dt.date


class Due(NamedTuple):
    """Somebody on register whose grade ends soon or has ended; ``bare`` where no answers are on record."""

    resident_id: int
    name: str
    grade: str
    day: dt.date
    valid_to: dt.date
    stage: DueStage
    bare: bool


def record(actor: Actor, draft: AssessmentDraft) -> int:
    """Record an assessment and the grade that it makes, as one act; the id.

    Another result of the day stays beside it until a person says which holds.
    """
    with writing(actor, Action.ASSESS) as unit:
        return store(unit, draft)


def store(unit: Unit, draft: AssessmentDraft) -> int:
    """Record it within an act; the id."""
    values, graded = _read(draft)
    who, day = values["resident_id"], values["day"]
    refuse_day(who, day)
    _refuse_twice(values)
    by = values["assessor"] or values["agency"]
    made = unit.add(Grade(resident_id=who, grade=graded.grade, assessed_on=day, assessor=by))
    return int(unit.add(Assessment(grade_id=made.id, **values)).id)


def refuse_day(resident_id: int | None, day: dt.date) -> None:
    """DateRefused for a day after somebody's death or before their birth; NotFound for nobody."""
    person = about_residents.person_for(resident_id, day)
    if person.born_on is not None and day < person.born_on:
        raise DateRefused(Reason.BEFORE_BIRTH, day)


def same_result(draft: AssessmentDraft) -> bool:
    """Whether what a draft says was answered stands on record of its day already, whoever is said to have assessed."""
    values, _graded = _read(draft)
    found = Assessment.select().where(
        Assessment.resident == values["resident_id"], Assessment.day == values["day"], Assessment.voided_at.is_null()
    )
    return any(all(getattr(row, name) == values[name] for name in _ANSWERED) for row in found)


def of(resident_id: int) -> list[AssessmentRow]:
    """A resident's assessments, the newest first; who assessed bears the name of that day."""
    found = query.fetch(
        "SELECT a.id, a.uid, g.id, g.uid, a.day, a.reason, a.answers, a.events, a.diagnoses, a.coma, a.assessor,"
        " a.second_assessor, a.agency, a.report_no FROM living_assessment a JOIN living_grade g ON g.id = a.grade_id"
        " WHERE a.resident_id = ? ORDER BY a.day DESC, a.grade_id DESC",
        [resident_id],
    )
    known, months = resolver(NamedList.PERSON), rules.assessment_months()
    rows = []
    for one, uid, grade_id, grade_uid, text, reason, answers, events, diagnoses, *rest in found:
        coma, first, second, agency, number = rest
        day = dt.date.fromisoformat(text)
        said = json.loads(answers or "{}")
        happened = {RiskEvent(kind): count for kind, count in json.loads(events or "{}").items()}
        codes = tuple(diagnoses.split())
        graded = assessment.assess(assessment.items(), said, codes, happened, bool(coma))
        by = tuple(known.shown(name, day) for name in (first, second) if name)
        about = (said, codes, bool(coma), by, agency, number, graded, _last_day(day, months(day)))
        rows.append(AssessmentRow(one, uid, grade_id, grade_uid, day, reason, *about))
    return rows


def last_pair() -> tuple[str, str]:
    """The two who assessed together last, for the next assessment; empty where nobody did."""
    found = query.fetch_one(
        "SELECT assessor, second_assessor FROM living_assessment WHERE second_assessor <> '' ORDER BY id DESC LIMIT 1"
    )
    return (found[0], found[1]) if found else ("", "")


def due(day: dt.date | None = None) -> list[Due]:
    """Whose grade has to be assessed anew by a day (today), those that ended first; on register only.

    The grade in force is asked, also one without answers; one from before any record has no day to go by.
    """
    today = day or clock.today()
    found = query.fetch(
        "SELECT r.id, r.name, g.grade, g.assessed_on, NOT EXISTS (SELECT 1 FROM living_assessment a"
        " WHERE a.grade_id = g.id) FROM living_grade g"
        " JOIN living_resident r ON r.id = g.resident_id AND r.register_state = 'on_register'"
        " WHERE g.assessed_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM living_grade l"
        " WHERE l.resident_id = g.resident_id"
        " AND (COALESCE(l.assessed_on, ''), l.id) > (COALESCE(g.assessed_on, ''), g.id))"
        " ORDER BY g.assessed_on, r.name_sort, r.id"
    )
    rows, months = [], rules.assessment_months()
    for one, name, grade, text, bare in found:
        assessed = dt.date.fromisoformat(text)
        last = _last_day(assessed, months(assessed))
        stage = due_items.stage(last, today)
        if stage not in due_items.QUIET:
            rows.append(Due(one, name, grade, assessed, last, stage, bool(bare)))
    return sorted(rows, key=lambda found: found.valid_to)


def valid_to(day: dt.date) -> dt.date:
    """The last day of what was assessed on a day, by the rule of that day: 12 months as shipped."""
    return _last_day(day, rules.assessment_months()(day))


def _last_day(day: dt.date, months: int) -> dt.date:
    later = Month.of(day).shifted(months)
    # Where that month is too short the assessment holds until its end.
    return later.last if day.day > later.last.day else later.day(day.day) - dt.timedelta(days=1)


def void_with(unit: Unit, grade_id: int, reason: str) -> None:
    """The assessment that made a grade becomes void with it."""
    for row in Assessment.select().where(Assessment.grade == grade_id, Assessment.voided_at.is_null()):
        unit.void(row, reason)


def _read(draft: AssessmentDraft) -> tuple[dict[str, Any], Graded]:
    checks = Checks()
    values = declared.read(draft, checks)
    _check_assessors(values, checks)
    codes = [assessment.diagnosis(one) for one in draft.diagnoses]
    if not all(codes):
        checks.refuse("diagnoses", Reason.UNKNOWN_WORD)
    events = _numbers(draft.events, dict.fromkeys(RISK_EVENTS, _MOST_EVENTS), checks, "events")
    among = assessment.items()
    answers: dict[str, int] = {}
    if draft.answers or not draft.coma:
        answers = _numbers(draft.answers, {one.key: one.most for one in among}, checks, "answers")
        for one in among:
            if one.key not in draft.answers:
                checks.refuse(one.key, Reason.REQUIRED)
    checks.raise_if_any()
    happened = {RiskEvent(kind): count for kind, count in events.items() if count}
    values |= {
        "answers": json.dumps(answers) if answers else "",
        "events": json.dumps(happened) if happened else "",
        "diagnoses": " ".join(dict.fromkeys(codes)),
        "coma": draft.coma,
    }
    return values, assessment.assess(among, answers, codes, happened, draft.coma)


def _numbers(typed: Mapping[str, int], most: Mapping[str, int], checks: Checks, name: str) -> dict[str, int]:
    """What was typed by key, in the order of what may be typed; anything else is noted."""
    if any(key not in most for key in typed):
        checks.refuse(name, Reason.UNKNOWN_WORD)
    for key in (key for key in most if key in typed):
        number, highest = typed[key], most[key]
        at = key if name == "answers" else name
        if isinstance(number, bool) or not isinstance(number, int):
            checks.refuse(at, Reason.BAD_NUMBER)
        elif not 0 <= number <= highest:
            checks.refuse(at, Reason.OUT_OF_RANGE, f"0–{highest}")
    return {key: typed[key] for key in most if key in typed}


def _check_assessors(values: Mapping[str, Any], checks: Checks) -> None:
    first, second = values["assessor"], values["second_assessor"]
    if values["agency"]:
        if not values["report_no"]:
            checks.refuse("report_no", Reason.REQUIRED)
        return
    for name in ("assessor", "second_assessor"):
        if not values[name]:
            checks.refuse(name, Reason.REQUIRED)
    known = resolver(NamedList.PERSON)
    if first and second and (first == second or (known.of(first) is not None and known.of(first) == known.of(second))):
        checks.refuse("second_assessor", Reason.SAME_ASSESSOR)


def _refuse_twice(values: Mapping[str, Any]) -> None:
    same = Assessment.select().where(
        Assessment.resident == values["resident_id"], Assessment.day == values["day"], Assessment.voided_at.is_null()
    )
    if any(all(getattr(row, name) == value for name, value in values.items()) for row in same):
        raise InvalidDraft([FieldError("day", Reason.ALREADY_RECORDED)])

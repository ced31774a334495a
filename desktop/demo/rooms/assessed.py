"""Who was assessed at the demo centre, item by item: whoever lives in the house or is cared for at home."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.assessment import MOST_POINTS, AssessmentReason, RiskEvent, items
from desktop.core.trade import Capability
from desktop.demo.rooms.told import lodgers
from desktop.services.register import listing as residents
from desktop.services.residents import assessments
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

# The points of a grade, the fewest and the most.
_POINTS: Mapping[str, tuple[int, int]] = {
    Capability.INTACT: (MOST_POINTS, MOST_POINTS),
    Capability.MILD: (66, MOST_POINTS - 1),
    Capability.MODERATE: (46, 65),
    Capability.SEVERE: (30, 45),
    Capability.COMPLETE: (6, 29),
}
_LIGHTER = dict(zip([*Capability][1:], [*Capability], strict=False))
# Within the year for which an assessment holds, and some days after it.
_AGO, _OVERDUE = (5, 365), 372
_YEAR = dt.timedelta(days=365)


def assess(actor: Actor, data: Mapping[str, Any], people: Sequence[int], assessors: Sequence[str]) -> None:
    """Assess who lives in the house, and others: the grade comes out as the register has it."""
    rng = random.Random(42195)
    whole = dict.fromkeys([*(who for who, _bed, _since in lodgers()), *people])
    with writing(actor, Action.ASSESS):
        for number, row in enumerate(residents.rows(list(whole)), 1):
            grade = row.grade or Capability.MILD
            ago = rng.randint(*_AGO)
            day = clock.today() - dt.timedelta(days=_OVERDUE if number % data["overdue"] == 0 else ago)
            fell = number % data["fell"] == 0 and grade in _LIGHTER
            draft = _draft(rng, row.id, day, _LIGHTER[grade] if fell else grade)
            draft.events = {RiskEvent.FALL: 2} if fell else {}
            by_agency = number % data["by_agency"] == 0
            if by_agency:
                draft.agency, draft.report_no = data["agency"], f"{data['reports']}{day:%Y}-{number:03d}"
            else:
                draft.assessor, draft.second_assessor = assessors[0], assessors[1]
            if by_agency and day - _YEAR > dt.date(day.year - 2, 1, 1):
                _before(actor, rng, draft, grade)
            assessments.record(actor, draft)


def _before(actor: Actor, rng: random.Random, now: AssessmentDraft, grade: str) -> None:
    """The one of the year before, which was a little better: two stand side by side."""
    assert isinstance(now.day, dt.date)
    draft = _draft(rng, now.resident_id or 0, now.day - _YEAR, _LIGHTER.get(grade, grade))
    draft.agency, draft.report_no = now.agency, now.report_no.replace(f"{now.day:%Y}", f"{now.day - _YEAR:%Y}")
    now.reason = AssessmentReason.ROUTINE
    assessments.record(actor, draft)


def _draft(rng: random.Random, who: int, day: dt.date, grade: str) -> AssessmentDraft:
    return AssessmentDraft(who, day, AssessmentReason.FIRST, answers(rng, rng.randint(*_POINTS[grade])))


def answers(rng: random.Random, total: int) -> dict[str, int]:
    """Points of the 26 items that come to a total; what is lacking is lacking anywhere."""
    found = {one.key: one.most for one in items()}
    for _ in range(MOST_POINTS - total):
        key = rng.choice([one for one, points in found.items() if points])
        found[key] -= 1
    return found

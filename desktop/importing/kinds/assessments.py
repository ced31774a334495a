"""Rows of an agency's list of results as ability assessments, or as bare grades where it has no points by item."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from desktop.core import assessment
from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.assessment import Area, AssessmentReason, Graded
from desktop.core.reasons import Reason
from desktop.core.text import sign_key
from desktop.core.trade import Capability
from desktop.core.words import terms
from desktop.core.words.assessments import AREAS
from desktop.core.words.graded import sentence
from desktop.importing.book.words import code_of, ticked
from desktop.importing.intake import Intake
from desktop.importing.kinds import assessment_cells as cells
from desktop.importing.kinds.assessment_cells import Sums
from desktop.importing.kinds.assessment_sheets import gathered
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.rows import take_rows
from desktop.importing.people import People
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.services.register import snapshot
from desktop.services.register.snapshot import Person
from desktop.services.residents import assessments, grades
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing import permissions
from desktop.services.writing.journal import Unit

_AGENCY = re.compile(r"(?:评估机构|评估单位|第三方机构)(?:名称)?\s*[:：]\s*(\S+)")
# 失能 and 半失能 of older lists are more than one grade each.
_DISABLED = (Capability.MODERATE, Capability.SEVERE, Capability.COMPLETE)
_PARTLY = (Capability.MILD, Capability.MODERATE)
_COARSE = {
    **dict.fromkeys(("失能", "失能老人", "失能老年人", "已失能"), _DISABLED),
    **dict.fromkeys(("半失能", "半失能老人", "半失能老年人", "部分失能", "半自理", "部分自理", "介助"), _PARTLY),
}
_LEVELS = {str(level): (grade,) for level, grade in enumerate(Capability)}


@dataclass(frozen=True)
class _Result:
    """What a row says of a result; ``grade`` and ``by_points`` are the grades that its words may mean."""

    answers: dict[str, int]
    sums: Sums
    events: dict[str, int]
    diagnoses: tuple[str, ...]
    coma: bool
    grade: tuple[Capability, ...]
    by_points: tuple[Capability, ...]

    @property
    def whole(self) -> bool:
        """Whether it can be kept as an assessment: with all items, or in coma."""
        return bool(self.answers) or (self.coma and self.sums.whole is None)

    def graded(self) -> Graded | None:
        """What points, events, diseases and coma come to; None where nothing of the kind is said."""
        happened = {assessment.RiskEvent(kind): count for kind, count in self.events.items()}
        if self.answers or (self.coma and self.sums.whole is None):
            return assessment.assess(assessment.items(), self.answers, self.diagnoses, happened, self.coma)
        total = self.sums.whole
        return None if total is None else assessment.assess_total(total, self.diagnoses, happened, self.coma)


def _take_in(intake: Intake) -> int:
    """Every row as an assessment or a bare grade, or its verdict."""
    permissions.reading(intake.actor, Action.ASSESS)
    known = People(snapshot.register())
    agency = next((found[1] for text in intake.table.titles if (found := _AGENCY.search(text))), "")
    return take_rows(intake, lambda values: _take(intake.unit, known, values, agency))


def _take(unit: Unit, known: People, values: Values, agency: str) -> None:
    day = values.needed_day("day")
    person = _person(known, values, day)
    found = _read(values)
    _check_sums(found)
    grade = _grade(values, found)
    before = grades.results_on(person.id, day)
    if found.whole:
        _store_whole(unit, values, person, day, found, agency)
    elif grade in before:
        raise RowRefused(Reason.ALREADY_RECORDED, day.isoformat())
    else:
        by = "、".join(filter(None, cells.read_assessors(values)))
        told = (values.text("agency") or agency, values.text("report_no"))
        grades.store_bare(unit, person.id, grade, day, " ".join(filter(None, told)) or by)
    others = [one for one in dict.fromkeys(before) if one != grade]
    if others:
        values.warn(Reason.SECOND_RESULT, "、".join(terms.GRADES.shown[one] for one in others))


def _person(known: People, values: Values, day: dt.date) -> Person:
    person = known.on(values, day)
    born = values.day("born_on")
    by_number = bool(person.id_number) and known.found_by_number(values) == person.id
    if born is not None and person.born_on is not None and born != person.born_on and not by_number:
        raise RowRefused(Reason.OTHER_BIRTH, person.born_on.isoformat())
    return person


def _read(values: Values) -> _Result:
    return _Result(
        cells.read_answers(values),
        cells.read_sums(values),
        cells.read_events(values),
        cells.read_diagnoses(values),
        bool(values.truth("coma")),
        _grades(values, "grade"),
        _grades(values, "by_points"),
    )


def _grades(values: Values, name: str) -> tuple[Capability, ...]:
    """The grades that a word may mean: 2, 2级, 中度失能 one, 失能 three; () for an empty cell."""
    text = ticked(values.text(name)).strip()
    key = sign_key(text)
    if not key:
        return ()
    coarse = _COARSE.get(key) or _LEVELS.get(key)
    code = None if coarse else code_of("grade", text)
    if coarse is None and not code:
        raise RowRefused(Reason.GRADE_UNCLEAR, text)
    return coarse or (Capability(str(code)),)


def _check_sums(found: _Result) -> None:
    """Refuse sums that are not what the points make, or a total that is not what the areas make."""
    wrong, sums = [], found.sums
    if found.answers:
        made = assessment.assess(assessment.items(), found.answers)
        wrong += [
            f"{AREAS.shown[area]} {said} ≠ {made.scores[area]}"
            for area, said in sums.areas.items()
            if said != made.scores[area]
        ]
        if sums.total not in (None, made.total):
            wrong.append(f"{sums.total} ≠ {made.total}")
    elif sums.total is not None and len(sums.areas) == len(Area) and sums.total != sum(sums.areas.values()):
        wrong.append(f"{sums.total} ≠ {' + '.join(map(str, sums.areas.values()))}")
    if wrong:
        raise RowRefused(Reason.SUM_CONTRADICTS, "；".join(wrong))


def _grade(values: Values, found: _Result) -> Capability:
    """The grade of a row; raises ``RowRefused`` where its words say another than its points."""
    made = found.graded()
    if made is None:
        if not found.grade and not found.by_points:
            raise RowRefused(Reason.NO_RESULT)
        said = found.grade or found.by_points
        if len(said) > 1:
            raise RowRefused(Reason.GRADE_UNCLEAR, values.text("grade") or values.text("by_points"))
        return said[0]
    if found.by_points and made.by_points is not None and made.by_points not in found.by_points:
        raise RowRefused(Reason.GRADE_CONTRADICTS, f"{values.text('by_points')} ≠ {sentence(made)}")
    if not found.grade or made.grade in found.grade:
        return made.grade
    worse = _worse_unsaid(found, made)
    if worse is None:
        raise RowRefused(Reason.GRADE_CONTRADICTS, f"{values.text('grade')} ≠ {sentence(made)}")
    return worse


def _worse_unsaid(found: _Result, made: Graded) -> Capability | None:
    """A bare total may have been made one level worse, or 完全, by what its list does not say."""
    if found.answers or made.why:
        return None
    return next((one for one in (assessment.one_worse(made.grade), Capability.COMPLETE) if one in found.grade), None)


def _store_whole(unit: Unit, values: Values, person: Person, day: dt.date, found: _Result, agency: str) -> None:
    first, second = cells.read_assessors(values)
    named = values.text("agency") or ("" if first and second else agency)
    draft = AssessmentDraft(
        resident_id=person.id,
        day=day,
        reason=_reason(values, person),
        answers=found.answers,
        events=found.events,
        diagnoses=found.diagnoses,
        coma=found.coma,
        assessor=first,
        second_assessor=second,
        agency=named,
        report_no=values.text("report_no"),
    )
    if assessments.same_result(draft):
        raise RowRefused(Reason.ALREADY_RECORDED, day.isoformat())
    assessments.store(unit, draft)


def _reason(values: Values, person: Person) -> str:
    """Why somebody was assessed; where nobody says, the first time or the usual one."""
    said = values.word("assessment_reason", "reason")
    if said:
        return said
    return AssessmentReason.ROUTINE if grades.grades_of(person.id) else AssessmentReason.FIRST


KIND = Kind(WorkbookKind.ASSESSMENTS, {"assessments": _take_in}, gathered=gathered)

"""An assessment on paper: the person's facts as the forms ask for them, and the assessment itself if there is one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import NotFound
from desktop.core.period import age_on
from desktop.core.person.identity import masked
from desktop.models import query
from desktop.models.assessment import Assessment
from desktop.models.resident import Resident
from desktop.services.register.contacts import ContactLine, contacts_of
from desktop.services.residents import assessments, grades
from desktop.services.residents.assessments import AssessmentRow
from desktop.services.residents.grades import GradeRow
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting


@dataclass(frozen=True)
class PaperAssessment:
    """What the forms say; the ID number is masked, ``found`` is None on a form to be filled by hand."""

    name: str
    sex: str
    born_on: dt.date | None
    age: int | None
    id_masked: str
    ethnicity: str
    marital: str
    living: str
    phone: str
    place: str
    chronic: str
    contacts: tuple[ContactLine, ...]
    found: AssessmentRow | None


@dataclass(frozen=True)
class ResultLine:
    """A result as a list hands it on: an assessment, or a grade without points; the ID number is masked."""

    name: str
    id_masked: str
    born_on: dt.date | None
    whole: AssessmentRow | None
    bare: GradeRow | None

    @property
    def day(self) -> dt.date:
        """When it was assessed."""
        day = self.whole.day if self.whole else self.bare.assessed_on if self.bare else None
        assert day is not None
        return day

    @property
    def holds_until(self) -> dt.date:
        """Its last day."""
        return self.whole.valid_to if self.whole else assessments.valid_to(self.day)


@dataclass(frozen=True)
class History:
    """Every result of one person from the oldest on, and the two that stand side by side; the ID number is masked."""

    name: str
    sex: str
    born_on: dt.date | None
    id_masked: str
    lines: tuple[ResultLine, ...]
    before: AssessmentRow | None
    now: AssessmentRow | None

    @property
    def holds_until(self) -> dt.date | None:
        """The last day of the newest result; None without any."""
        return self.lines[-1].holds_until if self.lines else None


def results(actor: Actor, resident_id: int | None = None) -> list[ResultLine]:
    """Every result with a day, of one resident or of all, by name and from the oldest on; that they left is noted."""
    permissions.reading(actor, Action.PRINT_ASSESSMENT)
    found = []
    with noting(actor) as unit:
        for one in [resident_id] if resident_id is not None else query.ids(_GRADED):
            person = unit.living(Resident, one)
            lines = _lines(person)
            found += lines
            if lines:
                unit.note(person, LogAction.PRINT)
    return found


def history_of(actor: Actor, resident_id: int, two: tuple[int | None, int | None] | None = None) -> History:
    """Every result of a resident to be printed; that it was is noted. NotFound for one of somebody else.

    ``two`` are the assessments that stand side by side, the earlier first; without them the newest and the one before.
    """
    permissions.reading(actor, Action.PRINT_ASSESSMENT)
    with noting(actor) as unit:
        person = unit.living(Resident, resident_id)
        whole = {row.id: row for row in assessments.of(resident_id)}
        newest = [*whole, None, None]
        before, now = two if two is not None else (newest[1], newest[0])
        for one in filter(None, (before, now)):
            if one not in whole:
                raise NotFound(Thing.ASSESSMENT, str(one))
        unit.note(person, LogAction.PRINT)
        return History(
            person.name,
            person.sex,
            person.born_on,
            masked(person.id_number) if person.id_number else "",
            tuple(_lines(person)),
            whole.get(before or 0),
            whole.get(now or 0),
        )


def _lines(person: Resident) -> list[ResultLine]:
    """Every result with a day, from the oldest on."""
    whole = {row.grade_id: row for row in assessments.of(person.id)}
    dated = [row for row in reversed(grades.grades_of(person.id)) if row.assessed_on is not None]
    about = (person.name, masked(person.id_number) if person.id_number else "", person.born_on)
    return [ResultLine(*about, whole.get(row.id), None if row.id in whole else row) for row in dated]


_GRADED = (
    "SELECT id FROM living_resident r WHERE EXISTS (SELECT 1 FROM living_grade g WHERE g.resident_id = r.id)"
    " ORDER BY r.name_sort, r.id"
)


def paper_of(actor: Actor, resident_id: int, assessment_id: int | None, on: dt.date) -> PaperAssessment:
    """An assessment of a resident, or the empty form; that it was printed is noted. NotFound."""
    permissions.reading(actor, Action.PRINT_ASSESSMENT)
    with noting(actor) as unit:
        person = unit.living(Resident, resident_id)
        found = next((one for one in assessments.of(resident_id) if one.id == assessment_id), None)
        if assessment_id is None:
            unit.note(person, LogAction.PRINT)
        elif found is None:
            raise NotFound(Thing.ASSESSMENT, str(assessment_id))
        else:
            unit.note(unit.living(Assessment, assessment_id), LogAction.PRINT)
    day = found.day if found else on
    return PaperAssessment(
        name=person.name,
        sex=person.sex,
        born_on=person.born_on,
        age=age_on(person.born_on, day) if person.born_on else None,
        id_masked=masked(person.id_number) if person.id_number else "",
        ethnicity=person.ethnicity,
        marital=person.marital,
        living=person.living,
        phone=person.phone,
        place=" ".join(part for part in (person.community, person.address or person.building, person.room) if part),
        chronic=person.chronic,
        contacts=contacts_of(resident_id),
        found=found,
    )

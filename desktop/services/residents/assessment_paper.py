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


def results(actor: Actor, resident_id: int | None = None) -> list[ResultLine]:
    """Every result with a day, of one resident or of all, by name and from the oldest on; that they left is noted."""
    permissions.reading(actor, Action.PRINT_ASSESSMENT)
    found = []
    with noting(actor) as unit:
        for one in [resident_id] if resident_id is not None else query.ids(_GRADED):
            person = unit.living(Resident, one)
            whole = {row.grade_id: row for row in assessments.of(one)}
            dated = [row for row in reversed(grades.grades_of(one)) if row.assessed_on is not None]
            about = (person.name, masked(person.id_number) if person.id_number else "", person.born_on)
            found += [ResultLine(*about, whole.get(row.id), None if row.id in whole else row) for row in dated]
            if dated:
                unit.note(person, LogAction.PRINT)
    return found


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

"""Results of assessments as a workbook in the shape of the blank form: other systems read it, and so does an import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.assessment import RiskEvent
from desktop.core.words import terms
from desktop.core.words.assessments import ASSESSMENT_REASONS
from desktop.importing.kinds.assessment_cells import EVENT, ITEM, SCORE, TOTAL
from desktop.importing.papers import blank_template
from desktop.services.residents.assessment_paper import ResultLine
from desktop.services.residents.assessments import AssessmentRow
from desktop.services.residents.grades import GradeRow
from desktop.services.writing.going_out import Held

TITLE = "能力评估结果"


def write(path: Path, lines: Sequence[ResultLine]) -> None:
    """Write every result as a row; one without points has its grade alone."""
    held = Held(TITLE, len({one.name for one in lines}), action=Action.PRINT_ASSESSMENT)
    blank_template.write_filled(WorkbookKind.ASSESSMENTS, path, [dict(_cells(one)) for one in lines], held)


def _cells(one: ResultLine) -> Iterator[tuple[str, object]]:
    yield from (("name", one.name), ("id_number", one.id_masked), ("born_on", one.born_on))
    if one.whole is not None:
        yield from _whole(one.whole)
    elif one.bare is not None:
        yield from _bare(one.bare)


def _whole(row: AssessmentRow) -> Iterator[tuple[str, object]]:
    graded = row.graded
    yield from (("day", row.day), ("reason", ASSESSMENT_REASONS[row.reason]), ("grade", terms.GRADES[graded.grade]))
    yield from ((f"{ITEM}{key}", points) for key, points in row.answers.items())
    yield from ((f"{SCORE}{area}", points) for area, points in graded.scores.items())
    yield from ((f"{EVENT}{kind}", graded.events.get(kind)) for kind in RiskEvent)
    if graded.total is not None and graded.by_points is not None:
        yield from ((TOTAL, graded.total), ("by_points", terms.GRADES[graded.by_points]))
    yield from (("diagnoses", "、".join(row.diagnoses)), ("coma", "是" if row.coma else ""))
    yield from zip(("assessor", "second_assessor"), row.assessors, strict=False)
    yield from (("agency", row.agency), ("report_no", row.report_no))


def _bare(row: GradeRow) -> Iterator[tuple[str, object]]:
    yield from (("day", row.assessed_on), ("grade", terms.GRADES[row.grade]), ("agency", row.assessor))

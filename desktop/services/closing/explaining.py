"""Words for what of a month is left as it is (情况说明): dated, with who said them, printed and frozen with it."""

from __future__ import annotations

from desktop.core.acts import Action, Thing
from desktop.core.answers import Unfinished
from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.month_errors import NotExplainable
from desktop.core.period import Month
from desktop.models.visit import FindingExplanation
from desktop.services.closing.quality import Finding, check_of
from desktop.services.figures.explanations import KEY
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing


def explain(actor: Actor, month: Month, finding: Finding, words: str) -> None:
    """Keep why a finding may stand as it was seen; later words take the place of earlier ones.

    Raises NotExplainable for what has to be put right, MonthClosed for a closed month.
    """
    if not words.strip():
        raise ReasonNeeded("explain")
    if not finding.explainable:
        raise NotExplainable(finding.kind)
    with writing(actor, Action.EXPLAIN_FINDING) as unit:
        store(unit, month, finding, words.strip())


def store(unit: Unit, month: Month, finding: Finding, words: str) -> None:
    """The same within a unit."""
    for old in _standing(month, finding.kind):
        unit.void(old, "replaced")
    key = f"{KEY}{finding.kind}"
    unit.add(
        FindingExplanation(month=str(month), key=key, words=words, count=finding.count, explained_by=unit.actor.name)
    )


def withdraw(actor: Actor, month: Month, kind: Unfinished, reason: str) -> None:
    """Void the words for a finding; NotFound where none stand."""
    if not reason.strip():
        raise ReasonNeeded("explain")
    check_of(kind)
    with writing(actor, Action.EXPLAIN_FINDING, reason.strip()) as unit:
        rows = _standing(month, kind)
        if not rows:
            raise NotFound(Thing.FINDING_EXPLANATION, str(month))
        for row in rows:
            unit.void(row, reason.strip())


def _standing(month: Month, kind: Unfinished) -> list[FindingExplanation]:
    return list(
        FindingExplanation.select().where(
            FindingExplanation.month == str(month),
            FindingExplanation.key == f"{KEY}{kind}",
            FindingExplanation.voided_at.is_null(),
        )
    )

"""What a visit that somebody types needs beyond a row that is taken in (handbook 2.5).

Whoever was reached has all six blocks answered, concern and risk say what it is, and a risk is opened or it is said why
not. An imported row of before may lack all of it: it counts, and honesty lists it. So ``recording.store`` does not ask.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.trade import BlockState, VisitOutcome
from desktop.core.words import terms
from desktop.models.visit import Visit
from desktop.services.visits import recording
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

TOLD: frozenset[str] = frozenset({BlockState.ATTENTION, BlockState.RISK})


def unanswered(draft: VisitDraft, earlier: VisitDraft | None = None) -> list[FieldError]:
    """What is still to be said of a visit that reached somebody, by block, ``…_words`` and ``no_risk``.

    Of a visit that is put right, what the ``earlier`` words left open may stay open: nothing is to be invented.
    """
    if draft.outcome != VisitOutcome.REACHED:
        return []
    before = earlier.blocks if earlier and earlier.outcome == VisitOutcome.REACHED else None
    errors: list[FieldError] = []
    for block in terms.VISIT_BLOCKS:
        state = draft.blocks.get(block, "")
        if not state and (before is None or before.get(block)):
            errors.append(FieldError(block, Reason.BLOCK_UNANSWERED))
        same = before is not None and before.get(block) == state
        if state in TOLD and not same and not draft.words.get(block, "").strip():
            errors.append(FieldError(f"{block}_words", Reason.WORDS_NEEDED))
    if risky_blocks(draft, before) and not draft.risk.strip() and not draft.no_risk.strip():
        errors.append(FieldError("no_risk", Reason.RISK_UNSAID))
    return errors


def risky_blocks(draft: VisitDraft, before: dict[str, str] | None = None) -> list[str]:
    """The blocks that say risk and did not say so ``before``."""
    return [
        block
        for block, state in draft.blocks.items()
        if state == BlockState.RISK and (before or {}).get(block) != BlockState.RISK
    ]


def validate(draft: VisitDraft) -> list[FieldError]:
    """What keeps a typed visit from being saved."""
    return [*recording.validate(draft), *unanswered(draft)]


def save(actor: Actor, draft: VisitDraft) -> int:
    """Record a visit that was typed; the id. InvalidDraft names every block that is still open."""
    with writing(actor, Action.RECORD_VISIT) as unit:
        return int(store(unit, draft).id)


def store(unit: Unit, draft: VisitDraft, earlier: VisitDraft | None = None) -> Visit:
    """Record a typed visit within a unit."""
    errors = [*recording.validate(draft), *unanswered(draft, earlier)]
    if errors:
        raise InvalidDraft(errors)
    return recording.store(unit, _with_reason(draft))


def _with_reason(draft: VisitDraft) -> VisitDraft:
    why = draft.no_risk.strip()
    if not why or draft.risk.strip() or not risky_blocks(draft):
        return draft
    said = translate("Visits", "No risk opened: {why}").format(why=why)
    return replace(draft, remark="；".join(part for part in (draft.remark.strip(), said) if part), no_risk="")

"""津贴补贴: received from a day on in a class (档次), or stopped with the reason that offices ask for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.acts import Action, Thing
from desktop.core.answers import AllowanceStep
from desktop.core.errors import AlreadyRecorded
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.models.resident import Enrolment, Resident
from desktop.services.residents import dated
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


@dataclass
class AllowanceDraft:
    """What becomes of an allowance, as typed; a class only where it is received, a reason only where it stops."""

    kind: str = declared.choice(terms.ALLOWANCES, required=True)
    step: str = declared.choice(terms.ALLOWANCE_STEPS, default=AllowanceStep.STARTED, required=True)
    detail: str = declared.text(longest=40)
    reason: str = declared.choice(terms.STOP_REASONS)
    holds_from: str | dt.date = declared.day(required=True)


def record(actor: Actor, resident_id: int, draft: AllowanceDraft) -> None:
    """From its day on somebody receives an allowance, in another class perhaps, or no longer does."""
    checks = Checks()
    values = declared.read(draft, checks)
    stops = values["step"] == AllowanceStep.STOPPED
    if stops and not values["reason"]:
        checks.refuse("reason", Reason.REQUIRED)
    checks.raise_if_any()
    kind = values["kind"]
    said = {
        "held": not stops,
        "detail": "" if stops else values["detail"],
        "reason": values["reason"] if stops else "",
    }
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        row = unit.living(Resident, resident_id)
        last = _last(row, kind)
        held = bool(getattr(row, kind)) if last is None else bool(last.held)
        same = last is not None and said == {name: getattr(last, name) for name in said}
        if same or (stops and last is None and not held):
            raise AlreadyRecorded(Thing.ENROLMENT, terms.ALLOWANCES.shown[kind])
        # The reason of a stop that is on record belongs to the day of that stop.
        day = last.from_on if stops and last is not None and not held else values["holds_from"]
        dated.store_enrolment(unit, row, kind, said, day)
        unit.change(row, {kind: said["held"]})


def _last(row: Resident, kind: str) -> Enrolment | None:
    """What is on record last; None for who has always had what the own row says."""
    found = dated.of(Enrolment, row.id, kind)
    return found[-1] if found and isinstance(found[-1], Enrolment) else None

"""综合责任险: the days on which each bed is insured, the insurer's code for it, and which beds are not.

Until days are on record of a bed, its own row says whether it is insured; since when and for how long nobody knows.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.core import due_items
from desktop.core.acts import Action
from desktop.core.answers import DueStage
from desktop.core.bedding import Insured
from desktop.models import query
from desktop.models.bed import Bed, BedInsurance
from desktop.services.writing import dated, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import living, writing

_SOON = frozenset({DueStage.LAST_DAY, DueStage.WITHIN_30})
_DAY = dt.timedelta(days=1)


@dataclass
class InsuranceDraft:
    """First and last day of a policy, both inclusive, the insurer and its code for the bed."""

    from_on: str | dt.date = declared.day(required=True, future=True)
    to_on: str | dt.date = declared.day(required=True, future=True)
    insurer: str = declared.text(longest=60)
    code: str = declared.text(longest=60)


@dataclass(frozen=True)
class Cover:
    """How far a bed is insured on a day: until when without a gap, or when it ended; with the code of then."""

    state: Insured
    until: dt.date | None
    code: str
    insurer: str


def insure(actor: Actor, bed_ids: Sequence[int], draft: InsuranceDraft) -> None:
    """One policy for one or more beds; Overlap is none: a renewal may begin before the old one ends."""
    with writing(actor, Action.EDIT_BED) as unit:
        values = _read(draft)
        for bed in [unit.living(Bed, one) for one in bed_ids]:
            unit.add(BedInsurance(bed=bed, **values))


def draft_of(insurance_id: int) -> InsuranceDraft:
    """What was typed of one on record; NotFound."""
    return InsuranceDraft(**declared.shown(InsuranceDraft, living(BedInsurance, insurance_id)))


def change(actor: Actor, insurance_id: int, draft: InsuranceDraft) -> None:
    """Put its days, the insurer or the code right."""
    with writing(actor, Action.EDIT_BED) as unit:
        unit.change(unit.living(BedInsurance, insurance_id), _read(draft))


def void(actor: Actor, insurance_id: int, reason: str) -> None:
    """作废: recorded by mistake."""
    with writing(actor, Action.VOID_BED_FACT) as unit:
        unit.void(unit.living(BedInsurance, insurance_id), reason)


def covers(day: dt.date) -> dict[int, Cover]:
    """Every bed with its insurance on a day."""
    held: defaultdict[int, list[_Row]] = defaultdict(list)
    for one in query.fetch_as(
        _Row, "SELECT bed_id, from_on, to_on, code, insurer FROM living_bed_insurance ORDER BY from_on, to_on, id"
    ):
        held[one.bed_id].append(one)
    told = query.fetch_as(_Told, "SELECT id, insured, external_code FROM living_bed")
    return {one.id: _dated(held[one.id], day) if one.id in held else _undated(one) for one in told}


class _Row(NamedTuple):
    bed_id: int
    from_on: dt.date
    to_on: dt.date
    code: str
    insurer: str


class _Told(NamedTuple):
    id: int
    insured: bool | None
    external_code: str


def _undated(bed: _Told) -> Cover:
    return Cover(Insured.UNDATED if bed.insured else Insured.NONE, None, bed.external_code, "")


def _dated(rows: Sequence[_Row], day: dt.date) -> Cover:
    """``rows`` begin one after the other."""
    holding = [one for one in rows if one.from_on <= day <= one.to_on]
    if not holding:
        over = [one for one in rows if one.to_on < day]
        if not over:
            return Cover(Insured.NONE, None, "", "")
        last = max(over, key=lambda one: one.to_on)
        return Cover(Insured.OVER, last.to_on, last.code, last.insurer)
    until = day
    for one in rows:
        # Renewed without a gap: the next one begins on the day after at the latest.
        if one.from_on <= until + _DAY:
            until = max(until, one.to_on)
    soon = due_items.stage(until, day) in _SOON
    return Cover(Insured.ENDS_SOON if soon else Insured.IN_FORCE, until, holding[-1].code, holding[-1].insurer)


def _read(draft: InsuranceDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    dated.check_span(values["from_on"], values["to_on"], checks, "to_on")
    checks.raise_if_any()
    return values

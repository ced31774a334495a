"""Dwelling and enrolments hold from a day on: what a change adds, and what it never rewrites (handbook 2.1).

The resident's own row repeats the latest of each. Who has no dated row has always had what that row says; the
first change writes down what stood before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.models.resident import Dwelling, Enrolment, Resident
from desktop.services.writing.journal import Unit

DWELLING = ("community", "building", "room", "address", "living")
# Each enrolment with the columns of the resident's row that repeat it: whether, and the words beside it.
ENROLMENTS: Mapping[str, tuple[str, ...]] = {
    "health_record": ("health_record", "health_record_no"),
    "family_doctor": ("family_doctor", "family_doctor_name"),
    **{
        kind: (kind,)
        for kind in (
            *("insured_medical", "insured_care", "insured_accident"),
            *("allowance_age", "allowance_care", "allowance_service"),
        )
    },
}
COLUMNS = frozenset((*DWELLING, *chain.from_iterable(ENROLMENTS.values())))


class _Fact(NamedTuple):
    model: type[Dwelling] | type[Enrolment]
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    kind: str = ""


FACTS = (
    _Fact(Dwelling, DWELLING, DWELLING),
    *(_Fact(Enrolment, columns, ("held", "detail")[: len(columns)], kind) for kind, columns in ENROLMENTS.items()),
)


def store(unit: Unit, row: Resident, values: Mapping[str, object], holds_from: dt.date | None) -> None:
    """Record what of ``values`` differs from the resident's row, before that row takes them in.

    It holds from ``holds_from``; without a day it takes the place of what stands, from its own first day on. A day
    before the last change is refused: what came after it would be lost.
    """
    for fact in FACTS:
        before = _said(row.__data__, fact)
        after = _said(values, fact)
        if before != after:
            _store(unit, row, fact, before, after, holds_from)


def store_enrolment(
    unit: Unit, row: Resident, kind: str, said: Mapping[str, object], holds_from: dt.date | None
) -> None:
    """Record what an enrolment is from a day on; the resident's row is the caller's to change."""
    _store(unit, row, _Fact(Enrolment, (kind,), ("held",), kind), {"held": getattr(row, kind)}, said, holds_from)


def values_on(row: Resident, day: dt.date) -> dict[str, object]:
    """The dwelling and every enrolment of a day by the columns of the resident's row."""
    found: dict[str, object] = {}
    for fact in FACTS:
        held = [one for one in of(fact.model, row.id, fact.kind) if one.from_on is None or one.from_on <= day]
        for field, column in zip(fact.fields, fact.columns, strict=True):
            found[column] = getattr(held[-1], field) if held else getattr(row, column)
    return found


def of(model: type[Dwelling] | type[Enrolment], resident_id: int, kind: str = "") -> list[Dwelling | Enrolment]:
    """A resident's living facts of a kind, the oldest first."""
    found = model.select().where(model.resident == resident_id, model.voided_at.is_null())
    return sorted(
        (one for one in found if not kind or getattr(one, "kind", "") == kind),
        key=lambda one: (one.from_on or dt.date.min, one.id),
    )


def _store(
    unit: Unit,
    row: Resident,
    fact: _Fact,
    before: Mapping[str, object],
    after: Mapping[str, object],
    day: dt.date | None,
) -> None:
    held: Sequence[Dwelling | Enrolment] = of(fact.model, row.id, fact.kind)
    if not held:
        if day is None:
            return
        _add(unit, row, fact, before, None)
    elif day is None or day == held[-1].from_on:
        day = held[-1].from_on
        unit.void(held[-1], "replaced")
    elif held[-1].from_on is not None and day < held[-1].from_on:
        raise InvalidDraft([FieldError("holds_from", Reason.LATER_FACT, held[-1].from_on.isoformat())])
    _add(unit, row, fact, after, day)


def _add(unit: Unit, row: Resident, fact: _Fact, said: Mapping[str, object], day: dt.date | None) -> None:
    kind = {"kind": fact.kind} if fact.kind else {}
    unit.add(fact.model(resident=row, from_on=day, **kind, **said))


def _said(values: Mapping[str, object], fact: _Fact) -> dict[str, object]:
    return {field: values[column] for field, column in zip(fact.fields, fact.columns, strict=True)}

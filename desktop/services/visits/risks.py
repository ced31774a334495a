"""Risks found on visits or told at the desk; an open one rides on the due list until closed (handbook 2.5)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, DateRefused, ReasonNeeded
from desktop.core.reasons import Reason
from desktop.core.trade import RiskLevel
from desktop.core.words import terms
from desktop.models import query
from desktop.models.visit import Risk
from desktop.services.register import places
from desktop.services.writing import about_residents, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing


@dataclass
class RiskDraft:
    """A risk as typed."""

    resident_id: int | None = declared.row()
    found_on: str | dt.date = declared.day(required=True)
    what: str = declared.text(required=True)
    level: str = declared.choice(terms.RISK_LEVELS, RiskLevel.GENERAL, required=True)
    action: str = declared.text()
    due_on: str | dt.date = declared.day(future=True)


@dataclass(frozen=True)
class OpenRisk:
    """An open risk as the home page and the board show it."""

    id: int
    resident_id: int
    name: str
    community: str
    found_on: dt.date
    what: str
    level: str
    action: str
    due_on: dt.date | None


def open_risks(resident_id: int | None = None) -> list[OpenRisk]:
    """All open risks, or those of one resident: the urgent first, then by due date."""
    of_one, values = ("", []) if resident_id is None else (" AND k.resident_id = ?", [resident_id])
    found = query.fetch_as(
        OpenRisk,
        "SELECT k.id, k.resident_id, r.name, r.community, k.found_on, k.what, k.level, k.action, k.due_on"
        " FROM living_risk k JOIN living_resident r ON r.id = k.resident_id"
        f" WHERE k.closed_on IS NULL{of_one}"
        " ORDER BY CASE k.level WHEN 'urgent' THEN 0 WHEN 'elevated' THEN 1 ELSE 2 END,"
        " k.due_on IS NULL, k.due_on, k.id",
        values,
    )
    return places.named(found)


def save(actor: Actor, draft: RiskDraft) -> int:
    """Record a risk that did not come from a visit; the id."""
    with writing(actor, Action.RECORD_RISK) as unit:
        return store(unit, draft)


def store(unit: Unit, draft: RiskDraft) -> int:
    """Record a risk within a unit; the id."""
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    about_residents.person_for(values["resident_id"], values["found_on"])
    return int(unit.add(Risk(**values)).id)


def close(actor: Actor, risk_id: int, result: str, closed_on: str | dt.date | None = None) -> None:
    """Close a risk with its result in words, today unless another day is named (as typed)."""
    checks = Checks()
    day = checks.day("closed_on", clock.today() if closed_on is None else closed_on, required=True)
    checks.raise_if_any()
    assert day is not None
    if not result.strip():
        raise ReasonNeeded("close_risk")
    with writing(actor, Action.CLOSE_RISK) as unit:
        row = unit.living(Risk, risk_id)
        if row.closed_on is not None:
            # What somebody else wrote as its result stands.
            raise AlreadyRecorded(Thing.RISK, row.closed_on.isoformat())
        if day < row.found_on:
            raise DateRefused(Reason.ENDS_BEFORE_START, day)
        unit.change(row, {"closed_on": day, "result": result.strip()})

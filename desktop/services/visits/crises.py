"""Crisis events (丧偶, 出院, 跌倒 …): each asks for a visit within a day (handbook 2.5)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.models import query
from desktop.models.visit import CrisisEvent
from desktop.services.register import places
from desktop.services.writing import about_residents, declared, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


@dataclass
class CrisisDraft:
    """A crisis as typed; without a time the whole day counts."""

    resident_id: int | None = declared.row()
    kind: str = declared.choice(terms.CRISIS_KINDS, required=True)
    happened_on: str | dt.date = declared.day(required=True)
    happened_at: str = declared.clock_time()
    words: str = declared.text()


@dataclass(frozen=True)
class Crisis:
    """A crisis after which nobody has reached the person yet; ``hours`` is the time that the rule gives."""

    id: int
    resident_id: int
    name: str
    community: str
    kind: str
    happened_on: dt.date
    happened_at: str
    words: str
    hours: int = 0

    @property
    def due_at(self) -> dt.datetime:
        """The end of those hours; without a time they begin at the end of the day."""
        moment = dt.time.fromisoformat(self.happened_at) if self.happened_at else dt.time(23, 59)
        return dt.datetime.combine(self.happened_on, moment) + dt.timedelta(hours=self.hours)


def validate(draft: CrisisDraft) -> list[FieldError]:
    """What keeps a crisis from being saved."""
    checks = Checks()
    _read(draft, checks)
    return checks.errors


def record_crisis(actor: Actor, draft: CrisisDraft) -> int:
    """Record a crisis; its visit is due at once. The id."""
    checks = Checks()
    values = _read(draft, checks)
    checks.raise_if_any()
    with writing(actor, Action.RECORD_CRISIS) as unit:
        about_residents.person_for(values["resident_id"], values["happened_on"])
        return int(unit.add(CrisisEvent(**values)).id)


def void(actor: Actor, crisis_id: int, reason: str) -> None:
    """作废: it did not happen, or to somebody else."""
    with writing(actor, Action.VOID_CRISIS) as unit:
        unit.void(unit.living(CrisisEvent, crisis_id), reason)


def open_crises(day: dt.date) -> list[Crisis]:
    """Crises up to a day after which the person was not reached yet, the oldest first."""
    # A visit on the same day counts when it was later: by the clock where both say so, else by the order of entry.
    found = query.fetch_as(
        Crisis,
        "SELECT c.id, c.resident_id, r.name, r.community, c.kind, c.happened_on, c.happened_at, c.words"
        " FROM living_crisis_event c JOIN living_resident r ON r.id = c.resident_id"
        " WHERE c.happened_on <= ? AND NOT EXISTS ("
        "SELECT 1 FROM living_visit v WHERE v.resident_id = c.resident_id AND v.outcome = 'reached'"
        " AND v.visited_on <= ? AND (v.visited_on > c.happened_on OR (v.visited_on = c.happened_on"
        " AND CASE WHEN v.visited_at <> '' AND c.happened_at <> '' THEN v.visited_at >= c.happened_at"
        " ELSE v.created_at > c.created_at END))) ORDER BY c.happened_on, c.happened_at, c.id",
        [day.isoformat(), day.isoformat()],
    )
    return [replace(one, hours=rules.crisis_hours(one.happened_on)) for one in places.named(found)]


def _read(draft: CrisisDraft, checks: Checks) -> dict[str, Any]:
    values = declared.read(draft, checks)
    if values["happened_on"] == clock.today() and values["happened_at"] > clock.now().strftime("%H:%M"):
        checks.refuse("happened_at", Reason.FUTURE_DATE)
    return values

"""The way to a closed month: what still stands in its way, then freezing it (handbook section 5)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from desktop.core.errors import ReasonNeeded
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.core.trade import Action
from desktop.models import query
from desktop.models.database import transaction
from desktop.services import figures
from desktop.services.figures.contract import as_json
from desktop.services.register.snapshot import Register, register
from desktop.services.visits import honesty
from desktop.services.writing import months, permissions
from desktop.services.writing.actor import Actor

_DAYS = "BETWEEN ? AND ?"
_COUNTED = {
    "queued_scans": f"SELECT count(*) FROM living_scan_queue WHERE resolved_at IS NULL AND eaten_on {_DAYS}",
    "open_emergencies": "SELECT count(*) FROM living_help_service WHERE type = 'emergency' AND state IN"
    f" ('requested', 'dispatched') AND service_on {_DAYS}",
    "open_orders": "SELECT count(*) FROM living_help_service WHERE type <> 'emergency' AND state IN"
    f" ('requested', 'dispatched') AND service_on {_DAYS}",
}
_BLOCKERS = frozenset({"queued_scans", "open_emergencies", "open_orders", "unvisited", "honesty"})


@dataclass(frozen=True)
class Finding:
    """Something that the quality page shows: a blocker must be put right or explained before the close."""

    kind: str
    count: int
    blocks: bool


@dataclass(frozen=True)
class ClosedMonth:
    """A month that is closed: the hash of what was frozen."""

    month: Month
    sha256: str


def check(month: Month, found: MonthFigures | None = None, known: Register | None = None) -> list[Finding]:
    """What is unfinished in a month, blockers first; who has its figures or the register hands them on."""
    known = known or register()
    return _findings(found or figures.figures_of(month, known), known)


def close(actor: Actor, month: Month, explanation: str = "") -> ClosedMonth:
    """Freeze the month with figures, rule notes and roster; blockers need an explanation in words."""
    permissions.reading(actor, Action.CLOSE_MONTH)
    # One moment: a row that came between the count and the close would be in the month and not in its figures.
    with transaction():
        return _closed(actor, month, explanation)


def _closed(actor: Actor, month: Month, explanation: str) -> ClosedMonth:
    known = register()
    found = figures.figures_of(month, known)
    if any(finding.blocks for finding in _findings(found, known)) and not explanation.strip():
        raise ReasonNeeded("close_month")
    return ClosedMonth(month, months.close(actor, month, _frozen(found), explanation.strip()))


def moved_since(found: MonthFigures) -> bool:
    """Whether figures computed now differ from those that their closed month froze.

    A flag, a birth date or a community put right later belongs to no month and moves the figures of all.
    """
    digest = months.frozen_hash(found.month)
    return bool(digest) and digest != months.digest_of(_frozen(found))


def _frozen(found: MonthFigures) -> str:
    frozen = {**as_json(found), "roster": _roster(found)}
    return json.dumps(frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _findings(found: MonthFigures, known: Register) -> list[Finding]:
    month = found.month
    days = [month.first.isoformat(), month.last.isoformat()]
    counts = {kind: query.count(sql, days) for kind, sql in _COUNTED.items()}
    counts["unvisited"] = found.visits.unvisited
    counts["honesty"] = sum(one.state == "open" for one in honesty.findings(month, known))
    counts["open_risks"] = sum(risk.closed_on is None for risk in found.visits.risks)
    counts["to_verify"] = query.count(
        "SELECT count(*) FROM living_resident WHERE id_state <> 'valid' AND register_state = 'on_register'"
    )
    findings = [Finding(kind, number, kind in _BLOCKERS) for kind, number in counts.items() if number]
    return sorted(findings, key=lambda finding: not finding.blocks)


def _roster(found: MonthFigures) -> dict[str, list[dict[str, object]]]:
    visits = found.visits
    return {
        "visited": [_who(line.person) for line in visits.visited_people],
        "excused": [_who(line.person) for line in visits.excused_people],
        "unvisited": [_who(line.person) for line in visits.unvisited_people],
        "late_joiners": [_who(line) for line in visits.late_joiners_people],
    }


def _who(person: PersonLine) -> dict[str, object]:
    facts = asdict(person)
    return {name: facts[name] for name in ("resident_id", "name", "community", "flags")}

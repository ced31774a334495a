"""The way to a closed month: what still stands in its way, then freezing it (handbook section 5)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.core.answers import HonestyState, Unfinished
from desktop.core.errors import ReasonNeeded
from desktop.core.figures.month import MonthFigures
from desktop.core.period import Month
from desktop.core.trade import Role
from desktop.models import query
from desktop.models.database import reading, transaction
from desktop.services import figures
from desktop.services.closing.differences import figures_differing
from desktop.services.closing.documents import Reports, documents_of
from desktop.services.register.snapshot import Register, register
from desktop.services.visits import honesty
from desktop.services.writing import frozen, months
from desktop.services.writing.actor import Actor
from desktop.services.writing.frozen import Head, Version
from desktop.services.writing.journal import writing

_DAYS = "BETWEEN ? AND ?"
_COUNTED = {
    Unfinished.QUEUED_SCANS: f"SELECT count(*) FROM living_scan_queue WHERE resolved_at IS NULL AND eaten_on {_DAYS}",
    Unfinished.OPEN_EMERGENCIES: "SELECT count(*) FROM living_help_service WHERE type = 'emergency' AND state IN"
    f" ('requested', 'dispatched') AND service_on {_DAYS}",
    Unfinished.OPEN_ORDERS: "SELECT count(*) FROM living_help_service WHERE type <> 'emergency' AND state IN"
    f" ('requested', 'dispatched') AND service_on {_DAYS}",
}
# How often a month is counted anew when somebody writes meanwhile, before the others have to wait.
_TRIES = 2
_BLOCKERS = frozenset(Unfinished) - {Unfinished.OPEN_RISKS, Unfinished.TO_VERIFY}


@dataclass(frozen=True)
class Finding:
    """Something that the quality page shows: a blocker must be put right or explained before the close."""

    kind: Unfinished
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


def close(actor: Actor, month: Month, reports: Reports, explanation: str = "") -> ClosedMonth:
    """Freeze everything that the month says; blockers need an explanation in words.

    ``reports`` builds the data of the month's reports from its figures.
    """
    months.require_closable(actor, month)
    for _ in range(_TRIES):
        # Counted on a picture of the database, so that nobody waits meanwhile …
        with reading():
            counted = count(month, reports)
        # … and written only if it is still true.
        with transaction():
            if _last_change() == counted.last_change:
                return _freeze(actor, month, counted, explanation.strip())
    with transaction():
        return _freeze(actor, month, count(month, reports), explanation.strip())


def freeze_earlier(reports: Reports, station: int) -> list[Version]:
    """Freeze the months that were closed before documents were kept (补冻), once, from the rows of today.

    What differs from the figures of their close is kept with them.
    """
    # Nobody has to ask twice a day; the list is one look at an index.
    return [_frozen_later(month, reports, station) for month in frozen.without_documents()]


@dataclass(frozen=True)
class Counted:
    """What a month says, as the documents to be frozen, and the last write that it takes in."""

    last_change: int
    findings: list[Finding]
    documents: dict[str, bytes]
    head: Head


def count(month: Month, reports: Reports) -> Counted:
    """What a month says by the rows of this moment."""
    known = register()
    found = figures.figures_of(month, known)
    return Counted(_last_change(), _findings(found, known), documents_of(found, reports), _head())


def _freeze(actor: Actor, month: Month, counted: Counted, explanation: str) -> ClosedMonth:
    if any(finding.blocks for finding in counted.findings) and not explanation:
        raise ReasonNeeded("close_month")
    with writing(actor, Action.CLOSE_MONTH, explanation) as unit:
        version = frozen.store(unit, month, counted.documents, counted.head)
        months.close(actor, month, "", explanation, version.sha256)
    return ClosedMonth(month, version.sha256)


def _frozen_later(month: Month, reports: Reports, station: int) -> Version:
    with transaction():
        version = frozen.latest(month)
        if version is not None:
            # Another process was faster.
            return version
        row = query.fetch_one("SELECT figures FROM living_month WHERE month = ?", [str(month)])
        counted = count(month, reports)
        now = json.loads(counted.documents[frozen.FIGURES])
        told = json.loads(row[0] or "{}") if row else {}
        told.pop("roster", None)
        differences = figures_differing(told, now)
        program, why = Actor(None, "补冻", Role.DIRECTOR, station), "documents of a month closed before"
        with writing(program, Action.CLOSE_MONTH, why) as unit:
            return frozen.store(unit, month, counted.documents, counted.head, frozen.FROZEN_LATER, differences)


def _last_change() -> int:
    return query.count("SELECT max(id) FROM change_log")


def _head() -> Head:
    row = query.fetch_one("SELECT epoch, station, counter, hash FROM change_log ORDER BY id DESC LIMIT 1")
    return (row[0], row[1], row[2], row[3].hex()) if row else (None, None, None, None)


def _findings(found: MonthFigures, known: Register) -> list[Finding]:
    month = found.month
    days = [month.first.isoformat(), month.last.isoformat()]
    counts = {kind: query.count(sql, days) for kind, sql in _COUNTED.items()}
    counts[Unfinished.UNVISITED] = found.visits.unvisited
    counts[Unfinished.HONESTY] = sum(one.state == HonestyState.OPEN for one in honesty.findings(month, known))
    counts[Unfinished.OPEN_RISKS] = sum(risk.closed_on is None for risk in found.visits.risks)
    counts[Unfinished.TO_VERIFY] = query.count(
        "SELECT count(*) FROM living_resident WHERE id_state <> 'valid' AND register_state = 'on_register'"
    )
    findings = [Finding(kind, number, kind in _BLOCKERS) for kind, number in counts.items() if number]
    return sorted(findings, key=lambda finding: not finding.blocks)

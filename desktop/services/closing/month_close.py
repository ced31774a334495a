"""The way to a closed month: what still stands in its way, then freezing it (handbook section 5)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.core.collecting import collector_resting
from desktop.core.errors import ReasonNeeded
from desktop.core.month_errors import MonthHeldBack
from desktop.core.period import Month
from desktop.core.trade import Role
from desktop.models import query
from desktop.models.database import reading, transaction
from desktop.services import figures
from desktop.services.closing import explaining, paper_codes, quality
from desktop.services.closing.differences import figures_differing
from desktop.services.closing.documents import Reports, documents_of
from desktop.services.closing.quality import Finding
from desktop.services.register.snapshot import register
from desktop.services.writing import frozen, months
from desktop.services.writing.actor import Actor
from desktop.services.writing.frozen import Head, Packed, Version
from desktop.services.writing.journal import writing

# How often a month is counted anew when somebody writes meanwhile, before the others have to wait.
_TRIES = 2


@dataclass(frozen=True)
class ClosedMonth:
    """A month that is closed: the hash of what was frozen."""

    month: Month
    sha256: str


def close(actor: Actor, month: Month, reports: Reports, explanation: str = "") -> ClosedMonth:
    """Freeze everything that the month says; what holds it back and was not explained yet is, by ``explanation``.

    ``reports`` builds the data of the month's reports from its figures. Raises MonthHeldBack for what words do not
    settle, ReasonNeeded where words are wanted.
    """
    months.require_closable(actor, month)
    words = explanation.strip()
    _explain_rest(actor, month, words)
    for _ in range(_TRIES):
        # Counted on a picture of the database, so that nobody waits meanwhile …
        with reading():
            counted = count(month, reports)
        packed = frozen.pack(counted.documents)
        # … and written only if it is still true.
        with transaction():
            if _last_change() == counted.last_change and not _holding(counted.findings):
                return _freeze(actor, month, packed, counted.head, words)
    with transaction():
        _explain_rest(actor, month, words)
        counted = count(month, reports)
        return _freeze(actor, month, frozen.pack(counted.documents), counted.head, words)


def freeze_earlier(reports: Reports, station: int) -> list[Version]:
    """Freeze the months that were closed before documents were kept (补冻), once, from the rows of today.

    What differs from the figures of their close is kept with them. Versions from before papers bore codes get theirs.
    """
    program = Actor(None, "补冻", Role.DIRECTOR, station)
    made = [_frozen_later(month, reports, program) for month in frozen.without_documents()]
    paper_codes.give_earlier(program)
    return made


@dataclass(frozen=True)
class Counted:
    """What a month says, as the documents to be frozen, and the last write that it takes in."""

    last_change: int
    findings: list[Finding]
    documents: dict[str, bytes]
    head: Head


def count(month: Month, reports: Reports) -> Counted:
    """What a month says by the rows of this moment."""
    with collector_resting():
        known = register()
        found = figures.figures_of(month, known)
        findings = quality.check(month, found, known, thorough=False)
        return Counted(_last_change(), findings, documents_of(found, reports), head())


def _explain_rest(actor: Actor, month: Month, words: str) -> None:
    """Let the words stand for everything that still holds the month back."""
    holding = quality.blocking(month)
    for finding in holding:
        if not finding.explainable:
            raise MonthHeldBack(str(month), finding.kind)
    if holding and not words:
        raise ReasonNeeded("close_month")
    if holding:
        with writing(actor, Action.EXPLAIN_FINDING) as unit:
            for finding in holding:
                explaining.store(unit, month, finding, words)


def _holding(findings: Iterable[Finding]) -> bool:
    return any(finding.blocks for finding in findings)


def _freeze(actor: Actor, month: Month, packed: Mapping[str, Packed], head: Head, explanation: str) -> ClosedMonth:
    with writing(actor, Action.CLOSE_MONTH, explanation) as unit:
        version = frozen.store(unit, month, packed, head)
        paper_codes.give(unit, version, paper_codes.reports_in(packed))
        months.close(actor, month, "", explanation, version.sha256)
    return ClosedMonth(month, version.sha256)


def _frozen_later(month: Month, reports: Reports, program: Actor) -> Version:
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
        with writing(program, Action.CLOSE_MONTH, "documents of a month closed before") as unit:
            packed = frozen.pack(counted.documents)
            made = frozen.store(unit, month, packed, counted.head, frozen.FROZEN_LATER, differences)
            paper_codes.give(unit, made, paper_codes.reports_in(counted.documents))
            return made


def _last_change() -> int:
    return query.count("SELECT max(id) FROM change_log")


def head() -> Head:
    """The head of the log as it is now."""
    row = query.fetch_one("SELECT epoch, station, counter, hash FROM change_log ORDER BY id DESC LIMIT 1")
    return (row[0], row[1], row[2], row[3].hex()) if row else (None, None, None, None)

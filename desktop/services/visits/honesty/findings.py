"""Findings of a month with their state: open, explained (in words that are kept) or fixed (its visits were voided)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.core.acts import Action, Thing
from desktop.core.answers import HonestyKind, HonestyState
from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.period import Month
from desktop.core.trade import VisitMethod
from desktop.models import query
from desktop.models.visit import FindingExplanation
from desktop.services.register import walking
from desktop.services.register.snapshot import Register, register
from desktop.services.visits import roster
from desktop.services.visits.honesty import checks
from desktop.services.visits.honesty.checks import Suspicion
from desktop.services.visits.honesty.entries import Evidence, entries, hospital_days
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

CHECKS: Mapping[HonestyKind, checks.Check] = {
    HonestyKind.BURST: checks.burst,
    HonestyKind.SAME_WORDS: checks.same_words,
    HonestyKind.AFTER_DEATH: checks.after_death,
    HonestyKind.IN_HOSPITAL: checks.in_hospital,
    HonestyKind.OFF_REGISTER: checks.off_register,
    HonestyKind.PHONE_SEEN: checks.phone_seen,
    HonestyKind.TWO_PLACES: checks.two_places,
    HonestyKind.UNTIMED: checks.untimed,
    HonestyKind.LAST_EVENING: checks.last_evening,
}


@dataclass(frozen=True)
class Finding:
    """What looks made up: ``facts`` fill its sentence, ``names`` are the residents' in the order of ``residents``."""

    key: str
    kind: HonestyKind
    state: HonestyState
    residents: tuple[int, ...]
    names: tuple[str, ...]
    visits: tuple[int, ...]
    facts: Mapping[str, str]
    words: str = ""


def findings(month: Month, known: Register | None = None, done: bool | None = None) -> list[Finding]:
    """The findings of a month: the open ones first, in the order of the checks.

    ``done`` says whether everybody who had to be was visited, where that is known already.
    """
    known = known or register()
    everything = entries(month)
    doors = walking.doors({entry.resident_id for entry in everything if entry.method == VisitMethod.HOME})
    whole = Evidence(month, known, doors, hospital_days(known), everything)
    living = replace(whole, entries=tuple(entry for entry in everything if not entry.void))
    explained = _explanations(month)
    done = _all_visited(month, known) if done is None else done
    now = [_finding(whole, one, explained) for one in _suspicions(living, done)]
    still = {visit for finding in now for visit in finding.visits}
    # What fires only with the void visits was put right by voiding them.
    voided = len(living.entries) < len(everything)
    before = [one for one in _suspicions(whole, done) if any(entry.void for entry in one.visits)] if voided else []
    fixed = [
        replace(_finding(whole, one, {}), state=HonestyState.FIXED, words=_why(one))
        for one in before
        if still.isdisjoint(entry.id for entry in one.visits)
    ]
    states, kinds = list(HonestyState), list(CHECKS)
    return sorted([*now, *fixed], key=lambda found: (states.index(found.state), kinds.index(found.kind), found.key))


def explain(actor: Actor, month: Month, key: str, words: str) -> None:
    """Keep why a finding is right as it stands; a later explanation takes the place of the earlier."""
    if not words.strip():
        raise ReasonNeeded("explain")
    with writing(actor, Action.EXPLAIN_FINDING) as unit:
        if key not in {found.key for found in findings(month) if found.state != HonestyState.FIXED}:
            raise NotFound(Thing.FINDING, key)
        for old in FindingExplanation.select().where(
            FindingExplanation.month == str(month),
            FindingExplanation.key == key,
            FindingExplanation.voided_at.is_null(),
        ):
            unit.void(old, "replaced")
        unit.add(FindingExplanation(month=str(month), key=key, words=words.strip()))


def _all_visited(month: Month, known: Register) -> bool:
    standing = roster.standing(month, known)
    return bool(standing.required) and not standing.unvisited


def _suspicions(evidence: Evidence, done: bool) -> Iterator[Suspicion]:
    limits = rules.honesty_limits(evidence.month.first)
    for kind, check in CHECKS.items():
        # Who is late with much still open has nothing to hide.
        if kind == HonestyKind.LAST_EVENING and not done:
            continue
        yield from check(evidence, limits)


def _finding(evidence: Evidence, one: Suspicion, explained: Mapping[str, str]) -> Finding:
    digest = hashlib.sha256(one.mark.encode()).hexdigest()[:16]
    key = f"{one.kind}-{digest}"
    residents = tuple(dict.fromkeys(entry.resident_id for entry in one.visits))
    people = evidence.known.people
    names = tuple(people[person].name if person in people else "" for person in residents)
    visits = tuple(entry.id for entry in one.visits)
    state = HonestyState.EXPLAINED if key in explained else HonestyState.OPEN
    return Finding(key, one.kind, state, residents, names, visits, one.facts, explained.get(key, ""))


def _why(one: Suspicion) -> str:
    return next((entry.void_reason for entry in one.visits if entry.void_reason), "")


def _explanations(month: Month) -> dict[str, str]:
    rows = query.fetch("SELECT key, words FROM living_finding_explanation WHERE month = ?", [str(month)])
    return {str(key): str(words) for key, words in rows}

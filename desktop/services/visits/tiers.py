"""Risk tiers (高风险 中风险 一般) from open risks, what the last visits found, grade and flags; the rule is data."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.core.period import Month
from desktop.core.trade import BlockState, RiskTier
from desktop.core.words import terms
from desktop.models import query
from desktop.services.register.snapshot import Register, as_date
from desktop.services.writing import rules
from desktop.services.writing.rules import TierRule

# What was seen longer ago says nothing of today.
_MONTHS_BACK = 3


@dataclass(frozen=True)
class TierReason:
    """Why: ``code`` is risk_levels, risk_blocks, attention_blocks, grades or flags; ``value`` a code or a count."""

    code: str
    value: str


@dataclass(frozen=True)
class Tier:
    """A person's tier with the reasons, and the day on which its newest risk was found."""

    level: str = RiskTier.ORDINARY
    reasons: tuple[TierReason, ...] = ()
    since: dt.date | None = None


ORDINARY = Tier()


@dataclass
class _Facts:
    """What the rule asks of one person."""

    risks: dict[str, dt.date] = field(default_factory=dict)
    blocks: Counter[str] = field(default_factory=Counter)


def tiers(known: Register, day: dt.date) -> dict[int, Tier]:
    """The tier of everybody who is not ordinary on a day."""
    rule = rules.risk_tiers(day)
    facts = _facts(day)
    concerned = {*facts, *_carrying(known, rule)}
    found: dict[int, Tier] = {}
    for person in known.people:
        if person not in concerned:
            continue
        tier = _tier(known, person, day, facts.get(person, _Facts()), rule)
        if tier is not ORDINARY:
            found[person] = tier
    return found


def _carrying(known: Register, rule: Mapping[str, TierRule]) -> Iterator[int]:
    """Who holds, on whatever day, a flag or a grade that the rule names: most of a register do not."""
    flags = {flag for wanted in rule.values() for flag in wanted.flags}
    grades = {grade for wanted in rule.values() for grade in wanted.grades}
    yield from (one for one, held in known.flags.items() if any(kind in flags for kind, _ in held))
    yield from (one for one, found in known.grades.items() if any(grade in grades for _, grade in found))


def _tier(known: Register, person: int, day: dt.date, facts: _Facts, rule: Mapping[str, TierRule]) -> Tier:
    for level in ("high", "medium"):
        reasons = tuple(_reasons(known, person, day, facts, rule[level]))
        if reasons:
            days = [facts.risks[one.value] for one in reasons if one.code == "risk_levels"]
            return Tier(level, reasons, max(days, default=None))
    return ORDINARY


def _reasons(known: Register, person: int, day: dt.date, facts: _Facts, wanted: TierRule) -> Iterator[TierReason]:
    for level in wanted.risk_levels:
        if level in facts.risks:
            yield TierReason("risk_levels", level)
    for code, state, enough in (
        ("risk_blocks", "risk", wanted.risk_blocks),
        ("attention_blocks", "attention", wanted.attention_blocks),
    ):
        if 0 < enough <= facts.blocks[state]:
            yield TierReason(code, str(facts.blocks[state]))
    grade = known.grade_on(person, day)
    if grade in wanted.grades:
        yield TierReason("grades", grade)
    for flag in sorted(set(wanted.flags).intersection(known.flags_on(person, day))):
        yield TierReason("flags", flag)


def _facts(day: dt.date) -> dict[int, _Facts]:
    found: defaultdict[int, _Facts] = defaultdict(_Facts)
    for person, level, text in query.fetch(
        "SELECT resident_id, level, max(found_on) FROM living_risk WHERE found_on <= ?"
        " AND (closed_on IS NULL OR closed_on > ?) GROUP BY resident_id, level",
        [day.isoformat(), day.isoformat()],
    ):
        found_on = as_date(text)
        assert found_on is not None
        found[person].risks[level] = found_on
    for person, states in _last_blocks(day).items():
        found[person].blocks = Counter(states.values())
    return dict(found)


def _last_blocks(day: dt.date) -> dict[int, dict[str, str]]:
    """What each block was when it was last stated; 无变化 leaves what stood before.

    Of those for whom attention or a risk was noted at all: who was always well makes no tier.
    """
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    since = Month.of(day).shifted(-_MONTHS_BACK).first
    for person, *states in query.fetch(_BLOCKS, [since.isoformat(), day.isoformat()] * 2):
        stated = zip(terms.VISIT_BLOCKS, states, strict=True)
        found[person].update((block, state) for block, state in stated if state not in ("", BlockState.UNCHANGED))
    return dict(found)


_REACHED = "FROM living_visit WHERE outcome = 'reached' AND visited_on BETWEEN ? AND ?"
_NOTED = " OR ".join(f"{block} IN ('attention', 'risk')" for block in terms.VISIT_BLOCKS)
_BLOCKS = (
    f"SELECT resident_id, {', '.join(terms.VISIT_BLOCKS)} {_REACHED}"
    f" AND resident_id IN (SELECT resident_id {_REACHED} AND ({_NOTED})) ORDER BY visited_on, visited_at, id"
)

"""Indicators of a plan with their targets (handbook section 4, Indicators); the plans are data (services/plans).

A rate is met by the counts that it is made of, never by what is printed of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from desktop.core.figures.indicators import PERCENT, Indicator, Part
from desktop.core.rates import compares, share
from desktop.core.words.terms import PLANS
from desktop.services.figures.counts import COUNTERS, INCLUSIVE, LEARNERS, Known
from desktop.services.plans import indicators as plans
from desktop.services.plans import typed
from desktop.services.plans.drafts import Version
from desktop.services.plans.typed import TypedRow
from desktop.services.writing import rules

# On paper, as the rule note of a count whose limit is data.
_TYPED = "typed.inclusive_beds"
_SHARES = ("beds.nursing", INCLUSIVE)
_LEARNING = "本年助学服务{}次及以上"


def indicators(plan: str, known: Known) -> tuple[Indicator, ...]:
    """The plan's indicators of a month: by its versions of the last day, and by what was typed up to then."""
    figures = typed.known_on(known.end)
    return tuple(_indicator(one, known, figures) for one in plans.in_force(plan, known.end))


def bed_shares(known: Known) -> tuple[Indicator, ...]:
    """The shares of beds that each plan sets a target for, whichever plan is the centre's."""
    figures = typed.known_on(known.end)
    return tuple(
        _indicator(one, known, figures)
        for plan in PLANS
        for one in plans.in_force(plan, known.end)
        if one.numerator in _SHARES and one.aim is not None
    )


def _indicator(one: Version, known: Known, figures: Mapping[str, TypedRow]) -> Indicator:
    above = _part(one.numerator, known, figures) if one.numerator else None
    below = _part(one.denominator, known, figures) if one.denominator else None
    value, met = _outcome(one, above, below)
    return Indicator(
        name=one.name,
        plan=one.plan,
        value=value,
        direction=one.direction,
        target=one.aim,
        met=met,
        document=one.document,
        clause=one.clause,
        page=one.page,
        unit=one.unit,
        per=one.per,
        numerator=above,
        denominator=below,
        remark=one.remark,
    )


def _part(key: str, known: Known, figures: Mapping[str, TypedRow]) -> Part:
    if key in COUNTERS:
        found = COUNTERS[key](known)
        if found is None:
            # Until beds have a class, what was typed of them holds.
            return _part(_TYPED, known, figures) if key == INCLUSIVE else Part(key, None)
        return Part(key, found.value, source=_LEARNING.format(_often(known)) if key == LEARNERS else "", behind=found)
    row = figures.get(key)
    return Part(key, None) if row is None else Part(key, row.value, row.as_of, row.source)


def _often(known: Known) -> int:
    return rules.education_times(known.month.first)


def _outcome(one: Version, above: Part | None, below: Part | None) -> tuple[Decimal | None, bool | None]:
    if above is None or above.value is None or (below is not None and below.value is None):
        return None, None
    if below is None or below.value is None:
        value = Decimal(above.value)
        return value, None if one.aim is None else compares(value, one.aim, one.direction)
    if below.value <= 0:
        return None, None
    # More than all of it: what was typed is wrong, and nothing is said by it.
    doubtful = one.unit == PERCENT and above.value > below.value
    met = None if one.aim is None or doubtful else compares(above.value * one.per, one.aim * below.value, one.direction)
    return share(above.value, below.value, one.per), met

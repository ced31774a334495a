"""Indicators of a plan with their targets (handbook section 4, Indicators); the profiles are data.

A rate is met by the counts that it is made of, never by what is printed of it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from decimal import Decimal

from desktop.core.figures.beds import BedFigures
from desktop.core.figures.month import Indicator
from desktop.core.figures.people import PeopleFigures
from desktop.core.figures.visits import VisitFigures
from desktop.core.paths import resource
from desktop.core.rates import rate, reaches
from desktop.models import query

# What a rate is counted from: (part, whole).
Counts = tuple[int, int]
Measure = Callable[[VisitFigures, BedFigures, PeopleFigures], Counts]

RATES: dict[str, Measure] = {
    "visit_rate": lambda visits, beds, people: (visits.visited, visits.to_visit),
    "visit_help_rate": lambda visits, beds, people: (visits.helped, visits.helped_of),
    "nursing_share": lambda visits, beds, people: (beds.nursing_beds, beds.beds),
    "health_record_65": lambda visits, beds, people: people.health_record_65,
    "family_doctor_65": lambda visits, beds, people: people.family_doctor_65,
}
NUMBERS: dict[str, Callable[[BedFigures], int]] = {"centre_beds": lambda beds: beds.beds}


def indicators(plan: str, visits: VisitFigures, beds: BedFigures, people: PeopleFigures) -> tuple[Indicator, ...]:
    """The plan's indicators; a number that a centre cannot know is the one typed in settings, or missing."""
    with resource("rules", "plans.toml").open("rb") as file:
        profile = tomllib.load(file).get(plan, [])
    found = []
    for entry in profile:
        measure, target = entry["measure"], Decimal(entry["target"])
        if measure in RATES:
            counts = RATES[measure](visits, beds, people)
            value, met = rate(*counts), reaches(*counts, target)
        else:
            value = Decimal(NUMBERS[measure](beds)) if measure in NUMBERS else _typed(measure)
            met = None if value is None else value >= target
        found.append(Indicator(entry["name"], plan, value, ">=", target, met, measure))
    return tuple(found)


def _typed(measure: str) -> Decimal | None:
    row = query.fetch_one("SELECT value FROM setting WHERE key = ?", [f"indicator.{measure}"])
    return Decimal(str(json.loads(row[0])["value"])) if row else None

"""Indicators of a plan with their targets (handbook section 4, Indicators); the profiles are data."""

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
from desktop.core.rates import rate
from desktop.models import query

Measure = Callable[[VisitFigures, BedFigures, PeopleFigures], Decimal | None]

MEASURES: dict[str, Measure] = {
    "visit_rate": lambda visits, beds, people: visits.visit_rate,
    "visit_help_rate": lambda visits, beds, people: visits.help_rate,
    "nursing_share": lambda visits, beds, people: beds.nursing_share,
    "health_record_65": lambda visits, beds, people: rate(*people.health_record_65),
    "family_doctor_65": lambda visits, beds, people: rate(*people.family_doctor_65),
    "centre_beds": lambda visits, beds, people: Decimal(beds.beds),
}


def indicators(plan: str, visits: VisitFigures, beds: BedFigures, people: PeopleFigures) -> tuple[Indicator, ...]:
    """The plan's indicators; a number that a centre cannot know is the one typed in settings, or missing."""
    with resource("rules", "plans.toml").open("rb") as file:
        profile = tomllib.load(file).get(plan, [])
    found = []
    for entry in profile:
        measure = MEASURES.get(entry["measure"])
        value = measure(visits, beds, people) if measure else _typed(entry["measure"])
        target = Decimal(entry["target"])
        met = None if value is None else value >= target
        found.append(Indicator(entry["name"], plan, value, ">=", target, met))
    return tuple(found)


def _typed(measure: str) -> Decimal | None:
    row = query.fetch_one("SELECT value FROM setting WHERE key = ?", [f"indicator.{measure}"])
    return Decimal(str(json.loads(row[0])["value"])) if row else None

"""The figures as the JSON of ``shizhu figures --json``: keys are a contract, rates and money are strings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop.core.figures.beds import BedFigures, ClassLine
from desktop.core.figures.canteen import BALANCE_SUMS, SCORES, CanteenFigures, Ratings
from desktop.core.figures.indicators import Indicator
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import PeopleFigures
from desktop.core.figures.services import PayerLine, ServiceFigures, Waiting
from desktop.core.figures.stay_fees import FEE_SUMS, StayFeeFigures
from desktop.core.figures.visits import VisitFigures
from desktop.core.money import yuan_text
from desktop.core.rates import rate_text
from desktop.core.words import terms
from desktop.services.figures.bed_classes import UNGRADED, class_word


def as_json(figures: MonthFigures) -> dict[str, Any]:
    """One object with every figure of the month."""
    rules: dict[str, Any] = {}
    for part in (figures.visits, figures.canteen, figures.beds, figures.rolls):
        rules |= {key: _rule(text) for key, text in part.rules.items()}
    return {
        "month": str(figures.month),
        "rules": rules,
        "visits": _visits(figures.visits),
        "services": _services(figures.services),
        "canteen": _canteen(figures.canteen),
        "beds": _beds(figures.beds),
        "people": _people(figures.people),
        "rolls": {
            "carer_allowance": {"persons": figures.rolls.allowed, "amount": yuan_text(figures.rolls.allowance_fen)}
        },
        "indicators": [_indicator(one) for one in figures.indicators],
    }


def value_in(told: Mapping[str, Any], figure: str) -> int | str | None:
    """A figure of the contract by its name; None where that month had none of this name."""
    found: Any = told
    for key in figure.split("."):
        if isinstance(found, Sequence) and not isinstance(found, str):
            found = found[int(key)] if key.isdigit() and int(key) < len(found) else None
        else:
            found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, int | str) else None


def leaves(told: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, int | str | None]]:
    """Every figure of the contract by its name, in its order; rules and month are none."""
    for key, value in told.items():
        if isinstance(value, Mapping) and (path or key != "rules"):
            yield from leaves(value, f"{path}{key}.")
        elif not path and isinstance(value, Sequence) and not isinstance(value, str):
            yield from ((f"indicators.{at}.value", one["value"]) for at, one in enumerate(value))
        elif path:
            yield f"{path}{key}", value


def _rule(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _visits(found: VisitFigures) -> dict[str, Any]:
    return {
        "required": found.required,
        "late_joiners": found.late_joiners,
        "visited": found.visited,
        "excused_gone": found.excused_gone,
        "excused_confirmed": found.excused_confirmed,
        "unvisited": found.unvisited,
        "visit_rate": rate_text(found.visit_rate),
        "gross_rate": rate_text(found.gross_rate),
        "help_rate": rate_text(found.help_rate),
        "attempts_not_reached": found.attempts_not_reached,
        "by_method": _named(found.by_method, terms.VISIT_METHODS),
        "risks_open": sum(risk.closed_on is None for risk in found.risks),
    }


def _services(found: ServiceFigures) -> dict[str, Any]:
    return {
        "person_times": _named(found.person_times, terms.SERVICE_TYPES),
        "persons": found.persons,
        "minutes": found.minutes,
        "by_payer": _named({key: number for key, number in found.by_payer.items() if key}, terms.PAYERS),
        "fee": yuan_text(found.fee_fen),
        "subsidy": yuan_text(found.subsidy_fen),
        "canteen_meals": found.canteen_meals,
        "meals_in_all": found.meals_in_all,
        "six_help": {
            "person_times": _named({kind: found.person_times[kind] for kind in found.six.types}, terms.SERVICE_TYPES),
            "persons": found.six.persons,
        },
        "coverage": {
            "disabled": found.coverage.disabled,
            "helped": found.coverage.helped,
            "unhelped": len(found.coverage.unhelped),
            "rate": rate_text(found.coverage.rate),
        },
        "packages": {
            "persons": found.packages.persons,
            "granted": found.packages.granted,
            "used": found.packages.used,
            "left": found.packages.left,
            "over": found.packages.over,
        },
        "budgets": {terms.PAYERS[line.payer]: _budget(line) for line in found.payers if line.payer},
        "ratings": {
            **_ratings(found.ratings),
            "by_type": {
                terms.SERVICE_TYPES[line.type]: {
                    "count": line.ratings.count,
                    "average": rate_text(line.ratings.average),
                }
                for line in found.lines
            },
        },
        "waiting": {
            **_waiting(found.waiting),
            "by_type": {terms.SERVICE_TYPES[line.type]: _waiting(line.waiting) for line in found.lines},
        },
    }


def _budget(line: PayerLine) -> dict[str, str]:
    known = {"budget": line.budget_fen, "used": line.borne_fen, "left": line.left_fen}
    return {name: "—" if fen is None else yuan_text(fen) for name, fen in known.items()}


def _waiting(found: Waiting) -> dict[str, Any]:
    return {"orders": found.orders, "average": rate_text(found.average), "longest": found.longest}


def _ratings(found: Ratings) -> dict[str, Any]:
    return {
        "count": found.count,
        "average": rate_text(found.average),
        "by_score": {str(score): found.by_score.get(score, 0) for score in SCORES},
    }


def _canteen(found: CanteenFigures) -> dict[str, Any]:
    served = {f"{terms.MEALS[meal]}/{terms.MEAL_MODES[mode]}": n for (meal, mode), n in found.meals.items() if n}
    return {
        "meals": served,
        "persons": found.persons,
        "guests": found.guests,
        "by_band": dict(found.by_band),
        "by_flag": {terms.FLAGS[flag]: meals for flag, (meals, _) in found.by_flag.items()},
        "persons_by_flag": {terms.FLAGS[flag]: persons for flag, (_, persons) in found.by_flag.items()},
        "price": yuan_text(found.price_fen),
        "subsidy": yuan_text(found.subsidy_fen),
        "paid": yuan_text(found.paid_fen),
        "balances": {
            **{name: yuan_text(getattr(found.balances, name)) for name in BALANCE_SUMS},
            "persons": found.balances.persons,
        },
        "food": {"days": len(found.food.days), "complete": found.food.complete},
        "ratings": _ratings(found.ratings),
        "complaints": {"received": found.complaints.received, "answered": found.complaints.answered},
    }


def _beds(found: BedFigures) -> dict[str, Any]:
    return {
        "beds": found.beds,
        "nursing_share": rate_text(found.nursing_share),
        "available_bed_days": found.available_bed_days,
        "occupied_bed_days": found.occupied_bed_days,
        "leave_bed_days": found.leave_bed_days,
        "occupancy": rate_text(found.occupancy),
        # Nobody knows it while no bed has a class.
        **({"inclusive_share": rate_text(found.inclusive_share)} if found.by_class else {}),
        "by_class": {class_word(one.bed_class): _class(one) for one in found.by_class},
        "operating_subsidy": yuan_text(found.operating_subsidy_fen),
        "day_care": {
            "places": found.day_care.places,
            "persons": found.day_care.persons,
            "attendance_days": found.day_care.attendance_days,
            "minutes": found.day_care.minutes,
            "unsigned": found.day_care.unsigned,
        },
        "home_beds": {
            "in_force_end": found.home_beds.in_force_end,
            "signed": found.home_beds.signed,
            "ended": found.home_beds.ended,
            "planned": found.home_beds.planned,
            "done": found.home_beds.done,
            "rate": rate_text(found.home_beds.rate),
            "reviews": found.home_beds.reviews,
        },
        # A centre that takes no fees of stays with this program says nothing of them.
        **({"fees": _fees(found.fees)} if found.fees is not None else {}),
    }


def _fees(found: StayFeeFigures) -> dict[str, Any]:
    return {
        **{name: yuan_text(getattr(found, name)) for name in FEE_SUMS},
        "persons_charged": found.persons_charged,
        "persons_owing": found.persons_owing,
    }


def _class(one: ClassLine) -> dict[str, Any]:
    return {
        "beds": one.beds,
        "nursing_beds": one.nursing_beds,
        "occupied_bed_days": one.occupied_days,
        "leave_bed_days": one.away_days,
        "bed_days_by_grade": {terms.GRADES.get(grade, UNGRADED): days for grade, days in one.days.items()},
    }


def _people(found: PeopleFigures) -> dict[str, Any]:
    return {
        "on_register_end": found.on_register_end,
        "added": len(found.added),
        "stopped": len(found.stopped),
        "turning": {str(age): len(lines) for age, lines in found.turning.items()},
        "by_band": dict(found.by_band),
        "by_flag": _named(found.by_flag, terms.FLAGS),
    }


def _indicator(one: Indicator) -> dict[str, Any]:
    return {
        "name": one.name,
        "plan": one.plan,
        "value": None if one.value is None else str(one.value),
        "direction": one.direction,
        "target": None if one.target is None else str(one.target),
        "met": one.met,
    }


def _named(counted: Any, words: Any) -> dict[str, int]:
    return {words[code]: number for code, number in counted.items()}

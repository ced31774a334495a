"""What a value of a sync file can be: its type, its code, and whether its day is of the period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desktop.core.period import Month
from desktop.core.trade import VisitOutcome
from desktop.core.words import terms
from desktop.sync.format import Part

Row = Mapping[str, Any]
Fits = Callable[[Any], bool]

# Columns that are no plain text, by part: "born_on:day?" may be null, "place:places-" may be empty.
_SPOKEN = {
    "residents": "document_kind:documents id_number:text? id_state:id_states sex:sexes born_on:day?"
    " household_kind:households- living:living- disability_level:number? consent_on:day? register_state:registers"
    " state_on:day?",
    "flags": "kind:flags from_on:day? to_on:day?",
    "grades": "grade:grades assessed_on:day?",
    "register_events": "state:registers on_date:day?",
    "visits": "visited_on:day method:methods outcome:outcomes health:blocks- spirit:blocks- safety:blocks-"
    " hygiene:blocks- dwelling:blocks- support:blocks-",
    "visit_needs": "type:services",
    "risks": "visit:text? found_on:day level:levels due_on:day? closed_on:day?",
    "help_services": "type:services state:service_states place:places- service_on:day minutes:number payer:payers-"
    " fee_fen:number subsidy_fen:number satisfaction:number? visit:text?",
    "meals": "resident:text? eaten_on:day meal:meals mode:meal_modes price_fen:number subsidy_fen:number"
    " paid_fen:number rule:text? rating:number?",
    "meal_prices": "valid_from:day meal:meals price_fen:number",
    "subsidy_rules": "valid_from:day min_age:number? meal:meals- mode:meal_modes- amount_fen:number"
    " day_cap_fen:number? min_spend_fen:number",
    "beds": "kind:bed_kinds mode:bed_modes state:bed_states opened_on:day? closed_on:day?",
    "bed_outages": "from_on:day to_on:day?",
    "stays": "from_on:day to_on:day?",
    "leaves": "from_on:day to_on:day?",
    "excusals": "month:month reason:excuses",
    "months": "month:month state:months version:number",
    "corrections": "month:month",
    "staff": "role:roles active:truth",
}
CODES = {
    "documents": frozenset(terms.DOCUMENT_KINDS),
    "id_states": frozenset(("valid", "to_verify", "none")),
    "sexes": frozenset(terms.SEXES),
    "households": frozenset(terms.HOUSEHOLD_KINDS),
    "living": frozenset(terms.LIVING_ARRANGEMENTS),
    "registers": frozenset(terms.REGISTER_STATES),
    "flags": frozenset(terms.FLAGS),
    "grades": frozenset(terms.GRADES),
    "methods": frozenset(terms.VISIT_METHODS),
    "outcomes": frozenset(terms.VISIT_OUTCOMES),
    "blocks": frozenset(terms.BLOCK_STATES),
    "services": frozenset(terms.SERVICE_TYPES),
    "levels": frozenset(terms.RISK_LEVELS),
    "service_states": frozenset(terms.SERVICE_STATES),
    "places": frozenset(terms.SERVICE_PLACES),
    "payers": frozenset(terms.PAYERS),
    "meals": frozenset(terms.MEALS),
    "meal_modes": frozenset(terms.MEAL_MODES),
    "bed_kinds": frozenset(terms.BED_KINDS),
    "bed_modes": frozenset(terms.BED_MODES),
    "bed_states": frozenset(terms.BED_STATES),
    "excuses": frozenset((VisitOutcome.HOSPITAL, VisitOutcome.AWAY)),
    "months": frozenset(terms.MONTH_STATES),
    "roles": frozenset(terms.ROLES),
}
_STAMPS = {"created_station": "number", "station": "number", "counter": "number", "voided_at": "text?"}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# The day by which a row belongs to a month, the span that touches it, or the month itself.
_DAYS = {"visits": "visited_on", "help_services": "service_on", "meals": "eaten_on"}
_SPANS = {"risks": ("found_on", "closed_on"), **dict.fromkeys(("bed_outages", "stays", "leaves"), ("from_on", "to_on"))}
_MONTHS = ("excusals", "months", "corrections")


def kinds_of(part: Part) -> dict[str, str]:
    """What each key of a part holds: ``text``, ``number``, ``truth``, ``day``, ``month`` or the name of codes.

    With ``?`` it may be null, with ``-`` empty.
    """
    spoken = dict(word.split(":") for word in _SPOKEN.get(part.kind, "").split())
    truths = {column.key: "truth?" for column in part.columns if column.boolean}
    return {key: (_STAMPS | truths | spoken).get(key, "text") for key in part.keys}


def checks_of(part: Part, any_code: bool = False) -> dict[str, Fits]:
    """By key whether a value can stand there; ``any_code``: a later schema may have codes that are not known here."""
    return {key: _check_of(kind, any_code) for key, kind in kinds_of(part).items()}


def misfit(checks: Mapping[str, Fits], row: Row) -> bool:
    """Whether a value of the row can be none."""
    return any(not fits(row[key]) for key, fits in checks.items())


def out_of_period(part: Part, row: Row, month: Month) -> bool:
    """Whether a row of a month's file is not of that month."""
    if part.kind in _MONTHS:
        return bool(row["month"] != str(month))
    if part.kind in _DAYS:
        return not month.first.isoformat() <= row[_DAYS[part.kind]] <= month.last.isoformat()
    if part.kind in _SPANS:
        begins, ends = (row[key] for key in _SPANS[part.kind])
        return bool(begins > month.last.isoformat() or (ends is not None and ends < month.first.isoformat()))
    return False


def _check_of(kind: str, any_code: bool) -> Fits:
    name, bare = kind.rstrip("?-"), _BARE.get(kind.rstrip("?-"))
    if bare is None:
        bare = _is_text if any_code else partial(_is_code, CODES[name] | ({""} if kind.endswith("-") else set()))
    return partial(_is_null_or, bare) if kind.endswith("?") else bare


def _is_null_or(fits: Fits, value: Any) -> bool:
    return value is None or fits(value)


def _is_text(value: Any) -> bool:
    return type(value) is str


def _is_number(value: Any) -> bool:
    return type(value) is int and -(1 << 63) <= value < 1 << 63


def _is_truth(value: Any) -> bool:
    return type(value) is bool


def _is_code(codes: frozenset[str], value: Any) -> bool:
    return type(value) is str and value in codes


def _is_day(value: Any) -> bool:
    if type(value) is not str or not _DAY.fullmatch(value):
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_month(value: Any) -> bool:
    return type(value) is str and _is_day(f"{value}-01")


_BARE: dict[str, Fits] = {
    "text": _is_text,
    "number": _is_number,
    "truth": _is_truth,
    "day": _is_day,
    "month": _is_month,
}

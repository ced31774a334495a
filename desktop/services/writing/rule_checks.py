"""What a rule's value must look like: the director edits rules, and a wrong one would falsify every figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from desktop.core.errors import FieldError
from desktop.core.reasons import Reason
from desktop.core.trade import DERIVED_FLAGS, FlagKind
from desktop.core.words import terms
from desktop.core.words.stay_fees import FEE_PARTS
from desktop.core.words.staying import LEAVE_KINDS
from desktop.core.words.work import CERTIFICATE_LEVELS

FREQUENCIES = ("week", "fortnight", "month")
Check = Callable[[Any], list[FieldError]]


def check(key: str, value: Any) -> list[FieldError]:
    """What is wrong with a value; the fields are ``value`` or the names inside it. A key without a check passes."""
    checker = _CHECKS.get(key)
    return checker(value) if checker else []


def _whole(lowest: int, highest: int, name: str = "value") -> Check:
    def checked(value: Any) -> list[FieldError]:
        if isinstance(value, bool) or not isinstance(value, int):
            return [FieldError(name, Reason.BAD_NUMBER)]
        if not lowest <= value <= highest:
            return [FieldError(name, Reason.OUT_OF_RANGE, f"{lowest}–{highest}")]
        return []

    return checked


def _one_of(allowed: Collection[str], name: str = "value") -> Check:
    return lambda value: [] if value in allowed else [FieldError(name, Reason.UNKNOWN_WORD)]


def _some_of(allowed: Collection[str], name: str = "value", empty: bool = True) -> Check:
    def checked(value: Any) -> list[FieldError]:
        if not isinstance(value, list) or any(one not in allowed for one in value):
            return [FieldError(name, Reason.UNKNOWN_WORD)]
        return [] if value or empty else [FieldError(name, Reason.REQUIRED)]

    return checked


def _table(parts: Mapping[str, Check], optional: Collection[str] = ()) -> Check:
    def checked(value: Any) -> list[FieldError]:
        if not isinstance(value, dict):
            return [FieldError("value", Reason.REQUIRED)]
        errors = [FieldError(str(name), Reason.UNKNOWN_WORD) for name in value if name not in parts]
        for name, part in parts.items():
            if name in value:
                errors += part(value[name])
            elif name not in optional:
                errors.append(FieldError(name, Reason.REQUIRED))
        return errors

    return checked


def _numbers(**bounds: tuple[int, int]) -> Check:
    return _table({name: _whole(lowest, highest, name) for name, (lowest, highest) in bounds.items()})


def _hours(value: Any) -> list[FieldError]:
    errors = _table({"lunch_from": _time("lunch_from"), "dinner_from": _time("dinner_from")})(value)
    if not errors and value["dinner_from"] <= value["lunch_from"]:
        errors.append(FieldError("dinner_from", Reason.ENDS_BEFORE_START))
    return errors


def _time(name: str) -> Check:
    return lambda value: (
        [] if isinstance(value, str) and _HH_MM.fullmatch(value) else [FieldError(name, Reason.BAD_TIME)]
    )


_HH_MM = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
# What a capability grade may propose, the graver first.
PROPOSED_FLAGS = (FlagKind.DISABLED, FlagKind.PARTLY_DISABLED)
_FLAGS = tuple(kind for kind in terms.FLAGS if kind not in DERIVED_FLAGS)
_TIER = _table(
    {
        "risk_levels": _some_of(terms.RISK_LEVELS, "risk_levels"),
        "risk_blocks": _whole(0, len(terms.VISIT_BLOCKS), "risk_blocks"),
        "attention_blocks": _whole(0, len(terms.VISIT_BLOCKS), "attention_blocks"),
        "grades": _some_of(terms.GRADES, "grades"),
        "flags": _some_of(_FLAGS, "flags"),
    }
)
_PRIORITY = _table(
    {
        "economic": _some_of(terms.ECONOMIC_FLAGS, "economic"),
        "flags": _some_of(_FLAGS, "flags"),
        "age": _whole(0, 150, "age"),
    }
)
_SHARES = _numbers(**dict.fromkeys(FEE_PARTS, (0, 100)))
_CHECKS: dict[str, Check] = {
    "visit_roster_flags": _some_of(tuple(terms.FLAGS), empty=False),
    "visit_cutoff_day": _whole(1, 31),
    "visit_target_day": _whole(1, 31),
    "visit_unreached_door": _whole(1, 9),
    "education_times": _whole(1, 99),
    "assessment_months": _whole(1, 60),
    "visit_frequency": _table(
        {
            "default": _one_of(("month",), "default"),
            "medium_risk": _one_of(FREQUENCIES, "medium_risk"),
            "high_risk": _one_of(FREQUENCIES, "high_risk"),
            "crisis_hours": _whole(1, 168, "crisis_hours"),
        },
        optional=("medium_risk",),
    ),
    "visit_risk_tiers": _table({"high": _TIER, "medium": _TIER}),
    "grade_proposals": _table({kind: _some_of(terms.GRADES, kind) for kind in PROPOSED_FLAGS}),
    "visit_honesty": _numbers(
        burst_visits=(3, 500),
        burst_minutes=(1, 240),
        same_words_people=(2, 500),
        same_words_letters=(1, 200),
        two_places_minutes=(1, 240),
        last_evening_hour=(0, 23),
        last_evening_share=(1, 100),
        last_evening_people=(1, 500),
    ),
    "bed_operating_subsidy_fen": _numbers(**dict.fromkeys(terms.GRADES, (0, 10_000_000))),
    "carer_allowance_fen": _numbers(**dict.fromkeys(CERTIFICATE_LEVELS, (0, 10_000_000))),
    "stay_fees": _one_of(("off", "on")),
    "stay_fee_leave": _table({"from_day": _whole(1, 366, "from_day"), **dict.fromkeys(LEAVE_KINDS, _SHARES)}),
    "bed_subsidy_ungraded": _one_of(("", *terms.GRADES)),
    "bed_subsidy_by": _one_of(("day", "last_night")),
    "canteen_hours": _hours,
    "order_stale": _numbers(waiting_days=(0, 365), past_days=(0, 365), urgent_minutes=(1, 1440)),
    "service_follow_up": _table(
        {"always": _some_of(terms.SERVICE_TYPES, "always"), "percent": _whole(0, 100, "percent")}
    ),
    "waiting_classes": _table({"first": _PRIORITY, "second": _PRIORITY}),
    "contract_days": _whole(0, 366),
    "waiting_offer": _numbers(days=(0, 365)),
    "six_help": _some_of(terms.SERVICE_TYPES, empty=False),
    "food_sample": _numbers(grams=(1, 5000), hours=(1, 720)),
}

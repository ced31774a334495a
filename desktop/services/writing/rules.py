"""Rules of counting as effective-dated data (table ``rule``); the defaults stand in resources/rules."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.paths import resource
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.models.centre import Rule
from desktop.services.writing import rule_checks
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

ALWAYS = dt.date(1900, 1, 1)
# Rules that say what is done on a day; all others count a month, by its first.
OF_A_DAY = frozenset(
    {"assessment_months", "canteen_hours", "contract_days", "food_sample", "waiting_classes", "waiting_offer"}
)


@dataclass(frozen=True)
class RuleRow:
    """A value of a rule and the first day on which it counts."""

    id: int
    key: str
    valid_from: dt.date
    value: Any
    note: str


@dataclass(frozen=True)
class RuleVersion:
    """One value of a rule: valid from ``valid_from`` (None: always) to ``valid_to`` (None: still)."""

    valid_from: dt.date | None
    valid_to: dt.date | None
    value: Any
    note: str
    set_at: str


@dataclass(frozen=True)
class TierRule:
    """What puts somebody into a risk tier, any one of these; 0 blocks and an empty tuple ask nothing."""

    risk_levels: tuple[str, ...]
    risk_blocks: int
    attention_blocks: int
    grades: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True)
class OrderLimits:
    """How long an order may wait: days until somebody is sent, days past the planned one, minutes of urgent help."""

    waiting_days: int
    past_days: int
    urgent_minutes: int


@dataclass(frozen=True)
class FollowUpRule:
    """Whose services are asked about (回访): all of these types, and so many per cent of the others."""

    always: tuple[str, ...]
    percent: int


@dataclass(frozen=True)
class LeaveFees:
    """What a day of leave costs: from which day in a row on, and the per cent of each part by the kind of leave."""

    from_day: int
    percent: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class PriorityRule:
    """Who waits in a class of priority: one of the economic categories, and one of the others or the age (0: none)."""

    economic: tuple[str, ...]
    flags: tuple[str, ...]
    age: int


def value(key: str, on: dt.date) -> Any:
    """The rule's value as it is kept on a date; who counts by it asks the rule's own reader.

    LookupError when there is none, which is a bug in the defaults.
    """
    row = query.fetch_one(
        "SELECT value FROM living_rule WHERE key = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1",
        [key, on.isoformat()],
    )
    if row is not None:
        return json.loads(row[0])
    # A centre that is older than the rule lives by what the program ships.
    if key not in _shipped():
        raise LookupError(f"no rule {key} on {on}")
    return json.loads(_shipped()[key][0])


def roster_flags(on: dt.date) -> frozenset[str]:
    """Which flags put somebody on the roster (应访名单)."""
    return frozenset(value("visit_roster_flags", on))


def cutoff_day(on: dt.date) -> int:
    """Up to which day of a month somebody new counts in it already."""
    return int(value("visit_cutoff_day", on))


def target_day(on: dt.date) -> int:
    """By which day of a month the visits are to be done."""
    return int(value("visit_target_day", on))


def calls_until_door(on: dt.date) -> int:
    """After how many calls in a row that nobody answered somebody goes to the door."""
    return int(value("visit_unreached_door", on))


def frequency(tier: str, on: dt.date) -> str:
    """How often a risk tier is visited: week, fortnight or month."""
    found: Mapping[str, str] = value("visit_frequency", on)
    return found.get(f"{tier}_risk", found["default"])


def crisis_hours(on: dt.date) -> int:
    """Within how many hours of a crisis somebody is visited."""
    return int(value("visit_frequency", on)["crisis_hours"])


def risk_tiers(on: dt.date) -> dict[str, TierRule]:
    """What puts somebody into the tier high or medium."""
    found: Mapping[str, Any] = value("visit_risk_tiers", on)
    return {
        tier: TierRule(
            tuple(one["risk_levels"]),
            one["risk_blocks"],
            one["attention_blocks"],
            tuple(one["grades"]),
            tuple(one["flags"]),
        )
        for tier, one in found.items()
    }


def grade_proposals() -> Callable[[str, dt.date | None], str]:
    """The category that a grade of a day (None: before any record) proposes, ``""`` for none; read once for many."""
    versions = history("grade_proposals")

    def proposed(grade: str, on: dt.date | None) -> str:
        day = on or ALWAYS
        held = next(one.value for one in versions if one.valid_from is None or one.valid_from <= day)
        return next((flag for flag in rule_checks.PROPOSED_FLAGS if grade in held[flag]), "")

    return proposed


def honesty_limits(on: dt.date) -> dict[str, int]:
    """The limits of the honesty checks, by name."""
    return {name: int(limit) for name, limit in value("visit_honesty", on).items()}


def bed_subsidy_fen(on: dt.date) -> dict[str, int]:
    """The operating subsidy of a bed and month by capability grade, in fen."""
    return {grade: int(fen) for grade, fen in value("bed_operating_subsidy_fen", on).items()}


def bed_subsidy_ungraded(on: dt.date) -> str:
    """As which grade somebody without one earns it; empty: not at all."""
    return str(value("bed_subsidy_ungraded", on))


def bed_subsidy_by(on: dt.date) -> str:
    """Whose grade pays: ``day`` that of each night, ``last_night`` that of the month's last."""
    return str(value("bed_subsidy_by", on))


def stay_fees_on(month: dt.date) -> bool:
    """Whether the centre takes fees of stays with this program in the month that begins on that day."""
    return bool(value("stay_fees", month) == "on")


def stay_fee_leave(month: dt.date) -> LeaveFees:
    """What a day of leave costs in the month that begins on that day."""
    found: Mapping[str, Any] = value("stay_fee_leave", month)
    return LeaveFees(int(found["from_day"]), {kind: one for kind, one in found.items() if kind != "from_day"})


def carer_allowance_fen(on: dt.date) -> dict[str, int]:
    """The allowance of a carer for a month (护理补助) by the level of the certificate, in fen."""
    return {level: int(fen) for level, fen in value("carer_allowance_fen", on).items()}


def canteen_hours(on: dt.date) -> tuple[str, str]:
    """From when on lunch and dinner are served (HH:MM)."""
    found: Mapping[str, str] = value("canteen_hours", on)
    return found["lunch_from"], found["dinner_from"]


def food_sample(on: dt.date) -> tuple[int, int]:
    """How many grams of a dish are kept at least, and for how many hours."""
    found: Mapping[str, int] = value("food_sample", on)
    return int(found["grams"]), int(found["hours"])


def order_limits(on: dt.date) -> OrderLimits:
    """How long an order may wait."""
    return OrderLimits(**value("order_stale", on))


def follow_up(on: dt.date) -> FollowUpRule:
    """Who is asked how a service pleased."""
    found: Mapping[str, Any] = value("service_follow_up", on)
    return FollowUpRule(tuple(found["always"]), int(found["percent"]))


def waiting_classes(on: dt.date) -> dict[str, PriorityRule]:
    """The first two classes of priority of those who wait for a bed."""
    found: Mapping[str, Any] = value("waiting_classes", on)
    return {
        name: PriorityRule(tuple(one["economic"]), tuple(one["flags"]), int(one["age"])) for name, one in found.items()
    }


def waiting_offer_days(on: dt.date) -> int:
    """How many days an offered bed waits for an answer."""
    return int(value("waiting_offer", on)["days"])


def contract_days(on: dt.date) -> int:
    """How many days before its end a contract is to be seen to."""
    return int(value("contract_days", on))


def six_help(on: dt.date) -> tuple[str, ...]:
    """Which types of the ten are the six of other plans (六助)."""
    return tuple(value("six_help", on))


def assessment_months() -> Callable[[dt.date], int]:
    """For how many months an ability assessment of a day holds; read once for many."""
    versions = history("assessment_months")
    return lambda day: int(next(one.value for one in versions if one.valid_from is None or one.valid_from <= day))


def education_times(on: dt.date) -> int:
    """From how many lessons (助学) in a year on somebody often takes part in education."""
    return int(value("education_times", on))


def in_force(keys: Iterable[str], on: dt.date) -> dict[str, str]:
    """The values on a date as JSON text, for the rule note (口径) beneath a figure."""
    return {key: json.dumps(value(key, on), ensure_ascii=False) for key in keys}


def listed() -> list[RuleRow]:
    """Every value of every rule: by rule, the newest first."""
    found = query.fetch("SELECT id, key, valid_from, value, note FROM living_rule ORDER BY key, valid_from DESC")
    return [RuleRow(row[0], row[1], dt.date.fromisoformat(row[2]), json.loads(row[3]), row[4]) for row in found]


def known_keys() -> tuple[str, ...]:
    """Every rule that the program knows, in the order of resources/rules/counting.toml."""
    return tuple(_shipped())


def history(key: str) -> tuple[RuleVersion, ...]:
    """Every value that a rule has, the newest first."""
    rows = query.fetch(
        "SELECT valid_from, value, note, created_at FROM living_rule WHERE key = ? ORDER BY valid_from DESC",
        [key],
    )
    if key in _shipped() and ALWAYS.isoformat() not in (row[0] for row in rows):
        rows = [*rows, (ALWAYS.isoformat(), *_shipped()[key], "")]
    found: list[RuleVersion] = []
    until: dt.date | None = None
    for text, kept, note, at in rows:
        first = dt.date.fromisoformat(text)
        found.append(RuleVersion(first if first != ALWAYS else None, until, json.loads(kept), note, at))
        until = first - dt.timedelta(days=1)
    return tuple(found)


def validate(key: str, new: Any) -> list[FieldError]:
    """What keeps a value from becoming the rule."""
    return rule_checks.check(key, new) if key in _shipped() else [FieldError("key", Reason.UNKNOWN_WORD)]


def set_rule(actor: Actor, key: str, valid_from: dt.date, new: Any, note: str = "") -> None:
    """Let the rule have another value from a date on; only the director may, and never for a closed month."""
    errors = validate(key, new)
    if errors:
        raise InvalidDraft(errors)
    with writing(actor, Action.SET_RULE, note) as unit:
        same_day = Rule.get_or_none(Rule.key == key, Rule.valid_from == valid_from, Rule.voided_at.is_null())
        if same_day is not None:
            unit.void(same_day, note or "replaced")
        _add(unit, key, valid_from, json.dumps(new, ensure_ascii=False), note)


def add_defaults(unit: Unit) -> None:
    """Give a new centre the rules that the program ships, valid from before any record."""
    for key, (kept, note) in _shipped().items():
        _add(unit, key, ALWAYS, kept, note)


@cache
def _shipped() -> dict[str, tuple[str, str]]:
    with resource("rules", "counting.toml").open("rb") as file:
        shipped = tomllib.load(file)
    return {key: (json.dumps(entry["value"], ensure_ascii=False), entry["note"]) for key, entry in shipped.items()}


def _add(unit: Unit, key: str, valid_from: dt.date, kept: str, note: str) -> None:
    unit.add(Rule(key=key, valid_from=valid_from, value=kept, note=note))

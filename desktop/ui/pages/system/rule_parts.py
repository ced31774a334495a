"""The parts of each rule of counting as fields that a director reads: ticks, numbers, choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.core.dates import read_time
from desktop.core.i18n import translate
from desktop.core.money import parse_yuan, yuan_text
from desktop.core.trade import DERIVED_FLAGS, RiskTier
from desktop.core.words.stay_fees import FEE_PARTS
from desktop.core.words.staying import LEAVE_KINDS
from desktop.core.words.terms import ECONOMIC_FLAGS, FLAGS, GRADES, RISK_LEVELS, RISK_TIERS, SERVICE_TYPES
from desktop.core.words.waiting import PRIORITIES
from desktop.core.words.work import CERTIFICATE_LEVELS
from desktop.services.writing.rule_checks import PROPOSED_FLAGS
from desktop.ui.forms.choice_fields import CheckRow, PickField, SegmentField
from desktop.ui.forms.field import Field
from desktop.ui.forms.text_fields import MoneyField, TextField

NUMBER, FLAG_SET, ECONOMIC_SET, LEVEL_SET, GRADE_SET, TYPE_SET, FREQUENCY, GRADE, YUAN, WHICH_NIGHT, TIME, ON_OFF = (
    "number",
    "flags",
    "economic",
    "levels",
    "grades",
    "types",
    "frequency",
    "grade",
    "yuan",
    "which night",
    "time",
    "on or off",
)
_SETS = (FLAG_SET, ECONOMIC_SET, LEVEL_SET, GRADE_SET, TYPE_SET)


@dataclass(frozen=True)
class RulePart:
    """One field of a rule: the way to it inside the value (empty: the value itself), its words, its kind."""

    path: tuple[str, ...]
    words: str
    kind: str
    group: str = ""

    @property
    def name(self) -> str:
        """The field's name in the form."""
        return ".".join(self.path) or "value"


def parts_of(key: str) -> tuple[RulePart, ...]:
    """The fields of a rule; empty for one that this page does not know."""
    single = _single(key)
    return (single,) if single is not None else _several(key)


def make_field(part: RulePart) -> Field:
    """An empty field of a part."""
    if part.kind in _SETS:
        # A tier asks for recorded flags; the roster may ask for those that follow from other facts too.
        typed = {code: word for code, word in FLAGS.shown.items() if not part.path or code not in DERIVED_FLAGS}
        words = {LEVEL_SET: RISK_LEVELS.shown, GRADE_SET: GRADES.shown, TYPE_SET: SERVICE_TYPES.shown}
        words[ECONOMIC_SET] = ECONOMIC_FLAGS.shown
        return CheckRow(words.get(part.kind, typed))
    if part.kind == FREQUENCY:
        return SegmentField(frequency_words())
    if part.kind == WHICH_NIGHT:
        return SegmentField(night_words())
    if part.kind == ON_OFF:
        return SegmentField(on_off_words())
    if part.kind == GRADE:
        return PickField({"": translate("Rules", "no subsidy"), **GRADES.shown})
    return MoneyField() if part.kind == YUAN else TextField()


def frequency_words() -> dict[str, str]:
    """How often somebody is visited."""
    return {
        "week": translate("Rules", "weekly"),
        "fortnight": translate("Rules", "every two weeks"),
        "month": translate("Rules", "monthly"),
    }


def night_words() -> dict[str, str]:
    """Whose grade pays for a night."""
    return {
        "day": translate("Rules", "the grade of each night"),
        "last_night": translate("Rules", "the grade of the last night"),
    }


def on_off_words() -> dict[str, str]:
    """Whether the centre does it with this program."""
    return {"off": translate("Rules", "off"), "on": translate("Rules", "on")}


def shown(part: RulePart, value: Any) -> object:
    """What a field shows of a rule's value."""
    for step in part.path:
        value = value.get(step) if isinstance(value, Mapping) else None
    if part.kind == YUAN:
        return yuan_text(int(value or 0))
    return tuple(value or ()) if part.kind in _SETS else "" if value is None else str(value)


def read_value(parts: tuple[RulePart, ...], values: Mapping[str, object]) -> Any:
    """The rule's value from the fields; what is no number is left for the service to refuse."""
    whole: dict[str, Any] = {}
    for part in parts:
        found = _read(part.kind, values[part.name])
        if not part.path:
            return found
        place = whole
        for step in part.path[:-1]:
            place = place.setdefault(step, {})
        place[part.path[-1]] = found
    return whole


def _read(kind: str, typed: object) -> Any:
    if isinstance(typed, tuple):
        return list(typed)
    text = str(typed).strip()
    if kind == YUAN:
        try:
            return int(parse_yuan(text) * 100)
        except ValueError:
            return text
    if kind == TIME:
        try:
            return f"{read_time(text):%H:%M}"
        except ValueError:
            return text
    return int(text) if kind == NUMBER and text.isascii() and text.isdigit() else text


def _single(key: str) -> RulePart | None:
    day, times = translate("Rules", "Day of the month"), translate("Rules", "Calls in a row")
    kinds = {
        "visit_roster_flags": (translate("Rules", "Flags"), FLAG_SET),
        "six_help": (translate("Rules", "Types of the six"), TYPE_SET),
        "visit_cutoff_day": (day, NUMBER),
        "visit_target_day": (day, NUMBER),
        "visit_unreached_door": (times, NUMBER),
        "education_times": (translate("Rules", "Lessons in a year"), NUMBER),
        "assessment_months": (translate("Rules", "Months"), NUMBER),
        "contract_days": (translate("Rules", "Days before the end"), NUMBER),
        "bed_subsidy_ungraded": (translate("Rules", "As which grade"), GRADE),
        "bed_subsidy_by": (translate("Rules", "Paid by"), WHICH_NIGHT),
        "stay_fees": (translate("Rules", "Fees of stays"), ON_OFF),
    }
    return RulePart((), *kinds[key]) if key in kinds else None


def _several(key: str) -> tuple[RulePart, ...]:
    if key == "visit_frequency":
        return (
            RulePart(("default",), RISK_TIERS.shown[RiskTier.ORDINARY], FREQUENCY),
            RulePart(("medium_risk",), RISK_TIERS.shown[RiskTier.MEDIUM], FREQUENCY),
            RulePart(("high_risk",), RISK_TIERS.shown[RiskTier.HIGH], FREQUENCY),
            RulePart(("crisis_hours",), translate("Rules", "Hours after a crisis"), NUMBER),
        )
    if key == "visit_risk_tiers":
        return tuple(part for tier in ("high", "medium") for part in _tier(tier))
    if key == "visit_honesty":
        return tuple(RulePart((name,), words, NUMBER) for name, words in honesty_words().items())
    if key == "bed_operating_subsidy_fen":
        return tuple(RulePart((grade,), word, YUAN) for grade, word in GRADES.shown.items())
    if key == "carer_allowance_fen":
        return tuple(RulePart((level,), word, YUAN) for level, word in CERTIFICATE_LEVELS.shown.items())
    if key == "canteen_hours":
        return (
            RulePart(("lunch_from",), translate("Rules", "Lunch from"), TIME),
            RulePart(("dinner_from",), translate("Rules", "Dinner from"), TIME),
        )
    if key == "grade_proposals":
        words = translate("Rules", "“{flag}” from grade")
        return tuple(RulePart((flag,), words.format(flag=FLAGS.shown[flag]), GRADE_SET) for flag in PROPOSED_FLAGS)
    return _orders_and_food(key)


def _orders_and_food(key: str) -> tuple[RulePart, ...]:
    if key == "order_stale":
        return (
            RulePart(("waiting_days",), translate("Rules", "Days until it is dispatched"), NUMBER),
            RulePart(("past_days",), translate("Rules", "Days past the planned day"), NUMBER),
            RulePart(("urgent_minutes",), translate("Rules", "Urgent help: minutes"), NUMBER),
        )
    if key == "service_follow_up":
        return (
            RulePart(("always",), translate("Rules", "All services of"), TYPE_SET),
            RulePart(("percent",), translate("Rules", "Per cent of the others"), NUMBER),
        )
    if key == "food_sample":
        return (
            RulePart(("grams",), translate("Rules", "Grams"), NUMBER),
            RulePart(("hours",), translate("Rules", "Hours kept"), NUMBER),
        )
    return _waiting(key)


def _waiting(key: str) -> tuple[RulePart, ...]:
    if key == "waiting_classes":
        return tuple(part for name in ("first", "second") for part in _priority(name))
    if key == "waiting_offer":
        return (RulePart(("days",), translate("Rules", "Days for an answer"), NUMBER),)
    if key == "stay_fee_leave":
        first = RulePart(("from_day",), translate("Rules", "From which day of leave in a row"), NUMBER)
        return (first, *(part for kind in LEAVE_KINDS for part in _leave(kind)))
    return ()


def _leave(kind: str) -> Iterator[RulePart]:
    words = translate("Rules", "{part}: per cent")
    for part, word in FEE_PARTS.shown.items():
        yield RulePart((kind, part), words.format(part=word), NUMBER, LEAVE_KINDS.shown[kind])


def _priority(name: str) -> tuple[RulePart, ...]:
    word = PRIORITIES.shown[name]
    return (
        RulePart((name, "economic"), translate("Rules", "One of the economic categories"), ECONOMIC_SET, word),
        RulePart((name, "flags"), translate("Rules", "And one of these"), FLAG_SET, word),
        RulePart((name, "age"), translate("Rules", "Or the age of (0: none)"), NUMBER, word),
    )


def _tier(tier: str) -> tuple[RulePart, ...]:
    word = RISK_TIERS.shown[tier]
    return (
        RulePart((tier, "risk_levels"), translate("Rules", "Open risks of level"), LEVEL_SET, word),
        RulePart((tier, "risk_blocks"), translate("Rules", "Blocks at risk, at least"), NUMBER, word),
        RulePart((tier, "attention_blocks"), translate("Rules", "Blocks of concern, at least"), NUMBER, word),
        RulePart((tier, "grades"), translate("Rules", "Capability grade"), GRADE_SET, word),
        RulePart((tier, "flags"), translate("Rules", "Flags"), FLAG_SET, word),
    )


def honesty_words() -> dict[str, str]:
    """The limits of the honesty checks."""
    return {
        "burst_visits": translate("Rules", "Typed in one go: visits"),
        "burst_minutes": translate("Rules", "Typed in one go: within minutes"),
        "same_words_people": translate("Rules", "Same words: people"),
        "same_words_letters": translate("Rules", "Same words: letters at least"),
        "two_places_minutes": translate("Rules", "Two places: minutes between"),
        "last_evening_hour": translate("Rules", "Last evening: from hour"),
        "last_evening_share": translate("Rules", "Last evening: per cent of people"),
        "last_evening_people": translate("Rules", "Last evening: people at least"),
    }

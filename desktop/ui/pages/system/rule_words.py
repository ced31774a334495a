"""A rule's value as people say it."""

from __future__ import annotations

from typing import Any

from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.trade import RiskTier
from desktop.core.words.stay_fees import FEE_PARTS
from desktop.core.words.staying import LEAVE_KINDS
from desktop.core.words.terms import FLAGS, GRADES, RISK_LEVELS, RISK_TIERS, SERVICE_TYPES
from desktop.core.words.waiting import PRIORITIES
from desktop.core.words.work import CERTIFICATE_LEVELS
from desktop.services.writing.rules import RuleVersion
from desktop.ui.pages.system.rule_parts import frequency_words, honesty_words, night_words, on_off_words

_NUMBERS = (
    *("visit_cutoff_day", "visit_target_day", "visit_unreached_door", "education_times", "assessment_months"),
    "contract_days",
)


def rule_words(key: str, value: Any) -> str:
    """A rule's value in words."""
    if key in _NUMBERS:
        return _number(key, value)
    if key in ("visit_roster_flags", "six_help"):
        words = {**FLAGS.shown, **SERVICE_TYPES.shown}
        return "、".join(words.get(one, one) for one in value)
    if key == "visit_frequency":
        return _frequency(value)
    if key == "visit_risk_tiers":
        return "；".join(
            f"{RISK_TIERS.shown[tier]}：{_tier(value[tier])}" for tier in ("high", "medium") if tier in value
        )
    if key == "grade_proposals":
        named = {flag: "、".join(GRADES.shown[one] for one in grades) for flag, grades in value.items()}
        return "；".join(f"{FLAGS.shown[flag]}：{grades or '—'}" for flag, grades in named.items())
    if key == "visit_honesty":
        return "　".join(f"{words} {value[name]}" for name, words in honesty_words().items() if name in value)
    return _beds_food_orders(key, value)


def span_words(version: RuleVersion) -> str:
    """From when to when a value holds."""
    first = version.valid_from.isoformat() if version.valid_from else translate("Rules", "always")
    last = version.valid_to.isoformat() if version.valid_to else ""
    return f"{first} — {last}".strip()


def _number(key: str, value: Any) -> str:
    if key in ("visit_cutoff_day", "visit_target_day"):
        return translate("Rules", "day {day}").format(day=value)
    if key == "assessment_months":
        return translate("Rules", "{count} months").format(count=value)
    if key == "contract_days":
        return translate("Rules", "{count} days before the end").format(count=value)
    return translate("Rules", "{count} times").format(count=value)


def _beds_food_orders(key: str, value: Any) -> str:
    if key in ("bed_operating_subsidy_fen", "carer_allowance_fen"):
        grades = {**GRADES.shown, **CERTIFICATE_LEVELS.shown}
        return "　".join(f"{grades[code]} {yuan_text(fen)}" for code, fen in value.items())
    if key == "bed_subsidy_ungraded":
        return translate("Rules", "as {grade}").format(grade=GRADES.shown.get(value, value))
    if key == "bed_subsidy_by":
        return night_words().get(str(value), str(value))
    if key == "canteen_hours":
        words = translate("Rules", "lunch from {lunch}, dinner from {dinner}")
        return words.format(lunch=value["lunch_from"], dinner=value["dinner_from"])
    if key == "order_stale":
        words = translate(
            "Rules", "not dispatched after {waiting} days, {past} days past its day; urgent help {urgent} minutes"
        )
        return words.format(waiting=value["waiting_days"], past=value["past_days"], urgent=value["urgent_minutes"])
    if key == "service_follow_up":
        always = "、".join(SERVICE_TYPES.shown.get(one, one) for one in value["always"])
        words = translate("Rules", "all of {always}, {percent} % of the others")
        return words.format(always=always or "—", percent=value["percent"])
    if key == "food_sample":
        return translate("Rules", "{grams} g for {hours} hours").format(grams=value["grams"], hours=value["hours"])
    return _waiting(key, value)


def _waiting(key: str, value: Any) -> str:
    if key == "waiting_classes":
        return "；".join(f"{PRIORITIES.shown[name]}：{_priority(value[name])}" for name in ("first", "second"))
    if key == "waiting_offer":
        return translate("Rules", "{days} days for an answer").format(days=value["days"])
    if key == "stay_fees":
        return on_off_words().get(str(value), str(value))
    if key == "stay_fee_leave":
        return _leave(value)
    return _plain(value)


def _frequency(value: Any) -> str:
    words = frequency_words()
    said = translate("Rules", "{ordinary} {default}, {medium} {often}, {high} {most}, after a crisis {hours} hours")
    return said.format(
        ordinary=RISK_TIERS.shown[RiskTier.ORDINARY],
        default=words.get(value["default"], value["default"]),
        medium=RISK_TIERS.shown[RiskTier.MEDIUM],
        often=words.get(value.get("medium_risk", "month"), ""),
        high=RISK_TIERS.shown[RiskTier.HIGH],
        most=words.get(value["high_risk"], value["high_risk"]),
        hours=value["crisis_hours"],
    )


def _tier(value: Any) -> str:
    found = [RISK_LEVELS.shown.get(one, one) for one in value["risk_levels"]]
    parts = [translate("Rules", "open risk {levels}").format(levels="、".join(found))] if found else []
    if value["risk_blocks"]:
        parts.append(translate("Rules", "{count} blocks at risk").format(count=value["risk_blocks"]))
    if value["attention_blocks"]:
        parts.append(translate("Rules", "{count} blocks of concern").format(count=value["attention_blocks"]))
    parts += [GRADES.shown.get(one, one) for one in value["grades"]]
    parts += [FLAGS.shown.get(one, one) for one in value["flags"]]
    return translate("Rules", " or ").join(parts)


def _priority(value: Any) -> str:
    economic, others = ([FLAGS.shown.get(one, one) for one in value[part]] for part in ("economic", "flags"))
    if value["age"]:
        others.append(translate("Rules", "{age} and older").format(age=value["age"]))
    either = translate("Rules", " or ")
    return translate("Rules", " and ").join(either.join(part) for part in (economic, others) if part) or "—"


def _leave(value: Any) -> str:
    first = translate("Rules", "from day {day} of leave").format(day=value["from_day"])
    percents = (
        f"{word} {'、'.join(f'{FEE_PARTS.shown[part]} {value[kind][part]} %' for part in FEE_PARTS)}"
        for kind, word in LEAVE_KINDS.shown.items()
    )
    return "　".join((first, *percents))


def _plain(value: Any) -> str:
    # A rule of which this page knows no words: its numbers, the note beside them says what they are.
    parts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]
    if any(isinstance(part, dict | list) for part in parts):
        return translate("Rules", "several limits")
    return "、".join(FLAGS.shown.get(str(part), str(part)) for part in parts)

"""The due board in words, signs and colours; the printed words of tiers and crises are those of the glossary."""

from __future__ import annotations

import datetime as dt

from desktop.core.answers import DueKind
from desktop.core.i18n import translate
from desktop.core.trade import RiskTier
from desktop.core.words.terms import CRISIS_KINDS, FLAGS, GRADES, RISK_LEVELS, RISK_TIERS
from desktop.services.visits.due_board import DuePerson, DueReason
from desktop.services.visits.tiers import TierReason
from desktop.ui.forms.text_fields import day_text
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.chips import Chips, ChipSpec

TIER_TONES = {"high": Tone.DANGER, "medium": Tone.ATTENTION, "ordinary": Tone.NEUTRAL}
SECTION_TONES = {"overdue": Tone.DANGER, "today": Tone.ATTENTION, "this_week": Tone.ACCENT, "later": Tone.NEUTRAL}


def section_words() -> dict[str, str]:
    """The four sections in their order."""
    return {
        "overdue": translate("DueBoard", "Overdue"),
        "today": translate("DueBoard", "Today"),
        "this_week": translate("DueBoard", "This week"),
        "later": translate("DueBoard", "Later"),
    }


def signs(row: DuePerson) -> Chips:
    """The tier, and whether somebody has to go to the door; nothing for who is ordinary."""
    chips = []
    if row.tier.level != RiskTier.ORDINARY:
        chips.append(ChipSpec(RISK_TIERS.shown[row.tier.level], TIER_TONES[row.tier.level]))
    if row.door:
        chips.append(ChipSpec(translate("DueBoard", "to the door"), Tone.ATTENTION))
    return Chips(tuple(chips))


def due_chip(row: DuePerson) -> Chips | str:
    """When the person is due; what is late or due today has a sign."""
    if row.due_on is None:
        return translate("DueBoard", "no day set")
    if row.bucket == "overdue":
        return Chips((ChipSpec(translate("DueBoard", "{day} late").format(day=f"{row.due_on:%m-%d}"), Tone.DANGER),))
    if row.bucket == "today":
        return Chips((ChipSpec(translate("DueBoard", "Today"), Tone.ATTENTION),))
    return day_text(row.due_on)


def reason_words(reason: DueReason) -> str:
    """Why somebody is due."""
    if reason.kind == DueKind.MONTH:
        return translate("DueBoard", "monthly visit")
    if reason.kind == DueKind.WEEK:
        return translate("DueBoard", "visit by risk tier")
    if reason.kind == DueKind.CRISIS:
        word = CRISIS_KINDS.shown.get(reason.words, reason.words)
        return translate("DueBoard", "{crisis}: within 24 hours").format(crisis=word)
    if reason.kind == DueKind.RISK:
        return translate("DueBoard", "open risk: {what}").format(what=reason.words)
    return reason.words


def why(row: DuePerson) -> str:
    """All reasons in one line, the most pressing first."""
    return "、".join(dict.fromkeys(reason_words(reason) for reason in row.reasons))


def reasons_text(row: DuePerson) -> str:
    """Each reason on a line with its day."""
    return "\n".join(" ".join((reason_words(one), _by(one.due_on))).strip() for one in row.reasons)


def tier_text(row: DuePerson) -> str:
    """The tier with what puts the person there."""
    found = "、".join(_tier_reason(one) for one in row.tier.reasons)
    word = RISK_TIERS.shown[row.tier.level]
    return translate("DueBoard", "{tier} ({why})").format(tier=word, why=found) if found else word


def tried_text(row: DuePerson) -> str:
    """How often the person was tried this month, and when last."""
    if not row.attempts:
        return ""
    words = translate("DueBoard", "{count} times, last on {day}")
    if row.tried_on is None:
        return translate("DueBoard", "{count} times").format(count=row.attempts)
    return words.format(count=row.attempts, day=day_text(row.tried_on))


def _by(day: dt.date | None) -> str:
    return "" if day is None else translate("DueBoard", "by {day}").format(day=day_text(day))


def _tier_reason(one: TierReason) -> str:
    if one.code == "risk_levels":
        return translate("DueBoard", "open risk, {level}").format(level=RISK_LEVELS.shown.get(one.value, one.value))
    if one.code == "risk_blocks":
        return translate("DueBoard", "{count} blocks at risk").format(count=one.value)
    if one.code == "attention_blocks":
        return translate("DueBoard", "{count} blocks of concern").format(count=one.value)
    return GRADES.shown.get(one.value) or FLAGS.shown.get(one.value, one.value)

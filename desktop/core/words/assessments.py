"""The words of the ability assessment: areas, risk events, reasons."""

from __future__ import annotations

from desktop.core.assessment import Area, AssessmentReason, RiskEvent, Worse, items
from desktop.core.i18n import language
from desktop.core.words.tables import Terms

AREAS = Terms(
    {
        Area.SELF_CARE: ("自理能力", "self-care"),
        Area.MOVEMENT: ("基础运动", "movement"),
        Area.MIND: ("精神状态", "mind"),
        Area.SENSES: ("感知觉与社会参与", "senses"),
    }
)
RISK_EVENTS = Terms(
    {
        RiskEvent.FALL: ("跌倒", "fall"),
        RiskEvent.LOST: ("走失", "getting lost"),
        RiskEvent.CHOKING: ("噎食", "choking"),
        RiskEvent.SELF_HARM: ("自杀自伤", "suicide or self-harm"),
        RiskEvent.OTHER: ("其他", "other"),
    }
)
ASSESSMENT_REASONS = Terms(
    {
        AssessmentReason.FIRST: ("首次", "first"),
        AssessmentReason.ROUTINE: ("常规", "routine"),
        AssessmentReason.AT_ONCE: ("即时", "at once"),
        AssessmentReason.AGAIN: ("复评", "again"),
        AssessmentReason.OTHER: ("其他", "other"),
    }
)
WORSE = Terms(
    {
        Worse.COMA: ("昏迷", "coma"),
        Worse.DEMENTIA: ("认知障碍或痴呆（F00–F03）", "dementia (F00-F03)"),
        Worse.MENTAL: ("其他精神疾病（F04–F99）", "another mental disease (F04-F99)"),
        Worse.EVENTS: ("近30天风险事件", "risk events of the last 30 days"),
    }
)


def item_word(key: str) -> str | None:
    """What an item of the assessment is called, by its key; None for anything else."""
    found = next((one for one in items() if one.key == key), None)
    if found is None:
        return None
    return found.english if language() == "en" else found.name

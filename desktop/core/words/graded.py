"""What an assessment came to and why, as one sentence: 62 分 中度；近30天跌倒2次，上调一级 → 重度."""

from __future__ import annotations

from desktop.core.assessment import Graded, Worse
from desktop.core.i18n import translate
from desktop.core.trade import Capability
from desktop.core.words.assessments import RISK_EVENTS, WORSE
from desktop.core.words.tables import Terms

# A sentence about grades says them short.
_SHORT = Terms(
    {
        Capability.INTACT: ("完好", "fully able"),
        Capability.MILD: ("轻度", "mild"),
        Capability.MODERATE: ("中度", "moderate"),
        Capability.SEVERE: ("重度", "severe"),
        Capability.COMPLETE: ("完全", "complete"),
    }
)


def sentence(graded: Graded) -> str:
    """The points with their grade; what makes it worse, and what it is then."""
    comma, semicolon = translate("GradedWords", ", "), translate("GradedWords", "; ")
    parts = []
    if graded.total is not None and graded.by_points is not None:
        words = translate("GradedWords", "{points} points, {grade}")
        parts.append(words.format(points=graded.total, grade=_SHORT.shown[graded.by_points]))
    if graded.why:
        parts.append(_change(graded, comma))
    return semicolon.join(parts)


def _change(graded: Graded, comma: str) -> str:
    becomes = f" → {_SHORT.shown[graded.grade]}"
    if Worse.COMA in graded.why:
        return WORSE.shown[Worse.COMA] + becomes
    between = translate("GradedWords", " and ")
    why = between.join(_events(graded, between) if one is Worse.EVENTS else WORSE.shown[one] for one in graded.why)
    if graded.grade == graded.by_points:
        return why + comma + translate("GradedWords", "already the worst level")
    return why + comma + translate("GradedWords", "one level worse") + becomes


def _events(graded: Graded, between: str) -> str:
    words = translate("GradedWords", "{what} × {count}")
    said = (words.format(what=RISK_EVENTS.shown[kind], count=count) for kind, count in graded.events.items())
    return translate("GradedWords", "in 30 days {events}").format(events=between.join(said))

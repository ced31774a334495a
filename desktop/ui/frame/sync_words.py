"""How it stands with a sync file, in the words of the handbook; they tell the truth."""

from __future__ import annotations

from desktop.core.i18n import QT_TRANSLATE_NOOP, translate
from desktop.core.period import Month
from desktop.core.words.months import month_text

FULL = "full"
# Handbook section 5.
ENTERED = QT_TRANSLATE_NOOP("Sync", "entered")
EXPORTED = QT_TRANSLATE_NOOP("Sync", "exported")
RECEIVED = QT_TRANSLATE_NOOP("Sync", "received")


def period_text(period: str) -> str:
    """The period of a file in words."""
    return translate("Sync", "everything") if period == FULL else month_text(Month.parse(period))

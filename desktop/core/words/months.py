"""A month in words, the same everywhere: 2026年10月."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.period import Month


def month_text(month: Month) -> str:
    """A month in words: 2026年10月."""
    return translate("Months", "{year}-{month}").format(year=month.year, month=month.number)


def month_of(text: str) -> str:
    """A month that is kept as 2026-10, in words; any other text as it is."""
    try:
        return month_text(Month.parse(text))
    except ValueError:
        return text

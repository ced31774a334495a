"""Words and small pieces that several reports share: flags, dates, yuan, rules in a note."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from desktop.core.document import Cell
from desktop.core.money import to_yuan
from desktop.core.period import Month
from desktop.core.words.terms import FLAGS

BAND_WORDS = {
    "<60": "60岁以下",
    "60-69": "60-69岁",
    "70-79": "70-79岁",
    "80-89": "80-89岁",
    "90+": "90岁及以上",
}
UNKNOWN = "未登记"
TOTAL = "合计"


def month_words(month: Month) -> str:
    """A month as a form writes it: ``2026年10月``."""
    return f"{month.year}年{month.number}月"


def day_words(day: dt.date | None) -> Cell:
    """A date in a table, a dash where there is none."""
    return None if day is None else day.isoformat()


def yuan(fen: int) -> Decimal:
    """An amount of money in a table, in yuan."""
    return to_yuan(fen)


def hours(minutes: int) -> Decimal:
    """Minutes as hours with two decimals."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))


def word(words: Mapping[str, str], code: str) -> str:
    """The Chinese word of a code; what is not a code stands as it is."""
    return words.get(code, code) or UNKNOWN


def flag_words(flags: Iterable[str]) -> str:
    """A resident's special-needs flags in one cell."""
    return "、".join(FLAGS.get(flag, flag) for flag in flags)


def rule(rules: Mapping[str, str], key: str, default: Any) -> Any:
    """A rule that the month was counted by, as the figures carry it (JSON text)."""
    return json.loads(rules[key]) if key in rules else default

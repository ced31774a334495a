"""Percentages as all reports print them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def rate(part: int, whole: int) -> Decimal | None:
    """Percentage with two decimals, half-up; None for 0 ÷ 0 and everything else over nothing."""
    if whole <= 0:
        return None
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)


def rate_text(value: Decimal | None) -> str:
    """``82.34``, or a dash where there is nothing to divide by."""
    return "—" if value is None else str(value)

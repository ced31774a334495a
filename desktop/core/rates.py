"""Percentages as every paper and every screen shows them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

# How a plan writes that its target is a least, or a most.
AIM_SIGNS = {">=": "≥", "<=": "≤"}
_WHOLE, _ALMOST = Decimal("100.00"), Decimal("99.99")


def rate(part: int, whole: int) -> Decimal | None:
    """Percentage with two decimals, half-up; None for 0 ÷ 0 and everything else over nothing.

    100.00 is said only of a part that is the whole: what rounds up to it from below is 99.99.
    """
    if whole <= 0:
        return None
    found = (Decimal(part) * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return _ALMOST if found == _WHOLE and part < whole else found


def average(total: int, count: int) -> Decimal | None:
    """What there is of each with two decimals, half-up; None of none."""
    return None if count <= 0 else (Decimal(total) / count).quantize(Decimal("0.01"), ROUND_HALF_UP)


def reaches(part: int, whole: int, target: Decimal) -> bool | None:
    """Whether part ÷ whole is at least ``target`` percent, by the counts; None where there is nothing to divide by."""
    return None if whole <= 0 else compares(part * 100, target * whole, ">=")


def compares(value: Decimal | int, target: Decimal, direction: str) -> bool:
    """Whether a value is at least (``>=``) or at most (``<=``) its target."""
    return value <= target if direction == "<=" else value >= target


def share(part: int, whole: int, per: int) -> Decimal | None:
    """``part`` for each ``per`` of ``whole`` with two decimals, half-up; of a hundred it is ``rate``."""
    if per == 100:
        return rate(part, whole)
    return None if whole <= 0 else (Decimal(part) * per / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)


def rate_text(value: Decimal | None) -> str:
    """``82.34``, or a dash where there is nothing to divide by."""
    return "—" if value is None else str(value)


def percent_text(part: int, whole: int) -> str:
    """``82.34%``, or a dash where there is nothing to divide by."""
    found = rate(part, whole)
    return "—" if found is None else f"{found}%"

"""Quantities with decimals: as typed outside, whole thousandths or tenths in the database."""

from __future__ import annotations

import unicodedata
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_UNITS = ("摄氏度", "℃", "°C", "°", "度")


def parse_scaled(text: str, places: int) -> int:
    """What is typed (``12.5``, ``-18℃``) in units of that decimal place.

    ValueError on more decimals, or on anything else than a number.
    """
    cleaned = unicodedata.normalize("NFKC", text).strip().replace(",", "").replace("−", "-")
    for unit in _UNITS:
        cleaned = cleaned.removesuffix(unit).strip()
    try:
        value = Decimal(cleaned).scaleb(places)
    except InvalidOperation as error:
        raise ValueError(f"not a number: {text}") from error
    if not value.is_finite() or value != value.to_integral_value():
        raise ValueError(f"not a number of {places} decimals: {text}")
    return int(value)


def scaled_text(value: int, places: int) -> str:
    """The same as it would be typed, without zeros at its end: 12500 of three places is ``12.5``."""
    return f"{Decimal(value).scaleb(-places).normalize():f}"


def hours_text(minutes: int) -> str:
    """Minutes as hours with two decimals: 90 is ``1.50``."""
    return f"{(Decimal(minutes) / 60).quantize(Decimal('0.01'), ROUND_HALF_UP)}"

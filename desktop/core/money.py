"""Money: Decimal yuan outside, integer fen in the database."""

from __future__ import annotations

import unicodedata
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

FEN = Decimal("0.01")


def to_fen(yuan: Decimal) -> int:
    """Yuan to fen, half-up."""
    return int((yuan.quantize(FEN, ROUND_HALF_UP) * 100).to_integral_value())


def to_yuan(fen: int) -> Decimal:
    """Fen to yuan with two decimals."""
    return (Decimal(fen) / 100).quantize(FEN)


def yuan_shown(fen: int) -> str:
    """Fen as ``1,234.50``: a sum that is read, not typed again."""
    return f"{to_yuan(fen):,}"


def parse_yuan(text: str) -> Decimal:
    """Read what a clerk types (``12``, ``12.50``, ``¥12``, ``12元``); ValueError on anything else."""
    cleaned = unicodedata.normalize("NFKC", text).strip().strip("¥").removesuffix("元").replace(",", "").strip()
    try:
        value = Decimal(cleaned)
    except InvalidOperation as error:
        raise ValueError(f"not an amount: {text}") from error
    if not value.is_finite() or value < 0 or value > 10_000_000:
        raise ValueError(f"not an amount: {text}")
    return value.quantize(FEN, ROUND_HALF_UP)


def yuan_text(fen: int) -> str:
    """Fen as ``1234.50``."""
    return str(to_yuan(fen))


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def capitals(fen: int) -> str:
    """Fen as a receipt writes it (大写): ``壹佰贰拾元整``, ``壹仟零伍元零陆分``; below nothing with 负."""
    if fen < 0:
        return f"负{capitals(-fen)}"
    yuan, jiao, cents = fen // 100, fen // 10 % 10, fen % 10
    whole = f"{_whole(yuan)}元" if yuan else ""
    if not jiao and not cents:
        return f"{whole or '零元'}整"
    gap = "零" if whole and not jiao else ""
    tenths = f"{_DIGITS[jiao]}角" if jiao else ""
    return whole + gap + tenths + (f"{_DIGITS[cents]}分" if cents else "整")


def _whole(number: int) -> str:
    """A number above nothing in groups of four digits; one 零 stands for all noughts between two digits."""
    words, gap = "", False
    for at in range((len(str(number)) - 1) // 4, -1, -1):
        group = number // 10_000**at % 10_000
        if group:
            words += ("零" if words and (gap or group < 1000) else "") + _group(group) + _GROUPS[at]
            gap = False
        else:
            gap = True
    return words


def _group(number: int) -> str:
    words, gap = "", False
    for at in range(3, -1, -1):
        digit = number // 10**at % 10
        if digit:
            words += ("零" if words and gap else "") + _DIGITS[digit] + _PLACES[at]
            gap = False
        else:
            gap = True
    return words

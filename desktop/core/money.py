"""Money: Decimal yuan outside, integer fen in the database."""

from __future__ import annotations

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
    cleaned = text.strip().strip("¥￥").removesuffix("元").replace(",", "").strip()
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

"""Codes of the beds beside those of the trade: the class of a bed, how far its insurance reaches."""

from __future__ import annotations

from enum import StrEnum


class BedClass(StrEnum):
    """For whom a bed is kept (S3): those whom the state keeps, everybody at a fair price, the market."""

    BASIC = "basic"
    INCLUSIVE = "inclusive"
    MARKET = "market"


class Insured(StrEnum):
    """How far the liability insurance of a bed reaches on a day."""

    IN_FORCE = "in_force"
    ENDS_SOON = "ends_soon"
    UNDATED = "undated"
    OVER = "over"
    NONE = "none"

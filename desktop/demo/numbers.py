"""ID numbers that are well formed and belong to nobody, and the ways in which workbooks damage them."""

from __future__ import annotations

import datetime as dt
import random
from enum import Enum

from desktop.core.person.identity import check_character
from desktop.core.trade import Sex

_WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


class Fault(Enum):
    """How a clerk or Excel wrote a number."""

    NONE = "none"
    DAMAGED = "damaged"
    WRONG_DIGIT = "wrong_digit"
    MISSING = "missing"
    FIFTEEN = "fifteen"
    SPACED = "spaced"
    WIDE = "wide"
    APOSTROPHE = "apostrophe"
    OTHER_SEX = "other_sex"

    @property
    def lost(self) -> bool:
        """Nobody can read the right number from what is written."""
        return self in {Fault.DAMAGED, Fault.WRONG_DIGIT, Fault.MISSING}


class NumberMaker:
    """Draws ID numbers in division codes that were never assigned; no number comes twice."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._taken: set[str] = set()

    def draw(self, division: str, born: dt.date, sex: str) -> str:
        """A number with the right check digit for a birth date and a sex."""
        while True:
            order = self._rng.randrange(10, 499) * 2 + (sex == Sex.MALE)
            body = f"{division}{born:%Y%m%d}{order:03d}"
            if body not in self._taken:
                self._taken.add(body)
                return body + check_character(body)


def written(number: str, fault: Fault) -> str | float:
    """The number as it stands in the workbook; a float is a number that Excel has cut to 15 digits."""
    match fault:
        case Fault.DAMAGED:
            # What Excel makes of a typed number: fifteen digits of precision, the rest is gone for good.
            return float(number[:15] + "000")
        case Fault.WRONG_DIGIT:
            return number[:16] + str((int(number[16]) + 2) % 10) + number[17:]
        case Fault.MISSING:
            return ""
        case Fault.FIFTEEN:
            return number[:6] + number[8:17]
        case Fault.SPACED:
            return f"{number[:6]} {number[6:14]} {number[14:]}"
        case Fault.WIDE:
            return number.translate(_WIDE)
        case Fault.APOSTROPHE:
            return f"'{number}"
        case _:
            return number

"""Fees of a stay: their codes, and the lines of which the charge of a month is made."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from desktop.core.period import Month


class FeePart(StrEnum):
    """What somebody who stays pays for."""

    BED = "bed"
    CARE = "care"
    MEALS = "meals"


class FeeUnit(StrEnum):
    """Whether a rate is of a calendar month, of which a night is its share, or of a night."""

    MONTH = "month"
    DAY = "day"


class ChargeState(StrEnum):
    """Where the fees of a month of somebody stand: a rate is missing, to be charged, charged, charged otherwise."""

    NO_RATE = "no_rate"
    TO_CHARGE = "to_charge"
    DIFFERS = "differs"
    CHARGED = "charged"


@dataclass(frozen=True)
class FeeLine:
    """Nights in a row that cost the same: the rate, the share of it in per cent, and what of the month it comes to.

    ``what`` is the place of the bed, or the code of the grade; ``leave`` the kind of leave that lowers the share.
    ``of_days`` are the days of the month of which a night is one, 1 for a rate by night.
    """

    part: str
    first: dt.date
    last: dt.date
    nights: int
    what: str
    unit: str
    rate_fen: int
    percent: int
    leave: str
    of_days: int
    fen: int


@dataclass(frozen=True)
class FeeGap:
    """A part of a stay for which the centre takes fees, but has no rate that fits, from this night on."""

    part: str
    what: str
    day: dt.date


@dataclass(frozen=True)
class Leaving:
    """What is to be settled with somebody who leaves.

    ``balance_fen`` of the fees, below nothing owed; ``open_fen`` is still to be charged, below nothing given back;
    ``lacking`` are the months that cannot be counted for want of a rate, and are not in it.
    """

    balance_fen: int
    open_fen: int
    deposit_fen: int
    lacking: tuple[Month, ...]

    @property
    def left_fen(self) -> int:
        """The balance once all is charged; below nothing what is owed."""
        return self.balance_fen - self.open_fen

    @property
    def settles_fen(self) -> int:
        """What is given back once the deposit paid what is owed; below nothing what is still to be paid."""
        return self.left_fen + self.deposit_fen


def kept(lines: Iterable[FeeLine]) -> str:
    """Lines as a charge keeps them."""
    return json.dumps([asdict(one) for one in lines], ensure_ascii=False, sort_keys=True, default=dt.date.isoformat)


def read(text: str) -> tuple[FeeLine, ...]:
    """The lines that a charge kept."""
    return tuple(
        FeeLine(**one | {name: dt.date.fromisoformat(one[name]) for name in ("first", "last")})
        for one in json.loads(text)
    )

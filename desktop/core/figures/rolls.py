"""The lists of a month that offices ask for: changes of allowances, 集中供养特困人员, carers (handbook 4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core.answers import AllowanceStep
from desktop.core.figures.behind import Behind
from desktop.core.figures.people import PersonLine
from desktop.core.trade import StopReason


@dataclass(frozen=True)
class AllowanceChange:
    """An allowance that began, stopped or got another class (档次) on a day; no ``reason``: nobody said one."""

    person: PersonLine
    kind: str
    step: AllowanceStep
    day: dt.date
    before: str = ""
    after: str = ""
    reason: StopReason | str = ""


@dataclass(frozen=True)
class Receiving:
    """How many receive an allowance on the eve of the month and at its end."""

    before: int
    after: int


@dataclass(frozen=True)
class TurningLine:
    """Somebody who reaches 80, 90 or 100 in the month, and the old-age allowance held at its end."""

    person: PersonLine
    day: dt.date
    age: int
    held: bool
    detail: str


@dataclass(frozen=True)
class KeptLine:
    """A destitute person kept in an institution in the month: on how many of its days, in which bed of the centre."""

    person: PersonLine
    grade: str
    since: dt.date | None
    until: dt.date | None
    days: int
    bed: str
    admitted: dt.date | None


@dataclass(frozen=True)
class CarerLine:
    """A carer in the month: on how many of its days, and the certificate that is in force at its end.

    ``allowance_fen`` is the allowance of the month (护理补助), on one line of everybody who gets it.
    """

    name: str
    unit: str
    since: dt.date | None
    until: dt.date | None
    days: int
    certificate: str
    valid_to: dt.date | None
    certified: bool
    level: str = ""
    allowance_fen: int = 0


@dataclass(frozen=True)
class Rolls:
    """The three lists of a month."""

    changes: tuple[AllowanceChange, ...] = ()
    receiving: Mapping[str, Receiving] = field(default_factory=dict)
    turning: tuple[TurningLine, ...] = ()
    kept: tuple[KeptLine, ...] = ()
    carers: tuple[CarerLine, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    behind: Mapping[str, Behind] = field(default_factory=dict, repr=False, compare=False)

    @property
    def allowed(self) -> int:
        """How many carers get the allowance of the month."""
        return sum(one.allowance_fen > 0 for one in self.carers)

    @property
    def allowance_fen(self) -> int:
        """What the carers' allowances of the month come to."""
        return sum(one.allowance_fen for one in self.carers)

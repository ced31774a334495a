"""Everything that a month's reports print, and the centre that they speak for."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.core.answers import Unfinished
from desktop.core.centre import Centre
from desktop.core.figures.beds import BedFigures
from desktop.core.figures.canteen import CanteenFigures
from desktop.core.figures.indicators import Indicator
from desktop.core.figures.people import PeopleFigures
from desktop.core.figures.rolls import Rolls
from desktop.core.figures.services import ServiceFigures
from desktop.core.figures.visits import VisitFigures
from desktop.core.period import Month


@dataclass(frozen=True)
class CorrectedMonth:
    """A closed month that was put right (更正单): by which correction, who approved it, and the version it made."""

    month: str
    number: int
    reason: str
    second_person: str
    paper: str
    answered_at: str
    version: int


@dataclass(frozen=True)
class Explanation:
    """Why something unfinished of a month may stand (情况说明): for how many, in whose words, of which day."""

    kind: Unfinished
    words: str
    count: int
    by: str
    on: str


@dataclass(frozen=True)
class MonthFigures:
    """Everything that a month's reports print; ``bed_shares`` are those of beds against every plan."""

    centre: Centre
    month: Month
    visits: VisitFigures
    services: ServiceFigures
    canteen: CanteenFigures
    beds: BedFigures
    people: PeopleFigures
    indicators: tuple[Indicator, ...]
    rolls: Rolls = field(default_factory=Rolls)
    corrected: tuple[CorrectedMonth, ...] = ()
    explained: tuple[Explanation, ...] = ()
    bed_shares: tuple[Indicator, ...] = ()

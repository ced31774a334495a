"""An indicator of a plan in a month: what it is made of, what came out, whether the target is met (handbook 4)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.core.figures.behind import Behind, Ratio, Selection

PERCENT = "%"


@dataclass(frozen=True)
class Part:
    """A count that an indicator is made of; ``value`` None: nobody has typed it. A typed one has its day and source."""

    key: str
    value: int | None
    as_of: dt.date | None = None
    source: str = ""
    behind: Selection | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Indicator:
    """One indicator of a plan: ``met`` is None where the centre lacks a number or the document sets no target.

    ``numerator`` None: no room and nobody here knows it. ``per``: 100 for percent.
    """

    name: str
    plan: str
    value: Decimal | None
    direction: str
    target: Decimal | None
    met: bool | None
    document: str = ""
    clause: str = ""
    page: str = ""
    unit: str = PERCENT
    per: int = 100
    numerator: Part | None = None
    denominator: Part | None = None
    remark: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it is made of."""
        return tuple(one for one in (self.numerator, self.denominator) if one is not None)

    @property
    def behind(self) -> Behind | None:
        """Who and what it is made of; None where any part was typed or is missing."""
        selections = [one.behind for one in self.parts if one.behind is not None]
        if not selections or len(selections) < len(self.parts):
            return None
        return Ratio(*selections) if len(selections) == 2 else selections[0]

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of the counts that nobody has typed."""
        return tuple(one.key for one in self.parts if one.value is None)

    @property
    def doubtful(self) -> bool:
        """Whether a part is larger than the whole that it is of, which no true figures are."""
        above, below = self.numerator, self.denominator
        if self.unit != PERCENT or above is None or below is None or above.value is None or below.value is None:
            return False
        return above.value > below.value > 0

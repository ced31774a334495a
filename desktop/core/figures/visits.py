"""Visits of a month as value objects (handbook 4, Visits)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.core.figures.behind import Behind
from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.core.rates import rate
from desktop.core.trade import VisitOutcome

# How long a risk has been open: words, and from how many to how many days.
RISK_AGES = (("7天内", 0, 7), ("8至30天", 8, 30), ("30天以上", 31, 100_000))


@dataclass(frozen=True)
class VisitedLine:
    """A required person who was reached: first date of the month, how, by whom, how often."""

    person: PersonLine
    first_on: dt.date
    method: str
    visitors: str
    times: int


@dataclass(frozen=True)
class UnvisitedLine:
    """A required person not yet reached, with the last contact ever and this month's attempts."""

    person: PersonLine
    last_contact: dt.date | None
    attempts: int
    last_outcome: str

    @property
    def reason(self) -> str:
        """Why: the outcome of the last attempt, or ``untried``."""
        return self.last_outcome or "untried"


@dataclass(frozen=True)
class ExcusedLine:
    """A required person whom the month excuses: ``reason`` is deceased, moved_out, cancelled, hospital or away."""

    person: PersonLine
    reason: str
    since: dt.date | None


@dataclass(frozen=True)
class RiskLine:
    """A risk that was found or still open in the month.

    ``age_days`` counts from its finding to its close, or to the day of counting; ``overdue``: not closed when due.
    """

    risk_id: int
    person: PersonLine
    found_on: dt.date
    what: str
    level: str
    action: str
    due_on: dt.date | None
    closed_on: dt.date | None
    result: str
    age_days: int = 0
    overdue: bool = False


@dataclass(frozen=True)
class VisitGroup:
    """The visit counts of one community or one flag."""

    name: str
    required: int
    excused: int
    visited: int
    unvisited: int

    @property
    def visit_rate(self) -> Decimal | None:
        """实访 ÷ (应访 − 免访)."""
        return rate(self.visited, self.required - self.excused)


@dataclass(frozen=True)
class VisitorLine:
    """What one visitor did: required people reached, visits that reached somebody by method, attempts in vain."""

    name: str
    people: int
    by_method: Mapping[str, int]
    attempts: int

    @property
    def times(self) -> int:
        """人次: visits that reached somebody."""
        return sum(self.by_method.values())


@dataclass(frozen=True)
class TrendPoint:
    """The visit counts of one month in a row of months; not ``recorded``: before the first visit on record."""

    month: Month
    required: int
    excused: int
    visited: int
    unvisited: int
    recorded: bool = True

    @property
    def visit_rate(self) -> Decimal | None:
        """月探访率; None where nothing was recorded yet."""
        return rate(self.visited, self.required - self.excused) if self.recorded else None


@dataclass(frozen=True)
class VisitFigures:
    """Visits of a month (handbook section 4, Visits).

    ``helped`` of ``helped_of``: required people living at home, not excused, who were reached, served or fed;
    ``behind`` says of each figure by its name in the contract what it is made of.
    """

    month: Month
    visited_people: tuple[VisitedLine, ...]
    unvisited_people: tuple[UnvisitedLine, ...]
    excused_people: tuple[ExcusedLine, ...]
    late_joiners_people: tuple[PersonLine, ...]
    risks: tuple[RiskLine, ...]
    by_community: tuple[VisitGroup, ...]
    by_flag: tuple[VisitGroup, ...]
    by_method: Mapping[str, int]
    by_visitor: Mapping[str, int]
    attempts_not_reached: int
    helped: int
    helped_of: int
    rules: Mapping[str, str]
    visitors: tuple[VisitorLine, ...] = ()
    people_by_method: Mapping[str, int] = field(default_factory=dict)
    trend: tuple[TrendPoint, ...] = ()
    behind: Mapping[str, Behind] = field(default_factory=dict, repr=False, compare=False)

    @property
    def required(self) -> int:
        """应访."""
        return len(self.visited_people) + len(self.unvisited_people) + len(self.excused_people)

    @property
    def visited(self) -> int:
        """实访."""
        return len(self.visited_people)

    @property
    def unvisited(self) -> int:
        """未访."""
        return len(self.unvisited_people)

    @property
    def late_joiners(self) -> int:
        """新增 after the cut-off day, counted from next month."""
        return len(self.late_joiners_people)

    @property
    def excused_gone(self) -> int:
        """免访 because deceased, moved out or cancelled during the month."""
        return sum(line.reason not in {VisitOutcome.HOSPITAL, VisitOutcome.AWAY} for line in self.excused_people)

    @property
    def excused_confirmed(self) -> int:
        """免访 because in hospital or away at every attempt, confirmed by the director."""
        return len(self.excused_people) - self.excused_gone

    @property
    def to_visit(self) -> int:
        """应访 − 免访."""
        return self.required - len(self.excused_people)

    @property
    def visit_rate(self) -> Decimal | None:
        """月探访率 = 实访 ÷ (应访 − 免访)."""
        return rate(self.visited, self.to_visit)

    @property
    def gross_rate(self) -> Decimal | None:
        """实访 ÷ 应访."""
        return rate(self.visited, self.required)

    @property
    def help_rate(self) -> Decimal | None:
        """探访帮扶率: reached, or given any help service or canteen meal, among those who live at home."""
        return rate(self.helped, self.helped_of)

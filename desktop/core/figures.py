"""The figures of a month as value objects; screen, paper, workbook, command and sync file show the same ones.

Rates are percentages with two decimals, None for 0 ÷ 0 (printed as —). Money is in fen, time in minutes.
The rules are those of handbook section 4; ``desktop.services.figures`` computes them from rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.core.period import Month
from desktop.core.rates import rate as rate
from desktop.core.rates import rate_text as rate_text
from desktop.core.visit_lines import TrendPoint as TrendPoint
from desktop.core.visit_lines import VisitorLine as VisitorLine


@dataclass(frozen=True)
class Centre:
    """The centre that the data folder belongs to."""

    name: str
    number: str
    plan: str
    district: str = ""
    station: int = 1


@dataclass(frozen=True)
class PersonLine:
    """A resident as a list prints one; the ID number is masked."""

    resident_id: int
    name: str
    sex: str
    age: int | None
    id_masked: str
    community: str
    address: str
    phone: str
    flags: tuple[str, ...]


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
class VisitFigures:
    """Visits of a month (handbook section 4, Visits)."""

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
    rules: Mapping[str, str]
    visitors: tuple[VisitorLine, ...] = ()
    people_by_method: Mapping[str, int] = field(default_factory=dict)
    trend: tuple[TrendPoint, ...] = ()

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
        return sum(line.reason not in {"hospital", "away"} for line in self.excused_people)

    @property
    def excused_confirmed(self) -> int:
        """免访 because in hospital or away at every attempt, confirmed by the director."""
        return len(self.excused_people) - self.excused_gone

    @property
    def visit_rate(self) -> Decimal | None:
        """月探访率 = 实访 ÷ (应访 − 免访)."""
        return rate(self.visited, self.required - len(self.excused_people))

    @property
    def gross_rate(self) -> Decimal | None:
        """实访 ÷ 应访."""
        return rate(self.visited, self.required)

    @property
    def help_rate(self) -> Decimal | None:
        """探访帮扶率 = reached or given any help service ÷ (应访 − 免访)."""
        return rate(self.helped, self.required - len(self.excused_people))


@dataclass(frozen=True)
class ServiceLine:
    """One service type of a month: 人次, 人数, minutes, fee, subsidy; person-times by community."""

    type: str
    person_times: int
    persons: int
    minutes: int
    fee_fen: int
    subsidy_fen: int
    by_community: Mapping[str, int]
    by_place: Mapping[str, int]


@dataclass(frozen=True)
class ServiceFigures:
    """Ten-help services done in a month (handbook section 4, Ten-help); all ten types, zeros included."""

    month: Month
    lines: tuple[ServiceLine, ...]
    communities: tuple[str, ...]
    persons: int
    minutes: int
    by_payer: Mapping[str, int]
    fee_fen: int
    subsidy_fen: int
    canteen_meals: int
    rules: Mapping[str, str]

    @property
    def person_times(self) -> Mapping[str, int]:
        """人次 by type code."""
        return {line.type: line.person_times for line in self.lines}

    @property
    def total(self) -> int:
        """人次 of all types, canteen meals apart."""
        return sum(line.person_times for line in self.lines)


@dataclass(frozen=True)
class CanteenDay:
    """Meals served on one date, by (meal, mode)."""

    day: dt.date
    meals: Mapping[tuple[str, str], int]

    @property
    def total(self) -> int:
        """人次 of the day."""
        return sum(self.meals.values())


@dataclass(frozen=True)
class CanteenPerson:
    """One resident's meals of a month."""

    person: PersonLine
    meals: int
    price_fen: int
    subsidy_fen: int
    paid_fen: int


@dataclass(frozen=True)
class CanteenFigures:
    """Canteen of a month (handbook section 4, Canteen); guests (临时) are in ``guests`` only."""

    month: Month
    meals: Mapping[tuple[str, str], int]
    cells: Mapping[tuple[str, str, str], int]
    by_day: tuple[CanteenDay, ...]
    people: tuple[CanteenPerson, ...]
    guests: int
    guest_paid_fen: int
    by_band: Mapping[str, int]
    price_fen: int
    subsidy_fen: int
    paid_fen: int
    rules: Mapping[str, str]

    @property
    def persons(self) -> int:
        """人数: distinct residents."""
        return len(self.people)

    @property
    def total(self) -> int:
        """人次 of residents."""
        return sum(self.meals.values())


@dataclass(frozen=True)
class StayLine:
    """One stay's part in a month; ``from_on`` and ``to_on`` are those of the stay, the days those of the month."""

    person: PersonLine
    bed: str
    kind: str
    mode: str
    grade: str
    from_on: dt.date
    to_on: dt.date | None
    occupied_days: int
    leave_days: int
    subsidy_fen: int


@dataclass(frozen=True)
class BedFigures:
    """Beds of a month (handbook section 4, Beds)."""

    month: Month
    beds: int
    nursing_beds: int
    in_service_end: int
    occupied_end: int
    available_bed_days: int
    occupied_bed_days: int
    leave_bed_days: int
    stays: tuple[StayLine, ...]
    subsidy_by_grade: Mapping[str, tuple[int, int]]
    operating_subsidy_fen: int
    rules: Mapping[str, str]

    @property
    def nursing_share(self) -> Decimal | None:
        """护理型占比 at month end."""
        return rate(self.nursing_beds, self.beds)

    @property
    def occupancy(self) -> Decimal | None:
        """入住率 = (occupied + leave) ÷ available."""
        return rate(self.occupied_bed_days + self.leave_bed_days, self.available_bed_days)


@dataclass(frozen=True)
class ChangeLine:
    """Somebody who came onto or left the register in the month."""

    person: PersonLine
    day: dt.date | None
    reason: str


@dataclass(frozen=True)
class PeopleFigures:
    """Register at the end of a month (handbook section 4, People). ``by_band_sex`` keys: (band, sex)."""

    month: Month
    on_register_end: int
    by_band_sex: Mapping[tuple[str, str], int]
    by_band: Mapping[str, int]
    by_flag: Mapping[str, int]
    by_flag_band: Mapping[tuple[str, str], int]
    by_community: Mapping[str, int]
    by_grade: Mapping[str, int]
    by_living: Mapping[str, int]
    added: tuple[ChangeLine, ...]
    stopped: tuple[ChangeLine, ...]
    turning: Mapping[int, tuple[ChangeLine, ...]]
    health_record_65: tuple[int, int]
    family_doctor_65: tuple[int, int]
    to_verify: int
    rules: Mapping[str, str]


@dataclass(frozen=True)
class Indicator:
    """One indicator of a plan: ``met`` is None where the centre lacks a number."""

    name: str
    plan: str
    value: Decimal | None
    direction: str
    target: Decimal
    met: bool | None


@dataclass(frozen=True)
class MonthFigures:
    """Everything that a month's reports print."""

    centre: Centre
    month: Month
    visits: VisitFigures
    services: ServiceFigures
    canteen: CanteenFigures
    beds: BedFigures
    people: PeopleFigures
    indicators: tuple[Indicator, ...]

"""What the home page tells, read from the services in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.answers import HonestyState
from desktop.core.figures.visits import UnvisitedLine
from desktop.core.period import Month, birthday
from desktop.core.rates import percent_text
from desktop.services.beds import lacking, offers
from desktop.services.beds.lacking import Lacking
from desktop.services.beds.offers import FreeBed
from desktop.services.canteen import meals as canteen
from desktop.services.canteen import scanning
from desktop.services.canteen.scanning import DayCounts
from desktop.services.contracts import due
from desktop.services.contracts.due import ContractLine
from desktop.services.day_care import attendance
from desktop.services.figures.register_end import TURNING
from desktop.services.food import complaints, licences, purchases, samples
from desktop.services.food.licences import DueLicence
from desktop.services.food.purchases import PurchaseRow
from desktop.services.help_services import orders as help_services
from desktop.services.help_services import standing_orders
from desktop.services.help_services.orders import ServiceRow
from desktop.services.help_services.standing_orders import Due
from desktop.services.home_beds import progress
from desktop.services.home_beds.progress import Attention
from desktop.services.keeping import rehearsing
from desktop.services.people import listing as people
from desktop.services.people.listing import DueCertificate
from desktop.services.register import listing as residents
from desktop.services.register import snapshot
from desktop.services.register.listing import RegisterCounts
from desktop.services.register.snapshot import Register
from desktop.services.residents import assessments, grades, proposals
from desktop.services.residents.grades import Contested
from desktop.services.residents.proposals import Proposal
from desktop.services.stay_fees import due as fees_due
from desktop.services.stay_fees.due import FeesDue
from desktop.services.visits import due_board, honesty, risks, roster
from desktop.services.visits.risks import OpenRisk
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.ui.pages.home.first_steps import Step, first_steps


@dataclass(frozen=True)
class Birthday:
    """Somebody who reaches an age for which there is an allowance."""

    resident_id: int
    name: str
    age: int
    on: dt.date


@dataclass(frozen=True)
class HomeFacts:
    """Visits, meals, what is open, what comes up."""

    today: dt.date
    required: int
    visited: int
    excused: int
    unvisited: tuple[UnvisitedLine, ...]
    late_joiners: int
    meals: DayCounts
    days: tuple[tuple[dt.date, int], ...]
    risks: tuple[OpenRisk, ...]
    orders: tuple[ServiceRow, ...]
    birthdays: tuple[Birthday, ...]
    register: RegisterCounts
    queued: int
    month_before: str
    overdue: int
    findings: int
    certificates: tuple[DueCertificate, ...]
    proposed: tuple[Proposal, ...]
    contested: tuple[Contested, ...]
    assess: tuple[assessments.Due, ...]
    steps: dict[Step, bool]
    unpriced: int
    samples_due: int
    expired: tuple[PurchaseRow, ...]
    licences: tuple[DueLicence, ...]
    complaints: int
    standing_due: tuple[Due, ...]
    unsigned: int
    home_beds: Attention
    free_beds: tuple[FreeBed, ...]
    lacking: tuple[Lacking, ...]
    contracts: tuple[ContractLine, ...]
    rehearsal_due: int | None
    fees: FeesDue

    @property
    def month(self) -> Month:
        """The month that is told of."""
        return Month.of(self.today)

    @property
    def share(self) -> float:
        """Visited ÷ (required − excused), from 0 to 1."""
        whole = self.required - self.excused
        return self.visited / whole if whole > 0 else 0.0

    @property
    def rate_text(self) -> str:
        """月探访率 as the report prints it."""
        return percent_text(self.visited, self.required - self.excused)


def home_facts(actor: Actor) -> HomeFacts:
    """Read everything that the actor may see; one pass over the register serves roster and birthdays."""
    today = clock.today()
    month = Month.of(today)
    known = snapshot.register()
    found = roster.roster(month, known)
    return HomeFacts(
        today=today,
        required=len(found.visited) + len(found.excused) + len(found.unvisited),
        visited=len(found.visited),
        excused=len(found.excused),
        unvisited=tuple(sorted(found.unvisited, key=lambda line: -line.attempts)),
        late_joiners=len(found.late_joiners),
        meals=scanning.day_counts(today),
        days=tuple(canteen.month_days(month)),
        risks=tuple(risks.open_risks()),
        orders=tuple(help_services.open_orders()),
        birthdays=tuple(sorted(_birthdays(known, month, today), key=lambda one: (one.on, one.name))),
        register=residents.counts(),
        queued=len(scanning.queue()),
        month_before=_state_before(month),
        overdue=len(due_board.board(today, known=known).overdue),
        proposed=tuple(proposals.proposals()),
        contested=tuple(grades.contested()),
        assess=tuple(assessments.due(today)),
        findings=sum(one.state == HonestyState.OPEN for one in honesty.findings(month, known)),
        certificates=tuple(people.due(actor)),
        steps=first_steps(actor, known),
        unpriced=canteen.unpriced(month),
        samples_due=len(samples.due(clock.now())),
        expired=tuple(purchases.expired(today)),
        licences=tuple(licences.due(today)),
        complaints=len(complaints.complaints(waiting=True)),
        standing_due=tuple(standing_orders.due_soon(known)),
        unsigned=len(attendance.unsigned(today)),
        home_beds=progress.attention(known),
        free_beds=tuple(one for one in offers.free_beds(known) if one.next is not None),
        lacking=tuple(lacking.lacking(today, known)),
        contracts=tuple(due.due(today)),
        rehearsal_due=rehearsing.due(),
        fees=fees_due.due(today),
    )


def _state_before(month: Month) -> str:
    """The state of the month before; nothing where no record is as old as that."""
    before, first = month.shifted(-1), months.first_month()
    return months.state(before) if first is not None and first <= before else ""


def _birthdays(known: Register, month: Month, today: dt.date) -> Iterable[Birthday]:
    for person in known.people.values():
        if person.born_on is None or not known.on_register(person.id, today):
            continue
        for age in reversed(TURNING):
            day = birthday(person.born_on, age)
            if day in month:
                yield Birthday(person.id, person.name, age, day)

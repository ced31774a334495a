"""What of a month has to be seen to before it is closed: the one list of checks, which page, close and command share.

Each check says how much it weighs, in which room it is put right and whom it is about. What must be put right holds the
close back; what may be explained does so until words stand for as many as there are (``explaining``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from desktop.core import clock
from desktop.core.answers import HonestyState, IdState, Place, Unfinished, Weight
from desktop.core.figures.beds import BedFigures
from desktop.core.figures.month import Explanation, MonthFigures
from desktop.core.figures.visits import VisitFigures
from desktop.core.period import Month
from desktop.core.routes import SheetKind
from desktop.core.trade import MonthState
from desktop.core.words.terms import VISIT_BLOCKS
from desktop.models import query
from desktop.services import figures
from desktop.services.canteen import meals
from desktop.services.closing.differences import figures_differing
from desktop.services.figures.explanations import explanations
from desktop.services.food import days
from desktop.services.register.snapshot import Register, register
from desktop.services.residents import grades
from desktop.services.visits import honesty
from desktop.services.writing import frozen, months

# How many closed months are counted anew to see whether they would be told differently.
_LOOKED_BACK = 3
_SLACK = dt.timedelta(minutes=2)
# No house where people eat and are visited records nothing for longer.
_SILENCE, _LAST_WRITES = 14, 1_000
_NAMES = 12
_DAY = dt.timedelta(days=1)


class Evidence:
    """What the checks of a month look at; each part is read when the first of them asks for it."""

    def __init__(self, month: Month, found: MonthFigures | None = None, known: Register | None = None) -> None:
        self.month = month
        self._found, self._known = found, known

    @cached_property
    def known(self) -> Register:
        """The register."""
        return self._known or register()

    @cached_property
    def visits(self) -> VisitFigures:
        """The visit figures of the month."""
        return self._found.visits if self._found else figures.visits(self.month, self.known)

    @cached_property
    def beds(self) -> BedFigures:
        """The bed figures of the month."""
        return self._found.beds if self._found else figures.beds(self.month, self.known)

    @property
    def days(self) -> list[str]:
        """The first and the last day, as queries take them."""
        return [self.month.first.isoformat(), self.month.last.isoformat()]

    def whose(self, sql: str) -> list[int | None]:
        """Whom the rows of a query over the days of the month are about."""
        return [row[0] for row in query.fetch(sql, self.days)]


# Whom each thing that was found is about; nobody for what has no person.
Found = Sequence[int | None]


@dataclass(frozen=True)
class Check:
    """One check: what it weighs, where it is put right, how it is found; ``slow`` ones are not asked by the close."""

    kind: Unfinished
    weight: Weight
    place: Place
    find: Callable[[Evidence], Found]
    slow: bool = False


@dataclass(frozen=True)
class Finding:
    """What a check found: how many, and whether it still holds the close back; ``residents`` are whom it is about."""

    kind: Unfinished
    count: int
    blocks: bool
    weight: Weight = field(default=Weight.NOTE, compare=False)
    place: Place = field(default=Place.SYNC, compare=False)
    residents: tuple[int, ...] = field(default=(), compare=False)
    names: tuple[str, ...] = field(default=(), compare=False)
    explanation: Explanation | None = field(default=None, compare=False)

    @property
    def explainable(self) -> bool:
        """Whether words are enough."""
        return self.weight is not Weight.MUST


def check(
    month: Month, found: MonthFigures | None = None, known: Register | None = None, thorough: bool = True
) -> list[Finding]:
    """What is unfinished in a month, what holds it back first; who has its figures or the register hands them on.

    Only a ``thorough`` one counts earlier months anew.
    """
    asked = [one for one in CHECKS if thorough or not one.slow]
    return _findings(Evidence(month, found, known), asked)


def blocking(month: Month) -> list[Finding]:
    """What still holds a month back."""
    asked = [one for one in CHECKS if one.weight is not Weight.NOTE]
    return [one for one in _findings(Evidence(month), asked) if one.blocks]


def check_of(kind: Unfinished) -> Check:
    """The check of a kind."""
    return next(one for one in CHECKS if one.kind is kind)


def _findings(evidence: Evidence, asked: Iterable[Check]) -> list[Finding]:
    said = {one.kind: one for one in explanations(evidence.month)}
    every = ((one, one.find(evidence)) for one in asked)
    found = [_finding(one, whom, said.get(one.kind), evidence) for one, whom in every if whom]
    weights = list(Weight)
    return sorted(found, key=lambda one: (not one.blocks, weights.index(one.weight)))


def _finding(one: Check, whom: Found, said: Explanation | None, evidence: Evidence) -> Finding:
    people = tuple(dict.fromkeys(person for person in whom if person is not None))
    names = tuple(evidence.known.people[person].name for person in people[:_NAMES] if person in evidence.known.people)
    # Words stand for what was seen: for more than that they have to be said again.
    holds = said is not None and len(whom) <= said.count
    blocks = one.weight is Weight.MUST or (one.weight is Weight.EXPLAIN and not holds)
    return Finding(one.kind, len(whom), blocks, one.weight, one.place, people, names, said)


def _not_over(evidence: Evidence) -> Found:
    return [None] if evidence.month.last >= clock.today() else []


def _earlier_open(evidence: Evidence) -> Found:
    before = evidence.month.shifted(-1)
    if months.state(before) != MonthState.OPEN:
        return []
    days = [before.first.isoformat(), before.last.isoformat()]
    sql = (
        "SELECT EXISTS (SELECT 1 FROM living_visit WHERE visited_on BETWEEN ? AND ?)"
        " OR EXISTS (SELECT 1 FROM living_help_service WHERE service_on BETWEEN ? AND ? AND state IN ('done', 'rated'))"
        " OR EXISTS (SELECT 1 FROM living_meal WHERE eaten_on BETWEEN ? AND ?)"
    )
    return [None] if query.count(sql, days * 3) else []


def _clock_behind(_evidence: Evidence) -> Found:
    row = query.fetch_one("SELECT at FROM change_log ORDER BY id DESC LIMIT 1")
    return [None] if row and dt.datetime.fromisoformat(row[0]) > clock.now() + _SLACK else []


def _clock_ahead(evidence: Evidence) -> Found:
    """Nothing at all was recorded for so long before today that the month's end lies in a gap: has it come yet?"""
    today = clock.today()
    row = query.fetch_one(
        "SELECT max(at) FROM (SELECT at FROM change_log WHERE at < ? ORDER BY id DESC LIMIT ?)",
        [today.isoformat(), _LAST_WRITES],
    )
    last = dt.date.fromisoformat(row[0][:10]) if row and row[0] else None
    silent = last is not None and last <= evidence.month.last and (today - last).days > _SILENCE
    return [None] if silent else []


def _queued(evidence: Evidence) -> Found:
    return evidence.whose("SELECT NULL FROM living_scan_queue WHERE resolved_at IS NULL AND eaten_on BETWEEN ? AND ?")


def _open_emergencies(evidence: Evidence) -> Found:
    return evidence.whose(
        "SELECT resident_id FROM living_help_service WHERE type = 'emergency' AND state IN ('requested', 'dispatched')"
        " AND service_on BETWEEN ? AND ?"
    )


def _open_orders(evidence: Evidence) -> Found:
    return evidence.whose(
        "SELECT resident_id FROM living_help_service WHERE type <> 'emergency' AND state IN ('requested', 'dispatched')"
        " AND service_on BETWEEN ? AND ?"
    )


def _after_departure(evidence: Evidence) -> Found:
    """Services and meals of a day on which somebody was not on register, nor the day before."""
    known, month = evidence.known, evidence.month
    # Nearly everybody was on register all month: only the others' rows are read.
    others = query.listed(one for one in known.people if not known.stays_on(one, month.first, month.last))
    rows = query.fetch(
        "SELECT resident_id, service_on FROM living_help_service WHERE service_on BETWEEN ? AND ?"
        f" AND state IN ('done', 'rated') AND resident_id IN {query.LISTED}"
        f" UNION ALL SELECT resident_id, eaten_on FROM living_meal WHERE eaten_on BETWEEN ? AND ?"
        f" AND resident_id IN {query.LISTED}",
        [*evidence.days, others] * 2,
    )

    def gone(person: int, day: dt.date) -> bool:
        # On the day of death or departure itself one may well have eaten here.
        return not (known.on_register(person, day) or known.on_register(person, day - _DAY))

    return [one for one, on in rows if gone(one, dt.date.fromisoformat(on))]


def _unpriced(evidence: Evidence) -> Found:
    return [None] * meals.unpriced(evidence.month)


def _food_ledger(evidence: Evidence) -> Found:
    """Days served of which a sheet, a dish, its batches or its sample is missing; today is not over yet."""
    return [None for one in days.of_month(evidence.month) if one.missing and one.day < clock.today()]


def _undelivered(evidence: Evidence) -> Found:
    """Stops of lists of days that are over of which nobody said what became."""
    rows = query.fetch(
        "SELECT w.resident_id FROM living_route_row w JOIN living_route_sheet s ON s.id = w.sheet_id"
        " LEFT JOIN living_meal m ON m.id = w.meal_id"
        " WHERE s.kind = ? AND s.day BETWEEN ? AND ? AND s.day < ?"
        " AND (w.outcome = '' OR (w.meal_id IS NOT NULL AND m.id IS NULL)) ORDER BY s.day, w.position",
        [str(SheetKind.DELIVERY), *evidence.days, clock.today().isoformat()],
    )
    return [row[0] for row in rows]


def _unvisited(evidence: Evidence) -> Found:
    return [line.person.resident_id for line in evidence.visits.unvisited_people]


def _honesty(evidence: Evidence) -> Found:
    visits = evidence.visits
    done = bool(visits.visited_people or visits.excused_people) and not visits.unvisited_people
    open_ones = (
        one for one in honesty.findings(evidence.month, evidence.known, done) if one.state == HonestyState.OPEN
    )
    return [next(iter(one.residents), None) for one in open_ones]


def _open_risks(evidence: Evidence) -> Found:
    return [risk.person.resident_id for risk in evidence.visits.risks if risk.closed_on is None]


def _blocks_missing(evidence: Evidence) -> Found:
    empty = " OR ".join(f"{block} = ''" for block in VISIT_BLOCKS)
    return evidence.whose(
        f"SELECT resident_id FROM living_visit WHERE outcome = 'reached' AND ({empty}) AND visited_on BETWEEN ? AND ?"
    )


def _subsidy_above_fee(evidence: Evidence) -> Found:
    return evidence.whose(
        "SELECT resident_id FROM living_help_service WHERE subsidy_fen > fee_fen AND state <> 'cancelled'"
        " AND service_on BETWEEN ? AND ?"
    )


def _ungraded(evidence: Evidence) -> Found:
    return [line.person.resident_id for line in evidence.beds.stays if "" in line.paid_by_grade]


def _contested(evidence: Evidence) -> Found:
    """Which of two grades counts is for a person to say; those of a later day do not touch the month."""
    last = evidence.month.last
    return [one.resident_id for one in grades.contested() if one.assessed_on is None or one.assessed_on <= last]


def _active(evidence: Evidence, among: Set[int]) -> set[int]:
    """Who of these people had anything in the month."""
    asked = f"BETWEEN ? AND ? AND resident_id IN {query.LISTED}"
    found = query.ids(
        f"SELECT resident_id FROM living_visit WHERE visited_on {asked}"
        f" UNION SELECT resident_id FROM living_help_service WHERE service_on {asked}"
        f" UNION SELECT resident_id FROM living_meal WHERE eaten_on {asked}",
        [*evidence.days, query.listed(among)] * 3,
    )
    return {*found, *(among & {line.person.resident_id for line in evidence.beds.stays})}


def _unverified_active(evidence: Evidence) -> Found:
    unverified = {one for one, person in evidence.known.people.items() if person.id_state != IdState.VALID}
    return evidence.known.sorted(_active(evidence, unverified), evidence.month.last)


def _to_verify(_evidence: Evidence) -> Found:
    return query.ids("SELECT id FROM living_resident WHERE id_state <> 'valid' AND register_state = 'on_register'")


def _drift(evidence: Evidence) -> Found:
    """The last closed months before this one that today's rows tell differently."""
    earlier = [month for month in map(Month.parse, months.closed_months()) if month < evidence.month]
    return [None for month in earlier[-_LOOKED_BACK:] if _told_differently(month, evidence.known)]


def _told_differently(month: Month, known: Register) -> bool:
    kept = frozen.figures(month)
    now = figures.as_json(figures.figures_of(month, known))
    return kept is not None and bool(figures_differing(kept, now))


CHECKS: tuple[Check, ...] = (
    Check(Unfinished.NOT_OVER, Weight.MUST, Place.SYNC, _not_over),
    Check(Unfinished.EARLIER_OPEN, Weight.MUST, Place.SYNC, _earlier_open),
    Check(Unfinished.CLOCK_BEHIND, Weight.EXPLAIN, Place.SYSTEM, _clock_behind),
    Check(Unfinished.CLOCK_AHEAD, Weight.EXPLAIN, Place.SYSTEM, _clock_ahead),
    Check(Unfinished.QUEUED_SCANS, Weight.EXPLAIN, Place.CANTEEN, _queued),
    Check(Unfinished.OPEN_EMERGENCIES, Weight.EXPLAIN, Place.SERVICES, _open_emergencies),
    Check(Unfinished.OPEN_ORDERS, Weight.EXPLAIN, Place.SERVICES, _open_orders),
    Check(Unfinished.AFTER_DEPARTURE, Weight.EXPLAIN, Place.RESIDENTS, _after_departure),
    Check(Unfinished.UNPRICED, Weight.EXPLAIN, Place.CANTEEN, _unpriced),
    Check(Unfinished.FOOD_LEDGER, Weight.EXPLAIN, Place.CANTEEN, _food_ledger),
    Check(Unfinished.UNDELIVERED, Weight.EXPLAIN, Place.CANTEEN, _undelivered),
    Check(Unfinished.UNVISITED, Weight.EXPLAIN, Place.VISITS, _unvisited),
    Check(Unfinished.HONESTY, Weight.EXPLAIN, Place.VISITS, _honesty),
    Check(Unfinished.OPEN_RISKS, Weight.NOTE, Place.VISITS, _open_risks),
    Check(Unfinished.BLOCKS_MISSING, Weight.NOTE, Place.RESIDENTS, _blocks_missing),
    Check(Unfinished.SUBSIDY_ABOVE_FEE, Weight.NOTE, Place.SERVICES, _subsidy_above_fee),
    Check(Unfinished.UNGRADED, Weight.NOTE, Place.RESIDENTS, _ungraded),
    Check(Unfinished.CONTESTED_GRADES, Weight.NOTE, Place.RESIDENTS, _contested),
    Check(Unfinished.UNVERIFIED_ACTIVE, Weight.NOTE, Place.RESIDENTS, _unverified_active),
    Check(Unfinished.TO_VERIFY, Weight.NOTE, Place.RESIDENTS, _to_verify),
    Check(Unfinished.DRIFT, Weight.NOTE, Place.REPORTS, _drift, slow=True),
)

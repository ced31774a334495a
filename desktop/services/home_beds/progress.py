"""The plan of care at home against what was done: week by week, and what is behind or to be reviewed.

A week is Monday to Sunday. It asks for a line of the plan where the line and the contract hold on all its days; what is
done of it are services of that type, done at the person's home (not at the centre), so many as were planned at most.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.home_beds import HomeBedState
from desktop.core.trade import DONE_SERVICES, ServicePlace
from desktop.models import query
from desktop.services.register import places
from desktop.services.register.snapshot import Register, register

WEEK = 7


@dataclass(frozen=True)
class HomeBedRow:
    """A care bed at home, as lists show it."""

    id: int
    uid: str
    resident_id: int
    name: str
    community: str
    state: HomeBedState
    assessed_on: dt.date
    assessor: str
    needs: str
    signed_on: dt.date | None
    contract_no: str
    signed_by: str
    contract_to: dt.date | None
    review_on: dt.date | None
    ended_on: dt.date | None
    end_reason: str
    remark: str
    photo: str

    def holds(self, day: dt.date) -> bool:
        """Whether the contract holds on a day."""
        return self.signed_on is not None and self.signed_on <= day and (self.ended_on is None or day < self.ended_on)


@dataclass(frozen=True)
class PlanLine:
    """A line of the plan: a type so many times a week."""

    id: int
    home_bed_id: int
    type: str
    times: int
    valid_from: dt.date
    valid_to: dt.date | None

    def holds(self, day: dt.date) -> bool:
        """Whether it is planned on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class ReviewRow:
    """A review on record."""

    id: int
    home_bed_id: int
    reviewed_on: dt.date
    outcome: str
    words: str
    reviewer: str


@dataclass(frozen=True)
class PlanWeek:
    """A line of the plan in a week: the services that were done of it, the first ``times`` of which count."""

    bed: HomeBedRow
    line: PlanLine
    monday: dt.date
    services: tuple[int, ...]

    @property
    def done(self) -> int:
        """How many count."""
        return min(len(self.services), self.line.times)

    @property
    def left(self) -> int:
        """How many are still to be done."""
        return self.line.times - self.done


@dataclass(frozen=True)
class Attention:
    """What somebody has to see to: how many of last week were left out, whether a review is due, who left meanwhile."""

    behind: Mapping[int, int]
    due: frozenset[int]
    gone: frozenset[int]

    def of(self, home_bed_id: int) -> bool:
        """Whether anything is to be seen to."""
        return home_bed_id in self.behind or home_bed_id in self.due or home_bed_id in self.gone


def rows() -> list[HomeBedRow]:
    """Every one on record: the open ones first, then by name."""
    found = query.fetch_as(
        HomeBedRow,
        "SELECT h.id, h.uid, h.resident_id, r.name, r.community, h.state, h.assessed_on, h.assessor, h.needs,"
        " h.signed_on, h.contract_no, h.signed_by, h.contract_to, h.review_on, h.ended_on, h.end_reason,"
        " h.remark, h.photo"
        " FROM living_home_bed h JOIN living_resident r ON r.id = h.resident_id"
        " ORDER BY h.ended_on IS NOT NULL, r.name_key, h.id",
    )
    return places.named(found)


def plans(home_bed_id: int | None = None) -> list[PlanLine]:
    """The lines of every plan, or of one, in their order."""
    return query.fetch_as(
        PlanLine,
        "SELECT id, home_bed_id, type, times, valid_from, valid_to FROM living_home_bed_plan"
        " WHERE ? IS NULL OR home_bed_id = ? ORDER BY home_bed_id, type, valid_from, id",
        [home_bed_id, home_bed_id],
    )


def reviews(home_bed_id: int | None = None) -> list[ReviewRow]:
    """The reviews, the last first."""
    return query.fetch_as(
        ReviewRow,
        "SELECT id, home_bed_id, reviewed_on, outcome, words, reviewer FROM living_home_bed_review"
        " WHERE ? IS NULL OR home_bed_id = ? ORDER BY reviewed_on DESC, id DESC",
        [home_bed_id, home_bed_id],
    )


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def weeks(mondays: Sequence[dt.date], known: Register | None = None) -> list[PlanWeek]:
    """The lines of all plans in these weeks with what was done of them; nobody's who left the register."""
    if not mondays:
        return []
    known = known or register()
    beds = {one.id: one for one in rows()}
    asked = [
        (beds[line.home_bed_id], line, monday)
        for monday in mondays
        for line in plans()
        if line.home_bed_id in beds and _asks(beds[line.home_bed_id], line, monday, known)
    ]
    done = _done(min(mondays), max(mondays) + dt.timedelta(days=WEEK - 1), {bed.resident_id for bed, *_ in asked})
    return [PlanWeek(bed, line, monday, tuple(done[bed.resident_id, line.type, monday])) for bed, line, monday in asked]


def attention(known: Register | None = None) -> Attention:
    """Who is behind the plan of the last whole week, whose review is due by today, who is off the register."""
    known, today = known or register(), clock.today()
    last_week = monday_of(today) - dt.timedelta(days=WEEK)
    behind: defaultdict[int, int] = defaultdict(int)
    for one in weeks([last_week], known):
        if one.left and one.bed.ended_on is None:
            behind[one.bed.id] += one.left
    standing = [one for one in rows() if one.ended_on is None]
    return Attention(
        dict(behind),
        frozenset(one.id for one in standing if one.review_on is not None and one.review_on <= today),
        frozenset(one.id for one in standing if not known.on_register(one.resident_id, today)),
    )


def _asks(bed: HomeBedRow, line: PlanLine, monday: dt.date, known: Register) -> bool:
    days = (monday + dt.timedelta(days=at) for at in range(WEEK))
    return all(line.holds(day) and bed.holds(day) and known.on_register(bed.resident_id, day) for day in days)


def _done(first: dt.date, last: dt.date, people: Iterable[int]) -> defaultdict[tuple[int, str, dt.date], list[int]]:
    found: defaultdict[tuple[int, str, dt.date], list[int]] = defaultdict(list)
    for service, who, kind, day in query.fetch(
        "SELECT id, resident_id, type, service_on FROM living_help_service WHERE service_on BETWEEN ? AND ?"
        f" AND state IN ({query.marks(DONE_SERVICES)}) AND place <> ? AND resident_id IN {query.LISTED}"
        " ORDER BY service_on, started, id",
        [first.isoformat(), last.isoformat(), *DONE_SERVICES, ServicePlace.CENTRE, query.listed(sorted(people))],
    ):
        found[who, kind, monday_of(dt.date.fromisoformat(day))].append(service)
    return found

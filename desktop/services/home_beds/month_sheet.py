"""家庭照护床位月度服务记录: the plan of one care bed at home, and its weeks of a month against what was done.

The weeks are those whose Sunday lies in the month, as in the figures; what was done is listed with day and worker,
also what no plan asked for. Read from the rows, kept nowhere.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.core.trade import DONE_SERVICES, ServicePlace
from desktop.models import query
from desktop.services.home_beds import progress
from desktop.services.home_beds.progress import HomeBedRow, PlanLine, PlanWeek, ReviewRow
from desktop.services.register.snapshot import register


@dataclass(frozen=True)
class DoneService:
    """A service that was done at the person's home."""

    day: dt.date
    started: str
    type: str
    minutes: int
    worker: str
    content: str


@dataclass(frozen=True)
class HomeBedSheet:
    """One care bed at home in a month."""

    month: Month
    bed: HomeBedRow
    person: PersonLine
    grade: str
    plan: tuple[PlanLine, ...]
    weeks: tuple[PlanWeek, ...]
    done: tuple[DoneService, ...]
    reviews: tuple[ReviewRow, ...]


def month_sheet(home_bed_id: int, month: Month) -> HomeBedSheet:
    """The sheet of a month as its rows stand now; NotFound."""
    bed = next((one for one in progress.rows() if one.id == home_bed_id), None)
    if bed is None:
        raise NotFound(Thing.HOME_BED, str(home_bed_id))
    known = register([bed.resident_id])
    mondays = [progress.monday_of(day) for day in month if day.weekday() == progress.WEEK - 1]
    touching = [one for one in progress.plans(bed.id) if one.valid_from <= month.last]
    return HomeBedSheet(
        month,
        bed,
        known.line(bed.resident_id, month.last),
        known.grade_on(bed.resident_id, month.last),
        tuple(one for one in touching if one.valid_to is None or one.valid_to >= month.first),
        tuple(one for one in progress.weeks(mondays, known) if one.bed.id == bed.id),
        tuple(_done(bed.resident_id, min([month.first, *mondays]), month.last)),
        tuple(one for one in progress.reviews(bed.id) if one.reviewed_on in month),
    )


def _done(resident_id: int, first: dt.date, last: dt.date) -> list[DoneService]:
    return query.fetch_as(
        DoneService,
        "SELECT service_on, started, type, minutes, worker, content FROM living_help_service WHERE resident_id = ?"
        f" AND service_on BETWEEN ? AND ? AND place <> ? AND state IN ({query.marks(DONE_SERVICES)})"
        " ORDER BY service_on, started, id",
        [resident_id, first.isoformat(), last.isoformat(), ServicePlace.CENTRE, *DONE_SERVICES],
    )

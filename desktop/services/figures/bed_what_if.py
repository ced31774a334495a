"""What a month's bed-days and operating subsidy would come to if somebody left on a day, or had another grade from one.

Counted by the figures themselves on supposed facts; nothing is written, and no permission to write is asked.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.figures.beds import BedFigures
from desktop.core.period import Month
from desktop.services.beds import lain
from desktop.services.figures.bed_days import beds
from desktop.services.register.snapshot import Register, register


@dataclass(frozen=True)
class Supposed:
    """A grade that somebody is supposed to have from a day on."""

    grade: str
    since: dt.date


@dataclass(frozen=True)
class Outcome:
    """What a month comes to: the subsidy for the person and of all, days present and on leave, 入住率."""

    own_fen: int
    subsidy_fen: int
    occupied: int
    away: int
    occupancy: Decimal | None


@dataclass(frozen=True)
class WhatIf:
    """A month as it stands, and as it would be."""

    month: Month
    before: Outcome
    after: Outcome


def what_if(
    resident_id: int,
    month: Month,
    leaves_on: dt.date | None = None,
    grade: Supposed | None = None,
    known: Register | None = None,
) -> WhatIf:
    """The month with and without what is supposed; NotFound for who has no bed on the day of leaving.

    ``known`` with one person in it tells of that one alone.
    """
    known = known or register()
    ends = {} if leaves_on is None else _ends(resident_id, leaves_on)
    supposed = known if grade is None else _graded(known, resident_id, grade)
    return WhatIf(
        month,
        _outcome(beds(month, known), resident_id),
        _outcome(beds(month, supposed, ends), resident_id),
    )


def _ends(resident_id: int, day: dt.date) -> dict[int, dt.date]:
    """Where each stay of somebody would end: the one of that day then, later ones without a night."""
    stays = lain.of_resident(resident_id)
    if not any(one.from_on <= day and (one.to_on is None or one.to_on > day) for one in stays):
        raise NotFound(Thing.STAY, day.isoformat())
    return {one.id: max(day, one.from_on) for one in stays if one.to_on is None or one.to_on > day}


def _graded(known: Register, resident_id: int, grade: Supposed) -> Register:
    # As the snapshot has them: by day, unknown ones first, of one day the one recorded last.
    grades = (*known.grades.get(resident_id, ()), (grade.since, grade.grade))
    ordered = tuple(sorted(grades, key=lambda one: one[0] or dt.date.min))
    return replace(known, grades={**known.grades, resident_id: ordered})


def _outcome(found: BedFigures, resident_id: int) -> Outcome:
    own = sum(one.subsidy_fen for one in found.stays if one.person.resident_id == resident_id)
    return Outcome(own, found.operating_subsidy_fen, found.occupied_bed_days, found.leave_bed_days, found.occupancy)

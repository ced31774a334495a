"""Bed figures (handbook section 4, Beds): a stay occupies its first day and not its last."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from desktop.core.figures.beds import BedFigures, StayLine
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.models import query
from desktop.models.query import Row
from desktop.services.beds.places import place_name
from desktop.services.register.snapshot import Register, as_date, register
from desktop.services.writing import rules

RULES = ("bed_operating_subsidy_fen", "bed_subsidy_ungraded")
_BEDS = "SELECT id, kind, opened_on, closed_on FROM bed WHERE voided_at IS NULL"
_OUTAGES = "SELECT bed_id, from_on, to_on FROM bed_outage WHERE voided_at IS NULL"
_STAYS = (
    "SELECT s.id, s.resident_id, b.building, b.room, b.number, b.kind, b.mode, s.from_on, s.to_on"
    " FROM stay s JOIN bed b ON b.id = s.bed_id WHERE s.voided_at IS NULL AND s.from_on <= ?"
    " AND (s.to_on IS NULL OR s.to_on >= ?) ORDER BY b.building, b.room, b.number, s.from_on"
)
_LEAVES = "SELECT stay_id, from_on, to_on FROM leave WHERE voided_at IS NULL"


def beds(month: Month, known: Register | None = None) -> BedFigures:
    """The bed figures of a month."""
    known = known or register()
    in_service = _in_service_days(month)
    at_end = {bed: kind for bed, (kind, days, there) in in_service.items() if there}
    stays = _stay_lines(month, known)
    by_grade: dict[str, tuple[int, int]] = {}
    for line in stays:
        days, fen = by_grade.get(line.grade, (0, 0))
        by_grade[line.grade] = (days + line.occupied_days, fen + line.subsidy_fen)
    return BedFigures(
        month=month,
        beds=len(at_end),
        nursing_beds=sum(kind == "nursing" for kind in at_end.values()),
        in_service_end=sum(month.last in days for kind, days, _ in in_service.values()),
        occupied_end=sum(line.to_on is None or line.to_on > month.last for line in stays),
        available_bed_days=sum(len(days) for _, days, _ in in_service.values()),
        occupied_bed_days=sum(line.occupied_days for line in stays),
        leave_bed_days=sum(line.leave_days for line in stays),
        stays=stays,
        subsidy_by_grade={grade: by_grade[grade] for grade in (*terms.GRADES, "") if grade in by_grade},
        operating_subsidy_fen=sum(line.subsidy_fen for line in stays),
        rules=rules.in_force(RULES, month.first),
    )


def _in_service_days(month: Month) -> dict[int, tuple[str, set[dt.date], bool]]:
    """Each bed's kind, its days in service, and whether it exists at month end."""
    outages: defaultdict[int, list[Row]] = defaultdict(list)
    for row in query.fetch(_OUTAGES):
        outages[row[0]].append(row)
    found = {}
    for bed, kind, opened, closed in query.fetch(_BEDS):
        there = {
            day
            for day in month
            if (not opened or opened <= day.isoformat()) and (not closed or day.isoformat() < closed)
        }
        away = set(_days(month, ((first, last) for _, first, last in outages[bed])))
        found[bed] = (kind, there - away, month.last in there)
    return found


def _stay_lines(month: Month, known: Register) -> tuple[StayLine, ...]:
    leaves: defaultdict[int, list[tuple[str, str | None]]] = defaultdict(list)
    for stay, first, last in query.fetch(_LEAVES):
        leaves[stay].append((first, last))
    amounts = rules.value("bed_operating_subsidy_fen", month.first)
    ungraded = rules.value("bed_subsidy_ungraded", month.first)
    lines = []
    for row in query.fetch(_STAYS, [month.last.isoformat(), month.first.isoformat()]):
        last_night = (dt.date.fromisoformat(row[8]) - dt.timedelta(days=1)).isoformat() if row[8] else None
        nights = set(_days(month, [(row[7], last_night)]))
        if not nights or row[1] not in known.people:
            continue
        away = nights.intersection(_days(month, leaves[row[0]]))
        grade = known.grade_on(row[1], max(nights))
        occupied = len(nights) - len(away)
        lines.append(
            StayLine(
                person=known.line(row[1], month.last),
                bed=place_name(*row[2:5]),
                kind=row[5],
                mode=row[6],
                grade=grade,
                from_on=dt.date.fromisoformat(row[7]),
                to_on=as_date(row[8]),
                occupied_days=occupied,
                leave_days=len(away),
                subsidy_fen=share(amounts[grade or ungraded], occupied, month.days),
            )
        )
    return tuple(lines)


def share(amount_fen: int, days: int, of_days: int) -> int:
    """A month's amount for some of its days, half-up to the fen."""
    return int((Decimal(amount_fen) * days / of_days).quantize(Decimal(1), ROUND_HALF_UP))


def _days(month: Month, spans: Iterable[tuple[str, str | None]]) -> Iterable[dt.date]:
    """The days of the month that lie in spans of ISO texts, last day inclusive."""
    for first, last in spans:
        for day in month:
            text = day.isoformat()
            if first <= text and (last is None or text <= last):
                yield day

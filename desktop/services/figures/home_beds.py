"""Care beds at home in a month: contracts, and the plan of the weeks whose Sunday lies in it against what was done."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.acts import Thing
from desktop.core.figures.behind import Behind, Piece, Ratio, rows, summed
from desktop.core.figures.home_beds import HomeBedFigures, HomeBedLine
from desktop.core.period import Month
from desktop.services.home_beds import progress
from desktop.services.home_beds.progress import HomeBedRow, PlanWeek
from desktop.services.register.snapshot import Register


def home_beds(month: Month, known: Register) -> tuple[HomeBedFigures, dict[str, Behind]]:
    """The figures with what is behind them."""
    beds = {one.id: one for one in progress.rows() if one.signed_on is not None and one.resident_id in known.people}
    mondays = [progress.monday_of(day) for day in month if day.weekday() == progress.WEEK - 1]
    weeks = progress.weeks(mondays, known)
    held = [one for one in progress.reviews() if one.reviewed_on in month and one.home_bed_id in beds]
    planned = summed(Piece(one.bed.resident_id, Thing.HOME_BED_PLAN, one.line.id, one.line.times) for one in weeks)
    done = rows(
        Piece(one.bed.resident_id, Thing.HELP_SERVICE, service) for one in weeks for service in one.services[: one.done]
    )
    behind: dict[str, Behind] = {
        "home_beds.in_force_end": _beds(one for one in beds.values() if _in_force(one, month, known)),
        "home_beds.signed": _beds(one for one in beds.values() if one.signed_on is not None and one.signed_on in month),
        "home_beds.ended": _beds(one for one in beds.values() if one.ended_on is not None and one.ended_on in month),
        "home_beds.planned": planned,
        "home_beds.done": done,
        "home_beds.rate": Ratio(done, planned),
        "home_beds.reviews": rows(
            Piece(beds[one.home_bed_id].resident_id, Thing.HOME_BED_REVIEW, one.id) for one in held
        ),
    }
    counted = {name.removeprefix("home_beds."): one.value for name, one in behind.items() if not isinstance(one, Ratio)}
    of_month = [one for one in beds.values() if _touches(one, month)]
    people = known.sorted({one.resident_id for one in of_month}, month.last)
    lines = tuple(_line(who, month, known, of_month, weeks, behind) for who in people)
    return HomeBedFigures(**counted, lines=lines), behind


def _line(
    who: int,
    month: Month,
    known: Register,
    beds: list[HomeBedRow],
    weeks: list[PlanWeek],
    behind: dict[str, Behind],
) -> HomeBedLine:
    last = max((one for one in beds if one.resident_id == who), key=lambda one: (one.signed_on, one.id))
    assert last.signed_on is not None
    own = [one for one in weeks if one.bed.resident_id == who]
    return HomeBedLine(
        known.line(who, month.last),
        last.signed_on,
        last.ended_on if last.ended_on is not None and last.ended_on <= month.last else None,
        sum(one.line.times for one in own),
        sum(one.done for one in own),
        sum(piece.person == who for piece in behind["home_beds.reviews"].pieces),
    )


def _touches(bed: HomeBedRow, month: Month) -> bool:
    """Whether the contract held on any day of the month, or ended on its first."""
    signed = bed.signed_on is not None and bed.signed_on <= month.last
    return signed and (bed.ended_on is None or bed.ended_on >= month.first)


def _in_force(bed: HomeBedRow, month: Month, known: Register) -> bool:
    return bed.holds(month.last) and known.on_register(bed.resident_id, month.last)


def _beds(found: Iterable[HomeBedRow]) -> Behind:
    return rows(Piece(one.resident_id, Thing.HOME_BED, one.id) for one in found)

"""Day care in a month, from who came and went: people, days of attendance, minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from desktop.core.acts import Thing
from desktop.core.figures.behind import Behind, Counts, Piece, Selection, rows, summed
from desktop.core.figures.day_care import DayCareFigures, DayCareLine
from desktop.core.period import Month
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayRow
from desktop.services.register.snapshot import Register


def day_care(month: Month, known: Register, places: Selection) -> tuple[DayCareFigures, dict[str, Behind]]:
    """The figures with what is behind them; ``places`` are those of the register of beds at the month's end."""
    found = [one for one in attendance.between(month.first, month.last) if one.resident_id in known.people]
    # The first time of a day stands for the day.
    days = {(one.resident_id, one.day): one for one in reversed(found)}
    behind = {
        "day_care.places": places,
        "day_care.persons": Selection(Counts.PEOPLE, tuple(_piece(one) for one in found)),
        "day_care.attendance_days": rows(_piece(one) for one in reversed(days.values())),
        "day_care.minutes": summed(_piece(one, one.minutes or 0) for one in found),
        "day_care.unsigned": rows(_piece(one) for one in found if not one.left_at),
    }
    of_person: defaultdict[int, list[DayRow]] = defaultdict(list)
    for one in found:
        of_person[one.resident_id].append(one)
    lines = tuple(_line(month, known, who, of_person[who]) for who in known.sorted(of_person, month.last))
    counted = {name.removeprefix("day_care."): one.value for name, one in behind.items()}
    return DayCareFigures(**counted, lines=lines), dict(behind)


def _line(month: Month, known: Register, who: int, times: Sequence[DayRow]) -> DayCareLine:
    return DayCareLine(
        known.line(who, month.last),
        len({one.day for one in times}),
        sum(one.minutes or 0 for one in times),
        sum(not one.left_at for one in times),
    )


def _piece(one: DayRow, amount: int = 1) -> Piece:
    return Piece(one.resident_id, Thing.DAY_ATTENDANCE, one.id, amount)

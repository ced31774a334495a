"""Bed-days of a month by the class of the bed (兜底, 普惠, 市场) and the grade of who lay in it, for 全托 beds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.bedding import BedClass
from desktop.core.figures.beds import ClassLine, StayLine
from desktop.core.figures.behind import Behind, Piece, Ratio, Selection, rows, summed
from desktop.core.trade import BedKind
from desktop.core.words import terms
from desktop.core.words.beds import BED_CLASSES

# What a bed is called whose class nobody recorded, and a person whom nobody assessed.
UNCLASSED, UNGRADED = "未登记", "未评估"
INCLUSIVE = (BedClass.BASIC, BedClass.INCLUSIVE)


class EndBed(NamedTuple):
    """A 全托 bed that is there at the end of the month, with what it is then."""

    id: int
    kind: str
    bed_class: str


def class_lines(beds: Sequence[EndBed], stays: Iterable[StayLine]) -> tuple[ClassLine, ...]:
    """A line for each class that there is; none while no bed has a class."""
    listed = list(stays)
    found = []
    for code in (*BED_CLASSES, ""):
        there = [bed for bed in beds if bed.bed_class == code]
        days: dict[str, int] = {}
        for line in listed:
            for grade, nights in line.nights_by_class.get(code, {}).items():
                days[grade] = days.get(grade, 0) + nights
        away = sum(line.away_by_class.get(code, 0) for line in listed)
        if there or days or away:
            ordered = {grade: days[grade] for grade in (*terms.GRADES, "") if grade in days}
            nursing = sum(bed.kind == BedKind.NURSING for bed in there)
            found.append(ClassLine(code, len(there), nursing, ordered, away))
    return tuple(found) if any(line.bed_class for line in found) else ()


def behind_classes(
    lines: Sequence[ClassLine], beds: Sequence[EndBed], stays: Mapping[int, StayLine]
) -> dict[str, Behind]:
    """What the numbers of the lines are made of, and the share of beds that are 兜底 or 普惠."""
    every = rows(Piece(None, Thing.BED, bed.id) for bed in beds)
    inclusive = rows(Piece(None, Thing.BED, bed.id) for bed in beds if bed.bed_class in INCLUSIVE)
    found: dict[str, Behind] = {"inclusive_share": Ratio(inclusive, every)} if lines else {}
    for line in lines:
        of_line = _of_line(line, beds, stays)
        found |= {f"by_class.{class_word(line.bed_class)}.{name}": one for name, one in of_line.items()}
    return found


def class_word(code: str) -> str:
    """The Chinese word of a class, also where there is none."""
    return BED_CLASSES.get(code, code) or UNCLASSED


def _of_line(line: ClassLine, beds: Sequence[EndBed], stays: Mapping[int, StayLine]) -> dict[str, Selection]:
    there = [bed for bed in beds if bed.bed_class == line.bed_class]
    lain = {
        stay: (one, one.nights_by_class.get(line.bed_class, {}), one.away_by_class.get(line.bed_class, 0))
        for stay, one in stays.items()
    }

    def nights(grade: str) -> Selection:
        return summed(_stay(stay, one, days[grade]) for stay, (one, days, _) in lain.items() if grade in days)

    return {
        "beds": rows(Piece(None, Thing.BED, bed.id) for bed in there),
        "nursing_beds": rows(Piece(None, Thing.BED, bed.id) for bed in there if bed.kind == BedKind.NURSING),
        "occupied_bed_days": summed(
            _stay(stay, one, sum(days.values())) for stay, (one, days, _) in lain.items() if days
        ),
        "leave_bed_days": summed(_stay(stay, one, away) for stay, (one, _, away) in lain.items() if away),
        **{f"bed_days_by_grade.{terms.GRADES.get(grade, UNGRADED)}": nights(grade) for grade in (*terms.GRADES, "")},
    }


def _stay(stay: int, line: StayLine, amount: int) -> Piece:
    return Piece(line.person.resident_id, Thing.STAY, stay, amount)

"""Bed figures (handbook section 4, Beds): a stay occupies its first day and not its last.

Only 全托 beds count as beds; 日托 places and 家庭照护床位 are in figures of their own and earn no operating subsidy.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.figures.beds import BedFigures, PlaceFigures, StayLine
from desktop.core.figures.behind import Behind, Counts, Piece, Ratio, Selection, rows, summed, yuan
from desktop.core.period import Month
from desktop.core.trade import BedKind, BedMode
from desktop.core.words import terms
from desktop.models import query
from desktop.services.beds.natures import Nature, Natures, natures
from desktop.services.beds.places import place_name
from desktop.services.figures.bed_classes import UNGRADED, EndBed, behind_classes, class_lines
from desktop.services.figures.day_care import day_care
from desktop.services.figures.home_beds import home_beds
from desktop.services.figures.stay_fees import stay_fees
from desktop.services.register.snapshot import Register, register
from desktop.services.writing import rules

RULES = ("bed_operating_subsidy_fen", "bed_subsidy_ungraded", "bed_subsidy_by")
FULL = "full"
_DAY = dt.timedelta(days=1)
_BEDS = "SELECT id, opened_on, closed_on FROM living_bed"
_OUTAGES = "SELECT bed_id, from_on, to_on FROM living_bed_outage WHERE from_on <= ? AND (to_on IS NULL OR to_on >= ?)"
_STAYS = (
    "SELECT s.id, s.resident_id, s.bed_id, b.building, b.room, b.number, s.from_on, s.to_on"
    " FROM living_stay s JOIN bed b ON b.id = s.bed_id WHERE s.from_on <= ?"
    " AND (s.to_on IS NULL OR s.to_on > ?) ORDER BY b.building, b.room, b.number, s.from_on, s.id"
)
_LEAVES = "SELECT stay_id, from_on, to_on FROM living_leave WHERE from_on <= ? AND (to_on IS NULL OR to_on >= ?)"


class _BedRow(NamedTuple):
    id: int
    opened_on: dt.date | None
    closed_on: dt.date | None


class _StayRow(NamedTuple):
    id: int
    resident_id: int
    bed_id: int
    building: str
    room: str
    number: str
    from_on: dt.date
    to_on: dt.date | None

    def supposed(self, ends: Mapping[int, dt.date]) -> _StayRow:
        """The stay with the day of leaving that is supposed for it, if any."""
        return self._replace(to_on=ends.get(self.id, self.to_on))

    def having(self, nights: Sequence[dt.date], days: Sequence[dt.date]) -> _StayRow:
        """The stay with those of its nights in the month on which its bed is one kind of place."""
        first = self.from_on if days[0] == nights[0] else days[0]
        return self._replace(from_on=first, to_on=self.to_on if days[-1] == nights[-1] else days[-1] + _DAY)


class _Part(NamedTuple):
    """What a stay does in a month in one mode of its bed: its nights, and those on which the person is present."""

    row: _StayRow
    nature: Nature
    nights: Sequence[dt.date]
    present: Sequence[dt.date]


class _Span(NamedTuple):
    """Days of a bed or a stay, the last inclusive; None is open."""

    of: int
    from_on: dt.date
    to_on: dt.date | None


# What each stay comes to, with its id.
_Numbered = tuple[tuple[int, StayLine], ...]


@dataclass(frozen=True)
class _Offered:
    """What one bed offers in a month in one mode: days in service, and of the end of the month whether it is there.

    ``usable`` is whether one can lie in it then. A bed that becomes another kind of place offers two things.
    """

    id: int
    kind: str
    mode: str
    days: int
    there: bool
    usable: bool


@dataclass(frozen=True)
class _Tariff:
    """The rules by which a stay earns the operating subsidy."""

    amounts: Mapping[str, int]
    ungraded: str
    by: str


def beds(month: Month, known: Register | None = None, ends: Mapping[int, dt.date] | None = None) -> BedFigures:
    """The bed figures of a month; ``ends`` are days of leaving that are supposed for stays, by id."""
    known, held = known or register(), natures()
    offered = _offered(month, held)
    numbered = _stay_lines(month, known, held, ends or {})
    every = tuple(line for _stay, line in numbered)
    full = [bed for bed in offered if bed.mode == FULL]
    at_end = [bed for bed in full if bed.there]
    full_stays = _of_mode(FULL, numbered)
    stays = tuple(full_stays.values())
    ended = [EndBed(bed.id, bed.kind, held.on(bed.id, month.last).bed_class) for bed in at_end]
    classes = class_lines(ended, stays)
    behind = _behind(full, at_end, full_stays)
    of_tables, of_modes = _of_tables(month, offered, full_stays), _of_modes(month, offered, numbered)
    care, behind_care = day_care(month, known, of_modes[f"places.{terms.BED_MODES[BedMode.DAY]}.places"])
    at_home, behind_home = home_beds(month, known)
    fees, behind_fees = stay_fees(month)
    return BedFigures(
        month=month,
        beds=behind.beds.value,
        nursing_beds=behind.nursing.value,
        in_service_end=sum(bed.usable for bed in full),
        occupied_end=_taken_end(month, stays),
        available_bed_days=behind.available.value,
        occupied_bed_days=behind.occupied.value,
        leave_bed_days=behind.away.value,
        stays=stays,
        subsidy_by_grade=_by_grade(stays),
        operating_subsidy_fen=behind.subsidy.value,
        rules=rules.in_force(RULES, month.first),
        by_class=classes,
        places=tuple(_places(month, mode, offered, every) for mode in terms.BED_MODES if mode != FULL),
        other_stays=tuple(line for line in every if line.mode != FULL),
        day_care=care,
        home_beds=at_home,
        fees=fees,
        behind=behind.named()
        | of_tables
        | behind_classes(classes, ended, full_stays)
        | of_modes
        | behind_care
        | behind_home
        | behind_fees,
    )


@dataclass(frozen=True)
class _Behind:
    """What the bed figures are made of: beds, their days, the days and the money of stays."""

    beds: Selection
    nursing: Selection
    available: Selection
    occupied: Selection
    away: Selection
    subsidy: Selection

    def named(self) -> dict[str, Behind]:
        """The same by the names of the contract."""
        taken = summed((*self.occupied.pieces, *self.away.pieces))
        return {
            "beds": self.beds,
            "nursing_share": Ratio(self.nursing, self.beds),
            "available_bed_days": self.available,
            "occupied_bed_days": self.occupied,
            "leave_bed_days": self.away,
            "occupancy": Ratio(taken, self.available),
            "operating_subsidy": self.subsidy,
        }


def _behind(full: Sequence[_Offered], at_end: Sequence[_Offered], stays: Mapping[int, StayLine]) -> _Behind:
    return _Behind(
        beds=rows(Piece(None, Thing.BED, bed.id) for bed in at_end),
        nursing=rows(Piece(None, Thing.BED, bed.id) for bed in at_end if bed.kind == BedKind.NURSING),
        available=summed(Piece(None, Thing.BED, bed.id, bed.days) for bed in full),
        occupied=summed(_stay(stay, line, line.occupied_days) for stay, line in stays.items()),
        away=summed(_stay(stay, line, line.leave_days) for stay, line in stays.items()),
        subsidy=yuan(_stay(stay, line, line.subsidy_fen) for stay, line in stays.items()),
    )


def _of_tables(month: Month, offered: Sequence[_Offered], full: Mapping[int, StayLine]) -> dict[str, Behind]:
    """What the other numbers of the tables are made of: the end of the month, the grades."""
    usable = (Piece(None, Thing.BED, bed.id) for bed in offered if bed.mode == FULL and bed.usable)
    found: dict[str, Behind] = {
        "in_service_end": rows(usable),
        "occupied_end": _there_at_end(month, full),
        "stays": rows(_stay(stay, line) for stay, line in full.items()),
        "people": Selection(Counts.PEOPLE, tuple(_stay(stay, line) for stay, line in full.items())),
    }
    for grade in (*terms.GRADES, ""):
        word = terms.GRADES.get(grade, UNGRADED)
        paid = [(stay, line, line.paid_by_grade[grade]) for stay, line in full.items() if grade in line.paid_by_grade]
        found[f"stays_by_grade.{word}"] = rows(_stay(stay, line) for stay, line, _paid in paid)
        found[f"people_by_grade.{word}"] = Selection(Counts.PEOPLE, tuple(_stay(stay, line) for stay, line, _ in paid))
        found[f"bed_days_by_grade.{word}"] = summed(_stay(stay, line, nights) for stay, line, (nights, _fen) in paid)
        found[f"subsidy_by_grade.{word}"] = yuan(_stay(stay, line, fen) for stay, line, (_nights, fen) in paid)
    return found


def _of_modes(month: Month, offered: Sequence[_Offered], every: _Numbered) -> dict[str, Selection]:
    """What the numbers of the other ways of care are made of."""
    found: dict[str, Selection] = {}
    for mode, word in terms.BED_MODES.items():
        if mode != FULL:
            stays = _of_mode(mode, every)
            beds = [bed for bed in offered if bed.mode == mode]
            found |= {f"places.{word}.{name}": one for name, one in _of_places(month, beds, stays).items()}
    return found


def _of_places(month: Month, beds: Sequence[_Offered], stays: Mapping[int, StayLine]) -> dict[str, Selection]:
    return {
        "places": rows(Piece(None, Thing.BED, bed.id) for bed in beds if bed.there),
        "taken_end": _there_at_end(month, stays),
        "available_days": summed(Piece(None, Thing.BED, bed.id, bed.days) for bed in beds),
        "taken_days": summed(_stay(stay, line, line.occupied_days) for stay, line in stays.items()),
        "away_days": summed(_stay(stay, line, line.leave_days) for stay, line in stays.items()),
        "persons": Selection(Counts.PEOPLE, tuple(_stay(stay, line) for stay, line in stays.items())),
    }


def _there_at_end(month: Month, stays: Mapping[int, StayLine]) -> Selection:
    return rows(_stay(stay, line) for stay, line in stays.items() if line.to_on is None or line.to_on > month.last)


def _stay(stay: int, line: StayLine, amount: int = 1) -> Piece:
    return Piece(line.person.resident_id, Thing.STAY, stay, amount)


def lived_in_all_month(month: Month) -> frozenset[int]:
    """The residents who had a 全托 bed in every night of the month, leave days included."""
    held = natures()
    nights: Counter[int] = Counter()
    for row in query.fetch_as(_StayRow, _STAYS, [month.last.isoformat(), month.first.isoformat()]):
        nights[row.resident_id] += len(held.days(row.bed_id, _nights(month, row)).get(FULL, ()))
    return frozenset(person for person, count in nights.items() if count == month.days)


def share(amount_fen: Decimal | int, days: int, of_days: int) -> int:
    """A month's amount for some of its days, half-up to the fen."""
    return int((Decimal(amount_fen) * days / of_days).quantize(Decimal(1), ROUND_HALF_UP))


def _offered(month: Month, held: Natures) -> list[_Offered]:
    outages: defaultdict[int, set[dt.date]] = defaultdict(set)
    for row in query.fetch_as(_Span, _OUTAGES, [month.last.isoformat(), month.first.isoformat()]):
        outages[row.of].update(_days(month, row.from_on, row.to_on))
    found = []
    for bed in query.fetch_as(_BedRow, _BEDS):
        there = _days(month, bed.opened_on or month.first, bed.closed_on - _DAY if bed.closed_on else None)
        for mode, days in held.days(bed.id, there).items():
            usable = [day for day in days if day not in outages[bed.id]]
            kind = held.on(bed.id, days[-1]).kind
            at_end = days[-1] == month.last
            found.append(_Offered(bed.id, kind, mode, len(usable), at_end, month.last in usable[-1:]))
    return found


def _stay_lines(month: Month, known: Register, held: Natures, ends: Mapping[int, dt.date]) -> _Numbered:
    """What each stay comes to in the month, with its id, in the order of the beds; a line for each mode of its bed."""
    leaves: defaultdict[int, set[dt.date]] = defaultdict(set)
    span = [month.last.isoformat(), month.first.isoformat()]
    for away in query.fetch_as(_Span, _LEAVES, span):
        leaves[away.of].update(_days(month, away.from_on, away.to_on))
    day = month.first
    tariff = _Tariff(rules.bed_subsidy_fen(day), rules.bed_subsidy_ungraded(day), rules.bed_subsidy_by(day))
    found = []
    for kept in query.fetch_as(_StayRow, _STAYS, span):
        row = kept.supposed(ends)
        nights = _nights(month, row) if row.resident_id in known.people else []
        for days in held.days(row.bed_id, nights).values():
            nature, present = held.on(row.bed_id, days[-1]), [day for day in days if day not in leaves[row.id]]
            part = _Part(row.having(nights, days), nature, days, present)
            found.append((row.id, _with_classes(_stay_line(month, known, part, tariff), part, known, held, tariff)))
    return tuple(found)


def _with_classes(line: StayLine, part: _Part, known: Register, held: Natures, tariff: _Tariff) -> StayLine:
    """The line with its nights by the class of the bed on each, and by the grade that counts for each."""
    if part.nature.mode != FULL:
        return line
    present, nights, away = set(part.present), defaultdict[str, Counter[str]](Counter), Counter[str]()
    for day in part.nights:
        bed_class = held.on(part.row.bed_id, day).bed_class
        if day in present:
            last = tariff.by == "last_night"
            nights[bed_class][line.grade if last else known.grade_on(line.person.resident_id, day)] += 1
        else:
            away[bed_class] += 1
    return replace(line, nights_by_class={one: dict(days) for one, days in nights.items()}, away_by_class=dict(away))


def _stay_line(month: Month, known: Register, part: _Part, tariff: _Tariff) -> StayLine:
    row, nature, nights, present = part
    last_grade = known.grade_on(row.resident_id, nights[-1])
    grades = (
        Counter({last_grade: len(present)} if present else {})
        if tariff.by == "last_night"
        else Counter(known.grade_on(row.resident_id, day) for day in present)
    )
    paid = _paid(grades, tariff, month) if nature.mode == FULL else {}
    return StayLine(
        person=known.line(row.resident_id, month.last),
        bed=place_name(row.building, row.room, row.number),
        kind=nature.kind,
        mode=nature.mode,
        grade=last_grade,
        from_on=row.from_on,
        to_on=row.to_on if row.to_on and row.to_on <= month.last else None,
        occupied_days=len(present),
        leave_days=len(nights) - len(present),
        subsidy_fen=sum(fen for _, fen in paid.values()),
        paid_by_grade=paid,
    )


def _paid(grades: Counter[str], tariff: _Tariff, month: Month) -> dict[str, tuple[int, int]]:
    """(nights, fen) by grade; the sum is rounded once, so each grade has what it adds to the rounded sum."""
    found: dict[str, tuple[int, int]] = {}
    whole = so_far = 0
    for grade in (grade for grade in (*terms.GRADES, "") if grades[grade]):
        whole += tariff.amounts.get(grade or tariff.ungraded, 0) * grades[grade]
        rounded = share(whole, 1, month.days)
        found[grade] = (grades[grade], rounded - so_far)
        so_far = rounded
    return found


def _by_grade(stays: Iterable[StayLine]) -> dict[str, tuple[int, int]]:
    days, fen = Counter[str](), Counter[str]()
    for line in stays:
        for grade, (nights, paid) in line.paid_by_grade.items():
            days[grade] += nights
            fen[grade] += paid
    return {grade: (days[grade], fen[grade]) for grade in (*terms.GRADES, "") if grade in days}


def _places(month: Month, mode: str, offered: list[_Offered], every: tuple[StayLine, ...]) -> PlaceFigures:
    stays = [line for line in every if line.mode == mode]
    places = [place for place in offered if place.mode == mode]
    return PlaceFigures(
        mode=mode,
        places=sum(place.there for place in places),
        taken_end=_taken_end(month, stays),
        available_days=sum(place.days for place in places),
        taken_days=sum(line.occupied_days for line in stays),
        away_days=sum(line.leave_days for line in stays),
        persons=len({line.person.resident_id for line in stays}),
    )


def _taken_end(month: Month, stays: Iterable[StayLine]) -> int:
    return sum(line.to_on is None or line.to_on > month.last for line in stays)


def _nights(month: Month, row: _StayRow) -> list[dt.date]:
    """The nights of a stay in the month: it occupies its first day and not its last."""
    return _days(month, row.from_on, row.to_on - _DAY if row.to_on else None)


def _of_mode(mode: str, every: _Numbered) -> dict[int, StayLine]:
    """The lines of one mode by their stay, which has one at most in each."""
    return {stay: line for stay, line in every if line.mode == mode}


def _days(month: Month, first: dt.date, last: dt.date | None) -> list[dt.date]:
    """The days of the month from ``first`` to ``last`` inclusive, in order."""
    start, end = max(first, month.first), min(last or month.last, month.last)
    return [start + _DAY * at for at in range((end - start).days + 1)]

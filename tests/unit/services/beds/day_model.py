"""A house as somebody would keep it who writes down for each night who lies where: slow, and obviously right."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

DAY = dt.timedelta(days=1)
FIRST, LAST = dt.date(2026, 9, 1), dt.date(2026, 12, 31)
DAYS = [FIRST + DAY * at for at in range((LAST - FIRST).days + 1)]
AMOUNTS = {"": 5000, "intact": 5000, "mild": 7000, "moderate": 10000, "severe": 15000, "complete": 15000}


@dataclass
class Lying:
    """Somebody in a bed from a day until before another one; ``away`` are first and last days of leaves."""

    person: int
    bed: int
    first: dt.date
    last: dt.date | None
    away: list[tuple[dt.date, dt.date | None]] = field(default_factory=list)

    def has(self, night: dt.date) -> bool:
        """Whether it has that night."""
        return self.first <= night and (self.last is None or night < self.last)

    def is_away(self, night: dt.date) -> bool:
        """Whether that night is one of a leave."""
        return any(first <= night and (last is None or night <= last) for first, last in self.away)

    @property
    def last_night(self) -> dt.date | None:
        """The last day that a leave of it may have."""
        return None if self.last is None else max(self.first, self.last - DAY)

    def ends(self, last: dt.date) -> None:
        """It ends; no leave outlasts it."""
        self.last = last
        night = self.last_night
        assert night is not None
        self.away = [(one, min(until or night, night)) for one, until in self.away if one <= night]


@dataclass
class Bed:
    """A bed: what kind it is from a day on, its days out of service, the day from which it is gone."""

    kinds: list[tuple[dt.date, str]] = field(default_factory=lambda: [(dt.date.min, "nursing")])
    outages: list[tuple[dt.date, dt.date | None]] = field(default_factory=list)
    closed: dt.date | None = None

    @property
    def out(self) -> bool:
        """Whether it is out of service without an end."""
        return any(last is None for _first, last in self.outages)

    def kind_on(self, day: dt.date) -> str:
        """What was said last of that day."""
        return [kind for since, kind in self.kinds if since <= day][-1]

    def usable(self, day: dt.date) -> bool:
        """Whether one can lie in it."""
        out = any(first <= day and (last is None or day <= last) for first, last in self.outages)
        return not out and not (self.closed and day >= self.closed)


@dataclass
class House:
    """Beds, who lies in them, grades in the order in which they were recorded, and who is gone since when."""

    beds: dict[int, Bed]
    people: list[int]
    lain: list[Lying] = field(default_factory=list)
    grades: dict[int, list[tuple[dt.date, str]]] = field(default_factory=dict)
    gone: dict[int, dt.date] = field(default_factory=dict)

    def copied(self) -> House:
        """The house as it is now."""
        return copy.deepcopy(self)

    def newest(self, person: int) -> Lying | None:
        """The stay that somebody has, or had last."""
        mine = [one for one in self.lain if one.person == person]
        # Of two that begin on one day, the one recorded last.
        return sorted(mine, key=lambda one: one.first)[-1] if mine else None

    def fits(self, new: Lying, besides: Lying | None = None) -> bool:
        """Whether each night finds the bed there and empty, and the person in no other bed and not gone."""
        gone = self.gone.get(new.person, dt.date.max)
        if new.first >= gone:
            return False
        for night in DAYS:
            if not new.has(night):
                continue
            if night >= gone or not self.beds[new.bed].usable(night):
                return False
            others = (one for one in self.lain if one is not besides and one.has(night))
            if any(one.bed == new.bed or one.person == new.person for one in others):
                return False
        return True

    def admit(self, person: int, bed: int, first: dt.date, last: dt.date | None) -> bool:
        """入住; whoever is known to be gone later stays until then."""
        new = Lying(person, bed, first, last)
        if last is None and first < self.gone.get(person, dt.date.min):
            new.last = self.gone[person]
        if last is not None and last > self.gone.get(person, dt.date.max):
            return False
        if not self.fits(new):
            return False
        self.lain.append(new)
        return True

    def move(self, person: int, bed: int, day: dt.date) -> bool:
        """换床: every night from that day on is one in the other bed."""
        old = self.newest(person)
        if old is None or old.bed == bed or day < old.first or (old.last is not None and old.last <= day):
            return False
        new = Lying(person, bed, day, old.last)
        if not self.fits(new, besides=old):
            return False
        new.away = [(max(one, day), until) for one, until in old.away if until is None or until >= day]
        old.ends(day)
        self.lain.append(new)
        return True

    def leave(self, person: int, first: dt.date, last: dt.date | None) -> bool:
        """请假: days of the stay that no other leave has."""
        stay = self.newest(person)
        if stay is None or first < stay.first or (last is not None and last < first):
            return False
        night = stay.last_night
        if night is not None and (first > night or (last or night) > night):
            return False
        last = last or night
        if any(first <= (until or LAST) and one <= (last or LAST) for one, until in stay.away):
            return False
        stay.away.append((first, last))
        return True

    def back(self, person: int, today: dt.date, last: dt.date) -> bool:
        """销假: of the leave that has today or a later day."""
        stay = self.newest(person)
        running = next((one for one in (stay.away if stay else []) if one[1] is None or one[1] >= today), None)
        if stay is None or running is None or last < running[0]:
            return False
        stay.away[stay.away.index(running)] = (running[0], last)
        return True

    def discharge(self, person: int, today: dt.date, day: dt.date) -> bool:
        """离院: once, and not before the admission."""
        stay = self.newest(person)
        if stay is None or day < stay.first or (stay.last is not None and stay.last <= today):
            return False
        stay.ends(day)
        return True

    def take_out(self, bed: int, today: dt.date) -> bool:
        """停用: from today on; nobody lies there."""
        if self.beds[bed].out:
            return True
        if any(one.bed == bed and one.has(night) for one in self.lain for night in DAYS if night >= today):
            return False
        self.beds[bed].outages.append((today, None))
        return True

    def bring_back(self, bed: int, today: dt.date) -> bool:
        """启用 again from today on."""
        ended = [(first, last if last is not None else today - DAY) for first, last in self.beds[bed].outages]
        self.beds[bed].outages = [(first, last) for first, last in ended if last >= first]
        return True

    def close(self, bed: int, day: dt.date) -> bool:
        """撤床: nobody lies there then or later."""
        if self.beds[bed].closed or any(
            one.bed == bed and one.has(night) for one in self.lain for night in DAYS if night >= day
        ):
            return False
        self.beds[bed].closed = day
        return True

    def reopen(self, bed: int) -> bool:
        """撤销撤床."""
        was = self.beds[bed].closed is not None
        self.beds[bed].closed = None
        return was

    def depart(self, person: int, day: dt.date) -> bool:
        """去世: the stay ends, one that begins later has no night."""
        if person in self.gone:
            return False
        self.gone[person] = day
        for one in self.lain:
            if one.person == person and (one.last is None or one.last > day):
                one.ends(max(day, one.first))
        return True

    def grade_of(self, person: int, night: dt.date) -> str:
        """The one assessed last up to that night; of one day the one recorded last."""
        known = [(day, at, grade) for at, (day, grade) in enumerate(self.grades.get(person, [])) if day <= night]
        return max(known)[2] if known else ""

    def nights(self, first: dt.date, last: dt.date) -> Iterator[tuple[Lying, dt.date]]:
        """Every stay with each of its nights from a day to another, both inclusive."""
        for night in DAYS:
            if first <= night <= last:
                yield from ((one, night) for one in self.lain if one.has(night))

    def subsidy_fen(self, stay: Lying, nights: list[dt.date], by: str, days: int) -> int:
        """What a stay earns in a month of so many days: its nights present, each by its grade or by the last one's."""
        paid = Fraction(0)
        for night in nights:
            if not stay.is_away(night):
                grade = self.grade_of(stay.person, night if by == "day" else nights[-1])
                paid += Fraction(AMOUNTS[grade], days)
        return int(paid + Fraction(1, 2))

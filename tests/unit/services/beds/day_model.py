"""A house as somebody would keep it who writes down for each night who lies where: slow, and obviously right."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

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


class Nature(NamedTuple):
    """What a bed is."""

    kind: str = "nursing"
    mode: str = "full"
    bed_class: str = ""


@dataclass
class Bed:
    """A bed: what it is by the day on which it became so, its days out of service, the day from which it is gone."""

    natures: dict[dt.date, Nature] = field(default_factory=lambda: {dt.date.min: Nature()})
    outages: list[tuple[dt.date, dt.date | None]] = field(default_factory=list)
    closed: dt.date | None = None

    def is_out(self, day: dt.date) -> bool:
        """Whether it is out of service that day."""
        return any(first <= day and (last is None or day <= last) for first, last in self.outages)

    def on(self, day: dt.date) -> Nature:
        """What it is that day: what was said of the newest day up to it."""
        return self.natures[max(since for since in self.natures if since <= day)]

    @property
    def last_change(self) -> dt.date:
        """The newest day on which it became what it is."""
        return max(self.natures)

    def there(self, day: dt.date) -> bool:
        """Whether it is in the house."""
        return not (self.closed and day >= self.closed)

    def usable(self, day: dt.date) -> bool:
        """Whether one can lie in it."""
        return self.there(day) and not self.is_out(day)


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

    def lies_somebody(self, bed: int, first: dt.date, last: dt.date | None) -> bool:
        """Whether somebody has a night of those days in a bed."""
        nights = [night for night in DAYS if first <= night and (last is None or night <= last)]
        return any(one.bed == bed and one.has(night) for one in self.lain for night in nights)

    def take_out(self, bed: int, today: dt.date) -> bool:
        """停用: from today on; nobody lies there, and no later days without it are known."""
        if self.beds[bed].is_out(today):
            return True
        return self.outage(bed, today, None)

    def bring_back(self, bed: int, today: dt.date) -> bool:
        """启用 again from today on."""
        ended = [
            (first, today - DAY if first <= today and (last is None or last >= today) else last)
            for first, last in self.beds[bed].outages
        ]
        self.beds[bed].outages = [(first, last) for first, last in ended if last is None or last >= first]
        return True

    def outage(self, bed: int, first: dt.date, last: dt.date | None, besides: int | None = None) -> bool:
        """停用 on days that are said, in the place of the one at ``besides``: nobody lies there then."""
        kept = [one for at, one in enumerate(self.beds[bed].outages) if at != besides]
        closed = self.beds[bed].closed
        if (last is not None and last < first) or (closed and (last or first) >= closed):
            return False
        if any(one <= (last or LAST) and first <= (until or LAST) for one, until in kept):
            return False
        if self.lies_somebody(bed, first, last):
            return False
        at = len(kept) if besides is None else besides
        self.beds[bed].outages = [*kept[:at], (first, last), *kept[at:]]
        return True

    def no_outage(self, bed: int, at: int) -> bool:
        """The bed was in service all the time."""
        del self.beds[bed].outages[at]
        return True

    def said(self, bed: int, nature: Nature, today: dt.date) -> bool:
        """What the form of the bed says of it holds from today on."""
        if nature != self.beds[bed].on(today):
            self.beds[bed].natures[today] = nature
        return True

    def became(self, bed: int, nature: Nature, day: dt.date) -> bool:
        """It is this from that day on, until the next day of which something was said."""
        self.beds[bed].natures[day] = nature
        return True

    def became_instead(self, bed: int, wrong: dt.date, nature: Nature, day: dt.date) -> bool:
        """Not on the one day, but on the other."""
        del self.beds[bed].natures[wrong]
        return self.became(bed, nature, day)

    def never_became(self, bed: int, wrong: dt.date) -> bool:
        """What it was before goes on."""
        del self.beds[bed].natures[wrong]
        return True

    def close(self, bed: int, day: dt.date) -> bool:
        """撤床: nobody lies there then or later."""
        if self.beds[bed].closed or self.lies_somebody(bed, day, None):
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

    def assess(self, person: int, grade: str, day: dt.date) -> bool:
        """评估: not after the death."""
        if day > self.gone.get(person, dt.date.max):
            return False
        self.grades.setdefault(person, []).append((day, grade))
        return True

    def hold(self, person: int, at: int) -> bool:
        """Of the results of one day this one holds."""
        mine = self.grades[person]
        self.grades[person] = [one for number, one in enumerate(mine) if number == at or one[0] != mine[at][0]]
        return True

    def no_grade(self, person: int, at: int) -> bool:
        """作废."""
        del self.grades[person][at]
        return True

    def void(self, person: int) -> bool:
        """作废 of the stay that somebody has, or had last."""
        stay = self.newest(person)
        self.lain = [one for one in self.lain if one is not stay]
        return stay is not None

    def grade_of(self, person: int, night: dt.date) -> str:
        """The one assessed last up to that night; of one day the one recorded last."""
        known = [(day, at, grade) for at, (day, grade) in enumerate(self.grades.get(person, [])) if day <= night]
        return max(known)[2] if known else ""

    def nights(self, first: dt.date, last: dt.date) -> Iterator[tuple[Lying, dt.date]]:
        """Every stay with each of its nights from a day to another, both inclusive."""
        for night in DAYS:
            if first <= night <= last:
                yield from ((one, night) for one in self.lain if one.has(night))

    def in_mode(self, mode: str, first: dt.date, last: dt.date) -> list[tuple[Lying, dt.date]]:
        """The nights from a day to another on which the bed is of that mode."""
        return [(one, night) for one, night in self.nights(first, last) if self.beds[one.bed].on(night).mode == mode]

    def subsidy_fen(self, stay: Lying, nights: list[dt.date], by: str, days: int) -> int:
        """What a stay earns in a month of so many days: its nights present, each by its grade or by the last one's."""
        paid = Fraction(0)
        for night in nights:
            if not stay.is_away(night):
                paid += Fraction(AMOUNTS[self.paying_grade(stay, night, nights, by)], days)
        return int(paid + Fraction(1, 2))

    def paying_grade(self, stay: Lying, night: dt.date, nights: list[dt.date], by: str) -> str:
        """The grade that counts for a night of these: of the day itself, or of the last one."""
        return self.grade_of(stay.person, night if by == "day" else nights[-1])

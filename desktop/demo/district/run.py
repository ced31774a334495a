"""The simulated district's three months: enrolment, files of all kinds, intake, figures, papers, receipts back."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.core import clock, files
from desktop.core.answers import NumbersWanted
from desktop.core.errors import DateRefused
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.demo.district import post
from desktop.demo.district.cast import Cast, Does, cast
from desktop.demo.district.life import Life
from desktop.demo.district.office import Day, work
from desktop.demo.district.places import DistrictPlaces
from desktop.demo.history import MONTHS
from desktop.district import enrolling, folder
from desktop.district.answers import Found
from desktop.district.engines import duckdb
from desktop.district.folder import District
from desktop.district.intake import Refused
from desktop.district.opening import opened
from desktop.sync import keys
from desktop.sync.keys import DistrictKey
from desktop.sync.receiving import Read

# Days of the month after: the centres hand in, the office sits down, who was late hands in, the office again.
HANDED_IN, SITTING, LATE, SITTING_AGAIN = 2, 6, 8, 10
_SHARED = 2


@dataclass(frozen=True)
class ReadBack:
    """A receipt that a centre read in."""

    centre: str
    path: Path
    read: Read


@dataclass
class DistrictDone:
    """What happened in the simulated district: files that came, those refused, figures, papers, receipts."""

    places: DistrictPlaces
    cast: Cast
    months: tuple[Month, ...]
    numbers: NumbersWanted
    days: dict[dt.date, Day] = field(default_factory=dict)
    handed_in: dict[str, list[Path]] = field(default_factory=dict)
    read_back: list[ReadBack] = field(default_factory=list)

    @property
    def refused(self) -> list[tuple[dt.date, Refused]]:
        """The files that were not taken, with the day."""
        return [(on, one) for on, day in self.days.items() for one in day.merged.refused]

    @property
    def found(self) -> dict[Month, Found]:
        """Each month's figures as they were counted last."""
        last = {month: found for day in self.days.values() for month, found in day.found.items()}
        return {month: last[month] for month in self.months if month in last}


def last_month(today: dt.date) -> Month:
    """The newest month of which all has happened, the office's last sitting too."""
    return Month.of(today - dt.timedelta(days=SITTING_AGAIN)).shifted(-1)


def make_district_demo(
    out: Path, month: Month, progress: Progress, numbers: NumbersWanted = NumbersWanted.FULL, seed: int = 1
) -> DistrictDone:
    """Make the simulated district in a fresh folder; the same seed gives the same people, acts and figures."""
    if month > last_month(clock.today()):
        raise DateRefused(Reason.FUTURE_DATE, month.shifted(1).day(SITTING_AGAIN))
    with duckdb.writing():
        # Without the district's packages it is said now, not after the first month.
        pass
    months = tuple(month.shifted(at - MONTHS + 1) for at in range(MONTHS))
    places = DistrictPlaces(out)
    places.clear()
    done = DistrictDone(places, cast(), months, numbers)
    play = _Play(done, progress, seed)
    progress.start(len(done.cast.members) * (1 + MONTHS) + 2 * MONTHS, translate("Progress", "Simulating a district"))
    play.enrol()
    for one in months:
        play.month(one)
    return done


class _Play:
    def __init__(self, done: DistrictDone, progress: Progress, seed: int) -> None:
        self._done, self._progress = done, progress
        self._places, self._months = done.places, done.months
        self._lives = {
            one.does: Life(one, done.places, done.months, random.Random(f"{seed} {one.number}"))
            for one in done.cast.members
        }
        self._new: list[Path] = []
        self._seen: set[tuple[str, bytes]] = set()
        self._whole: dict[Path, bytes] = {}

    # --- before the first month ------------------------------------------------------------------------------

    def enrol(self) -> None:
        """Make the district and its centres, and let them know each other's keys."""
        told = District(self._done.cast.name, self._done.cast.code, self._done.numbers)
        with _on(self._months[0].first, 8):
            self._key = folder.make(self._places.folder, told)
            self._places.mark()
            post_box = files.make_folder(self._places.beside / "keys")
            files.keep((post_box / "district.key").resolve(), keys.as_bytes(self._key))
            self._populate()
            with opened(self._places.folder) as desk:
                for does, life in self._lives.items():
                    life.found()
                    if does is Does.OPEN:
                        enrolling.register(desk, life.number, life.member.centre.name)
                    else:
                        key = _before_it_changed_its_mind(self._key) if does is Does.OTHER_NUMBERS else self._key
                        enrolling.enrol(desk, life.enrol(key, post_box))
                    self._progress.step()

    def _populate(self) -> None:
        for does, life in self._lives.items():
            if does is not Does.SHARES:
                life.born()
        # Who lived in one street and moved to the other is on record in both.
        known = [one for one in self._lives[Does.PUNCTUAL].people if one.flags and not one.fault.lost]
        self._lives[Does.SHARES].born([one for one in known if one.state_on is None][:_SHARED])

    # --- a month ------------------------------------------------------------------------------------------------

    def month(self, month: Month) -> None:
        """A month's files, the office's two sittings over them, and the receipts that go back."""
        after = month.shifted(1)
        for at, (does, life) in enumerate(self._lives.items()):
            if not self._is_late(does, month):
                with _on(after.day(HANDED_IN), 9, 5 * at):
                    self._hand_in(does, life, month)
            self._progress.step()
        with _on(after.day(HANDED_IN), 17):
            self._strangers(month)
        self._sit(after.day(SITTING), [month])
        with _on(after.day(LATE), 9):
            self._afterwards(month)
        self._sit(after.day(SITTING_AGAIN), self._months if month == self._months[-1] else [month])

    def _is_late(self, does: Does, month: Month) -> bool:
        return (does, month) in ((Does.LATE, self._months[1]), (Does.MISSING, self._months[2]))

    def _hand_in(self, does: Does, life: Life, month: Month) -> None:
        first, second, third = self._months
        if does is Does.LEARNS_LATE and month == second:
            self._sent(life, *life.learn_late(first.first))
        open_ = does is Does.OPEN_MONTH and month == third
        path = life.hand_in(month, close=not open_, died=does is Does.LEARNS_LATE and month == third)
        if does is Does.OPEN and month == first:
            post.of_older_program(path)
        if does is Does.CUT and month == second:
            self._whole[path] = post.cut(path)
        self._sent(life, path)

    def _strangers(self, month: Month) -> None:
        """What came by other ways: of a centre of another district, and of somebody under another's number."""
        if month != self._months[1]:
            return
        like, out = self._lives[Does.FORGED].member, self._places.post
        self._new.append(post.strangers(like, *self._done.cast.foreign, self._key, out / "foreign", month))
        about = like.centre
        self._new.append(post.strangers(like, about.number, about.name, self._key, out / "forged", month))

    def _afterwards(self, month: Month) -> None:
        """What is sent between the two sittings: what was late, cut, of another wish, replayed or put right."""
        first, second, third = self._months
        if month == first:
            life = self._lives[Does.OTHER_NUMBERS]
            life.enrol(self._key, self._places.beside / "keys")
            self._sent(life, life.again(first))
        elif month == second:
            life = self._lives[Does.LATE]
            self._sent(life, life.hand_in(second))
            for path, whole in self._whole.items():
                path.write_bytes(whole)
                self._sent(self._lives[Does.CUT], path)
            self._replay()
        elif month == third:
            life = self._lives[Does.CORRECTED]
            self._sent(life, *life.correct(first))
            life = self._lives[Does.PUNCTUAL]
            self._sent(life, life.everything())

    def _replay(self) -> None:
        """A file that is known comes again, and after a later one of its month the one that was before it."""
        life, first = self._lives[Does.REPLAYED], self._months[0]
        old, known = self._done.handed_in[life.number]
        self._sent(life, life.again(first))
        self._new += [known, old]

    def _sent(self, life: Life, *paths: Path) -> None:
        sent = self._done.handed_in.setdefault(life.number, [])
        sent += [path for path in paths if path not in sent]
        self._new += paths

    def _sit(self, day: dt.date, months: Sequence[Month]) -> None:
        with _on(day, 9):
            came, self._new = self._new, []
            self._done.days[day] = sitting = work(self._places, came, months, day.isoformat())
        with _on(day, 15):
            for life in self._lives.values():
                self._read_back(
                    life, [one.path for one in sitting.receipts.written if one.receipt.centre == life.number]
                )
        self._progress.step()

    def _read_back(self, life: Life, paths: Sequence[Path]) -> None:
        new = {path: (path.name, path.read_bytes()) for path in paths}
        new = {path: seen for path, seen in new.items() if seen not in self._seen}
        self._seen.update(new.values())
        if new and life.member.does is not Does.OPEN:
            self._done.read_back += [ReadBack(life.number, *one) for one in life.read_back(list(new))]


@contextmanager
def _on(day: dt.date, hour: int, minute: int = 0) -> Iterator[None]:
    with clock.standing_at(dt.datetime.combine(day, dt.time(hour, minute))):
        yield


def _before_it_changed_its_mind(key: DistrictKey) -> DistrictKey:
    """The district's key of when it asked for the other kind of numbers."""
    if key.numbers == NumbersWanted.FULL:
        return replace(key, numbers=NumbersWanted.HASHED, matching=os.urandom(32).hex())
    return replace(key, numbers=NumbersWanted.FULL, matching="")

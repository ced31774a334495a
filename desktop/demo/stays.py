"""The demo centre's house: beds, and who has lived in them when."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, replace

from desktop.core.trade import BedKind, BedMode, FlagKind, Living
from desktop.demo.history import History
from desktop.demo.people import DemoFlag, DemoPerson

BUILDING = "1号楼"
_FLOORS, _ROOMS, _PER_ROOM = 4, 6, 2
_AT_HOME = frozenset({FlagKind.LIVING_ALONE, FlagKind.EMPTY_NEST, FlagKind.LEFT_BEHIND, FlagKind.DESTITUTE_HOME})
_NEED = {"intact": 0, "mild": 1, "moderate": 2, "severe": 3, "complete": 4}


@dataclass(frozen=True)
class DemoBed:
    """One bed; the two lower floors and part of the third are for nursing."""

    floor: int
    room: str
    number: int
    kind: str
    mode: str
    external_code: str


@dataclass(frozen=True)
class DemoStay:
    """One person in one bed, at most once on leave."""

    bed: DemoBed
    person: DemoPerson
    from_on: dt.date
    to_on: dt.date | None = None
    leave: tuple[dt.date, dt.date, str] | None = None


def build_beds(rng: random.Random) -> list[DemoBed]:
    """Forty-eight beds on four floors, two in a room, a third of them ordinary, the last six for the day only."""
    beds = []
    places = [(floor, room) for floor in range(1, _FLOORS + 1) for room in range(1, _ROOMS + 1)]
    for floor, room in places:
        for number in range(1, _PER_ROOM + 1):
            kind = BedKind.NURSING if floor < 3 or (floor == 3 and room <= 4) else BedKind.ORDINARY
            mode = BedMode.DAY if floor == _FLOORS and room > 3 else BedMode.FULL
            beds.append(DemoBed(floor, f"{floor}0{room}", number, kind, mode, f"YN{rng.randrange(10**10):010d}"))
    return beds


def build_stays(rng: random.Random, people: list[DemoPerson], beds: list[DemoBed], history: History) -> list[DemoStay]:
    """At first five of eight beds taken; in each month somebody comes, somebody goes, somebody is on leave."""
    lodgers = _lodgers(people, len(beds))
    taken = rng.sample(beds, min(len(beds) * 5 // 8, len(lodgers)))
    taken.sort(key=lambda bed: (bed.room, bed.number))
    stays = [_stay(rng, bed, person, history) for bed, person in zip(taken, lodgers, strict=False)]
    empty = [bed for bed in beds if bed not in taken]
    return stays + _newcomers(rng, empty, lodgers[len(taken) :], history)


def settled(people: list[DemoPerson], stays: list[DemoStay], history: History) -> list[DemoPerson]:
    """The same people; those who have lived in the house since before the history begins no longer live alone."""
    lasting = {
        stay.person.number
        for stay in stays
        if stay.to_on is None and stay.from_on < history.first and stay.bed.mode == BedMode.FULL
    }
    return [_moved_in(person) if person.number in lasting else person for person in people]


def _moved_in(person: DemoPerson) -> DemoPerson:
    kept = tuple(flag for flag in person.flags if flag.code not in _AT_HOME)
    destitute = any(flag.code == FlagKind.DESTITUTE_HOME for flag in person.flags)
    flags = (*kept, DemoFlag("destitute_institution")) if destitute else kept
    return replace(person, living=Living.INSTITUTION, flags=flags)


def _lodgers(people: list[DemoPerson], count: int) -> list[DemoPerson]:
    """Those in most need first; people who left the register have left the house as well."""
    staying = [person for person in people if person.state_on is None and not person.fault.lost]
    return sorted(staying, key=lambda person: (-_NEED[person.grade], person.number))[:count]


def _stay(rng: random.Random, bed: DemoBed, person: DemoPerson, history: History) -> DemoStay:
    start = history.first - dt.timedelta(days=rng.randrange(10, 900))
    draw = rng.random()
    if draw < 0.12:
        return DemoStay(bed, person, start, _some_day(rng, history))
    if draw < 0.32:
        return DemoStay(bed, person, start, None, _leave(rng, history))
    return DemoStay(bed, person, start)


def _newcomers(rng: random.Random, empty: list[DemoBed], waiting: list[DemoPerson], history: History) -> list[DemoStay]:
    arrivals = sorted(_some_day(rng, history) for _ in range(2 * len(history.months)))
    return [DemoStay(bed, person, day) for bed, person, day in zip(empty, waiting, arrivals, strict=False)]


def _leave(rng: random.Random, history: History) -> tuple[dt.date, dt.date, str]:
    start = _some_day(rng, history)
    reason = rng.choice(("住院", "回家"))
    return start, min(start + dt.timedelta(days=rng.randint(1, 9)), history.until), reason


def _some_day(rng: random.Random, history: History) -> dt.date:
    return history.first + dt.timedelta(days=rng.randrange((history.until - history.first).days + 1))

"""Random acts from two connections, each held against a model that walks through the nights."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import UserError
from desktop.core.period import Month
from desktop.models import query
from desktop.models.database import close_thread
from desktop.models.resident import Grade
from desktop.services import undoing
from desktop.services.beds import in_service, lain, moving, places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures.bed_days import beds as bed_figures
from desktop.services.residents import states
from desktop.services.writing import done, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.unit.services.beds.day_model import AMOUNTS, DAY, Bed, House

BEGIN = dt.datetime(2026, 10, 1, 9, 0)
Call = Callable[[], object]


@contextmanager
def connection() -> Iterator[Callable[[Call], bool]]:
    """A thread with a connection of its own; whether what it was asked for was done."""
    with ThreadPoolExecutor(1) as thread:

        def ask(call: Call) -> bool:
            try:
                thread.submit(call).result()
            except UserError:
                return False
            return True

        yield ask
        thread.submit(close_thread).result()


class Desk:
    """Chooses an act, does it through one of the connections and in the model, and says what both answered."""

    def __init__(self, actor: Actor, house: House, seed: int) -> None:
        self.actor, self.house, self.random = actor, house, random.Random(seed)
        self.before: House | None = None

    def act(self, today: dt.date) -> tuple[str, Call, Callable[[], bool]]:
        """An act of the day by name: how the program does it, and how the model does."""
        names = "admit admit move move leave leave back discharge out in close reopen grade kind depart undo"
        name = self.random.choice(names.split())
        if name == "undo":
            return name, self._undo, self._undone
        self.before = self.house.copied()
        person, bed = self.random.choice(self.house.people), self.random.choice(list(self.house.beds))
        # Most is told on its day, some late.
        day = today - DAY * self.random.choice((0, 0, 0, 1, 2, 5, 9))
        later = self.random.choice((None, None, day, day + DAY, day + 3 * DAY, day + 12 * DAY))
        actor, house = self.actor, self.house
        acts: dict[str, tuple[Call, Callable[[], bool]]] = {
            "admit": (
                lambda: stays.admit(actor, StayDraft(person, bed, day, later or "")),
                lambda: house.admit(person, bed, day, later),
            ),
            "move": (
                lambda: moving.move(actor, lain.last_of(person), bed, day),
                lambda: house.move(person, bed, day),
            ),
            "leave": (
                lambda: stays.add_leave(actor, lain.last_of(person), day, later or "", "住院"),
                lambda: house.leave(person, day, later),
            ),
            "back": (
                lambda: stays.end_leave(actor, lain.last_of(person), day),
                lambda: house.back(person, today, day),
            ),
            "discharge": (
                lambda: stays.discharge(actor, lain.last_of(person), day, "回家"),
                lambda: house.discharge(person, today, day),
            ),
            "out": (lambda: self._service(bed, True), lambda: house.take_out(bed, today)),
            "in": (lambda: self._service(bed, False), lambda: house.bring_back(bed, today)),
            "close": (lambda: in_service.close(actor, bed, day), lambda: house.close(bed, day)),
            "reopen": (lambda: in_service.take_back_close(actor, bed, "点错"), lambda: house.reopen(bed)),
            "depart": (
                lambda: states.apply(actor, person, "deceased", day, "病故"),
                lambda: house.depart(person, day),
            ),
        }
        grade, kind = self.random.choice([one for one in AMOUNTS if one]), self.random.choice(("nursing", "ordinary"))
        acts["grade"] = lambda: self._grade(person, grade, day), lambda: self._graded(person, grade, day)
        acts["kind"] = lambda: self._kind(bed, kind), lambda: self._has_kind(bed, kind, today)
        return name, *acts[name]

    def _service(self, bed: int, out: bool) -> None:
        draft = places.draft_of(bed)
        draft.out_of_service = out
        places.save(self.actor, draft)

    def _kind(self, bed: int, kind: str) -> None:
        draft = places.draft_of(bed)
        draft.kind = kind
        places.save(self.actor, draft)

    def _has_kind(self, bed: int, kind: str, today: dt.date) -> bool:
        # Typed into the form of a bed: it holds from that day on, and the months before keep what they were.
        self.house.beds[bed].kinds.append((today, kind))
        return True

    def _grade(self, person: int, grade: str, day: dt.date) -> None:
        with writing(self.actor, Action.EDIT_RESIDENT) as unit:
            unit.add(Grade(resident=person, grade=grade, assessed_on=day))

    def _graded(self, person: int, grade: str, day: dt.date) -> bool:
        self.house.grades.setdefault(person, []).append((day, grade))
        return True

    def _undo(self) -> None:
        undoing.take_back(self.actor, done.standing(self.actor)[0])

    def _undone(self) -> bool:
        assert self.before is not None
        self.house.__dict__.update(self.before.__dict__)
        return True


def rows() -> list[tuple[int, int, str, str | None]]:
    """Every stay on record: whose, which bed, first day, day from which the bed is free."""
    found = query.fetch("SELECT resident_id, bed_id, from_on, to_on FROM living_stay")
    return sorted((tuple(row) for row in found), key=str)


def leaves() -> list[tuple[int, str, str | None]]:
    """Every leave on record: whose, first and last day."""
    found = query.fetch(
        "SELECT s.resident_id, l.from_on, l.to_on FROM living_leave l JOIN living_stay s ON s.id = l.stay_id"
    )
    return sorted((tuple(row) for row in found), key=str)


def text(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def same_rows(house: House) -> None:
    """The record is what the model wrote down."""
    assert rows() == sorted(((one.person, one.bed, text(one.first), text(one.last)) for one in house.lain), key=str)
    away = [(one.person, text(first), text(last)) for one in house.lain for first, last in one.away]
    assert leaves() == sorted(away, key=str)


def same_figures(house: House, month: Month, by: str) -> None:
    """The month's bed-days and money are what the nights come to, one by one."""
    found = bed_figures(month)
    nights = list(house.nights(month.first, month.last))
    for whose in ("bed", "person"):
        assert len({(getattr(one, whose), night) for one, night in nights}) == len(nights), f"a {whose} twice a night"
    assert found.leave_bed_days == sum(one.is_away(night) for one, night in nights)
    assert found.occupied_bed_days == len(nights) - found.leave_bed_days
    assert found.available_bed_days == sum(bed.usable(day) for bed in house.beds.values() for day in days(month))
    assert found.occupied_bed_days + found.leave_bed_days <= found.available_bed_days
    at_end = [bed for bed in house.beds.values() if not (bed.closed and bed.closed <= month.last)]
    assert (found.beds, found.nursing_beds) == (
        len(at_end),
        sum(bed.kind_on(month.last) == "nursing" for bed in at_end),
    )
    fen = 0
    for one in house.lain:
        mine = [night for stay, night in nights if stay is one]
        fen += house.subsidy_fen(one, mine, by, month.days)
    assert found.operating_subsidy_fen == fen


def days(month: Month) -> list[dt.date]:
    return [month.day(number) for number in range(1, month.days + 1)]


def run(actor: Actor, person: Callable[..., int], seed: int, acts: int) -> None:
    people = [person(name) for name in ("李桂兰", "王芳", "张秀英", "刘洋")]
    made = [places.save(actor, BedDraft(room="304", number=str(one), opened_on="2026-01-01")) for one in range(1, 4)]
    by = ("day", "last_night")[seed % 2]
    rules.set_rule(actor, "bed_subsidy_by", dt.date(2026, 10, 1), by)
    house = House({one: Bed() for one in made}, people)
    desk = Desk(actor, house, seed)
    with ExitStack() as stack:
        desks = [stack.enter_context(connection()) for _ in range(2)]
        moment, undoable = BEGIN, False
        for _ in range(acts):
            moment += dt.timedelta(hours=desk.random.choice((0, 1, 5, 24)))
            with clock.standing_at(moment):
                name, call, expected = desk.act(moment.date())
                if name == "undo" and not undoable:
                    continue
                logged = query.count("SELECT count(*) FROM change_log")
                went = desk.random.choice(desks)(call)
                assert went == expected(), f"{moment:%m-%d} {name}: the program {'took' if went else 'refused'} it"
                undoable = name != "undo" and query.count("SELECT count(*) FROM change_log") > logged
                same_rows(house)
        for month in (Month(2026, 10), Month(2026, 11)):
            with clock.standing_at(max(moment, dt.datetime(2026, 12, 1, 9))):
                same_figures(house, month, by)


@pytest.mark.parametrize("seed", range(6))
def test_random_acts_of_two_connections_are_what_the_nights_say(
    actor: Actor, person: Callable[..., int], seed: int
) -> None:
    run(actor, person, seed, 60)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_many_more_of_them(actor: Actor, person: Callable[..., int], seed: int) -> None:
    run(actor, person, seed, 120)

"""Random acts from two connections, each held against a model that walks through the nights."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest

from desktop.core import clock
from desktop.core.errors import UserError
from desktop.core.period import Month
from desktop.models import query
from desktop.models.database import close_thread
from desktop.services import undoing
from desktop.services.beds import in_service, lain, moving, natures, outages, places, stays
from desktop.services.beds.natures import NatureDraft
from desktop.services.beds.outages import OutageDraft
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures.bed_days import beds as bed_figures
from desktop.services.residents import assessments, grades, states
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.writing import done, rules
from desktop.services.writing.actor import Actor
from tests.unit.core.test_assessment import points
from tests.unit.services.beds.day_model import DAY, Bed, House, Lying, Nature

BEGIN = dt.datetime(2026, 10, 1, 9, 0)
Call = Callable[[], object]
# How often each comes up: a house in which people lie, whose beds and grades change beneath them.
NAMES = {
    **{"admit": 9, "move": 4, "leave": 4, "back": 2, "discharge": 2, "void": 1, "depart": 1, "undo": 3},
    **{"out": 1, "in": 2, "close": 1, "reopen": 2, "outage": 2, "outage_instead": 1, "no_outage": 2},
    **{"form": 2, "became": 6, "became_instead": 1, "never_became": 1, "assess": 4, "hold": 1, "no_grade": 1},
}
# Most beds are such as count.
NATURES = (
    ("nursing", "ordinary"),
    ("full", "full", "day", "home"),
    ("basic", "inclusive", "market", ""),
)
POINTS = {"intact": 90, "mild": 89, "moderate": 46, "severe": 45, "complete": 12}
# Nothing is there of which it could be said.
NOTHING: tuple[Call, Callable[[], bool]] = (lambda: None, lambda: True)


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
        (name,) = self.random.choices(list(NAMES), list(NAMES.values()))
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
            "void": (
                lambda: stays.void_stay(actor, lain.last_of(person), "录错了人"),
                lambda: house.void(person),
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
        acts |= self._of_beds(bed, day, later, today) | self._of_grades(person, day)
        return name, *acts[name]

    def _service(self, bed: int, out: bool) -> None:
        draft = places.draft_of(bed)
        draft.out_of_service = out
        places.save(self.actor, draft)

    def _of_beds(
        self, bed: int, day: dt.date, later: dt.date | None, today: dt.date
    ) -> dict[str, tuple[Call, Callable[[], bool]]]:
        """What a bed is and its days out of service, said with their days, put right and voided."""
        actor, house, kept = self.actor, self.house, self.house.beds[bed]
        nature = Nature(*(self.random.choice(codes) for codes in NATURES))
        acts: dict[str, tuple[Call, Callable[[], bool]]] = {
            "form": (lambda: self._typed(bed, nature), lambda: house.said(bed, nature, today)),
            "became": (
                lambda: natures.record(actor, NatureDraft(bed, day, *nature)),
                lambda: house.became(bed, nature, day),
            ),
            "outage": (
                lambda: outages.record(actor, OutageDraft(bed, day, later or "", "装修")),
                lambda: house.outage(bed, day, later),
            ),
        }
        acts |= dict.fromkeys(("became_instead", "never_became", "outage_instead", "no_outage"), NOTHING)
        if kept.last_change != dt.date.min:
            wrong = self.random.choice(sorted(since for since in kept.natures if since != dt.date.min))
            acts["became_instead"] = (
                lambda: natures.change(actor, became_on(bed, wrong), NatureDraft(bed, day, *nature)),
                lambda: house.became_instead(bed, wrong, nature, day),
            )
            acts["never_became"] = (
                lambda: natures.void(actor, became_on(bed, wrong), "记错床"),
                lambda: house.never_became(bed, wrong),
            )
        if kept.outages:
            at = self.random.randrange(len(kept.outages))
            acts["outage_instead"] = (
                lambda: outages.change(actor, of_bed(bed)[at], OutageDraft(bed, day, later or "", "装修")),
                lambda: house.outage(bed, day, later, at),
            )
            acts["no_outage"] = (
                lambda: outages.void(actor, of_bed(bed)[at], "记错床"),
                lambda: house.no_outage(bed, at),
            )
        return acts

    def _typed(self, bed: int, nature: Nature) -> None:
        draft = places.draft_of(bed)
        draft.kind, draft.mode, draft.bed_class = nature
        places.save(self.actor, draft)

    def _of_grades(self, person: int, day: dt.date) -> dict[str, tuple[Call, Callable[[], bool]]]:
        """Assessments whose points make a grade, which of one day holds, and what was assessed by mistake."""
        actor, house = self.actor, self.house
        grade, number = self.random.choice(list(POINTS)), self.random.randrange(10**9)
        draft = AssessmentDraft(
            person, day, "routine", points(POINTS[grade]), agency="春城评估", report_no=f"2026-{number}"
        )
        acts: dict[str, tuple[Call, Callable[[], bool]]] = {
            "assess": (lambda: assessments.record(actor, draft), lambda: house.assess(person, grade, day)),
        }
        acts |= dict.fromkeys(("hold", "no_grade"), NOTHING)
        if mine := house.grades.get(person):
            at = self.random.randrange(len(mine))
            acts["hold"] = lambda: grades.hold(actor, of_person(person)[at]), lambda: house.hold(person, at)
            acts["no_grade"] = (
                lambda: grades.void(actor, of_person(person)[at], "评错了人"),
                lambda: house.no_grade(person, at),
            )
        return acts

    def _undo(self) -> None:
        undoing.take_back(self.actor, done.standing(self.actor)[0])

    def _undone(self) -> bool:
        assert self.before is not None
        self.house.__dict__.update(self.before.__dict__)
        return True


def became_on(bed: int, day: dt.date) -> int:
    """The row that says what a bed is from a day on."""
    return query.ids("SELECT id FROM living_bed_nature WHERE bed_id = ? AND from_on = ?", [bed, day.isoformat()])[0]


def of_bed(bed: int) -> list[int]:
    """Its outages on record, the first recorded first."""
    return query.ids("SELECT id FROM living_bed_outage WHERE bed_id = ? ORDER BY id", [bed])


def of_person(person: int) -> list[int]:
    """Somebody's grades on record, the first recorded first."""
    return query.ids("SELECT id FROM living_grade WHERE resident_id = ? ORDER BY id", [person])


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
    # A bed's own row repeats the latest.
    kept = {row[0]: Nature(*row[1:]) for row in query.fetch("SELECT id, kind, mode, bed_class FROM living_bed")}
    assert kept == {one: bed.natures[bed.last_change] for one, bed in house.beds.items()}
    out = query.fetch("SELECT bed_id, from_on, to_on FROM living_bed_outage ORDER BY id")
    assert sorted((tuple(row) for row in out), key=str) == sorted(
        ((one, text(first), text(last)) for one, bed in house.beds.items() for first, last in bed.outages), key=str
    )


def same_figures(house: House, month: Month, by: str) -> None:
    """The month's bed-days and money are what the nights come to, one by one."""
    found = bed_figures(month)
    every = list(house.nights(month.first, month.last))
    for whose in ("bed", "person"):
        assert len({(getattr(one, whose), night) for one, night in every}) == len(every), f"a {whose} twice a night"
    nights = house.in_mode("full", month.first, month.last)
    assert found.leave_bed_days == sum(one.is_away(night) for one, night in nights)
    assert found.occupied_bed_days == len(nights) - found.leave_bed_days
    assert found.available_bed_days == len(offered(house, month, "full"))
    assert found.occupied_bed_days + found.leave_bed_days <= found.available_bed_days
    at_end = [bed for bed in house.beds.values() if bed.there(month.last) and bed.on(month.last).mode == "full"]
    assert (found.beds, found.nursing_beds, found.in_service_end) == (
        len(at_end),
        sum(bed.on(month.last).kind == "nursing" for bed in at_end),
        sum(bed.usable(month.last) for bed in at_end),
    )
    same_money_and_classes(house, month, by, nights)
    for one in found.places:
        inside = house.in_mode(one.mode, month.first, month.last)
        assert (one.places, one.available_days, one.taken_days, one.away_days, one.persons, one.taken_end) == (
            sum(bed.there(month.last) and bed.on(month.last).mode == one.mode for bed in house.beds.values()),
            len(offered(house, month, one.mode)),
            sum(not stay.is_away(night) for stay, night in inside),
            sum(stay.is_away(night) for stay, night in inside),
            len({stay.person for stay, _night in inside}),
            sum(night == month.last for _stay, night in inside),
        )


def same_money_and_classes(house: House, month: Month, by: str, nights: list[tuple[Lying, dt.date]]) -> None:
    """The subsidy and the nights by grade and by class are those of a pencil and a list of nights."""
    found, fen = bed_figures(month), 0
    by_grade, by_class, away = Counter[str](), defaultdict[str, Counter[str]](Counter), Counter[str]()
    for stay in house.lain:
        mine = [night for one, night in nights if one is stay]
        fen += house.subsidy_fen(stay, mine, by, month.days)
        for night in mine:
            bed_class = house.beds[stay.bed].on(night).bed_class
            if stay.is_away(night):
                away[bed_class] += 1
                continue
            grade = house.paying_grade(stay, night, mine, by)
            by_grade[grade] += 1
            by_class[bed_class][grade] += 1
    assert found.operating_subsidy_fen == fen
    assert {grade: days for grade, (days, _fen) in found.subsidy_by_grade.items()} == dict(by_grade)
    assert sum(paid for _days, paid in found.subsidy_by_grade.values()) == fen
    told = {line.bed_class: (dict(line.days), line.away_days) for line in found.by_class}
    if found.by_class:
        assert {one: line for one, line in told.items() if any(line)} == {
            one: (dict(by_class[one]), away[one]) for one in {*by_class, *away}
        }
    else:
        assert not any({*by_class, *away}), "no bed of the month has a class"


def offered(house: House, month: Month, mode: str) -> list[tuple[Bed, dt.date]]:
    """The days on which a place of that mode can be lain in."""
    return [(bed, day) for bed in house.beds.values() for day in days(month) if usable_as(bed, day, mode)]


def usable_as(bed: Bed, day: dt.date, mode: str) -> bool:
    return bed.usable(day) and bed.on(day).mode == mode


def days(month: Month) -> list[dt.date]:
    return [month.day(number) for number in range(1, month.days + 1)]


def run(actor: Actor, person: Callable[..., int], seed: int, acts: int) -> int:
    """So many acts; the nights of the two months that are held against the model in the end."""
    people = [person(name) for name in ("李桂兰", "王芳", "张秀英", "刘洋", "赵明", "周莲")]
    made = [places.save(actor, BedDraft(room="304", number=str(one), opened_on="2026-01-01")) for one in range(1, 5)]
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
    return len(list(house.nights(dt.date(2026, 10, 1), dt.date(2026, 11, 30))))


@pytest.mark.parametrize("seed", [0, 2, 3, 4, 5, 7])
def test_random_acts_of_two_connections_are_what_the_nights_say(
    actor: Actor, person: Callable[..., int], seed: int
) -> None:
    assert run(actor, person, seed, 80) > 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_many_more_of_them(actor: Actor, person: Callable[..., int], seed: int) -> None:
    run(actor, person, seed, 160)

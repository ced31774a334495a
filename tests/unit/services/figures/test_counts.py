"""The counts that indicators are made of, each against a slow and plain counting person by person and day by day."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month, age_on
from desktop.models.bed import Bed, Stay
from desktop.models.help_service import HelpService
from desktop.models.meal import Meal
from desktop.models.named import Named
from desktop.models.resident import Enrolment, Flag, RegisterEvent, Resident
from desktop.models.visit import Visit
from desktop.models.worker import Certificate, Post, Training, TrainingTaker, Worker
from desktop.services.figures.bed_days import beds
from desktop.services.figures.counts import COUNTERS, Known
from desktop.services.figures.register_end import people
from desktop.services.figures.roster_visits import visits
from desktop.services.register.snapshot import register
from desktop.services.writing.journal import writing

OCTOBER = Month(2026, 10)
END = dt.date(2026, 10, 31)
SEEN = dt.datetime(2026, 11, 20, 9)
OWN = (
    *("people.65", "people.65_health_record", "people.65_family_doctor", "people.80", "people.80_health_record"),
    *("people.insured_accident", "people.disabled_destitute", "people.disabled_destitute_kept"),
    *("people.destitute_kept", "people.served", "people.learners", "people.volunteers"),
    *("staff.social_workers", "staff.carers", "staff.certified_carers", "people.on_register_end"),
    *("staff.trained_carers", "staff.skilled_carers", "services.disabled", "services.disabled_helped"),
)


def counted(month=OCTOBER):
    known = register()
    made = Known(month, known, visits(month, known), beds(month, known), people(month, known))
    found = {name: COUNTERS[name](made) for name in OWN}
    # None: nothing of the kind is on record.
    return {name: None if one is None else one.value for name, one in found.items()}


class World:
    """Random people, staff and care; everything is also kept as plain Python for the twin."""

    def __init__(self, unit, chance):
        self.unit, self.chance = unit, chance
        self.people = [self.person(number) for number in range(40)]
        self.staff = [self.worker(number) for number in range(12)]
        self.trainings = [self.training() for _ in range(5)]

    def training(self):
        """A training of the year or of the one before, and which of the staff took part."""
        kind = self.perhaps("pre_job", "induction", "in_service", "family_carer")
        held, takers = self.day("2025-10-01", 410), self.chance.sample(range(12), self.chance.randrange(6))
        row = self.unit.add(Training(day=held, kind=kind, title="翻身拍背", minutes=120))
        for number in takers:
            self.unit.add(TrainingTaker(training=row, named_id=self.staff[number]["named"]))
        return kind, held, takers

    def day(self, first="2026-09-20", days=60):
        return dt.date.fromisoformat(first) + dt.timedelta(days=self.chance.randrange(days))

    def perhaps(self, *values):
        return self.chance.choice(values)

    def span(self):
        """A first day or none, and a last one not before it or none."""
        first = self.perhaps(None, self.day())
        last = self.perhaps(None, self.day("2026-10-20", 20))
        return first, last if first is None or last is None else max(first, last)

    def person(self, number):
        add, perhaps = self.unit.add, self.perhaps
        born = self.chance.choice(
            [
                None,
                dt.date(1970, 1, 1),
                dt.date(1961, 10, 31),
                dt.date(1961, 11, 1),
                dt.date(1946, 10, 31),
                dt.date(1938, 5, 5),
            ]
        )
        columns = {name: perhaps(True, False, None) for name in ("health_record", "family_doctor", "insured_accident")}
        row = add(
            Resident(name=f"甲{number}", name_key=f"{number}", born_on=born, sex="male", id_state="none", **columns)
        )
        found = {
            "row": row,
            "born": born,
            "columns": columns,
            "events": [("on_register", None)],
            "flags": [],
            "enrolled": [],
        }
        add(RegisterEvent(resident=row, state="on_register"))
        if perhaps(True, False, False, False):
            found["events"].append((perhaps("moved_out", "deceased"), self.day()))
            add(RegisterEvent(resident=row, state=found["events"][-1][0], on_date=found["events"][-1][1]))
        for kind in ("destitute_institution", "destitute_home", "disabled"):
            if perhaps(True, False):
                first, last = self.span()
                found["flags"].append((kind, first, last))
                add(Flag(resident=row, kind=kind, from_on=first, to_on=last))
        for kind in columns:
            if perhaps(True, False, False):
                first = bool(columns[kind])
                changed = self.day()
                found["enrolled"] += [(kind, None, not first), (kind, changed, first)]
                add(Enrolment(resident=row, kind=kind, from_on=None, held=not first))
                add(Enrolment(resident=row, kind=kind, from_on=changed, held=first))
        found["care"] = self.care(row)
        return found

    def care(self, row):
        add, perhaps, told = self.unit.add, self.perhaps, []
        if perhaps(True, False, False):
            told.append(("visit", self.day(), perhaps("reached", "not_reached")))
            add(Visit(resident=row, visited_on=told[-1][1], method="home", outcome=told[-1][2]))
        for _ in range(self.chance.randrange(7)):
            told.append(
                (perhaps("learning", "cleaning"), self.day("2026-01-01", 320), perhaps("done", "rated", "requested"))
            )
            add(HelpService(resident=row, service_on=told[-1][1], type=told[-1][0], state=told[-1][2]))
        if perhaps(True, False, False, False):
            told.append(("meal", self.day(), ""))
            add(
                Meal(
                    resident=row,
                    eaten_on=told[-1][1],
                    meal="lunch",
                    mode="dine_in",
                    price_fen=0,
                    subsidy_fen=0,
                    paid_fen=0,
                )
            )
        return told

    def worker(self, number):
        add, perhaps = self.unit.add, self.perhaps
        named = add(Named(list="person", retired_on=perhaps(None, None, None, self.day())))
        helps = self.people[number]["row"] if perhaps(True, True, False) else None
        add(Worker(named=named, resident=helps))
        posts = [
            (
                perhaps("carer", "social_worker", "volunteer"),
                *self.span(),
            )
            for _ in range(2)
        ]
        for role, first, last in posts:
            add(Post(named=named, role=role, valid_from=first, valid_to=last))
        papers = [(perhaps("carer", "health"), *self.span()) for _ in range(2)]
        for kind, first, last in papers:
            add(Certificate(named=named, kind=kind, valid_from=first, valid_to=last))
        helping = number if helps else None
        return {
            "named": named.id,
            "retired": named.retired_on,
            "helps": helping,
            "posts": posts,
            "papers": papers,
        }


def holds(first, last, day=END):
    return (first is None or first <= day) and (last is None or day <= last)


def twin(world):
    """Each count as the handbook says it, a loop over people for each."""
    found = dict.fromkeys(OWN, 0)
    volunteering = {one["helps"] for one in world.staff if works(one, "volunteer") and one["helps"] is not None}
    for number, one in enumerate(world.people):
        state = [state for state, on in one["events"] if on is None or on <= END][-1]
        age = None if one["born"] is None else age_on(one["born"], END)
        old = age is None or age >= 60
        told = one["care"]
        served = any(
            dt.date(2026, 10, 1) <= day <= END and (what == "meal" or how in ("reached", "done", "rated"))
            for what, day, how in told
        )
        found["people.served"] += old and served
        disabled = any(disabled_here(one, dt.date(2026, 10, 1) + dt.timedelta(days=n)) for n in range(31))
        helped = any(
            dt.date(2026, 10, 1) <= day <= END and what in ("learning", "cleaning") and how in ("done", "rated")
            for what, day, how in told
        )
        found["services.disabled"] += disabled
        found["services.disabled_helped"] += disabled and helped
        if state != "on_register":
            continue
        flags = {kind for kind, first, last in one["flags"] if holds(first, last)}
        has = {kind: enrolled(one, kind) for kind in one["columns"]}
        lessons = sum(what == "learning" and how != "requested" and day <= END for what, day, how in told)
        found["people.on_register_end"] += 1
        found["people.65"] += age is not None and age >= 65
        found["people.65_health_record"] += age is not None and age >= 65 and has["health_record"]
        found["people.65_family_doctor"] += age is not None and age >= 65 and has["family_doctor"]
        found["people.80"] += age is not None and age >= 80
        found["people.80_health_record"] += age is not None and age >= 80 and has["health_record"]
        found["people.insured_accident"] += has["insured_accident"]
        found["people.destitute_kept"] += "destitute_institution" in flags
        found["people.disabled_destitute_kept"] += {"destitute_institution", "disabled"} <= flags
        found["people.disabled_destitute"] += "disabled" in flags and bool(flags - {"disabled"})
        found["people.learners"] += old and lessons >= 4
        found["people.volunteers"] += old and number in volunteering
    learned = {
        "staff.trained_carers": ({"pre_job", "induction"}, dt.date(2025, 1, 1)),
        "staff.skilled_carers": ({"in_service"}, dt.date(2026, 1, 1)),
    }
    for name, (kinds, since) in learned.items():
        held = [(day, takers) for kind, day, takers in world.trainings if kind in kinds and day <= END]
        took = {number for day, takers in held if day >= since for number in takers}
        carers = [number for number, one in enumerate(world.staff) if works(one, "carer")]
        # None is on record: nobody knows.
        found[name] = sum(number in took for number in carers) if held else None
    for one in world.staff:
        paper = any(kind == "carer" and holds(first, last) for kind, first, last in one["papers"])
        found["staff.carers"] += works(one, "carer")
        found["staff.certified_carers"] += works(one, "carer") and paper
        found["staff.social_workers"] += works(one, "social_worker")
    return found


def works(one, role):
    gone = one["retired"] is not None and one["retired"] <= END
    return not gone and any(held == role and holds(first, last) for held, first, last in one["posts"])


def disabled_here(one, day):
    state = [state for state, on in one["events"] if on is None or on <= day][-1]
    return state == "on_register" and any(
        kind == "disabled" and holds(first, last, day) for kind, first, last in one["flags"]
    )


def enrolled(one, kind):
    dated = [held for name, since, held in one["enrolled"] if name == kind and (since is None or since <= END)]
    return bool(dated[-1] if dated else one["columns"][kind])


@pytest.mark.parametrize("seed", range(6))
def test_every_count_is_what_a_person_would_count(actor, seed):
    with clock.standing_at(SEEN):
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            world = World(unit, random.Random(seed))
        assert counted() == twin(world)


def test_who_lives_in_a_bed_is_served(actor, person):
    with clock.standing_at(SEEN):
        one, gone = person("甲一"), person("乙二")
        with writing(actor, Action.ADMIT) as unit:
            first, second = (unit.add(Bed(room="1", number=n, kind="nursing", mode="full")) for n in "12")
            unit.add(Stay(resident_id=one, bed=first, from_on=dt.date(2026, 9, 1), to_on=dt.date(2026, 10, 2)))
            # A stay does not occupy its last day: whoever left on the first of the month was not here in it.
            unit.add(Stay(resident_id=gone, bed=second, from_on=dt.date(2026, 9, 1), to_on=dt.date(2026, 10, 1)))
        assert counted()["people.served"] == 1
        assert counted(Month(2026, 9))["people.served"] == 2

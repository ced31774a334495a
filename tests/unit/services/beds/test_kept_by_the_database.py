"""What the database itself refuses of beds, stays and leaves, from whatever program it is asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.writing.actor import Actor

Person = Callable[..., int]
_STAMPS = "uid, created_at, created_station, changed_at, station, counter"


@dataclass
class House:
    """Bed 1 is taken from 1 to 20 October by 李桂兰, away 5–8; bed 2 is out 10–12, there from 3 to 31 October."""

    raw: sqlite3.Connection
    people: tuple[int, int]
    beds: tuple[int, int]
    stay: int
    leave: int
    rows: int = 0

    def put(self, table: str, **values: object) -> str:
        """What the database says to a row of another program: nothing where it takes it."""
        self.rows += 1
        names, given = ", ".join(values), [f"{table}-{self.rows}".ljust(36, "x"), "", 1, "", 1, 1, *values.values()]
        marks = ", ".join("?" for _ in given)
        return self.ask(f"INSERT INTO {table} ({_STAMPS}, {names}) VALUES ({marks})", given)

    def ask(self, sql: str, values: list[object] | None = None) -> str:
        """The word with which a statement is refused."""
        try:
            self.raw.execute(sql, values or [])
        except sqlite3.IntegrityError as refused:
            return str(refused)
        return ""


@pytest.fixture
def house(actor: Actor, person: Person, folder: DataFolder) -> Iterator[House]:
    one, other = person("李桂兰"), person("王芳")
    beds = tuple(
        places.save(actor, BedDraft(room="304", number=number, opened_on=day))
        for number, day in (("1", "2026-01-01"), ("2", "2026-10-03"))
    )
    stay = stays.admit(actor, StayDraft(one, beds[0], "2026-10-01", "2026-10-20"))
    leave = stays.add_leave(actor, stay, "2026-10-05", "2026-10-08", "住院")
    with closing(sqlite3.connect(folder.database)) as raw:
        made = House(raw, (one, other), (beds[0], beds[1]), stay, leave)
        assert made.ask("UPDATE bed SET closed_on = '2026-11-01' WHERE id = ?", [beds[1]]) == ""
        assert made.put("bed_outage", bed_id=beds[1], from_on="2026-10-10", to_on="2026-10-12") == ""
        yield made


@pytest.mark.parametrize(
    ("bed", "first", "last", "said"),
    [
        # Another person's bed, to the day and one day too long.
        (0, "2026-10-20", None, ""),
        (0, "2026-10-19", None, "stay_overlap_bed"),
        (0, "2026-09-20", "2026-10-01", ""),
        (0, "2026-09-20", "2026-10-02", "stay_overlap_bed"),
        # Before the bed was there, after it was gone, on days out of service.
        (1, "2026-10-02", "2026-10-05", "bed_not_there"),
        (1, "2026-10-03", "2026-10-05", ""),
        (1, "2026-10-25", "2026-11-01", ""),
        (1, "2026-10-25", "2026-11-02", "bed_not_there"),
        (1, "2026-10-25", None, "bed_not_there"),
        (1, "2026-10-05", "2026-10-10", ""),
        (1, "2026-10-05", "2026-10-11", "bed_not_there"),
        (1, "2026-10-12", "2026-10-14", "bed_not_there"),
        (1, "2026-10-13", "2026-10-14", ""),
        # Nobody lies there for a single night.
        (1, "2026-10-11", "2026-10-11", ""),
    ],
)
def test_a_bed_has_one_person_and_is_there(house: House, bed: int, first: str, last: str | None, said: str) -> None:
    refused = house.put("stay", resident_id=house.people[1], bed_id=house.beds[bed], from_on=first, to_on=last)
    assert refused == said


def test_a_stay_without_a_night_takes_no_bed(house: House) -> None:
    """李桂兰 was in bed 2 for a moment on the 5th; it is free for 王芳 all the same."""
    bed = {"bed_id": house.beds[1]}
    assert house.put("stay", **bed, resident_id=house.people[0], from_on="2026-10-05", to_on="2026-10-05") == ""
    assert house.put("stay", **bed, resident_id=house.people[1], from_on="2026-10-03", to_on="2026-10-09") == ""


def test_a_person_has_one_bed(house: House) -> None:
    values = {"resident_id": house.people[0], "bed_id": house.beds[1]}
    assert house.put("stay", **values, from_on="2026-10-13", to_on="2026-10-15") == "stay_overlap_resident"
    assert house.put("stay", **values, from_on="2026-10-20", to_on="2026-10-25") == ""


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-09-30", "2026-10-02", "leave_outside"),
        ("2026-10-01", "2026-10-02", ""),
        ("2026-10-15", "2026-10-19", ""),
        ("2026-10-15", "2026-10-20", "leave_outside"),
        ("2026-10-15", None, "leave_outside"),
        ("2026-10-20", "2026-10-20", "leave_outside"),
        ("2026-10-08", "2026-10-09", "leave_overlap"),
    ],
)
def test_a_leave_lies_within_its_stay(house: House, first: str, last: str | None, said: str) -> None:
    assert house.put("leave", stay_id=house.stay, from_on=first, to_on=last) == said


def test_a_stay_is_not_drawn_from_beneath_its_leaves(house: House) -> None:
    change = "UPDATE stay SET {} WHERE id = ?"
    assert house.ask(change.format("to_on = '2026-10-08'"), [house.stay]) == "leave_outside"
    assert house.ask(change.format("from_on = '2026-10-06'"), [house.stay]) == "leave_outside"
    assert house.ask(change.format("to_on = '2026-10-09'"), [house.stay]) == ""


def test_a_bed_is_not_taken_away_from_beneath_a_stay(house: House) -> None:
    out = {"bed_id": house.beds[0], "to_on": None}
    assert house.put("bed_outage", **out, from_on="2026-10-19") == "bed_taken"
    assert house.put("bed_outage", **out, from_on="2026-10-20") == ""
    change = "UPDATE bed SET {} WHERE id = ?"
    assert house.ask(change.format("closed_on = '2026-10-19'"), [house.beds[0]]) == "bed_taken"
    assert house.ask(change.format("closed_on = '2026-10-20'"), [house.beds[0]]) == ""
    assert house.ask(change.format("opened_on = '2026-10-02'"), [house.beds[0]]) == "bed_taken"
    assert house.ask(change.format("opened_on = '2026-10-01'"), [house.beds[0]]) == ""


def test_what_stood_wrong_before_may_be_put_right_but_made_no_worse(house: House) -> None:
    # As a program of before these guards could have written it.
    guards = query.fetch("SELECT name, sql FROM sqlite_master WHERE name IN ('stay_bed_there_insert')")
    house.ask("DROP TRIGGER stay_bed_there_insert")
    values = {"resident_id": house.people[1], "bed_id": house.beds[1], "from_on": "2026-10-08"}
    assert house.put("stay", **values, to_on="2026-10-12") == ""
    for _name, sql in guards:
        house.ask(sql)
    change = "UPDATE stay SET to_on = ? WHERE resident_id = ?"
    assert house.ask(change, ["2026-10-13", house.people[1]]) == "bed_not_there"
    assert house.ask(change, ["2026-10-11", house.people[1]]) == ""
    assert house.ask(change, ["2026-10-09", house.people[1]]) == ""
    assert house.ask(change, ["2026-10-12", house.people[1]]) == "bed_not_there"

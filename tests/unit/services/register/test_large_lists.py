"""Lists of any length, on a SQLite that takes few question marks as the one on Windows does."""

import sqlite3

import pytest

from desktop.core.period import Month
from desktop.models.database import database
from desktop.services import figures
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft, MealQuery
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.register import columns, walking
from desktop.services.register import listing as residents
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery
from desktop.services.writing import audit

FEW = 16


@pytest.fixture
def many(person, actor):
    """More people than SQLite takes question marks, each visited."""
    people = [person(f"王{number}", flags=["living_alone"]) for number in range(FEW + 4)]
    for one in people:
        visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-08", visitors="马丽"))
    take_few_question_marks()
    return people


def take_few_question_marks():
    # What is prepared already is not looked at again.
    database.close()
    database.connect()
    database.connection().setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, FEW)


def test_a_month_with_many_visits_is_counted(many):
    found = figures.visits(Month(2026, 10))
    assert (found.visited, found.by_visitor) == (len(many), {"马丽": len(many)})


def test_a_search_that_many_people_fit_finds_their_rows(many):
    found = visits.find_ids(VisitQuery(text="王"))
    assert len(visits.rows(found)) == len(many)
    assert help_services.find_ids(ServiceQuery(text="王")) == []
    assert canteen.find_ids(MealQuery(text="王")) == []


def test_the_register_and_its_columns_are_read_for_any_number_of_people(many):
    assert [row.id for row in residents.rows(many)] == many
    assert len(columns.values(many, ["ethnicity", "contacts"])) == len(many)


def test_any_number_of_beds_meals_and_writes_is_read(person, actor):
    people = [person(f"王{number}") for number in range(FEW + 4)]
    placed = [beds.save(actor, BedDraft(room="304", number=str(one))) for one in people]
    eaten = [canteen.save(actor, MealDraft(one, "2026-10-08", "11:42")) for one in people]
    take_few_question_marks()
    assert [row.id for row in beds.rows(placed)] == placed
    assert [row.resident_id for row in canteen.rows(eaten)] == people
    assert len(audit.rows(audit.find_ids())) > FEW


def test_doors_are_read_for_those_who_are_asked_for(many):
    assert list(walking.doors(many[:2])) == many[:2]
    assert len(walking.doors()) == len(many)

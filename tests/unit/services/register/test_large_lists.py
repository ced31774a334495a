"""Lists of any length, on a SQLite that takes few question marks as the one on Windows does."""

import sqlite3

import pytest

from desktop.core.period import Month
from desktop.models.database import database
from desktop.services import figures
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealQuery
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.visits import recording as visits
from desktop.services.visits import walking
from desktop.services.visits.recording import VisitDraft, VisitQuery

FEW = 16


@pytest.fixture
def many(person, actor):
    """More people than SQLite takes question marks, each visited."""
    people = [person(f"王{number}", flags=["living_alone"]) for number in range(FEW + 4)]
    for one in people:
        visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-08", visitors="马丽"))
    # What is prepared already is not looked at again.
    database.close()
    database.connect()
    database.connection().setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, FEW)
    return people


def test_a_month_with_many_visits_is_counted(many):
    found = figures.visits(Month(2026, 10))
    assert (found.visited, found.by_visitor) == (len(many), {"马丽": len(many)})


def test_a_search_that_many_people_fit_finds_their_rows(many):
    found = visits.find_ids(VisitQuery(text="王"))
    assert len(visits.rows(found)) == len(many)
    assert help_services.find_ids(ServiceQuery(text="王")) == []
    assert canteen.find_ids(MealQuery(text="王")) == []


def test_doors_are_read_for_those_who_are_asked_for(many):
    assert list(walking.doors(many[:2])) == many[:2]
    assert len(walking.doors()) == len(many)

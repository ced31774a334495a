"""What is asked all day finds its rows by an index, through the living views too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop.core.period import Month
from desktop.models import query
from desktop.models.database import database
from desktop.services.canteen import meals, scanning
from desktop.services.canteen.meals import MealQuery
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery

OCTOBER = Month(2026, 10)
AT = dt.datetime(2026, 10, 21, 11, 42)


@contextmanager
def heard() -> Iterator[list[str]]:
    """Every statement that SQLite runs, with its values in place; those of triggers left out."""
    said: list[str] = []
    database.connection().set_trace_callback(said.append)
    try:
        yield said
    finally:
        database.connection().set_trace_callback(None)
        said[:] = [text for text in said if not text.startswith("--")]


def plan(statement: str) -> list[str]:
    return [str(row[3]) for row in query.fetch(f"EXPLAIN QUERY PLAN {statement}")]


def whole_tables(statements: list[str]) -> list[str]:
    """The steps that go through a whole table or make one for the occasion."""
    read = [text for text in statements if text.split(" ", 1)[0] in {"SELECT", "WITH", "UPDATE"}]
    slow = ("SCAN", "MATERIALIZE", "AUTOMATIC")
    # The ids of a page are a list, the search index answers by itself, visitors and subsidies are few.
    spared = ("json_each", "SCAN (subquery", "VIRTUAL TABLE", "SCAN subsidy_rule")
    return [
        f"{step}: {text}"
        for text in read
        for step in plan(text)
        if any(mark in step for mark in slow) and not any(mark in step for mark in spared)
    ]


@pytest.fixture
def one(person, actor, canteen_prices):
    found = person("王芳", flags=["living_alone"])
    visits.save(actor, VisitDraft(resident_id=found, visited_on="2026-10-08", visitors="马丽、杨洁"))
    return found


@pytest.mark.parametrize(
    "ask",
    [
        lambda one: visits.find_ids(VisitQuery(month=OCTOBER)),
        lambda one: visits.find_ids(VisitQuery(resident_id=one)),
        lambda one: visits.find_ids(VisitQuery(text="王芳")),
        lambda one: visits.rows([1]),
        lambda one: orders.find_ids(ServiceQuery(resident_id=one)),
        lambda one: orders.rows([1]),
        lambda one: meals.find_ids(MealQuery(day=AT.date())),
        lambda one: meals.find_ids(MealQuery(month=OCTOBER)),
        lambda one: meals.find_ids(MealQuery(resident_id=one)),
        lambda one: meals.rows([1]),
        lambda one: residents.find_ids(ResidentQuery(text="王芳")),
        lambda one: residents.rows([one]),
        lambda one: residents.find_ids(ResidentQuery()),
    ],
)
def test_a_list_goes_through_no_whole_table(one, ask):
    with heard() as said:
        ask(one)
    assert said
    assert whole_tables(said) == []


def test_a_scan_goes_through_no_whole_table(one, actor):
    code = residents.rows([one])[0].code
    with heard() as said:
        assert scanning.scan(actor, code, "lunch", "dine_in", AT).kind == "recorded"
    assert any("INSERT" in text for text in said)
    assert whole_tables(said) == []

"""What is asked all day finds its rows by an index, through the living views too."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.period import Month
from desktop.models import query
from desktop.services.canteen import meals, prepaid, scanning
from desktop.services.canteen.meals import MealQuery
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.people import certificates, entries
from desktop.services.people import listing as people
from desktop.services.people.certificates import CertificateDraft
from desktop.services.people.entries import WorkerDraft
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft, VisitQuery
from tests.statements import heard

OCTOBER = Month(2026, 10)
# The last of them notes the act, so that it can be taken back after the program was closed.
SCAN_STATEMENTS = 10
# The entry, what its line in the log refers to, the line.
PAID_STATEMENTS = 3
AT = dt.datetime(2026, 10, 21, 11, 42)


def plan(statement: str) -> list[str]:
    return [str(row[3]) for row in query.fetch(f"EXPLAIN QUERY PLAN {statement}")]


def whole_tables(statements: list[str]) -> list[str]:
    """The steps that go through a whole table or make one for the occasion."""
    read = [text for text in statements if text.split(" ", 1)[0] in {"SELECT", "WITH", "UPDATE"}]
    slow = ("SCAN", "MATERIALIZE", "AUTOMATIC")
    # The day stands in a row d of its own; the ids of a page are a list,
    # the search index answers by itself, visitors, subsidies, entries of lists and closed months are few.
    spared = (
        "json_each",
        "CONSTANT ROW",
        "SCAN (subquery",
        "VIRTUAL TABLE",
        "SCAN subsidy_rule",
        "SCAN named",
        "SCAN month USING INDEX month_closed",
    )
    return [
        f"{step}: {text}"
        for text in read
        for step in plan(text)
        if step != "SCAN d" and any(mark in step for mark in slow) and not any(mark in step for mark in spared)
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


def test_a_scan_asks_and_writes_in_ten_statements_of_one_transaction(one, person, actor):
    people = [one, person("李兰"), person("赵刚")]
    for code in [row.code for row in residents.rows(people)]:
        with heard() as said:
            assert scanning.scan(actor, code, "lunch", "dine_in", AT).kind == "recorded"
        assert (said[0], said[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
        assert len(said[1:-1]) <= SCAN_STATEMENTS, "\n".join(s[:160] for s in said)


def test_a_scan_that_is_paid_from_a_balance_goes_through_no_whole_table_either(one, actor, canteen_prices):
    prepaid.top_up(actor, MoneyDraft(one, "50"))
    code = residents.rows([one])[0].code
    with heard() as said:
        found = scanning.scan(actor, code, "lunch", "dine_in", AT)
    assert found.prepaid and (said[0], said[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    assert len(said[1:-1]) <= SCAN_STATEMENTS + PAID_STATEMENTS, "\n".join(s[:160] for s in said)
    assert whole_tables(said) == []


def test_what_home_asks_of_certificates_reads_nobody_but_who_works_here(one, actor):
    yang = entries.save(actor, WorkerDraft(name="王芳", role="volunteer", resident_id=one))
    certificates.add(actor, yang, CertificateDraft("health", valid_to="2026-10-30"))
    with heard() as statements:
        assert [row.worker.resident for row in people.due(actor)] == ["王芳"]
    big = ("SCAN resident", "SCAN r", "SCAN visit", "SCAN visitor", "SCAN help_service", "SCAN change_log")
    assert [step for text in statements for step in plan(text) if step.startswith(big)] == []

"""Figures that somebody types: each of a day and by a source, the last one holds."""

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft, NotAllowed, ReasonNeeded
from desktop.services.plans import typed
from desktop.services.plans.typed import TypedDraft
from desktop.services.writing.actor import Actor

POPULATION = "typed.population_60"


def record(actor, value, as_of, source="派出所户籍底册"):
    return typed.record(actor, TypedDraft(POPULATION, value, as_of, source))


def known(day):
    found = typed.known_on(dt.date.fromisoformat(day)).get(POPULATION)
    return found and found.value


def test_the_last_figure_up_to_a_day_holds(actor):
    record(actor, "3900", "2026-01-01")
    record(actor, "4012", "2026-09-30")
    assert [known(day) for day in ("2025-12-31", "2026-09-29", "2026-10-31")] == [None, 3900, 4012]


def test_of_one_day_the_one_typed_last_holds_and_a_void_one_never(actor):
    record(actor, "4012", "2026-09-30")
    wrong = record(actor, "40120", "2026-09-30")
    assert known("2026-10-31") == 40120
    typed.void(actor, wrong, "多打一个零")
    assert known("2026-10-31") == 4012
    with pytest.raises(ReasonNeeded):
        typed.void(actor, typed.listed()[0].id, " ")


def test_what_is_needed_is_asked_for(actor):
    with pytest.raises(InvalidDraft) as refused:
        typed.record(actor, TypedDraft())
    assert {error.name for error in refused.value.fields} == {"key", "value", "as_of", "source"}
    with pytest.raises(InvalidDraft) as refused:
        record(actor, "很多", "2026-12-31")
    assert {(error.name, str(error.reason)) for error in refused.value.fields} == {
        ("value", "bad_number"),
        ("as_of", "future_date"),
    }


@pytest.mark.parametrize("role", ["visitor", "worker", "auditor"])
def test_the_office_types_them(actor, clerk, role):
    assert record(clerk, "4012", "2026-09-30")
    with pytest.raises(NotAllowed):
        record(Actor(None, "某人", role, 1), "1", "2026-09-30")

"""The state of a month: when it may be closed, what is frozen with it, and which months are closed."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.month_errors import MonthClosed, MonthNotOver
from desktop.core.period import Month
from desktop.core.storage_errors import FrozenChanged
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.models.meal import Meal
from desktop.models.visit import Visit
from desktop.services.writing import frozen, months
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

JULY, AUGUST, SEPTEMBER, OCTOBER = (Month(2026, number) for number in (7, 8, 9, 10))


def test_a_month_is_open_until_it_is_closed_with_its_figures(actor: Actor) -> None:
    assert (months.state(SEPTEMBER), months.closed_months()) == ("open", [])
    digest = months.close(actor, SEPTEMBER, '{"a":1}')
    assert digest == hashlib.sha256(b'{"a":1}').hexdigest()
    assert (months.state(SEPTEMBER), months.state(AUGUST)) == ("closed", "open")
    row = query.fetch_one("SELECT closed_at, closed_by, figures, sha256 FROM month")
    assert row == ("2026-10-21 11:30:00", "主任甲", '{"a":1}', digest)
    assert months.close(actor, AUGUST, "", sha256="ab" * 32) == "ab" * 32


def test_a_month_may_be_closed_on_the_day_after_its_last_and_not_before(actor: Actor) -> None:
    with clock.standing_at(dt.datetime(2026, 10, 31, 23, 59)), pytest.raises(MonthNotOver):
        months.close(actor, OCTOBER, "{}")
    with clock.standing_at(dt.datetime(2026, 11, 1, 0, 0)):
        months.close(actor, OCTOBER, "{}")
    assert months.closed_months() == ["2026-10"]


def test_a_month_is_closed_once(actor: Actor) -> None:
    months.require_closable(actor, SEPTEMBER)
    months.close(actor, SEPTEMBER, "{}")
    with pytest.raises(MonthClosed):
        months.require_closable(actor, SEPTEMBER)
    with pytest.raises(MonthClosed):
        months.close(actor, SEPTEMBER, '{"b":2}')
    assert query.texts("SELECT figures FROM month") == ["{}"]


def test_only_the_director_may_close_one(clerk: Actor) -> None:
    with pytest.raises(NotAllowed):
        months.require_closable(clerk, SEPTEMBER)


def test_closed_months_stand_oldest_first(actor: Actor) -> None:
    for month in (SEPTEMBER, JULY, AUGUST):
        months.close(actor, month, "{}")
    assert months.closed_months() == ["2026-07", "2026-08", "2026-09"]
    assert frozen.require_all_whole() == 3


def test_figures_that_are_not_those_of_their_hash_are_named_by_their_month(actor: Actor) -> None:
    months.close(actor, AUGUST, "{}")
    months.close(actor, SEPTEMBER, "{}", sha256="0" * 64)
    with pytest.raises(FrozenChanged) as refused:
        frozen.require_all_whole()
    assert refused.value.month == "2026-09"


def test_what_ends_on_a_closed_day_ends_behind_the_closed_months(actor: Actor) -> None:
    for month in (JULY, SEPTEMBER):
        months.close(actor, month, "{}")
    found = {
        day: months.open_from(dt.date.fromisoformat(day))
        for day in ("2026-07-31", "2026-08-15", "2026-09-01", "2026-09-30", "2026-10-01")
    }
    assert {day: str(open_from) for day, open_from in found.items()} == {
        "2026-07-31": "2026-10-01",
        "2026-08-15": "2026-10-01",
        "2026-09-01": "2026-10-01",
        "2026-09-30": "2026-10-01",
        "2026-10-01": "2026-10-01",
    }
    assert months.open_from(dt.date(2026, 10, 5)) == dt.date(2026, 10, 5)


def test_the_first_month_is_that_of_the_oldest_visit_service_or_meal(actor: Actor, person) -> None:
    one = person()
    assert months.first_month() is None

    def add(row) -> Month | None:
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            unit.add(row)
        return months.first_month()

    assert add(Meal(eaten_on=dt.date(2026, 10, 1), meal="lunch", mode="dine_in")) == OCTOBER
    assert add(HelpService(resident=one, type="bathing", service_on=dt.date(2026, 9, 30))) == SEPTEMBER
    assert add(Visit(resident=one, visited_on=dt.date(2026, 8, 1), method="home", outcome="reached")) == AUGUST
    assert add(Meal(eaten_on=dt.date(2026, 7, 31), meal="lunch", mode="dine_in")) == JULY

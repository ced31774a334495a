"""What is said of a service and never refuses it."""

from __future__ import annotations

import pytest

from desktop.core.answers import ServiceDoubt
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.help_services import doubts, orders, steps
from desktop.services.help_services.orders import ServiceDraft

WORKER, RESIDENT, MONEY = ServiceDoubt.WORKER_BUSY, ServiceDoubt.RESIDENT_BUSY, ServiceDoubt.SUBSIDY_ABOVE_FEE


@pytest.fixture
def service(actor):
    def make(resident_id, day, started, ended="", worker="普建国", **more):
        said = {"type": "bathing", "state": "dispatched", "place": "home"} | more
        draft = ServiceDraft(resident_id=resident_id, service_on=day, started=started, ended=ended, worker=worker)
        for name, value in said.items():
            setattr(draft, name, value)
        return orders.save(actor, draft)

    return make


def kinds(one):
    return [doubt.kind for doubt in doubts.of(one)]


@pytest.mark.parametrize(
    ("started", "ended", "meets"),
    [
        ("09:30", "09:45", True),
        ("08:00", "09:01", True),
        ("10:00", "11:00", False),
        ("08:00", "09:00", False),
        ("09:59", "", True),
        ("09:00", "", True),
        ("10:00", "", False),
    ],
)
def test_a_worker_is_at_one_place_at_a_time(person, service, started, ended, meets):
    service(person("王芳"), "2026-10-22", "09:00", "10:00")
    other = service(person("李强"), "2026-10-22", started, ended)
    assert kinds(other) == ([WORKER] if meets else [])


def test_past_midnight_the_day_after_is_met(person, service):
    first = service(person("王芳"), "2026-10-21", "22:00", "06:00")
    second = service(person("李强"), "2026-10-22", "05:30", "07:00")
    assert kinds(first) == kinds(second) == [WORKER]
    (said,) = doubts.of(second)
    assert (said.name, said.day.isoformat(), said.started, said.ended) == ("王芳", "2026-10-21", "22:00", "06:00")


def test_a_resident_has_one_service_at_a_time(person, service):
    one = person("王芳")
    service(one, "2026-10-22", "09:00", "10:00")
    other = service(one, "2026-10-22", "09:30", "10:30", worker="李秀英", type="cleaning")
    assert kinds(other) == [RESIDENT]


def test_two_baths_at_two_homes_are_no_activity(person, service):
    service(person("王芳"), "2026-10-22", "14:00", "15:00")
    assert kinds(service(person("李强"), "2026-10-22", "14:00", "15:00")) == [WORKER]


def test_what_was_cancelled_and_an_activity_of_many_are_nothing_at_once(person, service, actor):
    service(person("王芳"), "2026-10-22", "14:00", "15:00", type="recreation", place="centre")
    other = service(person("李强"), "2026-10-22", "14:00", "15:00", type="recreation", place="centre")
    assert kinds(other) == []
    third = service(person("赵敏"), "2026-10-22", "14:30", "15:00")
    assert kinds(third) == [WORKER, WORKER]
    steps.cancel(actor, third, "不需要了")
    assert kinds(third) == kinds(other) == []


@pytest.mark.parametrize(
    ("payer", "fee", "subsidy", "said"),
    [("self", "10", "20", True), ("self", "20", "20", False), ("government", "0", "20", True), ("", "0", "0.01", True)],
)
def test_a_subsidy_above_the_fee_is_said_whoever_pays(person, service, payer, fee, subsidy, said):
    one = service(person(), "2026-10-22", "", payer=payer, fee=fee, subsidy=subsidy)
    assert kinds(one) == ([MONEY] if said else [])


def test_a_meal_that_the_canteen_brought_is_not_a_service_too(person, service, actor):
    fed, hungry = person("王芳"), person("李强")
    for day, mode in (("2026-10-20", "delivered"), ("2026-10-21", "dine_in")):
        meals.save(actor, MealDraft(resident_id=fed, eaten_on=day, meal="lunch", mode=mode))
    one = service(fed, "2026-10-20", "", type="meals", state="done")
    (said,) = doubts.of(one)
    assert (said.kind, said.who, str(said.day)) == (ServiceDoubt.MEAL_DELIVERED, "王芳", "2026-10-20")
    assert kinds(service(fed, "2026-10-21", "", type="meals", state="done")) == []
    assert kinds(service(fed, "2026-10-20", "", type="cleaning", state="done")) == []
    assert kinds(service(hungry, "2026-10-20", "", type="meals", state="done")) == []

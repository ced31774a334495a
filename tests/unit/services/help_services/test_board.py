"""The open orders side by side; urgent help first, then what waits too long."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.answers import BoardAxis
from desktop.core.words.orders import waited_words
from desktop.services.help_services import board, orders, steps
from desktop.services.help_services.orders import ServiceDraft


@pytest.fixture
def order(person, actor):
    def make(name, kind, day, state="requested", **more):
        return orders.save(
            actor, ServiceDraft(resident_id=person(name), type=kind, state=state, service_on=day, **more)
        )

    return make


def shown(axis):
    return {group.key: ([row.name for row in group.orders], group.stale) for group in board.board(axis)}


def test_each_axis_has_every_open_order_once(order, actor):
    order("王芳", "cleaning", "2026-10-22")
    order("李强", "bathing", "2026-10-19", "dispatched", worker="普建国")
    order("赵敏", "emergency", "2026-10-23")
    done = order("甲", "bathing", "2026-10-20")
    steps.finish(actor, done)
    everybody = ["赵敏", "李强", "王芳"]
    assert shown(BoardAxis.STATE) == {
        "open": (everybody, 1),
        "stale": (["李强"], 1),
        "requested": (["赵敏", "王芳"], 0),
        "dispatched": (["李强"], 1),
        "to_ask": (["甲"], 0),
    }
    assert shown(BoardAxis.WORKER) == {"open": (everybody, 1), "": (["赵敏", "王芳"], 0), "普建国": (["李强"], 1)}
    assert list(shown(BoardAxis.DAY)) == ["open", "2026-10-19", "2026-10-22", "2026-10-23"]


def test_how_long_somebody_has_waited_is_of_the_open_ones_alone(order, actor):
    one = order("赵敏", "emergency", "2026-10-21")
    with clock.standing_at(dt.datetime(2026, 10, 22, 14, 5)):
        assert board.waited(orders.rows([one])[0]) == dt.timedelta(days=1, hours=2, minutes=35)
    steps.finish(actor, one)
    assert board.waited(orders.rows([one])[0]) is None


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 min"), (59, "59 min"), (60, "1 h 0 min"), (1439, "23 h 59 min"), (1500, "1 d 1 h")]
)
def test_a_time_in_words(minutes, words):
    assert waited_words(dt.timedelta(minutes=minutes, seconds=59)) == words

"""reliability A3, C7: September is closed, August and October are open; no act of a stay moves September's figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models import query
from desktop.services.beds import places as beds
from desktop.services.beds import stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.figures import beds as bed_figures
from desktop.services.writing import months
from desktop.services.writing.actor import Actor

SEPTEMBER, ENDED = Month(2026, 9), dt.date(2026, 8, 25)


class House:
    """A long stay from August on, one that ended in August, a free bed and somebody without one."""

    def __init__(self, actor: Actor, person: Callable[..., int]) -> None:
        self.actor = actor
        self.free, long, short = (
            beds.save(actor, BedDraft(room="201", number=str(one), kind="nursing")) for one in (1, 2, 3)
        )
        self.newcomer = person("丙三")
        self.long = stays.admit(actor, StayDraft(person("甲一"), long, "2026-08-20"))
        self.short = stays.admit(actor, StayDraft(person("乙二"), short, "2026-08-10", "2026-08-25"))
        months.close(actor, SEPTEMBER, "{}")

    def told(self) -> tuple[object, ...]:
        found = bed_figures(SEPTEMBER)
        return found.occupied_bed_days, found.leave_bed_days, found.available_bed_days, len(found.stays)


@pytest.fixture
def house(actor: Actor, person: Callable[..., int]) -> House:
    return House(actor, person)


Act = Callable[[House], object]
ACTS: dict[str, Act] = {
    "admit from August on": lambda h: stays.admit(h.actor, StayDraft(h.newcomer, h.free, "2026-08-25")),
    "admit over September": lambda h: stays.admit(h.actor, StayDraft(h.newcomer, h.free, "2026-08-25", "2026-10-01")),
    "admit within it": lambda h: stays.admit(h.actor, StayDraft(h.newcomer, h.free, "2026-09-05", "2026-10-05")),
    "discharge to August": lambda h: stays.discharge(h.actor, h.long, "2026-08-28", "home"),
    "discharge within it": lambda h: stays.discharge(h.actor, h.long, "2026-09-10", "home"),
    "lengthen over it": lambda h: stays.discharge(h.actor, h.short, "2026-10-01", "home", ENDED),
    "leave over it": lambda h: stays.add_leave(h.actor, h.long, "2026-08-28", "2026-10-02", "住院"),
    "leave from August on": lambda h: stays.add_leave(h.actor, h.long, "2026-08-28", "", "住院"),
    "void": lambda h: stays.void_stay(h.actor, h.long, "登记错床"),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=list(ACTS))
def test_an_act_that_would_move_a_closed_month_is_refused_and_nothing_moves(house: House, act: Act) -> None:
    before, rows = house.told(), query.count("SELECT count(*) FROM change_log")
    with pytest.raises(MonthClosed):
        act(house)
    assert house.told() == before and query.count("SELECT count(*) FROM change_log") == rows


@pytest.mark.parametrize(
    "act",
    [
        lambda h: stays.admit(h.actor, StayDraft(h.newcomer, h.free, "2026-08-05", "2026-08-20")),
        lambda h: stays.admit(h.actor, StayDraft(h.newcomer, h.free, "2026-10-01")),
        lambda h: stays.discharge(h.actor, h.long, "2026-10-01", "home"),
        lambda h: stays.add_leave(h.actor, h.long, "2026-10-01", "2026-10-03", "住院"),
    ],
    ids=["before it", "after it", "leaves behind it", "away behind it"],
)
def test_what_does_not_touch_it_is_recorded_and_moves_nothing_there(house: House, act: Act) -> None:
    before = house.told()
    act(house)
    assert house.told() == before


def test_a_leave_before_its_stay_is_refused_wherever_it_is_dated(house: House) -> None:
    for first, last in (("2026-09-25", "2026-09-26"), ("2026-08-25", "2026-08-26")):
        draft = StayDraft(
            house.newcomer, house.free, "2026-10-01", leave_from=first, leave_to=last, leave_reason="住院"
        )
        with pytest.raises(InvalidDraft):
            stays.admit(house.actor, draft)
    assert query.count("SELECT count(*) FROM leave") == 0

"""Orders that what was agreed asks for: each day once, none on a holiday, in a stop, on leave or off the register."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from desktop.core import clock
from desktop.core.answers import LeftOut
from desktop.core.errors import InvalidDraft, NotAllowed, NothingToDo
from desktop.models import query
from desktop.services import undoing
from desktop.services.beds import places, stays
from desktop.services.help_services import orders, standing_orders, steps
from desktop.services.residents import states
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import HolidayDraft, ServiceArrangementDraft, StopDraft
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from tests.conftest import NOW
from tests.two_desks import at_once

WEDNESDAY = dt.date(2026, 10, 21)
DAY = dt.timedelta(days=1)


def agree(actor, who, weekdays="2", first="2026-10-01", last="", **more):
    said = {"type": "bathing", "started": "09:00", "ended": "10:00"} | more
    draft = ServiceArrangementDraft(who, valid_from=first, valid_to=last, weekdays=list(weekdays), **said)
    return arrangements.arrange(actor, draft)


def made(actor, first=WEDNESDAY, days=14):
    return orders.rows(standing_orders.make(actor, first, first + DAY * (days - 1)))


def due(first=WEDNESDAY, days=14):
    return [
        (one.agreed.name, f"{one.day:%m-%d}", one.left_out)
        for one in standing_orders.due(first, first + DAY * (days - 1))
    ]


def test_every_tuesday_is_an_order_with_all_that_was_agreed(actor, person):
    agree(actor, person("王芳"), worker="普建国", content="带防滑垫", payer="government", fee="40", subsidy="10.5")
    one, two = made(actor)
    assert [f"{row.service_on:%m-%d}" for row in (one, two)] == ["10-27", "11-03"]
    assert (one.name, one.type, one.place, one.started, one.ended) == ("王芳", "bathing", "home", "09:00", "10:00")
    assert (one.state, one.worker, one.content, one.payer) == ("dispatched", "普建国", "带防滑垫", "government")
    assert (one.fee_fen, one.subsidy_fen, one.planned_at) == (4000, 1050, "2026-10-27 09:00")
    assert (one.requested_by, one.dispatched_by) == ("主任甲", "主任甲")
    (asked,) = made(actor, dt.date(2026, 11, 10), 1)
    assert asked.state == "dispatched"


def test_nobody_is_sent_where_nobody_was_named(actor, person):
    agree(actor, person(), "")
    (row,) = made(actor, days=1)
    assert (row.state, row.worker, row.dispatched_at) == ("requested", "", "")


def test_a_day_is_made_once_whatever_became_of_it(actor, person):
    agree(actor, person("王芳"), "3")
    first, second = made(actor, days=8)
    with pytest.raises(NothingToDo):
        made(actor, days=8)
    steps.cancel(actor, first.id, "不需要了")
    orders.void(actor, second.id, "录错")
    assert due(days=8) == []
    assert due(days=15) == [("王芳", "11-04", None)]


def test_an_act_that_was_taken_back_made_nothing(actor, person):
    agree(actor, person("王芳"), "34")
    assert len(made(actor, days=2)) == 2
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert due(days=2) == [("王芳", "10-21", None), ("王芳", "10-22", None)]
    assert len(made(actor, days=2)) == 2


def test_another_day_of_the_service_leaves_the_day_that_was_due_made(actor, person):
    agree(actor, person("王芳"), "3")
    (row,) = made(actor, days=1)
    draft = orders.draft_of(row.id)
    draft.service_on = "2026-10-23"
    orders.save(actor, draft)
    assert due(days=3) == []


def test_why_a_day_is_left_out_is_said(actor, person):
    resting, gone, away = person("停"), person("走"), person("院")
    arrangements.stop(actor, agree(actor, resting, ""), StopDraft("2026-10-21", "2026-10-21", "女儿来住"))
    for who in (gone, away):
        agree(actor, who, "")
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 20), "迁往安宁")
    bed = places.save(actor, places.BedDraft(room="101", number="1"))
    stay = stays.admit(actor, stays.StayDraft(away, bed, "2026-10-01"))
    stays.add_leave(actor, stay, "2026-10-20", "2026-10-21", "住院")
    arrangements.set_holiday(actor, HolidayDraft("2026-10-22", "重阳节"))
    assert due(days=2) == [
        ("停", "10-21", LeftOut.STOPPED),
        ("走", "10-21", LeftOut.OFF_REGISTER),
        ("院", "10-21", LeftOut.AWAY),
        ("停", "10-22", LeftOut.HOLIDAY),
        ("走", "10-22", LeftOut.OFF_REGISTER),
        ("院", "10-22", LeftOut.HOLIDAY),
    ]
    with pytest.raises(NothingToDo):
        made(actor, days=2)


def test_the_same_service_is_agreed_once_for_a_day_and_hour(actor, person):
    who = person()
    agree(actor, who, "24")
    for weekdays in ("2", "45", ""):
        with pytest.raises(InvalidDraft) as caught:
            agree(actor, who, weekdays)
        assert [(one.name, one.reason) for one in caught.value.fields] == [("valid_from", "overlap")]
    agree(actor, who, "13")
    agree(actor, who, "2", started="15:00", ended="")
    agree(actor, who, "2", type="cleaning")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"type": ""}, ("type", "required")),
        ({"started": ""}, ("started", "required")),
        ({"started": "25:00"}, ("started", "bad_time")),
        ({"weekdays": "8"}, ("weekdays", "unknown_word")),
        ({"last": "2026-09-30"}, ("valid_to", "ends_before_start")),
        ({"fee": "一百"}, ("fee", "bad_amount")),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(actor, person, change, wrong):
    with pytest.raises(InvalidDraft) as caught:
        agree(actor, person(), **change)
    assert [(one.name, one.reason) for one in caught.value.fields] == [wrong]


def test_a_span_that_ends_before_it_begins_or_never_is_refused(actor, person):
    agree(actor, person(), "")
    for last, wrong in ((WEDNESDAY - DAY, "ends_before_start"), (WEDNESDAY + 62 * DAY, "out_of_range")):
        with pytest.raises(InvalidDraft) as caught:
            standing_orders.make(actor, WEDNESDAY, last)
        assert [(one.name, one.reason) for one in caught.value.fields] == [("last", wrong)]
    assert len(standing_orders.make(actor, WEDNESDAY, WEDNESDAY + 61 * DAY)) == 62


def test_open_orders_follow_a_change_of_what_was_agreed_where_somebody_says_so(actor, person):
    one = agree(actor, person("王芳"), "24", worker="普建国")
    tuesday, thursday = made(actor, dt.date(2026, 10, 27), 3)
    steps.finish(actor, made(actor, dt.date(2026, 10, 20), 1)[0].id)
    draft = arrangements.service_draft_of(one)
    draft.weekdays, draft.started, draft.ended, draft.worker = ["4"], "14:00", "15:30", "李秀英"
    arrangements.change(actor, one, draft)
    found = standing_orders.drift_of(one)
    assert (found.not_asked, found.otherwise) == ((tuesday.id,), (thursday.id,))
    assert standing_orders.align(actor, one) == found
    off, kept = orders.rows([tuesday.id, thursday.id])
    assert (off.state, off.cancel_reason) == ("cancelled", "约定已变更")
    assert (kept.started, kept.ended, kept.worker, kept.state) == ("14:00", "15:30", "李秀英", "dispatched")
    assert not standing_orders.drift_of(one)
    with pytest.raises(NothingToDo):
        standing_orders.align(actor, one)
    undoing.take_back(actor, done.last_standing(actor, 1)[0])
    assert standing_orders.drift_of(one) == found


def test_whom_somebody_sent_stays_where_the_agreement_names_nobody(actor, person):
    one = agree(actor, person("王芳"))
    (row,) = made(actor)[:1]
    steps.dispatch(actor, row.id, "马丽")
    assert standing_orders.drifts() == {}, "to send somebody is no change of what was agreed"
    draft = arrangements.service_draft_of(one)
    draft.content = "带防滑垫"
    arrangements.change(actor, one, draft)
    assert row.id in standing_orders.align(actor, one).otherwise
    kept = orders.rows([row.id])[0]
    assert (kept.worker, kept.state, kept.content) == ("马丽", "dispatched", "带防滑垫")


def test_what_came_back_from_the_form_is_what_was_typed(actor, person):
    one = agree(actor, person(), "31", fee="40", worker="普建国", remark="敲门大声")
    draft = arrangements.service_draft_of(one)
    assert (draft.weekdays, draft.fee, draft.subsidy, draft.remark) == (["1", "3"], "40.00", "", "敲门大声")
    arrangements.change(actor, one, draft)
    assert arrangements.service_draft_of(one) == draft


def test_whoever_may_record_no_service_makes_none(actor, person):
    agree(actor, person(), "")
    auditor = Actor(None, "审计", "auditor", actor.station)
    with pytest.raises(NotAllowed):
        made(auditor)


def test_two_desks_that_make_the_same_days_make_each_once(actor, person, folder):
    for name in ("甲", "乙", "丙"):
        agree(actor, person(name), "")
    days = [(WEDNESDAY + DAY * number).isoformat() for number in range(7)]
    answers = at_once(folder.root, NOW.isoformat(), [[("due_orders", [day, day]) for day in days]] * 2)
    errors = [error for desk in answers for _, _, error in desk]
    assert sorted(errors) == [""] * 7 + ["NothingToDo"] * 7
    rows = query.fetch("SELECT arrangement_id, due_on FROM living_help_service")
    assert len(rows) == len(set(rows)) == 21


# A year against somebody who looks at every day.

YEAR = [dt.date(2026, 1, 1) + DAY * number for number in range(365)]


class Year:
    """Six people with what was agreed with them, their stops and leaves, and one who leaves for good."""

    def __init__(self, actor, person, seed):
        self.dice = random.Random(seed)
        self.agreed, self.stops, self.leaves, self.gone = [], [], [], {}
        self.holidays = set(self.dice.sample(YEAR, 11))
        for at, name in enumerate(("甲", "乙", "丙", "丁", "戊", "己")):
            who = person(name)
            self.agree(actor, name, who)
            if at % 2:
                self.leave(actor, name, who, at)
            if at == 4:
                self.gone[name] = YEAR[self.dice.randrange(100, 365)]
                states.apply(actor, who, "moved_out", self.gone[name], "迁往安宁")
        for day in self.holidays:
            arrangements.set_holiday(actor, HolidayDraft(day.isoformat(), "放假"))

    def span(self, longest):
        at = self.dice.randrange(365)
        return YEAR[at], YEAR[min(at + self.dice.randrange(longest), 364)]

    def agree(self, actor, name, who):
        first, last = YEAR[self.dice.randrange(60)], YEAR[self.dice.randrange(200, 365)]
        weekdays = "".join(sorted(self.dice.sample("1234567", self.dice.randrange(1, 8))))
        one = agree(actor, who, weekdays, first.isoformat(), last.isoformat())
        self.agreed.append((name, weekdays, first, last))
        for _ in range(self.dice.randrange(3)):
            stop = self.span(40)
            arrangements.stop(actor, one, StopDraft(*(day.isoformat() for day in stop), "去女儿家"))
            self.stops.append((name, *stop))

    def leave(self, actor, name, who, number):
        bed = places.save(actor, places.BedDraft(room="101", number=str(number)))
        stay = stays.admit(actor, stays.StayDraft(who, bed, "2026-01-01"))
        leave = self.span(60)
        stays.add_leave(actor, stay, *(day.isoformat() for day in leave), "住院")
        self.leaves.append((name, *leave))

    def due(self, day):
        """Whose service is due on a day, looked at by hand: name → nothing, or why not."""
        found = {}
        for name, weekdays, first, last in self.agreed:
            if first <= day <= last and day.strftime("%u") in weekdays:
                found[name] = self.why_not(name, day)
        return found

    def why_not(self, name, day):
        if name in self.gone and day >= self.gone[name]:
            return LeftOut.OFF_REGISTER
        if day in self.holidays:
            return LeftOut.HOLIDAY
        if any(name == who and one <= day <= two for who, one, two in self.stops):
            return LeftOut.STOPPED
        away = any(name == who and one <= day <= two for who, one, two in self.leaves)
        return LeftOut.AWAY if away else None


@pytest.mark.parametrize("seed", [1, 2])
def test_a_year_with_leaves_stops_holidays_and_departures_equals_a_look_at_every_day(actor, person, seed):
    with clock.standing_at(dt.datetime(2026, 12, 31, 17, 0)):
        year = Year(actor, person, seed)
        wanted = {day: year.due(day) for day in YEAR}
        found = {day: {} for day in YEAR}
        for one in standing_orders.due(YEAR[0], YEAR[-1]):
            found[one.day][one.agreed.name] = one.left_out
        assert found == wanted
        for first in YEAR[::62]:
            standing_orders.make(actor, first, min(first + 61 * DAY, YEAR[-1]))
        standing = sorted(
            (row.service_on, row.name) for row in orders.rows(query.ids("SELECT id FROM living_help_service"))
        )
    assert standing == sorted((day, name) for day, said in wanted.items() for name, why in said.items() if why is None)
    reasons = {why for said in wanted.values() for why in said.values()}
    assert reasons == {None, *LeftOut} and len(standing) > 200, "the year has everything in it"

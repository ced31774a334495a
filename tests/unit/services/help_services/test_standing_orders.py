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
from desktop.services.help_services import agreements, definitions, doubts, fees, orders, standing_orders, steps
from desktop.services.help_services.definitions import DefinitionDraft
from desktop.services.help_services.fees import FeeDraft
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
    return agreements.agree(actor, draft)


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


def charge(actor, fee, subsidy="", first="2026-01-01", **more):
    fees.set_fee(actor, FeeDraft(first, fee=fee, subsidy=subsidy, **({"type": "bathing"} | more)))


def test_an_order_costs_what_the_price_list_says_of_its_day_where_nothing_was_agreed(actor, person):
    definitions.define(actor, DefinitionDraft("2026-01-01", "shopping", "送药上门", "piece"))
    charge(actor, "3", "2", type="shopping", item="送药上门", unit="piece")
    charge(actor, "5", "2", first="2026-10-28", type="shopping", item="送药上门", unit="piece")
    more = {"type": "shopping", "started": "", "ended": "", "item": "送药上门", "quantity": "3"}
    agree(actor, person("王芳"), **more)
    agree(actor, person("李明"), **more, fee="0")
    told = [(row.name, f"{row.service_on:%m-%d}", row.fee_fen, row.subsidy_fen) for row in made(actor)]
    assert told == [
        ("李明", "10-27", 0, 600),
        ("王芳", "10-27", 900, 600),
        ("李明", "11-03", 0, 600),
        ("王芳", "11-03", 1500, 600),
    ]
    kept = query.fetch("SELECT DISTINCT item, quantity FROM living_help_service")
    assert kept == [("送药上门", 3)]


def test_hours_are_charged_by_the_times_that_were_agreed(actor, person):
    charge(actor, "30", "12", unit="hour")
    agree(actor, person(), "2", ended="10:30")
    (row,) = made(actor, days=7)
    assert (row.minutes, row.fee_fen, row.subsidy_fen) == (90, 4500, 1800)


def test_what_orders_cost_stays_until_what_they_are_charged_by_is_agreed_anew(actor, person):
    charge(actor, "30", "12", unit="hour")
    one = agree(actor, person(), "2")
    first, second = made(actor)
    cheaper = orders.draft_of(second.id)
    cheaper.fee = "20"
    orders.save(actor, cheaper)
    charge(actor, "36", unit="hour", first="2026-10-20")
    assert standing_orders.drifts() == {}, "another price list is no change of what was agreed"
    draft = arrangements.service_draft_of(one)
    assert (draft.fee, draft.subsidy) == ("", "")
    draft.content = "带防滑垫"
    agreements.change(actor, one, draft)
    standing_orders.align(actor, one)
    assert [(row.content, row.fee_fen, row.subsidy_fen) for row in orders.rows([first.id, second.id])] == [
        ("带防滑垫", 3000, 1200),
        ("带防滑垫", 2000, 1200),
    ]
    draft = arrangements.service_draft_of(one)
    draft.ended = "11:00"
    agreements.change(actor, one, draft)
    standing_orders.align(actor, one)
    assert [(row.fee_fen, row.subsidy_fen) for row in orders.rows([first.id, second.id])] == [(7200, 0)] * 2


def test_an_item_is_agreed_as_long_as_it_is_offered_and_then_stands(actor, person):
    definitions.define(actor, DefinitionDraft("2026-10-01", "bathing", "上门助浴"))
    who = person("王芳")
    for wrong in ({"item": "没有的"}, {"item": "上门助浴", "type": "cleaning"}):
        with pytest.raises(InvalidDraft) as caught:
            agree(actor, who, **wrong)
        assert [(error.name, error.reason) for error in caught.value.fields] == [("item", "unknown_word")]
    one = agree(actor, who, item="上门助浴", first="2026-01-06")
    definitions.end(actor, "bathing", "上门助浴", "2026-10-30")
    draft = arrangements.service_draft_of(one)
    draft.remark = "敲门大声"
    agreements.change(actor, one, draft)
    still, ended = made(actor)
    assert [row.item for row in (still, ended)] == ["上门助浴", "上门助浴"]
    found = doubts.of_orders([still.id, ended.id])
    assert {key: [(doubt.kind, doubt.who, doubt.day) for doubt in said] for key, said in found.items()} == {
        ended.id: [("item_not_offered", "上门助浴", dt.date(2026, 11, 3))]
    }
    assert doubts.of(ended.id) == found[ended.id]


def test_who_is_in_two_places_at_once_is_said_of_the_orders_that_were_made(actor, person):
    wang, li = person("王芳"), person("李明")
    agree(actor, wang, "2", worker="普建国")
    agree(actor, li, "2", started="09:30", ended="10:30", worker="普建国")
    agree(actor, wang, "4", started="15:00", ended="")
    with_her = orders.ServiceDraft(None, wang, "cleaning", state="requested", service_on="2026-10-29")
    with_her.started, with_her.ended = "14:30", "15:30"
    before = orders.save(actor, with_her)
    ids = standing_orders.make(actor, WEDNESDAY, WEDNESDAY + 8 * DAY)
    found = doubts.of_orders(ids)
    told = {
        (row.name, f"{row.service_on:%m-%d}"): [(doubt.kind, doubt.who, doubt.name) for doubt in found[row.id]]
        for row in orders.rows(ids)
        if row.id in found
    }
    both = {
        ("王芳", "10-29"): [("resident_busy", "王芳", "王芳")],
        ("李明", "10-27"): [("worker_busy", "普建国", "王芳")],
    }
    assert told == both, "of two that meet it is said once"
    assert [doubt.service_id for doubt in found[ids[-1]]] == [before]


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
    agreements.change(actor, one, draft)
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
    agreements.change(actor, one, draft)
    assert row.id in standing_orders.align(actor, one).otherwise
    kept = orders.rows([row.id])[0]
    assert (kept.worker, kept.state, kept.content) == ("马丽", "dispatched", "带防滑垫")


def test_what_came_back_from_the_form_is_what_was_typed(actor, person):
    one = agree(actor, person(), "31", fee="40", worker="普建国", remark="敲门大声")
    draft = arrangements.service_draft_of(one)
    assert (draft.weekdays, draft.fee, draft.subsidy, draft.remark) == (["1", "3"], "40.00", "", "敲门大声")
    agreements.change(actor, one, draft)
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
        # Dice of their own: the year of each seed stays what it was.
        list_dice = random.Random(seed)
        self.fees = [(first, list_dice.randrange(10, 90)) for first in (YEAR[0], *sorted(list_dice.sample(YEAR, 3)))]
        for first, yuan in self.fees:
            charge(actor, str(yuan), item="上门助浴", first=first.isoformat())
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
        # Every other one leaves the fee to the price list.
        fee = "" if len(self.agreed) % 2 else "45"
        more = {"item": "上门助浴", "quantity": str(len(self.agreed) + 1), "fee": fee}
        one = agree(actor, who, weekdays, first.isoformat(), last.isoformat(), **more)
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

    def costs(self, name, day):
        """What an order of somebody costs on a day, in fen, looked at by hand."""
        at = [who for who, *_ in self.agreed].index(name)
        if at % 2 == 0:
            return 4500
        yuan = 0
        for first, said in self.fees:
            if first <= day:
                yuan = said
        return yuan * 100 * (at + 1)

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
        definitions.define(actor, DefinitionDraft("2026-01-01", "bathing", "上门助浴"))
        year = Year(actor, person, seed)
        wanted = {day: year.due(day) for day in YEAR}
        found = {day: {} for day in YEAR}
        for one in standing_orders.due(YEAR[0], YEAR[-1]):
            found[one.day][one.agreed.name] = one.left_out
        assert found == wanted
        for first in YEAR[::62]:
            standing_orders.make(actor, first, min(first + 61 * DAY, YEAR[-1]))
        rows = orders.rows(query.ids("SELECT id FROM living_help_service"))
        standing = sorted((row.service_on, row.name, row.fee_fen) for row in rows)
    assert standing == sorted(
        (day, name, year.costs(name, day)) for day, said in wanted.items() for name, why in said.items() if why is None
    )
    assert {row.item for row in rows} == {"上门助浴"} and len({row.fee_fen for row in rows}) > 5
    reasons = {why for said in wanted.values() for why in said.values()}
    assert reasons == {None, *LeftOut} and len(standing) > 200, "the year has everything in it"

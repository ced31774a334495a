"""The price list: which line holds for whom, what it makes of hours and pieces, and who overrules it."""

import datetime as dt
import itertools

import pytest

from desktop.core import i18n
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.month_errors import MonthClosed
from desktop.core.period import Month
from desktop.models.help_service import HelpService, ServiceFee
from desktop.services import undoing
from desktop.services.figures import services as service_figures
from desktop.services.help_services import attendance, fees, orders, proposing
from desktop.services.help_services.fees import FeeDraft, Group
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing import done, months
from desktop.services.writing.actor import Actor

DAY = dt.date(2026, 10, 21)
SEPTEMBER = Month(2026, 9)


def line(actor, kind="bathing", fee="50", subsidy="20", **more):
    return fees.set_fee(actor, FeeDraft(**{"valid_from": "2026-10-01"} | more, type=kind, fee=fee, subsidy=subsidy))


def money(resident_id, kind="bathing", **more):
    found = proposing.proposed(ServiceDraft(resident_id=resident_id, type=kind, service_on="2026-10-08", **more))
    return found and (found.fee, found.subsidy)


def test_a_line_is_set_with_whom_it_is_for_and_counts_as_the_definition_does(actor):
    made = line(actor, "cleaning", "40", "10", item="家政预约", min_age="80", flags=["minimum_living"])
    row = ServiceFee.get_by_id(made)
    assert (row.type, row.item, row.unit, row.fee_fen, row.subsidy_fen) == ("cleaning", "家政预约", "hour", 4000, 1000)
    assert (row.min_age, row.max_age, row.flags, row.valid_to) == (80, 150, "minimum_living", None)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"valid_from": ""}, ("valid_from", "required")),
        ({"fee": ""}, ("fee", "required")),
        ({"fee": "五十"}, ("fee", "bad_amount")),
        ({"item": "物品代购"}, ("item", "unknown_word")),
        ({"valid_to": "2026-09-30"}, ("valid_to", "ends_before_start")),
        ({"min_age": "90", "max_age": "80"}, ("max_age", "out_of_range")),
        ({"flags": ["advanced_age"]}, ("flags", "unknown_word")),
    ],
)
def test_a_line_that_says_nothing_clear_is_refused(actor, more, wrong):
    with pytest.raises(InvalidDraft) as refused:
        line(actor, **more)
    assert [(one.name, one.reason) for one in refused.value.fields] == [wrong]


def test_the_item_goes_before_the_type_and_the_person_before_everybody(person, actor):
    old, young = person("王芳", born="1944-03-05"), person("李强", born="1960-03-05")
    line(actor, "cleaning", "30", "0")
    line(actor, "cleaning", "30", "10", min_age="80")
    line(actor, "cleaning", "40", "0", item="家政预约")
    hour = {"started": "09:00", "ended": "10:00"}
    assert (money(young, "cleaning", **hour), money(old, "cleaning", **hour)) == (("30.00", "0.00"), ("30.00", "10.00"))
    assert money(old, "cleaning", item="家政预约", **hour) == ("40.00", "0.00")


def test_of_lines_for_the_same_people_the_newest_holds_until_its_last_day(person, actor):
    wang = person("王芳")
    line(actor, fee="50")
    line(actor, fee="60", valid_from="2026-10-05", valid_to="2026-10-08")
    assert money(wang) == ("60.00", "20.00")
    assert fees.fee_for(Group(), "bathing", "", dt.date(2026, 10, 9)) is None
    assert fees.fee_for(Group(), "bathing", "", dt.date(2026, 10, 4)).fee_fen == 5000


def test_hours_are_reckoned_to_the_fen_pieces_by_their_number_and_nothing_without_times(person, actor):
    wang = person("王芳")
    line(actor, "cleaning", "33.33", "10")
    line(actor, "shopping", "5", "1", item="物品代购")
    assert money(wang, "cleaning", started="09:00", ended="10:30") == ("50.00", "15.00")
    assert money(wang, "cleaning", started="23:40", ended="00:10") == ("16.67", "5.00")
    assert money(wang, "cleaning") == ("", "")
    assert money(wang, "shopping", item="物品代购", quantity="3") == ("15.00", "3.00")
    assert money(wang, "shopping") is None


def test_a_slow_look_at_every_line_finds_the_same(person, actor):
    flags, bands = ([], ["kinless"], ["minimum_living"]), (("", ""), ("80", ""), ("", "79"))
    for at, (held, (low, high), item) in enumerate(itertools.product(flags, bands, ("", "健康咨询"))):
        day = f"2026-10-{1 + at % 3:02}"
        whom = {"flags": held, "min_age": low, "max_age": high}
        line(actor, "medical", str(20 + at), str(at % 5), item=item, valid_from=day, **whom)
    rows = list(ServiceFee.select().where(ServiceFee.voided_at.is_null()))
    people = itertools.product((None, 70, 85), (set(), {"kinless"}, {"minimum_living"}), ("", "健康咨询"))
    for age, held, item in people:
        fitting = []
        for row in rows:
            if row.item and row.item != item:
                continue
            if (row.min_age > 0 or row.max_age < 150) and (age is None or age < row.min_age or age > row.max_age):
                continue
            if row.flags and not held & set(row.flags.split()):
                continue
            rank = 0 if row.item else 2
            rank += 0 if row.flags or row.min_age > 0 or row.max_age < 150 else 1
            fitting.append((rank, row.fee_fen - row.subsidy_fen, row.id))
        found = fees.fee_for(Group(age, frozenset(held)), "medical", item, DAY)
        assert found is not None and found.id == min(fitting)[2]


def test_the_proposal_says_by_which_line_it_was_made(person, actor):
    i18n.install("zh_CN")
    line(actor, "cleaning", "40", "10", item="家政预约", min_age="80")
    wang = person("王芳", born="1944-03-05")
    draft = ServiceDraft(resident_id=wang, type="cleaning", item="家政预约", service_on="2026-10-08")
    each = "价目表（2026-10-01起）助洁 · 家政预约：每小时收费40.00元、补贴10.00元，适用80周岁及以上；"
    assert proposing.proposed(draft).why == f"{each}填了开始和结束时间即算出金额。"
    draft.started, draft.ended = "09:00", "10:30"
    assert proposing.proposed(draft).why == f"{each}1.50 × 小时：收费60.00元、补贴15.00元。"


def test_what_was_typed_stands_and_only_what_is_empty_is_filled(person, actor):
    line(actor)
    draft = ServiceDraft(resident_id=person(), type="bathing", service_on="2026-10-08", fee="0")
    found = proposing.filled(draft)
    assert (found.fee, found.subsidy) == ("0", "20.00")
    typed = ServiceDraft(resident_id=draft.resident_id, type="bathing", service_on="2026-10-08", fee="9", subsidy="0")
    assert proposing.filled(typed) == typed
    unpriced = ServiceDraft(resident_id=draft.resident_id, type="learning", service_on="2026-10-08")
    assert proposing.filled(unpriced) == unpriced


def test_of_an_activity_each_pays_by_age_and_category(person, actor):
    old, young = person("王芳", born="1944-03-05"), person("李强", born="1960-03-05")
    line(actor, "recreation", "5", "0")
    line(actor, "recreation", "5", "5", min_age="80")
    activity = attendance.begin(ServiceDraft(type="recreation", place="centre", service_on="2026-10-08"))
    made = [attendance.enter(actor, one, activity) for one in (old, young)]
    assert [(row.fee_fen, row.subsidy_fen) for row in orders.rows(made)] == [(500, 500), (500, 0)]


def test_another_fee_moves_no_service_on_record_and_no_closed_month(person, actor):
    wang = person("王芳")
    line(actor, valid_from="2026-09-01")
    draft = ServiceDraft(resident_id=wang, type="bathing", service_on="2026-09-08")
    made = orders.save(actor, proposing.filled(draft))
    before = service_figures(SEPTEMBER)
    months.close(actor, SEPTEMBER, "{}")
    line(actor, fee="80", valid_from="2026-09-02")
    with pytest.raises(MonthClosed):
        orders.save(actor, proposing.filled(ServiceDraft(resident_id=wang, type="bathing", service_on="2026-09-09")))
    assert (HelpService.get_by_id(made).fee_fen, service_figures(SEPTEMBER)) == (5000, before)


def test_a_line_ends_is_voided_and_comes_back_with_the_undo(person, actor):
    wang, made = person("王芳"), line(actor)
    fees.end(actor, made, "2026-10-07")
    assert money(wang) is None
    undoing.take_back(actor, done.standing(actor)[0])
    assert money(wang) == ("50.00", "20.00")
    fees.void(actor, made, "录错了")
    assert money(wang) is None
    undoing.take_back(actor, done.standing(actor)[0])
    assert money(wang) == ("50.00", "20.00")


@pytest.mark.parametrize("role", ["clerk", "visitor", "auditor"])
def test_only_the_director_sets_what_a_service_costs(actor, role):
    made, other = line(actor), Actor(actor.staff_id, "李会计", role)
    for act in (
        lambda: line(other),
        lambda: fees.end(other, made, "2026-10-31"),
        lambda: fees.void(other, made, "录错"),
    ):
        with pytest.raises(NotAllowed):
            act()

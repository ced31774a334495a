"""Samples and sheets: how much, how long, and what a sheet of a day begins with."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.core.errors import InvalidDraft
from desktop.core.food import SheetOf
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.services.food import samples, sheets
from desktop.services.food.sheets import SheetDraft
from desktop.services.named import entries
from desktop.services.people import certificates, posts
from desktop.services.people.certificates import CertificateDraft
from desktop.services.people.posts import PostDraft
from desktop.services.writing import rules
from tests.unit.services.food.kitchen import DAY, cook, keep, sheet

NOON = dt.datetime(2026, 10, 20, 11, 20)


def why(caught) -> list[tuple[str, str, str]]:
    return [(one.name, one.reason, one.hint) for one in caught.value.fields]


def test_a_sample_is_of_as_many_grams_as_the_rule_asks(actor):
    dish = cook(actor)
    with pytest.raises(InvalidDraft) as caught:
        keep(actor, dish, grams="124")
    assert why(caught) == [("grams", Reason.OUT_OF_RANGE, "125–5000")]
    keep(actor, dish, grams="125")
    assert [(one.name, one.grams, one.taken_at) for one in samples.samples(DAY, DAY)] == [("红烧肉", 125, "11:20")]


def test_a_dish_has_one_sample(actor):
    dish = cook(actor)
    keep(actor, dish)
    with pytest.raises(InvalidDraft) as caught:
        keep(actor, dish)
    assert [(one.name, one.reason) for one in caught.value.fields] == [("dish_id", Reason.ALREADY_RECORDED)]


def test_a_sample_is_thrown_away_once_its_hours_are_over(actor):
    one = keep(actor, cook(actor))
    almost = NOON + dt.timedelta(hours=48, minutes=-1)
    assert samples.due(almost) == []
    with pytest.raises(InvalidDraft) as caught:
        samples.throw_away(actor, one, "刘师傅", almost)
    assert why(caught) == [("thrown_on", Reason.KEPT_LONGER, "2026-10-22 11:20")]
    over = NOON + dt.timedelta(hours=48)
    assert [row.id for row in samples.due(over)] == [one]
    samples.throw_away(actor, one, "刘师傅", over)
    assert (samples.due(over), samples.kept()) == ([], [])
    with pytest.raises(InvalidDraft) as again:
        samples.throw_away(actor, one, "刘师傅", over)
    assert [(row.name, row.reason) for row in again.value.fields] == [("thrown_on", Reason.ALREADY_RECORDED)]


def test_how_long_is_the_rule_of_the_day_on_which_it_was_taken(actor):
    rules.set_rule(actor, "food_sample", DAY, {"grams": 200, "hours": 72})
    keep(actor, cook(actor), grams="200")
    assert [one.keeps_until for one in samples.kept()] == [NOON + dt.timedelta(hours=72)]


def test_a_sample_is_proposed_as_the_last_was_taken(actor):
    keep(actor, cook(actor))
    draft = samples.proposal(cook(actor, "炒青菜"))
    assert (draft.grams, draft.taken_by, draft.place) == ("125", "刘师傅", "留样柜")


def test_no_sample_of_a_dish_to_come(actor):
    with pytest.raises(InvalidDraft) as caught:
        keep(actor, cook(actor, on=dt.date(2027, 1, 4)))
    assert [(one.name, one.reason) for one in caught.value.fields] == [("dish_id", Reason.FUTURE_DATE)]


def test_what_is_not_in_order_needs_words(actor):
    with pytest.raises(InvalidDraft) as caught:
        sheet(actor, SheetOf.MORNING_CHECK, "刘师傅", fit=False)
    assert [(one.name, one.reason) for one in caught.value.fields] == [("words", Reason.WORDS_NEEDED)]
    sheet(actor, SheetOf.MORNING_CHECK, "刘师傅", fit=False, words="咳嗽", measure="调离岗位", degrees="37.4℃")
    assert [(one.fit, one.tenths, one.measure) for one in sheets.lines(DAY, DAY)] == [(False, 374, "调离岗位")]


def test_a_store_s_temperature_is_asked_for_and_may_be_below_nothing(actor):
    with pytest.raises(InvalidDraft) as caught:
        sheet(actor, SheetOf.TEMPERATURE, "冷冻柜", degrees="")
    assert [(one.name, one.reason) for one in caught.value.fields] == [("degrees", Reason.REQUIRED)]
    line = sheet(actor, SheetOf.TEMPERATURE, "冷冻柜", degrees="－18.5")
    assert (sheets.lines(DAY, DAY)[0].tenths, sheets.draft_of(line).degrees) == (-185, "-18.5")


def test_a_line_stands_once_unless_it_is_of_another_time(actor):
    sheet(actor, SheetOf.TEMPERATURE, "冷藏柜", at="08:00")
    sheet(actor, SheetOf.TEMPERATURE, "冷藏柜", at="15:00", degrees="5")
    with pytest.raises(InvalidDraft):
        sheet(actor, SheetOf.TEMPERATURE, "冷藏柜", at="8:00")
    assert [one.tenths for one in sheets.lines(DAY, DAY, SheetOf.TEMPERATURE)] == [40, 50]


def test_a_whole_sheet_is_written_or_none_of_it(actor):
    drafts = [SheetDraft(SheetOf.CLEANING, DAY, one) for one in ("灶台", "餐具")]
    drafts[1].fit = False
    with pytest.raises(InvalidDraft) as caught:
        sheets.add_all(actor, drafts)
    assert why(caught) == [("words", Reason.WORDS_NEEDED, "2")]
    assert sheets.lines(DAY, DAY) == []
    drafts[1].words = "有油污"
    assert len(sheets.add_all(actor, drafts)) == 2


def test_a_sheet_begins_as_the_last_one_with_all_in_order(actor):
    before = DAY - dt.timedelta(days=3)
    sheet(actor, SheetOf.CLEANING, "灶台", before, fit=False, words="有油污", done_by="刘师傅")
    sheet(actor, SheetOf.CLEANING, "餐具", before, done_by="周师傅")
    found = sheets.proposal(SheetOf.CLEANING, DAY)
    assert [(one.about, one.fit, one.words, one.done_by) for one in found] == [
        ("灶台", True, "", "刘师傅"),
        ("餐具", True, "", "周师傅"),
    ]
    assert sheets.proposal(SheetOf.TEMPERATURE, DAY) == []


def test_of_each_cook_the_health_certificate_that_lasts_longest_is_told(actor):
    liu = entries.add(actor, NamedList.PERSON, "刘师傅")
    for kind, last in (("health", "2026-11-01"), ("health", "2027-05-01"), ("fire", "2030-01-01")):
        certificates.add(actor, liu, CertificateDraft(kind, valid_to=last))
    found = sheets.health(["刘师傅", "周师傅"])
    assert found["刘师傅"] is not None
    assert found["刘师傅"].valid_to == dt.date(2027, 5, 1)
    assert found["周师傅"] is None


def test_the_morning_check_has_the_cooks_of_that_day(actor):
    old, new = (entries.add(actor, NamedList.PERSON, name) for name in ("刘师傅", "周师傅"))
    gone = posts.add(actor, old, PostDraft("cook"))
    posts.add(actor, new, PostDraft("cook", valid_from=DAY - dt.timedelta(days=1)))
    assert sheets.cooks(DAY - dt.timedelta(days=2)) == ["刘师傅"]
    assert [one.about for one in sheets.proposal(SheetOf.MORNING_CHECK, DAY)] == ["刘师傅", "周师傅"]
    assert gone

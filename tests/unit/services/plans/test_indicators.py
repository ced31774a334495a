"""Indicators are dated data: shipped, until the director says otherwise from a day on."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.reasons import Reason
from desktop.core.words.counts import COUNTS, SOURCES
from desktop.models.plan import IndicatorRow
from desktop.services import undoing
from desktop.services.plans import indicators, reading
from desktop.services.plans.drafts import IndicatorDraft
from desktop.services.writing import done

OCTOBER = dt.date(2026, 10, 31)


def one(plan, key, day=OCTOBER):
    return next(found for found in indicators.in_force(plan, day) if found.key == key)


def raised(actor, target="70", since="2026-10-01", plan="chenggong", key="nursing_share"):
    """The target of an indicator changes from a day on."""
    draft = indicators.opened(one(plan, key))
    draft.target, draft.valid_from = target, since
    return indicators.set_indicator(actor, draft)


def test_a_new_centre_has_the_five_plans_and_not_one_row(actor):
    plans = {found.plan for found in indicators.versions()}
    assert plans == {"chenggong", "xishan", "yunnan", "kunming", "yimen"}
    assert IndicatorRow.select().count() == 0


@pytest.mark.parametrize("shipped", reading.shipped(), ids=lambda found: f"{found.plan}-{found.key}")
def test_what_is_shipped_names_its_document_and_counts_that_there_are(shipped):
    assert shipped.document and shipped.clause and shipped.valid_from
    assert {shipped.numerator, shipped.denominator} <= {*SOURCES, ""}
    # What nobody here counts says who does; a typed count says what will feed it one day, or is a plan's own.
    assert shipped.numerator or shipped.remark


@pytest.mark.parametrize(
    ("plan", "targets"),
    [
        ("chenggong", {"visit_rate": "100", "nursing_share": "65", "day_care_coverage": "90"}),
        ("xishan", {"certified_carers": "80", "first_training": "100", "social_workers_per_100_beds": "1"}),
        ("yunnan", {"nursing_share": "60", "new_nursing_share": "80"}),
        ("kunming", {"volunteer_share": "7.16", "inclusive_share": "80", "centre_beds": "20"}),
        ("yimen", {"visit_rate": "100", "health_managed_65": "75", "yearly_check_65": "97", "certified_carers": "100"}),
    ],
)
def test_the_plans_ask_for_what_their_documents_say(actor, plan, targets):
    assert {key: one(plan, key).target for key in targets} == targets


def test_where_two_places_of_a_document_differ_both_are_told(actor):
    assert "≤90%" in one("chenggong", "day_care_coverage").remark
    assert "97%" in one("yimen", "health_managed_65").remark and "75%" in one("yimen", "yearly_check_65").remark


def test_another_target_holds_from_its_day_on_and_the_one_before_stays(actor):
    raised(actor)
    assert one("chenggong", "nursing_share").target == "70"
    assert one("chenggong", "nursing_share", dt.date(2026, 9, 30)).target == "65"
    # What the program ships was written down, so that a later program does not rewrite what was counted by.
    assert [row.target for row in IndicatorRow.select().order_by(IndicatorRow.id)] == ["65", "70"]
    assert one("chenggong", "visit_rate").id == 0


def test_the_same_day_again_changes_that_version_and_the_log_keeps_what_it_said(actor):
    raised(actor)
    raised(actor, "72")
    assert [found.target for found in indicators.versions("chenggong") if found.key == "nursing_share"] == ["72", "65"]


def test_nothing_new_is_no_change(actor):
    draft = indicators.opened(one("chenggong", "visit_rate"))
    indicators.set_indicator(actor, draft)
    assert IndicatorRow.select().count() == 0


def test_a_last_day_takes_an_indicator_away(actor):
    draft = indicators.opened(one("chenggong", "served_share"))
    draft.valid_to = "2026-09-30"
    indicators.set_indicator(actor, draft)
    assert "served_share" not in {found.key for found in indicators.in_force("chenggong", OCTOBER)}
    assert one("chenggong", "served_share", dt.date(2026, 9, 30))


def test_an_indicator_of_the_directors_own_stands_behind_the_others_and_keeps_its_key(actor):
    draft = IndicatorDraft("chenggong", "每月就餐人数", target="100", unit="人", numerator="people.served")
    made = indicators.set_indicator(actor, draft)
    assert (made.key, made.per, made.valid_from) == ("own_1", 1, None)
    assert indicators.in_force("chenggong", OCTOBER)[-1] == made
    # The same name is the same indicator.
    again = indicators.set_indicator(
        actor, IndicatorDraft("chenggong", "每月就餐人数", target="120", unit="人", numerator="people.served")
    )
    assert (again.key, again.target, again.id) == ("own_1", "120", made.id)


def test_a_voided_version_gives_way_to_the_one_before(actor):
    made = raised(actor)
    indicators.void(actor, made.id, "文号录错")
    assert one("chenggong", "nursing_share").target == "65"


def test_a_change_is_taken_back_as_one_act(actor):
    raised(actor)
    undoing.take_back(actor, done.standing(actor)[0])
    assert one("chenggong", "nursing_share").target == "65"


@pytest.mark.parametrize(
    ("fields", "name", "reason"),
    [
        ({"name": " "}, "name", Reason.REQUIRED),
        ({"plan": "atlantis"}, "plan", Reason.UNKNOWN_WORD),
        ({"target": "约100"}, "target", Reason.BAD_AMOUNT),
        ({"target": "-5"}, "target", Reason.BAD_AMOUNT),
        ({"numerator": "visits.heard"}, "numerator", Reason.UNKNOWN_WORD),
        ({"numerator": "", "denominator": "beds.beds"}, "numerator", Reason.REQUIRED),
        ({"per": "0"}, "per", Reason.OUT_OF_RANGE),
        ({"valid_from": "2026-10-01", "valid_to": "2026-09-30"}, "valid_to", Reason.ENDS_BEFORE_START),
    ],
)
def test_what_cannot_be_an_indicator_is_refused_by_its_field(actor, fields, name, reason):
    draft = replace(IndicatorDraft("chenggong", "新指标", numerator="beds.nursing", denominator="beds.beds"), **fields)
    with pytest.raises(InvalidDraft) as refused:
        indicators.set_indicator(actor, draft)
    assert (name, reason) in [(error.name, error.reason) for error in refused.value.fields]
    assert IndicatorRow.select().count() == 0


def test_only_the_director_changes_one(clerk):
    with pytest.raises(NotAllowed):
        raised(clerk)


def test_two_who_change_the_same_field_are_told(actor):
    mine = indicators.opened(raised(actor))
    raised(actor, "75")
    mine.target = "80"
    with pytest.raises(InvalidDraft) as told:
        indicators.set_indicator(actor, mine)
    assert [(error.name, error.reason, error.hint) for error in told.value.fields] == [
        ("target", Reason.CHANGED_MEANWHILE, "75")
    ]


def test_every_count_that_may_be_chosen_is_counted():
    from desktop.services.figures.counts import COUNTERS

    assert set(COUNTERS) == set(COUNTS)

"""What of a month has to be put right, explained or known: the checks that page, close and command share."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import ReportKind, Unfinished, Weight
from desktop.core.errors import NotFound, ReasonNeeded
from desktop.core.food import SheetOf
from desktop.core.month_errors import MonthClosed, MonthHeldBack, NotExplainable
from desktop.core.period import Month
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.models.resident import Grade
from desktop.models.visit import Visit
from desktop.reports.months.month_set import month_reports
from desktop.reports.months.render import reports_of
from desktop.services.beds import places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.closing import explaining, month_close, quality
from desktop.services.closing.quality import CHECKS
from desktop.services.residents import forms as residents
from desktop.services.residents import states
from desktop.services.visits import recording
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import months
from desktop.services.writing.journal import writing
from tests.unit.services.food import kitchen as food

AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)


def found(kind, month=SEPTEMBER):
    """The finding of a kind, None where there is none."""
    return next((one for one in quality.check(month) if one.kind is kind), None)


def served(actor, one, on, kind="bathing", state="done"):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        return unit.add(HelpService(resident=one, type=kind, service_on=dt.date.fromisoformat(on), state=state)).uid


def test_every_kind_has_one_check_and_only_what_a_month_is_made_of_must_be_put_right():
    assert [one.kind for one in CHECKS] == [*dict.fromkeys(one.kind for one in CHECKS)]
    assert {one.kind for one in CHECKS} == set(Unfinished)
    assert {one.kind for one in CHECKS if one.weight is Weight.MUST} == {Unfinished.NOT_OVER, Unfinished.EARLIER_OPEN}


def test_what_was_done_for_somebody_who_had_gone_is_found_but_not_on_the_day_itself(person, actor):
    one, two = person("甲一"), person("乙二", born="1950-01-01")
    served(actor, one, "2026-09-10")
    served(actor, one, "2026-09-11")
    served(actor, two, "2026-09-11")
    states.apply(actor, one, "moved_out", dt.date(2026, 9, 10), "随子女")
    finding = found(Unfinished.AFTER_DEPARTURE)
    assert (finding.count, finding.names, finding.blocks) == (1, ("甲一",), True)


def test_meals_without_a_price_are_found_until_there_is_one(person, actor):
    meals.save(actor, MealDraft(person("甲一"), "2026-09-10"))
    assert found(Unfinished.UNPRICED).count == 1
    assert found(Unfinished.UNPRICED, OCTOBER) is None


@pytest.mark.parametrize(("flags", "findings"), [(["disabled"], 1), ([], None)])
def test_a_hundred_percent_on_the_last_evening_is_doubted_where_somebody_had_to_be_visited(
    person, actor, flags, findings
):
    people = [person(f"甲{number}", flags=flags) for number in range(8)]
    for at, one in enumerate(people):
        with clock.standing_at(dt.datetime(2026, 10, 5, 9) if at < 3 else dt.datetime(2026, 10, 31, 20)):
            recording.save(actor, VisitDraft(one, "2026-10-05" if at < 3 else "2026-10-30", method="home"))
    doubted = found(Unfinished.HONESTY, OCTOBER)
    assert (doubted and doubted.count) == findings


def test_a_visit_that_reached_somebody_without_all_blocks_is_a_note(person, actor):
    one, day = person("甲一"), dt.date(2026, 9, 10)
    blocks = dict.fromkeys(("health", "spirit", "safety", "hygiene", "dwelling", "support"), "normal")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Visit(resident=one, visited_on=day, method="home", outcome="reached", **blocks))
        unit.add(Visit(resident=one, visited_on=day, method="home", outcome="reached", **blocks | {"support": ""}))
        unit.add(Visit(resident=one, visited_on=day, method="home", outcome="not_reached"))
    finding = found(Unfinished.BLOCKS_MISSING)
    assert (finding.count, finding.weight, finding.blocks) == (1, Weight.NOTE, False)


def test_somebody_to_be_verified_with_records_and_a_stay_without_a_grade_are_notes(person, actor):
    idle = person("甲一", id_number="", accept_to_verify=True)
    busy = person("乙二", id_number="", accept_to_verify=True, born="1950-01-01")
    bed = places.save(actor, BedDraft(room="301", number="1"))
    stays.admit(actor, StayDraft(busy, bed, "2026-09-10"))
    assert found(Unfinished.UNVERIFIED_ACTIVE).names == ("乙二",)
    assert found(Unfinished.UNGRADED).residents == (busy,)
    assert set(found(Unfinished.TO_VERIFY).residents) == {idle, busy}


def test_two_grades_of_one_day_are_a_note_of_the_months_from_that_day_on(person, actor):
    one = person("甲一")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        for grade in ("mild", "severe"):
            unit.add(Grade(resident=one, grade=grade, assessed_on=dt.date(2026, 9, 12)))
    finding = found(Unfinished.CONTESTED_GRADES)
    assert (finding.names, finding.weight, finding.blocks) == (("甲一",), Weight.NOTE, False)
    assert found(Unfinished.CONTESTED_GRADES, OCTOBER).residents == (one,)
    assert found(Unfinished.CONTESTED_GRADES, AUGUST) is None


def test_months_are_closed_in_order_and_words_do_not_help(person, actor):
    one = person("甲一")
    served(actor, one, "2026-08-10")
    served(actor, one, "2026-09-10")
    finding = found(Unfinished.EARLIER_OPEN)
    assert (finding.weight, finding.blocks, finding.explainable) == (Weight.MUST, True, False)
    with pytest.raises(MonthHeldBack) as caught:
        month_close.close(actor, SEPTEMBER, reports_of, "以后补")
    assert caught.value.finding is Unfinished.EARLIER_OPEN
    with pytest.raises(NotExplainable):
        explaining.explain(actor, SEPTEMBER, finding, "以后补")
    month_close.close(actor, AUGUST, reports_of)
    month_close.close(actor, SEPTEMBER, reports_of)
    assert months.closed_months() == ["2026-08", "2026-09"]


def test_a_month_that_still_runs_and_a_clock_behind_the_last_record_are_named(person, actor):
    assert found(Unfinished.NOT_OVER, OCTOBER).weight is Weight.MUST
    assert found(Unfinished.NOT_OVER) is None
    person("甲一")
    assert found(Unfinished.CLOCK_BEHIND) is None
    with clock.standing_at(clock.now() - dt.timedelta(hours=1)):
        assert found(Unfinished.CLOCK_BEHIND).blocks


def test_a_month_whose_end_lies_where_nothing_was_recorded_is_closed_with_words_only(person, actor):
    """reliability B6: with the clock ahead a month that has not come was closed, and then refused to record."""
    person("甲一")
    with clock.standing_at(dt.datetime(2026, 11, 4, 9)):
        person("乙二")
        assert found(Unfinished.CLOCK_AHEAD, OCTOBER) is None, "two weeks are not so long"
    with clock.standing_at(dt.datetime(2026, 12, 2, 9)):
        assert found(Unfinished.CLOCK_AHEAD, Month(2026, 11)).blocks
        assert found(Unfinished.CLOCK_AHEAD, OCTOBER) is None, "that month ended while people were recording"
        person("丙三")
        assert found(Unfinished.CLOCK_AHEAD, Month(2026, 11)).blocks, "what is typed today says nothing of the clock"
        with pytest.raises(ReasonNeeded):
            month_close.close(actor, Month(2026, 11), reports_of)


def test_an_earlier_month_that_facts_learned_late_would_change_is_a_note(person, actor):
    one = person("甲一", flags=["living_alone"])
    month_close.close(actor, SEPTEMBER, reports_of, "未遇")
    assert found(Unfinished.DRIFT, OCTOBER) is None
    draft = residents.draft_of(one)
    draft.flags = []
    residents.save(actor, draft)
    assert (found(Unfinished.DRIFT, OCTOBER).count, found(Unfinished.DRIFT, OCTOBER).blocks) == (1, False)
    assert all(one.kind is not Unfinished.DRIFT for one in quality.check(OCTOBER, thorough=False)), "not by the close"


def test_words_stand_for_as_many_as_were_seen_and_are_asked_for_again_when_there_are_more(person, actor):
    person("甲一", flags=["living_alone"])
    explaining.explain(actor, SEPTEMBER, found(Unfinished.UNVISITED), " 外出务工 ")
    said = found(Unfinished.UNVISITED)
    assert (said.blocks, said.explanation.words, said.explanation.by) == (False, "外出务工", actor.name)
    assert said.explanation.on == clock.today().isoformat()
    person("乙二", flags=["disabled"], born="1950-01-01")
    assert found(Unfinished.UNVISITED).blocks
    explaining.explain(actor, SEPTEMBER, found(Unfinished.UNVISITED), "两人均外出")
    assert not found(Unfinished.UNVISITED).blocks
    assert query.count("SELECT count(*) FROM finding_explanation") == 2, "the earlier words are void, not gone"


def test_words_are_taken_back_with_a_reason(person, actor):
    person("甲一", flags=["living_alone"])
    explaining.explain(actor, SEPTEMBER, found(Unfinished.UNVISITED), "外出务工")
    with pytest.raises(ReasonNeeded):
        explaining.withdraw(actor, SEPTEMBER, Unfinished.UNVISITED, " ")
    explaining.withdraw(actor, SEPTEMBER, Unfinished.UNVISITED, "写错人")
    assert found(Unfinished.UNVISITED).blocks
    with pytest.raises(NotFound):
        explaining.withdraw(actor, SEPTEMBER, Unfinished.UNVISITED, "写错人")
    with pytest.raises(ReasonNeeded):
        explaining.explain(actor, SEPTEMBER, found(Unfinished.UNVISITED), " ")


def test_a_month_whose_blockers_are_explained_closes_without_more_words_and_prints_them(person, actor):
    person("甲一", flags=["living_alone"])
    finding = found(Unfinished.UNVISITED)
    explaining.explain(actor, SEPTEMBER, finding, "外出务工，已电话联系家属")
    month_close.close(actor, SEPTEMBER, reports_of)
    kept = month_reports(SEPTEMBER).reports
    for kind in (ReportKind.VISITS, ReportKind.SUMMARY):
        section = next(one for one in kept[kind].sections if one.title == "情况说明")
        today = clock.today().isoformat()
        assert section.rows == (("应访未访 1 人", "外出务工，已电话联系家属", actor.name, today),)
    assert all(one.title != "情况说明" for one in kept[ReportKind.BEDS].sections)
    with pytest.raises(MonthClosed):
        explaining.explain(actor, SEPTEMBER, finding, "改说法")
    with pytest.raises(MonthClosed):
        explaining.withdraw(actor, SEPTEMBER, Unfinished.UNVISITED, "改说法")


def test_the_words_of_the_close_stand_for_what_nobody_explained(person, actor):
    person("甲一", flags=["living_alone"])
    served(actor, person("乙二", born="1950-01-01"), "2026-09-10", state="requested")
    explaining.explain(actor, SEPTEMBER, found(Unfinished.OPEN_ORDERS), "下月补做")
    month_close.close(actor, SEPTEMBER, reports_of, "外出务工")
    said = month_reports(SEPTEMBER).reports[ReportKind.SUMMARY].sections[-1]
    assert [row[:2] for row in said.rows] == [("服务单未办结 1 件", "下月补做"), ("应访未访 1 人", "外出务工")]


def test_what_the_food_ledger_lacks_is_told_of_days_that_are_over(person, actor):
    today = clock.today()
    who = person()
    for day in (today - dt.timedelta(days=1), today):
        food.sheet(actor, SheetOf.CLEANING, "灶台", day)
        food.eat(actor, who, day)
    assert found(Unfinished.FOOD_LEDGER, OCTOBER).count == 1
    with clock.standing_at(dt.datetime.combine(today + dt.timedelta(days=1), dt.time(9))):
        assert found(Unfinished.FOOD_LEDGER, OCTOBER).count == 2

"""更正单: a closed month changes by acts that a second person approves, and what it said before stands too."""

import datetime as dt
import re

import pytest

from desktop.core import clock
from desktop.core.account_errors import WrongPassword
from desktop.core.acts import Thing
from desktop.core.answers import ReportKind, Unfinished
from desktop.core.errors import AlreadyRecorded, InvalidDraft, NotAllowed, NotFound, ReasonNeeded
from desktop.core.food import SheetOf
from desktop.core.month_errors import CorrectionRefused, MonthClosed, MonthOpen
from desktop.core.period import Month
from desktop.core.reasons import CorrectionReason
from desktop.core.trade import CorrectionState, CorrectionStep, MonthState, Role
from desktop.models import query
from desktop.reports.months.corrected import correction_sheet
from desktop.reports.months.month_set import month_reports, printed
from desktop.reports.months.render import report_of, reports_of
from desktop.services import figures
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.centre import accounts
from desktop.services.closing import corrections, drift, month_close, quality, staging
from desktop.services.closing.corrections import InWriting
from desktop.services.closing.staged import Act
from desktop.services.food import purchases
from desktop.services.residents import forms
from desktop.services.residents.drafts import FlagDraft
from desktop.services.visits import edits
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import frozen, months
from desktop.services.writing.actor import Actor
from tests.unit.services.food import kitchen as food

AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)
SEPTEMBER_DAY = dt.date(2026, 9, 15)
WHY = "探访日期看错了"


@pytest.fixture
def second(actor):
    """A clerk with an account of her own."""
    accounts.add_account(actor, "主任", Role.DIRECTOR, "yi-er-san-4")
    accounts.add_account(actor, "段春梅", Role.DIRECTOR, "yi-er-san-5")
    return accounts.sign_in("段春梅", "yi-er-san-5")


@pytest.fixture
def closed(person, actor, canteen_prices):
    """September, closed: 甲一 was visited and ate once, 乙二 was not visited."""
    one, two = person("甲一", flags=["living_alone"]), person("乙二", flags=["disabled"], born="1950-01-01")
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-10", visitors="何云"))
    meals.save(actor, MealDraft(one, "2026-09-11"))
    month_close.close(actor, SEPTEMBER, reports_of, "乙二未遇")
    return one, two


def uid(table: str, row: str = "id = 1") -> str:
    return query.text(f"SELECT uid FROM living_{table} WHERE {row}")


def void(kind: str, row: str, reason: str = WHY) -> Act:
    return Act(CorrectionStep.VOID, kind, row, reason=reason)


def a_visit(name: str, day: str) -> Act:
    return Act(CorrectionStep.ADD, "visit", fields={"resident": name, "visited_on": day, "outcome": "未接通/不在家"})


def figures_moved(told: list[corrections.Told]) -> dict[str, tuple[object, object]]:
    return {one.difference.figure: (one.difference.before, one.difference.after) for one in told}


def test_one_visit_and_one_meal_put_right_are_exactly_the_differences_of_version_two(closed, actor, second):
    first = month_reports(SEPTEMBER)
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    corrections.stage(actor, correction, [void("visit", uid("visit")), void("meal", uid("meal"))])
    told = corrections.differences(actor, correction, reports_of)
    moved = figures_moved(told)
    assert moved["visits.visited"] == (1, 0)
    assert moved["visits.unvisited"] == (1, 2)
    assert moved["canteen.persons"] == (1, 0)
    assert {name.split(".")[0] for name in moved} == {"visits", "canteen", "services", "indicators", "report"}
    assert all(one.staged and not one.causes for one in told)
    assert months.state(SEPTEMBER) == MonthState.CLOSED, "nothing is done before somebody approves"
    version = corrections.approve(second, correction, reports_of)
    assert (version.number, version.origin) == (2, "corrected")
    assert frozen.latest(SEPTEMBER) == version
    assert frozen.figures(SEPTEMBER)["visits"]["visited"] == 0
    assert [(one.figure, one.before, one.after) for one in (told.difference for told in told)] == list(
        version.differences
    )
    assert months.state(SEPTEMBER) == MonthState.CORRECTED
    assert month_reports(SEPTEMBER, 1) == first, "what version 1 said stands as it was"


def test_what_somebody_said_of_a_meal_of_a_closed_month_is_an_act_of_its_own(closed, actor, second):
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    meal = query.ids("SELECT id FROM living_meal")[0]
    corrections.stage(actor, correction, [staging.with_fields("meal", meal, {"rating": "4"})])
    moved = figures_moved(corrections.differences(actor, correction, reports_of))
    said = {name: both for name, both in moved.items() if name.startswith("canteen.ratings")}
    assert said == {
        "canteen.ratings.count": (0, 1),
        "canteen.ratings.average": ("—", "4.00"),
        "canteen.ratings.by_score.4": (0, 1),
    }
    corrections.approve(second, correction, reports_of)
    assert [row.rating for row in meals.rows([meal])] == [4], "it is the same meal, not another one"


def test_what_the_food_ledger_of_a_closed_month_lacked_is_added_act_by_act(person, actor, second):
    food.eat(actor, person(), SEPTEMBER_DAY)
    food.sheet(actor, SheetOf.CLEANING, "灶台", SEPTEMBER_DAY)
    pork = food.buy(actor, on=SEPTEMBER_DAY)
    (lacking,) = [one for one in quality.check(SEPTEMBER) if one.kind is Unfinished.FOOD_LEDGER]
    assert (lacking.count, lacking.blocks) == (1, True)
    month_close.close(actor, SEPTEMBER, reports_of, "核对用")
    assert (frozen.figures(SEPTEMBER) or {})["canteen"]["food"] == {"days": 1, "complete": 0}
    day = SEPTEMBER_DAY.isoformat()
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    sheets = [
        Act(CorrectionStep.ADD, "sheet", fields={"kind": "晨检", "day": day, "about": "刘师傅"}),
        Act(CorrectionStep.ADD, "sheet", fields={"kind": "冷藏温度", "day": day, "about": "冷藏柜", "degrees": "4"}),
        Act(CorrectionStep.ADD, "dish", fields={"served_on": day, "meal": "午", "name": "红烧肉"}),
    ]
    corrections.stage(actor, correction, sheets)
    assert corrections.approve(second, correction, reports_of).number == 2
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    dish = uid("dish")
    rest = [
        Act(CorrectionStep.ADD, "batch", fields={"dish": dish, "food_purchase": uid("food_purchase")}),
        Act(CorrectionStep.ADD, "sample", fields={"dish": dish, "taken_at": "11:20", "grams": "130"}),
        Act(CorrectionStep.CHANGE, "purchase", uid("food_purchase"), {"quantity": "13"}),
    ]
    corrections.stage(actor, correction, rest)
    moved = figures_moved(corrections.differences(actor, correction, reports_of))
    assert moved["canteen.food.complete"] == (0, 1)
    corrections.approve(second, correction, reports_of)
    assert (frozen.figures(SEPTEMBER) or {})["canteen"]["food"] == {"days": 1, "complete": 1}
    assert purchases.batch(pork).quantity == "13 公斤"


def test_a_month_under_correction_is_open_for_its_acts_alone(closed, actor):
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    corrections.stage(actor, correction, [void("visit", uid("visit"))])
    with pytest.raises(MonthClosed):
        visits.void(actor, 1, "directly")
    with pytest.raises(MonthClosed):
        visits.save(actor, VisitDraft(resident_id=closed[0], visited_on="2026-09-12", outcome="not_reached"))
    assert query.count("SELECT count(*) FROM living_visit") == 1


def test_an_act_into_another_closed_month_is_refused_when_it_is_staged(closed, actor, person):
    month_close.close(actor, AUGUST, reports_of, "无人探访")
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    with pytest.raises(MonthClosed) as refused:
        corrections.stage(actor, correction, [a_visit("乙二", "2026-08-03")])
    assert refused.value.month == "2026-08"
    assert corrections.acts(correction) == [], "what is refused is not kept"


def test_acts_are_refused_as_their_form_refuses_them(closed, actor):
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    for wrong in (
        a_visit("没有这个人", "2026-09-12"),
        Act(CorrectionStep.ADD, "visit", fields={"resident": "乙二", "visited_on": "2026-09-31"}),
        Act(CorrectionStep.ADD, "visit", fields={"resident": "乙二", "visited_on": "2026-09-12"}),
        Act(CorrectionStep.ADD, "visit", fields={"resident": "乙二", "no_such_field": "1"}),
        Act(CorrectionStep.VOID, "excusal", uid("visit"), reason=WHY),
        Act(CorrectionStep.ADD, "resident", fields={"name": "丙三"}),
    ):
        with pytest.raises(InvalidDraft):
            corrections.stage(actor, correction, [wrong])
    with pytest.raises(ReasonNeeded):
        corrections.stage(actor, correction, [void("visit", uid("visit"), " ")])
    assert corrections.acts(correction) == []


def test_a_visit_is_changed_by_the_fields_of_its_form_and_the_old_one_stays_on_record(closed, actor, second):
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    act = Act(CorrectionStep.CHANGE, "visit", uid("visit"), {"outcome": "未接通/不在家", "method": "电话"}, WHY)
    corrections.stage(actor, correction, [act])
    corrections.approve(second, correction, reports_of)
    row = query.fetch_one("SELECT visited_on, outcome, method, supersedes_id FROM living_visit")
    assert tuple(row) == ("2026-09-10", "not_reached", "phone", 1)
    assert frozen.figures(SEPTEMBER)["visits"]["attempts_not_reached"] == 1
    assert query.text("SELECT void_reason FROM visit WHERE id = 1") == WHY
    said = query.fetch("SELECT DISTINCT staff_name FROM change_log WHERE table_name = 'visit' AND action = 'void'")
    assert said == [(actor.name,)], "the log says whose act it was"


def test_nobody_approves_the_own_correction_and_nobody_without_an_account(closed, actor, second):
    correction = corrections.open_for(second, SEPTEMBER, WHY)
    corrections.stage(second, correction, [void("visit", uid("visit"))])
    for who in (second, Actor(None, "主任甲", Role.DIRECTOR)):
        with pytest.raises(CorrectionRefused) as refused:
            corrections.approve(who, correction, reports_of)
        assert refused.value.reason == CorrectionReason.SAME_PERSON
    with pytest.raises(CorrectionRefused) as refused:
        corrections.approve(second, correction, reports_of, InWriting("区民政局 王科长", " "))
    assert refused.value.reason == CorrectionReason.NO_PAPER
    version = corrections.approve(second, correction, reports_of, InWriting("区民政局 王科长", "西民养〔2026〕17号"))
    row = corrections.of_id(correction)
    assert (version.number, row.second_person, row.paper) == (2, "区民政局 王科长", "西民养〔2026〕17号")
    assert (row.state, row.version) == (CorrectionState.APPROVED, 2)


def test_roles_without_the_action_neither_open_nor_answer(closed, actor):
    from dataclasses import replace

    for role in (Role.VISITOR, Role.WORKER, Role.AUDITOR):
        with pytest.raises(NotAllowed):
            corrections.open_for(replace(actor, role=role), SEPTEMBER, WHY)
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    for role in (Role.VISITOR, Role.WORKER, Role.AUDITOR):
        with pytest.raises(NotAllowed):
            corrections.approve(replace(actor, role=role), correction, reports_of)
        with pytest.raises(NotAllowed):
            corrections.reject(replace(actor, role=role), correction, "不同意")


def test_one_correction_of_a_month_at_a_time_and_none_of_an_open_month(closed, actor):
    corrections.open_for(actor, SEPTEMBER, WHY)
    with pytest.raises(AlreadyRecorded):
        corrections.open_for(actor, SEPTEMBER, WHY)
    with pytest.raises(MonthOpen):
        corrections.open_for(actor, OCTOBER, WHY)
    with pytest.raises(ReasonNeeded):
        corrections.open_for(actor, SEPTEMBER, " ")


def test_what_was_rejected_or_withdrawn_stays_on_record_and_changes_nothing(closed, actor, second):
    first = corrections.open_for(actor, SEPTEMBER, WHY)
    corrections.stage(actor, first, [void("visit", uid("visit"))])
    corrections.reject(second, first, "没有依据")
    next_one = corrections.open_for(actor, SEPTEMBER, WHY)
    corrections.withdraw(actor, next_one, "重复")
    assert [(one.number, one.state, one.answer) for one in corrections.listed(SEPTEMBER)] == [
        (2, CorrectionState.WITHDRAWN, "重复"),
        (1, CorrectionState.REJECTED, "没有依据"),
    ]
    with pytest.raises(AlreadyRecorded):
        corrections.approve(second, first, reports_of)
    assert (months.state(SEPTEMBER), frozen.latest(SEPTEMBER).number) == (MonthState.CLOSED, 1)
    assert query.count("SELECT count(*) FROM living_visit") == 1


def test_an_empty_correction_is_not_approved_and_an_act_can_be_taken_out(closed, actor, second):
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    corrections.stage(actor, correction, [void("visit", uid("visit"))])
    ((act, _),) = corrections.acts(correction)
    corrections.unstage(actor, act)
    with pytest.raises(CorrectionRefused) as refused:
        corrections.approve(second, correction, reports_of)
    assert refused.value.reason == CorrectionReason.EMPTY


def test_what_was_learned_late_is_drift_by_figure_person_and_write_and_moves_no_paper(closed, actor):
    before = month_reports(SEPTEMBER)
    assert drift.of(SEPTEMBER, reports_of) == []
    draft = forms.draft_of(closed[1])
    draft.flags = [FlagDraft(kind="disabled", from_on="2026-10-01")]
    forms.save(actor, draft)
    found = {one.difference.figure: one for one in drift.of(SEPTEMBER, reports_of)}
    assert (found["visits.required"].difference.before, found["visits.required"].difference.after) == (2, 1)
    assert [name for _uid, name in found["visits.unvisited"].difference.people] == ["乙二"]
    (cause,) = {one.name for one in found["visits.required"].causes}
    assert cause == "乙二"
    assert month_reports(SEPTEMBER) == before


def test_the_cause_of_a_drift_is_the_one_whose_record_was_changed(closed, actor, person):
    one, two = closed
    person("丙三", born="1951-01-01")
    for who, name in ((one, "甲改"), (two, "乙改")):
        draft = forms.draft_of(who)
        draft.name = name
        forms.save(actor, draft)
    found = {one.difference.figure: one for one in drift.of(SEPTEMBER, reports_of)}
    for figure, was, name in (("visits.visited", "甲", "甲改"), ("visits.unvisited", "乙", "乙改")):
        assert {name[0] for _uid, name in found[figure].difference.people} == {was}
        assert {(cause.thing, cause.name) for cause in found[figure].causes} == {(Thing.RESIDENT, name)}


def test_a_refresh_takes_up_the_drift_and_says_that_it_was_no_act(closed, actor, second):
    draft = forms.draft_of(closed[1])
    draft.flags = [FlagDraft(kind="disabled", from_on="2026-10-01")]
    forms.save(actor, draft)
    correction = corrections.open_for(actor, SEPTEMBER, "十月才知道")
    corrections.stage(actor, correction, [Act(CorrectionStep.REFRESH)])
    told = corrections.differences(actor, correction, reports_of)
    assert figures_moved(told)["visits.required"] == (2, 1)
    assert all(not one.staged and one.causes for one in told)
    corrections.approve(second, correction, reports_of)
    assert frozen.figures(SEPTEMBER)["visits"]["required"] == 1
    assert drift.of(SEPTEMBER, reports_of) == []


def test_the_paper_of_a_corrected_month_says_what_it_said_before_and_who_approved(closed, actor, second):
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    corrections.stage(actor, correction, [void("meal", uid("meal"))])
    version = corrections.approve(second, correction, reports_of)
    found = month_reports(SEPTEMBER)
    canteen = printed("canteen", found)
    assert canteen.number.endswith(f"-V2-{version.sha256[:8]}")
    part = canteen.sections[-1]
    assert ("幸福食堂·人数", 1, 0) in part.rows
    assert part.note == f"依据更正单第1号（{WHY}），批准：段春梅。"
    beds = printed("beds", found).sections[-1]
    assert (beds.rows, beds.note.endswith("本表合计数字未变。")) == ((), True)
    earlier = month_reports(SEPTEMBER, 1)
    assert "更正对照" not in [one.title for one in printed("canteen", earlier).sections]
    now = figures.figures_of(Month.of(clock.today()))
    (one,) = report_of(ReportKind.VISITS, now).sections[-1].rows
    assert one[:4] == ("2026年9月", "第1号（V2）", WHY, "段春梅"), "the month of the approval names it"
    assert figures.figures_of(SEPTEMBER).corrected == ()


def test_the_sheet_to_sign_holds_acts_figures_and_people_who_answer(closed, actor):
    correction = corrections.open_for(actor, SEPTEMBER, WHY)
    act = Act(CorrectionStep.CHANGE, "visit", uid("visit"), {"outcome": "拒访", "method": "phone"}, WHY)
    corrections.stage(actor, correction, [act])
    told = corrections.differences(actor, correction, reports_of)
    sheet = correction_sheet(corrections.of_id(correction), staging.lines(correction), told, frozen.latest(SEPTEMBER))
    facts, done, moved = sheet.sections
    assert ("状态", "待审批") in facts.rows
    assert ("更正前版本", f"V1-{frozen.latest(SEPTEMBER).sha256[:8]}") in facts.rows
    assert done.rows == (("更改", "探访记录 甲一 2026-09-10", "方式：电话；结果：拒访", WHY),)
    assert ("月探访·实访", 1, 0, "本更正单", "甲一") in moved.rows
    assert sheet.number == "更正〔2026-09〕第1号"
    mark = frozen.latest(SEPTEMBER).sha256[:8]
    assert not any(re.search("[a-z]{3}", text.replace(mark, "")) for text in sheet.texts())


def test_what_was_typed_in_a_room_becomes_the_same_act(closed, actor):
    draft = edits.draft_of(1)
    draft.outcome, draft.blocks, draft.visited_on = "not_reached", {}, "2026-09-12"
    act = staging.changing("visit", 1, draft, WHY)
    assert (act.uid, act.reason) == (uid("visit"), WHY)
    assert act.fields == {"visited_on": "2026-09-12", "outcome": "not_reached"}
    assert staging.adding("meal", MealDraft(closed[0], "2026-09-20")).fields == {
        "resident": uid("resident"),
        "eaten_on": "2026-09-20",
    }


def test_a_refused_act_opens_the_months_correction_once_and_the_next_joins_it(closed, actor):
    with pytest.raises(NotFound):
        staging.take_in(actor, SEPTEMBER, Act(CorrectionStep.VOID, "visit", "no-such-row", reason=WHY), WHY)
    assert corrections.listed() == [], "what is refused opens nothing"
    first = staging.take_in(actor, SEPTEMBER, staging.voiding("visit", 1, WHY), WHY)
    assert staging.take_in(actor, SEPTEMBER, staging.adding("meal", MealDraft(closed[1], "2026-09-20"))) == first
    (row,) = corrections.listed()
    assert (row.reason, row.state) == (WHY, CorrectionState.OPEN)
    assert [(one.name, one.day) for one in staging.lines(first)] == [("甲一", "2026-09-10"), ("乙二", "2026-09-20")]


def test_the_second_person_answers_without_signing_in(closed, actor, second):
    assert accounts.second_person("段春梅", "yi-er-san-5") == second
    with pytest.raises(WrongPassword):
        accounts.second_person("段春梅", "yi-er-san-6")

"""Packages and payers' budgets as figures: what they say, what each is made of, and months that were closed before."""

from __future__ import annotations

import datetime as dt

import openpyxl
from pypdf import PdfReader

from desktop.core import canonical, clock
from desktop.core.acts import Thing
from desktop.core.figures.explained import Origin
from desktop.core.figures.series import Unit, unit_of
from desktop.core.period import Month
from desktop.core.words.figures import figure_word_on_paper
from desktop.reports.months.render import reports_of
from desktop.services.closing import drift, month_close
from desktop.services.closing.differences import compare
from desktop.services.figures import as_json, figures_of
from desktop.services.figures.explained import explain
from desktop.services.figures.over_months import over_months
from desktop.services.help_services import budgets, packages
from desktop.services.help_services.budgets import BudgetDraft
from desktop.services.register.snapshot import register
from desktop.services.writing import months
from tests.unit.reports import rendering
from tests.unit.reports.months.test_opens import hold
from tests.unit.services.figures.test_explained import hold as hold_figures
from tests.unit.services.help_services.test_packages import grant, serve

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def a_month(actor, person):
    """王芳 has two packages, one used beyond; 李兰 has one that is hardly used; the government has 100 yuan."""
    wang, li = person("王芳"), person("李兰")
    grant(actor, wang, "1", "bathing")
    grant(actor, wang, "5")
    grant(actor, li, "2", payer="subsidy")
    budgets.set_budget(actor, BudgetDraft("government", "100", "2026-10-01"))
    serve(actor, wang, "2026-10-02", fee="40", subsidy="15")
    serve(actor, wang, "2026-10-03", fee="50")
    serve(actor, wang, "2026-10-04", type="cleaning")
    serve(actor, li, "2026-10-05", "09:00", "09:45", payer="subsidy", fee="20", subsidy="8")
    serve(actor, li, "2026-10-06", payer="self", fee="30")
    return wang, li


def told(month=OCTOBER):
    return as_json(figures_of(month))["services"]


def test_what_is_granted_used_left_and_beyond_of_all_packages(actor, person):
    a_month(actor, person)
    assert told()["packages"] == {"persons": 2, "granted": 480, "used": 225, "left": 315, "over": 60}
    assert told(Month(2026, 9))["packages"] == {"persons": 0, "granted": 0, "used": 0, "left": 0, "over": 0}


def test_what_each_payer_has_bears_and_has_left(actor, person):
    a_month(actor, person)
    assert told()["budgets"] == {
        "政府购买": {"budget": "100.00", "used": "105.00", "left": "-5.00"},
        "补贴": {"budget": "—", "used": "8.00", "left": "—"},
        "自费": {"budget": "—", "used": "30.00", "left": "—"},
        "志愿": {"budget": "—", "used": "0.00", "left": "—"},
    }
    assert [one.used_fen for one in budgets.spent_in(OCTOBER)] == [10500, 800, 3000]


def test_every_figure_and_every_printed_number_of_them_opens_what_makes_it(actor, person):
    a_month(actor, person)
    hold_figures(OCTOBER)
    shown = hold(OCTOBER, register())
    assert "services.packages.over?姓名=王芳&性别=女&社区=前卫社区&服务包=政府购买 助浴 2026-10-01" in shown
    found = explain(OCTOBER, "services.packages.used?姓名=王芳&服务包=政府购买 不限 2026-10-01")
    assert [(line.thing, line.day, line.amount) for line in found.parts[0].lines] == [
        (Thing.HELP_SERVICE, dt.date(2026, 10, 4), 60)
    ]
    left = explain(OCTOBER, "services.budgets.政府购买.left").parts[0]
    assert sorted((line.thing, line.amount) for line in left.lines) == [
        (Thing.HELP_SERVICE, -5500),
        (Thing.HELP_SERVICE, -5000),
        (Thing.PAYER_BUDGET, 10000),
    ]
    unsaid = explain(OCTOBER, "services.budgets.补贴.budget")
    assert (unsaid.value, unsaid.origin, unsaid.parts) == ("—", Origin.LIVE, ())


def test_two_of_one_person_one_after_the_other_are_two_lines(actor, person):
    who = person("王芳")
    first = grant(actor, who, "2", valid_to="2026-10-10")
    packages.end(actor, first, "2026-10-08")
    grant(actor, who, "3", first="2026-10-09")
    serve(actor, who, "2026-10-08")
    serve(actor, who, "2026-10-09", "09:00", "09:30")
    lines = figures_of(OCTOBER).services.packages.lines
    assert [(one.granted, one.used, one.left) for one in lines] == [(120, 60, 60), (180, 30, 150)]
    assert told()["packages"]["persons"] == 1
    hold(OCTOBER, register())


def test_money_is_told_in_yuan_and_minutes_say_so():
    assert unit_of("services.budgets.政府购买.left") is Unit.YUAN
    assert unit_of("services.packages.used") is Unit.COUNT
    assert figure_word_on_paper("services.packages.used") == "服务包已用（分钟）"
    assert figure_word_on_paper("services.budgets.政府购买.left") == "十助服务·预算·政府购买·剩余"


def test_a_closed_month_keeps_what_was_granted_then_and_the_change_is_told(actor, person):
    wang, _li = a_month(actor, person)
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        month_close.close(actor, OCTOBER, reports_of)
        one = next(one for one in packages.packages(OCTOBER) if one.resident_id == wang and one.type)
        draft = packages.draft_of(one.id)
        draft.hours = "4"
        packages.change(actor, one.id, draft)
        found = {one.difference.figure: one for one in drift.of(OCTOBER, reports_of)}
        kept = explain(OCTOBER, "services.packages.granted")
        year = over_months([OCTOBER, NOVEMBER])
    assert found["services.packages.granted"].difference.before == 480
    assert found["services.packages.granted"].difference.after == 660
    assert {(cause.thing, cause.name) for cause in found["services.packages.over"].causes} == {
        (Thing.SERVICE_PACKAGE, "王芳")
    }
    assert kept.closed == 480
    assert [year.at(year.of("services.packages.granted"), month) for month in (OCTOBER, NOVEMBER)] == [480, 660]


def test_a_month_that_was_closed_before_there_were_any_says_nothing_of_them(actor, person):
    person("王芳")
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        months.close(actor, OCTOBER, '{"services": {"person_times": {"助浴": 7}, "persons": 5}}')
        year = over_months([OCTOBER, NOVEMBER])
    assert year.at(year.of("services.packages.granted"), OCTOBER) is None
    assert year.at(year.of("services.budgets.自费.used"), OCTOBER) is None


def test_a_figure_that_was_not_counted_then_is_no_difference_where_there_is_nothing_of_it():
    then = {"persons": 5}
    now = then | {"budgets": {"自费": {"budget": "—", "used": "0.00"}}}
    before, after = ({"figures": canonical.line({"services": one})} for one in (then, now))
    assert compare(before, after) == []


def test_the_report_says_them_on_paper_and_in_the_workbook(actor, person, tmp_path):
    a_month(actor, person)
    paper = rendering.render_pdf(
        "services", figures_of(OCTOBER), tmp_path / "十助.pdf", printed_on=dt.date(2026, 11, 2)
    )
    words = "".join("".join(page.extract_text() for page in PdfReader(paper.path).pages).split())
    for said in ("服务包使用情况", "服务包明细", "28.003.755.251.00", "100.00105.00-5.00"):
        assert said in words, said
    book = rendering.render_xlsx(
        "services", figures_of(OCTOBER), tmp_path / "十助.xlsx", printed_on=dt.date(2026, 11, 2)
    )
    rows = [[cell.value for cell in row] for sheet in openpyxl.load_workbook(book.path) for row in sheet.iter_rows()]
    [bathing] = [row for row in rows if "王芳" in row and "助浴" in row]
    assert [float(cell) for cell in bathing[8:12]] == [1, 2, 0, 1]

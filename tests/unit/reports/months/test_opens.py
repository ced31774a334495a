"""A printed number opens what makes it: the figure that is found for a cell has the value of the cell."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.importing.importer import import_workbook
from desktop.reports.months.opens import figures_in, month_and_figure
from desktop.reports.months.render import reports_of
from desktop.reports.words import hours
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft
from desktop.services.figures import as_json, figures_of
from desktop.services.figures.contract import leaves
from desktop.services.figures.explained import explain, explained
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.home_beds import steps
from desktop.services.home_beds.steps import AssessDraft, PlanDraft, ReviewDraft, SignDraft
from desktop.services.register.snapshot import register
from desktop.services.stay_fees import charges, paying
from desktop.services.stay_fees.paying import StayMoneyDraft
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.journal import writing
from tests.e2e.running import SAMPLE
from tests.unit.services.figures import hard_months
from tests.unit.services.figures.test_explained import at_random
from tests.unit.services.figures.test_explained import hold as hold_figures
from tests.unit.services.stay_fees import lodging
from tests.unit.services.visits.test_roster_rules import forgotten

SEPTEMBER, OCTOBER, FEBRUARY = Month(2026, 9), Month(2026, 10), Month(2028, 2)


# Numbers that nothing but the line itself makes: an age, a count of days, a share whose parts stand beside it,
# an allowance by the level beside it.
OF_THE_LINE = {"序号", "年龄", "天数", "占比（%）", "护理补助（元）", "补贴标准（元/床·月）"}
# What the table counts of its own lines, and a total over two ways of care that are figures apart.
OF_THE_TABLE = {("indicators", "总体情况"), ("indicators", "采用的填报数"), ("beds", "日托和家庭照护明细")}
# A share that was typed, while no bed has a class.
OF_THE_TABLE |= {("beds", "床位占比与各方案要求")}
# Told in minutes and printed in hours.
MINUTES = ("services.minutes", "services.six_help.minutes", "services.packages.")
# The list is long, and one line of it is as the others.
LONG = 20


def numbers(kind, section):
    """(line, column, cell) of every number of a table; of a long list the first lines and the totals."""
    lines = [*section.rows, *([section.totals] if section.totals else [])]
    for at, row in enumerate(lines):
        if at < LONG or at >= len(lines) - 1:
            for column, cell in enumerate(row):
                if isinstance(cell, int | Decimal):
                    yield at, column, cell


def opened(figures, known):
    """(where, figure, what is printed, what it is) of every number; the figure is "" where it does not open."""
    for kind, report in reports_of(figures).items():
        for section in report.sections:
            title = section.title.split("、", 1)[-1]
            for at, column, cell in numbers(kind, section):
                named = figures_in(kind, section, at).get(column, "")
                month, figure = month_and_figure(named, figures.month)
                if month == figures.month:
                    value = explained(figures, figure, known).value if figure else None
                    yield (kind, title, section.columns[column].title), figure, cell, value


def hold(month, known):
    """Every number of the reports is what it opens; gives the figures that were opened."""
    found = list(opened(figures_of(month, known), known))
    for where, figure, printed, value in found:
        kind, title, head = where
        if not figure:
            assert head in OF_THE_LINE or (kind, title) in OF_THE_TABLE, where
        elif figure.startswith(MINUTES) and isinstance(printed, Decimal):
            assert printed == hours(value), where
        else:
            assert str(printed) == str(value), (where, figure)
    return {figure for _where, figure, *_ in found if figure}


def test_every_number_of_the_sample_centre_opens_what_makes_it(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        for kind in ("residents", "beds", "services", "meals", "visits"):
            import_workbook(actor, kind, SAMPLE / f"{kind}.xlsx")
        known = register()
        shown = hold(OCTOBER, known)
        figures = figures_of(OCTOBER, known)
    # Kinds of meals that nobody had stand in no table.
    told = {name for name, value in leaves(as_json(figures)) if value not in (None, "—")}
    indicators = {f"indicators.{at}.value" for at, _one in enumerate(figures.indicators)}
    assert told - indicators - shown == set()
    assert {f"indicators.{one.name}" for one in figures.indicators if one.value is not None} <= shown
    assert "visits.unvisited?社区=" in " ".join(shown)


def test_every_number_of_months_in_which_everything_happens_opens_what_makes_it(actor):
    with clock.standing_at(hard_months.OCTOBER_SEEN):
        hard_months.october(actor)
        known = register()
        hold(OCTOBER, known)
        hold(SEPTEMBER, known)


def test_every_number_of_a_leap_february_opens_what_makes_it(actor):
    with clock.standing_at(hard_months.FEBRUARY_SEEN):
        hard_months.leap_february(actor)
        hold(FEBRUARY, register())


def test_every_number_of_care_by_day_and_at_home_opens_what_makes_it(actor, person):
    one, other = person("王芳"), person("李强")
    attendance.add(actor, DayDraft(one, "2026-10-19", "0830", "1130"))
    attendance.add(actor, DayDraft(one, "2026-10-19", "1400"))
    attendance.add(actor, DayDraft(other, "2026-10-20", "0800", "1000"))
    for who in (one, other):
        bed = steps.assess(actor, AssessDraft(who, "2026-09-01"))
        steps.sign(actor, bed, SignDraft("2026-09-07", review_on="2026-10-01"))
        steps.plan(actor, bed, PlanDraft("bathing", "2", "2026-09-07"))
    steps.review(actor, bed, ReviewDraft("2026-10-01", review_on="2026-12-01"))
    steps.end(actor, bed, "搬走", "2026-10-14")
    for day in ("2026-10-06", "2026-10-07"):
        orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on=day, place="home"))
    shown = hold(OCTOBER, register())
    assert {"beds.day_care.attendance_days", "beds.home_beds.done", "beds.home_beds.rate"} <= shown
    assert "beds.home_beds.planned?姓名=王芳&性别=女&社区=前卫社区" in shown


def test_every_number_of_money_left_here_opens_its_entries(actor, person):
    lodging.turn_on(actor)
    lodging.usual_rates(actor)
    one, other = person("王芳"), person("李强")
    lodging.admit(actor, one, lodging.bed(actor, "1"), "2026-10-01")
    lodging.admit(actor, other, lodging.bed(actor, "2"), "2026-10-01")
    charges.charge(actor, OCTOBER)
    paying.pay(actor, StayMoneyDraft(one, "4000"))
    paying.take_deposit(actor, StayMoneyDraft(other, "2000"))
    prepaid.top_up(actor, MoneyDraft(one, "50"))
    shown = hold(OCTOBER, register())
    assert {f"beds.fees.{name}" for name in ("charged", "paid", "owed", "persons_owing", "deposits")} <= shown
    assert {"canteen.balances.closing", "canteen.balances.top_up"} <= shown


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
def test_every_figure_and_every_number_of_a_centre_at_random_is_what_it_opens(actor, chance):
    with forgotten(), clock.standing_at(hard_months.OCTOBER_SEEN):
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            at_random(hard_months.Maker(unit), chance)
        known = register()
        for month in (SEPTEMBER, OCTOBER):
            hold_figures(month)
            hold(month, known)


def test_a_number_of_another_month_opens_in_that_month(person, actor):
    visits.save(actor, VisitDraft(person("甲一", flags=["living_alone"]), "2026-09-10"))
    report = reports_of(figures_of(OCTOBER))["visits"]
    trend = next(one for one in report.sections if "近12个月" in one.title)
    line = next(at for at, row in enumerate(trend.rows) if row[0] == "2026-09")
    named = figures_in("visits", trend, line)
    assert {month_and_figure(one, OCTOBER) for one in named.values()} == {
        (SEPTEMBER, f"visits.{name}") for name in ("required", "excused", "visited", "unvisited", "visit_rate")
    }
    assert explain(SEPTEMBER, "visits.visited").value == trend.rows[line][3]


def test_a_report_or_a_place_that_there_is_none_of_opens_nothing(actor):
    summary = reports_of(figures_of(OCTOBER))["visits"].sections[0]
    assert figures_in("no report", summary, 0) == {}
    assert figures_in("visits", summary, 5) == {}

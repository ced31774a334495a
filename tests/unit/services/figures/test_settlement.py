"""结算: the same meals and the same sums as the month's figures, whichever way they are grouped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from desktop.core.acts import Action
from desktop.core.centre import Centre
from desktop.core.figures.settlement import Settled, Settlement
from desktop.core.period import Month
from desktop.core.words.terms import FLAGS
from desktop.models.resident import Flag
from desktop.reports.settlement import report_of, write_settlement
from desktop.services.canteen import meals, prepaid, price_edits, scanning
from desktop.services.canteen.meals import MealDraft
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.canteen.price_edits import PriceDraft, SubsidyDraft
from desktop.services.figures import canteen
from desktop.services.figures.settlement import settlement
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.conftest import NOW
from tests.unit.services.visits.test_roster_rules import forgotten

OCTOBER = Month(2026, 10)
SAMPLE = Centre("示例中心", "530114", "chenggong")
Person = Callable[..., int]


def sums(one: Settled) -> tuple[int, ...]:
    """People, meals, price, subsidy, paid, of which prepaid."""
    return one.people, one.meals, one.price_fen, one.subsidy_fen, one.paid_fen, one.prepaid_fen


def as_the_figures_say(found: Settlement) -> None:
    """Every grouping adds up to what the month's figures are."""
    figures = canteen(found.month)
    whole = (figures.total, figures.price_fen, figures.subsidy_fen, figures.paid_fen)
    for lines in ([one.sums for one in found.people], found.classes, [found.whole]):
        assert tuple(sum(sums(one)[at] for one in lines) for at in (1, 2, 3, 4)) == whole
        assert sum(one.prepaid_fen for one in lines) == found.whole.prepaid_fen
    assert [(one.person, *sums(one.sums)[1:5]) for one in found.people] == [
        (one.person, one.meals, one.price_fen, one.subsidy_fen, one.paid_fen) for one in figures.people
    ]
    assert found.whole.people == figures.persons
    assert {one.name: (one.meals, one.people) for one in found.flags} == {
        FLAGS[flag]: said for flag, said in figures.by_flag.items() if said[0]
    }
    assert found.district.fen + found.prepaid.fen + found.cash.fen == figures.price_fen
    assert (found.district.fen, found.guests, found.guest_paid_fen) == (
        *(figures.subsidy_fen, figures.guests, figures.guest_paid_fen),
    )


def a_month(actor: Actor, person: Person) -> Settlement:
    """王芳 (82, 低保) and 李强 (76) ate, 王芳 with money that she left; a guest too, and 李强 in September."""
    old, young = (
        person("王芳", born="1944-03-05", flags=["minimum_living"]),
        person("李强", born="1950-01-01", sex="male"),
    )
    prepaid.top_up(actor, MoneyDraft(old, "10"))
    for day in (19, 20, 21):
        scanning.record(actor, old, "lunch", "dine_in", NOW.replace(day=day))
    meals.save(actor, MealDraft(young, "2026-10-20"))
    meals.save(actor, MealDraft(young, "2026-09-30"))
    scanning.add_guest(actor, "lunch", "dine_in")
    return settlement(OCTOBER)


def test_a_month_by_person_class_payer_and_category(actor: Actor, person: Person, canteen_prices: None) -> None:
    found = a_month(actor, person)
    as_the_figures_say(found)
    assert [(one.person.name, *sums(one.sums)) for one in found.people] == [
        ("李强", 1, 1, 1500, 300, 1200, 0),
        ("王芳", 1, 3, 4500, 2400, 2100, 700),
    ]
    # 8 yuan for 低保 is more than the 5 from 80 on; the 10 yuan left here paid one lunch of 7.
    assert [(one.name, one.standard, *sums(one)) for one in found.classes] == [
        ("60周岁及以上", "3.00元", 1, 1, 1500, 300, 1200, 0),
        ("特困分散供养/特困集中供养/低保", "8.00元", 1, 3, 4500, 2400, 2100, 700),
    ]
    assert (found.district.meals, found.prepaid.meals, found.cash.meals) == (4, 1, 3)
    assert (found.prepaid.fen, found.cash.fen) == (700, 2600)
    assert {one.name: sums(one)[:2] for one in found.flags} == {"低保": (1, 3), "高龄": (1, 3)}


def test_what_several_rules_gave_stands_in_the_class_of_each(actor: Actor, person: Person) -> None:
    price_edits.set_price(actor, PriceDraft("2026-10-01", price="15"))
    price_edits.set_subsidy(actor, SubsidyDraft("2026-10-01", "3", min_age="60"))
    price_edits.set_subsidy(actor, SubsidyDraft("2026-10-01", "2", min_age="80", combining="sum"))
    meals.save(actor, MealDraft(person(born="1944-03-05"), "2026-10-20"))
    meals.save(actor, MealDraft(person("李强", born="1970-01-01"), "2026-10-20"))
    found = settlement(OCTOBER)
    as_the_figures_say(found)
    assert [(one.name, one.meals, one.subsidy_fen) for one in found.classes] == [
        ("60周岁及以上", 1, 300),
        ("80周岁及以上", 0, 200),
        ("不享受补贴", 1, 0),
    ]


def test_a_category_counts_the_meals_of_the_days_on_which_it_was_held(
    actor: Actor, person: Person, canteen_prices: None
) -> None:
    one = person("王芳", born="1950-01-01")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Flag(resident_id=one, kind="kinless", from_on=dt.date(2026, 10, 3), to_on=dt.date(2026, 10, 4)))
    for day in (2, 3, 4, 5):
        meals.save(actor, MealDraft(one, dt.date(2026, 10, day)))
    found = settlement(OCTOBER)
    as_the_figures_say(found)
    assert [(line.name, line.people, line.meals) for line in found.flags] == [("孤寡", 1, 2)]


@pytest.fixture
def three(person: Person, canteen_prices: None) -> list[int]:
    """王芳 of 82, 李强 of 76, 赵刚 of 56."""
    born = {"王芳": "1944-03-05", "李强": "1950-01-01", "赵刚": "1970-05-05"}
    return [person(name, born=day) for name, day in born.items()]


EATEN = st.lists(st.tuples(st.integers(0, 2), st.integers(1, 21), st.sampled_from(("lunch", "dinner"))), max_size=20)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(eaten=EATEN, left=st.sampled_from(("5", "30", "100")), gone=st.integers(0, 9))
def test_random_months_settle_for_what_their_figures_say(
    eaten: list[tuple[int, int, str]], left: str, gone: int, actor: Actor, three: list[int]
) -> None:
    with forgotten():
        for who in three[:2]:
            prepaid.top_up(actor, MoneyDraft(who, left))
        scanned = [
            scanning.record(actor, three[who], meal, "dine_in", NOW.replace(day=day)) for who, day, meal in eaten
        ]
        for one in scanned[:1] if gone % 2 else []:
            assert one.meal_id is not None
            meals.void(actor, one.meal_id, "错记")
        as_the_figures_say(settlement(OCTOBER))


def test_paper_and_workbook_say_the_same(actor: Actor, person: Person, canteen_prices: None, tmp_path: Path) -> None:
    found = a_month(actor, person)
    report = report_of(found, SAMPLE)
    assert [part.title for part in report.sections] == [
        *("一、就餐人员结算明细", "二、分补贴类别", "三、分付费方（区级补贴申请）", "四、分特殊困难类别"),
    ]
    totals = [part.totals for part in report.sections]
    assert totals[0] is not None and [str(cell) for cell in totals[0][5:10]] == ["4", "60.00", "27.00", "33.00", "7.00"]
    pdf, book = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    for path in (pdf, book):
        write_settlement(found, SAMPLE, path, printed_on=dt.date(2026, 11, 2))
    words = "".join("".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    for said in (
        "老年幸福食堂就餐结算表",
        "530114-202610-JS",
        "贰拾柒元整",
        "签字",
        "食堂负责人",
        "临时就餐1人次、15.00元",
    ):
        assert said in words
    sheet = load_workbook(book).worksheets
    cells = [cell for one in sheet for row in one.iter_rows(values_only=True) for cell in row]
    assert 27 in [float(cell) for cell in cells if isinstance(cell, int | float)]

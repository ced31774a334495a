"""The papers of the food ledger: who ate of a batch, and the kitchen's sheets of a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.acts import LogAction
from desktop.core.errors import NotAllowed
from desktop.core.period import Month
from desktop.core.trade import NamedList, Role
from desktop.models import query
from desktop.reports import kitchen_sheets, trace_list
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.food import dishes, purchases, samples, sheets, trace
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.samples import SampleDraft
from desktop.services.food.sheets import SheetDraft
from desktop.services.named import entries
from desktop.services.people import certificates
from desktop.services.people.certificates import CertificateDraft
from desktop.services.writing.actor import Actor
from tests.unit.reports.reading import page_texts, whole_text

DAY = dt.date(2026, 10, 21)
Person = Callable[..., int]


@pytest.fixture
def batch(actor: Actor, person: Person) -> int:
    """Pork of which lunch of the 20th and dinner of the 21st were made; 王芳 ate both, 李强 lunch, a guest dinner."""
    pork = purchases.add(
        actor, PurchaseDraft("五花肉", "农贸市场", "2026-10-20", "5", "公斤", batch="1020", expires_on="2026-10-22")
    )
    for day, meal, name in (("2026-10-20", "lunch", "红烧肉"), ("2026-10-21", "dinner", "回锅肉")):
        dishes.use(actor, dishes.add(actor, DishDraft(day, meal, name)), [pork])
    dishes.add(actor, DishDraft("2026-10-20", "dinner", "白菜"))
    one, two = person("王芳", phone="13888800001"), person("李强", phone="13888800002", born="1950-01-01")
    for who, day, meal in (
        (one, "2026-10-20", "lunch"),
        (one, "2026-10-21", "dinner"),
        (two, "2026-10-20", "lunch"),
        (two, "2026-10-20", "dinner"),
    ):
        meals.save(actor, MealDraft(who, day, meal=meal))
    meals.save(actor, MealDraft(None, "2026-10-21", meal="dinner", guest=True))
    return pork


def test_a_traced_batch_names_each_person_once_with_phone_and_meals(batch: int, actor: Actor, tmp_path: Path) -> None:
    found = trace.for_paper(actor, [batch])
    batches, cooked, people = trace_list.report_of(found, DAY).sections
    assert batches.rows == (("五花肉", "1020", "农贸市场", "2026-10-20", "5 公斤", "2026-10-22", ""),)
    assert [row[2] for row in cooked.rows] == ["红烧肉", "回锅肉"]
    assert sorted(row[1:4] for row in people.rows) == [
        ("李强", "13888800002", "2026-10-20 午"),
        ("王芳", "13888800001", "2026-10-20 午、2026-10-21 晚"),
    ]
    trace_list.write_trace(found, tmp_path / "trace.pdf", printed_on=DAY)
    (words,) = page_texts(tmp_path / "trace.pdf")
    assert "共2人、3人次" in words and "临时就餐1人次" in words and "13888800002" in words


def test_that_a_list_with_phones_was_printed_is_logged_and_not_everybody_prints_it(batch: int, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        trace.for_paper(replace(actor, role=Role.WORKER), [batch])
    asked = "SELECT row_id FROM change_log WHERE table_name = 'food_purchase' AND action = ?"
    assert query.ids(asked, [LogAction.PRINT]) == []
    trace.of_batches(actor, [batch])
    assert query.ids(asked, [LogAction.PRINT]) == [], "what is only looked at leaves no paper"
    trace.for_paper(actor, [batch])
    assert query.ids(asked, [LogAction.PRINT]) == [batch]


def test_the_sheets_of_a_month_stand_on_one_paper_with_samples_and_what_is_missing(
    batch: int, actor: Actor, tmp_path: Path
) -> None:
    cook = entries.add(actor, NamedList.PERSON, "杨勇")
    certificates.add(actor, cook, CertificateDraft("health", valid_to="2027-05-01"))
    sheets.add(actor, SheetDraft("morning_check", "2026-10-20", "杨勇", "07:30", "36.5", done_by="何云"))
    sheets.add(
        actor,
        SheetDraft(
            "morning_check", "2026-10-20", "赵丽", "07:35", "37.9", "发热", "调离岗位", done_by="何云", fit=False
        ),
    )
    sheets.add(actor, SheetDraft("cleaning", "2026-10-20", "餐具", "14:00", done_by="赵丽"))
    sheets.add(actor, SheetDraft("temperature", "2026-10-20", "冷藏柜", "08:00", "-18.5"))
    sheets.add(actor, SheetDraft("temperature", "2026-09-30", "冷藏柜", "08:00", "4"))
    dish = dishes.menu(dt.date(2026, 10, 20), dt.date(2026, 10, 20), "lunch")[0]
    samples.add(actor, SampleDraft(dish.id, "11:20", "130", "杨勇", "留样柜"))
    checks, cleaned, stores, kept, lacking = kitchen_sheets.report_of(Month(2026, 10)).sections
    assert checks.rows == (
        ("2026-10-20", "07:30", "杨勇", "2027-05-01", "36.5", "是", "", "", "何云"),
        ("2026-10-20", "07:35", "赵丽", "未登记", "37.9", "否", "发热", "调离岗位", "何云"),
    )
    assert [row[2] for row in cleaned.rows] == ["餐具"]
    assert [(row[0], row[3]) for row in stores.rows] == [("2026-10-20", "-18.5")], "September is another paper"
    assert kept.rows == (("2026-10-20 11:20", "午", "红烧肉", 130, "杨勇", "留样柜", "", ""),)
    assert [row[0] for row in lacking.rows] == ["2026-10-20", "2026-10-21"]
    assert "晨检" in str(lacking.rows[1][2]) and "晨检" not in str(lacking.rows[0][2])
    kitchen_sheets.write_sheets(Month(2026, 10), tmp_path / "sheets.pdf", printed_on=DAY)
    words = whole_text(tmp_path / "sheets.pdf")
    assert "后厨每日记录" in words and "调离岗位" in words and "食品安全员" in words


def test_a_month_without_sheets_says_so(actor: Actor, tmp_path: Path) -> None:
    kitchen_sheets.write_sheets(Month(2026, 10), tmp_path / "sheets.pdf", printed_on=DAY)
    assert whole_text(tmp_path / "sheets.pdf").count("（无）") == 5

"""餐价与补贴公示: what stands on the wall is what a scan charges by."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.core.canteen_errors import NothingPriced
from desktop.reports import price_notice
from desktop.services.canteen import price_edits
from desktop.services.canteen.price_edits import PriceDraft, SubsidyDraft
from desktop.services.writing.actor import Actor
from tests.unit.reports.reading import page_texts

DAY = dt.date(2026, 10, 21)


@pytest.fixture
def priced(actor: Actor) -> None:
    """Lunch 15.00, on Saturdays 18.00; 16.00 from November; from 80 3.00 off, half with 低保 up to 60.00 a month."""
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15.00"))
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "18.00", weekdays=["6"]))
    price_edits.set_price(actor, PriceDraft("2026-11-01", "lunch", "16.00"))
    price_edits.set_subsidy(actor, SubsidyDraft("2026-10-01", "3.00", min_age="80"))
    flags = ["minimum_living"]
    price_edits.set_subsidy(
        actor, SubsidyDraft("2026-10-01", percent="50", flags=flags, month_cap="60.00", valid_to="2026-12-31")
    )


def test_prices_and_subsidies_in_force_are_told_with_whom_they_are_for(priced: None) -> None:
    prices, subsidies, later = price_notice.report_of(DAY).sections
    since = "2026-10-01起"
    assert sorted(prices.rows, key=lambda row: str(row[4])) == [
        ("午餐", "全部", "不限", "每天", Decimal("15.00"), since),
        ("午餐", "全部", "不限", "周六", Decimal("18.00"), since),
    ]
    assert sorted(subsidies.rows, key=str) == [
        ("80周岁及以上", "不限", "不限", "3.00元", "", since),
        ("低保", "不限", "不限", "餐价的50%", "每月不超过60.00元", f"{since}，至2026-12-31"),
    ]
    assert later.title == "三、即将执行的餐价"
    assert later.rows == (("午餐", "全部", "不限", "每天", Decimal("16.00"), "2026-11-01起"),)


def test_what_is_over_or_replaced_stands_on_no_notice(priced: None) -> None:
    prices, subsidies = price_notice.report_of(dt.date(2027, 1, 4)).sections
    assert {row[4] for row in prices.rows} == {Decimal("16.00"), Decimal("18.00")}
    assert [row[0] for row in subsidies.rows] == ["80周岁及以上"]


def test_it_is_one_page_with_a_place_for_the_seal(priced: None, tmp_path: Path) -> None:
    price_notice.write_notice(DAY, tmp_path / "notice.pdf", printed_on=DAY)
    (words,) = page_texts(tmp_path / "notice.pdf")
    assert all(part in words for part in ("餐价与补贴公示", "2026年10月21日", "15.00", "餐价的50%", "单位（盖章）"))
    assert "填报单位：示例中心" in words and "编号：530114-20261021-GS" in words


def test_without_prices_there_is_nothing_to_print(actor: Actor) -> None:
    with pytest.raises(NothingPriced):
        price_notice.report_of(DAY)

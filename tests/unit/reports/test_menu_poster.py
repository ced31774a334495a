"""一周菜谱: every dish of the week, large enough for the wall, nothing cut and nothing over one another."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pypdf
import pytest

from desktop.core.canteen_errors import NothingPlanned
from desktop.reports import menu_poster
from desktop.reports.menu_poster import LEAST, SIZES, render_poster
from desktop.services.canteen import price_edits
from desktop.services.canteen.price_edits import PriceDraft
from desktop.services.food import dishes
from desktop.services.food.dishes import DishDraft
from desktop.services.food.weeks import week_menu
from desktop.services.writing.actor import Actor
from tests.unit.reports.reading import overlapping, page_texts, whole_text

MONDAY = dt.date(2026, 10, 19)
CENTRE = "昆明市呈贡区龙城街道综合养老服务中心"
LONG = "云南特色过桥米线配鸡丝豆皮韭菜豌豆尖大碗（软烂版）加鹌鹑蛋"
EVERY = ["gluten", "crustaceans", "fish", "eggs", "peanuts", "soybeans", "milk", "nuts"]


def plan(actor: Actor, day: int, meal: str, name: str, price: str = "", allergens: list[str] | None = None) -> None:
    """A dish of the week, ``day`` 0 on Monday."""
    served = (MONDAY + dt.timedelta(days=day)).isoformat()
    dishes.add(actor, DishDraft(served, meal, name, price, allergens=allergens or []))


@pytest.fixture
def week(actor: Actor) -> None:
    """Lunch from Monday to Saturday, dinner on Monday alone; lunch costs 15.00 on every day."""
    price_edits.set_price(actor, PriceDraft("2026-10-01", "lunch", "15.00"))
    for day in range(6):
        plan(actor, day, "lunch", f"番茄炒蛋{day}", "8.50", ["eggs"])
        plan(actor, day, "lunch", "红烧肉")
    plan(actor, 0, "dinner", "紫菜汤", allergens=["crustaceans", "eggs"])


def sizes_of(path: Path, words: str) -> set[float]:
    """In which sizes these words stand on the pages, in points."""
    found: set[float] = set()

    def see(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if words in text:
            found.add(size)

    for page in pypdf.PdfReader(path).pages:
        page.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("size", SIZES)
def test_a_week_is_one_sheet_that_is_read_from_two_metres(week: None, tmp_path: Path, size: str) -> None:
    path = tmp_path / "menu.pdf"
    assert render_poster(week_menu(MONDAY), CENTRE, path, size=size, printed_on=MONDAY).pages == 1
    (page,) = pypdf.PdfReader(path).pages
    width, height = (round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height))
    assert (width, height) == {"A3": (420, 297), "A4": (297, 210)}[size]
    (words,) = page_texts(path)
    assert all(f"番茄炒蛋{day}" in words.replace("\n", "") for day in range(6))
    assert words.count("红烧肉") == 6 and words.count("8.50元") == 6
    assert "午餐　每份15.00元" in words and CENTRE in words and "周一" in words and "10月25日" in words
    assert words.count("未安排") == 1 + 6, "Sunday's lunch, and dinner on all days but Monday"
    assert "虾＝甲壳类　蛋＝蛋类。" in words and "花＝花生" not in words, "the signs that stand there are explained"
    assert min(sizes_of(path, "红烧肉")) >= LEAST[size]
    assert overlapping(path, 900) == []


@pytest.mark.parametrize("size", SIZES)
def test_long_names_and_many_dishes_take_more_sheets_and_nothing_is_cut(
    actor: Actor, tmp_path: Path, size: str
) -> None:
    for day in range(7):
        for meal in ("breakfast", "lunch", "dinner"):
            plan(actor, day, meal, f"{LONG}{day}", "118.50", EVERY)
            for one in range(5):
                plan(actor, day, meal, f"家常小炒第{one}样", "8.00")
    path = tmp_path / "menu.pdf"
    done = render_poster(week_menu(MONDAY), CENTRE, path, size=size, printed_on=MONDAY)
    assert done.pages > 1
    words = whole_text(path).replace("\n", "").replace(" ", "")
    for day in range(7):
        assert words.count(f"{LONG}{day}") == 3
    assert words.count("家常小炒第") == 7 * 3 * 5 and words.count("118.50元") == 21
    assert overlapping(path, 900) == []


def test_a_character_that_the_fonts_lack_is_named(week: None, actor: Actor, tmp_path: Path) -> None:
    plan(actor, 0, "lunch", "\U0003004a汤")
    done = render_poster(week_menu(MONDAY), CENTRE, tmp_path / "menu.pdf", size="A4", printed_on=MONDAY)
    assert done.missing == ("\U0003004a",)
    assert "字库缺字" in whole_text(tmp_path / "menu.pdf")
    assert overlapping(tmp_path / "menu.pdf", 900) == []


def test_the_week_is_that_of_any_of_its_days_and_an_empty_one_is_refused(week: None) -> None:
    assert week_menu(dt.date(2026, 10, 25)).days == week_menu(MONDAY).days
    assert week_menu(MONDAY).meals == ("lunch", "dinner")
    with pytest.raises(NothingPlanned) as refused:
        week_menu(dt.date(2026, 10, 26))
    assert (refused.value.first, refused.value.last) == (dt.date(2026, 10, 26), dt.date(2026, 11, 1))


def test_a_meal_that_costs_more_on_some_days_says_no_price_for_the_week(week: None, actor: Actor) -> None:
    assert menu_poster.price_of(week_menu(MONDAY), "lunch") == 1500
    assert menu_poster.price_of(week_menu(MONDAY), "dinner") is None, "none is set"
    price_edits.set_price(actor, PriceDraft("2026-10-22", "lunch", "16.00"))
    assert menu_poster.price_of(week_menu(MONDAY), "lunch") is None


def test_every_allergen_has_a_sign_of_its_own() -> None:
    assert len(set(menu_poster.SIGNS.values())) == len(menu_poster.SIGNS) == len(EVERY)

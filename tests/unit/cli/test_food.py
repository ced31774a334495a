"""``food``: the papers of the kitchen by command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.food import dishes, purchases, sheets
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.sheets import SheetDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import whole_text


def test_the_menu_of_a_week_is_printed_and_an_empty_week_says_so(shizhu: Shizhu, actor: Actor, tmp_path: Path) -> None:
    dishes.add(actor, DishDraft("2026-10-22", "lunch", "番茄炒蛋", "8.50", allergens=["eggs"]))
    pdf = tmp_path / "menu.pdf"
    made = shizhu("food", "menu", "--week", "2026-10-19", "--size", "A4", "--pdf", str(pdf), "--json")
    assert made.code == 0
    assert made.json == {
        "from": "2026-10-19",
        "to": "2026-10-25",
        "dishes": 1,
        "pdf": str(pdf),
        "size": "A4",
        "pages": 1,
        "missing_characters": [],
    }
    assert "番茄炒蛋" in whole_text(pdf)
    empty = shizhu("food", "menu", "--week", "2026-11-02", "--pdf", str(tmp_path / "none.pdf"))
    assert empty.code == 1 and "2026-11-02" in empty.err


def test_what_somebody_says_of_the_canteen_is_answered(shizhu: Shizhu, person: Callable[..., int]) -> None:
    who = person("王芳")
    said = shizhu(
        "canteen", "complaint", "--about", "口味", "--words", "汤太咸", "--who", "王芳", "--day", "2026-10-08", "--json"
    )
    nobody = shizhu("canteen", "complaint", "--about", "服务", "--words", "等得久", "--json")
    assert (said.code, nobody.code) == (0, 0)
    one = said.json["id"]
    done = shizhu("canteen", "answer", str(one), "--words", "少放盐", "--day", "2026-10-09", "--by", "杨勇", "--json")
    assert (done.code, done.json) == (0, {"id": one})
    listed = shizhu("canteen", "complaints", "--json").json["complaints"]
    assert [(row["id"], row["name"]) for row in listed] == [(nobody.json["id"], None), (one, "王芳")]
    assert listed[1] == {
        "id": one,
        "day": "2026-10-08",
        "resident_id": who,
        "name": "王芳",
        "about": "口味",
        "words": "汤太咸",
        "answered_on": "2026-10-09",
        "answer": "少放盐",
        "by": "杨勇",
    }
    assert shizhu("canteen", "void-complaint", str(nobody.json["id"]), "--reason", "录错").code == 0
    assert shizhu("canteen", "complaints", "--open", "--json").json == {"complaints": []}
    assert "少放盐" in shizhu("canteen", "complaints").out


def test_who_ate_of_a_batch_is_told_with_phones_and_printed(
    shizhu: Shizhu, actor: Actor, person: Callable[..., int], tmp_path: Path
) -> None:
    batch = purchases.add(actor, PurchaseDraft("五花肉", "农贸市场", "2026-10-20", "5", "公斤", batch="1020"))
    dish = dishes.add(actor, DishDraft("2026-10-20", "lunch", "红烧肉"))
    dishes.use(actor, dish, [batch])
    who = person("王芳", phone="13888800001")
    meals.save(actor, MealDraft(who, "2026-10-20"))
    pdf = tmp_path / "trace.pdf"
    told = shizhu("trace", "batch", "五花肉", "--json").json
    assert told["people"] == [{"name": "王芳", "phone": "13888800001", "date": "2026-10-20", "meal": "午"}]
    assert (told["persons"], told["guests"], told["pdf"], told["pages"]) == (1, 0, None, None)
    made = shizhu("trace", "batch", "1020", "--pdf", str(pdf), "--json")
    assert (made.code, made.json["pages"]) == (0, 1) and "13888800001" in whole_text(pdf)
    assert shizhu("trace", "batch", "没有的批次").code == 1


def test_the_sheets_of_a_month_are_printed(shizhu: Shizhu, actor: Actor, tmp_path: Path) -> None:
    sheets.add(actor, SheetDraft("morning_check", "2026-10-20", "杨勇", "07:30", "36.5"))
    pdf = tmp_path / "sheets.pdf"
    made = shizhu("food", "sheets", "--month", "2026-10", "--pdf", str(pdf), "--json")
    assert (made.code, made.json) == (0, {"month": "2026-10", "pdf": str(pdf), "pages": 1, "missing_characters": []})
    assert "杨勇" in whole_text(pdf)

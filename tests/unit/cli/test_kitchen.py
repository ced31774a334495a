"""The food ledger from the command line: bought, cooked, kept, checked, traced."""

from __future__ import annotations

from collections.abc import Callable

from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]
BUY = ("food", "buy", "五花肉", "12.5", "公斤", "--supplier", "新民农贸", "--price", "28", "--batch", "A1")


def test_from_a_purchase_to_who_ate_of_it_and_back(person: Person, shizhu: Shizhu) -> None:
    person("王芳", phone="13888000001")
    bought = shizhu(*BUY, "--expires", "2026-10-25", "--json")
    assert (bought.code, bought.json["licensed"]) == (3, False)
    pork = str(bought.json["id"])
    dish = shizhu("food", "dish", "红烧肉", "--allergen", "大豆", "--batch", pork, "--json").json["id"]
    shizhu("scan", "王芳")
    found = shizhu("food", "dishes", "--json").json["dishes"]
    assert [(one["id"], one["meal"], one["allergens"], one["batches"]) for one in found] == [(dish, "午", ["大豆"], 1)]
    traced = shizhu("trace", "batch", "A1", "--json").json
    assert traced["people"] == [{"name": "王芳", "phone": "13888000001", "date": "2026-10-21", "meal": "午"}]
    assert ([one["name"] for one in traced["dishes"]], traced["guests"]) == (["红烧肉"], 0)
    back = shizhu("trace", "person", "王芳", "--month", "2026-10", "--json").json["batches"]
    assert [(one["name"], one["batch"]) for one in back] == [("五花肉", "A1")]
    (batch,) = shizhu("food", "batches", "--here", "--json").json["batches"]
    assert (batch["quantity"], batch["unit_price"], batch["expires_on"], batch["dishes"]) == (
        *("12.5 公斤", "28.00", "2026-10-25", 1),
    )
    shizhu("food", "end", pork, "--as", "报废")
    (ended,) = shizhu("food", "batches", "五花", "--json").json["batches"]
    assert (ended["ended_on"], ended["ended_as"]) == ("2026-10-21", "报废")
    assert shizhu("food", "use", str(dish), "--json").json["batches"] == []
    assert shizhu("trace", "batch", "龙虾").code == 1


def test_what_the_days_lack_until_every_sheet_is_written(person: Person, shizhu: Shizhu) -> None:
    person("王芳")
    shizhu("scan", "王芳")
    assert shizhu("food", "missing", "--month", "2026-10", "--json").json == {"days": 0, "complete": 0, "missing": []}
    assert shizhu("food", "sheet", "晨检", "刘师傅", "--degrees", "36.4").code == 0
    lacking = shizhu("food", "missing", "--month", "2026-10", "--json")
    assert (lacking.code, lacking.json["missing"]) == (
        3,
        [{"day": "2026-10-21", "parts": ["清洁消毒", "冷藏温度", "菜品"]}],
    )
    shizhu("food", "sheet", "清洁消毒", "餐具", "--wrong", "有油污", "--measure", "已返工")
    assert shizhu("food", "sheet", "冷藏温度", "冷藏柜").code == 1
    shizhu("food", "sheet", "冷藏温度", "冷藏柜", "--degrees", "4")
    pork = str(shizhu(*BUY, "--json").json["id"])
    dish = str(shizhu("food", "dish", "红烧肉", "--batch", pork, "--json").json["id"])
    assert shizhu("food", "sample", dish, "--grams", "100").code == 1
    kept = shizhu("food", "sample", dish, "--by", "刘师傅", "--json").json["id"]
    assert shizhu("food", "missing", "--month", "2026-10", "--json").json == {"days": 1, "complete": 1, "missing": []}
    (sample,) = shizhu("food", "samples", "--json").json["samples"]
    assert (sample["id"], sample["grams"], sample["until"], sample["due"]) == (kept, 125, "2026-10-23 11:30", False)
    assert shizhu("food", "throw", str(kept)).code == 1


def test_a_menu_is_copied_into_the_next_week_once(person: Person, shizhu: Shizhu) -> None:
    shizhu("food", "dish", "红烧肉", "--day", "2026-10-19", "--price", "12")
    into = ("food", "copy", "2026-10-19", "--into", "2026-10-26")
    assert shizhu(*into, "--json").json == {"dishes": 1}
    (dish,) = shizhu("food", "dishes", "--day", "2026-10-26", "--json").json["dishes"]
    assert (dish["name"], dish["price"], dish["sample"]) == ("红烧肉", "12.00", None)
    assert shizhu(*into).code == 1

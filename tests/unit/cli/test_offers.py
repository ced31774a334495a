"""``service``: defining, pricing, trying out, ending, voiding and printing by command; ``order add`` by the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import whole_text


@pytest.fixture
def priced(person: Callable[..., int], shizhu: Shizhu) -> Shizhu:
    """王芳 of 82, 李强 of 76; cleaning 30.00 an hour, 家政预约 40.00 and from 80 on 10.00 of it subsidised."""
    person("王芳", born="1944-03-05")
    person("李强", born="1950-01-01", sex="male")
    shizhu("service", "fee", "--type", "助洁", "--fee", "30", "--from", "2026-10-01")
    words = ("--type", "助洁", "--item", "家政预约", "--fee", "40", "--from", "2026-10-01")
    shizhu("service", "fee", *words)
    shizhu("service", "fee", *words, "--subsidy", "10", "--min-age", "80")
    return shizhu


def test_what_is_shipped_and_what_was_set_are_listed_with_their_unit(priced: Shizhu) -> None:
    found = priced("service", "list", "--on", "2026-10-21", "--json").json
    assert len(found["definitions"]) == 19
    assert found["definitions"][0] == {
        "uid": None,
        "state": "in_force",
        "from": None,
        "to": None,
        "type": "meals",
        "item": None,
        "unit": "time",
        "text": "堂食、打包和送餐上门，照顾忌口和软烂需要。",
    }
    shown = [
        (one["item"], one["unit"], one["fee"], one["subsidy"], one["min_age"], one["state"]) for one in found["fees"]
    ]
    assert shown == [
        (None, "hour", "30.00", "0.00", None, "in_force"),
        ("家政预约", "hour", "40.00", "0.00", None, "in_force"),
        ("家政预约", "hour", "40.00", "10.00", 80, "in_force"),
    ]


def test_trying_out_says_what_is_proposed_and_why(priced: Shizhu) -> None:
    words = ("--type", "助洁", "--item", "家政预约", "--start", "9:00", "--end", "10:30")
    old = priced("service", "try", "王芳", *words, "--json").json
    assert (old["fee"], old["subsidy"]) == ("60.00", "15.00")
    assert old["why"] == (
        "Price list since 2026-10-01, Cleaning · housekeeping: fee 40.00, subsidy 10.00 per hour, for 80 and over; "
        "1.50 × hour: fee 60.00, subsidy 15.00."
    )
    young = priced("service", "try", "李强", *words, "--json").json
    assert (young["fee"], young["subsidy"]) == ("60.00", "0.00")
    nothing = priced("service", "try", "王芳", "--type", "助浴", "--json").json
    assert (nothing["uid"], nothing["fee"]) == (None, None)


def test_an_order_takes_what_is_proposed_and_keeps_what_is_given(priced: Shizhu) -> None:
    words = ("--type", "助洁", "--item", "家政预约", "--planned", "2026-10-22", "--start", "9:00", "--end", "10:00")
    made = priced("order", "add", "王芳", *words, "--json").json
    assert (made["proposed"]["fee"], made["proposed"]["subsidy"]) == ("40.00", "10.00")
    priced("order", "add", "李强", *words, "--fee", "0")
    priced("order", "add", "李强", "--type", "助购", "--item", "物品代购", "--quantity", "3", "--planned", "2026-10-22")
    rows = priced("order", "list", "--json").json["orders"]
    assert sorted((row["name"], row["item"], row["quantity"]) for row in rows) == [
        ("李强", "家政预约", 1),
        ("李强", "物品代购", 3),
        ("王芳", "家政预约", 1),
    ]
    figures = priced("service", "try", "李强", *words[:4], "--json").json
    assert figures["fee"] is None
    refused = priced("order", "add", "王芳", "--type", "助浴", "--item", "家政预约", "--planned", "2026-10-22")
    assert refused.code == 1


def test_an_item_is_defined_ended_and_voided(priced: Shizhu) -> None:
    words = ("--type", "助洁", "--item", "擦玻璃", "--unit", "件", "--text", "按扇计。", "--from", "2026-10-01")
    uid = priced("service", "define", *words, "--json").json["uid"]
    priced("service", "end", "--type", "助洁", "--item", "擦玻璃", "--on", "2026-10-20")
    state = {one["item"]: one["state"] for one in priced("service", "list", "--json").json["definitions"]}
    assert (state["擦玻璃"], state["家政预约"]) == ("over", "in_force")
    priced("service", "void", uid, "--reason", "录错了")
    assert "擦玻璃" not in {one["item"] for one in priced("service", "list", "--json").json["definitions"]}


def test_a_fee_ends_and_is_voided(priced: Shizhu) -> None:
    uid = priced("service", "list", "--json").json["fees"][0]["uid"]
    priced("service", "end", uid, "--on", "2026-10-20")
    assert [one["uid"] for one in priced("service", "list", "--json").json["fees"] if one["state"] == "over"] == [uid]
    priced("service", "void", uid, "--reason", "录错了")
    assert len(priced("service", "list", "--json").json["fees"]) == 2


def test_the_notice_has_what_is_offered_what_it_costs_and_what_is_to_come(priced: Shizhu, tmp_path: Path) -> None:
    priced("service", "fee", "--type", "助浴", "--fee", "50", "--flag", "低保", "--from", "2026-11-01")
    paper = tmp_path / "notice.pdf"
    made = priced("service", "notice", "--on", "2026-10-21", "--pdf", paper, "--json").json
    assert (made["day"], made["missing_characters"]) == ("2026-10-21", [])
    text = "".join(whole_text(paper).split())
    for words in (
        "十助服务项目与价目公示",
        "2026年10月21日执行",
        "助购物品代购件代购日用品和药品，凭票据结算。",
        "助洁家政预约小时80周岁及以上40.0010.002026-10-01起",
        "即将执行的价目",
        "助浴不限次低保50.000.002026-11-01起",
    ):
        assert words in text, (words, text)

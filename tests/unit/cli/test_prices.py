"""``price``: setting, listing, trying out, previewing, ending and voiding by command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import whole_text


@pytest.fixture
def priced(person: Callable[..., int], shizhu: Shizhu) -> Shizhu:
    """王芳 of 82 with 低保, 李强 of 76; lunch 15.00, from 80 3.00 off, with 低保 half the price up to 12.00 a month."""
    person("王芳", born="1944-03-05", flags=["minimum_living"])
    person("李强", born="1950-01-01", sex="male")
    shizhu("price", "set", "--from", "2026-10-01", "--meal", "午", "--amount", "15.00")
    shizhu("price", "subsidy", "--from", "2026-10-01", "--amount", "3.00", "--min-age", "80")
    shizhu("price", "subsidy", "--from", "2026-10-01", "--percent", "50", "--flag", "低保", "--month-cap", "12.00")
    return shizhu


def test_what_was_set_is_listed_with_whom_it_is_for_and_whether_it_holds(priced: Shizhu) -> None:
    found = priced("price", "list", "--on", "2026-10-21", "--json").json
    (price,) = found["prices"]
    assert {name: price[name] for name in ("meal", "amount", "from", "to", "state", "mode", "flags")} == {
        "meal": "午",
        "amount": "15.00",
        "from": "2026-10-01",
        "to": None,
        "state": "in_force",
        "mode": None,
        "flags": [],
    }
    old, poor = found["subsidies"]
    assert (old["amount"], old["min_age"], old["percent"]) == ("3.00", 80, None)
    assert (poor["amount"], poor["percent"], poor["flags"], poor["month_cap"]) == (None, 50, ["低保"], "12.00")
    assert priced("price", "list", "--on", "2026-09-30", "--json").json["prices"][0]["state"] == "to_come"


def test_trying_out_says_what_somebody_pays_and_why(priced: Shizhu) -> None:
    tried = priced("price", "try", "王芳", "--on", "2026-10-08", "--meal", "午", "--mode", "堂食", "--json")
    poor = priced("price", "list", "--json").json["subsidies"][1]["uid"]
    assert tried.json == {
        "price": "15.00",
        "subsidy": "7.50",
        "paid": "7.50",
        "rule": poor,
        "rules": [{"uid": poor, "amount": "7.50"}],
        "why": "82 years、minimum living allowance: lunch, eat in, costs 15.00 yuan, "
        "“minimum living allowance” gives 7.50 yuan, 7.50 yuan to pay.",
    }


def test_a_cap_that_is_reached_is_said(priced: Shizhu) -> None:
    card = str(priced("find", "王芳", "--json").json["residents"][0]["code"])
    paid = [priced("scan", card, "--at", f"2026-10-0{day} 11:42", "--json").json["subsidy"] for day in (5, 6, 7)]
    assert paid == ["7.50", "4.50", "3.00"]
    tried = priced("price", "try", "王芳", "--on", "2026-10-08", "--meal", "午")
    assert "“80 and over” gives 3.00 yuan, the cap of “minimum living allowance” is reached, 12.00" in tried.out


def test_a_day_without_a_price_says_so(priced: Shizhu) -> None:
    tried = priced("price", "try", "李强", "--on", "2026-09-30", "--meal", "午")
    assert tried.out == "76 years: no price is set for lunch, eat in, on this day.\n"


def test_a_preview_tells_what_would_be_and_saves_nothing(priced: Shizhu) -> None:
    priced("scan", "李强", "--at", "2026-10-08 11:42")
    said = priced("price", "set", "--from", "2026-10-01", "--meal", "午", "--amount", "16", "--preview", "--json").json
    assert (said["meals"], said["before"]["paid"], said["after"]["paid"]) == (1, "15.00", "16.00")
    assert [one["name"] for one in said["people"]] == ["李强"]
    assert len(priced("price", "list", "--json").json["prices"]) == 1


def test_a_price_ends_a_subsidy_is_voided_and_meals_without_a_price_are_priced(priced: Shizhu) -> None:
    found = priced("price", "list", "--json").json
    price, poor = found["prices"][0]["uid"], found["subsidies"][1]["uid"]
    assert priced("price", "end", price, "--on", "2026-10-20").code == 0
    assert priced("price", "void", poor, "--reason", "录错").code == 0
    card = str(priced("find", "王芳", "--json").json["residents"][0]["code"])
    assert priced("scan", card, "--at", "2026-10-21 11:42", "--json").json["price"] == "0.00"
    priced("price", "set", "--from", "2026-10-21", "--meal", "午", "--amount", "18")
    late = priced("price", "meals", "--month", "2026-10", "--json")
    assert late.json == {
        "meals": 1,
        "price": "18.00",
        "subsidy": "3.00",
        "left": 0,
        "prepaid": "0.00",
        "owed": [{"name": "王芳", "amount": "15.00"}],
    }


def test_what_is_wrong_is_refused_with_a_sentence(priced: Shizhu) -> None:
    refused = priced("price", "subsidy", "--from", "2026-10-01", "--amount", "三元")
    assert (refused.code, refused.out) == (1, "")
    with pytest.raises(SystemExit) as usage:
        priced("price", "subsidy", "--from", "2026-10-01")
    assert usage.value.code == 2
    assert priced("price", "end", "nobody", "--on", "2026-10-20").code == 1


def test_the_notice_for_the_wall_is_printed(priced: Shizhu, tmp_path: Path) -> None:
    file = tmp_path / "wall" / "notice.pdf"
    done = priced("price", "notice", "--on", "2026-10-21", "--pdf", str(file), "--json")
    assert done.json == {"pdf": str(file), "day": "2026-10-21", "pages": 1, "missing_characters": []}
    assert "餐价与补贴公示" in whole_text(file) and "每月不超过12.00元" in whole_text(file)


def test_without_a_price_there_is_no_notice(shizhu: Shizhu, tmp_path: Path) -> None:
    done = shizhu("price", "notice", "--pdf", str(tmp_path / "notice.pdf"))
    assert done.code != 0
    assert not (tmp_path / "notice.pdf").exists()


def test_meal_times_hold_from_a_day_on_for_every_scan(priced: Shizhu) -> None:
    card = str(priced("find", "李强", "--json").json["residents"][0]["code"])
    done = priced("price", "hours", "--dinner", "14:00", "--from", "2026-10-20", "--json")
    assert done.json == {
        "times": [
            {"from": "2026-10-20", "to": None, "lunch": "09:30", "dinner": "14:00"},
            {"from": None, "to": "2026-10-19", "lunch": "09:30", "dinner": "15:00"},
        ]
    }
    meals = [priced("scan", card, "--at", f"2026-10-{day} 14:10", "--json").json["meal"] for day in (19, 20)]
    assert meals == ["午", "晚"]
    wrong = priced("price", "hours", "--lunch", "17:00", "--from", "2026-10-20")
    assert (wrong.code, wrong.out) == (1, "")
    assert priced("price", "hours").out.splitlines() == [
        "from 2026-10-20: lunch 09:30, dinner 14:00",
        "from the beginning: lunch 09:30, dinner 15:00",
    ]

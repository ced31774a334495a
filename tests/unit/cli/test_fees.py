"""``fees``: from the rates to the receipt and what is settled, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]


def test_off_there_is_nothing_and_turned_on_a_month_is_charged_and_paid(
    person: Person, shizhu: Shizhu, tmp_path: Path
) -> None:
    who = person("王芳")
    shizhu("bed", "open", "--room", "304", "--number", "1", "--class", "普惠", "--from", "2026-01-01")
    assert shizhu("stay", "admit", "王芳", "304-1", "--from", "2026-10-12").code == 0
    refused = shizhu("fees", "charge", "--month", "2026-10")
    assert (refused.code, "off" in refused.err) == (1, True)
    assert shizhu("fees", "month", "--month", "2026-10", "--json").json == {"month": "2026-10", "people": []}
    assert shizhu("fees", "on", "--from", "2026-10", "--json").json == {"from": "2026-10", "fees": "on"}
    rates = {}
    for amount, part, more in (
        ("1550", "床位费", ("--class", "普惠")),
        ("930", "伙食费", ()),
        ("20", "care", ("--unit", "元/天", "--grade", "重度失能")),
    ):
        made = shizhu("fees", "rate", amount, "--part", part, "--from", "2026-10-01", *more, "--json")
        rates[part] = made.json["uid"]
    asked = shizhu("fees", "month", "--month", "2026-10", "--json")
    assert (asked.code, asked.json["people"][0]["state"]) == (3, "no_rate")
    assert asked.json["people"][0]["no_rate"] == [{"part": "care", "what": "", "day": "2026-10-12"}]
    refused = shizhu("fees", "charge", "--month", "2026-10")
    assert (refused.code, "王芳" in refused.err) == (1, True)
    assert shizhu("fees", "void-rate", rates["care"], "--reason", "不收").code == 0
    charged = shizhu("fees", "charge", "--month", "2026-10", "--json").json
    assert charged == {"month": "2026-10", "people": 1, "amount": "1600.00", "left_out": []}
    assert shizhu("fees", "charge", "--month", "2026-10").code == 1
    paid = shizhu("fees", "pay", "王芳", "1000", "--remark", "女儿", "--json").json
    assert (paid["receipt"], paid["balance"], paid["account"], paid["kind"]) == (
        "2026-000001",
        "-600.00",
        "stay",
        "top_up",
    )
    receipt = shizhu("fees", "receipt", "2026-000001", "--pdf", str(tmp_path / "r.pdf"), "--json").json
    assert (receipt["again"], (tmp_path / "r.pdf").exists()) == (False, True)
    shizhu("fees", "deposit", "王芳", "5000")
    assert shizhu("fees", "from-deposit", "王芳", "700").code == 1
    paper = shizhu("fees", "statement", "王芳", "--pdf", str(tmp_path / "s" / "statement.pdf"), "--json").json
    assert (paper["owed"], paper["charged"], paper["paid"], paper["deposit"]) == (
        "600.00",
        "1600.00",
        "1000.00",
        "5000.00",
    )
    assert (paper["missing_characters"], paper["pages"], (tmp_path / "s" / "statement.pdf").exists()) == ([], 1, True)
    half = shizhu("fees", "from-deposit", "王芳", "500", "--json").json
    assert half["balance"] == "-100.00"
    back = shizhu("fees", "correct", str(half["id"]), "--reason", "不抵扣", "--json").json
    assert back == {"id": half["id"], "account": "stay", "balance": "-600.00"}
    (told,) = shizhu("fees", "list", "--owing", "--json").json["people"]
    assert (told["resident_id"], told["owed"], told["owed_since"], told["deposit"], told["bed"]) == (
        who,
        "600.00",
        "2026-10-21",
        "5000.00",
        "304-1",
    )
    assert shizhu("fees", "list", "--to-settle", "--json").json == {"people": []}


def test_who_leaves_is_told_the_difference_and_settled(person: Person, shizhu: Shizhu) -> None:
    person("王芳")
    shizhu("bed", "open", "--room", "304", "--number", "1", "--from", "2026-01-01")
    shizhu("fees", "on", "--from", "2026-10")
    shizhu("fees", "rate", "1550", "--from", "2026-10-01")
    shizhu("stay", "admit", "王芳", "304-1", "--from", "2026-10-01")
    shizhu("fees", "charge", "--month", "2026-10")
    left = shizhu("stay", "discharge", "王芳", "--reason", "回家", "--on", "2026-10-21", "--json").json
    assert left["fees"] == {
        "balance": "-1550.00",
        "to_charge": "-550.00",
        "owed": "1000.00",
        "paid_ahead": "0.00",
        "deposit": "0.00",
        "settles": "-1000.00",
        "no_rate": [],
    }
    (month,) = shizhu("fees", "month", "王芳", "--month", "2026-10", "--json").json["people"]
    assert (month["state"], month["whole"], month["charged"], month["difference"]) == (
        "differs",
        "1000.00",
        "1550.00",
        "-550.00",
    )
    assert shizhu("fees", "list", "--to-settle").code == 3
    booked = shizhu("fees", "difference", "王芳", "--month", "2026-10", "--reason", "离院", "--json").json
    assert (booked["number"], booked["amount"], booked["whole"]) == (2, "-550.00", "1000.00")
    shizhu("fees", "other", "王芳", "25.50", "--words", "代垫药费")
    shizhu("fees", "pay", "王芳", "1025.50")
    shown = shizhu("fees", "show", "王芳", "--json").json
    assert (shown["balance"], shown["deposit"], shown["open"]) == ("0.00", "0.00", [])
    assert [(one["kind"], one["amount"], one["month"]) for one in shown["entries"]] == [
        ("top_up", "1025.50", None),
        ("charge", "-25.50", None),
        ("charge", "550.00", "2026-10"),
        ("charge", "-1550.00", "2026-10"),
    ]
    assert "bed 304-1 10-01 – 10-20: 20 nights, 1550.00 a month = 1000.00" in shizhu("fees", "show", "王芳").out
    assert shizhu("fees", "list", "--to-settle").code == 0


def test_leave_as_data_and_what_is_agreed_with_one(person: Person, shizhu: Shizhu) -> None:
    person("王芳")
    shizhu("bed", "open", "--room", "304", "--number", "1", "--from", "2026-01-01")
    shizhu("fees", "on", "--from", "2026-10")
    rule = ("fees", "leave", "--kind", "住院", "--bed", "50", "--from-day", "2", "--from", "2026-10", "--json")
    told = shizhu(*rule).json["leave"]
    assert (told["from_day"], told["hospital"], told["home"]["bed"]) == (2, {"bed": 50, "care": 0, "meals": 0}, 100)
    assert shizhu("fees", "leave", "--bed", "101", "--from", "2026-10").code == 1
    made = shizhu("fees", "rate", "3100", "--who", "王芳", "--term", "长期入住", "--from", "2026-10-01", "--json")
    assert shizhu("fees", "end-rate", made.json["uid"], "--on", "2026-10-31").code == 0
    shizhu("stay", "admit", "王芳", "304-1", "--from", "2026-10-01")
    shizhu("stay", "leave", "王芳", "--kind", "住院", "--from", "2026-10-05", "--to", "2026-10-07")
    (month,) = shizhu("fees", "month", "--month", "2026-10", "--json").json["people"]
    assert [(one["nights"], one["percent"], one["leave"], one["amount"]) for one in month["lines"]] == [
        (5, 100, None, "500.00"),
        (2, 50, "hospital", "100.00"),
        (24, 100, None, "2400.00"),
    ]
    (listed,) = shizhu("fees", "rates", "--json").json["rates"]
    assert (listed["state"], listed["amount"], listed["term"], listed["to"]) == (
        "in_force",
        "3100.00",
        "long",
        "2026-10-31",
    )
    assert "王芳 long stay  3100.00 a month" in shizhu("fees", "rates").out


def test_a_day_that_is_none_is_a_sentence(shizhu: Shizhu) -> None:
    refused = shizhu("fees", "rates", "--on", "2026-13-40")
    assert (refused.code, "This is no date" in refused.err) == (1, True)

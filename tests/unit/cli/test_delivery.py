"""``delivery``: what was agreed, the list of a day on paper, and its stops, from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import seen_codes

Person = Callable[..., int]


def test_from_what_was_agreed_to_a_meal_a_risk_and_a_word(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    names = [name for name in "甲乙丙丁" if person(name)]
    for name in names:
        shizhu("delivery", "agree", name, "--days", "135", "--from", "2026-10-01", "--remark", "软饭")
    agreed = shizhu("delivery", "agreed", "--json").json["agreed"]
    fourth = next(one for one in agreed if one["name"] == "丁")
    assert (fourth["meal"], fourth["weekdays"], fourth["remark"], fourth["to"]) == ("lunch", "135", "软饭", None)
    shizhu("delivery", "stop", str(fourth["id"]), "--from", "2026-10-20", "--reason", "住院")
    made = shizhu("delivery", "list", "--by", "马丽", "--pdf", str(tmp_path / "list.pdf"), "--json").json
    assert (made["count"], made["pages"]) == (3, 1)
    codes = {one["name"]: one["code"] for one in made["stops"]}
    assert sorted(code.digits for code in seen_codes(tmp_path / "list.pdf", 150)) == sorted(codes.values())
    told = shizhu("delivery", "sign", codes["甲"], "已送到", "--json").json
    assert (told["name"], told["outcome"]) == ("甲", "delivered")
    shizhu("delivery", "sign", codes["乙"], "没人应门")
    assert shizhu("delivery", "sign", codes["丙"], "未送").code == 1
    shizhu("delivery", "sign", codes["丙"], "未送", "--words", "自取")
    shown = shizhu("delivery", "show", "--json").json
    assert {one["name"]: one["outcome"] for one in shown["stops"]} == {
        "甲": "delivered",
        "乙": "nobody",
        "丙": "not_delivered",
    }
    assert (shown["waiting"], shown["left_out"]) == ([], [{"name": "丁", "why": "stopped"}])


def test_a_stop_and_a_holiday_stand_no_more_and_the_days_to_come_are_told(person: Person, shizhu: Shizhu) -> None:
    for name in ("甲", "乙"):
        person(name)
    for name in ("甲", "乙"):
        shizhu("delivery", "agree", name, "--from", "2026-10-01")
    one = shizhu("delivery", "agreed", "--json").json["agreed"][0]["id"]
    stop = shizhu("delivery", "stop", str(one), "--from", "2026-10-22", "--reason", "住院", "--json").json["id"]
    shizhu("delivery", "holiday", "2026-10-21", "重阳节")
    asked = ("delivery", "coming", "--days", "3", "--json")
    assert shizhu(*asked).json["days"] == [
        {"day": "2026-10-21", "meals": 0, "holiday": "重阳节"},
        {"day": "2026-10-22", "meals": 1, "holiday": None},
        {"day": "2026-10-23", "meals": 1, "holiday": None},
    ]
    assert shizhu("delivery", "void-stop", str(stop), "--reason", "没有住院").code == 0
    assert shizhu("delivery", "void-holiday", "2026-10-21", "--reason", "照常").code == 0
    assert [day["meals"] for day in shizhu(*asked).json["days"]] == [2, 2, 2]
    assert shizhu("delivery", "void-holiday", "2026-10-21", "--reason", "照常").code == 1
    assert shizhu("delivery", "coming", "--days", "1").out == "2026-10-21  2\n"


def test_a_holiday_an_end_and_what_was_agreed_by_mistake(person: Person, shizhu: Shizhu) -> None:
    for name in ("甲", "乙"):
        person(name)
    one = shizhu("delivery", "agree", "甲", "--from", "2026-10-01", "--json").json["id"]
    two = shizhu("delivery", "agree", "乙", "--from", "2026-10-01", "--json").json["id"]
    shizhu("delivery", "holiday", "2026-10-21", "重阳节")
    assert shizhu("delivery", "list").code == 1
    assert [row["why"] for row in shizhu("delivery", "show", "--json").json["left_out"]] == ["holiday"] * 2
    shizhu("delivery", "holiday", "2026-10-21", "重阳节", "--open")
    shizhu("delivery", "end", str(one), "2026-10-20")
    assert shizhu("delivery", "show", "--json").json["waiting"] == ["乙"]
    made = shizhu("delivery", "list", "--json").json
    assert [row["name"] for row in made["stops"]] == ["乙"]
    shizhu("delivery", "void", str(two), "--reason", "录错")
    assert [row["name"] for row in shizhu("delivery", "agreed", "--json").json["agreed"]] == ["甲"]


def test_a_list_is_printed_again(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    person("甲")
    shizhu("delivery", "agree", "甲")
    made = shizhu("delivery", "list", "--json").json
    shizhu("delivery", "print", str(made["list"]), "--pdf", str(tmp_path / "again.pdf"))
    assert [code.digits for code in seen_codes(tmp_path / "again.pdf", 150)] == [made["stops"][0]["code"]]

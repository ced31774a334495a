"""``standing``: what was agreed, what is due, made once and brought in line, from the command line."""

from __future__ import annotations

from collections.abc import Callable

from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]
AGREE = ("--type", "助浴", "--days", "24", "--from", "2026-10-01", "--start", "9:00", "--end", "10:30")


def test_from_what_was_agreed_to_its_orders_each_once(person: Person, shizhu: Shizhu) -> None:
    who = person("王芳")
    more = ("--worker", "普建国", "--payer", "政府购买", "--fee", "40", "--remark", "敲门大声")
    one = shizhu("standing", "agree", "王芳", *AGREE, *more, "--json").json["id"]
    agreed = shizhu("standing", "agreed", "--json").json["agreed"]
    assert agreed == [
        {
            **{"id": one, "resident_id": who, "name": "王芳", "type": "bathing", "weekdays": "24"},
            **{"from": "2026-10-01", "to": None, "start": "09:00", "end": "10:30", "worker": "普建国"},
            **{"place": "home", "payer": "government", "fee": "40.00", "subsidy": None, "content": ""},
            **{"item": None, "quantity": 1},
            **{"remark": "敲门大声", "stops": [], "made_otherwise": 0, "made_not_asked": 0},
        }
    ]
    span = ("--from", "2026-10-22", "--to", "2026-10-29")
    due = shizhu("standing", "due", *span, "--json").json["due"]
    assert [(one["day"], one["name"], one["left_out"]) for one in due] == [
        ("2026-10-22", "王芳", None),
        ("2026-10-27", "王芳", None),
        ("2026-10-29", "王芳", None),
    ]
    shizhu("standing", "stop", one, "--from", "2026-10-27", "--to", "2026-10-28", "--reason", "住院")
    made = shizhu("standing", "make", *span, "--json").json["made"]
    assert [(row["day"], row["type"]) for row in made] == [("2026-10-22", "bathing"), ("2026-10-29", "bathing")]
    assert shizhu("standing", "make", *span).code == 1
    assert "stopped" in shizhu("standing", "due", *span).out
    states = {row["uid"]: row["state"] for row in shizhu("order", "list", "--json").json["orders"]}
    assert states == {row["uid"]: "dispatched" for row in made}


def test_an_end_tells_what_it_leaves_open_and_align_calls_it_off(person: Person, shizhu: Shizhu) -> None:
    assert person("王芳")
    one = shizhu("standing", "agree", "王芳", *AGREE, "--json").json["id"]
    assert len(shizhu("standing", "make", "--to", "2026-10-29", "--json").json["made"]) == 3
    assert shizhu("standing", "end", one, "2026-10-27", "--json").json == {"id": one, "open_not_asked": 1}
    assert shizhu("standing", "align", one, "--json").json == {"cancelled": 1, "changed": 0}
    assert shizhu("standing", "align", one).code == 1
    assert shizhu("delivery", "end", one, "2026-10-28").code == 1, "it is no meal"


def test_a_week_unless_said_and_a_day_that_is_none(person: Person, shizhu: Shizhu) -> None:
    assert person("王芳")
    one = shizhu("standing", "agree", "王芳", "--type", "助洁", "--json").json["id"]
    assert len(shizhu("standing", "due", "--json").json["due"]) == 7
    shizhu("standing", "void", one, "--reason", "录错")
    assert shizhu("standing", "due", "--json").json == {"due": []}


def test_an_item_its_quantity_and_the_price_of_the_day_and_who_is_in_two_places_at_once(
    person: Person, shizhu: Shizhu
) -> None:
    assert person("王芳") and person("李明")
    since = ("--from", "2026-01-01")
    shizhu("service", "define", "--type", "助购", "--item", "送药上门", "--unit", "件", *since)
    shizhu("service", "fee", "--type", "助购", "--item", "送药上门", "--fee", "3", "--subsidy", "2", *since)
    more = ("--type", "助购", "--days", "4", "--start", "9:00", "--end", "10:00", "--worker", "普建国")
    first = shizhu("standing", "agree", "王芳", *more, "--item", "送药上门", "--quantity", "3", "--json").json["id"]
    shizhu("standing", "agree", "李明", *more, "--fee", "0")
    agreed = {one["name"]: one for one in shizhu("standing", "agreed", "--json").json["agreed"]}
    asked = [agreed["王芳"][key] for key in ("id", "item", "quantity", "fee", "subsidy")]
    assert asked == [first, "送药上门", 3, None, None]
    assert (agreed["李明"]["item"], agreed["李明"]["fee"]) == (None, "0.00")
    assert "送药上门 × 3" in shizhu("standing", "due").out
    made = {one["name"]: one for one in shizhu("standing", "make", "--json").json["made"]}
    assert [made["王芳"][key] for key in ("day", "item", "quantity", "fee", "subsidy")] == [
        *("2026-10-22", "送药上门", 3, "9.00", "6.00")
    ]
    assert (made["李明"]["fee"], made["李明"]["subsidy"]) == ("0.00", "0.00")
    said = [one for row in made.values() for one in row["warnings"]]
    assert [one["kind"] for one in said] == ["worker_busy"], "of two that meet it is said once"
    wrong = shizhu("standing", "agree", "李明", "--type", "助购", "--item", "没有的", "--days", "5")
    assert wrong.code == 1


def test_what_is_to_look_at_is_printed_beneath_the_count(person: Person, shizhu: Shizhu) -> None:
    names = ("王芳", "李明")
    assert all([person(name) for name in names])
    for name in names:
        shizhu("standing", "agree", name, *AGREE, "--worker", "普建国")
    lines = shizhu("standing", "make", "--to", "2026-10-22").out.splitlines()
    assert lines[0] == "2 orders are made"
    assert len(lines) == 2 and lines[1].startswith("2026-10-22") and "普建国 is with" in lines[1]

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
            **{"place": "home", "payer": "government", "fee": "40.00", "subsidy": "0.00", "content": ""},
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

"""``package``: hours granted and used, budgets and what is left of them, from the command line."""

from __future__ import annotations

from collections.abc import Callable

from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]
ORDER = ("--type", "助浴", "--planned", "2026-10-20", "--start", "9:00", "--end", "10:30", "--payer", "政府购买")


def test_what_is_granted_is_used_by_what_is_done(person: Person, shizhu: Shizhu) -> None:
    who = person("王芳")
    one = shizhu("package", "grant", "王芳", "--hours", "1", "--from", "2026-10-01", "--json").json["id"]
    uid = shizhu("order", "add", "王芳", *ORDER, "--fee", "40", "--subsidy", "5", "--json").json["uid"]
    done = shizhu("order", "done", uid, "--on", "2026-10-20", "--json").json
    assert [said["kind"] for said in done["warnings"]] == ["package_used_up"]
    shizhu("package", "budget", "100", "--from", "2026-10-01")
    told = shizhu("package", "used", "--month", "2026-10", "--json").json
    assert told == {
        "month": "2026-10",
        "packages": [
            {
                **{"id": one, "resident_id": who, "name": "王芳", "type": None, "payer": "government"},
                **{"from": "2026-10-01", "to": None, "granted": "1.00", "used": "1.50", "left": "-0.50"},
                "services": [{"day": "2026-10-20", "type": "bathing", "hours": "1.50", "left": "-0.50"}],
            }
        ],
        "budgets": [{"payer": "government", "budget": "100.00", "used": "45.00", "left": "55.00"}],
    }
    assert "granted 1.00  used 1.50  left -0.50" in shizhu("package", "used", "--month", "2026-10").out


def test_an_end_and_what_was_recorded_by_mistake(person: Person, shizhu: Shizhu) -> None:
    assert person("王芳")
    one = shizhu("package", "grant", "王芳", "--hours", "8", "--type", "助浴", "--from", "2026-10-01", "--json").json[
        "id"
    ]
    assert shizhu("package", "end", one, "2026-10-20").code == 0
    assert shizhu("package", "used", "--month", "2026-11", "--json").json["packages"] == []
    assert shizhu("package", "void", one, "--reason", "录错").code == 0
    assert shizhu("package", "used", "--month", "2026-10", "--json").json["packages"] == []
    budget = shizhu("package", "budget", "50", "--payer", "补贴", "--json").json["id"]
    assert shizhu("package", "void-budget", budget, "--reason", "录错").code == 0
    assert shizhu("package", "used", "--json").json["budgets"] == []
    assert shizhu("package", "grant", "王芳", "--hours", "0").code == 1

"""``plan``: indicators from a file, and figures that somebody types, from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.conftest import Shizhu
from tests.unit.services.plans.test_reading import FILE


def test_the_indicators_of_a_plan_are_listed_with_their_document(made: Shizhu, now: object) -> None:
    found = made("plan", "list", "--plan", "kunming", "--month", "2026-10", "--json").json["indicators"]
    volunteers = next(one for one in found if one["key"] == "volunteer_share")
    assert (volunteers["direction"], volunteers["target"], volunteers["numerator"], volunteers["denominator"]) == (
        *(">=", "7.16", "people.volunteers", "typed.population_60"),
    )
    assert volunteers["document"].startswith("昆政办〔2022〕74号") and volunteers["page"] == "5"
    assert made("plan", "list", "--plan", "kunming", "--month", "2022-10", "--json").json == {"indicators": []}
    assert {one["plan"] for one in made("plan", "list", "--json").json["indicators"]} == {
        *("chenggong", "xishan", "yunnan", "kunming", "yimen"),
    }


def test_a_file_is_checked_line_by_line_and_loaded_whole_or_not(made: Shizhu, now: object, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(FILE, encoding="utf-8")
    bad.write_text(FILE.replace('target = "70"', 'target = "七十"'), encoding="utf-8")
    checked = made("plan", "check", bad, "--json")
    assert (checked.code, checked.json) == (
        1,
        {"indicators": 1, "errors": [{"line": 12, "field": "target", "reason": "bad_amount"}]},
    )
    assert "line 12, Target: " in checked.err
    assert made("plan", "check", good).code == 0
    assert made("plan", "load", bad).code == 1
    assert made("plan", "load", good, "--json").json["loaded"] == {"added": 1, "changed": 1, "unchanged": 0}
    assert made("plan", "load", good).out.strip() == "0 new, 0 changed, 2 as they were"


def test_a_typed_figure_makes_an_indicator_speak(made: Shizhu, now: object) -> None:
    def share() -> object:
        found = made("figures", "--month", "2026-10", "--json").json["indicators"]
        return next(one["value"] for one in found if one["name"].startswith("老年志愿者"))

    assert share() is None
    said = made("plan", "figure", "population_60", "4012", "--as-of", "2026-09-30", "--source", "户籍底册", "--json")
    assert (said.code, said.json["name"], said.json["value"]) == (0, "population_60", 4012)
    assert share() is None, "nobody is a volunteer yet: that none is old says nothing"
    assert made("staff", "add", "赵丽", "--role", "志愿者", "--since", "2026-01-01").code == 0
    assert share() == "0.00"
    (figure,) = made("plan", "figures", "--json").json["figures"]
    assert made("plan", "void-figure", figure["id"], "--reason", "录错").code == 0
    assert (made("plan", "figures", "--json").json, share()) == ({"figures": []}, None)
    assert made("plan", "figure", "population_60", "4012").code == 1

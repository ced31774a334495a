"""``figures``, ``roster``, ``export`` and ``find`` of a small centre."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealDraft
from desktop.services.residents import states
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu

MONTH = "2026-10"


@pytest.fixture
def centre(actor: Actor, person: Callable[..., int], shizhu: Shizhu, canteen_prices: None) -> Shizhu:
    """Four on the roster — reached twice, tried in vain, gone, late — and a meal."""
    reached, tried, gone = (person(name, flags=["disabled"]) for name in ("王芳", "李强", "赵正光"))
    person("周兰", flags=[("disabled", "2026-10-16")], community="江尾村")
    for on in ("2026-10-20", "2026-10-08"):
        visits.save(actor, VisitDraft(reached, on, visitors="马丽"))
    visits.save(actor, VisitDraft(tried, "2026-10-09", outcome="refused"))
    visits.save(actor, VisitDraft(tried, "2026-09-09"))
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 10), "随子女")
    canteen.save(actor, MealDraft(reached, "2026-10-08"))
    return shizhu


def test_the_roster_names_everybody_in_their_place(centre: Shizhu) -> None:
    found = centre("roster", "--month", MONTH, "--json").json
    names = {place: [one["name"] for one in found[place]] for place in found if isinstance(found[place], list)}
    assert names == {
        "required": ["王芳", "李强", "赵正光"],
        "excused": ["赵正光"],
        "visited": ["王芳"],
        "unvisited": ["李强"],
        "late_joiners": ["周兰"],
    }
    assert (found["month"], found["visit_rate"]) == (MONTH, "50.00")
    (reached,), (tried,), (gone,) = found["visited"], found["unvisited"], found["excused"]
    assert (reached["first_on"], reached["times"]) == ("2026-10-08", 2)
    assert (tried["last_contact"], tried["attempts"], tried["last_outcome"]) == ("2026-09-09", 1, "refused")
    assert (gone["reason"], gone["since"]) == ("moved_out", "2026-10-10")
    assert set(found["required"][0]) == {"resident_id", "name", "community", "flags"}


def test_the_roster_as_text_is_four_lists_and_the_rate(centre: Shizhu) -> None:
    said = centre("roster", "--month", MONTH)
    assert said.code == 0
    assert [line.rstrip() for line in said.out.splitlines()] == [
        "Visited: 1",
        "  王芳  前卫社区",
        "Not visited yet: 1",
        "  李强  前卫社区",
        "Excused: 1",
        "  赵正光  前卫社区",
        "Counted from next month: 1",
        "  周兰  江尾村",
        "Visit rate 50.00 %, 3 required",
    ]


def test_figures_as_text_are_the_lines_of_the_json(centre: Shizhu) -> None:
    found = centre("figures", "--month", MONTH, "--json").json
    assert (found["visits"]["required"], found["visits"]["visited"], found["canteen"]["paid"]) == (3, 1, "10.00")
    lines = centre("figures", "--month", MONTH).out.splitlines()
    assert {
        f"month {MONTH}",
        "visits.required 3",
        "visits.visit_rate 50.00",
        "canteen.meals.午/堂食 1",
        "people.turning.80 0",
        f"indicators.0.name {found['indicators'][0]['name']}",
    } <= set(lines)
    assert [line for line in lines if line.endswith(" —")], "what nobody knows is a dash"


def test_who_is_found_is_told_with_a_masked_number_and_a_code(centre: Shizhu) -> None:
    found = centre("find", "王", "--json").json
    (one,) = found["residents"]
    assert (found["count"], one["name"], one["state"]) == (1, "王芳", "on_register")
    assert "*" in one["id_number"] and len(one["code"]) == 17
    lines = centre("find", "赵正光").out.splitlines()
    assert lines[-1] == "1 found" and lines[0].startswith("赵正光  female  82  ") and "*" in lines[0]
    assert centre("find", "前卫", "--limit", 0, "--json").json["residents"] == []


def test_a_sync_file_is_written_proven_and_refused_once_it_is_changed(centre: Shizhu, tmp_path: Path) -> None:
    made = centre("export", "--month", MONTH, "--out", tmp_path / "区", "--json")
    assert (made.code, made.json["verified"], made.json["period"], made.json["sequence"]) == (0, True, MONTH, 1)
    path = Path(made.json["file"])
    proven = centre("verify", path)
    assert proven.code == 0
    assert f"{path} is whole" in proven.out and f"{MONTH}, file no. 1" in proven.out
    whole = centre("export", "--full", "--out", tmp_path / "区")
    assert whole.code == 0 and "everything, file no. 2" in whole.out
    path.write_bytes(path.read_bytes()[:-1])
    refused = centre("verify", path)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (1, "", 1)


def test_permissions_are_every_action_with_its_roles(shizhu: Shizhu) -> None:
    found = shizhu("permissions", "--json")
    assert (found.code, found.json["close_month"]) == (
        0,
        {"director": True} | {role: False for role in found.json["close_month"] if role != "director"},
    )
    assert "close_month: director" in shizhu("permissions").out.splitlines()


def test_a_figure_names_the_people_and_records_that_make_it(centre: Shizhu) -> None:
    found = centre("figures", "--month", MONTH, "--explain", "visits.unvisited", "--json").json
    assert (found["figure"], found["value"], found["from"], found["counts"]) == (
        "visits.unvisited",
        1,
        "live",
        "people",
    )
    assert [one["name"] for one in found["people"]] == ["李强"]
    assert found["rows"] == []
    visits_of = centre("rows", "visits", "--month", MONTH, "--json").json["rows"]
    reached = [row["uid"] for row in visits_of if row["outcome"] == "reached"]
    found = centre("figures", "--month", MONTH, "--explain", "visits.visited", "--json").json
    assert (found["value"], sorted(found["rows"])) == (1, sorted(reached))
    assert "*" in found["people"][0]["id_number"]


def test_a_rate_names_those_above_and_below_the_line(centre: Shizhu) -> None:
    found = centre("figures", "--month", MONTH, "--explain", "visits.visit_rate", "--json").json
    assert found["value"] == "50.00"
    assert [one["name"] for one in found["numerator"]["people"]] == ["王芳"]
    assert sorted(one["name"] for one in found["denominator"]["people"]) == ["李强", "王芳"]
    assert sorted(one["name"] for one in found["people"]) == ["李强", "王芳"]


def test_a_sum_names_what_is_added(centre: Shizhu) -> None:
    found = centre("figures", "--month", MONTH, "--explain", "canteen.paid", "--json").json
    assert found["counts"] == "yuan"
    assert [(one["name"], one["record"], one["date"]) for one in found["lines"]] == [("王芳", "meal", "2026-10-08")]
    assert f"{sum(one['amount'] for one in found['lines']) / 100:.2f}" == found["value"]


def test_a_figure_that_there_is_none_of_is_refused_with_the_names(centre: Shizhu) -> None:
    said = centre("figures", "--month", MONTH, "--explain", "visits.unvisted")
    assert said.code == 1
    assert "visits.unvisited、visits.visit_rate" in said.err


def test_an_explanation_as_text_has_a_line_for_each_piece(centre: Shizhu) -> None:
    lines = [line.strip() for line in centre("figures", "--month", MONTH, "--explain", "canteen.paid").out.splitlines()]
    assert lines[0].endswith("(by today's records)")
    assert len(lines) == 2
    assert lines[1].startswith("王芳")


def test_what_is_unfinished_is_explained_and_the_words_taken_back(centre: Shizhu) -> None:
    def told() -> dict[str, object]:
        findings = centre("month", "check", "--month", MONTH, "--json").json["findings"]
        return next(dict(one) for one in findings if one["kind"] == "unvisited")

    assert (told()["blocks"], told()["people"], told()["where"]) == (True, ["李强"], "visits")
    said = centre("month", "explain", "unvisited", "--month", MONTH, "--text", "外出务工")
    assert "外出务工" in said.out
    explained = told()["explained"]
    assert isinstance(explained, dict)
    assert (told()["blocks"], explained["words"], explained["count"]) == (False, "外出务工", 1)
    assert centre("month", "explain", "not_over", "--month", MONTH, "--text", "等不及").code == 1
    assert centre("month", "explain", "drift", "--month", MONTH, "--text", "没有").code == 1
    centre("month", "explain", "unvisited", "--month", MONTH, "--text", "写错", "--withdraw")
    assert (told()["blocks"], told()["explained"]) == (True, None)


def test_a_month_beside_another(centre: Shizhu) -> None:
    found = centre("figures", "--month", MONTH, "--compare", "2026-09", "--json").json
    named = {one["figure"]: one for one in found["figures"]}
    assert (found["month"], found["with"], found["closed"]) == (MONTH, "2026-09", [])
    assert named["visits.visited"] == {
        "figure": "visits.visited", "name": None, "unit": "count", "value": 1, "other": 1,
        "difference": 0, "change": "0.00",
    }  # fmt: skip
    rate = named["visits.visit_rate"]
    assert (rate["unit"], rate["value"], rate["other"], rate["difference"], rate["change"]) == (
        "percent", "50.00", "33.33", "16.67", None,
    )  # fmt: skip
    assert (named["canteen.paid"]["value"], named["canteen.paid"]["other"]) == ("10.00", None)
    assert named["indicators.0.value"]["name"]
    lines = centre("figures", "--month", MONTH, "--compare", "2026-09").out.splitlines()
    assert lines[0] == "2026-10  2026-09"
    assert "visits·visited  1  1  0  0.00%" in lines
    assert "visits·visit rate  50.00  33.33  +16.67" in lines


def test_twelve_months_up_to_one(centre: Shizhu) -> None:
    found = centre("figures", "--month", MONTH, "--trend", "--json").json
    assert (len(found["months"]), found["months"][0], found["months"][-1]) == (12, "2025-11", MONTH)
    values = {one["figure"]: one["values"] for one in found["figures"]}
    assert values["visits.visited"] == [*[None] * 10, 1, 1]
    assert values["visits.visit_rate"][-2:] == ["33.33", "50.00"]
    lines = centre("figures", "--month", MONTH, "--trend").out.splitlines()
    assert lines[0].endswith("2026-09  2026-10")
    assert f"visits·visited  {'—  ' * 10}1  1" in lines


@pytest.mark.parametrize("words", [("--explain", "visits.visited", "--trend"), ("--live", "--compare", "2026-09")])
def test_what_cannot_be_asked_at_once_is_wrong_usage(centre: Shizhu, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        centre("figures", "--month", MONTH, *words)
    assert ended.value.code == 2


def test_the_paper_of_the_trends_is_written(centre: Shizhu, tmp_path: Path) -> None:
    (made,) = centre("report", "trends", "--month", MONTH, "--pdf", tmp_path / "纸", "--json").json["reports"]
    assert (made["kind"], made["title"], Path(made["pdf"]).parent) == ("trends", "走势与对比", tmp_path / "纸")


def test_a_number_of_a_table_is_explained_by_the_conditions_of_its_line(centre: Shizhu) -> None:
    found = centre("figures", "--month", MONTH, "--explain", "visits.required?社区=前卫社区&类别=失能", "--json").json
    assert (found["value"], sorted(one["name"] for one in found["people"])) == (3, ["李强", "王芳", "赵正光"])
    rate = centre("figures", "--month", MONTH, "--explain", "visits.visit_rate?社区=前卫社区", "--json").json
    assert (rate["value"], rate["numerator"]["value"], rate["denominator"]["value"]) == ("50.00", 1, 2)
    refused = centre("figures", "--month", MONTH, "--explain", "visits.required?村=甲")
    assert (refused.code, refused.out) == (1, "")
    assert "visits.required" in refused.err

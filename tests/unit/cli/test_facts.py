"""``rows``, ``void``, ``grade``, ``excuse`` and ``propose``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.core.period import Month
from desktop.services.residents import forms
from desktop.services.visits import recording as visits
from desktop.services.visits import roster
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu

Person = Callable[..., int]


def test_a_visit_with_an_open_risk_is_voided_once_it_is_said_what_becomes_of_it(
    actor: Actor, person: Person, shizhu: Shizhu
) -> None:
    visits.save(actor, VisitDraft(person("王芳"), "2026-10-08", visitors="马丽", risk="燃气管老化"))
    (row,) = shizhu("rows", "visits", "--month", "2026-10", "--json").json["rows"]
    assert (row["name"], row["date"], row["outcome"], row["visitors"]) == ("王芳", "2026-10-08", "reached", "马丽")
    refused = shizhu("void", "visit", row["uid"], "--reason", "录错人")
    assert refused.code == 1 and "1 risks" in refused.err
    said = shizhu("void", "visit", row["uid"], "--reason", "录错人", "--open", "void", "--json")
    assert (said.code, said.json) == (0, {"uid": row["uid"]})
    assert shizhu("rows", "visits", "--month", "2026-10", "--json").json["rows"] == []
    again = shizhu("void", "visit", row["uid"], "--reason", "再来", "--open", "void")
    assert again.code == 1


def test_of_two_grades_of_a_day_one_is_chosen_and_one_can_be_voided(
    actor: Actor, person: Person, shizhu: Shizhu
) -> None:
    one = person("王芳")
    for grade in ("severe", "mild"):
        draft = forms.draft_of(one)
        draft.grade, draft.grade_on = grade, "2026-10-01"
        forms.save(actor, draft)
    first, second = shizhu("grade", "list", "王芳", "--json").json["grades"]
    assert [first["grade"], second["grade"]] == ["mild", "severe"]
    assert first["contested"] and first["holds_that_day"] and not second["holds_that_day"]
    assert shizhu("grade", "hold", second["uid"]).code == 0
    assert [row["grade"] for row in shizhu("grade", "list", "王芳", "--json").json["grades"]] == ["severe"]
    assert shizhu("void", "grade", second["uid"], "--reason", "填错").code == 0
    assert shizhu("grade", "list", "王芳", "--json").json["grades"] == []


def test_an_excuse_is_withdrawn_by_command(actor: Actor, person: Person, shizhu: Shizhu) -> None:
    one = person("王芳", flags=["living_alone"])
    visits.save(actor, VisitDraft(one, "2026-10-08", outcome="hospital"))
    roster.confirm_excuse(actor, one, Month(2026, 10), "hospital")
    assert len(shizhu("roster", "--month", "2026-10", "--json").json["excused"]) == 1
    assert shizhu("excuse", "withdraw", "王芳", "--month", "2026-10", "--reason", "已出院").code == 0
    assert len(shizhu("roster", "--month", "2026-10", "--json").json["unvisited"]) == 1
    assert shizhu("excuse", "withdraw", "王芳", "--month", "2026-10", "--reason", "再来").code == 1


def test_a_proposed_category_is_recorded_or_put_away(actor: Actor, person: Person, shizhu: Shizhu) -> None:
    for name in ("王芳", "李强"):
        person(name, grade="moderate", grade_on="2026-10-01")
    proposed = shizhu("propose", "list", "--json").json["proposed"]
    assert [(one["name"], one["grade"], one["assessed_on"]) for one in proposed] == [
        ("李强", "moderate", "2026-10-01"),
        ("王芳", "moderate", "2026-10-01"),
    ]
    assert shizhu("propose", "dismiss", "李强").code == 1
    assert shizhu("propose", "dismiss", "李强", "--reason", "家人照护").code == 0
    assert shizhu("propose", "record", "王芳", "--json").json["proposed"] == []


@pytest.mark.parametrize("who", ["", "王", "无此人"])
def test_nobody_or_several_are_refused_by_name(actor: Actor, person: Person, shizhu: Shizhu, who: str) -> None:
    person("王芳")
    person("王强")
    assert shizhu("grade", "list", who).code == 1

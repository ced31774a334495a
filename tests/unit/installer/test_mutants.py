"""The mutants themselves: each is one wrong change, and the same ones are chosen every time."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants import __main__ as mutants
from tests.mutants.operators import Mutant, chosen, mutants_of

SOURCE = """
LIMIT = 3

def due(day, last, names=(1, 2)):
    \"\"\"Two by 2.\"\"\"
    if day < last and names:
        raise ValueError(day + 1)
    rows = fetch("SELECT id FROM visit WHERE day <= ?")
    return max(row for row in rows if row)
"""


def changed(mutant: Mutant) -> list[str]:
    before, after = ast.unparse(ast.parse(SOURCE)).splitlines(), mutant.text.splitlines()
    assert len(before) == len(after)
    return [line.strip() for line, was in zip(after, before, strict=True) if line != was]


def test_each_mutant_changes_one_line_in_one_way() -> None:
    found = {mutant.what: changed(mutant) for mutant in mutants_of("a.py", SOURCE)}
    assert found == {
        "And becomes Or #1": ["if day < last or names:"],
        "the last condition is dropped #1": ["if day < last:"],
        "Lt becomes LtE #1": ["if day <= last and names:"],
        "in SQL<= becomes < #1": ["rows = fetch('SELECT id FROM visit WHERE day < ?')"],
        "max becomes min #1": ["return min((row for row in rows if row))"],
        "the condition of a comprehension is dropped #1": ["return max((row for row in rows))"],
    }


def test_constants_defaults_docstrings_and_what_is_raised_stay() -> None:
    found = {mutant.what[0] for mutant in mutants_of("a.py", SOURCE)}
    assert found.isdisjoint("123")


def test_the_same_mutants_are_chosen_every_time_one_of_each_function_first(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def one(x):\n    return x + 1 < 2\n\ndef other(x):\n    return x == 1\n")
    first = chosen(tmp_path, ["*.py"], 2)
    assert first == chosen(tmp_path, ["*.py"], 2)
    assert {mutant.function for mutant in first} == {"one", "other"}
    assert chosen(tmp_path, ["nothing/*.py"], 2) == []


def test_the_five_fifths_are_the_whole_and_no_mutant_runs_twice() -> None:
    parts = [{number for number in range(23) if mutants.in_fifth(number, fifth)} for fifth in range(5)]
    assert set().union(*parts) == set(range(23)) and sum(map(len, parts)) == 23
    assert all(mutants.in_fifth(number, None) for number in range(23))


def test_each_fifth_begins_with_another_area_and_has_them_all() -> None:
    areas = mutants.areas()
    turns = [mutants.turned(areas, fifth) for fifth in range(5)]
    assert len({turn[0].name for turn in turns}) == 5
    assert all({area.name for area in turn} == {area.name for area in areas} for turn in turns)
    assert mutants.turned(areas, None) == areas


def test_the_five_fifths_of_an_area_are_what_a_night_runs() -> None:
    area = next(area for area in mutants.areas() if area.name == "prices")
    parts = [mutants.mutants_of(area, fifth) for fifth in range(5)]
    assert sorted(one.key for part in parts for one in part) == sorted(
        one.key for one in mutants.mutants_of(area, None)
    )


@pytest.mark.parametrize(("text", "fifth"), [("0", 0), ("4", 4), ("5", 0)])
def test_a_fifth_is_named_by_its_number(text: str, fifth: int) -> None:
    assert mutants.fifth_of(text) == fifth


def test_a_commit_names_one_of_the_five() -> None:
    assert mutants.fifth_of("commit") in range(5)


def test_every_area_has_modules_tests_and_mutants_and_there_are_a_hundred() -> None:
    areas = mutants.areas()
    assert sum(len(chosen(mutants.ROOT, area.modules, area.mutants)) for area in areas) >= 100
    assert all(mutants.tests_of(area, mutants.ROOT) for area in areas)


def test_what_is_excused_still_exists() -> None:
    there = {one.key.split()[0] for area in mutants.areas() for one in chosen(mutants.ROOT, area.modules, 10_000)}
    assert mutants.excused() <= there


def test_a_share_is_of_those_that_ran() -> None:
    assert mutants.Score("a", 9, ("x",)).share == 0.9
    assert mutants.Score("a", 0, (), not_run=3).share == 1.0


def test_every_path_that_an_area_names_is_there() -> None:
    named = [path for area in mutants.areas() for path in (*area.modules, *area.tests)]
    assert [path for path in named if not list(mutants.ROOT.glob(path))] == []

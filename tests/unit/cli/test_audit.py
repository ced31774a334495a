"""``audit``: the log is proved, and shows no whole ID number."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.errors import NotAllowed
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.centre import centres
from desktop.services.residents import grades
from desktop.services.writing import audit, chain
from desktop.services.writing.actor import Actor
from desktop.services.writing.audit import ChangeQuery
from tests.unit.cli.conftest import Shizhu


def test_a_whole_log_is_proved(made: Shizhu, folder: DataFolder) -> None:
    said = made("audit", "verify", "--json")
    (only,) = said.json["chains"]
    assert said.code == 0 and said.err == ""
    centres.open_centre(folder)
    head = chain.head(1)
    centres.close_centre()
    assert only == {
        "epoch": head.epoch,
        "station": 1,
        "rows": head.counter,
        "ok": True,
        "first_bad": None,
        "why": None,
        "table": None,
        "row": None,
    }
    assert (said.json["months"], said.json["guards"]) == ({"count": 0, "first_bad": None}, [])
    assert f"station 1: {head.counter} writes fit together" in made("audit", "verify").out


def test_the_first_forged_write_is_named_with_exit_1(made: Shizhu, folder: DataFolder) -> None:
    with closing(sqlite3.connect(folder.database)) as forger, forger:
        forger.execute("DROP TRIGGER change_log_fixed")
        forger.execute("UPDATE change_log SET reason = 'x' WHERE counter = 3")
    said = made("audit", "verify", "--json")
    (only,) = said.json["chains"]
    assert (said.code, only["ok"], only["first_bad"], only["why"]) == (1, False, 3, "payload")
    assert only["table"] and isinstance(only["row"], int)
    assert said.json["guards"] == ["change_log_fixed"] and "own guards were changed: change_log_fixed" in said.err
    assert "write no. 3 of station 1" in said.err and "what it says was changed" in said.err


def test_id_numbers_are_masked(shizhu: Shizhu, person: Callable[..., int]) -> None:
    person("王芳")
    number = query.fetch("SELECT id_number FROM resident")[0][0]
    said = shizhu("audit", "show", "--table", "resident", "--json")
    (change,) = [one for one in said.json["changes"] if one["action"] == "add"]
    assert change["after"]["id_number"] == number[:6] + "********" + number[-4:]
    assert number not in json.dumps(said.json) + shizhu("audit", "show").out


def test_a_log_that_was_rewritten_contradicts_the_file_that_was_handed_in(
    made: Shizhu, folder: DataFolder, tmp_path: Path
) -> None:
    file = made("export", "--month", "2026-10", "--out", tmp_path, "--json").json["file"]
    said = made("audit", "verify", "--against", file, "--json")
    assert (said.code, said.json["against"]) == (0, [{"file": file, "ok": True}])
    head = json.loads(made("verify", file, "--json").out)["log"]
    with closing(sqlite3.connect(folder.database)) as forger, forger:
        forger.execute("DROP TRIGGER change_log_fixed")
        forger.execute("UPDATE change_log SET hash = zeroblob(32) WHERE counter = ?", [head["counter"]])
    said = made("audit", "verify", "--against", file, "--json")
    assert (said.code, said.json["against"][0]["ok"]) == (1, False)
    assert "another write than the one that a file handed in names" in said.err


def test_a_number_within_words_is_masked_too(actor: Actor, shizhu: Shizhu, person: Callable[..., int]) -> None:
    one = person("王芳", remarks="原号 539901 19440305 052 5")
    number = query.fetch("SELECT id_number FROM resident")[0][0]
    other = person("李兰", grade="mild", grade_on="2026-10-01")
    (grade,) = query.ids("SELECT id FROM grade WHERE resident_id = ?", [other])
    grades.void(actor, grade, f"应为{number}的结果")
    said = shizhu("audit", "show", "--json")
    assert number not in said.out and "052 5" not in said.out
    added = {one["row_id"]: one for one in said.json["changes"] if (one["table"], one["action"]) == ("resident", "add")}
    assert added[one]["after"]["remarks"] == "原号 539901********0525"
    (voided,) = [one for one in said.json["changes"] if one["action"] == "void" and one["table"] == "grade"]
    assert voided["reason"] == f"应为{number[:6]}********{number[-4:]}的结果"


def test_whole_numbers_are_shown_for_a_reason_and_that_is_in_the_log(
    shizhu: Shizhu, person: Callable[..., int], folder: DataFolder
) -> None:
    person("王芳")
    number = query.fetch("SELECT id_number FROM resident")[0][0]
    before = audit.count()
    refused = shizhu("audit", "show", "--table", "resident", "--reveal", "--json")
    assert (refused.code, refused.out) == (1, "") and "reason" in refused.err
    centres.open_centre(folder)
    assert audit.count() == before
    said = shizhu("audit", "show", "--table", "resident", "--reveal", "--reason", "核对身份证", "--json")
    (change,) = [one for one in said.json["changes"] if one["action"] == "add"]
    assert change["after"]["id_number"] == number
    centres.open_centre(folder)
    noted = query.fetch("SELECT table_name, action, reason, after FROM change_log ORDER BY id DESC LIMIT 2")
    assert noted == [
        ("resident", "show_id", "核对身份证", None),
        ("change_log", "show_id", "核对身份证", '{"records": 1}'),
    ]
    assert number not in shizhu("audit", "show", "--json").out, "the next look is masked again"


def test_who_may_not_reveal_sees_nothing_whole(actor: Actor, person: Callable[..., int]) -> None:
    person("王芳")
    for role, may in (("clerk", False), ("visitor", False), ("worker", False), ("auditor", True)):
        somebody = Actor(None, "某某", role, actor.station)
        if may:
            assert audit.reveal(somebody, ChangeQuery(table="resident"), "抽查")
        else:
            with pytest.raises(NotAllowed):
                audit.reveal(somebody, ChangeQuery(table="resident"), "抽查")

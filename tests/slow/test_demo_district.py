"""A simulated district works through its three months: who was late, forged or cut, and what came of it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.demo.district.cast import Does, cast
from tests.e2e.running import ROOT, Run, run_command

pytestmark = pytest.mark.slow
FIRST, SECOND, THIRD = "2026-08", "2026-09", "2026-10"


@pytest.fixture(scope="module")
def shizhu() -> Run:
    return run_command


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("simulated") / "district"


@pytest.fixture(scope="module")
def done(place: Path) -> Any:
    # However long a laden computer takes.
    words = ["demo", "--district", place, "--month", THIRD, "--json", "--lang", "en"]
    ran = subprocess.run([sys.executable, "-m", "desktop", *map(str, words)], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def who(does: Does) -> str:
    return cast().who(does).number


def test_every_centre_stands_as_it_handed_in(shizhu: Run, done: Any, place: Path) -> None:
    assert done["months"] == [FIRST, SECOND, THIRD]
    assert [one["does"] for one in done["centres"]] == list(Does)
    other = {FIRST: {who(Does.CORRECTED): "corrected", who(Does.OPEN): "draft"}, SECOND: {}}
    other[THIRD] = {who(Does.MISSING): "missing", who(Does.OPEN_MONTH): "draft"}
    for month, told in done["figures"].items():
        assert told["states"] == {one["number"]: "closed" for one in done["centres"]} | other[month]
        assert told["shared_persons"] == 2
        found = shizhu("district", "figures", place, "--month", month, "--json").json
        assert found["sha256"] == told["sha256"], "what is told is what stands there"


def test_what_was_not_taken_is_named_and_the_rest_was_taken(done: Any) -> None:
    refused = [
        (day["day"], Path(one["file"]).name[3:9], one["reason"]) for day in done["days"] for one in day["refused"]
    ]
    assert refused == [
        ("2026-09-06", who(Does.OTHER_NUMBERS), "other_numbers"),
        ("2026-10-06", who(Does.CUT), "seal_broken"),
        ("2026-10-06", cast().foreign[0], "unknown_centre"),
        ("2026-10-06", who(Does.FORGED), "forged"),
        ("2026-10-10", who(Does.REPLAYED), "older"),
    ]
    assert [len(day["accepted"]) for day in done["days"]] == [11, 1, 10, 3, 11, 2]
    assert [len(day["unchanged"]) for day in done["days"]] == [0, 0, 0, 1, 0, 0]


def test_the_reports_say_who_was_late_and_what_was_put_right(shizhu: Run, done: Any, place: Path) -> None:
    assert [day["corrected"] for day in done["days"]] == [
        [],
        [who(Does.OTHER_NUMBERS)],
        [],
        [who(Does.LATE), who(Does.CUT)],
        [],
        [who(Does.CORRECTED)],
    ]
    found = shizhu("district", "figures", place, "--month", SECOND, "--json").json["centres"]
    assert [one["number"] for one in found if one["punctual"] is False] == [who(Does.LATE)]
    papers = [Path(path) for day in done["days"] for path in day["reports"]]
    assert len(papers) == 2 * (5 + 3) and all(path.stat().st_size > 5000 for path in papers)


def test_the_centres_read_their_receipts_and_nothing_else_is_received(done: Any, place: Path) -> None:
    back = {(one["centre"], one["file"]): one for one in done["read_back"]}
    assert len(back) == len(done["read_back"]) == 35
    mends = {key: one["refused"] for key, one in back.items() if one["refused"]}
    [((number, file), records)] = mends.items()
    assert (number, file[10:17]) == (who(Does.LEARNS_LATE), THIRD) and records > 5, "they ate after they had died"
    assert {one["centre"] for one in done["read_back"] if one["elsewhere"]} == {who(Does.PUNCTUAL), who(Does.SHARES)}
    for one in done["centres"]:
        with closing(sqlite3.connect(Path(one["data"]) / "shizhu.db")) as rows:
            received = rows.execute("SELECT file_name FROM sync_export WHERE received_at <> ''").fetchall()
        assert {(one["number"], name) for (name,) in received} == {key for key in back if key[0] == one["number"]}


def test_it_may_be_made_anew_but_never_over_something_else(shizhu: Run, tmp_path: Path) -> None:
    (tmp_path / "家谱.txt").write_text("keep", encoding="utf-8")
    ran = shizhu("demo", "--district", tmp_path, "--json")
    assert (ran.code, [path.name for path in tmp_path.iterdir()]) == (1, ["家谱.txt"])
    assert str(tmp_path) in ran.err


def test_a_month_of_which_not_all_has_happened_is_refused(shizhu: Run, tmp_path: Path) -> None:
    ran = shizhu("demo", "--district", tmp_path / "x", "--month", "2099-01")
    assert ran.code == 1 and not (tmp_path / "x").exists()

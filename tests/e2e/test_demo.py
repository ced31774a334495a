"""``demo`` does the whole main job in a fresh folder without a display, in under a minute."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.core.period import Month
from desktop.reports.months import render
from tests.e2e.reading import pdf_lines
from tests.e2e.running import Ran, Run
from tests.unit.reports.reading import seen_codes

LAST_MONTH = Month.of(dt.date.today()).shifted(-1)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "demo"


@pytest.fixture(scope="module")
def ran(shizhu: Run, out: Path) -> Ran:
    return shizhu("demo", "--out", out, "--json")


@pytest.fixture(scope="module")
def done(ran: Ran) -> Any:
    assert ran.code == 0, ran.err
    return ran.json


def test_everything_lies_where_it_says(done: Any, out: Path) -> None:
    assert done["month"] == str(LAST_MONTH), "the last full month"
    assert (
        len(list((out / "reports").glob("*.pdf"))) == len(list((out / "reports").glob("*.xlsx"))) == len(render.KINDS)
    )
    assert len(list((out / "codes").glob("*.pdf"))) == 2
    assert len(list((out / "sync").glob("*.shizhu"))) == 1
    # One before each import, and the one that is made at the end.
    assert len(list((out / "data" / "backups").glob("shizhu-*.db"))) == len(done["workbooks"]) + 1
    assert (out / "data" / "shizhu.db").is_file()
    files = [*done["workbooks"], *done["reports"], *done["codes"], done["figures"], done["backup"], done["sync_file"]]
    assert all(Path(file).stat().st_size > 0 for file in files)


def test_it_takes_less_than_a_minute(done: Any) -> None:
    assert sum(done["seconds"].values()) < 60


def test_three_months_and_the_running_one_are_taken_in(done: Any) -> None:
    kinds = [one["kind"] for one in done["imports"]]
    assert kinds[:2] == ["residents", "beds"]
    months = len({LAST_MONTH.shifted(-2), LAST_MONTH.shifted(-1), LAST_MONTH, Month.of(dt.date.today())})
    assert [kinds.count(kind) for kind in ("visits", "services", "meals")] == [months] * 3
    residents = done["imports"][0]
    assert residents["imported"] == 600
    assert residents["to_verify"] > 0 < residents["duplicates"], "real lists are damaged"


def test_finished_months_are_closed_and_the_last_one_waits_for_the_director(shizhu: Run, done: Any, out: Path) -> None:
    assert list(done["closed"]) == [str(LAST_MONTH.shifted(-2)), str(LAST_MONTH.shifted(-1))]
    status = shizhu("month", "status", "--month", LAST_MONTH, "--json", data=out / "data").json
    assert status["state"] == "open"


def test_the_kitchen_kept_its_ledger_every_day_served(shizhu: Run, done: Any, out: Path) -> None:
    lacking = shizhu("food", "missing", "--month", LAST_MONTH, "--data", out / "data", "--json").json
    assert (lacking["complete"], lacking["missing"]) == (lacking["days"], [])
    assert lacking["days"] > 20
    traced = shizhu("trace", "batch", "大米", "--data", out / "data", "--json").json
    assert traced["persons"] > 50


def test_figures_beside_the_data_are_those_of_the_data(shizhu: Run, done: Any, out: Path) -> None:
    found = shizhu("figures", "--month", LAST_MONTH, "--json", data=out / "data").json
    assert json.loads((out / "figures.json").read_text(encoding="utf-8")) == found
    assert 0 < found["visits"]["unvisited"] < found["visits"]["required"]
    assert all(number > 0 for number in found["services"]["person_times"].values())


def test_the_visit_report_prints_the_figures(done: Any, out: Path) -> None:
    found = json.loads((out / "figures.json").read_text(encoding="utf-8"))["visits"]
    paper = pdf_lines(next((out / "reports").glob("*探访*.pdf")))
    assert str(found["required"]) in paper
    assert found["visit_rate"] in paper


def test_labels_scan_and_cards_are_many(done: Any) -> None:
    labels, cards = map(Path, done["codes"])
    assert len(seen_codes(labels)) == done["bed_labels"] == 48
    assert len(pypdf.PdfReader(cards).pages) > 10
    assert done["resident_cards"] > 500


def test_the_window_has_something_today(shizhu: Run, done: Any, out: Path) -> None:
    month = Month.of(dt.date.today())
    check = shizhu("month", "check", "--month", month, "--json", data=out / "data").json
    found = {one["kind"]: one["count"] for one in check["findings"]}
    assert found["open_emergencies"] == 1
    assert found["open_orders"] == 2
    assert found["unvisited"] > 0 < found["open_risks"]


def test_an_earlier_demo_is_made_anew_and_speaks_chinese(shizhu: Run, done: Any, out: Path) -> None:
    again = shizhu("demo", "--out", out)
    assert again.code == 0, again.err
    lines = again.out.splitlines()
    assert str(LAST_MONTH) in lines[0]
    for place in ("data", "workbooks", "figures.json", "reports", "codes", "sync"):
        assert any(str(out / place) in line for line in lines), place
    assert all(any("一" <= char <= "鿿" for char in line) for line in lines)


def test_a_folder_with_other_things_in_it_is_refused(shizhu: Run, tmp_path: Path) -> None:
    (tmp_path / "家谱.txt").write_text("keep", encoding="utf-8")
    ran = shizhu("demo", "--out", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert [path.name for path in tmp_path.iterdir()] == ["家谱.txt"]

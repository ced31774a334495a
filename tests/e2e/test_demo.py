"""``demo`` does the whole main job in a fresh folder without a display, in under a minute."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.core.answers import DueStage
from desktop.core.bedding import Insured
from desktop.core.home_beds import HomeBedState
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.trade import BedState
from desktop.core.waiting import Priority
from desktop.reports.months import render
from desktop.reports.months.month_set import month_reports
from desktop.services.beds import contracts, insurance, offers, places, waiting
from desktop.services.beds.places import BedQuery
from desktop.services.centre import centres
from desktop.services.day_care import attendance
from desktop.services.food import complaints
from desktop.services.help_services import packages
from desktop.services.home_beds import progress
from desktop.services.register import listing as residents
from desktop.services.residents import assessments
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


@pytest.fixture
def opened(done: Any, out: Path) -> Iterator[None]:
    centres.open_centre(DataFolder(out / "data"))
    yield
    centres.close_centre()


def test_every_table_of_every_report_has_something_to_show(opened: None) -> None:
    reports = month_reports(LAST_MONTH).reports
    sections = [(kind, one) for kind in render.KINDS for one in reports[kind].sections]
    assert {f"{kind} {one.title}" for kind, one in sections if not one.rows} == set()


def test_every_room_holds_something(opened: None) -> None:
    today = dt.date.today()
    assert {one.state for one in offers.offers()} == {"refused", "admitted", "expired", "open"}
    assert not any(one.turn_reason for one in offers.offers()), "the beds are offered in turn"
    assert {one.waiting.priority for one in waiting.places()} >= {Priority.FIRST, Priority.OTHERS}
    assert any(one.end_reason for one in waiting.applications())
    assert {one.state for one in progress.rows()} == set(HomeBedState)
    assert {one.outcome for one in progress.reviews()} == {"go_on", "adjust"}
    assert {one.stage for one in assessments.due()} >= {DueStage.ENDED, DueStage.WITHIN_30}
    insured = {one.state for one in insurance.covers(today).values()}
    assert insured == {Insured.IN_FORCE, Insured.ENDS_SOON, Insured.NONE}
    assert len(contracts.without(today)) >= 2
    assert places.counts().free > 0
    assert {one.handled_on is None for one in complaints.complaints()} == {True, False}
    assert len({row.day for row in attendance.between(LAST_MONTH.first, LAST_MONTH.last)}) > 15
    assert len(packages.packages(LAST_MONTH)) == 6


def test_fees_of_the_house_are_charged_and_not_all_are_paid(shizhu: Run, done: Any, out: Path) -> None:
    month = shizhu("fees", "month", "--month", LAST_MONTH, "--json", data=out / "data").json["people"]
    assert len(month) > 20 and {one["state"] for one in month} == {"charged"}
    people = shizhu("fees", "list", "--json", data=out / "data").json["people"]
    assert {one["deposit"] for one in people if one["left_on"] is None} == {"2000.00"}
    owing = [one for one in people if one["owed"] != "0.00"]
    assert 2 <= len(owing) < len(people) / 3
    assert {one["paid"] == "0.00" for one in owing} == {True, False}, "one paid nothing, one a part"


def test_a_lodgers_grade_is_that_of_the_register_and_has_its_items(opened: None) -> None:
    lying = places.rows(places.find_ids(BedQuery(state=BedState.OCCUPIED)))
    rows = {row.id: row for row in residents.rows([bed.resident_id for bed in lying if bed.resident_id is not None])}
    known = {one: assessments.of(one) for one in rows}
    assert sum(bool(found) for found in known.values()) > 25
    for one, found in known.items():
        assert not found or found[0].graded.grade == rows[one].grade
    assert any(len(found) > 1 for found in known.values()), "two stand side by side"
    assert any(found and found[0].graded.why for found in known.values()), "falls made one worse"


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

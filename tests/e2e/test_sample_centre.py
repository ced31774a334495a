"""The sample centre's five workbooks lead to exactly the verdicts and figures that are expected of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.e2e.running import SAMPLE, Run, Sample

MONTH = "2026-10"


def reasons(report: Any, verdict: str) -> Counter[str]:
    return Counter(issue["reason"] for issue in report["issues"] if issue["verdict"] == verdict)


def test_residents(sample: Sample, expected: Any) -> None:
    wanted, ran = expected["import"], sample.imports["residents"]
    report = ran.json
    assert ran.code == 3, "some rows need a person"
    assert report["rows"] == wanted["residents_rows"]
    assert report["imported"] == wanted["persons"]
    assert report["duplicates"] == wanted["duplicate_rows_refused"]
    assert report["refused"] == wanted["duplicate_rows_refused"]
    assert report["normalised"] == wanted["normalised"]
    assert report["to_verify"] == sum(wanted["to_verify"].values())
    assert report["imported"] + report["refused"] == report["rows"]
    assert reasons(report, "to_verify") == {
        "damaged_number": wanted["to_verify"]["damaged_number"],
        "wrong_check_digit": wanted["to_verify"]["wrong_digit"],
        "missing_number": wanted["to_verify"]["missing"],
        "sex_contradicts": wanted["to_verify"]["sex_contradicts"],
    }


def test_beds_and_stays(sample: Sample, expected: Any) -> None:
    report = sample.imports["beds"].json
    assert report["refused"] == 0
    assert report["imported"] == expected["import"]["beds"] + expected["import"]["stays"]


def test_services(sample: Sample, expected: Any) -> None:
    report = sample.imports["services"].json
    assert sample.imports["services"].code == 0
    assert report["rows"] == report["imported"] == expected["import"]["services_rows"]


def test_a_subsidy_above_the_fee_is_said_of_each_service_and_refuses_none(shizhu: Run, sample: Sample) -> None:
    assert reasons(sample.imports["services"].json, "warning") == {"subsidy_above_fee": 460}
    found = shizhu("month", "check", "--month", MONTH, "--json", data=sample.data).json["findings"]
    (above,) = [one for one in found if one["kind"] == "subsidy_above_fee"]
    assert (above["count"], above["weight"]) == (460, "note")


def test_meals(sample: Sample, expected: Any) -> None:
    report = sample.imports["meals"].json
    assert report["refused"] == 0
    assert report["meals"] == expected["import"]["meals"]


def test_visits(sample: Sample, expected: Any) -> None:
    ran = sample.imports["visits"]
    report = ran.json
    assert ran.code == 3
    assert report["rows"] == expected["import"]["visits_rows"]
    assert report["refused"] == expected["import"]["visits_refused"]
    assert reasons(report, "refused") == {"unknown_person": 1}


@pytest.mark.parametrize("group", ["visits", "services", "canteen", "beds", "people"])
def test_figures_equal_in_every_number(shizhu: Run, sample: Sample, expected: Any, group: str) -> None:
    figures = shizhu("figures", "--month", MONTH, "--json", data=sample.data).json
    assert figures["month"] == MONTH
    for key, value in expected[group].items():
        assert figures[group][key] == value, f"{group}.{key}"


def test_a_dry_run_gives_the_same_answer_and_writes_nothing(shizhu: Run, tmp_path: Any) -> None:
    data = tmp_path / "data"
    shizhu("init", "--centre", "甲", "--centre-no", "530114", "--plan", "chenggong", data=data)
    file = SAMPLE / "residents.xlsx"
    dry = shizhu("import", "residents", file, "--dry-run", "--json", data=data).json
    assert shizhu("find", "李", "--json", data=data).json["count"] == 0
    wet = shizhu("import", "residents", file, "--json", data=data).json
    assert shizhu("find", "李", "--json", data=data).json["count"] > 0
    assert dry | {"import_id": None} == wet | {"import_id": None}


def test_a_whole_import_can_be_taken_back(shizhu: Run, tmp_path: Any) -> None:
    data = tmp_path / "data"
    shizhu("init", "--centre", "甲", "--centre-no", "530114", "--plan", "chenggong", data=data)
    report = shizhu("import", "residents", SAMPLE / "residents.xlsx", "--json", data=data).json
    assert shizhu("undo", report["import_id"], data=data).code == 0
    assert shizhu("find", "李", "--json", data=data).json["count"] == 0
    again = shizhu("import", "residents", SAMPLE / "residents.xlsx", "--json", data=data).json
    assert again["imported"] == report["imported"]


def test_the_roster_names_those_behind_the_figures(shizhu: Run, sample: Sample, expected: Any) -> None:
    roster = shizhu("roster", "--month", MONTH, "--json", data=sample.data).json
    wanted = expected["visits"]
    for key in ("required", "visited", "unvisited", "late_joiners"):
        assert len(roster[key]) == wanted[key], key
    assert sum(line["reason"] not in {"hospital", "away"} for line in roster["excused"]) == wanted["excused_gone"]


@pytest.mark.parametrize("text", ["𬱖", "阿依·木", "阿依木"])
def test_people_are_found_by_whatever_one_remembers(shizhu: Run, sample: Sample, text: str) -> None:
    found = shizhu("find", text, "--json", data=sample.data).json
    assert found["count"] >= 1

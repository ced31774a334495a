"""The sample centre's October is closed, then one visit and one meal are put right: nothing else moves, on no paper."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.core.answers import ReportKind
from tests.e2e.running import Run, Sample

pytestmark = pytest.mark.slow
MONTH = "2026-10"
# 陶光 was not met on 10-12, and 李𬱖 did not eat on 10-01.
WRONG_VISIT, WRONG_MEAL = ("陶光", "2026-10-12"), ("李𬱖", "2026-10-01")
MOVED = {
    "visits.visited": (275, 274),
    "visits.unvisited": (59, 60),
    "visits.visit_rate": ("82.34", "82.04"),
    "visits.gross_rate": ("81.36", "81.07"),
    "visits.attempts_not_reached": (35, 36),
    "visits.by_method.电话": (111, 110),
    "canteen.meals.午/送餐": (634, 633),
    "canteen.by_band.90+": (873, 872),
    "canteen.by_flag.高龄": (1813, 1812),
    "canteen.price": ("51120.00", "51105.00"),
    "canteen.subsidy": ("15434.00", "15429.00"),
    "canteen.paid": ("35686.00", "35676.00"),
    "services.canteen_meals": (3558, 3557),
    "services.meals_in_all": (3607, 3606),
    "indicators.0.value": ("82.34", "82.04"),
}
# The lists of people that say something else, with the lines that went and came (without their running number).
LISTS = {
    "已探访人员名单": (["陶光,女,83,梅子社区,失能、独居,2026-10-12,电话,马丽,1"], []),
    "未探访人员名单": ([], ["陶光"]),
    "就餐人员明细": (["李𬱖,男,95,前卫社区,27,384.00,135.00,249.00"], ["李𬱖,男,95,前卫社区,26,369.00,130.00,239.00"]),
}


@dataclass(frozen=True)
class Corrected:
    """What was said before and after, and the reports of: v1 at the close, v2, and v1 once more after it."""

    before: dict[str, Any]
    after: dict[str, Any]
    shown: Any
    folders: dict[str, Path]


@pytest.fixture(scope="module")
def corrected(shizhu: Run, sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Corrected:
    """October closed and put right by the district's paper."""
    here = tmp_path_factory.mktemp("corrected")
    data = here / "data"
    shutil.copytree(sample.data, data)
    folders = {name: here / name for name in ("v1", "v2", "v1 again")}

    def run(*words: object) -> Any:
        ran = shizhu(*words, "--json", data=data)
        assert ran.code in (0, 3), ran.err
        return ran.json

    def reports(name: str, *words: object) -> None:
        into = folders[name]
        run("report", "all", "--month", MONTH, "--pdf", into, "--xlsx", into, "--csv", into, *words)

    def uid(kind: str, name: str, day: str) -> str:
        rows = run("rows", kind, "--month", MONTH)["rows"]
        return next(str(row["uid"]) for row in rows if (row["name"], row["date"]) == (name, day))

    run("month", "close", "--month", MONTH, "--explain", "已逐户说明")
    before = flat(run("figures", "--month", MONTH))
    reports("v1")
    number = run("month", "correct", "open", "--month", MONTH, "--reason", "登记有误")["correction"]
    visit, meal = uid("visits", *WRONG_VISIT), uid("meals", *WRONG_MEAL)
    acts = [
        {"act": "change", "kind": "visit", "uid": visit, "fields": {"outcome": "not_reached"}, "reason": "未遇"},
        {"act": "void", "kind": "meal", "uid": meal, "reason": "没有来"},
    ]
    (here / "acts.json").write_text(json.dumps(acts), encoding="utf-8")
    run("month", "correct", "stage", number, "--file", here / "acts.json")
    shown = run("month", "correct", "show", number)
    run("month", "correct", "approve", number, "--in-writing", "王科长", "--paper", "〔2026〕1号")
    after = flat(run("figures", "--month", MONTH))
    reports("v2")
    reports("v1 again", "--version", 1)
    return Corrected(before, after, shown, folders)


def flat(value: Any, name: str = "") -> dict[str, Any]:
    """Every value by its way through the JSON."""
    if isinstance(value, dict):
        return {key: one for part, inner in value.items() for key, one in flat(inner, f"{name}.{part}").items()}
    if isinstance(value, list):
        return {key: one for at, inner in enumerate(value) for key, one in flat(inner, f"{name}.{at}").items()}
    return {name.removeprefix("."): value}


def tables(folder: Path) -> dict[str, list[list[str]]]:
    """Every table of every report by its file's name."""
    found = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            found[path.name] = list(csv.reader(lines))
    return found


def test_version_two_moves_the_two_figures_of_the_acts_and_what_is_made_of_them(corrected: Corrected) -> None:
    before, after = corrected.before, corrected.after
    assert before.keys() == after.keys()
    assert {name: (before[name], after[name]) for name in before if before[name] != after[name]} == MOVED


def test_each_difference_was_shown_before_the_approval_with_whom_it_is_about(corrected: Corrected) -> None:
    shown = corrected.shown["differences"]
    told = {one["figure"]: (one["before"], one["after"]) for one in shown if one["before"] is not None}
    # An indicator is told by its name: its place may change.
    by_name = {name: moved for name, moved in MOVED.items() if not name.startswith("indicators.")}
    assert told.items() >= by_name.items()
    assert MOVED["indicators.0.value"] in [moved for name, moved in told.items() if name.startswith("indicators.")]
    # Who was visited is frozen by name; of meals it is counts, and the act beside them says whose it was.
    assert {name for one in shown for name in one["people"]} == {"陶光"}
    assert [(one["name"], one["date"]) for one in corrected.shown["acts"]] == [WRONG_VISIT, WRONG_MEAL]
    assert all(one["staged"] for one in shown)
    assert {one["figure"] for one in shown if one["figure"].startswith("report.")} == {
        f"report.{kind}" for kind in ("visits", "services", "canteen", "indicators", "summary")
    }


def test_in_the_lists_of_all_reports_only_the_two_people_stand_otherwise(corrected: Corrected) -> None:
    first, second = tables(corrected.folders["v1"]), tables(corrected.folders["v2"])
    new = {name for name in second if name not in first}
    assert len(new) == len(ReportKind) and all("更正对照" in name for name in new)
    lists = {}
    for name, rows in first.items():
        one, two = ({",".join(row[1:]) for row in each if row[1] != "合计"} for each in (rows, second[name]))
        kind = name.rsplit("-", 1)[1].removesuffix(".csv")
        if one != two and kind.endswith(("名单", "明细")):
            lists[kind] = [sorted(one - two), sorted(two - one)]
    assert lists.keys() == LISTS.keys()
    for kind, (went, came) in LISTS.items():
        assert lists[kind][0] == went
        assert all(line.startswith(start) for line, start in zip(lists[kind][1], came, strict=True))


def test_the_reports_of_version_two_say_before_and_after(corrected: Corrected) -> None:
    parts = [table for name, table in tables(corrected.folders["v2"]).items() if "更正对照" in name]
    rows = {tuple(row) for table in parts for row in table}
    assert {("月探访·实访", "275", "274"), ("月探访·未访", "59", "60")} <= rows


def test_version_one_gives_the_same_bytes_as_at_the_close(corrected: Corrected) -> None:
    again = {path.name: path.read_bytes() for path in corrected.folders["v1 again"].iterdir()}
    assert {path.name: path.read_bytes() for path in corrected.folders["v1"].iterdir()} == again
    assert len({Path(name).suffix for name in again}) == 3

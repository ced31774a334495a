"""What is printed says what the figures say: reports read back, labels scanned back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.e2e.reading import in_a_row, pdf_lines, xlsx_cells
from tests.e2e.running import Run, Sample
from tests.unit.reports.reading import seen_codes

MONTH = "2026-10"
KINDS = ("visits", "services", "canteen", "beds", "people")
BANDS = {"<60": "60岁以下", "60-69": "60-69岁", "70-79": "70-79岁", "80-89": "80-89岁", "90+": "90岁及以上"}


@pytest.fixture(scope="module")
def figures(shizhu: Run, sample: Sample) -> Any:
    return shizhu("figures", "--month", MONTH, "--json", data=sample.data).json


@pytest.fixture(scope="module")
def written(shizhu: Run, sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("reports")
    ran = shizhu(
        "report", "all", "--month", MONTH, "--pdf", folder, "--xlsx", folder / "excel", "--json", data=sample.data
    )
    assert ran.code == 0, ran.err
    return {one["kind"]: one for one in ran.json["reports"]}


def visits(found: Any) -> Iterator[list[object]]:
    gone, confirmed = found["excused_gone"], found["excused_confirmed"]
    names = ("visited", "unvisited", "visit_rate", "gross_rate", "help_rate", "attempts_not_reached", "late_joiners")
    yield [found["required"], gone + confirmed, gone, confirmed, *(found[name] for name in names)]
    yield [*found["by_method"].keys(), "见到本人（次）", *found["by_method"].values()]


def services(found: Any) -> Iterator[list[object]]:
    times = found["person_times"]
    yield from ([kind, number] for kind, number in times.items())
    yield ["合计", sum(times.values()), found["persons"]]
    yield [found["minutes"], f"{found['minutes'] / 60:.2f}", found["fee"], found["subsidy"]]
    yield from ([name, number] for name, number in found["by_payer"].items())
    yield [times["助餐"], found["canteen_meals"], times["助餐"] + found["canteen_meals"]]


def canteen(found: Any) -> Iterator[list[object]]:
    total = sum(found["meals"].values())
    yield [total, found["persons"], found["price"], found["subsidy"], found["paid"], found["guests"]]
    yield ["合计", *(found["by_band"][band] for band in BANDS), total]


def beds(found: Any) -> Iterator[list[object]]:
    yield [found["beds"], found["beds"] // 2, found["nursing_share"]]
    days = ("available_bed_days", "occupied_bed_days", "leave_bed_days", "occupancy", "operating_subsidy")
    yield [found[name] for name in days]


def people(found: Any) -> Iterator[list[object]]:
    yield [found["on_register_end"], found["added"], found["stopped"]]
    yield [found["turning"][age] for age in ("80", "90", "100")]


ROWS: dict[str, Callable[[Any], Iterator[list[object]]]] = {
    "visits": visits,
    "services": services,
    "canteen": canteen,
    "beds": beds,
    "people": people,
}


@pytest.mark.parametrize("kind", KINDS)
def test_pdf_and_workbook_carry_the_same_numbers_as_the_json(written: Any, figures: Any, kind: str) -> None:
    paper, book = pdf_lines(Path(written[kind]["pdf"])), xlsx_cells(Path(written[kind]["xlsx"]))
    for row in ROWS[kind](figures[kind]):
        assert in_a_row(paper, row), f"{kind}.pdf: {row}"
        assert in_a_row(book, row), f"{kind}.xlsx: {row}"


def test_every_age_band_and_flag_is_printed(written: Any, figures: Any) -> None:
    paper, book = pdf_lines(Path(written["people"]["pdf"])), xlsx_cells(Path(written["people"]["xlsx"]))
    for found in (paper, book):
        for band, number in figures["people"]["by_band"].items():
            start = found.index(BANDS[band])
            assert found[start + 3] == str(number), band
        for flag, number in figures["people"]["by_flag"].items():
            assert found[found.index(flag) + 6] == str(number), flag


def test_every_meal_and_mode_is_printed(written: Any, figures: Any) -> None:
    paper = pdf_lines(Path(written["canteen"]["pdf"]))
    for name, number in figures["canteen"]["meals"].items():
        meal, mode = name.split("/")
        start = next(i for i in range(len(paper)) if paper[i : i + 2] == [meal, mode])
        assert paper[start + 7] == str(number), name


def test_lists_name_everybody_whom_the_figures_count(shizhu: Run, sample: Sample, written: Any) -> None:
    roster = shizhu("roster", "--month", MONTH, "--json", data=sample.data).json
    paper = pdf_lines(Path(written["visits"]["pdf"]))
    for group in ("visited", "unvisited", "excused", "late_joiners"):
        for person in roster[group]:
            assert person["name"] in paper, f"{group}: {person['name']}"


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_numbered_and_signed(written: Any, kind: str) -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(written[kind]["pdf"]).pages]
    assert len(pages) == written[kind]["pages"]
    for number, text in enumerate(pages, 1):
        assert f"第 {number} 页 / 共 {len(pages)} 页" in text
    assert all(word in pages[-1] for word in ("制表", "审核", "盖章"))
    assert written[kind]["missing_characters"] == []


def test_all_bed_labels_scan_back_to_the_stored_codes(
    shizhu: Run, sample: Sample, expected: Any, tmp_path: Path
) -> None:
    ran = shizhu("codes", "beds", "--pdf", tmp_path / "labels.pdf", "--json", data=sample.data)
    assert ran.code == 0, ran.err
    seen = sorted(code.digits for code in seen_codes(tmp_path / "labels.pdf"))
    assert len(seen) == expected["import"]["beds"] == 48
    assert seen == sorted(ran.json["codes"])


def test_a_scanned_card_finds_its_owner(shizhu: Run, sample: Sample, tmp_path: Path) -> None:
    shizhu("codes", "residents", "--pdf", tmp_path / "cards.pdf", data=sample.data)
    first = min(seen_codes(tmp_path / "cards.pdf"), key=lambda code: (code.page, code.top, code.left))
    found = shizhu("find", first.digits, "--json", data=sample.data).json
    assert found["count"] == 1
    assert found["residents"][0]["code"] == first.digits
    assert found["residents"][0]["name"] in " ".join(pdf_lines(tmp_path / "cards.pdf"))


def test_every_row_of_a_route_sheet_scans_back_to_its_code(shizhu: Run, sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "route.pdf"
    made = shizhu("codes", "roster", "--pdf", path, "--community", "前卫社区", "--json", data=sample.data)
    assert made.code == 0, made.err
    assert made.json["count"] > 0
    assert sorted(code.digits for code in seen_codes(path)) == sorted(made.json["codes"])

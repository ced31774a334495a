"""Other centres lay out the same facts in other ways; the verdicts stay the same."""

from __future__ import annotations

import csv
import datetime as dt
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.importing.book import blocks
from desktop.importing.book.cells import Sheet
from desktop.importing.book.headers import find_table
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.writing.actor import Actor
from tests.unit.importing.sheets import SAMPLE, sample_rows, write

EXPECTED: dict[str, Any] = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))["import"]
SHEETS = {"residents": "花名册", "visits": "探访登记", "services": "10月", "meals": "2026年10月"}
# Our headings → those of another centre.
OTHER = {
    "姓名": "服务对象", "身份证号": "公民身份\n号码", "性别": "性 别", "出生日期": "出生年月日",
    "社区": "所属村（社区）", "现居住地址": "家庭住址", "联系电话": "手机号码", "居住状况": "居住方式",
    "特殊困难类别": "人员类别", "认定日期": "认定时间", "能力等级": "自理能力评估等级",
    "紧急联系人姓名": "家属姓名", "紧急联系人关系": "与老人关系", "紧急联系人电话": "家属联系电话",
    "健康档案": "是否建立健康档案", "家庭医生签约": "是否签约家庭医生", "在册状态": "人员状态",
    "变动日期": "异动日期", "备注": "说明", "日期": "服务日期", "服务项目": "服务类型",
    "地点": "服务地点", "开始": "开始时间", "结束": "结束时间", "付费方式": "费用来源",
    "收费": "收费（元）", "补贴": "补贴金额(元)", "探访方式": "走访方式", "探访人": "走访人员",
    "探访结果": "走访结果", "服务需求": "需求", "风险隐患": "存在问题", "处理情况": "处置措施",
}  # fmt: skip


@pytest.fixture(scope="module")
def director(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Actor]:
    """A centre whose register is that of the sample."""
    with clock.standing_at(dt.datetime(2026, 11, 2, 9)):
        folder = DataFolder(tmp_path_factory.mktemp("layouts") / "data")
        director = centres.initialise(folder, CentreDraft("示例中心", "530114", "chenggong", "呈贡区", "主任甲"))
        import_workbook(director, "residents", SAMPLE / "residents.xlsx")
        yield director
        centres.close_centre()


def relaid(kind: str, seed: int, levels: int = 1) -> list[list[object]]:
    """The sample's sheet without titles, its columns shuffled, its headings those of another centre."""
    headings, rows = sample_rows(kind, SHEETS[kind], levels)
    order = list(range(len(headings)))
    random.Random(seed).shuffle(order)
    if kind in {"visits", "services"}:
        headings = ["走访日期" if kind == "visits" and text == "日期" else text for text in headings]
    named: list[object] = [OTHER.get(headings[column], headings[column]) for column in order]
    # Below the headings a total stands in the first column, wherever the columns went.
    data = [row for row in rows if sum(bool(cell) for cell in row) > 2]
    return [named, *([row[column] for column in order] for row in data), ["合计", f"共{len(data)}条"], ["制表人："]]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_register_with_other_headings_in_another_order(actor: Actor, tmp_path: Path, seed: int) -> None:
    path = write(tmp_path / "老人.xlsx", {"Sheet1": relaid("residents", seed, 2), "Sheet2": [], "Sheet3": []})
    with clock.standing_at(dt.datetime(2026, 11, 2)):
        found = import_workbook(actor, "residents", path, ImportOptions(dry_run=True)).as_json()
    assert found["rows"] == EXPECTED["residents_rows"]
    assert (found["imported"], found["duplicates"], found["normalised"]) == (600, 12, 24)
    assert (found["to_verify"], found["header_row"], found["skipped"]) == (30, 1, 2)


def test_a_register_as_csv_in_gb18030(actor: Actor, tmp_path: Path) -> None:
    path = tmp_path / "导出.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        for row in relaid("residents", 3, 2):
            csv.writer(file).writerow([as_csv(cell) for cell in row])
    with clock.standing_at(dt.datetime(2026, 11, 2)):
        found = import_workbook(actor, "residents", path, ImportOptions(dry_run=True)).as_json()
    assert (found["rows"], found["imported"], found["to_verify"], found["normalised"]) == (612, 600, 30, 24)
    assert found["sheet"] == "导出"


@pytest.mark.parametrize("seed", [1, 2])
def test_ledgers_with_other_headings_in_another_order(director: Actor, tmp_path: Path, seed: int) -> None:
    # So many services of the sample have a subsidy above the fee, whoever pays; nothing else is doubted.
    above = ["subsidy_above_fee"] * 460
    for kind, rows, refused, doubts in (
        ("services", EXPECTED["services_rows"], 0, above),
        ("visits", EXPECTED["visits_rows"], 1, []),
    ):
        path = write(tmp_path / f"{kind}.xlsx", {"导出数据": relaid(kind, seed)})
        found = import_workbook(director, kind, path, ImportOptions(dry_run=True)).as_json()
        assert (found["rows"], found["imported"], found["refused"]) == (rows, rows - refused, refused)
        issues = found["issues"]
        assert [one["reason"] for one in issues if one["verdict"] == "warning"] == doubts  # type: ignore[attr-defined]


def test_a_month_matrix_with_other_headings(director: Actor, tmp_path: Path) -> None:
    headings, rows = sample_rows("meals", "2026年10月")
    days: list[object] = [OTHER.get(text, f"{text}日" if text.isdigit() else text) for text in headings]
    path = write(tmp_path / "十月就餐.xlsx", {"Sheet1": [["就餐表"], ["2026年10月"], days, *rows]})
    found = import_workbook(director, "meals", path, ImportOptions(dry_run=True)).as_json()
    assert (found["rows"], found["meals"]) == (195, EXPECTED["meals"])


@pytest.mark.parametrize("place", ["sheet", "file"])
def test_the_month_of_a_matrix_stands_in_the_name_of_sheet_or_file(director: Actor, tmp_path: Path, place: str) -> None:
    headings, rows = sample_rows("meals", "2026年10月")
    name = "2026年10月" if place == "sheet" else "就餐"
    path = write(tmp_path / f"{'就餐' if place == 'sheet' else '2026-10'}.xlsx", {name: [headings, *rows[:5]]})
    found = import_workbook(director, "meals", path, ImportOptions(dry_run=True))
    assert found.recorded["meals"] == Counter(cell for row in rows[:5] for cell in row[3:34])["√"] + sum(
        len(str(cell)) for row in rows[:5] for cell in row[3:34] if cell and cell != "√"
    )


def as_csv(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.5E}".replace("E+", "E+") if cell > 1e15 else f"{cell:.0f}"
    return str(cell)


def test_a_second_heading_line_in_another_order_is_no_turned_list() -> None:
    rows = (
        ("姓名", "身份证号"),
        ("（二）空巢老人", None),
        ("王芳", "53011419300101000X"),
        ("身份证号", "姓名"),
        ("530114193004080011", "李芳"),
    )
    turned = (("姓名", "王芳", "李芳"), ("身份证号", "53011419300101000X", "530114193004080011"))
    for cells, on_side in ((rows, False), (turned, True)):
        table = find_table(Sheet("表", cells), "residents")
        assert table is not None
        assert blocks.on_its_side(table) is on_side

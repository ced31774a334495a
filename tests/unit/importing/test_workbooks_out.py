"""Workbooks that go out: the verdicts of an import, and blank ones that come back filled in."""

from __future__ import annotations

import datetime as dt
import errno
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.core.answers import WorkbookKind
from desktop.core.assessment import items
from desktop.core.document import Heading, Report, Section
from desktop.core.errors import ShizhuError
from desktop.core.period import Month
from desktop.core.storage_errors import DiskFull, FolderReadOnly
from desktop.importing import staging
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.kinds import KINDS
from desktop.importing.papers import assessment_book, blank_template, verdict_report
from desktop.importing.result import ImportResult
from desktop.models import query
from desktop.reports.paper.workbook import write_xlsx
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.importing.sheets import write

PLAIN = Section("一", (Heading("姓名"),), (("王芳",),))
WANG = id_number("1944-03-05", "female", 7)
REGISTER = ["姓名", "身份证号", "出生日期", "备注"]


def reported(path: Path, result: ImportResult) -> list[list[Any]]:
    verdict_report.write(path, result)
    (page,) = openpyxl.load_workbook(path).worksheets
    return [[cell.value for cell in row] for row in page.rows]


def test_every_row_with_its_verdict_and_its_cells(actor: Actor, tmp_path: Path) -> None:
    rows = (REGISTER, ["王芳", WANG], ["王芳", WANG], ["李四", "", "2030-01-01", f"同住人{WANG}"])
    result = import_workbook(actor, "residents", write(tmp_path / "老人.xlsx", {"花名册": rows}))
    title, heads, *found = reported(tmp_path / "结论.xlsx", result)
    assert "老人.xlsx" in title[0]
    assert heads[4:] == REGISTER
    assert [row[0] for row in found] == ["2", "3", "4"]
    assert found[1][2] == result.issues[0].text
    assert found[0][5] == f"{WANG[:6]}********{WANG[-4:]}"
    assert WANG not in str(found) and found[2][7] == f"同住人{WANG[:6]}********{WANG[-4:]}"


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "=cmd|'/C calc'!A0"])
def test_a_formula_from_a_stranger_stays_text(actor: Actor, tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "老人.xlsx", {"花名册": [REGISTER, ["王芳", WANG, "", text]]})
    verdict_report.write(tmp_path / "结论.xlsx", import_workbook(actor, "residents", path))
    (page,) = openpyxl.load_workbook(tmp_path / "结论.xlsx").worksheets
    cell = page.cell(3, 8)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_changes_are_reported_and_a_check_as_well_as_an_import(actor: Actor, tmp_path: Path) -> None:
    first = write(tmp_path / "1.xlsx", {"花名册": [REGISTER, ["王芳", WANG]]})
    import_workbook(actor, "residents", first)
    second = write(tmp_path / "2.xlsx", {"花名册": [REGISTER, ["王芳", WANG, "", "新"]]})
    book = staging.open_book(second)
    checked = staging.check(actor, staging.propose(book, "residents", options=ImportOptions(update_existing=True)))
    assert reported(tmp_path / "结论.xlsx", checked.result)[2][3] == "备注: — → 新"


def test_a_report_that_cannot_be_written_leaves_nothing(actor: Actor, tmp_path: Path) -> None:
    result = import_workbook(actor, "residents", write(tmp_path / "1.xlsx", {"花名册": [REGISTER, ["王芳", WANG]]}))
    with pytest.raises(ShizhuError) as caught:
        verdict_report.write(tmp_path / "没有" / "结论.xlsx", result)
    assert not isinstance(caught.value, FolderReadOnly) and not (tmp_path / "没有").exists()


FILLED: dict[str, dict[str, list[dict[str, object]]]] = {
    "residents": {
        "花名册": [
            {
                "姓名": "王芳", "身份证号": WANG, "性别": "女", "联系电话": "13900000001", "特殊困难类别": "独居、低保",
                "能力等级": "轻度失能", "评估日期": "2025-06-01", "健康档案": "是", "在册状态": "在册",
                "社区": "前卫社区",
            }
        ]
    },
    "beds": {
        "床位": [
            {
                "楼栋": "1号楼", "房间号": "201", "床号": "1", "床位类型": "护理型", "服务方式": "全托",
                "床位类别": "普惠", "床位状态": "空闲", "启用日期": "2026-09-01",
            }
        ],
        "入住": [{"房间号": "201", "床号": "1", "姓名": "王芳", "入住日期": "2026-10-01", "请假原因": "住院"}],
    },
    "services": {"服务台账": [{"日期": "2026-10-05", "姓名": "王芳", "服务项目": "助浴", "开始": "09:00", "收费": 10}]},
    "visits": {
        "探访登记": [
            {
                "日期": "2026-10-08", "姓名": "王芳", "探访结果": "见到本人", "健康状况": "正常", "精神状态": "正常",
                "安全情况": "正常", "卫生环境": "正常", "居住环境": "正常", "赡养与经济": "正常",
            }
        ]
    },
    "meals": {"就餐": [{"姓名": "王芳", "5": "√", "6": "送晚"}]},
    "assessments": {
        "能力评估": [
            {"姓名": "王芳", "评估日期": "2026-10-08", "评估原因": "首次", **{one.name: one.most for one in items()},
             "疾病诊断": "F00", "评估机构": "春城评估", "报告编号": "2026-118", "能力等级": "轻度失能", "总分": 90}
        ]
    },
    "staff": {"人员": [{"姓名": "杨秀英", "岗位": "护理员", "证件": "健康证", "有效期": "2026-11-10"}]},
}  # fmt: skip


def fill(path: Path, sheets: dict[str, list[dict[str, object]]]) -> Path:
    """Type rows below the example, as a person does in Excel."""
    book = openpyxl.load_workbook(path)
    for name, rows in sheets.items():
        page = book[name]
        columns = {str(cell.value).lstrip("*"): cell.column for cell in page[3]}
        for number, row in enumerate(rows, start=5):
            for heading, value in row.items():
                page.cell(number, columns[heading], value)
    book.save(path)
    return path


def test_a_blank_workbook_comes_back_filled_in(actor: Actor, tmp_path: Path) -> None:
    for kind in KINDS:
        path = tmp_path / f"{kind}.xlsx"
        blank_template.write(kind, path, Month(2026, 10))
        result = import_workbook(actor, kind, fill(path, FILLED[kind]))
        assert result.issues == [], kind
        assert result.total("imported") == sum(len(rows) for rows in FILLED[kind].values())
    assert query.count("SELECT count(*) FROM meal") == 3
    assert query.fetch("SELECT kind FROM flag ORDER BY kind") == [("living_alone",), ("minimum_living",)]
    assert query.fetch("SELECT kind, mode, bed_class, opened_on FROM bed") == [
        ("nursing", "full", "inclusive", "2026-09-01")
    ]
    assert query.fetch("SELECT type, started, fee_fen FROM help_service") == [("bathing", "09:00", 1000)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_untouched_blank_workbook_holds_no_rows(actor: Actor, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "空白.xlsx"
    blank_template.write(kind, path)
    assert import_workbook(actor, kind, path).total("rows") == 0


def test_numbers_stay_text_and_words_are_offered(tmp_path: Path) -> None:
    blank_template.write("residents", tmp_path / "空白.xlsx")
    page, notes = openpyxl.load_workbook(tmp_path / "空白.xlsx").worksheets
    columns = {str(cell.value).lstrip("*"): cell.column_letter for cell in page[3]}
    assert {page.column_dimensions[columns[head]].number_format for head in ("身份证号", "联系电话")} == {"@"}
    assert page.column_dimensions[columns["出生日期"]].number_format == "yyyy-mm-dd"
    offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in page.data_validations.dataValidation}
    assert "能力完好,轻度失能" in offered[f"{columns['能力等级']}5"]
    assert "高龄" not in offered[f"{columns['特殊困难类别']}5"]
    assert "姓名" in [cell.value for cell in notes["A"]]


def on_a_full_disk(*_values: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("way", ["verdicts", "blank", "filled", "report"])
@pytest.mark.parametrize("where", ["_store_workbook", "add_worksheet"])
def test_a_full_disk_is_one_of_our_sentences_and_leaves_nothing(
    actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, where: str
) -> None:
    """reliability B5: the library's own error came out, as a bug."""
    source = write(tmp_path / "老人.xlsx", {"花名册": [REGISTER, ["王芳", WANG]]})
    result = import_workbook(actor, "residents", source)
    out, waiting = tmp_path / "out", tmp_path / "waiting"
    out.mkdir()
    waiting.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(waiting))
    calls = {
        "verdicts": lambda: verdict_report.write(out / "1.xlsx", result),
        "blank": lambda: blank_template.write(WorkbookKind.RESIDENTS, out / "1.xlsx"),
        "filled": lambda: assessment_book.write(out / "1.xlsx", []),
        "report": lambda: write_xlsx(
            Report("月报", "中心", "2026年10月", (PLAIN,)), out / "1.xlsx", dt.date(2026, 11, 2)
        ),
    }
    monkeypatch.setattr(f"xlsxwriter.Workbook.{where}", on_a_full_disk)
    with pytest.raises(DiskFull):
        calls[way]()
    assert list(out.iterdir()) == []
    assert list(waiting.iterdir()) == [], "no rows of people are left where they waited"

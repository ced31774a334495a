"""探访登记表: a blank form for one person, with the row code under which it is recorded afterwards."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.words.terms import FLAGS, RISK_LEVELS, SERVICE_TYPES, SEXES, VISIT_BLOCKS
from desktop.reports.forms.forms import Cell, PaperForm, line, write_form
from desktop.reports.paper.document import RenderResult, date_text
from desktop.services.visits.route_sheets import Sheet, SheetRow

TITLE = "特殊困难老年人探访登记表"
_BOX = "□"


def render_visit_form(sheet: Sheet, row: SheetRow, centre: str, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Print the blank form of one row of a sheet (make a sheet of one person for a single form)."""
    return write_form(form_of(sheet, row, centre), centre, path, printed_on, Action.MAKE_SHEET)


def form_of(sheet: Sheet, row: SheetRow, centre: str) -> PaperForm:
    """The form as data."""
    flags = "、".join(FLAGS.get(flag, flag) for flag in row.flags)
    age = "" if row.age is None else str(row.age)
    blocks = tuple(
        line(Cell(word, f"{_boxes(('正常', '需关注', '风险', '无变化'))}\n情况："), height_mm=15)
        for word in VISIT_BLOCKS.values()
    )
    return PaperForm(
        TITLE,
        f"单位：{centre}",
        f"计划日期：{date_text(sheet.day)}",
        (
            line(Cell("姓名", row.name), Cell("性别", SEXES.get(row.sex, "")), Cell("年龄", age)),
            line(Cell("社区", row.community), Cell("联系电话", row.phone)),
            line(Cell("住址", f"{row.community} {row.place}".strip())),
            line(Cell("特殊困难类别", flags)),
            line(
                Cell("探访时间", "            年      月      日      时      分", 1.3), Cell("探访人", sheet.visitor)
            ),
            line(Cell("方式", _boxes(("上门", "电话", "视频", "远程")))),
            line(Cell("结果", _boxes(("见到本人", "不在家", "拒访", "住院", "外出", "去世", "迁出")))),
            *blocks,
            line(Cell("服务需求", _boxes(tuple(SERVICE_TYPES.values()))), height_mm=13),
            line(Cell("风险", f"{_boxes(tuple(RISK_LEVELS.values()))}        应办日期：\n内容与措施："), height_mm=20),
            line(Cell("老人或家属签名", label_mm=34), Cell("探访人签名"), height_mm=14),
        ),
        note="六项不可全为“无变化”，至少写明一项新情况。回来后扫右上角的码录入；原件留存，可拍照附在记录后。",
        code=row.code,
    )


def _boxes(words: tuple[str, ...]) -> str:
    return "    ".join(f"{_BOX}{word}" for word in words)

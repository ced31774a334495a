"""服务单: one order on a page, with its code, what is to be done and where to sign."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.money import yuan_text
from desktop.core.person.identity import masked_text
from desktop.core.trade import ServiceState
from desktop.core.words.terms import PAYERS, SERVICE_PLACES, SERVICE_STATES, SEXES
from desktop.reports.forms.day_list import planned_time, service_words
from desktop.reports.forms.forms import Cell, PaperForm, line, write_form
from desktop.reports.paper.document import RenderResult, date_text
from desktop.services.help_services.on_paper import PaperOrder

TITLE = "服务单"
_MARKED = (ServiceState.DONE, ServiceState.RATED, ServiceState.CANCELLED)
_BOX = "□"
_SCORES = "    ".join(f"{_BOX}{score}" for score in range(1, 6))


def render_service_sheet(row: PaperOrder, centre: str, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Print the sheet of an order."""
    return write_form(form_of(row, centre), centre, path, printed_on, Action.PRINT_ORDER)


def form_of(row: PaperOrder, centre: str) -> PaperForm:
    """The sheet as data."""
    order = row.order
    mark = f"（{SERVICE_STATES[order.state]}）" if order.state in _MARKED else ""
    defined = (line(Cell("服务说明", row.defined)),) if row.defined else ()
    minds = (line(Cell("忌口、过敏", row.minds)),) if row.minds else ()
    return PaperForm(
        f"{TITLE}{mark}",
        f"单位：{centre}",
        f"服务日期：{date_text(row.planned_on)}",
        (
            line(
                Cell("姓名", row.name),
                Cell("性别", SEXES.get(row.sex, "")),
                Cell("年龄", "" if row.age is None else str(row.age)),
            ),
            line(Cell("证件号码", row.id_number), Cell("联系电话", row.phone)),
            line(Cell("住址", f"{row.community} {row.place}".strip())),
            line(Cell("服务项目", service_words(row)), Cell("地点", SERVICE_PLACES.get(order.place, ""))),
            line(Cell("计划时间", planned_time(row)), Cell("服务人员", order.worker)),
            *defined,
            line(Cell("服务内容", masked_text(order.content)), height_mm=24),
            *minds,
            line(
                Cell("付费方式", PAYERS.get(order.payer, "")),
                Cell("收费（元）", yuan_text(order.fee_fen) if order.fee_fen else ""),
                Cell("补贴（元）", yuan_text(order.subsidy_fen) if order.subsidy_fen else ""),
            ),
            line(Cell("备注", masked_text(order.remark))),
            line(Cell("开始时间", "        月      日      时      分"), Cell("结束时间", "      时      分")),
            line(Cell("完成情况", f"{_BOX}已完成    {_BOX}没人在家    {_BOX}取消        原因："), height_mm=14),
            line(Cell("满意度", f"{_SCORES}    （5 最好）")),
            line(Cell("意见"), height_mm=18),
            line(Cell("老人或家属签名", label_mm=34), Cell("服务人员签名", label_mm=30), height_mm=16),
        ),
        note="回来后扫右上角的码录入时间与满意度；原件由本中心留存。",
        code=row.code,
    )

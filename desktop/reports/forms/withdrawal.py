"""撤回同意确认书: what somebody took back, what ended with it, and what the law has kept all the same; to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.core import clock
from desktop.core.acts import LogAction
from desktop.core.consent import ConsentScope
from desktop.core.document import Heading, Report, Section
from desktop.core.i18n import on_paper
from desktop.core.words.consent import CONSENT_SCOPES
from desktop.models.resident import Resident
from desktop.reports.paper.document import date_text
from desktop.reports.paper.page import write_pdf
from desktop.services.centre.centres import centre
from desktop.services.register import listing as residents
from desktop.services.residents.withdrawn import Withdrawn
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting

TITLE = "撤回同意确认书"
_BOXES = ("本人或监护人", "经办人", "单位（盖章）")
_STOPS = {
    ConsentScope.PROCESSING: "不再新登记服务、就餐、日间照料、预约、轮候和入住；未完成的预约和长期约定已取消",
    ConsentScope.SENSITIVE: "慢性病、过敏、饮食禁忌、健康档案号已从档案中清除，不再登记；不再做新的能力评估",
    ConsentScope.DISTRICT: "以后报送区里的数据文件不再写姓名、证件号码、住址、电话和联系人，只计数",
    ConsentScope.CONTACTS: "紧急联系人已停用，不再登记",
    ConsentScope.PHOTO: "照片文件已删除，不再保存照片",
}
_KEPT = (
    ("特殊困难老年人的每月探访和风险记录", "履行法定职责所必需（个人信息保护法第十三条第三项）"),
    ("收费、预存、补贴和合同", "会计档案和合同履行所必需（第十三条第二项、第三项）"),
    ("在册、离册和身份登记", "履行法定职责所必需"),
    ("撤回以前的服务、就餐、评估记录和已结月份的报表", "撤回不影响撤回前处理的效力（第十五条）；归档文件不得改动"),
    ("操作日志中的修改记录", "除存储和安全保护外不再使用（第四十七条）"),
)
NOTE = "以前制作的备份、已报送的文件和已打印的纸质材料不受本次撤回影响。可以随时重新表示同意。"


def write_paper(actor: Actor, resident_id: int, rows: Sequence[Withdrawn], path: Path) -> tuple[str, ...]:
    """Write what was taken back as a PDF, and note that it was printed; characters that no font has."""
    with noting(actor) as unit:
        row = unit.living(Resident, resident_id)
        unit.note(row, LogAction.PRINT)
    shown = residents.rows([resident_id])[0]
    return write_pdf(report_of(shown.name, shown.id_masked, rows), path, clock.today()).missing


def report_of(name: str, id_masked: str, rows: Sequence[Withdrawn]) -> Report:
    """The paper of what one person took back on one day, the ID number masked."""
    first = rows[0]
    facts = (
        ("姓名", name),
        ("证件号码", id_masked or "—"),
        ("提出人", first.asked_by),
        ("撤回日期", date_text(first.withdrawn_on)),
        ("备注", first.remark or "—"),
    )
    chosen = [scope for scope in ConsentScope if any(one.scope == scope for one in rows)]
    with on_paper():
        stopped = tuple((CONSENT_SCOPES[scope], _STOPS[scope]) for scope in chosen)
    sections = (
        Section("撤回事项", (Heading("项目"), Heading("内容")), facts),
        Section("撤回的同意和自撤回起停止的处理", (Heading("同意事项"), Heading("停止的处理")), stopped),
        Section("依法继续保留或处理的内容", (Heading("内容"), Heading("依据")), _KEPT),
    )
    day = first.withdrawn_on.isoformat()
    return Report(TITLE, centre().name, day, sections, number=first.paper_no, boxes=_BOXES, note=NOTE)

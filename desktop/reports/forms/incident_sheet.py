"""个人信息安全事件情况表: what was on a lost computer or stick, by count and kind."""

from __future__ import annotations

from desktop.core.document import Heading, Report, Section
from desktop.core.i18n import on_paper
from desktop.core.words.privacy import LOST_THINGS, PERSONAL_KINDS
from desktop.core.words.records import record_word
from desktop.services.centre.centres import centre
from desktop.services.privacy.incident import IncidentSheet

TITLE = "个人信息安全事件情况表"
NOTE = (
    "依据《个人信息保护法》第五十七条：应立即采取补救措施，并通知区民政部门和有关老人（或家属）。"
    "本表只有数量，没有姓名。建议：更换电脑后由主任重设全部密码、作废丢失的卡和标签、记录通知了谁和什么时间。"
)
_BOXES = ("填表人", "主任", "单位（盖章）")


def report_of(sheet: IncidentSheet) -> Report:
    """The sheet as a form to sign."""
    facts = (
        ("丢失的是", LOST_THINGS[sheet.lost]),
        ("截至", sheet.as_of[:16]),
        ("经过", sheet.words),
        ("填表", f"{sheet.made_by}　{sheet.made_at[:16]}"),
        ("涉及老人", f"{sheet.people} 人"),
        ("可登录账号", f"{sheet.accounts} 个（只有密码的校验值，没有密码）"),
    )
    kinds = tuple((PERSONAL_KINDS[kind], count) for kind, count in sheet.kinds.items())
    with on_paper():
        records = tuple((record_word(table), count) for table, count in sheet.records.items())
    people, rows = (Heading("种类"), Heading("人数", "right")), (Heading("记录"), Heading("条数", "right"))
    sections = (
        Section("情况", (Heading("项目"), Heading("内容")), facts),
        Section("涉及的个人信息（人数）", people, kinds),
        Section("涉及的记录（条数）", rows, records),
    )
    return Report(TITLE, centre().name, sheet.made_at[:10], sections, boxes=_BOXES, note=NOTE)

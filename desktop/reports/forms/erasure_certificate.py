"""个人信息删除证明: that a person's data were deleted, what stayed and why, and what the deletion does not reach."""

from __future__ import annotations

from desktop.core.document import Heading, Report, Section
from desktop.core.i18n import on_paper
from desktop.core.words.records import record_word
from desktop.core.words.terms import REGISTER_STATES
from desktop.services.centre.centres import centre
from desktop.services.privacy.erasing import Certificate

TITLE = "个人信息删除证明"
_BOXES = ("主任（签字）", "见证人", "单位（盖章）")
_KEPT = (
    ("计数用的内容（性别、出生日期、社区、类别、等级、日期、餐别、金额等），不带姓名", "统计数字须与已上报的一致"),
    ("预存、收费、补贴流水及其备注", "会计档案按规定期限保存"),
    ("已结月份的报表（纸质和存档版本），其中可能有姓名", "归档文件，内容不得改动"),
    ("操作日志中“谁、何时、改了哪条记录”及校验值，内容已抹去", "证明日志完整、未被改动"),
    ("在本中心工作或做志愿者的登记（如有）", "属于人员档案"),
)
_UNREACHED = (
    ("删除以前制作的备份（本机、U 盘、第二存放处）", "按备份保留规则到期覆盖；请按需销毁旧备份"),
    ("已报送区里的文件及区里的副本", "由区民政部门处理"),
    ("已打印的纸质材料、已交给本人的副本", "由持有人保管"),
    ("本机未保存的草稿、固态硬盘上的残留", "程序不保证抹除"),
)
NOTE = "本证明不写姓名，以档案编号识别。恢复删除以前的备份会使这些信息重新出现，恢复后须再次删除。"


def report_of(one: Certificate) -> Report:
    """The certificate as a form to sign."""
    facts = (
        ("档案编号", one.uid),
        ("离册", f"{REGISTER_STATES.get(one.state, one.state)}　{one.left_on}"),
        ("保存期限至", one.kept_until or "—"),
        ("删除依据", one.basis),
        ("删除时间", one.erased_at[:16]),
        ("经办", one.erased_by),
        ("抹去的日志内容", f"{one.writes} 条"),
        ("删去的照片和扫描件", f"{one.files} 个"),
        ("删除前后的日志位置", one.head),
    )
    with on_paper():
        rows = tuple((record_word(table), count) for table, count in one.rows.items())
    sections = (
        Section("删除事项", (Heading("项目"), Heading("内容")), facts),
        Section("抹去内容的记录", (Heading("记录"), Heading("条数", "right")), rows),
        Section("保留的内容及原因", (Heading("内容"), Heading("原因")), _KEPT),
        Section("本次删除未能触及", (Heading("内容"), Heading("处理")), _UNREACHED),
    )
    return Report(TITLE, centre().name, one.erased_at[:10], sections, number=one.number, boxes=_BOXES, note=NOTE)

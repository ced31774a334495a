"""Which topic of the manual a place of the window belongs to: by the module that it is made in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from desktop.core.manual import Topic

_BEDS, _CANTEEN, _SERVICES, _CARD = "床位", "就餐扫码", "十助服务", "看档案、改档案"
_PEOPLE = "人员：岗位、证件、账号"
_FIRST, _MONTH_END, _BOARD = "第一次使用", "月底：核对和月报", "探访：待访看板"
_ROOMS = ("pages.", "district")
# Of a question or a message that any room may ask.
ANY = Topic("常见提示语与办法")
# The longest beginning of a module's name holds; every room and every box without a room has one.
TOPICS: Mapping[str, Topic] = {
    "district": Topic("区里的窗口"),
    "entrance": Topic("打开时说“数据打不开”"),
    "entrance.first_run": Topic(_FIRST),
    "entrance.sign_in": Topic(_FIRST, "自己的密码、锁屏、换人"),
    "frame.lock_dialog": Topic(_FIRST, "自己的密码、锁屏、换人"),
    "dialogs.keys": Topic("键盘一览"),
    "dialogs.key_dialog": Topic("加密本机数据"),
    "pages.label": Topic("打印标签与卡"),
    "pages.measure_box": Topic("打印标签与卡"),
    "pages.explained_view": Topic(_MONTH_END),
    "pages.home": Topic("开机检查"),
    "pages.home.first_steps": Topic(_FIRST, "开始使用。"),
    "pages.residents": Topic("登记一位老人"),
    "pages.residents.card": Topic(_CARD),
    "pages.residents.consent": Topic(_CARD, "知情同意书"),
    "pages.residents.assessment": Topic(_CARD, "能力评估（GB/T 42195）"),
    "pages.residents.grades": Topic(_CARD, "能力等级"),
    "pages.residents.photo": Topic(_CARD, "照片"),
    "pages.residents.duplicates_view": Topic("查重：同一个人有两份档案"),
    "pages.residents.columns_dialog": Topic("名册：要看的列、要交的表"),
    "pages.residents.register_lists": Topic("名册：要看的列、要交的表"),
    "pages.residents.as_of": Topic("名册：要看的列、要交的表"),
    "pages.visits": Topic(_BOARD),
    "pages.visits.form": Topic("登记一次探访"),
    "pages.visits.records": Topic("登记一次探访"),
    "pages.visits.phone": Topic("电话探访"),
    "pages.visits.paper": Topic("路线单：出门带的纸，回来录入"),
    "pages.visits.roster": Topic("月初：应访名单"),
    "pages.visits.risk": Topic("风险与转介"),
    "pages.visits.quality_page": Topic("质量：记录经不经得起看"),
    "pages.visits.trend": Topic("月中：走势"),
    "pages.help_services": Topic(_SERVICES),
    "pages.help_services.urgent": Topic(_SERVICES, "助急"),
    "pages.help_services.packages": Topic(_SERVICES, "服务包与预算"),
    "pages.help_services.sheet": Topic(_SERVICES, "批量登记"),
    "pages.help_services.standing": Topic(_SERVICES, "定期服务"),
    "pages.help_services.agreement": Topic(_SERVICES, "定期服务"),
    "pages.help_services.board": Topic(_SERVICES, "看板"),
    "pages.help_services.paper": Topic(_SERVICES, "服务日程单"),
    "pages.help_services.attendance": Topic(_SERVICES, "下午的活动（助乐、助学等）"),
    "pages.canteen": Topic(_CANTEEN),
    "pages.canteen.balance": Topic(_CANTEEN, "预存"),
    "pages.canteen.sheet": Topic(_CANTEEN, "月矩阵和日登记表"),
    "pages.canteen.settling": Topic(_CANTEEN, "结算"),
    "pages.canteen.deliver": Topic(_CANTEEN, "送餐"),
    "pages.canteen.food": Topic(_CANTEEN, "食品台账"),
    "pages.canteen.food.trace": Topic(_CANTEEN, "批次追溯"),
    "pages.canteen.rating": Topic(_CANTEEN, "评价"),
    "pages.beds": Topic(_BEDS),
    "pages.beds.contract": Topic(_BEDS, "入住协议"),
    "pages.beds.lacking_view": Topic(_BEDS, "协议待办"),
    "pages.beds.day_care": Topic(_BEDS, "日托"),
    "pages.beds.home_bed": Topic(_BEDS, "家庭照护床位"),
    "pages.beds.waiting": Topic(_BEDS, "轮候"),
    "pages.beds.fee": Topic(_BEDS, "住养收费"),
    "pages.reports": Topic(_MONTH_END),
    "pages.reports.trends_view": Topic(_MONTH_END, "走势与对比"),
    "pages.reports.versions": Topic("月结（主任）", "各版报表"),
    "pages.closing": Topic("上报文件"),
    "pages.closing.close": Topic("月结（主任）"),
    "pages.closing.months": Topic("月结（主任）"),
    "pages.closing.quality_view": Topic(_MONTH_END),
    "pages.closing.correction": Topic("月结（主任）"),
    "pages.closing.drift": Topic("月结（主任）"),
    "pages.importing": Topic("导入 Excel"),
    "pages.importing.columns": Topic("导入 Excel", "2 对列"),
    "pages.importing.check": Topic("导入 Excel", "3 核对"),
    "pages.system": Topic(_FIRST),
    "pages.system.rights": Topic(_FIRST, "系统 → 岗位权限"),
    "pages.system.practice": Topic(_FIRST, "演示中心：先练手。"),
    "pages.system.lists": Topic("名单：社区、工作人员、付费方、供应商"),
    "pages.system.people": Topic(_PEOPLE),
    "pages.system.person": Topic(_PEOPLE),
    "pages.system.training": Topic(_PEOPLE, "培训"),
    "pages.system.timebank": Topic(_PEOPLE, "时间银行"),
    "pages.system.own_forms": Topic(_MONTH_END, "自有表格"),
    "pages.system.layouts": Topic(_MONTH_END, "报表版式"),
    "pages.system.label_sheets": Topic("打印标签与卡"),
    "pages.system.backups": Topic("备份与恢复"),
    "pages.system.encryption": Topic("加密本机数据"),
    "pages.system.district": Topic("上报文件"),
    "pages.system.health": Topic("备份与恢复"),
    "pages.system.rule": Topic("口径说明"),
    "pages.system.price": Topic("餐价与补贴"),
    "pages.system.offer": Topic("十助与价目"),
    "pages.system.plan": Topic("指标和填报数"),
    "pages.system.privacy": Topic("不开窗口的命令", "个人信息"),
    "pages.system.imports": Topic("撤销一次导入"),
    "pages.system.stations": Topic("两台电脑：第二个工位"),
}


@runtime_checkable
class HasOpenPart(Protocol):
    """A room with parts of its own: which of them one sees."""

    def open_part(self) -> QWidget:
        """The part, or the room itself."""


def topic_near(place: QWidget) -> Topic:
    """The topic of a widget: of itself, the parts around it, and the part of a room that is open."""
    found: list[str] = []
    for part in _around(place):
        names = _names(part)
        if names and not names[-1].startswith(_ROOMS):
            # A box that no room owns speaks for itself.
            return TOPICS[names[-1]]
        found += names
    return TOPICS[max(found, key=len)] if found else ANY


def _around(place: QWidget) -> Iterator[QWidget]:
    part: QWidget | None = place
    while part is not None:
        yield part
        if isinstance(part, HasOpenPart):
            yield part.open_part()
        part = part.parentWidget()


def _names(part: QWidget) -> list[str]:
    """What of the table the part's module begins with, the longest last."""
    module = type(part).__module__.removeprefix("desktop.ui.")
    return sorted((name for name in TOPICS if module.startswith(name)), key=len)

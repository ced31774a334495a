"""Which figure a number of a table is, by the first cells of its line and the head of its column."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.core.answers import ReportKind
from desktop.core.document import Section
from desktop.core.words.beds import BED_CLASSES
from desktop.core.words.counts import SOURCES
from desktop.core.words.terms import BED_MODES, FLAGS, GRADES, MEAL_MODES, MEALS, VISIT_METHODS
from desktop.reports.months.beds import CLASSES
from desktop.reports.months.opens_lines import MONTH, Line, Named, known, raw
from desktop.reports.months.opens_services import SERVICE_TABLES
from desktop.reports.words import BAND_WORDS, TOTAL
from desktop.services.figures.bed_classes import UNCLASSED, UNGRADED
from desktop.services.figures.narrowed import narrow

_STANDING = {
    "应访": "visits.required",
    "免访": "visits.excused",
    "实访": "visits.visited",
    "未访": "visits.unvisited",
    "月探访率（%）": "visits.visit_rate",
}
_EATEN = {
    "就餐次数": "canteen.times",
    "餐费（元）": "canteen.price",
    "补贴（元）": "canteen.subsidy",
    "实付（元）": "canteen.paid",
}
_OF_GRADE = {
    "入住记录（条）": ("beds.stays_by_grade", "beds.stays"),
    "占用床日": ("beds.bed_days_by_grade", "beds.occupied_bed_days"),
    "运营补贴（元）": ("beds.subsidy_by_grade", "beds.operating_subsidy"),
}
_OF_CLASS = {
    "月末床位": ("beds", "beds.beds"),
    "护理型床位": ("nursing_beds", "beds.nursing_beds"),
    "占用床日": ("occupied_bed_days", "beds.occupied_bed_days"),
    "请假床日": ("leave_bed_days", "beds.leave_bed_days"),
}
_SHARES = {SOURCES["beds.nursing"]: "beds.nursing_share", SOURCES["beds.inclusive"]: "beds.inclusive_share"}
_OF_STAY = {
    "占用天数": "beds.occupied_bed_days",
    "请假天数": "beds.leave_bed_days",
    "运营补贴（元）": "beds.operating_subsidy",
}
_APPLIED_BY_GRADE = {
    "人数": ("beds.people_by_grade", "beds.people"),
    "计补床日": ("beds.bed_days_by_grade", "beds.occupied_bed_days"),
    "申请金额（元）": ("beds.subsidy_by_grade", "beds.operating_subsidy"),
}
_APPLIED = {
    "计补天数": "beds.occupied_bed_days",
    "请假天数": "beds.leave_bed_days",
    "申请金额（元）": "beds.operating_subsidy",
}
_OF_PLACES = {
    "月末数": "places",
    "月末在用": "taken_end",
    "可用天数": "available_days",
    "占用天数": "taken_days",
    "请假天数": "away_days",
    "人数": "persons",
}
_OF_DAY_CARE = {
    "日托位（月末）": "beds.day_care.places",
    "出勤人数": "beds.day_care.persons",
    "出勤人天": "beds.day_care.attendance_days",
    "时长（分钟）": "beds.day_care.minutes",
    "未签退（次）": "beds.day_care.unsigned",
}
_AT_HOME = {
    "月末在签": "beds.home_beds.in_force_end",
    "本月新签": "beds.home_beds.signed",
    "本月结束": "beds.home_beds.ended",
    "计划次数": "beds.home_beds.planned",
    "完成次数": "beds.home_beds.done",
    "计划完成率（%）": "beds.home_beds.rate",
    "复评（次）": "beds.home_beds.reviews",
}
_RISKS = {
    "合计": {},
    "已办结": {"办结": "已办结"},
    "未办结": {"办结": "未办结"},
    "未办结：已超期": {"办结": "未办结", "超期": "是"},
}
# The tables of the summary name each number in the cell before it; a room says its name in the first of its lines.
_SUMMARY = {
    ("月探访", "应访（人）"): "visits.required",
    ("月探访", "实访（人）"): "visits.visited",
    ("月探访", "月探访率（%）"): "visits.visit_rate",
    ("月探访", "免访（人）"): "visits.excused",
    ("月探访", "未访（人）"): "visits.unvisited",
    ("月探访", "未销风险（项）"): "visits.risks_open",
    ("十助服务", "服务人次"): "services.times",
    ("十助服务", "服务人数"): "services.persons",
    ("十助服务", "服务时长（小时）"): "services.minutes",
    ("十助服务", "食堂助餐（人次）"): "services.canteen_meals",
    ("十助服务", "收费（元）"): "services.fee",
    ("十助服务", "补贴（元）"): "services.subsidy",
    ("幸福食堂", "就餐人次"): "canteen.times",
    ("幸福食堂", "就餐人数"): "canteen.persons",
    ("幸福食堂", "临时就餐（人次）"): "canteen.guests",
    ("幸福食堂", "餐费（元）"): "canteen.price",
    ("幸福食堂", "补贴（元）"): "canteen.subsidy",
    ("幸福食堂", "实付（元）"): "canteen.paid",
    ("床位", "床位（张）"): "beds.beds",
    ("床位", "月末在住（人）"): "beds.occupied_end",
    ("床位", "入住率（%）"): "beds.occupancy",
    ("床位", "护理型占比（%）"): "beds.nursing_share",
    ("床位", "占用床日"): "beds.occupied_bed_days",
    ("床位", "运营补贴（元）"): "beds.operating_subsidy",
    ("在册老年人", "月末在册（人）"): "people.on_register_end",
    ("在册老年人", "本月新增"): "people.added",
    ("在册老年人", "本月停止"): "people.stopped",
    ("在册老年人", "80岁及以上（人）"): "people.by_flag.高龄",
    ("在册老年人", "65岁以上建档率（%）"): "people.health_record_65",
    ("在册老年人", "证件待核（人）"): "people.to_verify",
}
_COMPLAINTS = {"本月收到（件）": "canteen.complaints.received", "本月答复（件）": "canteen.complaints.answered"}
_BALANCES = {
    "月初余额": "canteen.balances.opening",
    "充值": "canteen.balances.top_up",
    "扣款": "canteen.balances.deducted",
    "退款": "canteen.balances.refunded",
    "冲正": "canteen.balances.countered",
    "月末余额": "canteen.balances.closing",
    "有余额人数": "canteen.balances.persons",
}
_FEES = {
    "月初余额": "beds.fees.opening",
    "计费": "beds.fees.charged",
    "收退": "beds.fees.paid",
    "月末欠费": "beds.fees.owed",
    "月末预交": "beds.fees.paid_ahead",
    "月末押金": "beds.fees.deposits",
    "计费人数": "beds.fees.persons_charged",
    "欠费人数": "beds.fees.persons_owing",
}
_FOOD = {"供餐天数": "canteen.food.days", "台账齐全天数": "canteen.food.complete"}
_BANDS = {word: band for band, word in BAND_WORDS.items()}


_CARERS_PAID = {"享受人数": "rolls.carer_allowance.persons", "金额（元）": "rolls.carer_allowance.amount"}
_RECEIVED = {
    "上月末享受": "rolls.before",
    "本月新增": "rolls.started",
    "本月停止": "rolls.stopped",
    "本月调整": "rolls.changed",
    "月末享受": "rolls.after",
}


def _by_first(figures: Mapping[str, str], condition: str) -> Named:
    """Tables with a line for each community or category."""

    def named(line: Line, head: str) -> str:
        figure = figures.get(head, "")
        if not figure or line.total:
            return figure
        return narrow(figure, **{condition: raw(line.first())})

    return named


def _by_method(line: Line, head: str) -> str:
    if not known(VISIT_METHODS, head):
        return ""
    return f"visits.by_method.{head}" if line.first() == "见到本人（次）" else narrow("visits.visited", 方式=head)


def _by_visitor(line: Line, head: str) -> str:
    who = {"探访人": line.first()}
    method = head.removeprefix("其中：")
    if method != head:
        return narrow("visits.times", **who, 方式=method)
    figures = {
        "见到的应访者（人）": "visits.visited",
        "见到本人（次）": "visits.times",
        "未见到（次）": "visits.attempts_not_reached",
    }
    return narrow(figures[head], **who) if head in figures else ""


def _of_month(line: Line, head: str) -> str:
    return f"{_STANDING[head]}{MONTH}{line.first()}" if head in _STANDING else ""


def _of_visited(line: Line, head: str) -> str:
    return narrow("visits.times", **line.person()) if head == "次数" else ""


def _of_unvisited(line: Line, head: str) -> str:
    return narrow("visits.made", **line.person()) if head == "本月尝试" else ""


def _of_risks(line: Line, head: str) -> str:
    level = {} if line.total else {"等级": line.first()}
    days = head.removeprefix("未办结：")
    if head in _RISKS:
        return (
            "visits.risks_open" if line.total and head == "未办结" else narrow("visits.risks", **level, **_RISKS[head])
        )
    return narrow("visits.risks", **level, 天数=days) if days != head else ""


def _by_kind_of_meal(line: Line, head: str) -> str:
    if line.total:
        return "canteen.times" if head == TOTAL else f"canteen.by_band.{_BANDS[head]}" if head in _BANDS else ""
    figure = _meal(f"{line.cells[0]}/{line.cells[1]}")
    if not figure or head == TOTAL:
        return figure
    return narrow(figure, 年龄段=_BANDS[head]) if head in _BANDS else ""


def _meal(word: str) -> str:
    meal, _, mode = word.partition("/")
    return f"canteen.meals.{word}" if known(MEALS, meal) and known(MEAL_MODES, mode) else ""


def _eaters_by_flag(line: Line, head: str) -> str:
    figure = {"人次": "by_flag", "人数": "persons_by_flag"}.get(head)
    return f"canteen.{figure}.{line.first()}" if figure and known(FLAGS, line.first()) else ""


def _of_ratings(_line: Line, head: str) -> str:
    score = head.removesuffix("分")
    named = {"评价次数": "count", "平均分": "average"}.get(head) or (f"by_score.{score}" if score.isdigit() else "")
    return f"canteen.ratings.{named}" if named else ""


def _by_day(line: Line, head: str) -> str:
    figure = "canteen.times" if head == TOTAL else _meal(head)
    return narrow(figure, **({} if line.total else {"日期": line.first()})) if figure else ""


def _of_eater(line: Line, head: str) -> str:
    return narrow(_EATEN[head], **({} if line.total else line.person())) if head in _EATEN else ""


def _by_grade(figures: Mapping[str, tuple[str, str]]) -> Named:
    """Tables with a line for each grade, and for those without one."""

    def named(line: Line, head: str) -> str:
        if head not in figures or not (line.total or known(GRADES, line.first()) or line.first() == UNGRADED):
            return ""
        by_grade, whole = figures[head]
        return whole if line.total else f"{by_grade}.{line.first()}"

    return named


def _by_class(line: Line, head: str) -> str:
    """Bed-days by class: what a column is of one class, or of all."""
    grade = known(GRADES, head) or head == UNGRADED
    own, whole = (f"bed_days_by_grade.{head}",) * 2 if grade else _OF_CLASS.get(head, ("", ""))
    if not own:
        return ""
    if line.total:
        return f"beds.{whole}" if grade else whole
    classed = known(BED_CLASSES, line.first()) or line.first() == UNCLASSED
    return f"beds.by_class.{line.first()}.{own}" if classed else ""


def _of_share(line: Line, head: str) -> str:
    return _SHARES.get(line.of("分子"), "") if head == "完成（%）" else ""


def _of_applied(line: Line, head: str) -> str:
    return narrow(_APPLIED[head], **({} if line.total else line.person())) if head in _APPLIED else ""


def _of_stay(line: Line, head: str) -> str:
    return narrow(_OF_STAY[head], **({} if line.total else _stay(line))) if head in _OF_STAY else ""


def _of_other_stay(line: Line, head: str) -> str:
    # The totals add up both ways of care, which are figures of their own.
    if line.total or head not in ("占用天数", "请假天数"):
        return ""
    return narrow(f"beds.places.{line.of('服务方式')}.{_OF_PLACES[head]}", **_stay(line))


def _stay(line: Line) -> dict[str, str]:
    return {**line.person(), "入住日期": line.of("入住日期")}


def _of_place(line: Line, head: str) -> str:
    counted = head in _OF_PLACES and known(BED_MODES, line.first())
    return f"beds.places.{line.first()}.{_OF_PLACES[head]}" if counted else ""


def _of_day_care(line: Line, head: str) -> str:
    return narrow(_OF_DAY_CARE[head], **({} if line.total else line.person())) if head in _OF_DAY_CARE else ""


def _at_home(line: Line, head: str) -> str:
    return narrow(_AT_HOME[head], **({} if line.total else line.person())) if head in _AT_HOME else ""


def _by_band(line: Line, head: str) -> str:
    band = {} if line.total else {"年龄段": _BANDS.get(line.first(), "")}
    if head == TOTAL:
        return "people.on_register_end" if line.total else f"people.by_band.{band['年龄段']}"
    return narrow("people.on_register_end", **band, 性别=head) if head in ("男", "女", "未知") else ""


def _by_flag(line: Line, head: str) -> str:
    if not known(FLAGS, line.first()):
        return ""
    figure = f"people.by_flag.{line.first()}"
    return figure if head == TOTAL else narrow(figure, 年龄段=_BANDS[head]) if head in _BANDS else ""


def _each(condition: str) -> Named:
    """A table of one line with a column for each word."""
    return lambda _line, head: narrow("people.on_register_end", **{condition: raw(head)})


def _of_indicator(line: Line, head: str) -> str:
    return f"indicators.{line.of('指标')}" if head == "完成" else ""


def summary_figure(section: Section, at: int, column: int) -> str:
    """A number of the summary: by the word in the cell before it, and the room that its line belongs to."""
    rooms = [str(row[0]) for row in section.rows[: at + 1] if row[0]]
    return _SUMMARY.get((rooms[-1], str(section.rows[at][column - 1])), "") if rooms and column else ""


def _of_carer(line: Line, head: str) -> str:
    return "rolls.carer_allowance.amount" if line.total and head == "护理补助（元）" else ""


def _by_allowance(line: Line, head: str) -> str:
    return f"{_RECEIVED[head]}.{line.first()}" if head in _RECEIVED else ""


TABLES: Mapping[tuple[ReportKind, str], Named] = MappingProxyType(
    {
        (ReportKind.ALLOWANCES, "津贴补贴情况"): _by_allowance,
        (ReportKind.CARERS, "护理补助情况"): lambda _line, head: _CARERS_PAID.get(head, ""),
        (ReportKind.CARERS, "人员名册"): _of_carer,
        (ReportKind.SUBSIDY, "申请汇总"): _by_grade(_APPLIED_BY_GRADE),
        (ReportKind.SUBSIDY, "申请明细"): _of_applied,
        (ReportKind.VISITS, "分社区情况"): _by_first(_STANDING, "社区"),
        (ReportKind.VISITS, "分类别情况"): _by_first(_STANDING, "类别"),
        (ReportKind.VISITS, "探访方式"): _by_method,
        (ReportKind.VISITS, "分探访人情况"): _by_visitor,
        (ReportKind.VISITS, "近12个月月探访率"): _of_month,
        (ReportKind.VISITS, "已探访人员名单"): _of_visited,
        (ReportKind.VISITS, "未探访人员名单"): _of_unvisited,
        (ReportKind.VISITS, "风险办结情况"): _of_risks,
        **{(ReportKind.SERVICES, title): named for title, named in SERVICE_TABLES.items()},
        (ReportKind.CANTEEN, "分餐次、方式和年龄段人次"): _by_kind_of_meal,
        (ReportKind.CANTEEN, "分类别就餐情况"): _eaters_by_flag,
        (ReportKind.CANTEEN, "就餐评价"): _of_ratings,
        (ReportKind.CANTEEN, "投诉与意见"): lambda _line, head: _COMPLAINTS.get(head, ""),
        (ReportKind.CANTEEN, "就餐预存（元）"): lambda _line, head: _BALANCES.get(head, ""),
        (ReportKind.CANTEEN, "食品台账"): lambda _line, head: _FOOD.get(head, ""),
        (ReportKind.CANTEEN, "每日人次"): _by_day,
        (ReportKind.CANTEEN, "就餐人员明细"): _of_eater,
        (ReportKind.BEDS, "运营补贴（按能力等级）"): _by_grade(_OF_GRADE),
        (ReportKind.BEDS, CLASSES): _by_class,
        (ReportKind.BEDS, "床位占比与各方案要求"): _of_share,
        (ReportKind.BEDS, "入住明细"): _of_stay,
        (ReportKind.BEDS, "日托和家庭照护床位"): _of_place,
        (ReportKind.BEDS, "日托和家庭照护明细"): _of_other_stay,
        (ReportKind.BEDS, "日托出勤"): lambda _line, head: _OF_DAY_CARE.get(head, ""),
        (ReportKind.BEDS, "日托出勤明细"): _of_day_care,
        (ReportKind.BEDS, "家庭照护服务"): lambda _line, head: _AT_HOME.get(head, ""),
        (ReportKind.BEDS, "家庭照护服务明细"): _at_home,
        (ReportKind.BEDS, "住养收费（元）"): lambda _line, head: _FEES.get(head, ""),
        (ReportKind.PEOPLE, "年龄与性别情况（人）"): _by_band,
        (ReportKind.PEOPLE, "特殊困难与经济困难类别（人）"): _by_flag,
        (ReportKind.PEOPLE, "分社区情况"): _by_first({"人数": "people.on_register_end"}, "社区"),
        (ReportKind.PEOPLE, "能力等级情况（人）"): _each("能力等级"),
        (ReportKind.PEOPLE, "居住情况（人）"): _each("居住情况"),
        (ReportKind.INDICATORS, "指标完成情况"): _of_indicator,
        (ReportKind.SUMMARY, "指标"): _of_indicator,
    }
)

"""What the figures of a month are called, where a difference of one is told (keys as in ``shizhu figures --json``)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from desktop.core.words import terms
from desktop.core.words.beds import BED_CLASSES
from desktop.core.words.tables import Terms

# Each part of a key by itself; what is no key here (a way of visiting, a band, a flag) is a Chinese word already.
_PARTS = Terms(
    {
        "visits": ("月探访", "visits"),
        "required": ("应访", "required"),
        "late_joiners": ("次月起访", "counted from next month"),
        "visited": ("实访", "visited"),
        "excused": ("免访", "excused"),
        "excused_gone": ("免访（去世、迁出、注销）", "excused (gone)"),
        "excused_confirmed": ("免访（主任确认）", "excused (confirmed)"),
        "unvisited": ("未访", "unvisited"),
        "made": ("探访次数", "visits made"),
        "times": ("人次", "person-times"),
        "risks": ("风险", "risks"),
        "visit_rate": ("探访率", "visit rate"),
        "gross_rate": ("毛探访率", "gross rate"),
        "help_rate": ("探访帮扶率", "help rate"),
        "attempts_not_reached": ("未见到人次", "attempts not reached"),
        "by_method": ("按方式", "by method"),
        "risks_open": ("未销风险", "open risks"),
        "services": ("十助服务", "ten-help services"),
        "person_times": ("人次", "person-times"),
        "persons": ("人数", "persons"),
        "minutes": ("分钟", "minutes"),
        "by_payer": ("按付费方式", "by payer"),
        "fee": ("收费", "fee"),
        "subsidy": ("补贴", "subsidy"),
        "canteen_meals": ("助餐（食堂）", "canteen meals"),
        "canteen": ("幸福食堂", "canteen"),
        "meals": ("用餐", "meals"),
        "guests": ("临时就餐", "guests"),
        "balances": ("就餐预存", "prepaid meals"),
        "opening": ("月初余额", "at the beginning"),
        "top_up": ("充值", "topped up"),
        "deducted": ("扣款", "deducted"),
        "refunded": ("退款", "refunded"),
        "countered": ("冲正", "counter-entries"),
        "closing": ("月末余额", "at the end"),
        "food": ("食品台账", "food ledger"),
        "days": ("供餐天数", "days served"),
        "complete": ("齐全天数", "complete days"),
        "ratings": ("评价", "ratings"),
        "count": ("次数", "count"),
        "waiting": ("下单后等候", "waiting"),
        "orders": ("件数", "orders"),
        "average": ("平均", "average"),
        "by_score": ("按分数", "by score"),
        "complaints": ("投诉与意见", "complaints"),
        "received": ("收到", "received"),
        "answered": ("答复", "answered"),
        "guest_paid": ("临时实付", "paid by guests"),
        "meals_in_all": ("助餐合计", "meals in all"),
        "six_help": ("六助", "six-help"),
        "coverage": ("失能老年人帮扶覆盖", "help for the disabled"),
        "disabled": ("失能老年人", "disabled"),
        "helped": ("已服务", "helped"),
        "unhelped": ("未服务", "not helped"),
        "rate": ("覆盖率", "rate"),
        "by_type": ("按类型", "by type"),
        "longest": ("最长", "longest"),
        "packages": ("服务包", "packages"),
        "budgets": ("预算", "budgets"),
        "budget": ("预算", "budget"),
        "used": ("已用", "used"),
        "left": ("剩余", "left"),
        "over": ("超出", "beyond"),
        "nursing_beds": ("护理型床位", "nursing beds"),
        "in_service_end": ("月末可用床位", "usable at month end"),
        "occupied_end": ("月末在住", "occupied at month end"),
        "stays_by_grade": ("入住按等级", "stays by grade"),
        "people_by_grade": ("人数按等级", "people by grade"),
        "bed_days_by_grade": ("床日按等级", "bed-days by grade"),
        "subsidy_by_grade": ("补贴按等级", "subsidy by grade"),
        "places": ("床位数", "places"),
        "taken_end": ("月末在用", "taken at month end"),
        "available_days": ("可用天数", "available days"),
        "taken_days": ("占用天数", "taken days"),
        "away_days": ("请假天数", "days away"),
        "day_care": ("日托出勤", "day care"),
        "attendance_days": ("出勤人天", "days of attendance"),
        "unsigned": ("未签退", "not signed out"),
        "home_beds": ("家庭照护床位", "care beds at home"),
        "in_force_end": ("月末在签", "in force at month end"),
        "signed": ("新签", "signed"),
        "ended": ("结束", "ended"),
        "planned": ("计划次数", "times planned"),
        "done": ("完成次数", "times done"),
        "reviews": ("复评", "reviews"),
        "to_verify": ("证件待核", "to verify"),
        "health_record_65": ("65岁以上建档率", "health records 65+"),
        "health_record_65_held": ("65岁以上健康档案", "with a health record, 65+"),
        "family_doctor_65": ("65岁以上签约率", "family doctor 65+"),
        "family_doctor_65_held": ("65岁以上家庭医生签约", "with a family doctor, 65+"),
        "by_band": ("按年龄段", "by age band"),
        "price": ("餐费", "price"),
        "paid": ("实付", "paid"),
        "beds": ("床位", "beds"),
        "nursing_share": ("护理型占比", "nursing share"),
        "available_bed_days": ("可用床日", "available bed-days"),
        "occupied_bed_days": ("占用床日", "occupied bed-days"),
        "leave_bed_days": ("请假床日", "leave bed-days"),
        "occupancy": ("入住率", "occupancy"),
        "inclusive_share": ("兜底线和普惠性占比", "basic and inclusive share"),
        "by_class": ("按类别", "by class"),
        "fees": ("住养收费", "fees of stays"),
        "charged": ("计费", "charged"),
        "owed": ("月末欠费", "owed at month end"),
        "paid_ahead": ("月末预交", "paid ahead at month end"),
        "deposits": ("月末押金", "deposits at month end"),
        "persons_charged": ("计费人数", "people charged"),
        "persons_owing": ("欠费人数", "people owing"),
        "operating_subsidy": ("运营补贴", "operating subsidy"),
        "stays": ("入住明细", "stays"),
        "people": ("在册老年人", "people"),
        "on_register_end": ("月末在册", "on register at month end"),
        "added": ("新增", "added"),
        "stopped": ("停止", "stopped"),
        "turning": ("满龄", "turning"),
        "by_flag": ("按类别", "by flag"),
        "indicators": ("指标", "indicators"),
        "summary": ("综合月报", "summary"),
        "allowances": ("津贴变动", "allowances"),
        "kept": ("集中供养名单", "destitute in institutions"),
        "carers": ("护理员名册", "carers' roll"),
        "rolls": ("津贴补贴", "allowances"),
        "before": ("上月末享受", "received before the month"),
        "started": ("新增", "started"),
        "changed": ("调整", "changed"),
        "after": ("月末享受", "received at month end"),
        "carer_allowance": ("护理补助", "carers' allowance"),
        "amount": ("金额", "amount"),
        "value": ("值", "value"),
        "met": ("达标", "met"),
        "rules": ("统计口径", "rules"),
        "report": ("报表明细", "printed lines of"),
    }
)
# Whose words stand in a key.
_TABLES = (
    *(terms.SERVICE_TYPES, terms.VISIT_METHODS, terms.PAYERS, terms.MEALS, terms.MEAL_MODES),
    *(terms.FLAGS, terms.GRADES, terms.SEXES, BED_CLASSES),
)
_NAMES = Terms(
    {
        "beds.beds": ("床位数", "beds"),
        "services.packages.granted": ("服务包核定（分钟）", "packages: minutes granted"),
        "services.packages.used": ("服务包已用（分钟）", "packages: minutes used"),
        "services.packages.left": ("服务包剩余（分钟）", "packages: minutes left"),
        "services.packages.over": ("服务包超出（分钟）", "packages: minutes beyond"),
        "beds.day_care.places": ("日托出勤·日托位", "day care·places"),
        "beds.fees.paid": ("住养收费·收退", "fees of stays·paid"),
        "beds.home_beds.rate": ("家庭照护床位·计划完成率", "care beds at home·share of the plan"),
        "report.beds": ("床位月报明细", "printed lines: beds"),
    }
)


def figure_word(key: str) -> str:
    """``visits.by_method.电话`` in the language in use: 月探访·按方式·电话; conditions of a line stand behind it."""
    return _said(key, _NAMES.shown, {**_words(), **_PARTS.shown})


def figure_word_on_paper(key: str) -> str:
    """The same in Chinese, as on every paper."""
    return _said(key, _NAMES, _PARTS)


def _words() -> dict[str, str]:
    return {word: table.shown[code] for table in _TABLES for code, word in table.items()}


def _said(key: str, names: Mapping[str, str], parts: Mapping[str, str]) -> str:
    figure, _, conditions = key.partition("?")
    words = names.get(figure) or "·".join(parts.get(part, part) for part in figure.split("."))
    if not conditions:
        return words
    said = (unquote(one.replace("=", "：", 1)) for one in conditions.split("&"))
    return f"{words}（{'，'.join(said)}）"

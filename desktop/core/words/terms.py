"""The glossary's fixed words: codes of ``core.trade``, Chinese on screen and paper (handbook section 1).

The Chinese words are data of the trade, the same in every language of the window, as on the printed forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.core.trade import (
    BedKind,
    BedMode,
    BedState,
    BlockState,
    Capability,
    CrisisKind,
    DocumentKind,
    FlagKind,
    HouseholdKind,
    Living,
    Marital,
    MealKind,
    MealMode,
    MonthState,
    Payer,
    Plan,
    ReferralTarget,
    RegisterState,
    RiskLevel,
    RiskTier,
    Role,
    RoundKind,
    ServicePlace,
    ServiceState,
    ServiceType,
    Sex,
    VisitBlock,
    VisitContact,
    VisitMethod,
    VisitOutcome,
)


def _words(pairs: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(pairs))


SEXES = _words({Sex.MALE: "男", Sex.FEMALE: "女", Sex.UNKNOWN: "未知"})
DOCUMENT_KINDS = _words(
    {
        DocumentKind.IDENTITY_CARD: "居民身份证",
        DocumentKind.RESIDENCE_PERMIT: "港澳台居民居住证",
        DocumentKind.OTHER: "其他证件",
        DocumentKind.NONE: "无证件",
    }
)
REGISTER_STATES = _words(
    {
        RegisterState.ON_REGISTER: "在册",
        RegisterState.MOVED_OUT: "迁出",
        RegisterState.DECEASED: "去世",
        RegisterState.CANCELLED: "注销",
    }
)
HOUSEHOLD_KINDS = _words({HouseholdKind.URBAN: "城镇", HouseholdKind.RURAL: "农村"})
MARITAL_STATES = _words(
    {
        Marital.UNMARRIED: "未婚",
        Marital.MARRIED: "已婚",
        Marital.WIDOWED: "丧偶",
        Marital.DIVORCED: "离婚",
        Marital.UNKNOWN: "未说明",
    }
)
LIVING_ARRANGEMENTS = _words(
    {
        Living.ALONE: "独居",
        Living.EMPTY_NEST: "空巢",
        Living.WITH_CHILDREN: "与子女同住",
        Living.LEFT_BEHIND: "留守",
        Living.INSTITUTION: "机构",
        Living.OTHER: "其他",
    }
)
GRADES = _words(
    {
        Capability.INTACT: "能力完好",
        Capability.MILD: "轻度失能",
        Capability.MODERATE: "中度失能",
        Capability.SEVERE: "重度失能",
        Capability.COMPLETE: "完全失能",
    }
)
VISIT_FLAGS = _words(
    {
        FlagKind.LIVING_ALONE: "独居",
        FlagKind.EMPTY_NEST: "空巢",
        FlagKind.LEFT_BEHIND: "留守",
        FlagKind.DISABLED: "失能",
        FlagKind.DEMENTIA: "失智",
        FlagKind.SEVERELY_HANDICAPPED: "重残",
        FlagKind.BEREAVED_FAMILY: "计划生育特殊家庭",
        FlagKind.KINLESS: "孤寡",
        FlagKind.ADVANCED_AGE: "高龄",
    }
)
ECONOMIC_FLAGS = _words(
    {
        FlagKind.DESTITUTE_INSTITUTION: "特困集中供养",
        FlagKind.DESTITUTE_HOME: "特困分散供养",
        FlagKind.MINIMUM_LIVING: "低保",
        FlagKind.MINIMUM_LIVING_MARGIN: "低保边缘",
        FlagKind.ENTITLED_GROUP: "优抚",
    }
)
FLAGS = _words({**VISIT_FLAGS, **ECONOMIC_FLAGS})
SERVICE_TYPES = _words(
    {
        ServiceType.MEALS: "助餐",
        ServiceType.CLEANING: "助洁",
        ServiceType.BATHING: "助浴",
        ServiceType.MEDICAL: "助医",
        ServiceType.EMERGENCY: "助急",
        ServiceType.MOBILITY: "助行",
        ServiceType.SHOPPING: "助购",
        ServiceType.LEARNING: "助学",
        ServiceType.RECREATION: "助乐",
        ServiceType.COMPANIONSHIP: "助聊",
    }
)
SERVICE_STATES = _words(
    {
        ServiceState.REQUESTED: "下单",
        ServiceState.DISPATCHED: "派单",
        ServiceState.DONE: "服务",
        ServiceState.RATED: "回访",
        ServiceState.CANCELLED: "取消",
    }
)
SERVICE_PLACES = _words({ServicePlace.HOME: "上门", ServicePlace.CENTRE: "中心"})
PAYERS = _words({Payer.GOVERNMENT: "政府购买", Payer.SUBSIDY: "补贴", Payer.SELF: "自费", Payer.VOLUNTEER: "志愿"})
MEALS = _words({MealKind.BREAKFAST: "早", MealKind.LUNCH: "午", MealKind.DINNER: "晚"})
MEAL_MODES = _words({MealMode.DINE_IN: "堂食", MealMode.TAKEAWAY: "打包", MealMode.DELIVERED: "送餐"})
AGE_BANDS = ("<60", "60-69", "70-79", "80-89", "90+")
VISIT_METHODS = _words(
    {VisitMethod.HOME: "上门", VisitMethod.PHONE: "电话", VisitMethod.VIDEO: "视频", VisitMethod.REMOTE: "远程"}
)
VISIT_OUTCOMES = _words(
    {
        VisitOutcome.REACHED: "见到本人",
        VisitOutcome.NOT_REACHED: "未接通/不在家",
        VisitOutcome.REFUSED: "拒访",
        VisitOutcome.HOSPITAL: "住院",
        VisitOutcome.AWAY: "外出",
        VisitOutcome.DECEASED: "去世",
        VisitOutcome.MOVED: "迁出",
    }
)
VISIT_BLOCKS = _words(
    {
        VisitBlock.HEALTH: "健康状况",
        VisitBlock.SPIRIT: "精神状态",
        VisitBlock.SAFETY: "安全情况",
        VisitBlock.HYGIENE: "卫生环境",
        VisitBlock.DWELLING: "居住环境",
        VisitBlock.SUPPORT: "赡养与经济",
    }
)
BLOCK_STATES = _words(
    {BlockState.NORMAL: "正常", BlockState.ATTENTION: "需关注", BlockState.RISK: "风险", BlockState.UNCHANGED: "无变化"}
)
RISK_LEVELS = _words({RiskLevel.GENERAL: "一般", RiskLevel.ELEVATED: "较高", RiskLevel.URGENT: "紧急"})
VISIT_CONTACTS = _words({VisitContact.SEEN: "见到本人", VisitContact.SPOKEN: "通话到本人"})
RISK_TIERS = _words({RiskTier.HIGH: "高风险", RiskTier.MEDIUM: "中风险", RiskTier.ORDINARY: "一般"})
CRISIS_KINDS = _words(
    {
        CrisisKind.WIDOWED: "丧偶",
        CrisisKind.DISCHARGED: "出院",
        CrisisKind.FALL: "跌倒",
        CrisisKind.LOST: "走失",
        CrisisKind.BEREAVED: "丧亲",
        CrisisKind.OTHER: "其他",
    }
)
ROUND_KINDS = _words(
    {
        RoundKind.FESTIVAL: "节日慰问",
        RoundKind.COLD_WAVE: "寒潮",
        RoundKind.HEAT: "高温",
        RoundKind.STORM: "暴雨",
        RoundKind.OTHER: "其他",
    }
)
REFERRAL_TARGETS = _words(
    {ReferralTarget.COMMUNITY: "社区", ReferralTarget.HOSPITAL: "医院", ReferralTarget.POLICE: "派出所"}
)
BED_KINDS = _words({BedKind.NURSING: "护理型", BedKind.ORDINARY: "普通型"})
BED_MODES = _words({BedMode.FULL: "全托", BedMode.DAY: "日托", BedMode.HOME: "家庭照护床位"})
BED_STATES = _words(
    {BedState.FREE: "空闲", BedState.OCCUPIED: "在住", BedState.RESERVED: "预留", BedState.OUT_OF_SERVICE: "停用"}
)
MONTH_STATES = _words({MonthState.OPEN: "未月结", MonthState.CLOSED: "已月结", MonthState.CORRECTED: "已更正"})
ROLES = _words(
    {Role.DIRECTOR: "主任", Role.CLERK: "前台", Role.VISITOR: "探访员", Role.WORKER: "服务人员", Role.AUDITOR: "审核"}
)
PLANS = _words(
    {
        Plan.CHENGGONG: "呈贡区“十四五”规划",
        Plan.XISHAN: "西山区“十四五”规划",
        Plan.YUNNAN: "云南省三年行动方案",
        Plan.KUNMING: "昆明市整体解决方案",
        Plan.YIMEN: "易门县“十四五”规划",
    }
)


def age_band(age: int) -> str:
    """The canteen's and the register's age band of an age in full years."""
    for limit, band in ((60, "<60"), (70, "60-69"), (80, "70-79"), (90, "80-89")):
        if age < limit:
            return band
    return "90+"

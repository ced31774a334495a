"""The glossary's fixed words: each code of ``core.trade`` with its Chinese and its English term (handbook section 1).

Paper, workbooks and the files of the command line are Chinese in every language; what a person reads on the screen is
in the language in use (``TABLE.shown``).
"""

from __future__ import annotations

from desktop.core.answers import AllowanceStep, ReportKind, ReportState
from desktop.core.trade import (
    AllowanceKind,
    BedKind,
    BedMode,
    BedState,
    BlockState,
    Capability,
    CertificateKind,
    Combining,
    CorrectionState,
    CorrectionStep,
    CrisisKind,
    DocumentKind,
    FlagKind,
    HouseholdKind,
    Living,
    Marital,
    MealKind,
    MealMode,
    MonthState,
    NamedList,
    Payer,
    Plan,
    PostRole,
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
    StopReason,
    VisitBlock,
    VisitContact,
    VisitMethod,
    VisitOutcome,
)
from desktop.core.words.tables import Terms

SEXES = Terms({Sex.MALE: ("男", "male"), Sex.FEMALE: ("女", "female"), Sex.UNKNOWN: ("未知", "unknown")})
DOCUMENT_KINDS = Terms(
    {
        DocumentKind.IDENTITY_CARD: ("居民身份证", "identity card"),
        DocumentKind.RESIDENCE_PERMIT: ("港澳台居民居住证", "residence permit of Hong Kong, Macao or Taiwan"),
        DocumentKind.OTHER: ("其他证件", "other document"),
        DocumentKind.NONE: ("无证件", "no document"),
    }
)
REGISTER_STATES = Terms(
    {
        RegisterState.ON_REGISTER: ("在册", "on register"),
        RegisterState.MOVED_OUT: ("迁出", "moved out"),
        RegisterState.DECEASED: ("去世", "deceased"),
        RegisterState.CANCELLED: ("注销", "struck off"),
    }
)
HOUSEHOLD_KINDS = Terms({HouseholdKind.URBAN: ("城镇", "urban"), HouseholdKind.RURAL: ("农村", "rural")})
MARITAL_STATES = Terms(
    {
        Marital.UNMARRIED: ("未婚", "unmarried"),
        Marital.MARRIED: ("已婚", "married"),
        Marital.WIDOWED: ("丧偶", "widowed"),
        Marital.DIVORCED: ("离婚", "divorced"),
        Marital.UNKNOWN: ("未说明", "not stated"),
    }
)
LIVING_ARRANGEMENTS = Terms(
    {
        Living.ALONE: ("独居", "alone"),
        Living.EMPTY_NEST: ("空巢", "empty nest"),
        Living.WITH_CHILDREN: ("与子女同住", "with children"),
        Living.LEFT_BEHIND: ("留守", "left behind"),
        Living.INSTITUTION: ("机构", "in an institution"),
        Living.OTHER: ("其他", "other"),
    }
)
GRADES = Terms(
    {
        Capability.INTACT: ("能力完好", "fully able"),
        Capability.MILD: ("轻度失能", "mildly disabled"),
        Capability.MODERATE: ("中度失能", "moderately disabled"),
        Capability.SEVERE: ("重度失能", "severely disabled"),
        Capability.COMPLETE: ("完全失能", "completely disabled"),
    }
)
VISIT_FLAGS = Terms(
    {
        FlagKind.LIVING_ALONE: ("独居", "living alone"),
        FlagKind.EMPTY_NEST: ("空巢", "empty nest"),
        FlagKind.LEFT_BEHIND: ("留守", "left behind"),
        FlagKind.DISABLED: ("失能", "disabled"),
        FlagKind.PARTLY_DISABLED: ("半失能", "partly disabled"),
        FlagKind.DEMENTIA: ("失智", "dementia"),
        FlagKind.SEVERELY_HANDICAPPED: ("重残", "severely handicapped"),
        FlagKind.HANDICAPPED: ("残疾", "disability certificate"),
        FlagKind.BEREAVED_FAMILY: ("计划生育特殊家庭", "bereaved of the only child"),
        FlagKind.KINLESS: ("孤寡", "no kin"),
        FlagKind.ADVANCED_AGE: ("高龄", "advanced age"),
    }
)
ECONOMIC_FLAGS = Terms(
    {
        FlagKind.DESTITUTE_INSTITUTION: ("特困集中供养", "destitute, in an institution"),
        FlagKind.DESTITUTE_HOME: ("特困分散供养", "destitute, at home"),
        FlagKind.MINIMUM_LIVING: ("低保", "minimum living allowance"),
        FlagKind.MINIMUM_LIVING_MARGIN: ("低保边缘", "on the margin of the allowance"),
        FlagKind.ENTITLED_GROUP: ("优抚", "entitled group"),
    }
)
FLAGS = Terms({**VISIT_FLAGS.pairs, **ECONOMIC_FLAGS.pairs})
SERVICE_TYPES = Terms(
    {
        ServiceType.MEALS: ("助餐", "Meals"),
        ServiceType.CLEANING: ("助洁", "Cleaning"),
        ServiceType.BATHING: ("助浴", "Bathing"),
        ServiceType.MEDICAL: ("助医", "Medical help"),
        ServiceType.EMERGENCY: ("助急", "Emergency help"),
        ServiceType.MOBILITY: ("助行", "Getting about"),
        ServiceType.SHOPPING: ("助购", "Shopping"),
        ServiceType.LEARNING: ("助学", "Learning"),
        ServiceType.RECREATION: ("助乐", "Recreation"),
        ServiceType.COMPANIONSHIP: ("助聊", "Company"),
    }
)
SERVICE_STATES = Terms(
    {
        ServiceState.REQUESTED: ("已下单", "ordered"),
        ServiceState.DISPATCHED: ("已派单", "dispatched"),
        ServiceState.DONE: ("已服务", "done"),
        ServiceState.RATED: ("已回访", "rated"),
        ServiceState.CANCELLED: ("已取消", "cancelled"),
    }
)
SERVICE_PLACES = Terms({ServicePlace.HOME: ("上门", "at home"), ServicePlace.CENTRE: ("中心", "at the centre")})
PAYERS = Terms(
    {
        Payer.GOVERNMENT: ("政府购买", "government purchase"),
        Payer.SUBSIDY: ("补贴", "subsidy"),
        Payer.SELF: ("自费", "own money"),
        Payer.VOLUNTEER: ("志愿", "volunteers"),
    }
)
NAMED_LISTS = Terms(
    {
        NamedList.COMMUNITY: ("社区", "communities"),
        NamedList.PERSON: ("人员", "people who work"),
        NamedList.PAYER: ("付费方", "payers"),
        NamedList.SUPPLIER: ("供应商", "suppliers"),
    }
)
MEALS = Terms(
    {MealKind.BREAKFAST: ("早", "breakfast"), MealKind.LUNCH: ("午", "lunch"), MealKind.DINNER: ("晚", "dinner")}
)
MEAL_MODES = Terms(
    {
        MealMode.DINE_IN: ("堂食", "eat in"),
        MealMode.TAKEAWAY: ("打包", "takeaway"),
        MealMode.DELIVERED: ("送餐", "delivered"),
    }
)
COMBININGS = Terms({Combining.HIGHEST: ("取最高", "the highest"), Combining.SUM: ("可叠加", "on top")})
AGE_BANDS = ("<60", "60-69", "70-79", "80-89", "90+")
VISIT_METHODS = Terms(
    {
        VisitMethod.HOME: ("上门", "at home"),
        VisitMethod.PHONE: ("电话", "by phone"),
        VisitMethod.VIDEO: ("视频", "by video"),
        VisitMethod.REMOTE: ("远程", "remote"),
    }
)
VISIT_OUTCOMES = Terms(
    {
        VisitOutcome.REACHED: ("见到本人", "reached in person"),
        VisitOutcome.NOT_REACHED: ("未接通/不在家", "not reached"),
        VisitOutcome.REFUSED: ("拒访", "refused"),
        VisitOutcome.HOSPITAL: ("住院", "in hospital"),
        VisitOutcome.AWAY: ("外出", "away"),
        VisitOutcome.DECEASED: ("去世", "deceased"),
        VisitOutcome.MOVED: ("迁出", "moved out"),
    }
)
VISIT_BLOCKS = Terms(
    {
        VisitBlock.HEALTH: ("健康状况", "Health"),
        VisitBlock.SPIRIT: ("精神状态", "Spirits"),
        VisitBlock.SAFETY: ("安全情况", "Safety"),
        VisitBlock.HYGIENE: ("卫生环境", "Hygiene"),
        VisitBlock.DWELLING: ("居住环境", "Dwelling"),
        VisitBlock.SUPPORT: ("赡养与经济", "Support and means"),
    }
)
BLOCK_STATES = Terms(
    {
        BlockState.NORMAL: ("正常", "fine"),
        BlockState.ATTENTION: ("需关注", "attention"),
        BlockState.RISK: ("风险", "risk"),
        BlockState.UNCHANGED: ("无变化", "unchanged"),
    }
)
RISK_LEVELS = Terms(
    {
        RiskLevel.GENERAL: ("一般", "general"),
        RiskLevel.ELEVATED: ("较高", "elevated"),
        RiskLevel.URGENT: ("紧急", "urgent"),
    }
)
VISIT_CONTACTS = Terms(
    {VisitContact.SEEN: ("见到本人", "seen in person"), VisitContact.SPOKEN: ("通话到本人", "spoken to in person")}
)
RISK_TIERS = Terms(
    {
        RiskTier.HIGH: ("高风险", "high risk"),
        RiskTier.MEDIUM: ("中风险", "medium risk"),
        RiskTier.ORDINARY: ("一般", "ordinary"),
    }
)
CRISIS_KINDS = Terms(
    {
        CrisisKind.WIDOWED: ("丧偶", "widowed"),
        CrisisKind.DISCHARGED: ("出院", "discharged from hospital"),
        CrisisKind.FALL: ("跌倒", "fall"),
        CrisisKind.LOST: ("走失", "lost"),
        CrisisKind.BEREAVED: ("丧亲", "bereaved"),
        CrisisKind.OTHER: ("其他", "other"),
    }
)
ROUND_KINDS = Terms(
    {
        RoundKind.FESTIVAL: ("节日慰问", "festival"),
        RoundKind.COLD_WAVE: ("寒潮", "cold wave"),
        RoundKind.HEAT: ("高温", "heat"),
        RoundKind.STORM: ("暴雨", "storm"),
        RoundKind.OTHER: ("其他", "other"),
    }
)
REFERRAL_TARGETS = Terms(
    {
        ReferralTarget.COMMUNITY: ("社区", "community"),
        ReferralTarget.HOSPITAL: ("医院", "hospital"),
        ReferralTarget.POLICE: ("派出所", "police station"),
    }
)
BED_KINDS = Terms({BedKind.NURSING: ("护理型", "nursing"), BedKind.ORDINARY: ("普通型", "ordinary")})
BED_MODES = Terms(
    {
        BedMode.FULL: ("全托", "full care"),
        BedMode.DAY: ("日托", "day care"),
        BedMode.HOME: ("家庭照护床位", "care bed at home"),
    }
)
BED_STATES = Terms(
    {
        BedState.FREE: ("空闲", "free"),
        BedState.OCCUPIED: ("在住", "occupied"),
        BedState.RESERVED: ("预留", "reserved"),
        BedState.OUT_OF_SERVICE: ("停用", "out of service"),
    }
)
MONTH_STATES = Terms(
    {
        MonthState.OPEN: ("未月结", "not closed"),
        MonthState.CLOSED: ("已月结", "closed"),
        MonthState.CORRECTED: ("已更正", "corrected"),
    }
)
REPORT_STATES = Terms(
    {
        ReportState.DRAFT: ("草稿", "draft"),
        ReportState.PREVIEW: ("预览", "preview"),
        ReportState.CLOSED: ("已结", "closed"),
        ReportState.CORRECTED: ("已更正", "corrected"),
        ReportState.EXPORTED: ("已导出", "exported"),
        ReportState.RECEIVED: ("已接收", "received"),
    }
)
REPORTS = Terms(
    {
        ReportKind.VISITS: ("月探访情况月报", "Monthly visits"),
        ReportKind.SERVICES: ("十助服务月报", "Ten-help services"),
        ReportKind.CANTEEN: ("老年幸福食堂就餐月报", "Canteen meals"),
        ReportKind.BEDS: ("床位使用月报", "Use of beds"),
        ReportKind.PEOPLE: ("在册老年人情况表", "People on register"),
        ReportKind.INDICATORS: ("指标完成情况表", "Indicators"),
        ReportKind.SUMMARY: ("综合月报", "Summary of the month"),
        ReportKind.ALLOWANCES: ("津贴补贴变动表", "Changes of allowances"),
        ReportKind.KEPT: ("集中供养特困人员名单", "People kept by the state"),
        ReportKind.CARERS: ("护理员名册", "Roll of carers"),
        ReportKind.SUBSIDY: ("运营补贴申请表", "Operating subsidy"),
    }
)
CORRECTION_STATES = Terms(
    {
        CorrectionState.OPEN: ("待审批", "to be approved"),
        CorrectionState.APPROVED: ("已批准", "approved"),
        CorrectionState.REJECTED: ("未批准", "rejected"),
        CorrectionState.WITHDRAWN: ("已撤回", "withdrawn"),
    }
)
CORRECTION_STEPS = Terms(
    {
        CorrectionStep.ADD: ("补登", "add"),
        CorrectionStep.CHANGE: ("更改", "change"),
        CorrectionStep.VOID: ("作废", "void"),
        CorrectionStep.REFRESH: ("按现有档案重算", "count anew by today's facts"),
    }
)
ROLES = Terms(
    {
        Role.DIRECTOR: ("主任", "director"),
        Role.CLERK: ("前台", "front desk"),
        Role.VISITOR: ("探访员", "visitor"),
        Role.WORKER: ("服务人员", "service worker"),
        Role.AUDITOR: ("审核", "auditor"),
    }
)
POST_ROLES = Terms(
    {
        PostRole.MANAGER: ("管理", "management"),
        PostRole.CARER: ("护理员", "carer"),
        PostRole.SOCIAL_WORKER: ("社工", "social worker"),
        PostRole.COOK: ("厨师", "cook"),
        PostRole.VISITOR: ("探访员", "visitor"),
        PostRole.VOLUNTEER: ("志愿者", "volunteer"),
        PostRole.OTHER: ("其他", "other"),
    }
)
CERTIFICATE_KINDS = Terms(
    {
        CertificateKind.CARER: ("护理员证", "carer's certificate"),
        CertificateKind.HEALTH: ("健康证", "health certificate"),
        CertificateKind.SOCIAL_WORK: ("社工证", "social worker's certificate"),
        CertificateKind.FIRE: ("消防证", "fire safety certificate"),
        CertificateKind.FOOD_SAFETY: ("食品安全管理员证", "food safety certificate"),
        CertificateKind.NURSE: ("护士执业证", "nurse's licence"),
        CertificateKind.FIRST_AID: ("急救证", "first aid certificate"),
        CertificateKind.OTHER: ("其他证件", "other certificate"),
    }
)
ALLOWANCES = Terms(
    {
        AllowanceKind.AGE: ("高龄津贴", "old-age allowance"),
        AllowanceKind.CARE: ("护理补贴", "care allowance"),
        AllowanceKind.SERVICE: ("养老服务补贴", "service allowance"),
    }
)
ALLOWANCE_STEPS = Terms(
    {
        AllowanceStep.STARTED: ("享受（新增或调整档次）", "received"),
        AllowanceStep.STOPPED: ("停止", "stopped"),
    }
)
STOP_REASONS = Terms(
    {
        StopReason.DECEASED: ("去世", "deceased"),
        StopReason.MOVED_OUT: ("户籍迁出", "registration moved away"),
        StopReason.DISQUALIFIED: ("资格取消", "no longer entitled"),
        StopReason.NOT_CERTIFIED: ("未通过认证", "not certified"),
        StopReason.OTHER: ("其他", "other"),
    }
)
PLANS = Terms(
    {
        Plan.CHENGGONG: ("呈贡区“十四五”规划", "Chenggong District, 14th five-year plan"),
        Plan.XISHAN: ("西山区“十四五”规划", "Xishan District, 14th five-year plan"),
        Plan.YUNNAN: ("云南省三年行动方案", "Yunnan Province, three-year plan of action"),
        Plan.KUNMING: ("昆明市整体解决方案", "Kunming City, overall solution"),
        Plan.YIMEN: ("易门县“十四五”规划", "Yimen County, 14th five-year plan"),
    }
)


def age_band(age: int) -> str:
    """The canteen's and the register's age band of an age in full years."""
    for limit, band in ((60, "<60"), (70, "60-69"), (80, "70-79"), (90, "80-89")):
        if age < limit:
            return band
    return "90+"

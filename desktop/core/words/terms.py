"""The glossary's fixed words: codes in the database, Chinese on screen and paper (handbook section 1).

The Chinese words are data of the trade, the same in every language of the window, as on the printed forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _words(**pairs: str) -> Mapping[str, str]:
    return MappingProxyType(pairs)


SEXES = _words(male="男", female="女", unknown="未知")
DOCUMENT_KINDS = _words(
    identity_card="居民身份证", residence_permit="港澳台居民居住证", other="其他证件", none="无证件"
)
REGISTER_STATES = _words(on_register="在册", moved_out="迁出", deceased="去世", cancelled="注销")
HOUSEHOLD_KINDS = _words(urban="城镇", rural="农村")
MARITAL_STATES = _words(unmarried="未婚", married="已婚", widowed="丧偶", divorced="离婚", unknown="未说明")
LIVING_ARRANGEMENTS = _words(
    alone="独居", empty_nest="空巢", with_children="与子女同住", left_behind="留守", institution="机构", other="其他"
)
GRADES = _words(intact="能力完好", mild="轻度失能", moderate="中度失能", severe="重度失能", complete="完全失能")
VISIT_FLAGS = _words(
    living_alone="独居",
    empty_nest="空巢",
    left_behind="留守",
    disabled="失能",
    dementia="失智",
    severely_handicapped="重残",
    bereaved_family="计划生育特殊家庭",
    kinless="孤寡",
    advanced_age="高龄",
)
ECONOMIC_FLAGS = _words(
    destitute_institution="特困集中供养",
    destitute_home="特困分散供养",
    minimum_living="低保",
    minimum_living_margin="低保边缘",
    entitled_group="优抚",
)
FLAGS = _words(**VISIT_FLAGS, **ECONOMIC_FLAGS)
SERVICE_TYPES = _words(
    meals="助餐",
    cleaning="助洁",
    bathing="助浴",
    medical="助医",
    emergency="助急",
    mobility="助行",
    shopping="助购",
    learning="助学",
    recreation="助乐",
    companionship="助聊",
)
SERVICE_STATES = _words(requested="下单", dispatched="派单", done="服务", rated="回访", cancelled="取消")
SERVICE_PLACES = _words(home="上门", centre="中心")
PAYERS = _words(government="政府购买", subsidy="补贴", self="自费", volunteer="志愿")
MEALS = _words(breakfast="早", lunch="午", dinner="晚")
MEAL_MODES = _words(dine_in="堂食", takeaway="打包", delivered="送餐")
AGE_BANDS = ("<60", "60-69", "70-79", "80-89", "90+")
VISIT_METHODS = _words(home="上门", phone="电话", video="视频", remote="远程")
VISIT_OUTCOMES = _words(
    reached="见到本人",
    not_reached="未接通/不在家",
    refused="拒访",
    hospital="住院",
    away="外出",
    deceased="去世",
    moved="迁出",
)
VISIT_BLOCKS = _words(
    health="健康状况",
    spirit="精神状态",
    safety="安全情况",
    hygiene="卫生环境",
    dwelling="居住环境",
    support="赡养与经济",
)
BLOCK_STATES = _words(normal="正常", attention="需关注", risk="风险", unchanged="无变化")
RISK_LEVELS = _words(general="一般", elevated="较高", urgent="紧急")
VISIT_CONTACTS = _words(seen="见到本人", spoken="通话到本人")
RISK_TIERS = _words(high="高风险", medium="中风险", ordinary="一般")
CRISIS_KINDS = _words(widowed="丧偶", discharged="出院", fall="跌倒", lost="走失", bereaved="丧亲", other="其他")
ROUND_KINDS = _words(festival="节日慰问", cold_wave="寒潮", heat="高温", storm="暴雨", other="其他")
REFERRAL_TARGETS = _words(community="社区", hospital="医院", police="派出所")
BED_KINDS = _words(nursing="护理型", ordinary="普通型")
BED_MODES = _words(full="全托", day="日托", home="家庭照护床位")
BED_STATES = _words(free="空闲", occupied="在住", reserved="预留", out_of_service="停用")
MONTH_STATES = _words(open="未月结", closed="已月结", corrected="已更正")
ROLES = _words(director="主任", clerk="前台", visitor="探访员", worker="服务人员", auditor="审核")
PLANS = _words(
    chenggong="呈贡区“十四五”规划",
    xishan="西山区“十四五”规划",
    yunnan="云南省三年行动方案",
    kunming="昆明市整体解决方案",
    yimen="易门县“十四五”规划",
)


def age_band(age: int) -> str:
    """The canteen's and the register's age band of an age in full years."""
    for limit, band in ((60, "<60"), (70, "60-69"), (80, "70-79"), (90, "80-89")):
        if age < limit:
            return band
    return "90+"

"""What the acts of a correction (更正单) say, on its sheet and in the window."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.words.food import ALLERGENS, COMPLAINTS_ABOUT, SHEETS_OF
from desktop.core.words.staying import LEAVE_KINDS, STAY_TERMS
from desktop.core.words.tables import Terms
from desktop.core.words.terms import (
    BLOCK_STATES,
    MEAL_MODES,
    MEALS,
    PAYERS,
    SERVICE_PLACES,
    SERVICE_STATES,
    SERVICE_TYPES,
    VISIT_BLOCKS,
    VISIT_CONTACTS,
    VISIT_METHODS,
    VISIT_OUTCOMES,
)

# What the list of acts calls a record, by the kind of the act.
STAGED_RECORDS = Terms(
    {
        "visit": ("探访记录", "visit"),
        "service": ("十助服务", "service"),
        "meal": ("用餐", "meal"),
        "stay": ("入住", "stay"),
        "leave": ("请假", "leave"),
        "day_care": ("日托出勤", "day care"),
        "risk": ("风险", "risk"),
        "excusal": ("免访", "excuse"),
        "purchase": ("食材采购", "purchase of food"),
        "dish": ("菜品", "dish"),
        "batch": ("菜品用的批次", "batch of a dish"),
        "sample": ("留样", "food sample"),
        "sheet": ("厨房台账", "kitchen's sheet"),
        "complaint": ("投诉意见", "complaint"),
    }
)
_FIELDS = Terms(
    {
        "visited_on": ("探访日期", "date"),
        "visited_at": ("时间", "time"),
        "method": ("方式", "method"),
        "visitors": ("探访人", "visitors"),
        "outcome": ("结果", "outcome"),
        "contact": ("见面方式", "contact"),
        "blocks": ("六项", "six blocks"),
        "words": ("说明", "in words"),
        "needs": ("服务需求", "needs"),
        "remark": ("备注", "remark"),
        "type": ("服务类型", "type"),
        "state": ("状态", "state"),
        "place": ("地点", "place"),
        "service_on": ("服务日期", "date"),
        "started": ("开始", "started"),
        "ended": ("结束", "ended"),
        "worker": ("服务人员", "worker"),
        "content": ("内容", "content"),
        "payer": ("付费方式", "payer"),
        "fee": ("收费", "fee"),
        "subsidy": ("补贴", "subsidy"),
        "satisfaction": ("满意度", "satisfaction"),
        "eaten_on": ("日期", "date"),
        "eaten_at": ("时间", "time"),
        "meal": ("餐次", "meal"),
        "mode": ("就餐方式", "mode"),
        "guest": ("临时就餐", "guest"),
        "rating": ("评价", "rating"),
        "from_on": ("入住日期", "from"),
        "to_on": ("离院日期", "to"),
        "end_reason": ("离院原因", "why it ended"),
        "leave_from": ("请假首日", "first day away"),
        "leave_to": ("请假末日", "last day away"),
        "leave_reason": ("请假原因", "why away"),
        "came_at": ("到时", "came at"),
        "left_at": ("离时", "left at"),
        "leave_kind": ("请假类型", "kind of leave"),
        "term": ("入住期限", "for how long"),
        "found_on": ("发现日期", "found on"),
        "what": ("情况", "what"),
        "level": ("等级", "level"),
        "action": ("措施", "measure"),
        "due_on": ("应办日期", "due on"),
        "closed_on": ("销号日期", "closed on"),
        "result": ("结果", "result"),
        "reason": ("原因", "reason"),
        "risk": ("风险", "risk"),
        "risk_level": ("风险等级", "level of the risk"),
        "risk_action": ("风险措施", "measure"),
        "risk_due_on": ("风险应办日期", "due on"),
        "received_on": ("进货日期", "received on"),
        "supplier": ("供应商", "supplier"),
        "name": ("名称", "name"),
        "batch": ("批号", "batch"),
        "quantity": ("数量", "quantity"),
        "unit": ("单位", "unit"),
        "unit_price": ("单价", "price of one"),
        "made_on": ("生产日期", "made on"),
        "expires_on": ("保质期至", "good until"),
        "certificate": ("合格证明", "certificate"),
        "accepted_by": ("验收人", "accepted by"),
        "served_on": ("供餐日期", "served on"),
        "price": ("价格", "price"),
        "allergens": ("过敏原", "allergens"),
        "taken_at": ("留样时间", "taken at"),
        "grams": ("克数", "grams"),
        "taken_by": ("留样人", "taken by"),
        "kind": ("台账", "sheet"),
        "day": ("日期", "day"),
        "about": ("对象", "about"),
        "at": ("时间", "at"),
        "degrees": ("温度", "temperature"),
        "measure": ("处理", "measure"),
        "done_by": ("负责人", "done by"),
        "fit": ("合格", "in order"),
        "no_risk": ("不登记风险的原因", "why no risk"),
    }
)
_CODES = (
    VISIT_OUTCOMES,
    VISIT_METHODS,
    VISIT_CONTACTS,
    BLOCK_STATES,
    SERVICE_TYPES,
    SERVICE_STATES,
    SERVICE_PLACES,
    PAYERS,
    MEALS,
    MEAL_MODES,
    ALLERGENS,
    COMPLAINTS_ABOUT,
    SHEETS_OF,
)
# Their codes mean something else in other fields.
_CODES_OF: Mapping[str, Terms] = {"leave_kind": LEAVE_KINDS, "term": STAY_TERMS}
# Whom and which other record an act is about stands beside its fields.
_REFERENCES = frozenset({"resident", "bed", "stay", "dish", "food_purchase"})


def act_content(fields: Mapping[str, object], on_paper: bool = False) -> str:
    """What the fields of an act are to be: in the language in use, on paper in Chinese."""
    words: Mapping[str, str] = _FIELDS if on_paper else _FIELDS.shown
    told = {
        words.get(name, name): _said_of(name, value, on_paper)
        for name, value in fields.items()
        if name not in _REFERENCES
    }
    return "；".join(f"{name}：{value or '—'}" for name, value in told.items())


def _said_of(name: str, value: object, on_paper: bool) -> str:
    table = _CODES_OF.get(name)
    if table is None or value not in table:
        return _said(value, on_paper)
    return (table if on_paper else table.shown)[str(value)]


def _said(value: object, on_paper: bool) -> str:
    if isinstance(value, bool):
        return ("是" if value else "否") if on_paper else ("✓" if value else "—")
    if isinstance(value, dict):
        blocks: Mapping[str, str] = VISIT_BLOCKS if on_paper else VISIT_BLOCKS.shown
        return "、".join(f"{blocks.get(key, key)}{_said(one, on_paper)}" for key, one in value.items() if one)
    if isinstance(value, list | tuple):
        return "、".join(_said(one, on_paper) for one in value)
    code = str(value)
    found = next((codes for codes in _CODES if code in codes), None)
    return code if found is None else found[code] if on_paper else found.shown[code]

"""The lists that offices ask for each month: 津贴补贴变动表, 集中供养特困人员名单, 护理员名册."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from desktop.core.answers import AllowanceStep
from desktop.core.document import Cell, Section
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.rolls import AllowanceChange, CarerLine, KeptLine, Rolls, TurningLine
from desktop.core.money import yuan_text
from desktop.core.words.terms import ALLOWANCES, GRADES, STOP_REASONS
from desktop.core.words.work import CERTIFICATE_LEVELS
from desktop.reports.columns import Table, about, added, centred, headed, text
from desktop.reports.words import day_words, rule, word, yuan

ALLOWANCES_TITLE, KEPT_TITLE, CARERS_TITLE = "津贴补贴变动表", "集中供养特困人员名单", "护理员名册"
_PERSON = about("name", "sex", "age", "id", "community")
_UNSAID = "未填原因"


def allowances(figures: MonthFigures) -> tuple[Section, ...]:
    """新增, 停止 and 调整 of each allowance, and who reaches 80, 90 or 100."""
    rolls = figures.rolls
    return headed(
        (
            _COUNTS.of([_Count(kind, rolls) for kind in ALLOWANCES]),
            _STARTED.of(_those(rolls, AllowanceStep.STARTED)),
            _STOPPED.of(_those(rolls, AllowanceStep.STOPPED)),
            _CHANGED.of(_those(rolls, AllowanceStep.CHANGED)),
            _TURNING.of(rolls.turning),
        )
    )


def kept(figures: MonthFigures) -> tuple[Section, ...]:
    """Who was kept in an institution in the month."""
    return headed((_KEPT.of(figures.rolls.kept),))


def carers(figures: MonthFigures) -> tuple[Section, ...]:
    """Who worked as a carer in the month."""
    rolls = figures.rolls
    return headed((replace(_PAID.of([rolls]), note=_paid_note(rolls)), _CARERS.of(rolls.carers)))


def _paid_note(rolls: Rolls) -> str:
    fen: dict[str, int] = rule(rolls.rules, "carer_allowance_fen", {})
    amounts = "，".join(
        f"{word}{yuan_text(fen[level]).removesuffix('.00')}元"
        for level, word in CERTIFICATE_LEVELS.items()
        if level in fen
    )
    return f"{_PAID.note}标准（每人每月）：{amounts}。" if amounts else _PAID.note


class _Count(NamedTuple):
    """An allowance and what happened to it."""

    kind: str
    rolls: Rolls

    def times(self, step: AllowanceStep) -> int:
        """How often it happened."""
        return sum((one.kind, one.step) == (self.kind, step) for one in self.rolls.changes)

    def receiving(self, name: str) -> Cell:
        """How many receive it."""
        found = self.rolls.receiving.get(self.kind)
        return getattr(found, name) if found is not None else 0


def _those(rolls: Rolls, step: AllowanceStep) -> list[AllowanceChange]:
    return [one for one in rolls.changes if one.step is step]


def _stopped(one: AllowanceChange) -> Cell:
    return STOP_REASONS.get(one.reason, one.reason) if one.reason else _UNSAID


_COUNTS: Table[_Count] = Table(
    "津贴补贴情况",
    (
        text("津贴补贴", lambda one: ALLOWANCES[one.kind]),
        centred("上月末享受", lambda one: one.receiving("before")),
        centred("本月新增", lambda one: one.times(AllowanceStep.STARTED)),
        centred("本月停止", lambda one: one.times(AllowanceStep.STOPPED)),
        centred("本月调整", lambda one: one.times(AllowanceStep.CHANGED)),
        centred("月末享受", lambda one: one.receiving("after")),
    ),
    "口径：按登记的生效日期计入当月；上月末享受＋新增−停止＝月末享受。享受人数只算在册老年人，"
    "去世、迁出、注销的，从变动之日起停止。同一人一月内几次变动逐次列出。",
)
_STARTED: Table[AllowanceChange] = Table(
    "本月新增",
    (
        *_PERSON,
        text("津贴补贴", lambda one: ALLOWANCES[one.kind]),
        centred("起始日期", lambda one: day_words(one.day)),
        text("档次", lambda one: one.after),
    ),
    numbered=True,
)
_STOPPED: Table[AllowanceChange] = Table(
    "本月停止",
    (
        *_PERSON,
        text("津贴补贴", lambda one: ALLOWANCES[one.kind]),
        centred("停止日期", lambda one: day_words(one.day)),
        text("停止原因", _stopped),
        text("原档次", lambda one: one.before),
    ),
    "停止原因：去世、户籍迁出、资格取消、未通过认证、其他。",
    numbered=True,
)
_CHANGED: Table[AllowanceChange] = Table(
    "本月调整",
    (
        *_PERSON,
        text("津贴补贴", lambda one: ALLOWANCES[one.kind]),
        centred("调整日期", lambda one: day_words(one.day)),
        text("原档次", lambda one: one.before),
        text("新档次", lambda one: one.after),
    ),
    numbered=True,
)
_TURNING: Table[TurningLine] = Table(
    "本月满80、90、100岁人员",
    (
        *_PERSON,
        centred("满岁生日", lambda one: day_words(one.day)),
        centred("满龄", lambda one: f"满{one.age}岁"),
        centred("高龄津贴（月末）", lambda one: "享受" if one.held else "未享受"),
        text("档次", lambda one: one.detail),
    ),
    "供办理高龄津贴新增、调整参考。",
    numbered=True,
)
_KEPT: Table[KeptLine] = Table(
    "人员名单",
    (
        *_PERSON,
        centred("能力等级", lambda one: word(GRADES, one.grade)),
        centred("供养起", lambda one: day_words(one.since)),
        centred("供养止", lambda one: day_words(one.until)),
        centred("天数", lambda one: one.days),
        text("本中心床位", lambda one: one.bed),
        centred("入住日期", lambda one: day_words(one.admitted)),
    ),
    "口径：本月内在册并登记为特困集中供养的老年人，天数为本月在册且登记有效的。"
    "供养止为“—”的月末仍在供养；没有本中心床位的，本月未住本中心。基本生活补助、护理补助的金额由区民政局核定。",
    numbered=True,
)
_PAID: Table[Rolls] = Table(
    "护理补助情况",
    (
        centred("享受人数", lambda rolls: rolls.allowed),
        centred("金额（元）", lambda rolls: yuan(rolls.allowance_fen)),
    ),
    "口径：护理补助按证书等级，月末当日在岗并持证的计全月，离岗的不计，兼几处的只计一次，证书未填等级的不计；由区民政局核定。",
)
_CARERS: Table[CarerLine] = Table(
    "人员名册",
    (
        text("姓名", lambda one: one.name),
        text("单位", lambda one: one.unit),
        centred("上岗日期", lambda one: day_words(one.since)),
        centred("离岗日期", lambda one: day_words(one.until)),
        centred("天数", lambda one: one.days),
        text("护理员证号", lambda one: one.certificate),
        centred("有效期至", lambda one: day_words(one.valid_to)),
        centred("月末持证", lambda one: "是" if one.certified else "否"),
        centred("证书等级", lambda one: word(CERTIFICATE_LEVELS, one.level)),
        added("护理补助（元）", lambda one: yuan(one.allowance_fen)),
    ),
    "口径：本月内担任护理员的人员，兼几处的逐处列出，天数为本月在岗的；离岗日期为最后在岗的一日。持证按月末当日有效的护理员证。",
    numbered=True,
)

"""指标完成情况表: every indicator of the plan with what it is made of, what is missing, and what nobody here knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop.core.document import Cell, Section
from desktop.core.figures.indicators import Indicator, Part
from desktop.core.figures.month import MonthFigures
from desktop.core.rates import AIM_SIGNS
from desktop.core.words.counts import SOURCES
from desktop.core.words.terms import PLANS
from desktop.reports.columns import Table, amount, centred, headed, text
from desktop.reports.words import day_words, word

TITLE = "指标完成情况表"
_NOTE = (
    "口径：达标与否按人数（床位数）计算，不按印出的百分数；差一人也不印100.00，最多印99.99。"
    "目标到期后沿用，直到录入新的文件。缺的填报数不按0计，在下表列出。"
)


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    every = figures.indicators
    lacking, unknown = lacking_figures(every), [one for one in every if one.numerator is None]
    typed = [_Typed(one.key, one) for one in _parts(every) if one.as_of is not None]
    return headed(
        (
            _SUMMARY.of([every]),
            replace(_INDICATORS.of(every), note=f"{_documents(every)}{_NOTE}"),
            *((_LACKING.of(lacking),) if lacking else ()),
            *((_UNKNOWN.of(unknown),) if unknown else ()),
            *((_TYPED.of(typed),) if typed else ()),
        )
    )


def aim_words(one: Indicator) -> str:
    """The target as a plan writes it: ``≥7.16%``; a dash where it sets none."""
    return "—" if one.target is None else f"{AIM_SIGNS[one.direction]}{one.target}{one.unit}"


def met_words(one: Indicator) -> str:
    """达标, 未达标, or why neither can be said."""
    if one.numerator is None:
        return "暂无数据来源"
    if one.missing:
        return "缺：" + "、".join(word(SOURCES, key) for key in one.missing)
    if one.value is None:
        return "分母为0"
    if one.doubtful:
        return "请核对"
    if one.met is None:
        return "无目标值"
    return "达标" if one.met else "未达标"


class Lacking(NamedTuple):
    """A figure that nobody has typed, and the indicators that wait for it."""

    name: str
    wanted_by: str


def lacking_figures(every: Sequence[Indicator]) -> list[Lacking]:
    """The figures that nobody has typed, in the order of the indicators."""
    keys = dict.fromkeys(key for one in every for key in one.missing)
    return [Lacking(word(SOURCES, key), "、".join(one.name for one in every if key in one.missing)) for key in keys]


def _parts(every: Sequence[Indicator]) -> list[Part]:
    return list(dict.fromkeys(part for one in every for part in one.parts))


def _documents(every: Sequence[Indicator]) -> str:
    named = dict.fromkeys(one.document or word(PLANS, one.plan) for one in every)
    return f"依据：{'；'.join(named)}。" if named else ""


def _made_of(part: Part | None) -> Cell:
    if part is None:
        return ""
    of = f"（{part.source}）" if part.source and part.as_of is None else ""
    return f"{word(SOURCES, part.key)}{of} {'缺' if part.value is None else part.value}"


def _clause(one: Indicator) -> Cell:
    return f"{one.clause}（第{one.page}页）" if one.page else one.clause


def _remark(one: Indicator) -> Cell:
    doubt = "分子大于分母，请核对填报数。" if one.doubtful else ""
    return doubt + one.remark


def _having(words: str) -> Callable[[Sequence[Indicator]], Cell]:
    return lambda every: sum(met_words(one).startswith(words) for one in every)


_SUMMARY: Table[Sequence[Indicator]] = Table(
    "总体情况",
    (
        centred("指标", len),
        centred("达标", _having("达标")),
        centred("未达标", _having("未达标")),
        centred("缺填报数", _having("缺：")),
        centred("暂无数据来源", _having("暂无数据来源")),
        centred("请核对", _having("请核对")),
        centred("分母为0", _having("分母为0")),
        centred("无目标值", _having("无目标值")),
    ),
)
_INDICATORS: Table[Indicator] = Table(
    "指标完成情况",
    (
        text("指标", lambda one: one.name),
        centred("目标", aim_words),
        amount("完成", lambda one: one.value),
        centred("单位", lambda one: one.unit),
        centred("是否达标", met_words),
        text("分子", lambda one: _made_of(one.numerator)),
        text("分母", lambda one: _made_of(one.denominator)),
        text("文件条款", _clause),
        text("备注", _remark),
    ),
    _NOTE,
    numbered=True,
)
_LACKING: Table[Lacking] = Table(
    "缺的填报数",
    (text("填报数", lambda one: one.name), text("用于指标", lambda one: one.wanted_by)),
    "在“系统→指标”录入数字、截止日期和来源后即可算出。",
    numbered=True,
)
_UNKNOWN: Table[Indicator] = Table(
    "暂无数据来源",
    (text("指标", lambda one: one.name), centred("目标", aim_words), text("说明", lambda one: one.remark)),
    numbered=True,
)


class _Typed(NamedTuple):
    key: str
    part: Part


_TYPED: Table[_Typed] = Table(
    "采用的填报数",
    (
        text("填报数", lambda one: word(SOURCES, one.key)),
        amount("数", lambda one: one.part.value),
        centred("截止日期", lambda one: day_words(one.part.as_of)),
        text("来源", lambda one: one.part.source),
    ),
    numbered=True,
)

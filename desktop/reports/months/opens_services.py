"""Which figure a number of the tables of 十助服务月报 is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.core.words.terms import PAYERS, SERVICE_TYPES
from desktop.reports.months.opens_lines import MONTH, Line, Named, known, raw
from desktop.reports.words import TOTAL
from desktop.services.figures.narrowed import narrow

_OF_TYPE = {
    "人次": "services.times",
    "人数": "services.persons",
    "其中上门": "services.times",
    "其中中心": "services.times",
    "时长（分钟）": "services.minutes",
    "折合（小时）": "services.minutes",
    "收费（元）": "services.fee",
    "补贴（元）": "services.subsidy",
}
_PLACES = {"其中上门": "上门", "其中中心": "中心"}
_MEALS_HELP = {
    "助餐服务记录（上门/配送）": "services.person_times.助餐",
    "食堂就餐（堂食、打包、送餐）": "services.canteen_meals",
    "助餐人次合计": "services.meals_in_all",
}
_COVERAGE = {
    "失能老年人（人）": "services.coverage.disabled",
    "本月接受服务（人）": "services.coverage.helped",
    "本月未接受服务（人）": "services.coverage.unhelped",
    "覆盖率（%）": "services.coverage.rate",
}
_OF_PACKAGES = {
    "人数": "persons",
    "核定（小时）": "granted",
    "已用（小时）": "used",
    "剩余（小时）": "left",
    "超出（小时）": "over",
}
_OF_BUDGET = {"预算（元）": "budget", "承担（元）": "used", "结余（元）": "left"}
_OF_SIX = {"人次": "times", "人数": "persons", "折合（小时）": "minutes"}
_PLEASED = {
    "回访评价（次）": ("ratings", "count"),
    "平均分": ("ratings", "average"),
    "下单后完成（件）": ("waiting", "orders"),
    "平均等候（天）": ("waiting", "average"),
    "最长等候（天）": ("waiting", "longest"),
}


def _by_type(line: Line, head: str) -> str:
    if head not in _OF_TYPE:
        return ""
    if head == "人次" and not line.total:
        return f"services.person_times.{line.first()}"
    kind = {} if line.total else {"服务类型": line.first()}
    place = {"服务地点": _PLACES[head]} if head in _PLACES else {}
    return narrow(_OF_TYPE[head], **kind, **place)


def _by_community_and_type(line: Line, head: str) -> str:
    where = {} if line.total else {"社区": line.raw("社区")}
    if head == TOTAL:
        return narrow("services.times", **where)
    return narrow(f"services.person_times.{head}", **where) if known(SERVICE_TYPES, head) else ""


def _by_payer(_line: Line, head: str) -> str:
    if head == TOTAL:
        return "services.times"
    return f"services.by_payer.{head}" if known(PAYERS, head) else narrow("services.times", 付费方式=raw(head))


def _by_worker(line: Line, head: str) -> str:
    figures = {
        **{one: _OF_TYPE[one] for one in ("人次", "人数", "折合（小时）")},
        "回访评价（次）": "services.ratings.count",
        "平均分": "services.ratings.average",
    }
    return narrow(figures[head], 服务人员=raw(line.first())) if head in figures else ""


def _of_pleased(_line: Line, head: str) -> str:
    score = head.removesuffix("分")
    named = ".".join(_PLEASED.get(head, ())) or (f"ratings.by_score.{score}" if score.isdigit() else "")
    return f"services.{named}" if named else ""


def _pleased_by_type(line: Line, head: str) -> str:
    if head not in _PLEASED:
        return ""
    what, figure = _PLEASED[head]
    return f"services.{what}.by_type.{line.first()}.{figure}"


def _of_six(line: Line, head: str) -> str:
    if not line.total:
        return f"services.six_help.person_times.{line.first()}" if head == "人次" else _by_type(line, head)
    return f"services.six_help.{_OF_SIX[head]}" if head in _OF_SIX else ""


def _of_packages(_line: Line, head: str) -> str:
    return f"services.packages.{_OF_PACKAGES[head]}" if head in _OF_PACKAGES else ""


def _of_package(line: Line, head: str) -> str:
    if line.total or head not in _OF_PACKAGES:
        return _of_packages(line, head)
    which = " ".join(line.of(one) for one in ("付费方式", "服务类型", "有效期起"))
    return narrow(_of_packages(line, head), **line.person(), 服务包=which)


def _of_payer(line: Line, head: str) -> str:
    payer = raw(line.first())
    if head in _OF_BUDGET:
        return f"services.budgets.{payer}.{_OF_BUDGET[head]}" if known(PAYERS, payer) else ""
    if head not in _OF_TYPE:
        return ""
    if head == "人次" and known(PAYERS, payer):
        return f"services.by_payer.{payer}"
    return narrow(_OF_TYPE[head], **({} if line.total else {"付费方式": payer}))


def _times_of_month(line: Line, head: str) -> str:
    figure = "services.times" if head == TOTAL else f"services.person_times.{head}"
    return f"{figure}{MONTH}{line.first()}" if head == TOTAL or known(SERVICE_TYPES, head) else ""


def _waited_in_month(line: Line, head: str) -> str:
    return f"services.{'.'.join(_PLEASED[head])}{MONTH}{line.first()}" if head in _PLEASED else ""


# 按付费方式（人次） is a table of months that were closed before.
SERVICE_TABLES: Mapping[str, Named] = MappingProxyType(
    {
        "分类型情况": _by_type,
        "助餐情况（人次）": lambda _line, head: _MEALS_HELP.get(head, ""),
        "六助情况": _of_six,
        "失能老年人帮扶覆盖": lambda _line, head: _COVERAGE.get(head, ""),
        "分社区人次": _by_community_and_type,
        "按付费方式（人次）": _by_payer,
        "分付费方式情况": _of_payer,
        "服务包使用情况": _of_packages,
        "服务包明细": _of_package,
        "分服务人员情况": _by_worker,
        "满意度与等候": _of_pleased,
        "分类型评价与等候": _pleased_by_type,
        "近12个月服务人次": _times_of_month,
        "近12个月下单到服务的等候": _waited_in_month,
    }
)

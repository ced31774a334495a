"""综合月报: one page for who leads: the main figures of every room, the indicators, what asks for attention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop.core.document import Cell, Section
from desktop.core.figures.indicators import Indicator
from desktop.core.figures.month import MonthFigures
from desktop.core.rates import rate
from desktop.core.trade import FlagKind
from desktop.reports.columns import Table, amount, centred, headed, text
from desktop.reports.months.indicators import aim_words, lacking_figures, met_words
from desktop.reports.words import hours, yuan

TITLE = "综合月报"


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    known = [one for one in figures.indicators if one.numerator is not None]
    return headed(
        (
            _MAIN.of(_lines(figures)),
            _INDICATORS.of(known),
            _NOTES.of(_notes(figures) or ["本月没有需要注意的事项。"]),
        )
    )


class _Line(NamedTuple):
    """Three figures of a room, each with its word."""

    room: str
    figures: tuple[tuple[str, Cell], ...]


def _lines(found: MonthFigures) -> Iterator[_Line]:
    visits, services, canteen, beds, people = found.visits, found.services, found.canteen, found.beds, found.people
    risks = sum(one.closed_on is None for one in visits.risks)
    yield _Line(
        "月探访",
        (("应访（人）", visits.required), ("实访（人）", visits.visited), ("月探访率（%）", visits.visit_rate)),
    )
    yield _Line(
        "", (("免访（人）", len(visits.excused_people)), ("未访（人）", visits.unvisited), ("未销风险（项）", risks))
    )
    yield _Line(
        "十助服务",
        (("服务人次", services.total), ("服务人数", services.persons), ("服务时长（小时）", hours(services.minutes))),
    )
    yield _Line(
        "",
        (
            ("食堂助餐（人次）", services.canteen_meals),
            ("收费（元）", yuan(services.fee_fen)),
            ("补贴（元）", yuan(services.subsidy_fen)),
        ),
    )
    yield _Line(
        "幸福食堂", (("就餐人次", canteen.total), ("就餐人数", canteen.persons), ("临时就餐（人次）", canteen.guests))
    )
    yield _Line(
        "",
        (
            ("餐费（元）", yuan(canteen.price_fen)),
            ("补贴（元）", yuan(canteen.subsidy_fen)),
            ("实付（元）", yuan(canteen.paid_fen)),
        ),
    )
    yield _Line(
        "床位", (("床位（张）", beds.beds), ("月末在住（人）", beds.occupied_end), ("入住率（%）", beds.occupancy))
    )
    yield _Line(
        "",
        (
            ("护理型占比（%）", beds.nursing_share),
            ("占用床日", beds.occupied_bed_days),
            ("运营补贴（元）", yuan(beds.operating_subsidy_fen)),
        ),
    )
    yield _Line(
        "在册老年人",
        (
            ("月末在册（人）", people.on_register_end),
            ("本月新增", len(people.added)),
            ("本月停止", len(people.stopped)),
        ),
    )
    yield _Line(
        "",
        (
            ("80岁及以上（人）", people.by_flag.get(FlagKind.ADVANCED_AGE, 0)),
            ("65岁以上建档率（%）", rate(*people.health_record_65)),
            ("证件待核（人）", people.to_verify),
        ),
    )


def _notes(found: MonthFigures) -> list[str]:
    """What asks for attention, the most pressing first."""
    overdue = sum(one.overdue for one in found.visits.risks)
    unmet = [one.name for one in found.indicators if one.met is False]
    lacking = [one.name for one in lacking_figures(found.indicators)]
    told = (
        (overdue, f"逾期未销的风险{overdue}项。"),
        (found.visits.unvisited, f"应访未访{found.visits.unvisited}人。"),
        (len(unmet), f"未达标的指标{len(unmet)}项：{'、'.join(unmet)}。"),
        (len(lacking), f"缺填报数{len(lacking)}个：{'、'.join(lacking)}。"),
        (found.people.to_verify, f"证件号码待核{found.people.to_verify}人。"),
        (len(found.corrected), f"本月批准的更正{len(found.corrected)}件。"),
    )
    return [words for count, words in told if count]


_MAIN: Table[_Line] = Table(
    "主要数字",
    (
        text("工作", lambda line: line.room),
        text("项目", lambda line: line.figures[0][0]),
        amount("数", lambda line: line.figures[0][1]),
        text("项目", lambda line: line.figures[1][0]),
        amount("数", lambda line: line.figures[1][1]),
        text("项目", lambda line: line.figures[2][0]),
        amount("数", lambda line: line.figures[2][1]),
    ),
    "各数的口径见同月的各分项报表。",
)
_INDICATORS: Table[Indicator] = Table(
    "指标",
    (
        text("指标", lambda one: one.name),
        centred("目标", aim_words),
        amount("完成", lambda one: one.value),
        centred("单位", lambda one: one.unit),
        text("是否达标", met_words),
    ),
)
_NOTES: Table[str] = Table("需要注意", (text("事项", lambda words: words),), numbered=True)

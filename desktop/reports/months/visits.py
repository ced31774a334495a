"""月探访情况月报: who had to be visited, who was, who was not and when they were last seen, which risks are open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from desktop.core.document import Cell, Chart, Section
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import PersonLine
from desktop.core.figures.visits import (
    RISK_AGES,
    ExcusedLine,
    RiskLine,
    TrendPoint,
    UnvisitedLine,
    VisitedLine,
    VisitFigures,
    VisitGroup,
    VisitorLine,
)
from desktop.core.trade import DERIVED_FLAGS, FlagKind
from desktop.core.words.terms import FLAGS, RISK_LEVELS, VISIT_FLAGS, VISIT_METHODS, VISIT_OUTCOMES
from desktop.reports.columns import Column, Table, about, amount, centred, codes_of, headed, person, text
from desktop.reports.words import TOTAL, day_words, flag_words, rule, word

TITLE = "月探访情况月报"
EXCUSES = {
    "deceased": "月内去世",
    "moved_out": "月内迁出",
    "cancelled": "月内注销",
    "hospital": "住院",
    "away": "外出",
}
UNTRIED = "本月未尝试"
_DEFAULT_FLAGS = (
    *(flag for flag in VISIT_FLAGS if flag not in DERIVED_FLAGS | {FlagKind.PARTLY_DISABLED}),
    FlagKind.DESTITUTE_HOME,
)


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    visits = figures.visits
    trend = (_trend(visits.trend),) if visits.trend else ()
    return headed(
        (
            _summary(visits),
            _communities(visits),
            _FLAGS.of(visits.by_flag),
            _methods(visits),
            _VISITORS.of(visits.visitors),
            *trend,
            _VISITED.of(visits.visited_people),
            _UNVISITED.of(visits.unvisited_people),
            _EXCUSED.of(visits.excused_people),
            _LATE_JOINERS.of(visits.late_joiners_people),
            _risk_ages(visits.risks),
            _RISKS.of(visits.risks),
        )
    )


def _summary(visits: VisitFigures) -> Section:
    table: Table[VisitFigures] = Table(
        "总体情况",
        (
            centred("应访人数", lambda found: found.required),
            centred("免访人数", lambda found: len(found.excused_people)),
            centred("免访：去世、迁出、注销", lambda found: found.excused_gone),
            centred("免访：住院、外出", lambda found: found.excused_confirmed),
            centred("实访人数", lambda found: found.visited),
            centred("未访人数", lambda found: found.unvisited),
            centred("月探访率（%）", lambda found: found.visit_rate),
            centred("实访÷应访（%）", lambda found: found.gross_rate),
            centred("探访帮扶率（%）", lambda found: found.help_rate),
            centred("未见到本人次数", lambda found: found.attempts_not_reached),
            centred("下月起应访的新增", lambda found: found.late_joiners),
        ),
        _rule_note(visits.rules),
    )
    return table.of([visits])


def _rule_note(rules: Mapping[str, str]) -> str:
    day = rule(rules, "visit_cutoff_day", 15)
    named = flag_words(rule(rules, "visit_roster_flags", _DEFAULT_FLAGS))
    return (
        f"口径：应访＝月初1日在册且属应访类别，或当月{day}日（含）前在册并属应访类别者；{day}日以后新增的单列，自下月起计。"
        f"应访类别：{named}。"
        "免访＝应访者中当月未见到本人，且月内去世、迁出、注销，或每次探访均为住院、外出并经负责人确认者。"
        "实访＝应访者中当月至少一次见到本人（含电话、视频通话到本人）者；未访＝应访－免访－实访。"
        "月探访率＝实访÷（应访－免访）；探访帮扶率＝（当月见到或通话到本人、接受任一十助服务或在食堂就餐的应访者）÷（应访－免访），分子分母都不含整月住在全托床位的人。"
        "未接通、不在家、拒访只列次数，不计入实访。"
    )


def _group_table(title: str, heading: str, note: str = "") -> Table[VisitGroup]:
    columns: tuple[Column[VisitGroup], ...] = (
        text(heading, lambda group: word(FLAGS, group.name)),
        amount("应访", lambda group: group.required),
        amount("免访", lambda group: group.excused),
        amount("实访", lambda group: group.visited),
        amount("未访", lambda group: group.unvisited),
        amount("月探访率（%）", lambda group: group.visit_rate),
    )
    return Table(title, columns, note)


_FLAGS = _group_table("分类别情况", "特殊困难类别", "口径：一人可属多个类别，各类别之和可大于应访人数。")


def _communities(visits: VisitFigures) -> Section:
    excused = len(visits.excused_people)
    total = VisitGroup(TOTAL, visits.required, excused, visits.visited, visits.unvisited)
    return _group_table("分社区情况", "社区").of(visits.by_community, total=total)


class _Counted(NamedTuple):
    """Something counted by method."""

    name: str
    by_method: Mapping[str, int]


def _of_method(code: str) -> Callable[[_Counted | VisitorLine], Cell]:
    return lambda line: line.by_method.get(code, 0)


def _methods(visits: VisitFigures) -> Section:
    lines = [_Counted("见到本人（次）", visits.by_method)]
    if visits.people_by_method:
        lines.append(_Counted("见到的应访者（人）", visits.people_by_method))
    codes = codes_of(VISIT_METHODS, visits.by_method)
    table: Table[_Counted] = Table(
        "探访方式",
        (
            text("", lambda line: line.name),
            *(centred(word(VISIT_METHODS, code), _of_method(code)) for code in codes),
        ),
        "口径：同一人以两种方式见到的，两种方式各计一人。",
    )
    return table.of(lines)


_VISITORS: Table[VisitorLine] = Table(
    "分探访人情况",
    (
        text("探访人", lambda line: line.name),
        amount("见到的应访者（人）", lambda line: line.people),
        amount("见到本人（次）", lambda line: line.times),
        *(amount(f"其中：{words}", _of_method(code)) for code, words in VISIT_METHODS.items()),
        amount("未见到（次）", lambda line: line.attempts),
    ),
    "口径：两人同去的各计一次。",
)


def _recorded(value: Callable[[TrendPoint], Cell]) -> Callable[[TrendPoint], Cell]:
    """The value of a month with records, nothing of another."""
    return lambda point: value(point) if point.recorded else None


def _trend(trend: Sequence[TrendPoint]) -> Section:
    table: Table[TrendPoint] = Table(
        f"近{len(trend)}个月月探访率",
        (
            text("月份", lambda point: str(point.month)),
            amount("应访", _recorded(lambda point: point.required)),
            amount("免访", _recorded(lambda point: point.excused)),
            amount("实访", _recorded(lambda point: point.visited)),
            amount("未访", _recorded(lambda point: point.unvisited)),
            amount("月探访率（%）", _recorded(lambda point: point.visit_rate)),
        ),
        "口径：已月结的月份按月结时的数，其余按现有记录；“—”为尚无探访记录的月份。",
    )
    chart = Chart(
        tuple(f"{point.month.year % 100:02d}-{point.month.number:02d}" for point in trend),
        tuple(point.visit_rate for point in trend),
    )
    return table.of(trend, chart=chart)


class _Level(NamedTuple):
    """The risks of a level."""

    name: str
    risks: Sequence[RiskLine]

    @property
    def still(self) -> list[RiskLine]:
        """Those that are open."""
        return [risk for risk in self.risks if risk.closed_on is None]


def _risk_ages(risks: Sequence[RiskLine]) -> Section:
    levels = [_Level(words, [risk for risk in risks if risk.level == level]) for level, words in RISK_LEVELS.items()]
    return _RISK_AGES.of(levels, total=_Level(TOTAL, risks))


def _aged(low: int, high: int) -> Callable[[_Level], Cell]:
    return lambda level: sum(low <= risk.age_days <= high for risk in level.still)


_RISK_AGES: Table[_Level] = Table(
    "风险办结情况",
    (
        text("等级", lambda level: level.name),
        amount("合计", lambda level: len(level.risks)),
        amount("已办结", lambda level: len(level.risks) - len(level.still)),
        amount("未办结", lambda level: len(level.still)),
        *(amount(f"未办结：{words}", _aged(low, high)) for words, low, high in RISK_AGES),
        amount("未办结：已超期", lambda level: sum(risk.overdue for risk in level.still)),
    ),
    "口径：天数自发现之日算至本月末（当月算至打印之日）；超期指应办日期已过仍未办结。",
)
_VISITED: Table[VisitedLine] = Table(
    "已探访人员名单",
    (
        *about("name", "sex", "age", "community", "flags"),
        centred("首次见到", lambda line: day_words(line.first_on)),
        centred("方式", lambda line: word(VISIT_METHODS, line.method)),
        text("探访人", lambda line: line.visitors),
        amount("次数", lambda line: line.times),
    ),
    numbered=True,
)
_UNVISITED: Table[UnvisitedLine] = Table(
    "未探访人员名单",
    (
        *about("name", "sex", "age", "community", "address", "phone", "flags"),
        centred("最近见到", lambda line: day_words(line.last_contact)),
        amount("本月尝试", lambda line: line.attempts),
        text("未访原因", lambda line: VISIT_OUTCOMES.get(line.reason, UNTRIED)),
    ),
    "“最近见到”为历次探访中最近一次见到本人的日期，“—”为尚无记录；未访原因为本月最近一次尝试的结果。",
    numbered=True,
)
_EXCUSED: Table[ExcusedLine] = Table(
    "免访人员名单",
    (
        *about("name", "sex", "age", "community", "flags"),
        text("免访原因", lambda line: word(EXCUSES, line.reason)),
        centred("日期", lambda line: day_words(line.since)),
    ),
    numbered=True,
)
_LATE_JOINERS: Table[PersonLine] = Table(
    "新增人员名单（自下月起应访）",
    person("name", "sex", "age", "community", "address", "phone", "flags"),
    numbered=True,
)
_RISKS: Table[RiskLine] = Table(
    "风险与处置",
    (
        *about("name", "community"),
        centred("发现日期", lambda line: day_words(line.found_on)),
        text("风险", lambda line: line.what),
        centred("等级", lambda line: word(RISK_LEVELS, line.level)),
        text("处置措施", lambda line: line.action),
        centred("应办日期", lambda line: day_words(line.due_on)),
        centred("办结日期", lambda line: day_words(line.closed_on)),
        amount("天数", lambda line: line.age_days),
        text("结果", lambda line: line.result),
    ),
    "口径：本月发现的，以及此前发现、本月初尚未办结的风险。",
    numbered=True,
)

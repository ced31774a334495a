"""月探访情况月报: who had to be visited, who was, who was not and when they were last seen, which risks are open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.core.figures.month import MonthFigures
from desktop.core.figures.visits import RiskLine, TrendPoint, VisitFigures, VisitGroup, VisitorLine
from desktop.core.rates import rate
from desktop.core.words.terms import FLAGS, RISK_LEVELS, VISIT_FLAGS, VISIT_METHODS, VISIT_OUTCOMES
from desktop.reports.paper.document import Chart, Row, Section, amount, centred, headed, numbered, text
from desktop.reports.words import TOTAL, day_words, flag_words, one_row, rule, who, word

TITLE = "月探访情况月报"
EXCUSES = {
    "deceased": "月内去世",
    "moved_out": "月内迁出",
    "cancelled": "月内注销",
    "hospital": "住院",
    "away": "外出",
}
# Words, and from how many to how many days.
_AGES = (("7天内", 0, 7), ("8至30天", 8, 30), ("30天以上", 31, 100_000))
UNTRIED = "本月未尝试"
_DEFAULT_FLAGS = (*(flag for flag in VISIT_FLAGS if flag != "advanced_age"), "destitute_home")


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    visits = figures.visits
    trend = (_trend(visits.trend),) if visits.trend else ()
    return headed(
        (
            _summary(visits),
            _groups("分社区情况", "社区", visits.by_community, total=visits),
            _groups("分类别情况", "特殊困难类别", visits.by_flag),
            _methods(visits),
            _visitors(visits),
            *trend,
            _visited(visits),
            _unvisited(visits),
            _excused(visits),
            _late_joiners(visits),
            _risk_ages(visits),
            _risks(visits),
        )
    )


def _summary(visits: VisitFigures) -> Section:
    columns = (
        centred("应访人数"),
        centred("免访人数"),
        centred("免访：去世、迁出、注销"),
        centred("免访：住院、外出"),
        centred("实访人数"),
        centred("未访人数"),
        centred("月探访率（%）"),
        centred("实访÷应访（%）"),
        centred("探访帮扶率（%）"),
        centred("未见到本人次数"),
        centred("下月起应访的新增"),
    )
    row: Row = (
        visits.required,
        len(visits.excused_people),
        visits.excused_gone,
        visits.excused_confirmed,
        visits.visited,
        visits.unvisited,
        visits.visit_rate,
        visits.gross_rate,
        visits.help_rate,
        visits.attempts_not_reached,
        visits.late_joiners,
    )
    return Section("总体情况", columns, (row,), note=_rule_note(visits.rules))


def _rule_note(rules: Mapping[str, str]) -> str:
    day = rule(rules, "visit_cutoff_day", 15)
    named = flag_words(rule(rules, "visit_roster_flags", _DEFAULT_FLAGS))
    return (
        f"口径：应访＝月初1日在册且属应访类别，或当月{day}日（含）前在册并属应访类别者；{day}日以后新增的单列，自下月起计。"
        f"应访类别：{named}。"
        "免访＝应访者中当月未见到本人，且月内去世、迁出、注销，或每次探访均为住院、外出并经负责人确认者。"
        "实访＝应访者中当月至少一次见到本人（含电话、视频通话到本人）者；未访＝应访－免访－实访。"
        "月探访率＝实访÷（应访－免访）；探访帮扶率＝（当月见到本人或接受任一助老服务的应访者）÷（应访－免访）。"
        "未接通、不在家、拒访只列次数，不计入实访。"
    )


def _groups(title: str, heading: str, groups: Sequence[VisitGroup], total: VisitFigures | None = None) -> Section:
    columns = (
        text(heading),
        amount("应访"),
        amount("免访"),
        amount("实访"),
        amount("未访"),
        amount("月探访率（%）"),
    )
    rows = tuple(
        (word(FLAGS, group.name), group.required, group.excused, group.visited, group.unvisited, group.visit_rate)
        for group in groups
    )
    if total is None:
        return Section(title, columns, rows, note="口径：一人可属多个类别，各类别之和可大于应访人数。")
    excused = len(total.excused_people)
    totals: Row = (
        TOTAL,
        total.required,
        excused,
        total.visited,
        total.unvisited,
        rate(total.visited, total.required - excused),
    )
    return Section(title, columns, rows, totals)


def _methods(visits: VisitFigures) -> Section:
    columns, times = one_row(VISIT_METHODS, visits.by_method)
    _, people = one_row(VISIT_METHODS, {code: visits.people_by_method.get(code, 0) for code in visits.by_method})
    rows: tuple[Row, ...] = (("见到本人（次）", *times[0]), ("见到的应访者（人）", *people[0]))
    note = "口径：同一人以两种方式见到的，两种方式各计一人。"
    return Section("探访方式", (text(""), *columns), rows if visits.people_by_method else rows[:1], note=note)


def _visitors(visits: VisitFigures) -> Section:
    columns = (
        text("探访人"),
        amount("见到的应访者（人）"),
        amount("见到本人（次）"),
        *(amount(f"其中：{words}") for words in VISIT_METHODS.values()),
        amount("未见到（次）"),
    )
    rows = tuple(_visitor_row(line) for line in visits.visitors)
    return Section("分探访人情况", columns, rows, note="口径：两人同去的各计一次。")


def _visitor_row(line: VisitorLine) -> Row:
    methods = (line.by_method.get(code, 0) for code in VISIT_METHODS)
    return (line.name, line.people, line.times, *methods, line.attempts)


def _trend(trend: Sequence[TrendPoint]) -> Section:
    columns = (
        text("月份"),
        amount("应访"),
        amount("免访"),
        amount("实访"),
        amount("未访"),
        amount("月探访率（%）"),
    )
    rows = tuple(_trend_row(point) for point in trend)
    chart = Chart(
        tuple(f"{point.month.year % 100:02d}-{point.month.number:02d}" for point in trend),
        tuple(point.visit_rate for point in trend),
    )
    note = "口径：已月结的月份按月结时的数，其余按现有记录；“—”为尚无探访记录的月份。"
    return Section(f"近{len(trend)}个月月探访率", columns, rows, note=note, chart=chart)


def _trend_row(point: TrendPoint) -> Row:
    if not point.recorded:
        return (str(point.month), None, None, None, None, None)
    return (str(point.month), point.required, point.excused, point.visited, point.unvisited, point.visit_rate)


def _risk_ages(visits: VisitFigures) -> Section:
    columns = (
        text("等级"),
        amount("合计"),
        amount("已办结"),
        amount("未办结"),
        *(amount(f"未办结：{words}") for words, _, _ in _AGES),
        amount("未办结：已超期"),
    )
    rows = tuple(
        _risk_row(words, [risk for risk in visits.risks if risk.level == level]) for level, words in RISK_LEVELS.items()
    )
    note = "口径：天数自发现之日算至本月末（当月算至打印之日）；超期指应办日期已过仍未办结。"
    return Section("风险办结情况", columns, rows, _risk_row(TOTAL, visits.risks), note)


def _risk_row(name: str, risks: Sequence[RiskLine]) -> Row:
    still = [risk for risk in risks if risk.closed_on is None]
    ages = (sum(low <= risk.age_days <= high for risk in still) for _, low, high in _AGES)
    overdue = sum(risk.overdue for risk in still)
    return (name, len(risks), len(risks) - len(still), len(still), *ages, overdue)


def _visited(visits: VisitFigures) -> Section:
    columns = (
        centred("序号"),
        text("姓名"),
        centred("性别"),
        centred("年龄"),
        text("社区"),
        text("特殊困难类别"),
        centred("首次见到"),
        centred("方式"),
        text("探访人"),
        amount("次数"),
    )
    rows = numbered(
        [
            (
                *who(line.person),
                line.person.community,
                flag_words(line.person.flags),
                day_words(line.first_on),
                word(VISIT_METHODS, line.method),
                line.visitors,
                line.times,
            )
            for line in visits.visited_people
        ]
    )
    return Section("已探访人员名单", columns, rows)


def _unvisited(visits: VisitFigures) -> Section:
    columns = (
        centred("序号"),
        text("姓名"),
        centred("性别"),
        centred("年龄"),
        text("社区"),
        text("住址"),
        text("联系电话"),
        text("特殊困难类别"),
        centred("最近见到"),
        amount("本月尝试"),
        text("未访原因"),
    )
    rows = numbered(
        [
            (
                *who(line.person),
                line.person.community,
                line.person.address,
                line.person.phone,
                flag_words(line.person.flags),
                day_words(line.last_contact),
                line.attempts,
                VISIT_OUTCOMES.get(line.reason, UNTRIED),
            )
            for line in visits.unvisited_people
        ]
    )
    return Section(
        "未探访人员名单",
        columns,
        rows,
        note="“最近见到”为历次探访中最近一次见到本人的日期，“—”为尚无记录；未访原因为本月最近一次尝试的结果。",
    )


def _excused(visits: VisitFigures) -> Section:
    columns = (
        centred("序号"),
        text("姓名"),
        centred("性别"),
        centred("年龄"),
        text("社区"),
        text("特殊困难类别"),
        text("免访原因"),
        centred("日期"),
    )
    rows = numbered(
        [
            (
                *who(line.person),
                line.person.community,
                flag_words(line.person.flags),
                word(EXCUSES, line.reason),
                day_words(line.since),
            )
            for line in visits.excused_people
        ]
    )
    return Section("免访人员名单", columns, rows)


def _late_joiners(visits: VisitFigures) -> Section:
    columns = (
        centred("序号"),
        text("姓名"),
        centred("性别"),
        centred("年龄"),
        text("社区"),
        text("住址"),
        text("联系电话"),
        text("特殊困难类别"),
    )
    rows = numbered(
        [
            (*who(person), person.community, person.address, person.phone, flag_words(person.flags))
            for person in visits.late_joiners_people
        ]
    )
    return Section("新增人员名单（自下月起应访）", columns, rows)


def _risks(visits: VisitFigures) -> Section:
    columns = (
        centred("序号"),
        text("姓名"),
        text("社区"),
        centred("发现日期"),
        text("风险"),
        centred("等级"),
        text("处置措施"),
        centred("应办日期"),
        centred("办结日期"),
        amount("天数"),
        text("结果"),
    )
    rows = numbered(
        [
            (
                line.person.name,
                line.person.community,
                day_words(line.found_on),
                line.what,
                word(RISK_LEVELS, line.level),
                line.action,
                day_words(line.due_on),
                day_words(line.closed_on),
                line.age_days,
                line.result,
            )
            for line in visits.risks
        ]
    )
    return Section("风险与处置", columns, rows, note="口径：本月发现的，以及此前发现、本月初尚未办结的风险。")

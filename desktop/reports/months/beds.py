"""床位使用月报: beds, bed-days and occupancy, the operating subsidy by grade, and every stay of the month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from desktop.core.document import Cell, Section
from desktop.core.figures.beds import BedFigures, ClassLine, PlaceFigures, StayLine
from desktop.core.figures.day_care import DayCareFigures, DayCareLine
from desktop.core.figures.home_beds import HomeBedFigures, HomeBedLine
from desktop.core.figures.indicators import Indicator
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.stay_fees import StayFeeFigures
from desktop.core.money import yuan_text
from desktop.core.words.counts import SOURCES
from desktop.core.words.terms import BED_KINDS, BED_MODES, GRADES, PLANS
from desktop.reports.columns import Column, Table, about, added, amount, centred, headed, text
from desktop.reports.months.indicators import aim_words, met_words
from desktop.reports.words import TOTAL, day_words, rule, word, yuan
from desktop.services.figures.bed_classes import UNGRADED, class_word

TITLE, CLASSES = "床位使用月报", "床日（按类别和能力等级）"
_DEFAULT_TIERS = {"intact": 5000, "mild": 7000, "moderate": 10000, "severe": 15000, "complete": 15000}


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    beds = figures.beds
    classes = (_classes(beds),) if beds.by_class else ()
    shares = (_SHARES_OF_PLANS.of(figures.bed_shares),) if beds.beds and figures.bed_shares else ()
    own = (_SUMMARY.of([beds]), _grades(beds), *classes, *shares, _STAYS.of(beds.stays))
    others = (_PLACES.of(beds.places),) if any(place.available_days or place.persons for place in beds.places) else ()
    stays = (_OTHER_STAYS.of(beds.other_stays),) if beds.other_stays else ()
    lines = beds.day_care.lines
    came = (_DAY_CARE.of([beds.day_care]), *((_DAY_CARE_LINES.of(lines),) if lines else ()))
    at_home = (_AT_HOME.of([beds.home_beds]), *((_AT_HOME_LINES.of(homes),) if (homes := beds.home_beds.lines) else ()))
    fees = () if beds.fees is None else (_FEES.of([beds.fees]),)
    return headed((*own, *others, *stays, *came, *at_home, *fees))


_SUMMARY: Table[BedFigures] = Table(
    "总体情况",
    (
        centred("月末床位数", lambda beds: beds.beds),
        centred("护理型床位", lambda beds: beds.nursing_beds),
        centred("护理型占比（%）", lambda beds: beds.nursing_share),
        centred("月末可用床位", lambda beds: beds.in_service_end),
        centred("月末在住", lambda beds: beds.occupied_end),
        centred("可用床日", lambda beds: beds.available_bed_days),
        centred("占用床日", lambda beds: beds.occupied_bed_days),
        centred("请假床日", lambda beds: beds.leave_bed_days),
        centred("入住率（%）", lambda beds: beds.occupancy),
        centred("运营补贴（元）", lambda beds: yuan(beds.operating_subsidy_fen)),
    ),
    "口径：只计全托床位，日托和家庭照护床位另表。入住当天计、离开当天不计；请假（住院、回家）期间保留床位，首日和末日均计为请假床日，不计入占用床日。"
    "可用床日＝各床位当月在用天数之和。入住率＝（占用床日＋请假床日）÷可用床日。"
    "护理型占比＝月末护理型床位数÷月末床位总数。月中打印时，尚未离开者按住到月末预计。",
)


class _Grade(NamedTuple):
    """What the stays of one grade come to."""

    name: str
    stays: int
    days: int
    fen: int


def _grades(beds: BedFigures) -> Section:
    codes = [*GRADES, *sorted(beds.subsidy_by_grade.keys() - set(GRADES))]
    lines = [_grade(code, beds) for code in codes]
    total = _Grade(TOTAL, len(beds.stays), beds.occupied_bed_days, beds.operating_subsidy_fen)
    table: Table[_Grade] = Table(
        "运营补贴（按能力等级）",
        (
            text("能力等级", lambda line: line.name),
            amount("入住记录（条）", lambda line: line.stays),
            amount("占用床日", lambda line: line.days),
            amount("运营补贴（元）", lambda line: yuan(line.fen)),
        ),
        subsidy_note(beds.rules),
    )
    return table.of(lines, total=total)


def _grade(code: str, beds: BedFigures) -> _Grade:
    days, fen = beds.subsidy_by_grade.get(code, (0, 0))
    return _Grade(grade_word(code), sum(code in stay.paid_by_grade for stay in beds.stays), days, fen)


def _classes(beds: BedFigures) -> Section:
    """Bed-days by class and grade, with the sums of all classes."""
    days: dict[str, int] = {}
    for line in beds.by_class:
        for grade, nights in line.days.items():
            days[grade] = days.get(grade, 0) + nights
    total = ClassLine(TOTAL, beds.beds, beds.nursing_beds, days, beds.leave_bed_days)
    grades = [*GRADES, *([""] if "" in days else [])]
    table: Table[ClassLine] = Table(
        CLASSES,
        (
            text("类别", lambda line: class_word(line.bed_class)),
            amount("月末床位", lambda line: line.beds),
            amount("护理型床位", lambda line: line.nursing_beds),
            *(amount(grade_word(grade), _days_of(grade)) for grade in grades),
            amount("占用床日", lambda line: line.occupied_days),
            amount("请假床日", lambda line: line.away_days),
        ),
        "口径：床日按当晚床位的类别计，月末床位按当月最后一天的类别计；没有登记类别的另列一行。等级与运营补贴同一口径。",
    )
    return table.of(beds.by_class, total=total)


def _days_of(grade: str) -> Callable[[ClassLine], Cell]:
    return lambda line: line.days.get(grade, 0)


def grade_word(code: str) -> str:
    """The Chinese word of a grade, of somebody without one too."""
    return GRADES.get(code, code) or UNGRADED


def standards(rules: Mapping[str, str]) -> dict[str, int]:
    """What each grade earns for a bed and a month, in fen."""
    fen: dict[str, int] = rule(rules, "bed_operating_subsidy_fen", _DEFAULT_TIERS)
    return fen


def subsidy_note(rules: Mapping[str, str]) -> str:
    """By which standards and for which nights the subsidy is counted."""
    fen = standards(rules)
    tiers = "，".join(
        f"{name}{yuan_text(fen[code]).removesuffix('.00')}元" for code, name in GRADES.items() if code in fen
    )
    tier = GRADES.get(rule(rules, "bed_subsidy_ungraded", ""), "")
    ungraded = f"未评估的按{tier}计。" if tier else ""
    return f"口径：补贴标准（每床每月）：{tiers}。{ungraded}{_SHARES[rule(rules, 'bed_subsidy_by', 'day')]}"


_SHARES = {
    "day": "每条入住记录的补贴＝在住各晚的等级所对应的标准之和÷当月天数，四舍五入到分；请假的日子不计。"
    "月内等级有变的记录在各等级各计一条。",
    "last_night": "每条入住记录的补贴＝当月最后一晚的等级所对应的标准×当月占用天数÷当月天数，"
    "四舍五入到分；请假的日子不计。",
}

_SHARES_OF_PLANS: Table[Indicator] = Table(
    "床位占比与各方案要求",
    (
        text("依据", lambda one: one.document or word(PLANS, one.plan)),
        text("指标", lambda one: one.name),
        text("分子", lambda one: word(SOURCES, one.numerator.key) if one.numerator else ""),
        centred("要求", aim_words),
        centred("完成（%）", lambda one: one.value),
        centred("达标情况", met_words),
    ),
    "口径：各方案对护理型床位、兜底线和普惠性床位占比的要求逐一列出，按月末床位计；达标与否按床位数计算。",
)

_PLACES: Table[PlaceFigures] = Table(
    "日托和家庭照护床位",
    (
        text("服务方式", lambda place: word(BED_MODES, place.mode)),
        amount("月末数", lambda place: place.places),
        amount("月末在用", lambda place: place.taken_end),
        amount("可用天数", lambda place: place.available_days),
        amount("占用天数", lambda place: place.taken_days),
        amount("请假天数", lambda place: place.away_days),
        amount("人数", lambda place: place.persons),
    ),
    "日托和家庭照护床位不计入床位数、护理型占比、床日、入住率和运营补贴。",
)

_WHO: tuple[Column[StayLine], ...] = (
    text("床位", lambda stay: stay.bed),
    centred("类型", lambda stay: word(BED_KINDS, stay.kind)),
    centred("服务方式", lambda stay: word(BED_MODES, stay.mode)),
    *about("name", "sex", "age"),
    centred("能力等级", lambda stay: grade_word(stay.grade)),
    centred("入住日期", lambda stay: day_words(stay.from_on)),
    centred("离开日期", lambda stay: day_words(stay.to_on)),
    added("占用天数", lambda stay: stay.occupied_days),
    added("请假天数", lambda stay: stay.leave_days),
)
_STILL = "离开日期为“—”的仍在住；能力等级为当月最后一晚的等级。"
_STAYS: Table[StayLine] = Table(
    "入住明细", (*_WHO, added("运营补贴（元）", lambda stay: yuan(stay.subsidy_fen))), _STILL, numbered=True
)
_OTHER_STAYS: Table[StayLine] = Table("日托和家庭照护明细", _WHO, _STILL, numbered=True)

_DAY_CARE: Table[DayCareFigures] = Table(
    "日托出勤",
    (
        centred("日托位（月末）", lambda care: care.places),
        centred("出勤人数", lambda care: care.persons),
        centred("出勤人天", lambda care: care.attendance_days),
        centred("时长（分钟）", lambda care: care.minutes),
        centred("未签退（次）", lambda care: care.unsigned),
    ),
    "口径：按到离登记计，一人一天无论来几次计一个人天；没有签退的计人天、不计时长。日托出勤与床日分开统计，不计入床位数、入住率和运营补贴。",
)
_DAY_CARE_LINES: Table[DayCareLine] = Table(
    "日托出勤明细",
    (
        *about("name", "sex", "age", "community"),
        added("出勤人天", lambda line: line.days),
        added("时长（分钟）", lambda line: line.minutes),
        added("未签退（次）", lambda line: line.unsigned),
    ),
    numbered=True,
)

_AT_HOME: Table[HomeBedFigures] = Table(
    "家庭照护服务",
    (
        centred("月末在签", lambda home: home.in_force_end),
        centred("本月新签", lambda home: home.signed),
        centred("本月结束", lambda home: home.ended),
        centred("计划次数", lambda home: home.planned),
        centred("完成次数", lambda home: home.done),
        centred("计划完成率（%）", lambda home: home.rate),
        centred("复评（次）", lambda home: home.reviews),
    ),
    "口径：按签约登记计，与床位、床日分开统计，不计入床位数、入住率和运营补贴。计划按周（周一至周日）计，"
    "周日在本月、计划和合同整周有效的周计入；同类型的上门服务完成一次计一次，每周至多计到计划次数。月中打印时含未到的周。",
)
_AT_HOME_LINES: Table[HomeBedLine] = Table(
    "家庭照护服务明细",
    (
        *about("name", "sex", "age", "community"),
        centred("签约日期", lambda line: day_words(line.signed_on)),
        centred("结束日期", lambda line: day_words(line.ended_on)),
        added("计划次数", lambda line: line.planned),
        added("完成次数", lambda line: line.done),
        added("复评（次）", lambda line: line.reviews),
    ),
    numbered=True,
)

_FEES: Table[StayFeeFigures] = Table(
    "住养收费（元）",
    (
        centred("月初余额", lambda fees: yuan(fees.opening)),
        centred("计费", lambda fees: yuan(fees.charged)),
        centred("收退", lambda fees: yuan(fees.paid)),
        centred("月末欠费", lambda fees: yuan(fees.owed)),
        centred("月末预交", lambda fees: yuan(fees.paid_ahead)),
        centred("月末押金", lambda fees: yuan(fees.deposits)),
        centred("计费人数", lambda fees: fees.persons_charged),
        centred("欠费人数", lambda fees: fees.persons_owing),
    ),
    "口径：按入账日期计，冲正计入原来的一栏；收退＝收费－退费＋押金抵扣。月初余额为负的是欠费；"
    "月初余额－计费＋收退＝月末预交－月末欠费。押金不计入收退。是本中心的收费，不计入运营补贴。",
)

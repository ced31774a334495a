"""床位使用月报: beds, bed-days and occupancy, the operating subsidy by grade, and every stay of the month."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.figures.beds import BedFigures
from desktop.core.figures.month import MonthFigures
from desktop.core.money import yuan_text
from desktop.core.words.terms import BED_KINDS, BED_MODES, GRADES
from desktop.reports.paper.document import Row, Section, amount, centred, headed, numbered, text
from desktop.reports.words import TOTAL, day_words, rule, sums, who, word, yuan

TITLE = "床位使用月报"
UNGRADED = "未评估"
_DEFAULT_TIERS = {"intact": 5000, "mild": 7000, "moderate": 10000, "severe": 15000, "complete": 15000}


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    beds = figures.beds
    return headed((_summary(beds), _grades(beds), _stays(beds)))


def _summary(beds: BedFigures) -> Section:
    columns = (
        centred("月末床位数"),
        centred("护理型床位"),
        centred("护理型占比（%）"),
        centred("月末可用床位"),
        centred("月末在住"),
        centred("可用床日"),
        centred("占用床日"),
        centred("请假床日"),
        centred("入住率（%）"),
        centred("运营补贴（元）"),
    )
    row: Row = (
        beds.beds,
        beds.nursing_beds,
        beds.nursing_share,
        beds.in_service_end,
        beds.occupied_end,
        beds.available_bed_days,
        beds.occupied_bed_days,
        beds.leave_bed_days,
        beds.occupancy,
        yuan(beds.operating_subsidy_fen),
    )
    note = (
        "口径：入住当天计、离开当天不计；请假（住院、回家）期间保留床位，首日和末日均计为请假床日，不计入占用床日。"
        "可用床日＝各床位当月在用天数之和。入住率＝（占用床日＋请假床日）÷可用床日。"
        "护理型占比＝月末护理型床位数÷月末床位总数。月中打印时，尚未离开者按住到月末预计。"
    )
    return Section("总体情况", columns, (row,), note=note)


def _grades(beds: BedFigures) -> Section:
    columns = (text("能力等级"), amount("入住记录（条）"), amount("占用床日"), amount("运营补贴（元）"))
    rows: list[Row] = []
    for grade in [*GRADES, *sorted({stay.grade for stay in beds.stays} - set(GRADES))]:
        stays = [stay for stay in beds.stays if stay.grade == grade]
        if stays or grade in GRADES:
            money = sum(stay.subsidy_fen for stay in stays)
            name = GRADES.get(grade, grade) or UNGRADED
            rows.append((name, len(stays), sum(stay.occupied_days for stay in stays), yuan(money)))
    totals: Row = (TOTAL, len(beds.stays), beds.occupied_bed_days, yuan(beds.operating_subsidy_fen))
    return Section("运营补贴（按能力等级）", columns, tuple(rows), totals, _subsidy_note(beds.rules))


def _subsidy_note(rules: Mapping[str, str]) -> str:
    fen: dict[str, int] = rule(rules, "bed_operating_subsidy_fen", _DEFAULT_TIERS)
    tiers = "，".join(
        f"{name}{yuan_text(fen[code]).removesuffix('.00')}元" for code, name in GRADES.items() if code in fen
    )
    tier = GRADES.get(rule(rules, "bed_subsidy_ungraded", ""), "")
    ungraded = f"未评估的按{tier}计。" if tier else ""
    return (
        f"口径：补贴标准（每床每月）：{tiers}。{ungraded}每条入住记录的补贴＝标准×当月占用天数÷当月天数，四舍五入到分。"
    )


def _stays(beds: BedFigures) -> Section:
    columns = (
        centred("序号"),
        text("床位"),
        centred("类型"),
        centred("服务方式"),
        text("姓名"),
        centred("性别"),
        centred("年龄"),
        centred("能力等级"),
        centred("入住日期"),
        centred("离开日期"),
        amount("占用天数"),
        amount("请假天数"),
        amount("运营补贴（元）"),
    )
    rows = numbered(
        [
            (
                stay.bed,
                word(BED_KINDS, stay.kind),
                word(BED_MODES, stay.mode),
                *who(stay.person),
                GRADES.get(stay.grade, stay.grade) or UNGRADED,
                day_words(stay.from_on),
                day_words(stay.to_on),
                stay.occupied_days,
                stay.leave_days,
                yuan(stay.subsidy_fen),
            )
            for stay in beds.stays
        ]
    )
    totals = sums(rows, ("", TOTAL, *[""] * 8)) if rows else None
    return Section("入住明细", columns, rows, totals, "离开日期为“—”的仍在住。")

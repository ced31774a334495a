"""在册老年人情况表: the register at the end of the month, who came, who left, who reaches 80, 90 and 100."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import ChangeLine, PeopleFigures
from desktop.core.rates import rate
from desktop.core.words.terms import AGE_BANDS, FLAGS, GRADES, LIVING_ARRANGEMENTS, REGISTER_STATES, SEXES
from desktop.reports.paper.document import Cell, Column, Row, Section, amount, centred, headed, numbered, text
from desktop.reports.words import BAND_WORDS, TOTAL, band_columns, day_words, flag_words, one_row, who, word

TITLE = "在册老年人情况表"


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    people = figures.people
    return headed(
        (
            _summary(people),
            _bands(people),
            _flags(people),
            _communities(people),
            _counts("能力等级情况（人）", GRADES, people.by_grade),
            _counts("居住情况（人）", LIVING_ARRANGEMENTS, people.by_living),
            _changes("本月新增人员", "来源或原因", people.added),
            _changes("本月停止人员", "停止原因", people.stopped),
            _turning(people),
        )
    )


def change_sections(people: PeopleFigures) -> tuple[Section, ...]:
    """Who came and who left in the month, with reasons: a list of its own for the office."""
    return headed(
        (_changes("本月新增人员", "来源或原因", people.added), _changes("本月停止人员", "停止原因", people.stopped))
    )


def turning_section(people: PeopleFigures) -> Section:
    """Who reaches 80, 90 or 100 in the month."""
    return _turning(people)


def _summary(people: PeopleFigures) -> Section:
    columns = (
        centred("月末在册"),
        centred("本月新增"),
        centred("本月停止"),
        centred("待核"),
        *(centred(f"本月满{age}岁") for age in (80, 90, 100)),
        centred("65岁以上健康档案（份）"),
        centred("建档率（%）"),
        centred("65岁以上家庭医生签约"),
        centred("签约率（%）"),
    )
    row: Row = (
        people.on_register_end,
        len(people.added),
        len(people.stopped),
        people.to_verify,
        *(len(people.turning.get(age, ())) for age in (80, 90, 100)),
        people.health_record_65[0],
        _share(people.health_record_65),
        people.family_doctor_65[0],
        _share(people.family_doctor_65),
    )
    note = (
        "口径：在册人数为月末最后一日的在册老年人；新增、停止按登记状态变动的日期计入当月。"
        f"待核＝证件号码待核实者，仍计入在册。建档率、签约率的分母为月末在册的65岁及以上老年人（{people.health_record_65[1]}人）。"
    )
    return Section("总体情况", columns, (row,), note=note)


def _share(pair: tuple[int, int]) -> Decimal | None:
    return rate(*pair)


def _bands(people: PeopleFigures) -> Section:
    sexes = [code for code in SEXES if code != "unknown" or _has(people.by_band_sex, code)]
    columns = (text("年龄段"), *(amount(SEXES[code]) for code in sexes), amount(TOTAL), amount("占比（%）"))
    rows: list[Row] = []
    for band in AGE_BANDS:
        count = people.by_band.get(band, 0)
        counts: list[Cell] = [people.by_band_sex.get((band, code), 0) for code in sexes]
        rows.append((BAND_WORDS[band], *counts, count, rate(count, people.on_register_end)))
    totals: Row = (
        TOTAL,
        *(sum(people.by_band_sex.get((band, code), 0) for band in AGE_BANDS) for code in sexes),
        people.on_register_end,
        rate(people.on_register_end, people.on_register_end),
    )
    known = sum(people.by_band.values())
    note = "口径：年龄按月末最后一日的周岁计。"
    if known < people.on_register_end:
        note += f"另有{people.on_register_end - known}人出生日期不明，只计入合计。"
    return Section("年龄与性别情况（人）", columns, tuple(rows), totals, note)


def _has(counts: Mapping[tuple[str, str], int], sex: str) -> bool:
    return any(count for (_, code), count in counts.items() if code == sex)


def _flags(people: PeopleFigures) -> Section:
    columns = (text("类别"), *band_columns(), amount(TOTAL))
    codes = [*FLAGS, *(code for code in people.by_flag if code not in FLAGS)]
    rows: tuple[Row, ...] = tuple(
        (
            word(FLAGS, code),
            *(people.by_flag_band.get((code, band), 0) for band in AGE_BANDS),
            people.by_flag.get(code, 0),
        )
        for code in codes
    )
    note = "口径：月末当日有效的类别；高龄（80岁及以上）由出生日期推算。一人可属多个类别，各类别之和可大于在册人数。"
    return Section("特殊困难与经济困难类别（人）", columns, rows, note=note)


def _communities(people: PeopleFigures) -> Section:
    columns = (text("社区"), amount("人数"), amount("占比（%）"))
    rows = tuple(
        (word({}, name), count, rate(count, people.on_register_end)) for name, count in people.by_community.items()
    )
    totals: Row = (TOTAL, sum(people.by_community.values()), rate(people.on_register_end, people.on_register_end))
    return Section("分社区情况", columns, rows, totals)


def _counts(title: str, words: Mapping[str, str], counts: Mapping[str, int]) -> Section:
    columns, rows = one_row(words, counts)
    return Section(title, columns, rows)


_PERSON: tuple[Column, ...] = (
    centred("序号"),
    text("姓名"),
    centred("性别"),
    centred("年龄"),
    centred("证件号码"),
    text("社区"),
    text("类别"),
)


def _person(line: ChangeLine) -> Row:
    person = line.person
    return (*who(person), person.id_masked, person.community, flag_words(person.flags))


def _changes(title: str, why: str, lines: Sequence[ChangeLine]) -> Section:
    rows = [(*_person(line), day_words(line.day), REGISTER_STATES.get(line.reason, line.reason)) for line in lines]
    return Section(title, (*_PERSON, centred("日期"), text(why)), numbered(rows))


def _turning(people: PeopleFigures) -> Section:
    rows = [
        (*_person(line), day_words(line.day), f"满{age}岁")
        for age, lines in sorted(people.turning.items())
        for line in lines
    ]
    note = "供高龄津贴办理参考；日期为满岁生日。"
    return Section("本月满80、90、100岁人员", (*_PERSON, centred("生日"), centred("满龄")), numbered(rows), note=note)

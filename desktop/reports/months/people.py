"""在册老年人情况表: the register at the end of the month, who came, who left, who reaches 80, 90 and 100."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop.core.document import Cell, Section
from desktop.core.figures.month import MonthFigures
from desktop.core.figures.people import ChangeLine, PeopleFigures
from desktop.core.rates import rate
from desktop.core.trade import Sex
from desktop.core.words.terms import AGE_BANDS, FLAGS, GRADES, LIVING_ARRANGEMENTS, REGISTER_STATES, SEXES
from desktop.reports.columns import Column, Table, about, amount, by_word, centred, codes_of, headed, text
from desktop.reports.words import BAND_WORDS, TOTAL, day_words, word

TITLE = "在册老年人情况表"
_PERSON = about("name", "sex", "age", "id", "community", "kinds")


def sections(figures: MonthFigures) -> tuple[Section, ...]:
    """The tables of the report."""
    people = figures.people
    return headed(
        (
            _summary(people),
            _bands(people),
            _flags(people),
            _communities(people),
            by_word("能力等级情况（人）", GRADES, people.by_grade).of([people.by_grade]),
            by_word("居住情况（人）", LIVING_ARRANGEMENTS, people.by_living).of([people.by_living]),
            *_changes(people),
            turning_section(people),
        )
    )


def change_sections(people: PeopleFigures) -> tuple[Section, ...]:
    """Who came and who left in the month, with reasons: a list of its own for the office."""
    return headed(_changes(people))


def turning_section(people: PeopleFigures) -> Section:
    """Who reaches 80, 90 or 100 in the month."""
    return _TURNING.of(
        replace(line, reason=f"满{age}岁") for age, lines in sorted(people.turning.items()) for line in lines
    )


def _turning(age: int) -> Callable[[PeopleFigures], Cell]:
    return lambda people: len(people.turning.get(age, ()))


_SUMMARY: Table[PeopleFigures] = Table(
    "总体情况",
    (
        centred("月末在册", lambda people: people.on_register_end),
        centred("本月新增", lambda people: len(people.added)),
        centred("本月停止", lambda people: len(people.stopped)),
        centred("待核", lambda people: people.to_verify),
        *(centred(f"本月满{age}岁", _turning(age)) for age in (80, 90, 100)),
        centred("65岁以上健康档案（份）", lambda people: people.health_record_65[0]),
        centred("建档率（%）", lambda people: rate(*people.health_record_65)),
        centred("65岁以上家庭医生签约", lambda people: people.family_doctor_65[0]),
        centred("签约率（%）", lambda people: rate(*people.family_doctor_65)),
    ),
    "口径：在册人数为月末最后一日的在册老年人；新增、停止按登记状态变动的日期计入当月。"
    "待核＝证件号码待核实者，仍计入在册。建档率、签约率的分母为月末在册的65岁及以上老年人",
)


def _summary(people: PeopleFigures) -> Section:
    return replace(_SUMMARY, note=f"{_SUMMARY.note}（{people.health_record_65[1]}人）。").of([people])


class _Sexes(NamedTuple):
    """People of an age band by sex."""

    name: str
    by_sex: Mapping[str, int]
    people: int


def _bands(people: PeopleFigures) -> Section:
    sexes = [code for code in SEXES if code != Sex.UNKNOWN or _has(people.by_band_sex, code)]
    lines = [_sexes(people, BAND_WORDS[band], (band,), people.by_band.get(band, 0)) for band in AGE_BANDS]
    note = "口径：年龄按月末最后一日的周岁计。"
    known = sum(people.by_band.values())
    if known < people.on_register_end:
        note += f"另有{people.on_register_end - known}人出生日期不明，只计入合计。"
    table: Table[_Sexes] = Table(
        "年龄与性别情况（人）",
        (
            text("年龄段", lambda line: line.name),
            *(amount(SEXES[code], _of_sex(code)) for code in sexes),
            amount(TOTAL, lambda line: line.people),
            amount("占比（%）", lambda line: rate(line.people, people.on_register_end)),
        ),
        note,
    )
    return table.of(lines, total=_sexes(people, TOTAL, AGE_BANDS, people.on_register_end))


def _sexes(people: PeopleFigures, name: str, bands: Sequence[str], count: int) -> _Sexes:
    return _Sexes(name, {sex: sum(people.by_band_sex.get((band, sex), 0) for band in bands) for sex in SEXES}, count)


def _of_sex(code: str) -> Callable[[_Sexes], Cell]:
    return lambda line: line.by_sex.get(code, 0)


def _has(counts: Mapping[tuple[str, str], int], sex: str) -> bool:
    return any(count for (_, code), count in counts.items() if code == sex)


def _flags(people: PeopleFigures) -> Section:
    def of(band: str) -> Callable[[str], Cell]:
        return lambda code: people.by_flag_band.get((code, band), 0)

    table: Table[str] = Table(
        "特殊困难与经济困难类别（人）",
        (
            text("类别", lambda code: word(FLAGS, code)),
            *(amount(BAND_WORDS[band], of(band)) for band in AGE_BANDS),
            amount(TOTAL, lambda code: people.by_flag.get(code, 0)),
        ),
        "口径：月末当日有效的类别；高龄（80岁及以上）由出生日期推算，残疾由残疾证或重残类别得出。一人可属多个类别，各类别之和可大于在册人数。",
    )
    return table.of(codes_of(FLAGS, people.by_flag))


class _Share(NamedTuple):
    """People of a community and of how many they are a part."""

    name: str
    people: int
    whole: int


_COMMUNITIES: Table[_Share] = Table(
    "分社区情况",
    (
        text("社区", lambda line: word({}, line.name)),
        amount("人数", lambda line: line.people),
        amount("占比（%）", lambda line: rate(line.people, line.whole)),
    ),
)


def _communities(people: PeopleFigures) -> Section:
    whole = people.on_register_end
    lines = [_Share(name, count, whole) for name, count in people.by_community.items()]
    section = _COMMUNITIES.of(lines)
    return replace(section, totals=(TOTAL, sum(people.by_community.values()), rate(whole, whole)))


def _changes(people: PeopleFigures) -> tuple[Section, Section]:
    return (
        _change_table("本月新增人员", "来源或原因").of(people.added),
        _change_table("本月停止人员", "停止原因").of(people.stopped),
    )


def _change_table(title: str, why: str) -> Table[ChangeLine]:
    columns: tuple[Column[ChangeLine], ...] = (
        *_PERSON,
        centred("日期", _day),
        text(why, lambda line: REGISTER_STATES.get(line.reason, line.reason)),
    )
    return Table(title, columns, numbered=True)


def _day(line: ChangeLine) -> Cell:
    return day_words(line.day)


_TURNING: Table[ChangeLine] = Table(
    "本月满80、90、100岁人员",
    (*_PERSON, centred("生日", _day), centred("满龄", lambda line: line.reason)),
    "供高龄津贴办理参考；日期为满岁生日。",
    numbered=True,
)

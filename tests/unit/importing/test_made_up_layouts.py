"""Layouts that nobody has shown us yet: what was written is read back, or what was not read is named."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.person.identity import check_character
from desktop.core.reasons import Reason
from desktop.importing import staging
from desktop.importing.book.cells import Cell, Sheet, Workbook
from desktop.importing.book.lines import Line
from desktop.importing.book.words import code_of
from desktop.importing.kinds.measures import minutes_of
from desktop.importing.values import Values
from desktop.importing.verdicts import Tally

FIELDS = ("name", "id_number", "community", "phone", "address", "remarks")
HEADINGS = {
    "name": ["姓名", "姓 名", "老人姓名", "服务对象", "老年人姓名*", "姓\n名", "★姓名"],
    "id_number": ["身份证号", "身份证号码", "公民身份号码", "身份证号（18位）", "老人身份证号码", "证件号码"],
    "community": ["社区", "所属社区", "村（社区）", "所在社区", "社区名称"],
    "phone": ["联系电话", "手机号码", "本人联系电话", "电话：", "老人手机"],
    "address": ["现住址", "家庭住址", "居住地址", "详细地址（门牌号）", "住址"],
    "remarks": ["备注", "备 注", "说明"],
}
# Columns of somebody else or of nobody's business: never taken, and named where they hold anything.
STRANGERS = {
    "户主身份证号": "530114193809113351",
    "网格员联系电话": "13900000001",
    "监护人身份证号码": "53012119501203128X",
    "包保干部姓名": "张干部",
    "片区民警电话": "13900000002",
    "养老金额": "1200",
    "健康码": "绿",
}
TITLES = ["2026年老年人花名册", "老年人基本情况登记表", "（内部资料）", "单位：示例中心        日期：2026年10月8日"]
FEET = [
    ["第 1 页 共 3 页"],
    ["以下空白"],
    ["——以下空白——"],
    ["合计", "3人"],
    ["共计3人"],
    ["填表人：张三", "", "审核人：李四"],
    ["制表日期：2026年10月8日"],
    ["注：以上情况属实"],
    ["- 1 -"],
    ["说明：本表一式两份。"],
    ["说明", "本表一式两份"],
    ["本页以下空白"],
    ["（完）"],
    ["Page 1 of 2"],
]
DITTO = ["同上", "〃", '"', "″", "同 上", "（同上）", "如上", "''", "”", "々", "〃〃", "同上栏"]
# The line of column numbers beneath the headings.
NUMBERS = (
    lambda count: [str(one) for one in range(1, count + 1)],
    lambda count: [f"（{one}）" for one in range(1, count + 1)],
    lambda count: [*"甲乙丙丁戊己庚辛壬癸"[:count], *map(str, range(11, count + 1))],
    lambda count: ["甲", *map(str, range(1, count))],
    lambda count: ["栏次", *map(str, range(1, count))],
    lambda count: [*map(str, range(1, count)), f"{count}=1+2"],
)
SECTIONS = {
    "春晓社区": {"community": "春晓社区"},
    "金杏社区（3人）": {"community": "金杏社区"},
    "一、独居老人": {"flags": "living_alone"},
    "（二）空巢老人": {"flags": "empty_nest"},
    "三、低保户：2人": {"flags": "minimum_living"},
}
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴", "芳兰英秀玉华桂珍凤淑"


@dataclass
class Made:
    """A sheet and who stands in it: name → what has to be on record."""

    rows: list[list[Cell]] = field(default_factory=list)
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    shape: object = None
    shared: dict[str, str] = field(default_factory=dict)


def person_of(number: int) -> dict[str, str]:
    born = dt.date(1930, 1, 1) + dt.timedelta(days=number * 97)
    body = f"530114{born:%Y%m%d}{number % 999:03d}"
    return {
        "name": SURNAMES[number % 10] + GIVEN[number // 10 % 10] + GIVEN[number * 7 % 10],
        "id_number": body + check_character(body),
        "phone": f"138{number:08d}",
    }


@st.composite
def layouts(draw: st.DrawFn) -> Made:
    """A register in one or two blocks, each in one to three halves, with all that people put around them."""
    made = Made()
    numbers = iter(draw(st.lists(st.integers(0, 99), min_size=18, max_size=18, unique=True)))
    for title in draw(st.lists(st.sampled_from(TITLES), max_size=2, unique=True)):
        made.rows.append([title])
    for block in range(draw(st.integers(1, 2))):
        if block and draw(st.booleans()):
            made.rows.append([])
        draw_block(draw, made, numbers)
    for foot in draw(st.lists(st.sampled_from(FEET), max_size=3)):
        made.rows.append(list(foot))
    return made


def draw_block(draw: st.DrawFn, made: Made, numbers: object) -> None:
    halves = draw(st.integers(1, 3)) if draw(st.integers(0, 3)) == 0 else 1
    chosen = draw(st.lists(st.sampled_from(FIELDS[2:]), unique=True, max_size=4))
    order = draw(st.permutations(["name", "id_number", *chosen]))
    words = {name: draw(st.sampled_from(HEADINGS[name])) for name in order}
    numbered = draw(st.booleans())
    stranger = draw(st.sampled_from([*STRANGERS])) if halves == 1 and draw(st.booleans()) else ""
    heads = [*(["序号"] if numbered else []), *(words[name] for name in order)]
    made.rows.append([*(heads * halves), *([stranger] if stranger else [])])
    if len(made.rows[-1]) > 2 and draw(st.integers(0, 4)) == 0:
        made.rows.append(draw(st.sampled_from(NUMBERS))(len(made.rows[-1])))
    sections = halves == 1 and draw(st.booleans())
    # The same headings once more are those of the next printed page: its rows still stand under the section line above.
    shape = (halves, tuple(order), numbered, stranger)
    shared = made.shared if shape == made.shape else {}
    above: dict[str, str] = {}
    for line in range(draw(st.integers(1, 3))):
        if sections and draw(st.booleans()):
            text = draw(st.sampled_from([one for one, says in SECTIONS.items() if not set(says) & set(order)]))
            shared = nested(shared, SECTIONS[text])
            made.rows.append([text])
        row: list[Cell] = []
        for half in range(halves):
            row += [str(line * halves + half + 1)] if numbered else []
            row += draw_person(draw, made, person_of(next(numbers)), order, above if halves == 1 else {}, shared)  # type: ignore[call-overload]
        if stranger:
            row.append(STRANGERS[stranger])
            made.strangers.add(stranger)
        made.rows.append(row)
    made.shape, made.shared = shape, shared


def nested(above: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    # The same kind of section once more ends what was opened after it.
    names = [*above]
    kept = names[: names.index(next(iter(new)))] if next(iter(new)) in above else names
    return {name: above[name] for name in kept} | new


def draw_person(
    draw: st.DrawFn,
    made: Made,
    person: dict[str, str],
    order: list[str],
    above: dict[str, str],
    shared: dict[str, str],
) -> list[Cell]:
    person["community"] = draw(st.sampled_from(["桂花社区", "乌龙社区", "", "/", "—"]))
    person["address"] = draw(st.sampled_from(["3栋2单元", "12栋402", "", "-"]))
    person["remarks"] = draw(st.sampled_from(["", "爱下棋", "—"]))
    cells: list[Cell] = []
    for name in order:
        if name in {"community", "address"} and above.get(name) and draw(st.integers(0, 2)) == 0:
            person[name] = above[name]
            cells.append(draw(st.sampled_from(DITTO)))
            continue
        cells.append(person[name])
        if person[name]:
            above[name] = person[name]
    expected = {name: "" if person[name] in {"/", "-", "—"} else person[name] for name in order}
    empty = not person.get("community") or "community" not in order
    made.people[person["name"]] = expected | {name: value for name, value in shared.items() if name == "flags" or empty}
    return cells


def read_back(made: Made, actor: object) -> tuple[dict[str, dict[str, str]], set[str], set[str]]:
    """Who was read, whom or what the check names, and the headings that it says were not read."""
    sheet = Sheet("Sheet1", tuple(tuple(cell or None for cell in row) for row in made.rows))
    book = staging.Book(Workbook("名册.xlsx", (sheet,)), "0" * 64)
    checked = staging.check(actor, staging.propose(book, "residents"))  # type: ignore[arg-type]
    found = {}
    for rows in checked.readings.values():
        for reading in rows.values():
            draft = reading.entry.draft
            flags = {"flags": draft.flags[0].kind} if draft.flags else {}
            found[draft.name] = {name: str(getattr(draft, name)) for name in FIELDS} | flags
    refused = {cell for row in checked.verdicts if row.refused for cell in row.cells}
    unread = {one.value for one in checked.result.issues if one.reason == Reason.COLUMN_NOT_READ}
    return found, refused, unread


def hold(made: Made, actor: object) -> None:
    found, refused, unread = read_back(made, actor)
    assert made.strangers <= unread
    assert set(found) <= set(made.people) | refused
    for name, expected in made.people.items():
        assert name in found, f"{name} was lost without a word"
        assert {key: found[name].get(key, "") for key in expected} == expected
        taken = {key: value for key, value in found[name].items() if value and key not in expected}
        assert not taken, f"{name} got what is somebody else's: {taken}"


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(layouts())
def test_a_made_up_layout_is_read_back_or_what_was_not_read_is_named(actor, made: Made) -> None:
    hold(made, actor)


@pytest.mark.nightly
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(layouts())
def test_ten_thousand_made_up_layouts_are_read_back(actor, made: Made) -> None:
    hold(made, actor)


TICKED = [
    "☑{0} □{1} □{2}",
    "□{1} ☑{0} □{2}",
    "{0}√ {1} {2}",
    "[√]{0} [ ]{1}",
    "■{0}□{1}□{2}",
    "（√）{0}（ ）{1}",
    "□{2}●{0}",
    "{0}☑ {1}□ {2}□",
    "{1}□{0}☑{2}□",
    "{0}（√） {1}（ ） {2}（ ）",
    "{1}【】{0}【√】{2}【】",
    "√{0} {1} {2}",
    "①{1} ②{0}√ ③{2}",
    "1.{1}□ 2.{0}☑ 3.{2}□",
]
STATES = {"正常": "normal", "需关注": "attention", "风险": "risk"}


@given(st.permutations([*STATES]), st.sampled_from(TICKED))
def test_the_ticked_word_is_read_wherever_the_boxes_stand(words: list[str], form: str) -> None:
    assert code_of("block_state", form.format(*words)) == STATES[words[0]]


LENGTHS = {
    "{minutes}分钟": 1,
    "{minutes}分": 1,
    "{minutes} min": 1,
    "{hours}小时": 60,
    "{hours}个小时": 60,
    "{hours}h": 60,
    "{hours}小时{rest}分": 0,
    "{hours}小时{rest}分钟": 0,
    "{hours}:{rest:02d}": 0,
    "{hours}小时半": 90,
    "{hours}个半小时": 90,
}


@given(st.integers(1, 9), st.integers(1, 59), st.sampled_from([*LENGTHS]))
def test_a_length_of_time_is_read_in_its_unit(hours: int, rest: int, form: str) -> None:
    text = form.format(hours=hours, rest=rest, minutes=rest)
    whole = {0: hours * 60 + rest, 1: rest, 60: hours * 60, 90: hours * 60 + 30}[LENGTHS[form]]
    tally = Tally()
    assert minutes_of(Values(Line(2, {"minutes": 0}, (text,)), tally)) == whole
    assert tally.issues == []


@given(st.integers(1, 14), st.sampled_from(["半天", "一会儿", "{0}", "{0}次", "若干小时"]))
def test_a_length_without_a_unit_is_named_and_not_guessed(number: int, form: str) -> None:
    tally = Tally()
    assert minutes_of(Values(Line(2, {"minutes": 0}, (form.format(number),)), tally)) == 0
    assert [one.reason for one in tally.issues] == [Reason.UNIT_UNKNOWN]

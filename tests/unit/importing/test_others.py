"""More of each kind that people have (tests/data/cases): other headings, orders, marks, words, each read or named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.importing.importer import import_workbook
from desktop.importing.result import ImportResult
from desktop.models import query
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.importing.sheets import Rows, write

Take = Callable[..., ImportResult]
NUMBERS = [id_number(f"{1930 + place}-05-06", "female", 101 + place) for place in range(20)]


@pytest.fixture
def take(actor: Actor, tmp_path: Path) -> Take:
    """Write rows into a workbook and import it."""

    def run(kind: str, rows: Rows) -> ImportResult:
        return import_workbook(actor, kind, write(tmp_path / f"{kind}.xlsx", {"Sheet1": rows}))  # type: ignore[arg-type]

    return run


def named(result: ImportResult) -> list[tuple[int, str]]:
    return [(one.row, one.reason) for one in result.issues]


@pytest.mark.parametrize(
    ("written", "name", "reason"),
    [
        ("何秀 故", "何秀", "maybe_gone"),
        ("何秀（殁）", "何秀", "maybe_gone"),
        ("曾用名许三", "曾用名许三", "name_doubtful"),
        ("户主：杨珍", "户主:杨珍", "name_doubtful"),
        ("①何秀", "何秀", "name_with_note"),
    ],
)
def test_what_stands_beside_a_name(take: Take, written: str, name: str, reason: str) -> None:
    result = take("residents", [["姓名", "身份证号"], [written, NUMBERS[0]]])
    assert query.fetch("SELECT name FROM resident") == [(name,)]
    assert reason in [one for _, one in named(result)]


@pytest.mark.parametrize(
    "words",
    ["2025.3走了", "人已不在了", "跟儿子去外地居住", "投靠女儿", "作古", "回老家长住", "长期在外", "2024年过逝"],
)
def test_words_that_may_say_that_somebody_left_are_named_wherever_they_stand(take: Take, words: str) -> None:
    for heading, number in (("备注", NUMBERS[0]), ("健康状况", NUMBERS[1])):
        result = take("residents", [["姓名", "身份证号", heading], [f"何{'秀香'[heading == '备注']}", number, words]])
        assert named(result) == [(2, "maybe_gone")]


@pytest.mark.parametrize("words", ["行走不便，不能走了", "偶尔外出", "老家在昭通", "在家"])
def test_other_words_do_not(take: Take, words: str) -> None:
    assert named(take("residents", [["姓名", "身份证号", "备注"], ["何秀", NUMBERS[0], words]])) == []


@pytest.mark.parametrize(
    ("cell", "name", "relation"),
    [
        ("赵强/儿子/13812340000", "赵强", "儿子"),
        ("儿子：赵强 13812340000", "赵强", "儿子"),
        ("钱丽，女儿，13812340000", "钱丽", "女儿"),
        ("赵强（长子）13812340000", "赵强", "长子"),
        ("赵强 13812340000", "赵强", ""),
    ],
)
def test_a_contact_in_one_cell(take: Take, cell: str, name: str, relation: str) -> None:
    take("residents", [["姓名", "身份证号", "紧急联系人（姓名/关系/电话）"], ["何秀", NUMBERS[0], cell]])
    assert query.fetch("SELECT name, relation, phone FROM contact") == [(name, relation, "13812340000")]


def test_a_sign_at_the_end_of_a_number_has_the_right_length_but_is_no_x(take: Take) -> None:
    wrong = NUMBERS[0][:17] + "×"
    result = take("residents", [["姓名", "身份证号", "出生日期"], ["何秀", wrong, "1930-05-06"]])
    assert named(result) == [(2, "look_alike")]
    assert query.fetch("SELECT id_state FROM resident") == [("to_verify",)]


def test_four_digits_are_no_birth_date(take: Take) -> None:
    result = take("residents", [["姓名", "身份证号", "出生日期"], ["何秀", NUMBERS[0], "4305"]])
    assert named(result) == [(2, "bad_date")]
    assert query.fetch("SELECT born_on FROM resident") == [("1930-05-06",)]


@pytest.mark.parametrize(
    "numbers", [["甲", "乙", "丙", "丁"], ["A", "B", "C", "D=B+C"], ["1", "2", "3", "4=2+3"], ["甲", "1", "2", "3"]]
)
def test_a_line_of_column_numbers_is_nobody(take: Take, numbers: list[str]) -> None:
    result = take("residents", [["序号", "姓名", "身份证号", "住址"], numbers, ["1", "何秀", NUMBERS[0], "3栋"]])
    answer = result.as_json()
    assert (answer["imported"], answer["refused"], named(result)) == (1, 0, [])


def test_flags_and_states_with_the_box_behind_the_word(take: Take) -> None:
    rows: Rows = [["姓名", "身份证号", "老人类别"]]
    cells = ["独居（√） 空巢（ ）", "独居□ 空巢☑", "□独居 ☑空巢", "1.独居√ 2.空巢", "独居【√】空巢【】"]
    rows += [[f"何{char}", NUMBERS[at], cells[at]] for at, char in enumerate("秀香英芳兰")]
    assert named(take("residents", rows)) == []
    found = query.fetch("SELECT f.kind FROM flag f ORDER BY f.resident_id")
    assert [kind for (kind,) in found] == ["living_alone", "empty_nest", "empty_nest", "living_alone", "living_alone"]


def test_a_visit_whose_form_has_the_boxes_behind(take: Take, person: Callable[..., int]) -> None:
    person("何秀")
    take(
        "visits",
        [
            ["日期", "姓名", "方式", "探访结果", "健康状况"],
            ["2026-10-03", "何秀", "上门☑ 电话□", "见到☑未见到□", "正常□ 风险☑"],
        ],
    )
    assert query.fetch("SELECT method, outcome, health FROM visit") == [("home", "reached", "risk")]


def month_of_meals(*rows: list[object], head: list[object]) -> Rows:
    return [["2026年10月就餐登记表"], [*head, *range(1, 32)], *rows]


MEALS = "SELECT r.name, m.meal, m.mode, m.eaten_on FROM meal m JOIN resident r ON r.id = m.resident_id ORDER BY m.id"


def test_a_name_that_stands_once_for_its_rows_of_meals(
    take: Take, person: Callable[..., int], canteen_prices: None
) -> None:
    person("何秀")
    person("何香")
    rows = [["何秀", "午餐", "√"], ["", "晚餐", "", "√"], ["何香", "晚", "√"], ["", "午", "√"]]
    assert named(take("meals", month_of_meals(*rows, head=["姓名", "用餐时段"]))) == []
    assert query.fetch(MEALS) == [
        ("何秀", "lunch", "dine_in", "2026-10-01"),
        ("何秀", "dinner", "dine_in", "2026-10-02"),
        ("何香", "dinner", "dine_in", "2026-10-01"),
        ("何香", "lunch", "dine_in", "2026-10-01"),
    ]


def test_how_a_person_takes_the_meals_of_the_month(
    take: Take, person: Callable[..., int], canteen_prices: None
) -> None:
    person("何秀")
    take("meals", month_of_meals(["何秀", "送餐", "√", "堂"], head=["姓名", "就餐方式"]))
    assert query.fetch(MEALS) == [
        ("何秀", "lunch", "delivered", "2026-10-01"),
        ("何秀", "lunch", "dine_in", "2026-10-02"),
    ]


def test_noon_and_evening_under_days_that_are_written_twice(
    take: Take, person: Callable[..., int], canteen_prices: None
) -> None:
    person("何秀")
    days = [f"{day}日" for day in range(1, 32) for _ in "午晚"]
    take("meals", [["2026年10月"], ["姓名", *days], ["", *"午晚" * 31], ["何秀", "√", "", "", "√"]])
    assert query.fetch(MEALS) == [
        ("何秀", "lunch", "dine_in", "2026-10-01"),
        ("何秀", "dinner", "dine_in", "2026-10-02"),
    ]


@pytest.mark.parametrize("group", ["家庭医生信息", "网格员", "联系干部信息", "责任民警"])
def test_what_stands_beneath_somebody_elses_group_is_theirs(take: Take, group: str) -> None:
    heads = [["老人信息", "", group, ""], ["姓名", "身份证号", "姓名", "联系电话"]]
    result = take("residents", [*heads, ["何秀", NUMBERS[0], "张医生", "13922222222"]])
    assert query.fetch("SELECT name, phone FROM resident") == [("何秀", "")]
    assert "column_not_read" in [reason for _, reason in named(result)]


@pytest.mark.parametrize(
    "cell",
    [
        "☒独居 □空巢 □失能",
        "R独居 £空巢",
        "þ独居 o空巢",
        "回独居 口空巢",
        "⊠独居 □空巢",
        "⦿独居 ○空巢",
        "🗹独居 ☐空巢",
        "✅独居 ⬜空巢",
        "老人类别：□空巢 ☑独居",
    ],
)
def test_boxes_of_other_fonts_and_hands(take: Take, cell: str) -> None:
    assert named(take("residents", [["姓名", "身份证号", "老人类别"], ["何秀", NUMBERS[0], cell]])) == []
    assert query.fetch("SELECT kind FROM flag") == [("living_alone",)]


@pytest.mark.parametrize("cell", ["※独居 □空巢", "☑独居 ☒空巢 □失能"])
def test_a_mark_that_may_say_anything_does_not_lose_its_word(take: Take, cell: str) -> None:
    result = take("residents", [["姓名", "身份证号", "老人类别"], ["何秀", NUMBERS[0], cell]])
    assert "unknown_word" in [reason for _, reason in named(result)]


@pytest.mark.parametrize(
    ("written", "reasons"), [("何秀-已故", ["maybe_gone", "name_with_note"]), ("何秀—女", ["name_with_note"])]
)
def test_what_stands_behind_a_dash_is_no_name(take: Take, written: str, reasons: list[str]) -> None:
    result = take("residents", [["姓名", "身份证号"], [written, NUMBERS[0]]])
    assert sorted(reason for _, reason in named(result)) == reasons
    assert query.fetch("SELECT name FROM resident") == [("何秀",)]


@pytest.mark.parametrize("written", ["何秀夫妇", "何秀一家", "何秀等3人"])
def test_a_couple_is_not_one_person(take: Take, written: str) -> None:
    result = take("residents", [["姓名", "身份证号"], [written, NUMBERS[0]]])
    assert named(result) == [(2, "several_names")]
    assert query.fetch("SELECT name FROM resident") == []


@pytest.mark.parametrize("numbers", [["①", "②", "③"], ["⑴", "⑵", "⑶"], ["⒈", "⒉", "⒊"], ["Ⅰ", "Ⅱ", "Ⅲ"]])
def test_column_numbers_in_other_characters(take: Take, numbers: list[str]) -> None:
    answer = take("residents", [["姓名", "身份证号", "住址"], numbers, ["何秀", NUMBERS[0], "3栋"]]).as_json()
    assert (answer["imported"], answer["refused"]) == (1, 0)


@pytest.mark.parametrize("foot", ["第二页", "2026年3月5日", "金鼎社区居委会（盖章）", "联系人：王芳 电话：13812340099"])
def test_what_stands_alone_beneath_a_list_is_nobody_and_no_community(take: Take, foot: str) -> None:
    rows: Rows = [["姓名", "身份证号", "住址"], ["何秀", NUMBERS[0], "3栋"], [foot], ["何香", NUMBERS[1], "4栋"]]
    assert take("residents", rows).as_json()["refused"] == 0
    assert query.fetch("SELECT name, community FROM resident ORDER BY id") == [("何秀", ""), ("何香", "")]


def test_weekdays_in_brackets_are_nobody(take: Take, person: Callable[..., int], canteen_prices: None) -> None:
    person("何秀")
    weekdays = ["", *(f"（{'四五六日一二三'[day % 7]}）" for day in range(31))]
    assert named(take("meals", month_of_meals(weekdays, ["何秀", "√"], head=["姓名"]))) == []
    assert query.fetch(MEALS) == [("何秀", "lunch", "dine_in", "2026-10-01")]


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_text_in_utf_16_without_its_mark(actor: Actor, tmp_path: Path, order: str) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes(f"姓名,身份证号\r\n何秀,{NUMBERS[0]}\r\n".encode(order))
    import_workbook(actor, "residents", path)  # type: ignore[arg-type]
    assert query.fetch("SELECT name, id_number FROM resident") == [("何秀", NUMBERS[0])]


@pytest.mark.parametrize("heading", ["房间床位", "房号", "房间号/床号", "床位"])
@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("201-1", ("", "201", "1")),
        ("201－2", ("", "201", "2")),
        ("2号楼201室1床", ("2号楼", "201", "1")),
        ("203房3号床", ("", "203", "3")),
        ("204/A", ("", "204", "A")),
    ],
)
def test_room_and_bed_in_one_cell(take: Take, heading: str, cell: str, place: tuple[str, str, str]) -> None:
    assert named(take("beds", [[heading, "床位类型"], [cell, "护理型"]])) == []
    assert query.fetch("SELECT building, room, number FROM bed") == [place]


@pytest.mark.parametrize(("cell", "reason"), [("303室1、2床", "several_beds"), ("207", "missing_room")])
def test_a_cell_that_is_not_one_bed_is_named(take: Take, cell: str, reason: str) -> None:
    assert named(take("beds", [["房间床位", "床位类型"], [cell, "护理型"]])) == [(2, reason)]
    assert query.fetch("SELECT number FROM bed") == []


def test_the_phone_of_the_children_is_theirs(take: Take) -> None:
    take("residents", [["姓名", "身份证号", "子女姓名", "子女联系方式"], ["何秀", NUMBERS[0], "赵强", "13812340064"]])
    assert query.fetch("SELECT name, phone FROM contact") == [("赵强", "13812340064")]
    assert query.fetch("SELECT phone FROM resident") == [("",)]


HEADS = ["房间", "床号", "床位类型", "照护方式", "床位类别"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        *(("普惠", "inclusive"), ("普惠型床位", "inclusive"), ("兜底保障", "basic"), ("兜底线", "basic")),
        *(("市场化", "market"), ("□兜底 ☑普惠 □市场", "inclusive"), ("", "")),
    ],
)
def test_the_class_of_a_bed_is_read_beside_its_kind_and_mode(take: Take, written: str, kept: str) -> None:
    result = take("beds", [HEADS, ["201", "1", "护理型", "日间照料", written]])
    assert named(result) == []
    assert query.fetch("SELECT kind, mode, bed_class FROM bed") == [("nursing", "day", kept)]


@pytest.mark.parametrize("heading", ["床位类别", "收费类别", "兜底/普惠/市场", "床位分类", "类别"])
def test_the_class_is_known_by_its_headings(take: Take, heading: str) -> None:
    take("beds", [["房间", "床号", "床位类型", heading], ["201", "1", "护理型", "普惠"]])
    assert query.fetch("SELECT kind, bed_class FROM bed") == [("nursing", "inclusive")]


def test_a_class_that_nobody_knows_is_said_in_words_and_the_bed_is_in(take: Take) -> None:
    result = take("beds", [HEADS, ["201", "1", "护理型", "全托", "豪华"]])
    ((row, reason),) = named(result)
    assert (row, reason, result.issues[0].value) == (2, "unknown_word", "豪华")
    assert len(result.issues[0].text) > len("豪华")
    assert query.fetch("SELECT mode, bed_class FROM bed") == [("full", "")]


@pytest.mark.parametrize("heading", ["床位类别", "类别", "是否护理型床位"])
def test_a_column_that_may_say_the_class_says_the_kind_where_no_other_does(take: Take, heading: str) -> None:
    words = "是" if heading.startswith("是否") else "护理型"
    assert named(take("beds", [["房间", "床号", heading], ["201", "1", words]])) == []
    assert query.fetch("SELECT kind, bed_class FROM bed") == [("nursing", "")]


def test_since_when_a_bed_is_there_and_since_when_out_of_service(take: Take) -> None:
    heads = ["房间", "床号", "床位类型", "启用日期", "停用日期", "状态"]
    rows = [
        ["201", "1", "护理型", "2026-09-15", "", ""],
        ["201", "2", "护理型", "2026.9.1", "2026.10.5", "停用"],
        ["201", "3", "护理型", "", "2026-10-06", ""],
        ["201", "4", "护理型", "2025-01-01", "2024-03-01", "在用"],
        ["201", "5", "护理型", "2027-01-01", "", ""],
        ["201", "6", "护理型", "", "", "维修"],
    ]
    assert named(take("beds", [heads, *rows])) == [(6, "future_date")]
    assert query.fetch("SELECT number, opened_on FROM bed WHERE opened_on IS NOT NULL ORDER BY number") == [
        *(("1", "2026-09-15"), ("2", "2026-09-01"), ("4", "2025-01-01")),
    ]
    out = query.fetch("SELECT b.number, o.from_on FROM bed_outage o JOIN bed b ON b.id = o.bed_id ORDER BY b.number")
    assert out == [("2", "2026-10-05"), ("3", "2026-10-06"), ("6", "2026-10-21")]

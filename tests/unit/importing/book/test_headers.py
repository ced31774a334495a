"""Headings are found wherever a centre put them."""

from __future__ import annotations

import random

import pytest

from desktop.importing.book.cells import Cell, Merge, Sheet
from desktop.importing.book.claims import heading_key, heading_rules, synonyms_of
from desktop.importing.book.headers import find_table, missing_fields
from desktop.importing.book.lines import data_lines, skipped_rows

PERSON = ("1", "李𬱖", "女", "530121194701013795")


def sheet(*rows: tuple[Cell, ...], merges: tuple[Merge, ...] = ()) -> Sheet:
    return Sheet("表", rows, merges)


def mapping(found: Sheet, kind: str = "residents") -> dict[str, str]:
    table = find_table(found, kind)
    assert table is not None
    return table.mapping


def test_title_lines_above_are_passed_over() -> None:
    table = find_table(
        sheet(("花名册",), ("填报单位：甲", None, "填报时间：乙"), ("序号", "姓名", "性别", "身份证号"), PERSON),
        "residents",
    )
    assert table is not None
    assert table.header_row == 3
    assert table.columns == {"name": 1, "sex": 2, "id_number": 3}
    assert table.titles == ("花名册", "填报单位：甲", "填报时间：乙")


def test_line_breaks_blanks_stars_units_and_full_width_do_not_matter() -> None:
    assert mapping(sheet(("*姓 名", "公民身份\n号码（18位）", "联系电话(必填)", "性　别："), PERSON)) == {
        "name": "*姓名", "id_number": "公民身份号码（18位）", "phone": "联系电话(必填)", "sex": "性别：",
    }  # fmt: skip


def test_two_levels_with_groups() -> None:
    rows = (
        ("序号", "姓名", "身份证号", "紧急联系人", None, None, "备注"),
        (None, None, None, "姓名", "关系", "电话", None),
        ("1", "李四", "530121194701013795", "王五", "儿子", "13900000000", "x"),
    )
    table = find_table(sheet(*rows), "residents")
    assert table is not None
    assert table.columns == {
        "name": 1, "id_number": 2, "contact_name": 3, "contact_relation": 4, "contact_phone": 5, "remarks": 6,
    }  # fmt: skip
    assert (table.header_row, table.first) == (1, 2)


def test_two_levels_where_everything_stands_in_groups() -> None:
    rows = (
        ("老年人登记表",),
        ("序号", "基本信息", None, None, "监护人", None, "备注"),
        (None, "姓名", "性别", "身份证号码", "姓名", "电话", None),
        ("1", "李四", "男", "530121194701013795", "王五", "13900000000", "x"),
    )
    table = find_table(sheet(*rows), "residents")
    assert table is not None
    assert table.columns == {
        "name": 1, "sex": 2, "id_number": 3, "contact_name": 4, "contact_phone": 5, "remarks": 6,
    }  # fmt: skip


def test_days_under_one_merged_heading() -> None:
    upper: tuple[Cell, ...] = ("姓名", "身份证号", "就餐日期", *[None] * 30)
    lower: tuple[Cell, ...] = (None, None, *(float(day) for day in range(1, 32)))
    table = find_table(sheet(("就餐表（2026年10月）",), upper, lower, ("李四", None, "√")), "meals")
    assert table is not None
    assert [day.column for day in table.days] == list(range(2, 33))
    assert table.first == 3


@pytest.mark.parametrize("label", ["1", "1日", "10月1日", "10.1", "2026-10-01", "1号", "1（四）", "１"])
def test_day_headings(label: str) -> None:
    days = [label] + [label.replace("1日", f"{day}日") if "1日" in label else f"{day}" for day in range(2, 9)]
    table = find_table(sheet(("姓名", *days), ("李四", "√")), "meals")
    assert table is not None and len(table.days) == 8


def test_any_order_of_columns_is_read() -> None:
    headings = ["老人姓名", "公民身份号码", "所属社区", "人员类别", "自理能力评估等级", "是否签约家庭医生", "手机号码"]
    for seed in range(20):
        random.Random(seed).shuffle(headings)
        fields = ["name", "id_number", "community", "flags", "grade", "family_doctor", "phone"]
        assert sorted(mapping(sheet(tuple(headings), PERSON))) == sorted(fields)


def test_a_mapping_by_hand_goes_first_by_heading_or_by_letter() -> None:
    rows = sheet(("姓名", "曾用名", "甲乙丙"), ("李四", "李五", "530121194701013795"))
    table = find_table(rows, "residents", {"曾用名": "name", "C": "id_number"})
    assert table is not None
    assert table.columns == {"name": 1, "id_number": 2}


def test_what_is_needed_and_missing_is_named() -> None:
    table = find_table(sheet(("姓名", "服务项目"), ("李四", "助浴")), "services")
    assert table is not None and missing_fields(table) == ["service_on"]
    assert find_table(sheet(("甲", "乙"), ("1", "2")), "services") is None


def test_totals_signatures_notes_blanks_and_repeated_headings_are_no_data() -> None:
    headings = ("序号", "姓名", "性别", "身份证号")
    table = find_table(
        sheet(
            ("花名册",), headings, PERSON, ("小  计", "共1条"), ("花名册",), headings, ("2", "王五", "男", ""), (),
            ("合计：", None, None, 2.0), ("备注：以上属实",), ("填表人：张三    审核人：李四    （盖章）",),
            ("制表：甲", None, "审核：乙"), ("3",), ("单位负责人（签字）：",),
        ),
        "residents",
    )  # fmt: skip
    assert table is not None
    lines = list(data_lines(table))
    assert [(line.number, line.text("name")) for line in lines] == [(3, "李𬱖"), (7, "王五")]
    assert skipped_rows(table, len(lines)) == 11


def test_people_whose_names_look_like_totals_are_people() -> None:
    table = find_table(sheet(("姓名", "性别", "身份证号"), ("合计明", "男", "1"), ("负责", "女", "2")), "residents")
    assert table is not None
    assert len(list(data_lines(table))) == 2


def test_a_cell_merged_over_rows_stands_in_each_of_them() -> None:
    rows = (("楼栋", "房间号", "床号", "床位类型"), ("1号楼", "101", "1", "护理型"), (None, None, "2", "护理型"))
    table = find_table(sheet(*rows, merges=(Merge(1, 0, 2, 0), Merge(1, 1, 2, 1))), "beds")
    assert table is not None
    assert [(line.text("building"), line.text("room"), line.text("number")) for line in data_lines(table)] == [
        ("1号楼", "101", "1"),
        ("1号楼", "101", "2"),
    ]


@pytest.mark.parametrize("kind", ["residents", "beds", "stays", "services", "visits", "meals", "staff", "assessments"])
def test_no_heading_means_two_fields(kind: str) -> None:
    words = [heading_key(word) for listed in heading_rules()[kind]["fields"].values() for word in listed]
    doubles = {word for word in words if words.count(word) > 1}
    assert not doubles
    assert len(synonyms_of(kind)) >= len(words)


def test_a_longer_heading_counts_by_how_it_ends_unless_it_is_somebody_else() -> None:
    found = mapping(sheet(("老人姓名", "本街道老人身份证号", "家属身份证号"), PERSON))
    assert found == {"name": "老人姓名", "id_number": "本街道老人身份证号"}
    assert "id_number" not in mapping(sheet(("姓名", "配偶身份证号", "性别"), PERSON))


def test_the_content_stands_for_the_type_where_a_ledger_has_no_type() -> None:
    assert mapping(sheet(("日期", "姓名", "服务内容"), PERSON), "services")["type"] == "服务内容"
    both = mapping(sheet(("日期", "姓名", "服务内容", "服务项目"), PERSON), "services")
    assert (both["type"], both["content"]) == ("服务项目", "服务内容")


def test_a_column_for_each_meal_of_a_day() -> None:
    upper: tuple[Cell, ...] = ("姓名", *(cell for day in range(1, 8) for cell in (f"{day}日", None)))
    table = find_table(sheet(upper, (None, *["午", "晚"] * 7), ("李四", "√")), "meals")
    assert table is not None
    assert [(day.column, day.label, day.meal) for day in table.days[:3]] == [
        (1, "1日", "午"),
        (2, "1日", "晚"),
        (3, "2日", "午"),
    ]

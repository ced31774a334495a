"""What becomes of single rows, and taking an import back."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from desktop.core.acts import Thing
from desktop.core.errors import AlreadyRecorded, Cancelled, InvalidDraft, NotFound
from desktop.core.file_errors import HeadingsMissing, ImportNotUndoable, Unreadable
from desktop.core.month_errors import MonthClosed
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.result import ImportResult
from desktop.importing.undo import undo_import
from desktop.models import query
from desktop.models.resident import Flag
from desktop.services import import_batches
from desktop.services.beds import places as beds
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealQuery
from desktop.services.help_services import definitions
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.keeping import backups
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import forms as resident_forms
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitQuery
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit
from tests.conftest import id_number
from tests.unit.importing.sheets import Rows, write

Take = Callable[..., ImportResult]
Person = Callable[..., int]
REGISTER = ["姓名", "性别", "身份证号", "出生日期", "电话", "类别", "状态", "变动日期"]
LEDGER = ["日期", "姓名", "身份证号", "服务项目", "开始", "结束", "收费"]
WANG = id_number("1944-03-05", "female", 7)


@pytest.fixture
def take(actor: Actor, tmp_path: Path) -> Take:
    """Write rows into a workbook and import it."""

    def run(kind: str, *rows: list[object], sheets: dict[str, Rows] | None = None, **options: object) -> ImportResult:
        path = write(tmp_path / f"{kind}.xlsx", sheets or {"2026年10月": rows})
        return import_workbook(actor, kind, path, ImportOptions(**options))  # type: ignore[arg-type]

    return run


def verdicts(result: ImportResult) -> list[tuple[int, str, str]]:
    return [(issue.row, issue.verdict, issue.reason) for issue in result.issues]


def test_every_row_of_a_register_has_its_verdict(take: Take) -> None:
    wrong = WANG[:-1] + ("0" if WANG[-1] != "0" else "1")
    result = take(
        "residents",
        REGISTER,
        ["王芳", "女", WANG, "1944.3.5", "", "独居", "", ""],
        ["王 芳", "女", f"'{WANG}", "1944-03-05", "", "", "", ""],
        ["李四", "男", wrong, dt.date(1950, 1, 1), "", "", "", ""],
        ["赵五", "男", 5.30114194806138e17, "1948-06-13", "", "", "", ""],
        ["孙六", "男", "", "1949-01-01", "", "会唱歌", "", ""],
        ["孙六", "男", "", "1949年1月1日", "", "", "", ""],
        ["", "男", "", "1949-01-01", "", "", "", ""],
        ["周七", "女", "", "", "", "", "", ""],
        ["吴八", "女", "", "2030-01-01", "", "", "", ""],
        ["郑九", "女", "", "1940-01-01", "", "", "去世", ""],
    )
    assert verdicts(result) == [
        (3, "duplicate", "duplicate_row"),
        (4, "to_verify", "wrong_check_digit"),
        (5, "to_verify", "damaged_number"),
        (6, "warning", "unknown_word"),
        (6, "to_verify", "missing_number"),
        (7, "duplicate", "duplicate_row"),
        (8, "refused", "missing_name"),
        (9, "refused", "missing_born_on"),
        (10, "refused", "future_date"),
        (11, "refused", "missing_state_on"),
    ]
    assert (result.total("rows"), result.total("imported"), result.total("refused")) == (10, 4, 6)
    assert len(residents.find_ids(ResidentQuery(state=""))) == 4


def test_no_answer_shows_a_whole_number(take: Take) -> None:
    wrong = WANG[:-1] + ("0" if WANG[-1] != "0" else "1")
    result = take("residents", REGISTER, ["王芳", "女", wrong, "1944-03-05"], ["李", "男", f"'{WANG}", "1944-03-05"])
    assert wrong[6:14] not in str(result.as_json())


def test_a_wrong_digit_is_named_when_only_one_fits(take: Take) -> None:
    mistyped = WANG[:8] + ("5" if WANG[8] != "5" else "6") + WANG[9:]
    issue = take("residents", REGISTER, ["王芳", "女", mistyped, "1944-03-05"]).issues[0]
    assert "Character 9" in issue.text


def test_somebody_on_record_is_not_made_twice(take: Take, person: Person) -> None:
    person("王芳", "1944-03-05", id_number=WANG)
    rows = (REGISTER, ["王芳", "女", WANG, ""], ["王方", "女", "", "1944-03-05"], ["王芳", "女", "", "1944-03-05"])
    result = take("residents", *rows)
    assert verdicts(result) == [
        (2, "duplicate", "duplicate_resident"),
        (3, "warning", "similar_resident"),
        (3, "to_verify", "missing_number"),
        (4, "duplicate", "duplicate_resident"),
    ]


def test_flags_in_columns_of_their_own_and_flags_since(take: Take) -> None:
    take(
        "residents",
        [
            "姓名",
            "身份证号",
            "出生日期",
            "独居",
            "失能",
            "低保",
            "认定日期",
            "家庭医生",
            "健康档案",
            "残疾等级",
            "紧急联系人",
        ],
        ["王芳", WANG, "", "√", "否", "低保", "2026.9.1", "李医生", "YN20260001", "二级", "王五13900001111"],
    )
    (one,) = residents.find_ids(ResidentQuery())
    draft = resident_forms.draft_of(one)
    assert [(flag.kind, flag.from_on) for flag in draft.flags] == [
        ("living_alone", "2026-09-01"),
        ("minimum_living", "2026-09-01"),
    ]
    assert (draft.family_doctor, draft.family_doctor_name) == (True, "李医生")
    assert (draft.health_record, draft.health_record_no, draft.disability_level) == (True, "YN20260001", "2")
    assert (draft.contacts[0].name, draft.contacts[0].phone) == ("王五", "13900001111")


@pytest.mark.parametrize(
    ("heading", "cell", "flags", "certificate"),
    [
        ("半失能", "√", ["partly_disabled"], ("", "")),
        ("部分失能", "否", [], ("", "")),
        ("失能半失能", "半失能", ["partly_disabled"], ("", "")),
        ("失能半失能", "是", ["disabled"], ("", "")),
        ("困难类别", "低保、半失能", ["minimum_living", "partly_disabled"], ("", "")),
        ("困难类别", "低保、残疾", ["minimum_living"], ("残疾", "")),
        ("是否残疾", "是", [], ("残疾", "")),
        ("是否残疾", "无", [], ("", "")),
        ("残疾情况", "肢体二级", [], ("肢体二级", "2")),
        ("残疾类别", "听力", [], ("听力", "")),
    ],
)
def test_half_disabled_and_the_certificate_are_taken_as_people_write_them(
    take: Take, heading: str, cell: str, flags: list[str], certificate: tuple[str, str]
) -> None:
    result = take("residents", ["姓名", "身份证号", heading], ["王芳", WANG, cell])
    assert verdicts(result) == []
    (one,) = residents.find_ids(ResidentQuery())
    draft = resident_forms.draft_of(one)
    assert [flag.kind for flag in draft.flags] == flags
    assert (draft.disability_kind, draft.disability_level) == certificate


def counters() -> list[int]:
    return query.ids("SELECT counter FROM change_log ORDER BY id")


def test_rows_and_imports_that_are_rolled_back_use_up_no_numbers(
    take: Take, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add, refused = Unit.add, []

    def add_but_no_flag_of_the_second(unit: Unit, row: Any, *more: Any) -> Any:
        if isinstance(row, Flag) and len(refused) < 1 and query.count("SELECT count(*) FROM flag") == 1:
            refused.append(unit.counter)
            raise AlreadyRecorded(Thing.FLAG)
        return add(unit, row, *more)

    monkeypatch.setattr(Unit, "add", add_but_no_flag_of_the_second)
    rows = [["甲", "女", "", f"194{year}-01-01", "", "独居", "", ""] for year in range(4)]
    before = counters()
    result = take("residents", REGISTER, *rows)
    assert [(row, reason) for row, _, reason in verdicts(result) if row == 3][-1:] == [(3, "already_recorded")]
    # The resident of that row was written and numbered before the flag was refused.
    assert refused and refused[0] > before[-1]
    after = counters()
    assert after == list(range(1, len(after) + 1)) and len(after) > len(before)

    class Weary(Progress):
        def step(self, count: int = 1) -> None:
            super().step(count)
            if query.count("SELECT count(*) FROM resident WHERE name = '乙'") == 2:
                raise Cancelled()

    path = write(tmp_path / "乙.xlsx", {"表": [REGISTER, *(["乙", *row[1:]] for row in rows)]})
    with pytest.raises(Cancelled):
        import_workbook(actor, "residents", path, progress=Weary())  # type: ignore[arg-type]
    # Of an import that was cancelled the log has the backup before it alone.
    kept = ["backup"]
    assert query.texts(f"SELECT table_name FROM change_log WHERE counter > {after[-1]} ORDER BY id") == kept
    take("residents", REGISTER, *(["丙", *row[1:]] for row in rows))
    assert (last := counters()) == list(range(1, len(last) + 1)) and len(last) > len(after) + 10


def test_people_are_found_by_number_then_by_a_name_that_one_person_bears(take: Take, person: Person) -> None:
    person("王芳", "1944-03-05", id_number=WANG)
    person("李四", "1950-01-01")
    person("李四", "1951-01-01")
    result = take(
        "services",
        LEDGER,
        ["2026-10-05", "王  芳", "", "助浴", "9:00", "9:30", 10],
        ["10月6日", "", WANG[:6] + WANG[8:17], "助洁服务", "", "", ""],
        ["2026/10/7", "李四", "", "助医", "", "", ""],
        ["2026/10/7", "张三", "", "助医", "", "", ""],
        ["2026/10/7", "王方", WANG, "助医", "", "", ""],
        ["2026/10/7", "王芳", id_number("1960-01-01", "male", 3), "助行", "", "", ""],
        ["2026/10/7", "", "", "助行", "", "", ""],
    )
    assert verdicts(result) == [
        (4, "refused", "ambiguous_person"),
        (5, "refused", "unknown_person"),
        (6, "warning", "name_differs"),
        (7, "warning", "number_differs"),
        (8, "refused", "unknown_person"),
    ]
    assert result.total("imported") == 4


def test_services_that_say_nothing_are_refused_and_odd_cells_named(take: Take, person: Person) -> None:
    person("王芳")
    result = take(
        "services",
        LEDGER,
        ["2026-02-30", "王芳", "", "助浴", "", "", ""],
        ["", "王芳", "", "助浴", "", "", ""],
        ["2026-12-01", "王芳", "", "助浴", "", "", ""],
        ["2026-10-01", "王芳", "", "助飞", "", "", ""],
        ["2026-10-01", "王芳", "", "", "", "", ""],
        ["2026-10-01", "王芳", "", "助餐", "10:00", "9:00", "很多"],
        ["2026-10-02", "王芳", "", "助餐", "10:00-11:30", "", "¥12"],
        ["2026-10-02", "王芳", "", "助餐", "10:00-11:30", "", "¥12"],
    )
    assert verdicts(result) == [
        (2, "refused", "bad_date"),
        (3, "refused", "missing_date"),
        (4, "refused", "future_date"),
        (5, "refused", "unknown_word"),
        (6, "refused", "missing_type"),
        (7, "warning", "ends_before_start"),
        (7, "warning", "bad_amount"),
        (9, "warning", "same_row_twice"),
    ]
    rows = help_services.rows(help_services.find_ids(ServiceQuery(descending=False)))
    assert [(row.minutes, row.fee_fen) for row in rows] == [(0, 0), (90, 1200), (90, 1200)]


def test_only_a_service_that_says_so_was_done(take: Take, person: Person) -> None:
    person("王芳")
    heads = ["服务日期", "姓名", "服务类型", "状态", "满意度"]
    states = ["已完成", "作废", "老人取消", "待确认", "已派单", "改期了", "", "完成"]
    scores = ["5星", "", "", "", "", "", "很不满意", "98%"]
    result = take(
        "services",
        heads,
        *([f"2026-10-0{n}", "王芳", "助洁", state, scores[n - 1]] for n, state in enumerate(states, start=1)),
        ["2026-12-24", "王芳", "助浴", "待服务", ""],
        ["2026-12-25", "王芳", "助浴", "完成", ""],
    )
    assert verdicts(result) == [
        (3, "warning", "called_off"),
        (4, "warning", "called_off"),
        (7, "refused", "unknown_word"),
        (9, "warning", "unknown_word"),
        (11, "refused", "future_date"),
    ]
    rows = help_services.rows(help_services.find_ids(ServiceQuery(descending=False)))
    assert [(row.service_on.isoformat()[5:], row.state, row.satisfaction) for row in rows] == [
        ("10-01", "rated", 5),
        ("10-02", "cancelled", None),
        ("10-03", "cancelled", None),
        ("10-04", "requested", None),
        ("10-05", "dispatched", None),
        ("10-07", "rated", 1),
        ("10-08", "done", None),
        ("12-24", "requested", None),
    ]


def test_an_item_of_the_menu_is_read_as_such_while_it_is_offered(take: Take, person: Person, actor: Actor) -> None:
    person("王芳")
    definitions.end(actor, "shopping", "服务缴费", "2026-10-05")
    rows = [("01", "物品代购"), ("02", "代购"), ("03", "精神慰藉"), ("04", "服务缴费"), ("06", "服务缴费")]
    result = take(
        "services", ["服务日期", "姓名", "服务项目"], *([f"2026-10-{day}", "王芳", words] for day, words in rows)
    )
    assert verdicts(result) == [(6, "refused", "unknown_word")]
    found = help_services.rows(help_services.find_ids(ServiceQuery(descending=False)))
    assert [(row.type, row.item) for row in found] == [
        ("shopping", "物品代购"),
        ("shopping", ""),
        ("companionship", "精神慰藉"),
        ("shopping", "服务缴费"),
    ]


def test_rows_that_a_workbook_hides_are_read_and_said(actor: Actor, tmp_path: Path, person: Person) -> None:
    person("王芳")
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("台账")
        page.write_row(0, 0, ["日期", "姓名", "服务项目"])
        for row in range(1, 6):
            page.write_row(row, 0, [f"2026-10-0{row}", "王芳", "助浴"])
        for row in (2, 4, 9):
            page.set_row(row, None, None, {"hidden": True})
    result = import_workbook(actor, "services", path)
    assert verdicts(result) == [(3, "warning", "hidden_rows")]
    assert (result.total("imported"), result.issues[0].value) == (5, "2")


def test_a_list_of_meals_may_say_how_they_pleased(take: Take, person: Person, canteen_prices: None) -> None:
    person("王芳")
    heads = ["就餐日期", "姓名", "餐次", "评价"]
    words = ["满意", "★★★★★", "", "咸"]
    result = take("meals", heads, *([f"{n}日", "王芳", "午餐", word] for n, word in enumerate(words, start=5)))
    assert verdicts(result) == [(5, "warning", "unknown_word")]
    found = query.fetch("SELECT eaten_on, rating FROM meal ORDER BY eaten_on")
    assert [(str(day)[8:], rating) for day, rating in found] == [("05", 4), ("06", 5), ("07", None), ("08", None)]


def test_the_same_ledger_again_adds_nothing(take: Take, person: Person) -> None:
    person("王芳")
    row = ["2026-10-05", "王芳", "", "助浴", "9:00", "9:30", 10]
    take("services", LEDGER, row)
    again = take("services", LEDGER, row, ["2026-10-05", "王芳", "", "助浴", "14:00", "14:30", 10])
    assert verdicts(again) == [(2, "duplicate", "already_recorded")]
    assert again.total("imported") == 1


def test_nothing_happens_to_the_dead(take: Take, person: Person) -> None:
    person("王芳", state="deceased", state_on="2026-10-05")
    result = take("services", LEDGER, ["2026-10-06", "王芳", "", "助浴"], ["2026-10-05", "王芳", "", "助浴"])
    assert verdicts(result) == [(2, "refused", "after_death")]


def test_visits_with_blocks_needs_and_risks(take: Take, person: Person) -> None:
    person("王芳")
    take(
        "visits",
        [
            "走访时间",
            "姓名",
            "走访方式",
            "走访人员",
            "走访结果",
            "健康状况",
            "居住环境",
            "服务需求",
            "存在问题",
            "处理措施",
        ],
        [
            dt.date(2026, 10, 8),
            "王芳",
            "入户",
            "何云、马丽",
            "见到本人",
            "需关注",
            "屋顶漏水",
            "助医、助行",
            "燃气管老化",
            "已报修",
        ],
        ["10.9", "王芳", "", "何云", "无人接听", "", "", "", "无", ""],
    )
    one, two = visits.rows(visits.find_ids(VisitQuery(descending=False)))
    assert (one.method, one.outcome, one.visitors, one.concerns) == ("home", "reached", "何云、马丽", ("health",))
    assert (two.method, two.outcome) == ("phone", "not_reached")
    assert query.fetch("SELECT what, action FROM risk") == [("燃气管老化", "已报修")]
    assert query.fetch("SELECT dwelling, dwelling_words FROM visit WHERE id = ?", [one.id]) == [("", "屋顶漏水")]
    assert query.count("SELECT count(*) FROM visit_need") == 2


def test_a_month_matrix_with_prices(take: Take, person: Person) -> None:
    person("王芳", "1944-03-05", flags=["minimum_living"])
    person("李四", "1960-01-01", sex="male")
    sheets: dict[str, Rows] = {
        "十月": [
            ["就餐登记表（2026年10月）"],
            ["姓名", *range(1, 32)],
            ["王芳", "√", "送晚", "打", "早", "△"],
            ["李四", *[""] * 24, "√"],
            ["张三", "√"],
        ],
        "价格与补贴": [
            ["餐次", "价格(元)"],
            ["午餐", 15],
            ["晚餐", "12元"],
            ["对象", "补贴"],
            ["60周岁及以上", 3],
            ["低保、特困", 8],
        ],
    }
    result = take("meals", sheets=sheets)
    assert result.recorded == {"meals": 5}
    assert verdicts(result) == [
        (3, "warning", "unknown_word"),
        (4, "refused", "future_date"),
        (5, "refused", "unknown_person"),
    ]
    rows = canteen.rows(canteen.find_ids(MealQuery(descending=False)))
    assert [(row.eaten_on.day, row.meal, row.mode, row.price_fen, row.subsidy_fen) for row in rows] == [
        (1, "lunch", "dine_in", 1500, 800),
        (2, "lunch", "delivered", 1500, 800),
        (2, "dinner", "dine_in", 1200, 800),
        (3, "lunch", "takeaway", 1500, 800),
        (4, "breakfast", "dine_in", 0, 0),
    ]
    again = take("meals", sheets=sheets)
    assert [one for one in verdicts(again) if one[0] == 3][-1] == (3, "duplicate", "already_recorded")


def test_a_list_of_meals_with_a_row_for_each(take: Take, person: Person, canteen_prices: None) -> None:
    person("王芳")
    heads = ["就餐日期", "姓名", "餐次", "就餐方式"]
    result = take(
        "meals", heads, ["10月5日", "王芳", "中餐", "送餐"], ["5日", "散客", "晚餐", ""], ["5日", "王芳", "夜宵", ""]
    )
    assert result.recorded == {"meals": 2}
    assert verdicts(result) == [(4, "refused", "unknown_word")]


def test_a_matrix_without_a_month_asks_for_it(take: Take, person: Person) -> None:
    person("王芳")
    sheets: dict[str, Rows] = {"Sheet1": [["姓名", *range(1, 32)], ["王芳", "√"]]}
    with pytest.raises(HeadingsMissing) as caught:
        take("meals", sheets=sheets)
    assert caught.value.fields == ["month"]
    assert take("meals", sheets=sheets, month=Month(2026, 10)).recorded == {"meals": 1}


def test_beds_and_stays(take: Take, person: Person) -> None:
    person("王芳")
    person("李四", sex="male")
    result = take(
        "beds",
        sheets={
            "床位表": [
                ["楼栋", "房号", "床位号", "床位类型"],
                ["1号楼", 101, 1, "护理床"],
                ["1号楼", 101, 2, "豪华型"],
                ["1号楼", 101, 3, "普通"],
                ["1号楼", 101, 1, "普通"],
            ],
            "入住表": [
                ["房号", "床位号", "老人姓名", "入住日期", "退住日期", "请假起", "请假止", "请假原因"],
                ["101", "1", "王芳", "2026.10.1", "", "2026.10.3", "2026.10.5", "住院治疗"],
                ["101", "1", "李四", "2026-10-05", "", "", "", ""],
                ["101", "9", "李四", "2026-10-05", "", "", "", ""],
                ["101", "3", "李四", "2026-10-05", "2026-10-01", "", "", ""],
                ["101", "3", "李四", "2026-10-05", "2026-10-20", "", "", ""],
            ],
        },
    )
    assert result.recorded == {"beds": 2, "stays": 2}
    assert verdicts(result) == [
        (3, "refused", "unknown_word"),
        (5, "duplicate", "already_recorded"),
        (3, "refused", "overlap"),
        (4, "refused", "unknown_bed"),
        (5, "refused", "ends_before_start"),
    ]
    assert len(beds.find_ids(beds.BedQuery())) == 2
    assert query.fetch("SELECT reason FROM leave") == [("住院",)]


def test_beds_and_their_people_in_one_sheet(take: Take, person: Person) -> None:
    person("王芳")
    heads = ["房间", "床号", "床位性质", "姓名", "入住时间"]
    result = take("beds", heads, ["101", "1", "护理型", "王芳", "2026-10-01"], ["101", "2", "护理型", "", ""])
    assert result.recorded == {"beds": 2, "stays": 1}
    assert result.total("refused") == 0


def test_a_dry_run_writes_nothing(take: Take) -> None:
    result = take("residents", REGISTER, ["王芳", "女", WANG, "1944-03-05"], dry_run=True)
    assert (result.import_id, result.total("imported")) == (None, 1)
    assert residents.find_ids(ResidentQuery()) == [] and import_batches.listed() == []


def test_an_import_is_listed_with_its_verdicts(take: Take) -> None:
    result = take("residents", REGISTER, ["王芳", "女", "", "1944-03-05"])
    (batch,) = import_batches.listed()
    assert (batch.id, batch.kind, batch.file, batch.undone_at) == (
        result.import_id,
        "residents",
        "residents.xlsx",
        None,
    )
    assert [issue.reason for issue in import_batches.issues_of(batch.id)] == ["missing_number"]


def test_an_import_is_taken_back_whole(actor: Actor, take: Take) -> None:
    first = take("residents", REGISTER, ["王芳", "女", WANG, "1944-03-05"])
    assert first.import_id is not None
    assert undo_import(actor, first.import_id) > 0
    assert residents.find_ids(ResidentQuery(state="", text="王芳")) == []
    with pytest.raises(ImportNotUndoable):
        undo_import(actor, first.import_id)
    assert take("residents", REGISTER, ["王芳", "女", WANG, "1944-03-05"]).total("imported") == 1


def test_an_import_that_was_used_or_changed_since_stays(actor: Actor, take: Take) -> None:
    people = take("residents", REGISTER, ["王芳", "女", WANG, "1944-03-05"])
    services = take("services", LEDGER, ["2026-10-05", "王芳", "", "助浴"])
    assert people.import_id is not None and services.import_id is not None
    with pytest.raises(ImportNotUndoable) as caught:
        undo_import(actor, people.import_id)
    assert caught.value.reason == "used"
    undo_import(actor, services.import_id)
    (one,) = residents.find_ids(ResidentQuery())
    draft = resident_forms.draft_of(one)
    draft.phone = "13900000000"
    resident_forms.save(actor, draft)
    with pytest.raises(ImportNotUndoable) as caught:
        undo_import(actor, people.import_id)
    assert caught.value.reason == "changed"


def test_an_import_into_a_month_that_is_closed_since_stays(actor: Actor, take: Take, person: Person) -> None:
    person("王芳")
    services = take("services", LEDGER, ["2026-09-05", "王芳", "", "助浴"])
    months.close(actor, Month(2026, 9), "{}")
    assert services.import_id is not None
    with pytest.raises(MonthClosed):
        undo_import(actor, services.import_id)
    assert verdicts(take("services", LEDGER, ["2026-09-06", "王芳", "", "助浴"])) == [(2, "refused", "month_closed")]


def test_no_such_import(actor: Actor) -> None:
    with pytest.raises(NotFound):
        undo_import(actor, 99)


def test_a_sheet_is_named_or_the_fitting_one_is_found(take: Take, person: Person) -> None:
    person("王芳")
    rows = [LEDGER, ["2026-10-05", "王芳", "", "助浴"]]
    sheets: dict[str, Rows] = {"封面": [["说明"]], "九月": rows, "十月": rows}
    result = take("services", sheets=sheets)
    assert (result.sheets[0].sheet, verdicts(result)) == ("九月", [(0, "warning", "sheet_not_read")])
    assert take("services", sheets=sheets, sheet="十月", dry_run=True).sheets[0].sheet == "十月"
    with pytest.raises(Unreadable) as caught:
        take("services", sheets=sheets, sheet="十一月")
    assert caught.value.reason == "no_such_sheet"


def test_what_a_sheet_lacks_is_named(take: Take) -> None:
    with pytest.raises(HeadingsMissing) as caught:
        take("services", ["日期", "姓名"], ["2026-10-05", "王芳"])
    assert caught.value.fields == ["type"]
    with pytest.raises(Unreadable) as unreadable:
        take("services", ["甲", "乙"], ["1", "2"])
    assert unreadable.value.reason == "no_header"


def test_unusual_headings_are_mapped_by_hand(take: Take, person: Person) -> None:
    person("王芳")
    rows = (["哪天", "谁", "干啥"], ["2026-10-05", "王芳", "助浴"])
    result = take("services", *rows, mapping={"哪天": "service_on", "谁": "name", "C": "type"})
    assert result.as_json()["mapping"] == {"service_on": "哪天", "name": "谁", "type": "干啥"}
    assert result.total("imported") == 1


def test_a_cancelled_import_leaves_nothing(actor: Actor, tmp_path: Path, person: Person) -> None:
    person("王芳")
    path = write(tmp_path / "x.xlsx", {"甲": [LEDGER, *[["2026-10-05", "王芳", "", "助浴"]] * 20]})
    progress = Progress(lambda done, total, what: progress.cancel() if done == 10 else None)
    with pytest.raises(Cancelled):
        import_workbook(actor, "services", path, progress=progress)
    assert help_services.find_ids(ServiceQuery()) == [] and import_batches.listed() == []


def test_a_matrix_with_a_column_for_each_meal(take: Take, person: Person, canteen_prices: None) -> None:
    person("王芳")
    days = [cell for day in range(1, 9) for cell in (day, "")]
    sheets: dict[str, Rows] = {"2026年10月": [["姓名", *days], ["", *["午", "晚"] * 8], ["王芳", "√", "送", "", "√"]]}
    assert take("meals", sheets=sheets).recorded == {"meals": 3}
    rows = canteen.rows(canteen.find_ids(MealQuery(descending=False)))
    assert sorted((row.eaten_on.day, row.meal, row.mode) for row in rows) == [
        (1, "dinner", "delivered"),
        (1, "lunch", "dine_in"),
        (2, "dinner", "dine_in"),
    ]


def test_a_mark_on_a_day_that_the_month_lacks_is_named(take: Take, person: Person) -> None:
    person("王芳")
    sheets: dict[str, Rows] = {"2026年9月": [["姓名", *range(1, 32)], ["王芳", "√", *[""] * 29, "√"]]}
    assert verdicts(take("meals", sheets=sheets)) == [(2, "warning", "bad_date")]


def test_a_mapping_to_no_field_or_from_no_heading_is_refused(take: Take) -> None:
    rows = (LEDGER, ["2026-10-05", "王芳", "", "助浴"])
    with pytest.raises(InvalidDraft):
        take("services", *rows, mapping={"姓名": "nobody"})
    with pytest.raises(HeadingsMissing) as caught:
        take("services", *rows, mapping={"满意不满意": "satisfaction"})
    assert caught.value.fields == ["满意不满意"]


def test_a_subsidy_above_the_fee_is_said_whoever_pays_and_taken_in(take: Take, person: Person) -> None:
    person("王芳")
    head = ["日期", "姓名", "服务项目", "付费方式", "收费", "补贴", "满意度"]
    paid = [("自费", "20", "25"), ("自费", "25", "25"), ("政府购买", "20", "25")]
    rows = [[f"2026-10-0{at}", "王芳", "助浴", *money, "5"] for at, money in enumerate(paid, 1)]
    result = take("services", head, *rows)
    assert (result.total("imported"), verdicts(result)) == (
        3,
        [(2, "warning", "subsidy_above_fee"), (4, "warning", "subsidy_above_fee")],
    )
    kept = query.fetch("SELECT state, rated_at, satisfaction FROM help_service ORDER BY id")
    assert kept == [("rated", f"2026-10-0{at}", 5) for at in (1, 2, 3)]


def test_a_rewritten_number_that_is_to_be_verified_has_one_verdict(take: Take) -> None:
    result = take("residents", REGISTER, ["王芳", "男", f"'{WANG}", "1944-03-05"])
    assert verdicts(result) == [(2, "to_verify", "sex_contradicts"), (2, "warning", "reformatted_number")]
    assert (result.total("to_verify"), result.total("normalised")) == (1, 1)


def test_a_bed_list_whose_buildings_and_rooms_are_merged_over_rows(actor: Actor, tmp_path: Path) -> None:
    rows: Rows = [
        ["楼栋", "楼层", "房间号", "床位号", "床位性质", "托养方式"],
        ["一号楼", "2层", "201", "1", "护理", "日间照料"],
        ["", "", "", "2", "护理", ""],
        ["", "", "202", "1", "非护理型", "全天"],
    ]
    path = write(tmp_path / "床.xlsx", {"汇总": rows}, {"汇总": ["A2:A4", "B2:B4", "C2:C3"]})
    assert import_workbook(actor, "beds", path).recorded == {"beds": 3, "stays": 0}
    places = [(row.place, row.floor, row.kind, row.mode) for row in beds.rows(beds.find_ids(beds.BedQuery()))]
    assert places == [
        ("一号楼 201-1", "2", "nursing", "day"),
        ("一号楼 201-2", "2", "nursing", "full"),
        ("一号楼 202-1", "2", "ordinary", "full"),
    ]


def test_before_an_import_a_backup_is_made_and_before_a_dry_run_none(folder: DataFolder, take: Take) -> None:
    take("residents", REGISTER, ["王芳", "女", WANG, "1944-03-05"], dry_run=True)
    assert backups.listed(folder) == []
    take("residents", REGISTER, ["王芳", "女", WANG, "1944-03-05"])
    (made,) = backups.listed(folder)
    assert made.reason == "before_import"
    with closing(sqlite3.connect(made.path)) as kept:
        assert kept.execute("SELECT count(*) FROM resident").fetchone() == (0,)

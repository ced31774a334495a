"""Service ledgers as centres keep them: what was called off, how much of it, and who did it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.period import Month
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.papers import verdict_report
from desktop.importing.result import ImportResult
from desktop.importing.undo import undo_import
from desktop.services.figures import as_json, figures_of
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceQuery, ServiceRow
from desktop.services.residents import states
from desktop.services.writing.actor import Actor
from tests.unit.importing.sheets import write

Take = Callable[..., ImportResult]
Person = Callable[..., int]
HEADS = ["服务日期", "姓名", "服务项目", "状态", "取消原因", "备注"]


@pytest.fixture
def take(actor: Actor, tmp_path: Path) -> Take:
    """Write rows, the headings first, into a workbook (or ``csv=True``) and import it."""

    def run(*rows: list[object], csv: bool = False, **options: object) -> ImportResult:
        if csv:
            path = tmp_path / "服务台账.csv"
            path.write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="gb18030")
        else:
            path = write(tmp_path / "服务台账.xlsx", {"2026年10月": rows})
        return import_workbook(actor, "services", path, ImportOptions(**options))  # type: ignore[arg-type]

    return run


def told(result: ImportResult) -> list[tuple[int, str, str, str]]:
    return [(one.row, one.verdict, one.reason, one.value) for one in result.issues]


def on_record() -> list[ServiceRow]:
    return orders.rows(orders.find_ids(ServiceQuery(descending=False)))


@pytest.mark.parametrize("csv", [False, True], ids=["xlsx", "csv"])
def test_what_was_called_off_comes_in_as_that_with_its_reason(take: Take, person: Person, csv: bool) -> None:
    person("王芳")
    result = take(
        HEADS,
        ["2026-10-01", "王芳", "助洁", "已完成", "", ""],
        ["2026-10-02", "王芳", "助洁", "取消", "女儿接走了", "已电话告知"],
        ["2026-10-03", "王芳", "助浴", "作废", "", "重复登记"],
        ["2026-10-04", "王芳", "助洁", "取消（老人住院）", "", ""],
        ["2026-10-05", "王芳", "助洁", "老人取消", "", ""],
        ["2026-12-24", "王芳", "助浴", "已取消", "天冷", ""],
        csv=csv,
    )
    assert told(result) == [
        (3, "warning", "called_off", "女儿接走了"),
        (4, "warning", "called_off", "重复登记"),
        (5, "warning", "called_off", "老人住院"),
        (6, "warning", "called_off", "老人取消（导入）"),
        (7, "warning", "called_off", "天冷"),
    ]
    assert (result.total("imported"), result.total("refused"), result.needs_a_person) == (6, 0, False)
    rows = on_record()
    assert [(row.service_on.isoformat()[5:], row.state, row.cancel_reason) for row in rows] == [
        ("10-01", "done", ""),
        ("10-02", "cancelled", "女儿接走了"),
        ("10-03", "cancelled", "重复登记"),
        ("10-04", "cancelled", "老人住院"),
        ("10-05", "cancelled", "老人取消（导入）"),
        ("12-24", "cancelled", "天冷"),
    ]
    # No step was taken at this desk; the plan is what the sheet says.
    assert {(row.closed_at, row.requested_at) for row in rows} == {("", "")}
    assert rows[-1].planned_at == "2026-12-24"
    times = as_json(figures_of(Month(2026, 10)))["services"]["person_times"]
    assert {word: count for word, count in times.items() if count} == {"助洁": 1}


def test_called_off_is_taken_in_once_and_keeps_no_service_out(take: Take, person: Person) -> None:
    person("王芳")
    off = ["2026-10-02", "王芳", "助洁", "取消", "下雨", ""]
    take(HEADS, off)
    again = take(HEADS, off, ["2026-10-02", "王芳", "助洁", "完成", "", ""])
    assert [(row, reason) for row, _verdict, reason, _value in told(again)] == [
        (2, "called_off"),
        (2, "already_recorded"),
    ]
    assert sorted(row.state for row in on_record()) == ["cancelled", "done"]
    # An order of that day is on record: a sheet that calls it off makes no second one.
    third = take(HEADS, off, ["2026-10-03", "王芳", "助洁", "待服务", "", ""])
    assert third.total("imported") == 1
    fourth = take(HEADS, ["2026-10-03", "王芳", "助洁", "取消", "下雨", ""])
    assert told(fourth)[-1][1:3] == ("duplicate", "already_recorded")


def test_what_may_be_called_off_or_still_to_do_stays_out(take: Take, person: Person) -> None:
    person("王芳")
    rows = [["2026-10-02", "王芳", "助洁", word] for word in ("未服务", "否", "×")]
    result = take(HEADS[:4], *rows)
    assert [one.reason for one in result.issues] == ["not_done"] * 3
    assert on_record() == []


def test_an_order_is_called_off_because_somebody_died(take: Take, actor: Actor, person: Person) -> None:
    states.apply(actor, person("王芳"), "deceased", dt.date(2026, 10, 5), "病故")
    rows = [["2026-10-08", "王芳", "助浴", word, "", "老人去世"] for word in ("取消", "完成")]
    result = take(HEADS, *rows)
    assert [(one.row, one.reason) for one in result.issues if one.reason != "off_register"] == [
        (2, "called_off"),
        (3, "after_death"),
    ]
    assert [(row.state, row.cancel_reason) for row in on_record()] == [("cancelled", "老人去世")]


def test_the_reasons_of_our_own_report_are_no_reasons_of_the_sheet(
    take: Take, actor: Actor, person: Person, tmp_path: Path
) -> None:
    """The report has 原因 for why a row was refused; taken in again, that is not why it was called off."""
    first = take(HEADS[:4], ["2026-10-02", "王芳", "助洁", "取消"])
    assert first.total("refused") == 1
    report = tmp_path / "核对.xlsx"
    verdict_report.write(report, first)
    person("王芳")
    second = import_workbook(actor, "services", report)
    assert second.total("imported") == 1
    assert [row.cancel_reason for row in on_record()] == ["取消（导入）"]
    undo_import(actor, second.import_id or 0)
    assert on_record() == []


MUCH = ["服务日期", "姓名", "服务项目", "开始时间", "时长", "数量"]


@pytest.mark.parametrize("csv", [False, True], ids=["xlsx", "csv"])
def test_how_long_and_how_much_are_read_with_their_units(take: Take, person: Person, csv: bool) -> None:
    """助浴 is counted by times, 助洁 by hours, 物品代购 by pieces."""
    person("王芳")
    result = take(
        MUCH,
        ["2026-10-01", "王芳", "助浴", "09:00", "40分钟", "2次"],
        ["2026-10-02", "王芳", "助洁", "09:00", "1.5小时", ""],
        ["2026-10-03", "王芳", "助洁", "", "", "90分钟"],
        ["2026-10-04", "王芳", "助洁", "14:00", "", "2"],
        ["2026-10-05", "王芳", "物品代购", "", "", "3件"],
        ["2026-10-06", "王芳", "物品代购", "", "", "两件"],
        ["2026-10-07", "王芳", "助浴", "", "3次", ""],
        ["2026-10-08", "王芳", "助洁", "", "两小时", "1次"],
        csv=csv,
    )
    assert told(result) == []
    assert [(row.service_on.day, row.started, row.ended, row.minutes, row.quantity) for row in on_record()] == [
        (1, "09:00", "09:40", 40, 2),
        (2, "09:00", "10:30", 90, 1),
        # Noted without a beginning, it is known how long it took.
        (3, "", "", 90, 1),
        (4, "14:00", "16:00", 120, 1),
        (5, "", "", 0, 3),
        (6, "", "", 0, 2),
        (7, "", "", 0, 3),
        (8, "", "", 120, 1),
    ]
    assert as_json(figures_of(Month(2026, 10)))["services"]["minutes"] == 40 + 90 + 90 + 120 + 120


def test_another_unit_than_that_of_the_item_is_said_and_not_converted(take: Take, person: Person) -> None:
    person("王芳")
    much = ["2次", "1.5小时", "3件", "2小时", "1.5次", "0", "1000件", "若干"]
    kinds = ["助洁", "助浴", "助浴", "物品代购", "助浴", "助浴", "物品代购", "物品代购"]
    rows = [[f"2026-10-0{at}", "王芳", kinds[at - 1], "", "", text] for at, text in enumerate(much, 1)]
    result = take(MUCH, *rows)
    assert told(result) == [
        (2, "warning", "counted_by_hours", "2次"),
        (3, "warning", "counted_by_times", "1.5小时"),
        (4, "warning", "counted_by_times", "3件"),
        (5, "warning", "counted_by_pieces", "2小时"),
        (6, "warning", "amount_left_out", "1.5次"),
        (7, "warning", "amount_left_out", "0"),
        (8, "warning", "amount_left_out", "1000件"),
        (9, "warning", "amount_left_out", "若干"),
    ]
    assert {(row.minutes, row.quantity) for row in on_record()} == {(0, 1)}
    assert result.total("imported") == 8


@pytest.mark.parametrize(
    ("heading", "own", "reasons", "kept"),
    [
        ("数量", "次", [], (0, 2)),
        ("数量", "元/次", [], (0, 2)),
        ("次数", "", [], (0, 2)),
        ("数量", "", [], (0, 2)),
        ("数量（小时）", "", ["counted_by_times"], (0, 1)),
        ("件数", "", ["counted_by_times"], (0, 1)),
        ("数量", "小时", ["counted_by_times"], (0, 1)),
        ("次数", "前卫社区", [], (0, 2)),
        ("数量", "前卫社区", ["amount_left_out"], (0, 1)),
    ],
)
def test_a_bare_number_is_in_the_unit_beside_it(
    take: Take, person: Person, heading: str, own: str, reasons: list[str], kept: tuple[int, int]
) -> None:
    """助浴 is counted by times."""
    person("王芳")
    result = take(["服务日期", "姓名", "服务项目", heading, "单位"], ["2026-10-01", "王芳", "助浴", 2, own])
    assert [one.reason for one in result.issues] == reasons
    assert [(row.minutes, row.quantity) for row in on_record()] == [kept]


def test_minutes_without_times_stay_whatever_else_is_put_right(take: Take, actor: Actor, person: Person) -> None:
    person("王芳")
    take(MUCH, ["2026-10-03", "王芳", "助洁", "", "90分钟", ""])
    draft = orders.draft_of(on_record()[0].id)
    draft.content = "擦窗"
    orders.save(actor, draft)
    assert [(row.content, row.minutes) for row in on_record()] == [("擦窗", 90)]
    draft.started, draft.ended = "09:00", "10:00"
    orders.save(actor, draft)
    assert [row.minutes for row in on_record()] == [60]

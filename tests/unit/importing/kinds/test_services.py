"""Service ledgers as centres keep them: what was called off, how much of it, and who did it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.answers import WorkbookKind, WorkerChoice
from desktop.core.errors import InvalidDraft, NotAllowed
from desktop.core.period import Month
from desktop.core.trade import NamedList, Role
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.papers import verdict_report
from desktop.importing.questions import WorkerAnswer
from desktop.importing.result import ImportResult
from desktop.importing.undo import undo_import
from desktop.services.figures import as_json, figures_of
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceQuery, ServiceRow
from desktop.services.named import unknown
from desktop.services.named.resolving import resolver
from desktop.services.people import entries, listing
from desktop.services.people.entries import WorkerDraft
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


WHO = ["服务日期", "姓名", "服务项目", "服务人员"]
TAKE, REGISTER, NOBODY = WorkerChoice.TAKE, WorkerChoice.REGISTER, WorkerChoice.NOBODY


@pytest.fixture
def team(actor: Actor) -> dict[str, int]:
    """马丽 and 何云 work here."""
    return {name: entries.save(actor, WorkerDraft(name=name, role="carer")) for name in ("马丽", "何云")}


def asked(result: ImportResult) -> list[tuple[str, bool, list[str], int, int]]:
    return [(one.text, one.several, [p.name for p in one.likely], one.row, one.rows) for one in result.questions]


def worked() -> list[tuple[int, str]]:
    return [(row.service_on.day, row.worker) for row in on_record()]


@pytest.mark.usefixtures("team")
def test_a_name_that_the_list_does_not_have_is_asked_about_once(take: Take, person: Person) -> None:
    person("王芳")
    rows = [
        [f"2026-10-0{day}", "王芳", "助洁", who] for day, who in enumerate(["马丽", "小马", "小马", "陈静", "无"], 1)
    ]
    result = take(WHO, *rows, ["2026-10-06", "王芳", "助洁", "何云、小 马"], dry_run=True)
    assert asked(result) == [("小马", False, ["马丽"], 3, 3), ("陈静", False, [], 5, 1)]
    assert [(row, reason, name) for row, _verdict, reason, name in told(result)] == [
        (3, "unknown_worker", "小马"),
        (4, "unknown_worker", "小马"),
        (5, "unknown_worker", "陈静"),
        (7, "unknown_worker", "小马"),
    ]
    assert result.needs_a_person
    # Nobody guesses: unanswered, the name comes in as it is written and is on the worklist.
    take(WHO, *rows)
    assert worked() == [(1, "马丽"), (2, "小马"), (3, "小马"), (4, "陈静"), (5, "")]
    assert [one.text for one in unknown.unknown(NamedList.PERSON)] == ["小马", "陈静"]


@pytest.mark.parametrize("csv", [False, True], ids=["xlsx", "csv"])
def test_each_answer_does_what_it_says(
    take: Take, actor: Actor, person: Person, team: dict[str, int], csv: bool
) -> None:
    person("王芳")
    whos = ["小马", "小马", "陈静", "临时工", "何云"]
    rows = [[f"2026-10-0{day}", "王芳", "助洁", who] for day, who in enumerate(whos, 1)]
    answers = {
        "小马": WorkerAnswer(TAKE, team["马丽"]),
        "陈静": WorkerAnswer(REGISTER, role="volunteer"),
        "临时工": WorkerAnswer(NOBODY),
    }
    dry = take(WHO, *rows, workers=answers, dry_run=True, csv=csv)
    assert (told(dry), dry.needs_a_person) == ([], False)
    assert [one.name for one in listing.workers(actor)] == ["马丽", "何云"]
    result = take(WHO, *rows, workers=answers, csv=csv)
    assert [(one.text, one.answer and one.answer.choice) for one in result.questions] == [
        ("小马", "take"),
        ("陈静", "register"),
        ("临时工", "nobody"),
    ]
    assert worked() == [(1, "小马"), (2, "小马"), (3, "陈静"), (4, ""), (5, "何云")]
    # As elsewhere the row keeps what was written; the list knows from now on who that is.
    lines = figures_of(Month(2026, 10)).services.workers
    assert {line.name: line.person_times for line in lines if line.name} == {"马丽": 2, "陈静": 1, "何云": 1}
    (new,) = [one for one in listing.workers(actor) if one.name == "陈静"]
    assert listing.roles_of(new) == ("volunteer",)
    again = take(WHO, *rows, csv=csv)
    assert (asked(again), again.total("duplicates")) == ([("临时工", False, [], 5, 1)], 5)
    undo_import(actor, result.import_id or 0)
    assert [one.name for one in listing.workers(actor)] == ["马丽", "何云"]
    assert asked(take(WHO, *rows, dry_run=True, csv=csv))[0][0] == "小马"


@pytest.mark.parametrize("first", [None, NOBODY])
def test_a_later_answer_makes_no_second_service(
    take: Take, person: Person, team: dict[str, int], first: WorkerChoice | None
) -> None:
    person("王芳")
    row = ["2026-10-01", "王芳", "助洁", "小马"]
    take(WHO, row, workers={"小马": WorkerAnswer(first)} if first else {})
    later = take(WHO, row, workers={"小马": WorkerAnswer(TAKE, team["马丽"])})
    assert (later.total("duplicates"), len(on_record())) == (1, 1)


def test_several_of_one_name_are_told_apart_by_a_person(take: Take, actor: Actor, person: Person) -> None:
    for name in ("李梅（前卫）", "李梅2", "马丽"):
        entries.save(actor, WorkerDraft(name=name, role="carer"))
    person("王芳")
    rows = [[f"2026-10-0{day}", "王芳", "助洁", who] for day, who in enumerate(["李梅", "李 梅", "马丽", "李梅2"], 1)]
    open_ = take(WHO, *rows, dry_run=True)
    assert asked(open_) == [("李梅", True, ["李梅(前卫)", "李梅2"], 2, 2)]
    assert [(row, verdict, reason) for row, verdict, reason, _names in told(open_)] == [
        (2, "refused", "ambiguous_worker"),
        (3, "refused", "ambiguous_worker"),
    ]
    second = resolver(NamedList.PERSON).of("李梅2")
    result = take(WHO, *rows, workers={"李梅": WorkerAnswer(TAKE, second)})
    assert worked() == [(1, "李梅2"), (2, "李梅2"), (3, "马丽"), (4, "李梅2")]
    assert result.total("refused") == 0
    # The list cannot learn a name of several: it is asked again, and nothing comes in twice.
    again = take(WHO, *rows)
    assert (asked(again)[0][:2], again.total("imported")) == (("李梅", True), 0)


def test_a_plain_name_beside_one_with_a_note_is_asked_about_too(take: Take, actor: Actor, person: Person) -> None:
    for name in ("李梅", "李梅（志愿者）"):
        entries.save(actor, WorkerDraft(name=name, role="carer"))
    person("王芳")
    assert asked(take(WHO, ["2026-10-01", "王芳", "助洁", "李梅"], dry_run=True))[0][1]
    with pytest.raises(InvalidDraft):
        take(WHO, ["2026-10-01", "王芳", "助洁", "李梅"], workers={"李梅": WorkerAnswer(REGISTER)})


def test_without_a_list_of_people_nobody_is_asked(take: Take, person: Person) -> None:
    person("王芳")
    assert asked(take(WHO, ["2026-10-01", "王芳", "助洁", "小马"])) == []
    assert worked() == [(1, "小马")]


@pytest.mark.usefixtures("team")
def test_who_may_not_register_anybody_cannot_by_an_import(actor: Actor, person: Person, tmp_path: Path) -> None:
    person("王芳")
    clerk = replace(actor, role=Role.CLERK)
    path = write(tmp_path / "台账.xlsx", {"十月": [WHO, ["2026-10-01", "王芳", "助洁", "陈静"]]})
    options = ImportOptions(workers={"陈静": WorkerAnswer(REGISTER)})
    with pytest.raises(NotAllowed):
        import_workbook(clerk, WorkbookKind.SERVICES, path, options)
    assert on_record() == []


def test_the_question_of_two_sheets_is_one(take: Take, actor: Actor, person: Person, tmp_path: Path) -> None:
    entries.save(actor, WorkerDraft(name="马丽", role="carer"))
    person("王芳")
    sheets = {
        name: [WHO, [day, "王芳", "助洁", "小马"]] for name, day in (("九月", "2026-09-01"), ("十月", "2026-10-01"))
    }
    path = write(tmp_path / "两月.xlsx", sheets)
    named = ImportOptions(sheets=("九月", "十月"), dry_run=True)
    (one,) = import_workbook(actor, WorkbookKind.SERVICES, path, named).questions
    assert (one.text, one.sheet, one.rows) == ("小马", "九月", 2)
    given = replace(named, dry_run=False, workers={"小马": WorkerAnswer(NOBODY)})
    import_workbook(actor, WorkbookKind.SERVICES, path, given)
    assert [row.worker for row in on_record()] == ["", ""]

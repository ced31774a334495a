"""A wizard's way through an import: open, propose, check, fix, check again, commit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.answers import WorkbookKind
from desktop.core.errors import Cancelled
from desktop.core.file_errors import HeadingsMissing
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.importing import staging, templates
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.kinds import KINDS
from desktop.importing.result import RowVerdict
from desktop.importing.staging import Spot
from desktop.models import query
from desktop.services import import_batches
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.core.test_assessment import points
from tests.unit.importing.sheets import SAMPLE, Rows, listed, write

Person = Callable[..., int]
WANG = id_number("1944-03-05", "female", 7)
HEADS = ["姓名", "身份证号", "出生日期", "电话"]


def opened(tmp_path: Path, *rows: list[object], **sheets: Rows) -> staging.Book:
    return staging.open_book(write(tmp_path / "老人.xlsx", sheets or {"花名册": rows}))


def by_row(checked: staging.Checked) -> dict[int, RowVerdict]:
    return {one.row: one for one in checked.verdicts}


def test_a_book_is_parsed_once_and_shows_its_first_rows(tmp_path: Path) -> None:
    book = opened(tmp_path, ["花名册"], HEADS, ["王芳", WANG])
    (tmp_path / "老人.xlsx").unlink()
    assert book.sheets == ("花名册",)
    assert book.rows("花名册")[2] == ("王芳", WANG)


def test_a_proposal_says_how_every_column_was_found(actor: Actor, tmp_path: Path) -> None:
    book = opened(tmp_path, ["老人姓名", "本街道老人身份证号", "曾用名", "生日"], ["王芳", WANG, "阿芳", "1944.3.5"])
    proposal = staging.propose(book, "residents", "花名册", {"D": "born_on", "曾用名": ""})
    (table,) = proposal.tables
    assert [(one.letter, one.field, one.how) for one in proposal.columns(table)] == [
        ("A", "name", "heading"), ("B", "id_number", "prefix"), ("C", "", ""), ("D", "born_on", "hand"),
    ]  # fmt: skip
    assert proposal.columns(table)[2].samples == ("阿芳",)
    assert proposal.fields(table)["id_number"] == "身份证号"
    assert (proposal.missing, proposal.mapping_source) == ((), "hand")


def test_what_is_missing_is_proposed_and_refused_in_words(actor: Actor, tmp_path: Path) -> None:
    proposal = staging.propose(opened(tmp_path, ["姓名", "服务项目"], ["王芳", "助浴"]), "services")
    assert proposal.missing == ("service_on",)
    with pytest.raises(HeadingsMissing) as caught:
        staging.check(actor, proposal)
    assert "service_on" not in sentence(caught.value)


def test_a_month_that_nothing_tells_is_missing(actor: Actor, tmp_path: Path) -> None:
    rows: Rows = [["姓名", *range(1, 32)], ["王芳", "√"]]
    assert staging.propose(opened(tmp_path, Sheet1=rows), "meals").missing == ("month",)
    assert staging.propose(opened(tmp_path, 十月2026年10月=rows), "meals").missing == ()


def test_a_check_writes_nothing_and_a_commit_gives_the_same_verdicts(actor: Actor, tmp_path: Path) -> None:
    rows = (HEADS, ["王芳", WANG], ["王芳", WANG], ["", WANG], ["李四", "", "1950-01-01"], ["赵五", "", "2030-01-01"])
    checked = staging.check(actor, staging.propose(opened(tmp_path, *rows), "residents"))
    assert [one.verdict for one in checked.verdicts] == ["imported", "duplicate", "refused", "to_verify", "refused"]
    assert query.count("SELECT count(*) FROM change_log WHERE table_name = 'resident'") == 0
    result = staging.commit(actor, checked)
    assert [one.verdict for one in result.verdicts] == [one.verdict for one in checked.verdicts]
    assert result.issues == checked.result.issues
    assert len(residents.find_ids(ResidentQuery())) == 2


def test_a_cell_is_put_right_and_its_row_and_twins_are_judged_again(actor: Actor, tmp_path: Path) -> None:
    other = id_number("1950-01-01", "male", 9)
    rows = (HEADS, ["王芳", WANG], ["李四", WANG], ["赵五", "", "2030-01-01"], ["孙六", "", "没有"])
    proposal = staging.propose(opened(tmp_path, *rows), "residents")
    before = staging.check(actor, proposal)
    assert [one.reasons[0] for one in before.verdicts if one.refused] == [
        "duplicate_row", "future_date", "missing_born_on",
    ]  # fmt: skip
    fixes = {Spot("花名册", 3, "id_number"): other, Spot("花名册", 4, "born_on"): "1930-1-1"}
    after = staging.check(actor, proposal, fixes, before=before)
    rows_after = by_row(after)
    assert (rows_after[3].verdict, rows_after[3].cells[1]) == ("imported", other)
    assert (rows_after[4].verdict, rows_after[5].verdict) == ("to_verify", "refused")
    # Taking a fix back is a fix as well.
    again = staging.check(actor, proposal, {}, before=after)
    assert [one.verdict for one in again.verdicts] == [one.verdict for one in before.verdicts]
    assert staging.commit(actor, after).total("imported") == 3


def test_a_field_without_a_column_and_a_day_of_a_matrix_can_be_put_right(
    actor: Actor, tmp_path: Path, person: Person
) -> None:
    person("王芳")
    sheet: Rows = [["2026年10月"], ["姓名", *range(1, 32)], ["王芳", "？？"]]
    proposal = staging.propose(opened(tmp_path, 就餐=sheet), "meals")
    fixed = staging.check(actor, proposal, {Spot("就餐", 3, "B"): "√"})
    assert fixed.result.recorded == {"meals": 1}
    named = staging.propose(opened(tmp_path, ["姓名", "性别"], ["李四", "男"]), "residents")
    (row,) = staging.check(actor, named, {Spot("花名册", 2, "born_on"): "1950-01-01"}).verdicts
    assert row.verdict == "to_verify"


def test_a_sheet_without_headings_is_read_by_letters(actor: Actor, tmp_path: Path) -> None:
    book = opened(tmp_path, ["王芳", WANG], ["李四", id_number("1950-01-01", "male", 9)])
    options = ImportOptions(header_row=0, mapping={"A": "name", "B": "id_number"})
    checked = staging.check(actor, staging.propose(book, "residents", options=options))
    assert [(one.row, one.verdict) for one in checked.verdicts] == [(1, "imported"), (2, "imported")]


def test_several_months_are_chosen_together(actor: Actor, tmp_path: Path, person: Person) -> None:
    person("王芳")
    heads = ["日期", "姓名", "服务项目"]
    sheets: dict[str, Rows] = {
        "2026年8月": [heads, ["5日", "王芳", "助浴"]],
        "2026年9月": [heads, ["5日", "王芳", "助浴"], ["6日", "王芳", "助飞"]],
    }
    book = opened(tmp_path, **sheets)
    one = staging.propose(book, "services")
    assert one.unread == ("2026年9月",)
    both = staging.propose(book, "services", ["2026年8月", "2026年9月"])
    result = staging.commit(actor, staging.check(actor, both))
    assert [(row.sheet, row.row, row.verdict) for row in result.verdicts] == [
        ("2026年8月", 2, "imported"), ("2026年9月", 2, "imported"), ("2026年9月", 3, "refused"),
    ]  # fmt: skip
    assert query.ids("SELECT service_on FROM help_service ORDER BY 1") == ["2026-08-05", "2026-09-05"]


def test_a_community_merged_over_its_people_is_that_of_each(actor: Actor, tmp_path: Path) -> None:
    rows: Rows = [
        ["社区", "姓名", "出生日期"],
        ["前卫社区", "王芳", "1944-03-05"], ["", "李四", "1950-01-01"], ["", "赵五", "1951-01-01"],
        ["斗南社区", "孙六", "1952-01-01"], ["", "周七", "1953-01-01"],
    ]  # fmt: skip
    path = write(tmp_path / "合并.xlsx", {"花名册": rows}, {"花名册": ["A2:A4"]})
    import_workbook(actor, "residents", path)
    found = query.fetch("SELECT name, community FROM resident ORDER BY id")
    # What is not merged is empty: nobody knows where 周七 lives.
    assert [row[1] for row in found] == ["前卫社区", "前卫社区", "前卫社区", "斗南社区", ""]


def test_a_mapping_by_hand_is_remembered_for_the_same_headings(actor: Actor, tmp_path: Path) -> None:
    rows: Rows = [["谁", "号", "哪天生"], ["王芳", WANG, "1944-03-05"]]
    book = opened(tmp_path, 甲=rows)
    assert staging.propose(book, "residents").tables == ()
    mapping = {"谁": "name", "号": "id_number", "C": "born_on"}
    first = staging.commit(actor, staging.check(actor, staging.propose(book, "residents", mapping=mapping)))
    assert first.as_json()["mapping_source"] == "hand"
    later = opened(tmp_path, 乙=[["十一月"], *rows])
    proposal = staging.propose(later, "residents")
    (table,) = proposal.tables
    assert (proposal.mapping_source, table.header_row) == ("remembered", 2)
    assert {one.how for one in proposal.columns(table)} == {"remembered"}
    (template,) = templates.remembered("residents")
    assert (template.file, template.mapping) == ("老人.xlsx", {"A": "name", "B": "id_number", "C": "born_on"})
    templates.forget(actor, template)
    assert staging.propose(later, "residents").tables == ()


def test_a_dry_run_remembers_nothing(actor: Actor, tmp_path: Path) -> None:
    path = write(tmp_path / "x.xlsx", {"甲": [["谁", "生日"], ["王芳", "1944-03-05"]]})
    import_workbook(actor, "residents", path, ImportOptions(mapping={"谁": "name"}, dry_run=True))
    assert templates.remembered("residents") == []


@pytest.mark.parametrize("stage", ["check", "commit"])
def test_cancelling_leaves_nothing(actor: Actor, tmp_path: Path, stage: str) -> None:
    rows = [[f"王{chr(0x4E00 + number)}", "", "1944-03-05"] for number in range(50)]
    proposal = staging.propose(opened(tmp_path, HEADS, *rows), "residents")
    progress = Progress(lambda done, total, what: progress.cancel() if done == 20 else None)
    with pytest.raises(Cancelled):
        if stage == "check":
            staging.check(actor, proposal, progress=progress)
        else:
            staging.commit(actor, staging.check(actor, proposal), progress=progress)
    assert residents.find_ids(ResidentQuery()) == [] and import_batches.listed() == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_workbook_of_the_sample_is_told_from_the_other_kinds(
    actor: Actor, tmp_path: Path, kind: WorkbookKind
) -> None:
    path = SAMPLE / f"{kind}.xlsx"
    if kind == WorkbookKind.STAFF:
        rows = [["姓名", "岗位", "联系电话", "证书名称", "有效期"], ["杨秀英", "护理员", "", "健康证", "2026-11-10"]]
        path = write(tmp_path / "人员.xlsx", {"人员": rows})
    if kind == WorkbookKind.ASSESSMENTS:
        path = write(tmp_path / "评估.xlsx", {"汇总": listed(["王芳", "", "2026-10-08", *points(62).values()])})
    book = staging.open_book(path)
    assert {asked: staging.likelier(staging.propose(book, asked)) for asked in KINDS} == {
        asked: None if asked == kind else kind for asked in KINDS
    }


def test_columns_named_by_hand_are_what_somebody_wants(actor: Actor) -> None:
    book = staging.open_book(SAMPLE / "beds.xlsx")
    assert staging.likelier(staging.propose(book, WorkbookKind.RESIDENTS, mapping={"姓名": "name"})) is None


def test_a_workbook_that_lacks_its_columns_is_named_for_what_it_is(actor: Actor) -> None:
    with pytest.raises(HeadingsMissing) as refused:
        import_workbook(actor, WorkbookKind.BEDS, SAMPLE / "residents.xlsx")
    assert refused.value.looks_like == WorkbookKind.RESIDENTS
    assert "It looks like Residents" in sentence(refused.value)
    checked = import_workbook(actor, WorkbookKind.RESIDENTS, SAMPLE / "beds.xlsx", ImportOptions(dry_run=True))
    assert checked.as_json()["looks_like"] == "beds"

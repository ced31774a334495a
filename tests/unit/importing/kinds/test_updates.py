"""Rows about people on record: what they change, what they never touch, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.file_errors import ImportNotUndoable
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.importing import staging
from desktop.importing.importer import ImportOptions, import_workbook
from desktop.importing.result import ImportResult
from desktop.importing.undo import undo_import
from desktop.models import query
from desktop.services import figures
from desktop.services.named import entries
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import forms as resident_forms
from desktop.services.residents.drafts import ContactDraft
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.importing.sheets import write

Person = Callable[..., int]
Take = Callable[..., ImportResult]
WANG = id_number("1944-03-05", "female", 7)
HEADS = ["姓名", "身份证号", "电话", "居住地址", "类别", "能力等级", "评估日期", "家属姓名", "家属电话", "签约情况"]


@pytest.fixture
def wang(person: Person) -> int:
    """王芳, 独居 since 2025, with a daughter."""
    return person(
        "王芳",
        id_number=WANG,
        phone="13900000001",
        address="前卫社区1栋",
        flags=[("living_alone", "2025-01-01")],
        grade="mild",
        grade_on="2025-06-01",
        contacts=[ContactDraft("王小妹", "女儿", "13800000001")],
    )


@pytest.fixture
def take(actor: Actor, tmp_path: Path) -> Take:
    def run(*rows: list[object], heads: list[str] = HEADS, **options: object) -> ImportResult:
        path = write(tmp_path / "老人.xlsx", {"花名册": [heads, *rows]})
        chosen = ImportOptions(update_existing=True, **options)  # type: ignore[arg-type]
        return import_workbook(actor, "residents", path, chosen)

    return run


def changes(result: ImportResult) -> list[tuple[str, str, str]]:
    return [(one.field, one.old, one.new) for row in result.verdicts for one in row.changes]


def test_field_by_field_and_an_empty_cell_never_erases(take: Take, wang: int) -> None:
    row = ["王芳", WANG, "", "斗南社区2栋", "低保", "中度失能", "2026-10-01", "王小妹", "13800000009", "√"]
    result = take(row)
    assert changes(result) == [
        ("address", "前卫社区1栋", "斗南社区2栋"),
        ("family_doctor", "", "yes"),
        ("grade", "mildly disabled", "moderately disabled"),
        ("grade_on", "2025-06-01", "2026-10-01"),
        ("flags", "living alone(2025-01-01—)", "living alone(2025-01-01—)、minimum living allowance"),
        ("contacts", "王小妹 女儿 13800000001", "王小妹 女儿 13800000009"),
    ]
    assert (result.total("updated"), result.total("imported"), result.total("refused")) == (1, 0, 0)
    draft = resident_forms.draft_of(wang)
    assert (draft.phone, draft.address, draft.grade) == ("13900000001", "斗南社区2栋", "moderate")
    assert query.fetch("SELECT grade FROM grade ORDER BY assessed_on") == [("mild",), ("moderate",)]
    assert query.count("SELECT count(*) FROM change_log WHERE batch_id = ? AND table_name = 'resident'", [1]) == 1


def test_the_same_sheet_again_says_nothing_new(take: Take, wang: int) -> None:
    row = ["王芳", WANG, "13900000002", "", "独居", "轻度失能", "", "", "", ""]
    assert take(row).total("updated") == 1
    before = query.count("SELECT count(*) FROM change_log WHERE table_name NOT IN ('import_batch', 'backup')")
    again = take(row)
    assert (again.total("unchanged"), again.total("updated")) == (1, 0)
    assert query.count("SELECT count(*) FROM change_log WHERE table_name NOT IN ('import_batch', 'backup')") == before


def test_flags_that_a_filled_cell_no_longer_names_end_by_choice(take: Take, wang: int) -> None:
    take(["王芳", WANG, "", "", ""], flags="replace")
    assert [(one.kind, one.to_on) for one in resident_forms.draft_of(wang).flags] == [("living_alone", "")]
    take(["王芳", WANG, "", "", "会唱歌"], flags="replace")
    assert [(one.kind, one.to_on) for one in resident_forms.draft_of(wang).flags] == [("living_alone", "")]
    take(["王芳", WANG, "", "", "空巢"], flags="replace")
    held = [(one.kind, one.from_on, one.to_on) for one in resident_forms.draft_of(wang).flags]
    assert sorted(held) == [("empty_nest", "", ""), ("living_alone", "2025-01-01", "2026-10-20")]


def test_another_name_under_the_number_is_refused(take: Take, wang: int) -> None:
    result = take(["赵铁柱", WANG, "1"])
    assert [(one.verdict, one.reasons, one.resident_id) for one in result.verdicts] == [
        ("refused", ("other_name",), wang)
    ]
    assert resident_forms.draft_of(wang).name == "王芳"


def test_a_person_without_a_number_is_updated_once_somebody_recognised_them(take: Take, wang: int) -> None:
    heads, row = ["姓名", "出生日期", "电话"], ["王芳", "1944-03-05", "13900000007"]
    (seen,) = take(row, heads=heads, dry_run=True).verdicts
    assert (seen.verdict, seen.reasons, seen.resident_id) == ("duplicate", ("duplicate_resident",), wang)
    assert take(row, heads=heads, identities={2: wang}).total("updated") == 1
    assert resident_forms.draft_of(wang).phone == "13900000007"
    assert take(row, heads=heads, identities={2: 0}).total("imported") == 1


def test_a_number_on_record_is_never_put_right_by_a_workbook(take: Take, wang: int) -> None:
    other = id_number("1944-03-05", "female", 8)
    result = take(["王芳", other, "13900000009"], identities={2: wang})
    assert [issue.reason for issue in result.issues] == ["number_differs"]
    assert resident_forms.draft_of(wang).id_number == WANG


def test_one_row_for_each_person(take: Take, wang: int) -> None:
    result = take(["王芳", WANG, "13900000002"], ["王芳", WANG, "13900000003"])
    assert [(one.verdict, one.reasons) for one in result.verdicts] == [
        ("updated", ()),
        ("duplicate", ("duplicate_row",)),
    ]
    assert resident_forms.draft_of(wang).phone == "13900000002"


def test_who_left_the_register_needs_a_day(take: Take, wang: int) -> None:
    heads = ["姓名", "身份证号", "状态", "变动日期"]
    assert [one.reasons for one in take(["王芳", WANG, "去世", ""], heads=heads).verdicts] == [("missing_state_on",)]
    result = take(["王芳", WANG, "去世", "2026-10-05"], heads=heads)
    assert ("state", "on register", "deceased") in changes(result)
    assert residents.find_ids(ResidentQuery()) == []


def test_a_check_refuses_what_a_commit_would(actor: Actor, tmp_path: Path, take: Take, wang: int) -> None:
    heads = ["姓名", "身份证号", "状态", "变动日期"]
    take(["王芳", WANG, "迁出", "2026-10-05"], heads=heads)
    path = write(tmp_path / "回.xlsx", {"表": [heads, ["王芳", WANG, "在册", "2026-10-01"]]})
    options = ImportOptions(update_existing=True)
    checked = staging.check(actor, staging.propose(staging.open_book(path), "residents", options=options))
    assert [one.reasons for one in checked.verdicts] == [("state_refused",)]
    assert [one.reasons for one in staging.commit(actor, checked).verdicts] == [("state_refused",)]


def test_choices_are_made_after_the_check(actor: Actor, tmp_path: Path, wang: int) -> None:
    path = write(tmp_path / "x.xlsx", {"表": [HEADS, ["王芳", WANG, "13900000002"]]})
    checked = staging.check(actor, staging.propose(staging.open_book(path), "residents"))
    assert [one.verdict for one in checked.verdicts] == ["duplicate"]
    assert staging.commit(actor, checked, ImportOptions(update_existing=True)).total("updated") == 1


def test_an_update_is_taken_back(actor: Actor, take: Take, wang: int) -> None:
    before = resident_forms.draft_of(wang)
    row = ["王 芳", WANG, "13900000002", "斗南社区2栋", "低保", "中度失能", "", "王小弟", "", "√"]
    result = take(row, ["李四", id_number("1950-01-01", "male", 9), "13700000000"], flags="replace")
    assert (result.total("updated"), result.total("imported")) == (1, 1)
    assert residents.find_ids(ResidentQuery(text="13900000002")) == [wang]
    assert result.import_id is not None
    undo_import(actor, result.import_id)
    assert resident_forms.draft_of(wang) == before
    assert residents.find_ids(ResidentQuery(text="13900000001")) == [wang]
    assert residents.find_ids(ResidentQuery(text="13900000002")) == []
    assert residents.find_ids(ResidentQuery()) == [wang]


def test_an_update_that_was_changed_since_stays(actor: Actor, take: Take, wang: int) -> None:
    result = take(["王芳", WANG, "13900000002"])
    draft = resident_forms.draft_of(wang)
    draft.phone = "13900000003"
    resident_forms.save(actor, draft)
    assert result.import_id is not None
    with pytest.raises(ImportNotUndoable):
        undo_import(actor, result.import_id)


def test_an_old_number_stays_as_it_was_written(take: Take, person: Person) -> None:
    old = WANG[:6] + WANG[8:17]
    one = person("王芳", id_number=old)
    take(["王芳", WANG, "13900000002"])
    assert query.fetch("SELECT id_written, phone FROM resident WHERE id = ?", [one]) == [(old, "13900000002")]


@pytest.mark.parametrize(("column", "option"), [("2026-09-10", ""), ("", "2026-09-10"), ("2026-09-10", "2026-01-01")])
def test_another_community_holds_from_the_day_of_its_row_or_of_the_import(
    wang: int, take: Take, column: str, option: str
) -> None:
    heads = ["姓名", "身份证号", "社区", "搬迁日期"]
    found = take(["王芳", WANG, "江尾村", column], heads=heads, holds_from=option)
    assert found.total("updated") == 1
    assert figures.people(Month(2026, 8)).by_community == {"前卫社区": 1}
    assert figures.people(Month(2026, 9)).by_community == {"江尾村": 1}


def test_an_import_taken_back_takes_the_dwelling_back(wang: int, take: Take, actor: Actor) -> None:
    found = take(["王芳", WANG, "江尾村"], heads=["姓名", "身份证号", "社区"], holds_from="2026-09-10")
    assert found.import_id is not None
    undo_import(actor, found.import_id)
    assert figures.people(Month(2026, 9)).by_community == {"前卫社区": 1}
    assert resident_forms.draft_of(wang).community == "前卫社区"


def test_another_name_of_the_community_is_no_move(person: Person, actor: Actor, take: Take) -> None:
    one = entries.add(actor, NamedList.COMMUNITY, "江尾村")
    entries.rename(actor, one, "江尾社区", "2026-09-10")
    entries.add(actor, NamedList.COMMUNITY, "前卫社区")
    who = person("王芳", id_number=WANG, community="江尾村")
    heads = ["姓名", "身份证号", "社区"]
    assert changes(take(["王芳", WANG, "江尾社区"], heads=heads)) == []
    assert resident_forms.draft_of(who).community == "江尾村"
    moved = changes(take(["王芳", WANG, "前卫社区"], heads=heads))
    assert ("community", "江尾村", "前卫社区") in moved
    assert resident_forms.draft_of(who).community == "前卫社区"

"""A workbook is taken in step by step: by keyboard alone, with cells put right, and taken back."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.answers import WorkbookKind
from desktop.core.paths import DataFolder
from desktop.core.trade import NamedList
from desktop.importing import templates
from desktop.importing.kinds import KINDS
from desktop.models import query
from desktop.services import import_batches
from desktop.services.named import entries
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import forms as resident_forms
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages.asks import TakeIn
from desktop.ui.pages.importing import page as import_page
from desktop.ui.pages.importing.foot import CHECK, COLUMNS, DONE, FILE
from desktop.ui.pages.importing.page import ImportPage
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.system.lists import ListsSection
from desktop.ui.pages.system.page import SystemPage
from tests.conftest import id_number
from tests.gui.keyboard import type_words
from tests.gui.whole import opened as opened_window
from tests.unit.importing.sheets import SAMPLE, Rows, write

Person = Callable[..., int]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WANG, LI = id_number("1944-03-05", "female", 7), id_number("1950-01-01", "male", 9)
HEADS = ["姓名", "身份证号", "出生日期", "联系电话"]


@pytest.fixture
def window(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    """The window of a new centre, at the residents."""
    made = opened_window(folder, actor, qtbot)
    made.go("residents")
    return made


@pytest.fixture
def page(window: MainWindow) -> ImportPage:
    """The import as the residents' page opens it."""
    register = window.page("residents")
    assert isinstance(register, ResidentsPage)
    register.open_import()
    made = window.page("import")
    assert isinstance(made, ImportPage) and window.current_room == "import"
    return made


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Four people: one fine, one twice, one born tomorrow, one without anything."""
    rows = [HEADS, ["王芳", WANG, "", "13900000001"], ["王芳", WANG], ["赵五", "", "2030-01-01"], ["孙六", "", "没有"]]
    return write(tmp_path / "花名册.xlsx", {"花名册": rows})


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever the keyboard is."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    qtbot.keyClick(widget, key, modifier)


def type_text(text: str) -> None:
    """Words, wherever the keyboard is."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    type_words(widget, text)


def settled(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: not page.session.jobs.busy, timeout=30_000)
    QApplication.processEvents()


def opened(page: ImportPage, qtbot: QtBot, path: Path) -> None:
    page.open_file(path)
    settled(qtbot, page)


def checked(page: ImportPage, qtbot: QtBot, path: Path) -> None:
    opened(page, qtbot, path)
    page.go_on()
    page.go_on()
    settled(qtbot, page)
    assert page.step == CHECK, page.strip.text


def names() -> list[str]:
    return sorted(row.name for row in residents.rows(residents.find_ids(ResidentQuery(state=""))))


def counts(page: ImportPage) -> dict[str, int]:
    judged = page.work.judged
    assert judged is not None
    return {one: judged.rows.count(one) for one in page.rows.chips if one and judged.rows.count(one)}


def test_the_whole_way_by_keyboard_alone(
    page: ImportPage, window: MainWindow, book: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(book), ""))
    press(qtbot, Key.Key_Return)
    settled(qtbot, page)
    assert page.work.book is not None and page.step == FILE
    press(qtbot, Key.Key_Return, CTRL)
    assert page.step == COLUMNS and page.columns.table.view.hasFocus()
    press(qtbot, Key.Key_Return, CTRL)
    settled(qtbot, page)
    assert counts(page) == {"refused": 2, "duplicate": 1, "imported": 1}
    assert names() == []
    # Down to the second row; Enter leads to the cell that is wrong, Enter takes the new text.
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert page.rows.panel.cell.value() == WANG
    # Pasted: seventeen digits that come as fast as a test types are a scan.
    QApplication.clipboard().setText(LI)
    press(qtbot, Key.Key_V, CTRL)
    press(qtbot, Key.Key_Return)
    assert page.rows.table.view.hasFocus() and page.work.stale
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert page.rows.panel.place.value() == "born_on"
    type_text("1930-01-01")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_F5)
    settled(qtbot, page)
    assert counts(page) == {"refused": 1, "to_verify": 1, "imported": 2}
    press(qtbot, Key.Key_Return, CTRL)
    settled(qtbot, page)
    assert page.step == DONE and names() == ["王芳", "王芳", "赵五"]
    assert book.name in window.toast.text
    press(qtbot, Key.Key_Return, CTRL)
    assert window.current_room == "residents"


def test_the_line_at_the_bottom_takes_it_back(page: ImportPage, window: MainWindow, book: Path, qtbot: QtBot) -> None:
    checked(page, qtbot, book)
    page.go_on()
    settled(qtbot, page)
    assert names() == ["王芳"]
    window.toast.undo_button.click()
    settled(qtbot, page)
    assert names() == [] and not page.done.undo_button.isEnabled()
    assert import_batches.listed()[0].undone_at


def test_chips_narrow_the_list(page: ImportPage, book: Path, qtbot: QtBot) -> None:
    checked(page, qtbot, book)
    page.rows.chips["refused"].click()
    assert [row.row for row in page.rows._load(list(page.rows.table.model.ids))] == [4, 5]
    assert not page.rows.chips["updated"].isVisible()
    page.rows.chips[""].click()
    assert len(page.rows.table.model.ids) == 4


def test_numbers_are_masked_in_the_list(page: ImportPage, book: Path, qtbot: QtBot) -> None:
    checked(page, qtbot, book)
    model = page.rows.table.model
    words = [str(model.cell(line, column)) for line in range(4) for column in range(model.columnCount())]
    assert not any(WANG in word for word in words) and any("********" in word for word in words)


def test_esc_in_a_cell_gives_it_back_and_a_typed_one_is_kept_on_leaving(
    page: ImportPage, book: Path, qtbot: QtBot
) -> None:
    checked(page, qtbot, book)
    press(qtbot, Key.Key_Return)
    type_text("x")
    press(qtbot, Key.Key_Escape)
    assert page.work.fixes == {} and page.step == CHECK
    press(qtbot, Key.Key_Return)
    type_text("王芬")
    page.rows.table.select_id(3)
    assert list(page.work.fixes.values()) == ["王芬"]


def test_the_number_that_was_probably_meant_is_taken_with_one_key(
    page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = WANG[:9] + str((int(WANG[9]) + 5) % 10) + WANG[10:]
    checked(page, qtbot, write(tmp_path / "丁.xlsx", {"丁": [HEADS, ["王芳", wrong, "1944-03-05", ""]]}))
    assert page.rows.panel.meant_button.isVisibleTo(page)
    assert WANG not in page.rows.panel.meant_button.text()
    press(qtbot, Key.Key_F8)
    assert list(page.work.fixes.values()) == [WANG]


def test_a_namesake_that_is_said_to_be_somebody_new_is_kept_apart(
    page: ImportPage, tmp_path: Path, person: Person, qtbot: QtBot
) -> None:
    wang = person("王芳", born="1944-03-05")
    checked(page, qtbot, write(tmp_path / "戊.xlsx", {"戊": [HEADS, ["王芳", WANG, "1944-03-05", "13900000009"]]}))
    assert page.rows.panel.new_button.isVisibleTo(page), "a number of one's own makes two people possible"
    page.rows.panel.new_button.click()
    page.go_on()
    settled(qtbot, page)
    page.go_on()
    settled(qtbot, page)
    assert names() == ["王芳", "王芳"]
    [(low, high)] = query.fetch("SELECT low_id, high_id FROM living_distinct_pair")
    assert low == wang and high != wang


def test_leaving_with_fixes_asks_once_and_keeps_them(
    page: ImportPage, window: MainWindow, book: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(page, qtbot, book)
    page.rows.panel.cell.set_value("王芬")
    asked: list[str] = []

    def answer(_parent: QWidget, words: str, _act: str) -> bool:
        asked.append(words)
        return len(asked) > 1

    monkeypatch.setattr(import_page, "ask", answer)
    for _ in range(3):
        press(qtbot, Key.Key_Escape)
    assert (page.step, len(asked), page.unsaved()) == (FILE, 1, True)
    assert window.current_room == "import"
    press(qtbot, Key.Key_Escape)
    assert window.current_room == "residents" and not page.unsaved()


def test_a_column_is_chosen_by_pinyin_and_remembered(page: ImportPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = write(tmp_path / "甲.xlsx", {"甲": [["谁", "号", "电话"], ["王芳", WANG, "13900000001"]]})
    opened(page, qtbot, path)
    page.go_on()
    assert "姓名" in page.strip.text and not page.next_button.isEnabled()
    page.columns.table.select_id(1)
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(page.columns.pick.box.lineEdit(), "xm")
    popup = page.columns.pick._completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Key.Key_Return)
    qtbot.keyClick(page.columns.pick.box.lineEdit(), Key.Key_Return)
    assert page.work.mapping == {"谁": "name"} and page.next_button.isEnabled()
    page.columns.table.select_id(2)
    page.columns.pick.set_value("id_number")
    page.columns.pick.finished.emit()
    page.go_on()
    settled(qtbot, page)
    page.go_on()
    settled(qtbot, page)
    assert names() == ["王芳"] and templates.remembered("residents")
    page.done.again_button.click()
    opened(page, qtbot, path)
    page.go_on()
    assert "上次" in page.columns.source.text()
    page.columns.forget_button.click()
    assert templates.remembered("residents") == [] and not page.next_button.isEnabled()


def test_residents_on_record_are_brought_up_to_date_field_by_field(
    page: ImportPage, tmp_path: Path, person: Person, qtbot: QtBot
) -> None:
    wang = person("王芳", id_number=WANG, phone="13900000001")
    path = write(tmp_path / "乙.xlsx", {"乙": [HEADS, ["王芳", WANG, "", "13900000009"]]})
    checked(page, qtbot, path)
    assert counts(page) == {"duplicate": 1}
    page.rows.update_existing.box.click()
    page.go_on()
    settled(qtbot, page)
    assert counts(page) == {"updated": 1}
    shown = [one.text() for one in page.rows.panel.findChildren(QWidget) if hasattr(one, "text") and one.isVisible()]
    assert "13900000001 → 13900000009" in shown
    page.go_on()
    settled(qtbot, page)
    assert resident_forms.draft_of(wang).phone == "13900000009"


def test_somebody_like_one_on_record_may_be_that_one(
    page: ImportPage, tmp_path: Path, person: Person, qtbot: QtBot
) -> None:
    wang = person("王芳", born="1944-03-05")
    checked(page, qtbot, write(tmp_path / "丙.xlsx", {"丙": [HEADS, ["王芳", WANG, "1944-03-05", "13900000009"]]}))
    page.rows.panel.same_button.click()
    page.go_on()
    settled(qtbot, page)
    assert counts(page) == {"updated": 1}
    page.go_on()
    settled(qtbot, page)
    assert names() == ["王芳"] and resident_forms.draft_of(wang).phone == "13900000009"


def test_a_text_table_in_gb18030_with_other_headings(page: ImportPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "导出.csv"
    text = f"老人姓名;公民身份号码;人员类别;自理能力评估等级\n王芳;{WANG};独居;轻度失能\n李四;{LI};低保;\n"
    path.write_bytes(text.encode("gb18030"))
    checked(page, qtbot, path)
    assert counts(page) == {"imported": 2}


def test_a_bomb_a_renamed_picture_and_a_missing_file_are_sentences_in_the_page(
    page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    bomb = tmp_path / "炸弹.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("[Content_Types].xml", "<Types/>")
        with new.open("xl/worksheets/sheet1.xml", "w") as member:
            for _ in range(300):
                member.write(b"0" * 1_000_000)
    renamed = tmp_path / "改名.xlsx"
    renamed.write_bytes(b"\x89PNG\r\n\x1a\n")
    for path in (bomb, renamed, tmp_path / "没有.xlsx"):
        opened(page, qtbot, path)
        assert path.name in page.strip.text and page.strip.isVisible()
        assert page.step == FILE and not page.next_button.isEnabled()
        assert page.files.isEnabled()


def test_a_matrix_without_a_month_asks_for_it(
    page: ImportPage, window: MainWindow, tmp_path: Path, person: Person, qtbot: QtBot
) -> None:
    person("王芳")
    window.go("import", TakeIn("meals"))
    opened(page, qtbot, write(tmp_path / "就餐.xlsx", {"Sheet1": [["姓名", *range(1, 32)], ["王芳", "√"]]}))
    assert not page.next_button.isEnabled() and page.files.month_given.error
    page.files.month_given.box.click()
    assert page.next_button.isEnabled() and page.work.month is not None
    page.go_on()
    assert list(page.columns.table.model.ids) == [1]
    page.go_on()
    settled(qtbot, page)
    assert counts(page) == {"imported": 1}


def test_two_sheets_are_ticked_together(
    page: ImportPage, window: MainWindow, tmp_path: Path, person: Person, qtbot: QtBot
) -> None:
    person("王芳")
    heads = ["日期", "姓名", "服务项目"]
    sheets: dict[str, Rows] = {
        "2026年8月": [heads, ["5日", "王芳", "助浴"]],
        "2026年9月": [heads, ["5日", "王芳", "助浴"]],
    }
    window.go("import", TakeIn("services"))
    opened(page, qtbot, write(tmp_path / "服务.xlsx", sheets))
    assert page.files.sheets.value() == ("2026年8月",)
    page.files.sheets.boxes["2026年9月"].click()
    page.go_on()
    page.columns.tables.choose("1")
    assert page.columns.shown_table is not None and page.columns.shown_table.sheet.name == "2026年9月"
    page.go_on()
    settled(qtbot, page)
    assert counts(page) == {"imported": 2}


def test_blank_workbook_and_verdicts_are_saved(
    page: ImportPage, tmp_path: Path, book: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank, verdicts = tmp_path / "模板.xlsx", tmp_path / "结果.xlsx"
    for path, act in ((blank, page.save_blank), (verdicts, lambda: checked(page, qtbot, book))):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, path=path: (str(path), ""))
        act()
        settled(qtbot, page)
    page.rows.report_button.click()
    settled(qtbot, page)
    assert "姓名" in str([cell.value for row in openpyxl.load_workbook(blank).active.iter_rows() for cell in row])
    assert openpyxl.load_workbook(verdicts).active.max_row == 6


def test_cancelling_a_check_stays_where_one_was(page: ImportPage, qtbot: QtBot) -> None:
    opened(page, qtbot, SAMPLE / "residents.xlsx")
    page.go_on()
    page.go_on()
    press(qtbot, Key.Key_Escape)
    settled(qtbot, page)
    assert page.step == COLUMNS and page.work.judged is None
    assert page.columns.isEnabled() and page.next_button.isEnabled()


def test_the_sample_centre_goes_in_whole(page: ImportPage, window: MainWindow, qtbot: QtBot) -> None:
    for kind in ("residents", "beds", "services", "meals", "visits"):
        window.go("import", TakeIn(kind))
        checked(page, qtbot, SAMPLE / f"{kind}.xlsx")
        page.go_on()
        settled(qtbot, page)
        assert page.step == DONE, page.strip.text
        assert page.work.result is not None and page.work.result.total("imported") > 0


def test_a_file_of_another_kind_is_read_as_what_it_is_by_one_key(page: ImportPage, qtbot: QtBot) -> None:
    page.open_file(SAMPLE / "beds.xlsx")
    settled(qtbot, page)
    assert page.work.kind == "residents"
    assert page.strip.text == "这像是“床位与入住”，不是“老年人”。"
    press(qtbot, Key.Key_Return)
    assert page.work.kind == "beds" and page.work.readable
    assert page.strip.text == ""


def test_lines_copied_from_a_spreadsheet_are_pasted_into_an_import(page: ImportPage, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("王芳")
    press(qtbot, Key.Key_V, CTRL)
    assert "没有复制到表格" in page.strip.text
    QApplication.clipboard().setText(f"姓名\t身份证号\n王芳\t{WANG}\n")
    press(qtbot, Key.Key_V, CTRL)
    settled(qtbot, page)
    assert page.work.readable and page.strip.text == ""
    page.go_on()
    page.go_on()
    settled(qtbot, page)
    page.go_on()
    settled(qtbot, page)
    assert names() == ["王芳"]


def test_the_import_is_one_key_from_the_register(window: MainWindow, qtbot: QtBot) -> None:
    window.go("residents")
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    press(qtbot, Key.Key_I, CTRL)
    assert window.current_room == "import"
    window.go("beds")
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    press(qtbot, Key.Key_I, CTRL)
    made = window.page("import")
    assert isinstance(made, ImportPage)
    assert (window.current_room, made.work.kind) == ("import", "beds")


def test_communities_that_no_list_has_lead_to_their_worklist(
    page: ImportPage, window: MainWindow, actor: Actor, tmp_path: Path, qtbot: QtBot
) -> None:
    entries.add(actor, NamedList.COMMUNITY, "前卫社区")
    rows = [[*HEADS, "社区"], ["王芳", WANG, "", "", "前卫 社区"], ["李强", LI, "", "", "河边村"]]
    checked(page, qtbot, write(tmp_path / "花名册.xlsx", {"花名册": rows}))
    page.go_on()
    settled(qtbot, page)
    assert page.done.texts_button.isVisible() and "1" in page.done.texts_button.text()
    page.done.texts_button.click()
    assert window.current_room == "system"
    system = window.page("system")
    assert isinstance(system, SystemPage)
    section = system.section("lists")
    assert isinstance(section, ListsSection)
    assert section.texts.isVisible() and section.texts.current_row().text == "河边村"


def test_a_centre_that_keeps_no_list_is_asked_about_no_community(
    page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [[*HEADS, "社区"], ["王芳", WANG, "", "", "前卫社区"]]
    checked(page, qtbot, write(tmp_path / "花名册.xlsx", {"花名册": rows}))
    page.go_on()
    settled(qtbot, page)
    assert names() == ["王芳"] and not page.done.texts_button.isVisible()


DAYS = "\t".join(str(day) for day in range(1, 32))
PASTED = {
    WorkbookKind.RESIDENTS: ("姓名\t身份证号\n段春梅\t{li}\n无名\t12345\n", {"imported": 1, "refused": 1}),
    WorkbookKind.BEDS: ("房间号\t床号\t床位类型\n101\t1\t护理型\n102\t\t普通型\n", {"imported": 1, "refused": 1}),
    WorkbookKind.SERVICES: (
        "日期\t姓名\t服务项目\n2026-10-05\t王芳\t助浴\n2026-10-06\t无名\t助浴\n",
        {"imported": 1, "refused": 1},
    ),
    WorkbookKind.MEALS: (
        f"就餐登记表（2026年10月）\n姓名\t{DAYS}\n王芳\t√\t\t送\n无名\t√\t\t\n",
        {"imported": 1, "refused": 1},
    ),
    WorkbookKind.VISITS: (
        "日期\t姓名\t探访方式\t探访结果\n2026-10-05\t王芳\t电话\t未接通\n2026-10-06\t无名\t电话\t未接通\n",
        {"imported": 1, "refused": 1},
    ),
    WorkbookKind.ASSESSMENTS: (
        "姓名\t评估日期\t总分\t能力等级\n王芳\t2026-10-05\t62\t中度失能\n无名\t2026-10-05\t62\t中度失能\n",
        {"imported": 1, "refused": 1},
    ),
    WorkbookKind.STAFF: ("姓名\t岗位\n杨秀英\t护理员\n\t厨师\n", {"imported": 1, "refused": 1}),
}


@pytest.mark.parametrize("kind", list(KINDS))
def test_lines_of_every_kind_are_pasted_and_judged_by_keys(
    window: MainWindow, person: Person, qtbot: QtBot, kind: WorkbookKind
) -> None:
    person("王芳", id_number=WANG)
    text, told = PASTED[kind]
    window.go("import", TakeIn(kind))
    made = window.page("import")
    assert isinstance(made, ImportPage)
    QApplication.clipboard().setText(text.format(li=LI))
    press(qtbot, Key.Key_V, CTRL)
    settled(qtbot, made)
    press(qtbot, Key.Key_Return, CTRL)
    press(qtbot, Key.Key_Return, CTRL)
    settled(qtbot, made)
    assert made.step == CHECK, made.strip.text
    assert counts(made) == told

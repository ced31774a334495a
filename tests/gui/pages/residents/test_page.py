"""The register as a list: columns, copying, files, lists for offices, a past day; all of it by keys."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.core import clock
from desktop.core.trade import NamedList
from desktop.services.named import entries
from desktop.services.named.resolving import resolver
from desktop.services.residents import states
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages import papers
from desktop.ui.pages.residents.as_of import AsOfView
from desktop.ui.pages.residents.card import ResidentCardView
from desktop.ui.pages.residents.columns_dialog import ColumnsDialog
from desktop.ui.pages.residents.register_lists import RegisterListsDialog
from tests.conftest import id_number
from tests.gui.register_desk import RegisterDesk

Person = Callable[..., int]
Open = Callable[[], RegisterDesk]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def titles(here: RegisterDesk) -> list[str]:
    return [column.title for column in here.page.table.model.columns]


def test_columns_are_chosen_moved_and_remembered(person: Person, register: Open) -> None:
    person("王芳", household_place="云南省昆明市")
    here = register()
    here.page.columns_button.setFocus()
    here.enter()
    box = here.box(ColumnsDialog)
    here.key(Qt.Key.Key_Space)  # 性别 goes
    codes = [box.ticks.item(at).data(Qt.ItemDataRole.UserRole) for at in range(box.ticks.count())]
    for _ in range(codes.index("household_place")):
        here.key(Qt.Key.Key_Down)
    here.key(Qt.Key.Key_Space)
    here.control(Qt.Key.Key_Up)
    here.enter()
    assert "性别" not in titles(here) and "户籍地" in titles(here)
    row = here.page.table.model.row_at(0)
    assert row is not None and row.more["household_place"] == "云南省昆明市"
    path = here.page.session.preferences.path
    assert path is not None and "household_place" in Preferences.load(path).resident_columns


def test_all_columns_can_be_shown(person: Person, register: Open) -> None:
    person("王芳")
    here = register()
    from desktop.ui.pages.residents.columns import offered

    here.page.set_columns(list(offered()))
    table = here.page.table.model
    cells = [str(table.cell(0, at)) for at in range(table.columnCount())]
    assert cells[0] == "王芳" and len(cells) > 30


def test_lines_are_copied_with_and_without_heads(person: Person, register: Open) -> None:
    person("王芳", community="=1+1")
    here = register()
    here.page.header.focus_search()
    here.enter()
    here.control(Qt.Key.Key_C)
    plain = QGuiApplication.clipboard().text()
    assert plain.startswith("王芳\t女\t82\t") and "'=1+1" in plain, "no formula reaches a spreadsheet"
    here.key(Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("姓名\t性别\t年龄")


def test_what_is_shown_is_written_with_its_columns(person: Person, register: Open, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    person("王芳", phone="13900001234")
    person("李桂兰", born="1950-01-01", community="后卫社区")
    here = register()
    here.page.set_columns(["age", "phone"])
    here.page.header.focus_search()
    here.type("wf")
    here.enter()
    here.page.export_to(tmp_path / "a.xlsx")
    here.finish_job()
    cells = [
        str(cell.value) for row in openpyxl.load_workbook(tmp_path / "a.xlsx").active for cell in row if cell.value
    ]
    assert "13900001234" in cells and "李桂兰" not in cells


@pytest.mark.parametrize("kind", ["在册花名册", "新增、停止", "80、90、100", "社区×类别"])
def test_office_lists_are_previewed(kind: str, person: Person, register: Open) -> None:
    person("王芳", flags=["living_alone"])
    here = register()
    here.page.table.view.setFocus()
    here.key(Qt.Key.Key_F10)
    here.choose(kind)
    here.box(RegisterListsDialog)
    here.enter(3)
    here.finish_job()
    here.leave(PreviewDialog)


def test_an_office_list_becomes_a_workbook(
    person: Person,
    register: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person("王芳")
    here = register()
    monkeypatch.setattr(papers, "ask_where", lambda *_asked: tmp_path / "roll.xlsx")
    here.page.make_list("roll")
    here.box(RegisterListsDialog)
    here.enter(2)
    here.key(Qt.Key.Key_2)
    here.enter()
    here.finish_job()
    assert (tmp_path / "roll.xlsx").stat().st_size > 0


def test_no_list_of_the_future(person: Person, register: Open) -> None:
    person("王芳")
    here = register()
    here.page.make_list("roll")
    box = here.box(RegisterListsDialog)
    box.form.fields["day"].set_value("2030-01-01")
    here.control(Qt.Key.Key_S)
    assert box.form.fields["day"].error
    here.key(Qt.Key.Key_Escape)


def test_the_register_of_a_past_day(person: Person, actor: Actor, register: Open) -> None:
    one = person("王芳", registered_on="2026-01-01")
    person("李桂兰", born="1950-01-01", registered_on="2026-01-01")
    states.apply(actor, one, "moved_out", dt.date(2026, 9, 20), "随子女迁居")
    here = register()
    assert len(here.page.table.model.ids) == 1
    here.page.table.view.setFocus()
    here.key(Qt.Key.Key_F10)
    here.choose("截至某日")
    view = here.view(AsOfView)
    here.control(Qt.Key.Key_A)
    here.type("2026-09-01")
    here.enter()
    here.finish_job()
    assert len(view.table.model.ids) == 2, "she was there that day"
    assert view.table.view.hasFocus()
    here.enter()
    here.view(ResidentCardView)
    here.key(Qt.Key.Key_Escape)
    assert here.view(AsOfView) is view
    here.key(Qt.Key.Key_Escape)
    assert here.page.view is None


def test_a_day_in_the_future_is_refused(person: Person, register: Open) -> None:
    here = register()
    here.page.open_as_of()
    view = here.view(AsOfView)
    view.day.set_value((clock.today() + dt.timedelta(days=1)).isoformat())
    here.enter()
    assert view.day.error


def test_typing_finds_without_a_long_pause(person: Person, register: Open) -> None:
    person("王芳")
    person("李桂兰", born="1950-01-01")
    here = register()
    here.page.header.focus_search()
    begin = time.monotonic()
    here.type("lgl")
    search = here.page.header.search
    assert search is not None
    here.qtbot.waitUntil(lambda: len(here.page.table.model.ids) == 1 and not search._pause.isActive())
    assert time.monotonic() - begin < 2


def test_a_search_for_digits_says_in_which_number_they_stand(person: Person, register: Open) -> None:
    person("王芳", phone="13800003229")
    person("李桂兰", born="1950-01-01", phone="13900003229")
    here = register()
    here.page.header.focus_search()
    here.type("3229")
    here.qtbot.waitUntil(lambda: here.page.table._totals.text() == "数字出现在：电话 2")
    here.control(Qt.Key.Key_A)
    here.type("lgl")
    here.qtbot.waitUntil(lambda: len(here.page.table.model.ids) == 1 and here.page.table._totals.text() == "")


def enter_resident(here: RegisterDesk, serial: int, community: str) -> None:
    """Somebody is typed in and saved."""
    here.page.begin_new()
    panel = here.page.panel
    assert panel is not None
    number = id_number("1944-03-05", "female", serial)
    panel.form.set_values({"name": f"王{serial}芳", "id_number": number, "community": community})
    panel.form.set_values({"born_on": "1944-03-05", "sex": "female"})
    assert panel.save()
    assert not here.page.form_open, "nobody is held up"


def test_a_community_that_no_list_has_is_asked_about_once_it_is_saved_and_answered_by_a_key(
    register: Open, actor: Actor
) -> None:
    one = entries.add(actor, NamedList.COMMUNITY, "南亭社区")
    here, shift = register(), Qt.KeyboardModifier.ShiftModifier
    enter_resident(here, 1, "南亭村")
    assert "南亭村" in here.page.strip.text
    here.key(Qt.Key.Key_F6, shift)
    assert resolver(NamedList.COMMUNITY).of("南亭村") == one
    assert not here.page.strip.isVisible()
    enter_resident(here, 2, "外地")
    assert "外地" in here.page.strip.text
    here.key(Qt.Key.Key_F7, shift)
    assert entries.staying(NamedList.COMMUNITY) == ["外地"]
    here.control(Qt.Key.Key_Z)
    assert entries.staying(NamedList.COMMUNITY) == []


def test_where_the_list_has_nothing_like_it_the_entry_is_asked_for(register: Open, actor: Actor) -> None:
    one = entries.add(actor, NamedList.COMMUNITY, "南亭社区")
    here = register()
    enter_resident(here, 1, "河边")
    here.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    here.box(SmallForm)
    here.type("nt")
    here.control(Qt.Key.Key_S)
    assert resolver(NamedList.COMMUNITY).of("河边") == one


def test_a_community_of_the_list_and_a_centre_without_one_are_not_asked_about(register: Open, actor: Actor) -> None:
    here = register()
    enter_resident(here, 1, "河边")
    assert not here.page.strip.isVisible()
    entries.add(actor, NamedList.COMMUNITY, "南亭社区")
    enter_resident(here, 2, "南亭 社区")
    assert not here.page.strip.isVisible()


@pytest.mark.parametrize("typed", ["nt", "nanting"])
def test_letters_typed_without_waiting_are_the_community_of_the_list_that_nobody_lives_in_yet(
    register: Open, actor: Actor, typed: str
) -> None:
    for name in ("北亭社区", "南亭社区"):
        entries.add(actor, NamedList.COMMUNITY, name)
    here = register()
    here.page.begin_new()
    panel = here.page.panel
    assert panel is not None
    here.go_to(panel.form.fields["community"])
    for letter in typed:
        # Nothing is painted between one key and the next.
        QTest.keyClicks(QApplication.focusWidget(), letter)
    here.key(Qt.Key.Key_Return)
    assert panel.form.fields["community"].value() == "南亭社区"

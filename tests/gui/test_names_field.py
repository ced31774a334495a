"""Fields for who did something: completed by name, pinyin and initials; a text that is nobody's stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.trade import NamedList
from desktop.services.named import aliases
from desktop.services.people import entries
from desktop.services.people.entries import WorkerDraft
from desktop.services.people.names import SERVING, VISITING
from desktop.services.writing.actor import Actor
from desktop.ui.forms.names_field import NameField, NamesField
from tests.gui.looking import commit


@pytest.fixture
def somebody(actor: Actor) -> None:
    for name, role in (("杨秀英", "carer"), ("李建国", "cook"), ("何云", "visitor")):
        entries.save(actor, WorkerDraft(name=name, role=role))


@pytest.fixture
def shown(app: QApplication, qtbot: QtBot) -> Callable[[NameField], NameField]:
    def show(field: NameField) -> NameField:
        qtbot.addWidget(field)
        field.show()
        field.grab_keyboard()
        return field

    return show


def typed(qtbot: QtBot, field: NameField, letters: str) -> None:
    line = field.box.lineEdit()
    assert line is not None
    for char in letters:
        if char.isascii():
            qtbot.keyClicks(line, char)
        else:
            commit(line, char)
    field._completer.popup().hide()


@pytest.mark.parametrize("letters", ["yang", "yxy", "杨秀英"])
def test_a_name_is_completed_by_whole_pinyin_and_initials(
    somebody: None, shown: Callable[[NameField], NameField], qtbot: QtBot, letters: str
) -> None:
    field = shown(NameField(SERVING, []))
    typed(qtbot, field, letters)
    qtbot.keyClick(field.box.lineEdit(), Qt.Key.Key_Return)
    assert field.value() == "杨秀英"


def test_a_text_that_is_nobodys_stays_as_it_was_typed(
    somebody: None, shown: Callable[[NameField], NameField], qtbot: QtBot
) -> None:
    field = shown(NameField(SERVING, []))
    typed(qtbot, field, "新来的小王")
    qtbot.keyClick(field.box.lineEdit(), Qt.Key.Key_Return)
    assert field.value() == "新来的小王"


def test_who_was_taken_up_since_is_offered_when_the_field_is_filled_again(
    actor: Actor, somebody: None, shown: Callable[[NameField], NameField]
) -> None:
    field = shown(NameField(SERVING, ["周师傅", "小杨"]))
    assert list(field._options) == ["杨秀英", "李建国", "何云", "周师傅", "小杨"]
    zhou = entries.save(actor, WorkerDraft(name="周小平", role="volunteer"))
    aliases.answer(actor, NamedList.PERSON, "周师傅", zhou)
    field.set_value("")
    assert list(field._options) == ["杨秀英", "周小平", "李建国", "何云", "小杨"]


def test_of_several_names_the_one_that_is_typed_is_completed(
    somebody: None, shown: Callable[[NameField], NameField], qtbot: QtBot
) -> None:
    field = shown(NamesField(VISITING, []))
    typed(qtbot, field, "heyun,yang")
    assert field.box.currentText() == "何云、yang"
    qtbot.keyClick(field.box.lineEdit(), Qt.Key.Key_Return)
    assert field.value() == "何云、杨秀英"


def test_strangers_and_people_stand_side_by_side(
    somebody: None, shown: Callable[[NameField], NameField], qtbot: QtBot
) -> None:
    field = shown(NamesField(VISITING, []))
    typed(qtbot, field, "新来的小王，lijg")
    qtbot.keyClick(field.box.lineEdit(), Qt.Key.Key_Return)
    assert field.value() == "新来的小王、lijg"
    field.set_value("")
    typed(qtbot, field, "新来的小王，ljg")
    qtbot.keyClick(field.box.lineEdit(), Qt.Key.Key_Return)
    assert field.value() == "新来的小王、李建国"


def test_nobody_is_offered_twice(somebody: None, shown: Callable[[NameField], NameField], qtbot: QtBot) -> None:
    field = shown(NamesField(VISITING, []))
    typed(qtbot, field, "heyun,")
    assert "何云、何云" not in field._fitting("何云、he")


def test_what_stands_in_the_field_is_selected_when_the_keyboard_comes(
    somebody: None, shown: Callable[[NameField], NameField], qtbot: QtBot
) -> None:
    field = NameField(VISITING, [])
    field.set_value("何云")
    shown(field)
    line = field.box.lineEdit()
    assert line is not None and line.selectedText() == "何云"
    QApplication.clipboard().setText("杨秀英")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == "杨秀英"

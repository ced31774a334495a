"""A key is said once: F1 shows it and the room answers to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.frame.keys import Key, calls, install


def test_a_key_works_wherever_the_keyboard_is_within_its_owner(app: QApplication, qtbot: QtBot) -> None:
    pressed: list[str] = []
    owner = QWidget()
    line = QLineEdit(owner)
    qtbot.addWidget(owner)
    install(owner, (Key("F2", "edit", lambda: pressed.append("F2")), Key("F8", "heard elsewhere")))
    with qtbot.waitActive(owner):
        owner.show()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_F2)
    qtbot.keyClick(line, Qt.Key.Key_F8)
    assert pressed == ["F2"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_both_enters_are_one_key(app: QApplication, qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    line = QLineEdit()
    qtbot.addWidget(line)
    install(line, (Key("Ctrl+Enter", "next", lambda: pressed.append("next"), ("Ctrl+Return",)),))
    with qtbot.waitActive(line):
        line.show()
    line.setFocus()
    qtbot.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["next"]


def test_a_part_that_hears_its_keys_itself_finds_them_by_code() -> None:
    found = calls((Key("F6", "take back", lambda: "back"), Key("← →", "sections"), Key("P", "phone", lambda: "phone")))
    assert {key: call() for key, call in found.items()} == {Qt.Key.Key_F6: "back", Qt.Key.Key_P: "phone"}

"""A scanner is a keyboard: digits, then Enter, and an input method may be in the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.codes import Code, CodeKind
from desktop.ui.frame.scan import ScanDetector, ScanLine, is_code
from tests.gui.looking import commit, compose

CODE = Code(CodeKind.RESIDENT, "530114", 42).digits
WIDE = CODE.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


@pytest.fixture
def line(app: QApplication, qtbot: QtBot) -> ScanLine:
    made = ScanLine()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_scan_is_given_away_and_the_line_is_empty(line: ScanLine, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, CODE)
    with qtbot.waitSignal(line.scanned) as scan:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert scan.args == [CODE]
    assert line.text() == ""


def test_full_width_digits_are_folded(line: ScanLine, qtbot: QtBot) -> None:
    line.setText(WIDE)
    with qtbot.waitSignal(line.scanned) as scan:
        qtbot.keyClick(line, Qt.Key.Key_Enter)
    assert scan.args == [CODE]


def test_a_number_typed_in_groups_counts_too() -> None:
    assert is_code(f"{CODE[0]} {CODE[1:7]} {CODE[7:11]} {CODE[11:15]} {CODE[15:]}")
    assert not is_code(CODE[:-1])
    assert not is_code(CODE[:-1] + "X")


def test_other_words_are_typing(line: ScanLine, qtbot: QtBot) -> None:
    line.setText("王芳")
    with qtbot.waitSignal(line.typed) as words:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert words.args == ["王芳"]


def test_enter_does_nothing_while_a_word_is_being_composed(line: ScanLine, qtbot: QtBot) -> None:
    compose(line, "wang")
    with qtbot.assertNotEmitted(line.typed), qtbot.assertNotEmitted(line.scanned):
        qtbot.keyClick(line, Qt.Key.Key_Return)


class Desk(QWidget):
    """A window with an ordinary line, and a clock that the test moves."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = 0.0
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)
        self.detector = ScanDetector(self, lambda: self.moment)


@pytest.fixture
def desk(app: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.line.setFocus()
    yield made
    app.removeEventFilter(made.detector)


def press(qtbot: QtBot, desk: Desk, digits: str, apart: float) -> None:
    for digit in digits:
        qtbot.keyClick(desk.line, digit)
        desk.moment += apart
    qtbot.keyClick(desk.line, Qt.Key.Key_Return)


def test_a_scan_is_noticed_anywhere_and_taken_out_of_the_line(desk: Desk, qtbot: QtBot) -> None:
    desk.line.setText("备注")
    with qtbot.waitSignal(desk.detector.scanned) as scan, qtbot.assertNotEmitted(desk.line.returnPressed):
        press(qtbot, desk, CODE, 0.01)
    assert scan.args == [CODE]
    assert desk.line.text() == "备注"


def test_slow_digits_are_typing(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.detector.scanned), qtbot.waitSignal(desk.line.returnPressed):
        press(qtbot, desk, CODE, 0.1)
    assert desk.line.text() == CODE


def test_a_phone_number_is_no_scan(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.detector.scanned):
        press(qtbot, desk, "13887123456", 0.001)


def test_letters_between_digits_are_no_scan(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.detector.scanned):
        press(qtbot, desk, CODE[:8] + "a" + CODE[8:], 0.001)


def test_digits_committed_wide_by_an_input_method_are_a_scan(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.detector.scanned) as scan:
        commit(desk.line, WIDE)
        qtbot.keyClick(desk.line, Qt.Key.Key_Return)
    assert scan.args == [CODE]

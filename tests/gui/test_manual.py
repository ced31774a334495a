"""The manual is read without a network, from F1."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.dialogs.manual import HEADINGS, ManualDialog, manual_file
from desktop.ui.district.rooms import DistrictRoom
from desktop.ui.frame.rooms import RoomKey


def test_f2_on_the_list_of_keys_opens_the_manual_at_the_room(app: QApplication, qtbot: QtBot) -> None:
    assert manual_file().is_file()
    keys = KeysDialog(None, (), "beds")
    qtbot.addWidget(keys)
    with qtbot.waitActive(keys):
        keys.show()
    qtbot.keyClick(keys, Qt.Key.Key_F2)
    # The button shows for a moment that it was pressed.
    qtbot.waitUntil(lambda: keys.findChild(ManualDialog) is not None)
    manual = keys.findChild(ManualDialog)
    assert manual is not None and manual.isVisible()
    assert "床位" in manual.text.textCursor().block().text()
    assert "使用手册" in manual.text.toPlainText()


def test_the_manual_has_a_part_for_every_room(app: QApplication, qtbot: QtBot) -> None:
    for room, heading in HEADINGS.items():
        manual = ManualDialog(room)
        qtbot.addWidget(manual)
        manual.show()
        assert heading in manual.text.textCursor().block().text()
    assert set(HEADINGS) == set(RoomKey) | set(DistrictRoom)


def test_its_pictures_are_seen(app: QApplication, qtbot: QtBot) -> None:
    manual = ManualDialog()
    qtbot.addWidget(manual)
    seen = manual.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/after/card.png"))
    assert isinstance(seen, QImage) and 0 < seen.width() < manual.text.viewport().width()

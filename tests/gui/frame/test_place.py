"""Where the window stood is remembered, and it comes back into sight when its monitor is gone."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from tests.gui.whole import opened


def kept(window: QMainWindow) -> str:
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def test_a_window_of_a_monitor_that_is_gone_comes_back_into_sight(
    app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot
) -> None:
    window = opened(folder, actor, qtbot)
    room = window.screen().availableGeometry()
    for left, top in ((6000, 4000), (-5000, 20)):
        away = QMainWindow()
        qtbot.addWidget(away)
        away.setGeometry(left, top, 700, 500)
        window.session.preferences.geometry = kept(away)
        window._restore()
        seen = window.frameGeometry().intersected(room)
        assert seen.width() >= 100
        assert seen.height() >= 100

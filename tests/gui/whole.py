"""The whole window of a centre, as the program builds it, on the screen that most centres have."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preferences import Preferences

SCREEN = (1366, 768)


def opened(folder: DataFolder, actor: Actor, qtbot: QtBot) -> MainWindow:
    """The window of somebody, shown, with the keyboard, and without sounds."""
    made = standing(folder, actor, qtbot)
    # Nobody is here to answer what to do with an unsaved form.
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    return made


def standing(folder: DataFolder, actor: Actor, qtbot: QtBot) -> MainWindow:
    """The same, for whoever takes it away by ``test_looks.gone`` before the next look of the program dresses it."""
    made = build_window(open_session(folder, Preferences(sounds=False), actor))
    made.resize(*SCREEN)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made

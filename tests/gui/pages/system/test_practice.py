"""演示中心: opened from 系统 and from the first run, begun anew from within, said above every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core import i18n
from desktop.core.answers import BackupReason
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.demo import practice as making
from desktop.models import query
from desktop.services.centre import centres, practice
from desktop.services.centre.centres import CentreDraft
from desktop.services.keeping import backups
from desktop.services.writing.actor import Actor
from desktop.ui.entrance import entrance
from desktop.ui.entrance.first_run import FirstRunDialog
from desktop.ui.frame import launch
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.practice_strip import PracticeStrip
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.system import practice as section_module
from desktop.ui.pages.system.page import SystemPage
from desktop.ui.pages.system.practice import PracticeSection
from tests.gui.whole import opened

Opened = list[DataFolder]


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """On which folders the program was started once more."""
    started: Opened = []
    monkeypatch.setattr(launch, "open_beside", started.append)
    return started


@pytest.fixture
def practising(actor: Actor) -> Actor:
    centres.set_setting(actor, practice.SETTING, practice.MARKED)
    return actor


def section_of(window: MainWindow) -> PracticeSection:
    window.go(RoomKey.SYSTEM, "practice")
    page = window.page(RoomKey.SYSTEM)
    assert isinstance(page, SystemPage)
    found = page.section("practice")
    assert isinstance(found, PracticeSection)
    return found


def test_every_room_of_a_practice_centre_says_so_and_no_key_puts_it_away(
    practising: Actor, folder: DataFolder, qtbot: QtBot
) -> None:
    i18n.install("zh_CN")
    window = opened(folder, practising, qtbot)
    for room in RoomKey:
        window.go(room)
        assert window.practice.isVisible() and window.practice.text.startswith("演示中心")
        assert not window.practice.close_button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.practice.isVisible()
    assert QApplication.applicationDisplayName() == "十助台账 (演示)"


def test_an_own_centre_says_nothing_of_it(actor: Actor, folder: DataFolder, qtbot: QtBot) -> None:
    i18n.install("zh_CN")
    window = opened(folder, actor, qtbot)
    assert not window.practice.isVisible()
    assert QApplication.applicationDisplayName() == "十助台账"


def test_the_lunch_screen_says_so_too(practising: Actor, folder: DataFolder, qtbot: QtBot) -> None:
    window = opened(folder, practising, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F9)

    def others() -> list[PracticeStrip]:
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
        return [strip for one in tops for strip in one.findChildren(PracticeStrip)]

    qtbot.waitUntil(lambda: len(others()) == 1)
    (strip,) = others()
    assert strip.isVisible() and strip.text
    strip.window().close()


def test_f2_makes_it_once_and_opens_it_beside(
    actor: Actor, folder: DataFolder, qtbot: QtBot, beside: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Opened = []

    def make(own: DataFolder, _progress: Progress) -> DataFolder:
        asked.append(own)
        return own.practice

    monkeypatch.setattr(making, "make", make)
    window = opened(folder, actor, qtbot)
    section = section_of(window)
    section.act_button.setFocus()
    qtbot.keyClick(section.act_button, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: bool(beside))
    assert asked == [folder] and beside == [folder.practice]
    monkeypatch.setattr(making, "is_there", lambda _folder: True)
    section.open_practice()
    assert asked == [folder] and beside == [folder.practice] * 2


@pytest.mark.parametrize("sure", [True, False])
def test_begun_anew_after_one_question(
    practising: Actor,
    folder: DataFolder,
    person: Callable[..., int],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    sure: bool,
) -> None:
    fresh = backups.back_up(folder, BackupReason.MANUAL).path
    person("王芳")
    asked: list[str] = []
    monkeypatch.setattr(section_module, "ask", lambda _parent, words, _act: asked.append(words) or sure)
    monkeypatch.setattr(making, "prepare", lambda _folder, _progress: fresh)
    window = opened(folder, practising, qtbot)
    section_of(window).begin_anew()
    assert len(asked) == 1
    if sure:
        qtbot.waitUntil(lambda: window.reopening)
    assert query.count("SELECT count(*) FROM living_resident") == (0 if sure else 1)
    assert practice.is_practice()


def test_the_first_run_leads_there_and_the_next_start_asks_again(
    app: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = DataFolder(tmp_path / "own")
    centres.initialise(
        own.practice, CentreDraft("示例中心（演示）", "539901", "chenggong", "", "主任甲", practice=True)
    )
    centres.close_centre()
    monkeypatch.setattr(making, "make", lambda given, _progress: given.practice)
    wizard = FirstRunDialog(own)
    qtbot.addWidget(wizard)
    with qtbot.waitActive(wizard):
        wizard.show()
    with qtbot.waitSignal(wizard.accepted, timeout=20_000):
        qtbot.mouseClick(wizard.practice_button, Qt.MouseButton.LeftButton)
    assert wizard.other_folder == own.practice and wizard.actor is None
    entered = entrance.enter(wizard.other_folder)
    assert entered is not None and entered.folder == own.practice and practice.is_practice()
    centres.close_centre()
    assert not centres.is_initialised(own)

"""The card for the wall: the keys that the rooms declare, on one page, printed from F1."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.reports.wall_card import Part, write_card
from desktop.services.writing.actor import Actor
from desktop.services.writing.going_out import handed_by
from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.dialogs.keys import keys as everywhere
from desktop.ui.frame import day_card
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.frame.rooms import RoomKey
from tests.gui.whole import opened


@pytest.fixture
def window(actor: Actor, folder: DataFolder, qtbot: QtBot) -> MainWindow:
    i18n.install("zh_CN")
    return opened(folder, actor, qtbot)


def test_keys_and_words_are_those_that_the_rooms_declare(window: MainWindow) -> None:
    parts = {one.title: one for one in day_card.day_of(window.page)}
    titles = list(parts)
    assert (titles[0], titles[-1]) == ("早上开门", "下班")
    assert dict(parts["弄错了"].keys)["Ctrl+Z"] == dict(everywhere())["Ctrl+Z"]
    said = window.page(RoomKey.VISITS).keys()
    declared = {one.keys: one.words for one in said}
    assert dict(parts["探访"].keys)["P"] == declared["P"] == "电话探访"
    assert parts["探访"].room == "Alt+3" and parts["月底"].room == "Alt+7 Alt+8"


def test_a_key_that_is_declared_no_more_is_not_printed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tuple(one for one in day_card._DAY if one.title == "探访")
    monkeypatch.setattr(day_card, "_DAY", (replace(gone[0], keys=((RoomKey.VISITS, "F99"),)),))
    with pytest.raises(KeyError):
        day_card.day_of(window.page)


def test_it_is_chinese_from_an_english_window_too(actor: Actor, folder: DataFolder, qtbot: QtBot) -> None:
    i18n.install("en")
    english = opened(folder, actor, qtbot)
    parts = {one.title: dict(one.keys) for one in day_card.day_of(english.page)}
    assert parts["中午扫码就餐"]["F9"] == "扫码就餐"
    assert all(not words.isascii() for keys in parts.values() for words in keys.values())


def test_ctrl_p_on_f1_shows_it_to_be_printed(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    box = window.findChild(KeysDialog)
    assert box is not None
    qtbot.waitUntil(box.isActiveWindow)
    QTest.keyClick(box, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    def shown() -> list[PreviewDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1, timeout=20_000)
    shown()[0].reject()


def test_a_box_has_no_card(window: MainWindow, qtbot: QtBot) -> None:
    box = KeysDialog(window)
    qtbot.addWidget(box)
    assert not hasattr(box, "card_button")


@pytest.mark.parametrize("count", [1, 10, 30])
def test_it_stands_on_one_page_whatever_there_is(actor: Actor, tmp_path: Path, count: int) -> None:
    parts = [
        Part(f"第{at}件事", "Alt+3", "先看一眼再按。", (("Ctrl+Shift+Z", "最近十件事，把其中一件撤销"),) * 2)
        for at in range(count)
    ]
    with handed_by(actor):
        made = write_card(parts, "示例街道综合养老服务中心", tmp_path / "card.pdf")
    (page,) = PdfReader(made.path).pages
    words = page.extract_text()
    assert made.missing == () and all(one.title in words for one in parts)
    assert words.count("Ctrl+Shift+Z") == 2 * count


def test_the_letters_are_the_largest_that_fit(actor: Actor, tmp_path: Path) -> None:
    from desktop.reports import wall_card

    few = [Part("一件事", "", "", (("F9", "扫码"),))]
    many = few * 25
    room = wall_card._FOOT_AT - wall_card._TOP
    sizes = [next(size for size in wall_card._sizes() if wall_card._height(one, size) <= room) for one in (few, many)]
    assert sizes[0] == 15.0 > sizes[1]

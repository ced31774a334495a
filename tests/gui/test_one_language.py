"""The window speaks one language: all standing words of every room are English in English and Chinese in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTabBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.services.centre import centres
from desktop.services.writing.actor import Actor
from desktop.ui.district.papers_page import PapersPage
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.rooms import rooms

CHINESE = re.compile("[一-鿿]")
LATIN = re.compile("[A-Za-z]{2,}")
# Names of keys, programs and kinds of files, as people at the desk say them.
NAMES = frozenset(
    {
        # Ends of the names of a receipt's file, and of those that stations give each other.
        *("receipt", "exchange", "station"),
        # Keys that stand for a mark of the month matrix, alone and together.
        *("v", "s", "d", "z", "w", "vw", "sw", "ws"),
        *("Alt", "Ctrl", "Esc", "Enter", "Tab", "Shift", "Del", "PgUp", "PgDn", "Up", "Down", "English"),
        *(
            "ID",
            "QR",
            "PDF",
            "Excel",
            "WPS",
            "USB",
            "mm",
            "XML",
            "TOML",
            "MIT",
            "SHA",
            "xlsx",
            "xls",
            "et",
            "ods",
            "csv",
            "CSV",
        ),
        *("OFL", "LGPL", "BSD", "Apache", "SIL", "Open", "Font", "License", "Noto", "Sans", "SC", "Public", "Domain"),
        *(
            "Qt",
            "PySide",
            "SQLite",
            "Python",
            "WAL",
            "wal",
            "MB",
            "peewee",
            "reportlab",
            "pypdfium",
            "qrcode",
            "XlsxWriter",
            "python",
            "calamine",
        ),
    }
)


def shown(window: QWidget) -> Iterator[tuple[str, str]]:
    """(kind of widget, words) of everything that stands there before anybody is on record."""
    for widget in window.findChildren(QWidget):
        if _is_paper(widget) or isinstance(widget.parent(), QTabBar):
            continue
        name = type(widget).__name__
        for words in _words(widget):
            yield name, words


def _is_paper(widget: QWidget) -> bool:
    """A report as it is printed, which is Chinese in every language."""
    page: QWidget | None = widget
    while page is not None and not isinstance(page, ReportsPage | PapersPage):
        page = page.parentWidget()
    return isinstance(page, ReportsPage | PapersPage) and page.card.isAncestorOf(widget)


def _words(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QTableView) and widget.model() is not None:
        model = widget.model()
        for at in range(model.columnCount()):
            yield str(model.headerData(at, Qt.Orientation.Horizontal) or "")


@pytest.fixture
def opened(app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot, request: pytest.FixtureRequest):
    language, room = request.param
    i18n.install(language)
    session = open_session(folder, Preferences(sounds=False, language=language), actor)
    window: MainWindow = build_window(session)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "_closing", True))
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    window.go(room)
    qtbot.wait(1)
    return window


def data(actor: Actor) -> tuple[str, ...]:
    """What a person typed, and a language's own name: they stand in every language."""
    centre = centres.centre()
    return (centre.name, centre.district, actor.name, "简体中文")


def without(words: str, typed: tuple[str, ...]) -> str:
    for one in typed:
        words = words.replace(one, "") if one else words
    return re.sub("<[^>]*>", "", words)


def of(language: str) -> list[tuple[str, RoomKey]]:
    return [(language, key) for key in RoomKey]


@pytest.mark.parametrize("opened", of("en"), indirect=True, ids=[str(key) for key in RoomKey])
def test_no_chinese_word_stands_in_the_english_window(opened: MainWindow, actor: Actor) -> None:
    typed = data(actor)
    found = {(kind, words) for kind, words in shown(opened) if CHINESE.search(without(words, typed))}
    assert found == set()


@pytest.mark.parametrize("opened", of("zh_CN"), indirect=True, ids=[str(key) for key in RoomKey])
def test_no_english_word_stands_in_the_chinese_window(opened: MainWindow, actor: Actor) -> None:
    typed = data(actor)
    found = {(kind, words) for kind, words in shown(opened) if set(LATIN.findall(without(words, typed))) - NAMES}
    assert found == set()


def test_every_room_of_the_rail_is_looked_at() -> None:
    assert {room.key for room in rooms()} | {RoomKey.IMPORT} == set(RoomKey)

"""Nothing is cut and nothing off the screen: every place in three text sizes, on three screens, in two languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop import ui
from desktop.app import build_window, open_session
from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.room_window import RoomWindow
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from desktop.ui.pages.acts import TellingBox
from desktop.ui.pages.page_view import PageView
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from tests.gui.looking import misfits
from tests.gui.places import Tour, furnish

SCREENS = ((960, 600), (1280, 720), (1366, 768))
LANGUAGES = ("zh_CN", "en")
# The narrowest in both languages, and what most centres have.
QUICK = {
    ((960, 600), TextSize.LARGEST, "zh_CN"),
    ((960, 600), TextSize.LARGEST, "en"),
    ((1366, 768), TextSize.NORMAL, "zh_CN"),
}
MATRIX = [
    pytest.param(
        screen,
        size,
        language,
        id=f"{screen[0]}x{screen[1]}-{size.name.lower()}-{language}",
        marks=() if (screen, size, language) in QUICK else pytest.mark.slow,
    )
    for screen, size, language in product(SCREENS, TextSize, LANGUAGES)
]


# How many places the tour comes by, at least.
PLACES = 60


def views_of_the_program(district: bool = False) -> set[type[PageView]]:
    """Every screen that a room of a centre or of a district can lay in its place, but those that others are made of."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    found, asked = set(), [PageView]
    while asked:
        asked += [one for one in asked.pop().__subclasses__() if one.__module__.startswith("desktop.")]
        found |= {one for one in asked if not one.__subclasses__()}
    return {one for one in found if _of_district(one) is district}


def boxes_of_the_program(district: bool = False) -> set[type[QDialog]]:
    """Every box that can come up, but those that others are made of."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    found, asked = set(), [QDialog]
    while asked:
        asked += [one for one in asked.pop().__subclasses__() if one.__module__.startswith("desktop.")]
        found |= set(asked)
    of_them = found - {QDialog, GrowingDialog, SmallForm, TellingBox}
    return {one for one in of_them if _of_district(one) is district}


def _of_district(one: type[QWidget]) -> bool:
    return one.__module__.startswith("desktop.ui.district")


def gone(window: RoomWindow[Any]) -> None:
    """Take a window away at once: the next look of the program would dress it too."""
    window.jobs.stop()
    window.session.reads.stop()
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(("screen", "size", "language"), MATRIX)
def test_nothing_is_cut_in_any_place(  # noqa: PLR0913
    app: QApplication,
    actor: Actor,
    folder: DataFolder,
    person: Callable[..., int],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    screen: tuple[int, int],
    size: TextSize,
    language: str,
) -> None:
    i18n.install(language)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _self: QRect(0, 0, *screen))
    theme.apply(app, size)
    somebody = furnish(actor, person)
    window = build_window(open_session(folder, Preferences(sounds=False, language=language), actor))
    window.resize(*screen)
    window.show()
    tour = Tour(window, qtbot, folder, tmp_path, somebody)
    try:
        looked = {name: misfits(root, screen) for name, root in tour.places()}
    finally:
        gone(window)
    assert {name: wrong for name, wrong in looked.items() if wrong} == {}
    assert len(looked) > PLACES
    assert views_of_the_program() - tour.views == set(), "a new screen needs a stop of the tour"
    assert boxes_of_the_program() - tour.boxes == set(), "a new box needs a stop of the tour"


# What the looking itself finds.


@pytest.fixture
def place(app: QApplication, qtbot: QtBot) -> QWidget:
    """A window of 300×200."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


def shown(place: QWidget) -> list[str]:
    place.show()
    QApplication.processEvents()
    return misfits(place, (300, 200))


def test_a_place_in_which_everything_fits_is_well(place: QWidget) -> None:
    column = QVBoxLayout(place)
    column.addWidget(label("应访 12 人"))
    column.addWidget(button("保存", lambda: None, "primary"))
    assert shown(place) == []


def test_words_that_are_longer_than_their_widget_are_named(place: QWidget) -> None:
    words = label("阿卜杜勒热合曼·买买提艾力江", "title")
    words.setParent(place)
    words.setGeometry(0, 0, 60, 40)
    assert [one.split("”")[0] for one in shown(place)] == ["QLabel “阿卜杜勒热合曼·买买提艾力江"]


def test_an_act_beyond_the_edge_is_named_twice_as_off_and_as_out_of_reach(place: QWidget) -> None:
    act = button("合并", lambda: None, "primary")
    act.setParent(place)
    act.move(280, 0)
    act.resize(act.sizeHint())
    assert shown(place) == [
        "the act “合并” is off the screen",
        "Button “合并” is out of reach: Button leaves its QWidget",
    ]


def test_what_an_area_scrolls_to_is_within_reach_downwards_but_not_sideways(place: QWidget) -> None:
    area, inner = QScrollArea(place), QWidget()
    area.resize(300, 200)
    row = QHBoxLayout(inner)
    row.addWidget(label("未关闭风险"))
    inner.resize(280, 900)
    area.setWidget(inner)
    assert shown(place) == []
    inner.resize(500, 900)
    assert shown(place) != [] and "scrolls sideways by" in shown(place)[0]

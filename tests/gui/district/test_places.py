"""Every place of a district's window: nothing cut, one language, Tab and keys as in a centre's window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core import i18n
from desktop.ui.district.window import DistrictWindow
from desktop.ui.frame.page import Page
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from desktop.ui.tables.record_table import RecordTable
from tests.gui.district.made_office import CENTRES, DISTRICT, Made, standing, with_indicators
from tests.gui.district.tour import DistrictTour
from tests.gui.looking import misfits
from tests.gui.pages.test_said_keys import ELSEWHERE, answered, promised, said, unkeyed
from tests.gui.test_every_place import wrong_order, wrong_table
from tests.gui.test_looks import MATRIX, boxes_of_the_program, gone, views_of_the_program
from tests.gui.test_one_language import CHINESE, LATIN, NAMES, shown, without

# What is typed or a name: it stands in every language.
TYPED = (DISTRICT, *CENTRES.values(), "简体中文", "坏文件", "特殊困难老年人月探访率", "护理型床位占比")
# Names of programs and of kinds of files that this window says.
MORE_NAMES = NAMES | {"DuckDB", "SZ", "shizhu"}
PLACES = 20


@pytest.fixture
def window(app: QApplication, office: Made, qtbot: QtBot) -> Iterator[DistrictWindow]:
    """A window over papers with indicators."""
    with_indicators(office)
    made = standing(office, qtbot)
    yield made
    gone(made)


@pytest.mark.parametrize(("screen", "size", "language"), MATRIX)
def test_nothing_is_cut_in_any_place(  # noqa: PLR0913
    app: QApplication,
    office: Made,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    screen: tuple[int, int],
    size: TextSize,
    language: str,
) -> None:
    i18n.install(language)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _self: QRect(0, 0, *screen))
    theme.apply(app, size)
    with_indicators(office)
    made = standing(office, qtbot, screen)
    tour = DistrictTour(made, qtbot, office)
    looked, words = {}, {}
    try:
        for name, root in tour.places():
            looked[name] = misfits(root, screen)
            words[name] = sorted(_foreign(language, root))
    finally:
        gone(made)
    assert {name: wrong for name, wrong in looked.items() if wrong} == {}
    assert {name: wrong for name, wrong in words.items() if wrong} == {}
    assert len(looked) > PLACES
    assert views_of_the_program(district=True) - tour.views == set(), "a new screen needs a stop of the tour"
    assert boxes_of_the_program(district=True) - tour.boxes == set(), "a new box needs a stop of the tour"


def _foreign(language: str, root: object) -> set[str]:
    """Words of the other language, but names and what stands on paper."""
    found = set()
    for _kind, words in shown(root):  # type: ignore[arg-type]
        if any(one.startswith(words.removesuffix("…")) for one in TYPED):
            # A name that the status bar has too little room for.
            continue
        told = without(words, TYPED)
        if language == "en" and CHINESE.search(told):
            found.add(words)
        if language != "en" and set(LATIN.findall(told)) - MORE_NAMES and "/" not in told:
            found.add(words)
    return found


def within(window: DistrictWindow, qtbot: QtBot, office: Made) -> Iterator[tuple[str, Page]]:
    """Name and room of every place within the window."""
    for name, root in DistrictTour(window, qtbot, office).places():
        if root is window:
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow)
            yield name, window.page(window.current_room)


@pytest.mark.slow
def test_keyboard_and_tables_are_those_of_every_window(window: DistrictWindow, qtbot: QtBot, office: Made) -> None:
    wrong: dict[str, list[str]] = {}
    for name, page in within(window, qtbot, office):
        room = window.current_room
        heard = (answered(window, room) | promised(window, room)) - said(window, room) - ELSEWHERE
        wrong[name] = [*wrong_order(page), *sorted(heard), *unkeyed(page)]
        for table in page.findChildren(RecordTable):
            if table.isVisible() and table.model.rowCount():
                chosen = table.current_id()
                wrong[name] += wrong_table(table)
                if chosen is not None:
                    table.select_id(chosen)
    assert {name: found for name, found in wrong.items() if found} == {}
    assert len(wrong) > PLACES - 2

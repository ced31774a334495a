"""The largest text at 960×600: the window keeps to the screen, the filled act is seen, nothing goes sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window, open_session
from desktop.core.paths import DataFolder
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.entrance.first_run import FirstRunDialog
from desktop.ui.forms.field import Field
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize, Tone
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.widgets.page_area import ContentArea, PageArea
from desktop.ui.widgets.scrolled import FollowingArea

WIDE, HIGH = 960, 600


@pytest.fixture
def window(
    app: QApplication, actor: Actor, folder: DataFolder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _self: QRect(0, 0, WIDE, HIGH))
    theme.apply(app, TextSize.LARGEST)
    made = build_window(open_session(folder, Preferences(sounds=False), actor))
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    made.resize(WIDE, HIGH)
    made.show()
    return made


def entered(window: MainWindow, qtbot: QtBot, room: RoomKey) -> None:
    window.go(room)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    QApplication.processEvents()


@pytest.mark.parametrize(
    "room", [RoomKey.RESIDENTS, RoomKey.SERVICES, RoomKey.CANTEEN, RoomKey.BEDS, RoomKey.REPORTS, RoomKey.SYNC]
)
def test_a_room_fits_and_its_filled_act_is_seen(window: MainWindow, qtbot: QtBot, room: RoomKey) -> None:
    entered(window, qtbot, room)
    assert (window.width(), window.height()) == (WIDE, HIGH)
    shown = [area for area in window.findChildren(PageArea) if area.isVisible()]
    assert [area.horizontalScrollBar().maximum() for area in shown] == [0] * len(shown)
    acts = [
        one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.property("kind") == "primary"
    ]
    assert acts and all(one.visibleRegion().boundingRect() == one.rect() for one in acts)


def test_a_form_in_the_lists_place_takes_the_place_of_its_head(window: MainWindow, qtbot: QtBot) -> None:
    entered(window, qtbot, RoomKey.RESIDENTS)
    page = window.page(RoomKey.RESIDENTS)
    assert isinstance(page, ResidentsPage)
    page.begin_new()
    QApplication.processEvents()
    assert page.form_open and page.header.isHidden() and page.filter_bar.isHidden()
    assert page.panel is not None
    assert page.panel.save_button.visibleRegion().boundingRect() == page.panel.save_button.rect()
    page.panel.give_up()
    assert not page.header.isHidden() and not page.filter_bar.isHidden()


def test_no_box_is_larger_than_the_screen(window: MainWindow, folder: DataFolder, qtbot: QtBot) -> None:
    for box in (KeysDialog(window, (("F2", "这一页的键，说得长一些的一句话"),) * 8), FirstRunDialog(folder)):
        qtbot.addWidget(box)
        box.show()
        QApplication.processEvents()
        assert box.width() <= WIDE and box.height() <= HIGH
        box.hide()


def test_the_phone_round_goes_downwards_and_not_sideways(
    window: MainWindow, qtbot: QtBot, person: Callable[..., int]
) -> None:
    someone = person("阿卜杜勒热合曼·买买提艾力江阿卜杜勒热合曼", flags=["living_alone"], phone="13900001234")
    entered(window, qtbot, RoomKey.VISITS)
    page = window.page(RoomKey.VISITS)
    assert isinstance(page, VisitsPage)
    page.begin_phone(someone)
    QApplication.processEvents()
    shown = [area for area in window.findChildren(PageArea) if area.isVisible()]
    assert [area.horizontalScrollBar().maximum() for area in shown] == [0] * len(shown)
    act = page.phone.header.primary
    assert act is not None and act.visibleRegion().boundingRect() == act.rect()


def test_a_long_name_in_the_title_of_a_form_is_not_cut(
    window: MainWindow, qtbot: QtBot, person: Callable[..., int]
) -> None:
    someone = person("阿卜杜勒热合曼·买买提艾力江阿卜杜勒热合曼")
    entered(window, qtbot, RoomKey.RESIDENTS)
    page = window.page(RoomKey.RESIDENTS)
    assert isinstance(page, ResidentsPage)
    page.edit(someone)
    page.panel.set_title("阿卜杜勒热合曼·买买提艾力江阿卜杜勒热合曼：燃气管老化，邻居反映有气味")  # type: ignore[union-attr]
    QApplication.processEvents()
    title = page.panel.title_label  # type: ignore[union-attr]
    assert title.heightForWidth(title.width()) <= title.height() + 1


def wholly_seen(area: FollowingArea) -> bool:
    """Whether what has the keyboard is in sight with its words, when everything has its place."""
    now = QApplication.focusWidget()
    assert now is not None and area.isAncestorOf(now)
    field: QWidget = now
    while field is not area and not isinstance(field, Field):
        field = field.parentWidget()
    fits = isinstance(field, Field) and field.height() <= area.viewport().height()
    shown = field if fits else now
    place = QRect(shown.mapTo(area.viewport(), QPoint()), shown.size())
    return area.viewport().rect().contains(place)


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
def test_the_risk_of_a_call_is_reached_by_tab_beneath_a_banner_and_stays_in_sight(
    window: MainWindow, qtbot: QtBot, person: Callable[..., int], size: TextSize
) -> None:
    window.set_text_size(size, contrast=False)
    someone = person("李桂兰", flags=["living_alone"], phone="13900001234")
    entered(window, qtbot, RoomKey.VISITS)
    page = window.page(RoomKey.VISITS)
    assert isinstance(page, VisitsPage)
    page.begin_phone(someone)
    qtbot.waitUntil(page.phone.blocks.hasFocus)
    phone = page.phone
    (area,) = [one for one in phone.findChildren(ContentArea) if one.isAncestorOf(phone.blocks)]
    qtbot.keyClick(phone.blocks, Qt.Key.Key_3)
    qtbot.keyClick(phone.blocks, Qt.Key.Key_0)
    qtbot.keyClick(phone.blocks, Qt.Key.Key_Return)
    assert phone.strip.isVisible() or phone.more.fields["no_risk"].error, "a risk wants its words"
    window.strip.say("上次备份已是 9 天前。请插上备份盘。", Tone.ATTENTION)
    risk = phone.more.fields["risk"]
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget() or phone, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is not None and area.isAncestorOf(now) and now is not phone.blocks:
            qtbot.waitUntil(lambda: wholly_seen(area))
        if now is risk.editor:
            break
    assert QApplication.focusWidget() is risk.editor
    window.strip.clear()
    QApplication.processEvents()
    window.strip.say("上次备份已是 9 天前。" * 8, Tone.ATTENTION)
    qtbot.waitUntil(lambda: wholly_seen(area))
    area.verticalScrollBar().setValue(0)
    window.strip.clear()
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 0, "scrolled away on purpose it stays"
    qtbot.keyClick(risk.editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: wholly_seen(area))

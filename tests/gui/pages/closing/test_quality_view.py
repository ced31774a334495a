"""The quality page of a month by keys: F7 opens it, Enter the place of a line, F2 takes words, Esc goes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.answers import Unfinished
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.services.closing import quality
from desktop.services.closing.quality import CHECKS, Check, Finding
from desktop.services.visits import recording as visits
from desktop.services.visits import risks
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing import months
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages.closing.close import CloseMonthDialog
from desktop.ui.pages.closing.page import SyncPage
from desktop.ui.pages.closing.quality_view import QualityView
from desktop.ui.pages.visits.page import VisitsPage
from tests.gui.whole import opened

OCTOBER = Month(2026, 10)


@pytest.fixture
def window(
    app: QApplication, actor: Actor, folder: DataFolder, person: Callable[..., int], qtbot: QtBot
) -> Iterator[MainWindow]:
    """2 November; in October one person was not visited and one risk is open."""
    one = person("李桂兰", flags=["living_alone"])
    risks.save(actor, RiskDraft(resident_id=one, what="燃气软管老化", level="urgent", found_on="2026-10-20"))
    # A record, so that October is there to be closed.
    visits.save(actor, VisitDraft(one, "2026-10-20", outcome="not_reached"))
    with clock.standing_at(dt.datetime(2026, 11, 2, 9, 0)):
        made = opened(folder, actor, qtbot)
        yield made


def quality_of(window: MainWindow, qtbot: QtBot) -> QualityView:
    """The quality page of October, opened by F7 and read."""
    window.go("sync")
    page = window.page("sync")
    assert isinstance(page, SyncPage)
    QTest.keyClick(page.months.view, Qt.Key.Key_F7)
    view = page.view
    assert isinstance(view, QualityView)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return view


def box_of(view: QualityView, qtbot: QtBot) -> SmallForm:
    qtbot.waitUntil(lambda: any(box.isVisible() for box in view.page.window().findChildren(SmallForm)))
    return next(box for box in view.page.window().findChildren(SmallForm) if box.isVisible())


def test_the_findings_stand_there_what_holds_the_close_back_first(window: MainWindow, qtbot: QtBot) -> None:
    view = quality_of(window, qtbot)
    assert [(one.kind, one.blocks) for one in view.findings] == [
        (Unfinished.UNVISITED, True),
        (Unfinished.OPEN_RISKS, False),
    ]
    assert view.month == OCTOBER
    assert "1" in view.said.text()
    assert view.table.model.cell(0, 2) == "李桂兰"
    keys = view.keys()
    assert [one.keys for one in keys] == ["Enter", "F2", "F4", "F5"]


def test_enter_opens_the_place_and_one_comes_back_to_the_page(window: MainWindow, qtbot: QtBot) -> None:
    view = quality_of(window, qtbot)
    QTest.keyClick(view.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_room == "visits")
    page = window.page("visits")
    assert isinstance(page, VisitsPage)
    assert (page.current, page.month) == ("roster", OCTOBER)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    window.go_back()
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    back = window.page("sync")
    assert isinstance(back, SyncPage)
    assert back.view is view
    assert len(view.findings) == 2, "it was checked again"
    QTest.keyClick(view.table.view, Qt.Key.Key_Escape)
    assert back.view is None


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.kind)
def test_every_kind_of_finding_opens_its_room_and_one_comes_back(
    window: MainWindow, qtbot: QtBot, check: Check
) -> None:
    view = quality_of(window, qtbot)
    view._show([Finding(check.kind, 2, True, check.weight, check.place, (1,), ("李桂兰",))])
    QTest.keyClick(view.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_room == check.place)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert not window.page(check.place).strip.text or check.place == "sync", "the room took what it was asked"
    for box in window.page(check.place).findChildren(QDialog):
        box.close()
    window.go_back()
    qtbot.waitUntil(lambda: window.current_room == "sync")


def test_words_are_kept_and_then_nothing_holds_the_close_back(window: MainWindow, qtbot: QtBot) -> None:
    view = quality_of(window, qtbot)
    QTest.keyClick(view.table.view, Qt.Key.Key_F2)
    box = box_of(view, qtbot)
    box.form.fields["words"].set_value("外出，已电话联系家属")
    QTest.keyClick(box.act_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not box.isVisible())
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    [said] = [one for one in quality.check(OCTOBER) if one.kind is Unfinished.UNVISITED]
    assert (said.blocks, said.explanation and said.explanation.words) == (False, "外出，已电话联系家属")
    page = window.page("sync")
    assert isinstance(page, SyncPage)
    page.close_views()
    dialog = page.close_month()
    assert isinstance(dialog, CloseMonthDialog)
    dialog.close_month()
    assert months.state(OCTOBER) == "closed"


def test_the_running_month_cannot_be_explained_away(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("sync")
    assert isinstance(page, SyncPage)
    window.go("sync", Month(2026, 11))
    view = page.view
    assert isinstance(view, QualityView)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    assert view.findings[0].kind is Unfinished.NOT_OVER
    view.table.select_id(0)
    QTest.keyClick(view.table.view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: bool(page.strip.text))
    assert not any(box.isVisible() for box in window.findChildren(SmallForm))

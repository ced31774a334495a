"""Each number of the trend opens who and what makes it, in the reports room; Alt+← leads back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.period import Month
from desktop.services.figures import figures_of
from desktop.services.figures.explained import explained
from desktop.services.register.snapshot import register
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.pages.explained_view import ExplainedView
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.visits.page import VisitsPage
from desktop.ui.pages.visits.trend import VisitTrend
from tests.gui.furnished import entered, window

__all__ = ["window"]
VIEWS = ("month", "visitor", "method", "community", "flag")


@pytest.fixture
def trend(window: MainWindow, actor: Actor, qtbot: QtBot) -> VisitTrend:
    """王芳 was seen in September and October, 李强 was tried in vain."""
    visits.save(actor, VisitDraft(1, "2026-09-10", visitors="马丽"))
    visits.save(actor, VisitDraft(1, "2026-10-08", visitors="马丽", method="phone"))
    visits.save(actor, VisitDraft(2, "2026-10-09", outcome="not_reached", visitors="何云"))
    page = entered(window, qtbot, "visits")
    assert isinstance(page, VisitsPage)
    page.receive("trend")
    found = page.part("trend")
    assert isinstance(found, VisitTrend)
    return found


def press(trend: VisitTrend, line: int, column: int) -> None:
    """Enter in a cell."""
    assert trend.table is not None
    trend.table.view.setCurrentIndex(trend.table.model.index(line, column))
    QTest.keyClick(trend.table.view, Qt.Key.Key_Return)


def opened(window: MainWindow, qtbot: QtBot) -> ExplainedView:
    """What stands in the reports room."""
    assert window.current_room == "reports"
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    assert isinstance(page.view, ExplainedView)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return page.view


@pytest.mark.parametrize("key", VIEWS)
def test_every_number_is_the_figure_that_it_opens(trend: VisitTrend, key: str) -> None:
    trend.show_view(key)
    known = register()
    assert trend._rows
    for row in trend._rows:
        found = figures_of(row.month or trend.months.month, known)
        for number, figure in zip(row.numbers, row.figures, strict=False):
            assert str(explained(found, figure, known).value) == number, (row.name, figure)
    assert {len([one for one in row.numbers if one not in ("", "—")]) for row in trend._rows if row.figures} == {
        len(row.figures) for row in trend._rows if row.figures
    }


def test_enter_on_a_number_opens_it_and_alt_left_leads_back(
    trend: VisitTrend, window: MainWindow, qtbot: QtBot
) -> None:
    trend.show_view("visitor")
    at = next(at for at, row in enumerate(trend._rows) if row.name == "马丽")
    press(trend, at, 2)
    view = opened(window, qtbot)
    assert (view.month, view.figure) == (Month(2026, 10), "visits.times?探访人=马丽")
    assert [one.line.name for one in view._load(list(view.table.model.ids))] == ["王芳"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.current_room == "visits"


def test_of_a_whole_line_one_chooses_the_number_and_it_opens_in_its_month(
    trend: VisitTrend, window: MainWindow, qtbot: QtBot
) -> None:
    at = next(at for at, row in enumerate(trend._rows) if row.month == Month(2026, 9))
    press(trend, at, 0)
    assert trend.table is not None
    menu = next(one for one in trend.table.findChildren(QMenu) if one.isVisible())
    assert [one.text() for one in menu.actions()] == list(trend.views["month"].heads)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    view = opened(window, qtbot)
    assert (view.month, view.figure) == (Month(2026, 9), "visits.visited")


def test_a_month_before_the_first_visit_opens_nothing(trend: VisitTrend, window: MainWindow) -> None:
    at = next(at for at, row in enumerate(trend._rows) if row.month == Month(2026, 8))
    press(trend, at, 3)
    assert window.current_room == "visits"

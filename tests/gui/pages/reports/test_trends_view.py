"""Trends by keys: F7 opens them, F4 and Ctrl+PgUp choose the other month, Enter and F8 open what makes a figure."""

from __future__ import annotations

from collections.abc import Callable

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.period import Month
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.figures import as_json, figures_of
from desktop.services.figures.contract import value_in
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.explained_view import ExplainedView
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.reports.trends_view import TrendsView
from desktop.ui.widgets.numbers import NumbersPopover
from tests.gui.furnished import entered, window

__all__ = ["window"]
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
Reopened = Callable[[], TrendsView]


@pytest.fixture
def opened(window: MainWindow, actor: Actor, qtbot: QtBot) -> TrendsView:
    """Two on the roster: one was visited in September, which is closed, both in October."""
    for one, on in ((1, "2026-09-09"), (1, "2026-10-08"), (2, "2026-10-09")):
        visits.save(actor, VisitDraft(one, on))
    month_close.close(actor, SEPTEMBER, reports_of, "外出")
    page = entered(window, qtbot, "reports")
    assert isinstance(page, ReportsPage)
    QTest.keyClick(page.contents, Qt.Key.Key_F7)
    view = page.view
    assert isinstance(view, TrendsView)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return view


def line(view: TrendsView, figure: str) -> list[str]:
    """The cells of a figure, which becomes the current one."""
    at = next(at for at, one in enumerate(view._shown) if one.figure == figure)
    assert view.table.select_id(at)
    return [str(view.table.model.cell(at, column)) for column in range(5)]


def test_each_figure_stands_beside_that_of_the_month_before(opened: TrendsView) -> None:
    assert (opened.month, opened.other) == (OCTOBER, SEPTEMBER)
    assert line(opened, "visits.visited")[1:] == ["2", "1", "+1", "+100.00%"]
    assert line(opened, "visits.unvisited")[1:] == ["0", "1", "-1", "-100.00%"]
    assert line(opened, "visits.visit_rate")[1:] == ["100.00", "50.00", "+50.00", ""]
    assert line(opened, "services.persons")[1:] == ["1", "0", "+1", ""]
    assert "2026年9月" in opened.said.text()
    assert "月结" in opened.said.text()
    for month, column in ((OCTOBER, 1), (SEPTEMBER, 2)):
        told = as_json(figures_of(month))
        for one in opened._shown:
            said = line(opened, one.figure)[column]
            assert said in ("—", "0") or said == str(value_in(told, one.figure)), one.figure


def test_the_picture_is_that_of_the_line_one_stands_in(opened: TrendsView) -> None:
    line(opened, "visits.visit_rate")
    assert opened.chart.rows == (("26-09", "50%"), ("26-10", "100%"))
    assert "探访率" in opened.card.title.text()
    QTest.keyClick(opened.table.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert opened.chart.rows == (("26-09", "2"), ("26-10", "2"))
    QTest.keyClick(opened.table.view, Qt.Key.Key_F6)
    popover = opened.chart.findChild(NumbersPopover)
    assert isinstance(popover, NumbersPopover)
    assert popover.table.item(1, 1).text() == "2"  # type: ignore[union-attr]


def test_f4_turns_to_the_year_before_and_ctrl_pgup_to_any_month(opened: TrendsView, qtbot: QtBot) -> None:
    QTest.keyClick(opened.table.view, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: opened.other == Month(2025, 10))
    qtbot.waitUntil(lambda: not opened.session.reads.busy)
    assert line(opened, "visits.visited")[1:] == ["2", "—", "—", ""]
    QTest.keyClick(opened.table.view, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: opened.other == SEPTEMBER)
    QTest.keyClick(opened.table.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.other == Month(2026, 8))
    qtbot.waitUntil(lambda: not opened.session.reads.busy)
    assert opened.table.model.columns[2].title == "2026年8月"


def test_enter_opens_what_makes_the_figure_and_f8_that_of_the_other_month(opened: TrendsView, qtbot: QtBot) -> None:
    page = opened.page
    assert isinstance(page, ReportsPage)
    line(opened, "visits.visited")
    for key, month, names in (
        (Qt.Key.Key_Return, OCTOBER, ["李强", "王芳"]),
        (Qt.Key.Key_F8, SEPTEMBER, ["王芳"]),
    ):
        QTest.keyClick(opened.table.view, key)
        view = page.view
        assert isinstance(view, ExplainedView)
        qtbot.waitUntil(lambda: not opened.session.reads.busy)
        assert (view.month, view.figure) == (month, "visits.visited")
        assert sorted(one.line.name for one in view._load(list(view.table.model.ids))) == names
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert page.view is opened
    QTest.keyClick(opened.table.view, Qt.Key.Key_Escape)
    assert page.view is None


def test_the_indicators_of_the_other_month_are_those_of_its_report(opened: TrendsView) -> None:
    line(opened, "indicators.0.value")
    QTest.keyClick(opened.table.view, Qt.Key.Key_F8)
    assert opened.page.strip.text
    assert isinstance(opened.page, ReportsPage)
    assert opened.page.view is opened


def test_what_is_written_meanwhile_stands_there(opened: TrendsView, actor: Actor, qtbot: QtBot) -> None:
    before = line(opened, "visits.by_method.电话")
    visits.save(actor, VisitDraft(2, "2026-10-12", method="phone"))
    opened.refresh()
    assert opened.table.model.rowCount() == 0, "until it is read nothing stands there"
    qtbot.waitUntil(lambda: not opened.session.reads.busy)
    assert (before[1], line(opened, "visits.by_method.电话")[1]) == ("0", "1")


def test_ctrl_p_shows_the_paper(opened: TrendsView, qtbot: QtBot) -> None:
    QTest.keyClick(opened.table.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(box.isVisible() for box in opened.page.findChildren(PreviewDialog)), timeout=20_000)
    box = next(box for box in opened.page.findChildren(PreviewDialog) if box.isVisible())
    [pdf] = (opened.session.folder.root / "preview").iterdir()
    words = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert "走势与对比" in words
    assert "本月与上月、上年同月" in words
    QTest.keyClick(box, Qt.Key.Key_Escape)

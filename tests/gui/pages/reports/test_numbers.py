"""A number of a report opens who and what makes it, by keys; from there each line opens its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.core.period import Month
from desktop.reports.months.render import reports_of as reports_of_month
from desktop.services.closing import month_close
from desktop.services.residents import forms as residents
from desktop.services.residents.drafts import FlagDraft
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.look import theme
from desktop.ui.pages.explained_view import ExplainedView
from desktop.ui.pages.help_services.page import ServicesPage
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.residents.page import ResidentsPage
from desktop.ui.tables.section_view import Overview, SectionView, _Tile
from desktop.ui.widgets.charts import LineChart
from tests.gui.furnished import entered, window

__all__ = ["window"]


def reports_of(window: MainWindow, qtbot: QtBot) -> ReportsPage:
    page = entered(window, qtbot, "reports")
    assert isinstance(page, ReportsPage)
    return page


def tile(page: ReportsPage, caption: str) -> _Tile:
    """The tile of a caption, with the keyboard."""
    assert isinstance(page._shown, Overview)
    found = next(one for one in page._shown.findChildren(_Tile) if one.accessibleName().startswith(caption))
    assert found.focusPolicy() & Qt.FocusPolicy.TabFocus
    found.setFocus(Qt.FocusReason.TabFocusReason)
    return found


def view_of(page: ReportsPage, window: MainWindow, qtbot: QtBot) -> ExplainedView:
    view = page.view
    assert isinstance(view, ExplainedView)
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    return view


def names(view: ExplainedView) -> list[str]:
    return [one.line.name for one in view._load(list(view.table.model.ids))]


def test_a_tile_opens_its_people_and_enter_the_person(window: MainWindow, qtbot: QtBot) -> None:
    page = reports_of(window, qtbot)
    QTest.keyClick(tile(page, "未访人数"), Qt.Key.Key_Return)
    view = view_of(page, window, qtbot)
    assert (view.figure, sorted(names(view))) == ("visits.unvisited", ["李强", "王芳"])
    assert "未访 2" in view.said.text()
    assert "按现有记录" in view.said.text()
    QTest.keyClick(view.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.current_room == "residents")
    card = window.page("residents")
    assert isinstance(card, ResidentsPage)
    assert card.view is not None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.current_room == "reports"
    assert page.view is view, "one comes back to the list"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.view is None


def test_a_rate_has_those_above_and_below_the_line(window: MainWindow, qtbot: QtBot) -> None:
    visits.save(window.session.actor, VisitDraft(1, "2026-10-09"))
    page = reports_of(window, qtbot)
    QTest.keyClick(tile(page, "月探访率"), Qt.Key.Key_Return)
    view = view_of(page, window, qtbot)
    found = [(one.line.name, one.part) for one in view._load(list(view.table.model.ids))]
    assert sorted(found) == [("李强", "分母"), ("王芳", "分子"), ("王芳", "分母")]


def test_a_line_with_several_numbers_asks_which(window: MainWindow, qtbot: QtBot) -> None:
    page = reports_of(window, qtbot)
    sections = page._sections["services"]
    page.open_report("services", next(at for at, one in enumerate(sections) if "分类型" in one.title))
    shown = page._shown
    assert isinstance(shown, SectionView)
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    shown.view.setCurrentIndex(shown.model.index(shown.model.rowCount() - 1, 0))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    assert [one.text() for one in menu.actions()][:3] == ["人次", "人数", "其中上门"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    view = view_of(page, window, qtbot)
    assert (view.figure, names(view)) == ("services.persons", ["王芳"])


def test_a_line_that_lists_nobody_says_so(window: MainWindow, qtbot: QtBot) -> None:
    page = reports_of(window, qtbot)
    sections = page._sections["indicators"]
    page.open_report("indicators", next(at for at, one in enumerate(sections) if "暂无数据来源" in one.title))
    shown = page._shown
    assert isinstance(shown, SectionView)
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert page.view is None
    assert page.strip.text


def test_a_number_of_a_community_opens_those_of_the_community(window: MainWindow, qtbot: QtBot) -> None:
    page = reports_of(window, qtbot)
    sections = page._sections["visits"]
    page.open_report("visits", next(at for at, one in enumerate(sections) if "分社区" in one.title))
    shown = page._shown
    assert isinstance(shown, SectionView)
    shown.view.setFocus()
    shown.view.setCurrentIndex(shown.model.index(0, 0))
    for _ in range(4):
        QTest.keyClick(shown.view, Qt.Key.Key_Right)
    cell = shown.view.visualRect(shown.model.index(0, 4))
    drawn = shown.view.viewport().grab().toImage()
    marked = [drawn.pixelColor(cell.center().x(), y) for y in range(cell.bottom() - 6, cell.bottom())]
    assert theme.color("accent") in marked, "one sees which number Enter opens"
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    view = view_of(page, window, qtbot)
    assert (view.figure, sorted(names(view))) == ("visits.unvisited?社区=前卫社区", ["李强", "王芳"])
    assert "未访（社区：前卫社区） 2" in view.said.text()


def test_a_number_of_the_year_opens_in_its_month(window: MainWindow, qtbot: QtBot) -> None:
    visits.save(window.session.actor, VisitDraft(2, "2026-09-09"))
    page = reports_of(window, qtbot)
    sections = page._sections["visits"]
    at = next(at for at, one in enumerate(sections) if "近12个月" in one.title)
    page.open_report("visits", at)
    shown = page._shown
    assert isinstance(shown, SectionView)
    line = next(line for line, row in enumerate(sections[at].rows) if row[0] == "2026-09")
    shown.view.setCurrentIndex(shown.model.index(line, 3))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    view = view_of(page, window, qtbot)
    assert (view.month, view.figure, names(view)) == (Month(2026, 9), "visits.visited", ["李强"])


def test_what_a_closed_month_printed_stands_beside_what_the_records_say_now(window: MainWindow, qtbot: QtBot) -> None:
    actor = window.session.actor
    visits.save(actor, VisitDraft(1, "2026-09-09"))
    month_close.close(actor, Month(2026, 9), reports_of_month, "外出")
    draft = residents.draft_of(1)
    draft.living = "alone"
    draft.holds_from = "2026-09-01"
    residents.save(actor, draft)
    page = reports_of(window, qtbot)
    page.receive(Month(2026, 9))
    qtbot.waitUntil(lambda: not window.session.reads.busy)
    sections = page._sections["people"]
    at = next(at for at, one in enumerate(sections) if "居住情况" in one.title)
    column = [one.title for one in sections[at].columns].index("独居")
    page.open_report("people", at)
    shown = page._shown
    assert isinstance(shown, SectionView)
    shown.view.setCurrentIndex(shown.model.index(0, column))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    view = view_of(page, window, qtbot)
    assert names(view) == ["王芳"]
    assert "1" in view.said.text()
    assert "月结时为 0" in view.said.text()


def test_another_month_is_asked_for_without_the_list_of_before(window: MainWindow, qtbot: QtBot) -> None:
    page = reports_of(window, qtbot)
    page.open_figure("visits.required")
    page.receive(Month(2026, 9))
    assert page.view is None


def test_who_is_disabled_and_had_no_service_gets_an_order_by_one_key(window: MainWindow, qtbot: QtBot) -> None:
    actor = window.session.actor
    draft = residents.draft_of(2)
    draft.flags.append(FlagDraft(kind="disabled"))
    residents.save(actor, draft)
    page = reports_of(window, qtbot)
    sections = page._sections["services"]
    page.open_report("services", next(at for at, one in enumerate(sections) if "帮扶覆盖" in one.title))
    shown = page._shown
    assert isinstance(shown, SectionView)
    shown.view.setFocus()
    shown.view.setCurrentIndex(shown.model.index(0, 2))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    view = view_of(page, window, qtbot)
    assert (view.figure, names(view)) == ("services.coverage.unhelped", ["李强"])
    QTest.keyClick(view.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current_room == "services")
    services = window.page("services")
    assert isinstance(services, ServicesPage)
    assert services._form is not None
    assert services._form.values()["resident_id"] == 2


def test_a_table_over_months_has_its_picture_above_it(window: MainWindow, qtbot: QtBot) -> None:
    page = reports_of(window, qtbot)
    sections = page._sections["services"]
    page.open_report("services", next(at for at, one in enumerate(sections) if "近12个月服务人次" in one.title))
    shown = page._shown
    assert isinstance(shown, SectionView)
    [chart] = shown.findChildren(LineChart)
    assert chart._points == (("26-10", 1.0),)
    qtbot.waitUntil(chart.isVisible)
    assert chart.geometry().bottom() < shown.view.geometry().top()
    page.open_report("services", 0)
    assert page._shown.findChildren(LineChart) == []

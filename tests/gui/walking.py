"""Somebody who presses every button of a room and hears all that is said: boxes, menus, forms, errors, tool tips."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.dialogs.question import QuestionDialog
from desktop.ui.forms.panel import FormPanel
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.page import Page
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.residents.fields import CodeField
from desktop.ui.pages.views import ViewsPage
from desktop.ui.widgets.menus import ask_for_menu
from desktop.ui.widgets.tab_order import stops

_ROWS = 20
_MOST_PRESSED = 150


def words_of(widget: QWidget) -> Iterator[str]:
    """Everything that a widget says, shown or not."""
    yield widget.windowTitle()
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QTreeWidget):
        yield from (text for at in range(widget.topLevelItemCount()) for text in _texts(widget.topLevelItem(at)))
    elif isinstance(widget, QTableView) and widget.model() is not None:
        yield from _cells(widget)


def all_words(root: QWidget) -> Iterator[tuple[str, str]]:
    """(kind of widget, words) of all that stands in ``root``.

    A paper and its title are Chinese in every language, and so are the words of the national code tables.
    """
    papers = {one.windowTitle() for one in (root, *root.findChildren(PreviewDialog)) if isinstance(one, PreviewDialog)}
    tables = {id(one.box) for one in root.findChildren(CodeField)}
    for widget in (root, *root.findChildren(QWidget)):
        if is_paper(widget) or isinstance(widget.parent(), QTabBar) or id(widget) in tables:
            continue
        for words in words_of(widget):
            if words.strip() and words not in papers:
                yield type(widget).__name__, words


def is_paper(widget: QWidget) -> bool:
    """A report as it is printed."""
    page: QWidget | None = widget
    while page is not None and not isinstance(page, ReportsPage):
        page = page.parentWidget()
    return isinstance(page, ReportsPage) and (page.card.isAncestorOf(widget) or widget is page.contents)


def _texts(item: QTreeWidgetItem | None) -> Iterator[str]:
    if item is not None:
        yield item.text(0)
        for at in range(item.childCount()):
            yield from _texts(item.child(at))


def _cells(view: QTableView) -> Iterator[str]:
    model = view.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for line in range(min(model.rowCount(), _ROWS)):
            index = model.index(line, column)
            yield str(index.data() or "")
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


class Walker:
    """Presses the buttons of a page one after the other and takes down what is said; closes what opens."""

    def __init__(self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.window, self.qtbot = window, qtbot
        self.room = window.current_room
        self.said: set[tuple[str, str]] = set()
        self.opened: set[str] = set()
        self._pressed: set[tuple[str, str, str]] = set()
        self._more = False
        # What waits for an answer lets nobody else do anything: it is heard and left.
        monkeypatch.setattr(QuestionDialog, "exec", self._leave_question)
        for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
            monkeypatch.setattr(QFileDialog, name, self._leave_files)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", self._leave_folder)

    def walk(self, page: Page) -> None:
        """Press all that can be pressed in the page, also what appears by pressing."""
        self._settle()
        self.hear(page)
        self._hear_keys()
        self._hear_line_menus(page)
        for _ in range(_MOST_PRESSED):
            found = next((one for one in self._buttons(page) if self._key(one) not in self._pressed), None)
            if found is None:
                return
            self._press(found)
            self._after_press(page)

    def hear(self, root: QWidget) -> None:
        """Take down what stands there."""
        for part in (root, self.window.strip, self.window.toast):
            self.said.update(all_words(part))

    def _hear_keys(self) -> None:
        self.window.show_keys()
        self._close_all()

    def _come_forward(self) -> None:
        # Offscreen nobody raises the window again once a box has gone.
        self.window.activateWindow()
        self._settle()

    def _hear_line_menus(self, page: Page) -> None:
        self._come_forward()
        for view in page.findChildren(QTableView):
            if view.isVisible() and view.model() is not None and view.model().rowCount():
                view.setFocus()
                view.selectRow(0)
                self._settle()
                ask_for_menu()
                popup = QApplication.activePopupWidget()
                if popup is not None:
                    self.opened.add("line menu")
                    self.hear(popup)
                    popup.close()

    def _buttons(self, page: Page) -> list[QAbstractButton]:
        within = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        in_order = {id(one): at for at, one in enumerate(stops(page))}
        return sorted(within, key=lambda one: in_order.get(id(one), len(in_order)))

    def _key(self, button: QAbstractButton) -> tuple[str, str, str]:
        return type(button).__name__, button.text() or button.toolTip(), type(button.parentWidget()).__name__

    def _press(self, button: QAbstractButton) -> None:
        key = self._key(button)
        self._pressed.add(key)
        self._more = False
        # What one room copied is not what the next one pastes.
        QGuiApplication.clipboard().clear()
        button.click()
        self._settle()
        self._close_all()
        if self._more:
            self._pressed.discard(key)

    def _after_press(self, page: Page) -> None:
        self.hear(page)
        room = next(key for key, made in self.window._pages.items() if made is page)
        if self.window.current_room != room:
            self.window.go(room)
            self._settle()
        if isinstance(page, ViewsPage) and page.view is not None:
            self._walk_within(page.view)
            page.close_views()
        for panel in page.findChildren(FormPanel):
            if panel.isVisible():
                self._walk_form(panel)
        self._come_forward()
        self._mark_lines(page)

    def _mark_lines(self, page: Page) -> None:
        """Something is chosen, so that what can be done with it is offered."""
        for view in page.findChildren(QTableView):
            if view.isVisible() and view.model() is not None and not view.currentIndex().isValid():
                view.selectRow(0)
        self._settle()

    def _walk_within(self, part: QWidget) -> None:
        for one in part.findChildren(QAbstractButton):
            if isValid(one) and one.isVisible() and one.isEnabled() and self._key(one) not in self._pressed:
                self._press(one)
                if not isValid(part) or not part.isVisible():
                    return
                self.hear(part)

    def _walk_form(self, panel: FormPanel) -> None:
        self.opened.add("form")
        # An empty form says what is missing.
        panel.save()
        self._settle()
        self.hear(panel)
        self._walk_within(panel)
        if isValid(panel) and panel.isVisible():
            panel.give_up()

    def _settle(self) -> None:
        """Until nothing is read or worked at behind the window."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.window.session.reads.busy and not self.window.jobs.busy, timeout=20_000)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def _close_all(self) -> None:
        for _ in range(20):
            popup = QApplication.activePopupWidget()
            box = next((one for one in QApplication.topLevelWidgets() if self._is_box(one)), None)
            if isinstance(popup, QMenu):
                self._take_menu(popup)
            elif popup is not None:
                self.hear(popup)
                popup.close()
            elif box is not None:
                self._take_box(box)
            else:
                return
            self._settle()

    def _is_box(self, widget: QWidget) -> bool:
        return widget is not self.window and widget.isVisible() and not isinstance(widget, QMenu)

    def _take_box(self, box: QWidget) -> None:
        self.opened.add(type(box).__name__)
        self.hear(box)
        # A box that is pressed with nothing typed says what is missing.
        act = getattr(box, "act_button", None)
        if isinstance(act, QAbstractButton) and act.isEnabled() and not isinstance(box, PreviewDialog):
            act.click()
            self._settle()
        if isValid(box) and box.isVisible():
            self.hear(box)
            if isinstance(box, QDialog):
                box.reject()
            box.close()

    def _take_menu(self, menu: QMenu) -> None:
        self.opened.add("menu")
        self.hear(menu)
        fresh = [
            one
            for one in menu.actions()
            if one.isEnabled() and not one.isSeparator() and ("QAction", one.text(), "") not in self._pressed
        ]
        if fresh:
            self._pressed.add(("QAction", fresh[0].text(), ""))
            self._more = self._more or len(fresh) > 1
            fresh[0].trigger()
        menu.close()

    def _leave_question(self, box: QuestionDialog) -> int:
        self.opened.add("QuestionDialog")
        self.hear(box)
        return 0

    def _leave_files(self, *given: object) -> tuple[str, str]:
        self.said.update(("QFileDialog", str(one)) for one in (given[1], given[3]) if len(given) > 3)
        return "", ""

    def _leave_folder(self, *given: object) -> str:
        self.said.add(("QFileDialog", str(given[1])))
        return ""

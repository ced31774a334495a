"""The head of a page: what it is, what state it is in, search, and what one can do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.ui.look import icons, theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.undo_key import leaves_undo

_SEARCH_WIDTH = 360
_SEARCH_LEAST = 190
_TYPING_PAUSE = 150
_SIGN = 18


def search_words(more: str = "") -> str:
    """What a search of people takes, said alike in every room; ``more`` is what this one takes besides."""
    if more:
        words = translate("Search", "{more}, name, initials, ID tail, phone or scan")
        return words.format(more=more)
    return translate("Search", "name, initials, ID tail, phone or scan")


class SearchField(QLineEdit):
    """Says what is looked for once typing pauses; arrow down and Enter go on to the list."""

    searched = Signal(str)
    entered = Signal()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed is the window's."""
        return False if leaves_undo(self, event) else super().event(event)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(translate("SearchField", "Search"))
        self.setClearButtonEnabled(True)
        self._dress()
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda: self._pause.start())

    def set_pause(self, milliseconds: int) -> None:
        """How long typing pauses before it is searched; where searching is quick this may be next to nothing."""
        self._pause.setInterval(milliseconds)

    def search_now(self) -> None:
        """Do not wait for a pause."""
        self._pause.stop()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and arrow down lead to the list, Esc empties the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.search_now()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search_now()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line with its sign; Qt's own place for a sign does not grow with the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = theme.px(_SIGN)
        painter.drawPixmap(theme.px(12), (self.height() - size) // 2, icons.pixmap("search", "secondary", size))
        painter.end()

    def _dress(self) -> None:
        self.setTextMargins(theme.px(_SIGN + 8), 0, 0, 0)

    def _tell(self) -> None:
        self.searched.emit(self.text().strip())


class PageHeader(QWidget):
    """Title and subtitle at the left; search, plain actions and one filled primary action at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.title = label(title, "title")
        self.subtitle = label(role="secondary", wrap=True)
        # Takes what room is left beside the title and asks for none, so that no line moves when it speaks.
        self._sign = label(role="secondary")
        self._sign.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.search: SearchField | None = None
        self.primary: Button | None = None
        self._actions = ButtonRow()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        named = QHBoxLayout()
        named.setSpacing(14)
        named.addWidget(self.title)
        named.addWidget(self._sign, 1)
        self._grid.addLayout(named, 0, 0)
        self._grid.addWidget(self._actions, 0, 2)
        self._grid.addWidget(self.subtitle, 2, 0, 1, 3)
        for quiet in (self.subtitle, self._sign):
            quiet.hide()

    def set_title(self, text: str) -> None:
        """Change the title."""
        self.title.setText(text)

    def set_subtitle(self, text: str) -> None:
        """Say which month or state one is in."""
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    @property
    def sign(self) -> str:
        """What stands beside the title."""
        return self._sign.text()

    def set_reading(self, reads: bool) -> None:
        """Say beside the title that what is shown is being read anew."""
        self._sign.setText(translate("PageHeader", "Reading…") if reads else "")
        self._sign.setVisible(reads)

    def add_search(self, placeholder: str) -> SearchField:
        """Put a search field before the actions; Ctrl+F leads to it."""
        self.search = SearchField(placeholder)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        keys.setContext(Qt.ShortcutContext.WindowShortcut)
        keys.activated.connect(self.focus_search)
        self._arrange()
        return self.search

    def focus_search(self) -> None:
        """Go to the search field with its text selected."""
        if self.search is not None:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def add_action(self, text: str, slot: Callable[[], object], icon: str = "", keys: str = "") -> Button:
        """Add a plain action; a page has three at most."""
        return self._add(text, slot, "plain", icon, keys)

    def set_primary(self, text: str, slot: Callable[[], object], icon: str = "", keys: str = "") -> Button:
        """Set the one filled action, at the far right; its key is shown on it."""
        shown = f"{text} ({keys})" if keys else text
        self.primary = self._add(shown, slot, "primary", icon, keys)
        return self.primary

    def add_widget(self, widget: QWidget) -> None:
        """Put another control, such as a month picker, among the actions."""
        self._put(widget)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The widest action; they go below the title and beneath each other rather than widen the page."""
        least = super().minimumSizeHint()
        widest = max(self.title.sizeHint().width(), self._actions.minimumSizeHint().width())
        least.setWidth(max(widest, theme.px(_SEARCH_LEAST) if self.search is not None else 0))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the search below the title where the row is too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._arrange()

    def _add(self, text: str, slot: Callable[[], object], kind: str, icon: str, keys: str) -> Button:
        made = Button(text, kind, icon)
        made.clicked.connect(lambda: slot())
        if keys:
            made.with_shortcut(keys)
        self._put(made)
        self._arrange()
        return made

    def _put(self, widget: QWidget) -> None:
        if self.primary is not None:
            self._actions.add_before_last(widget)
        else:
            self._actions.add(widget)

    def _arrange(self) -> None:
        gap = self._grid.horizontalSpacing()
        taken = self.title.sizeHint().width() + self._actions.sizeHint().width() + 2 * gap
        below = taken > self.width()
        self._grid.removeWidget(self._actions)
        if below:
            self._grid.addWidget(self._actions, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self._actions, 0, 2)
        if self.search is not None:
            beside = self.title.sizeHint().width() + 2 * gap if below else taken
            self._arrange_search(self.search, self.width() - beside)

    def _arrange_search(self, search: SearchField, room: int) -> None:
        search.setMinimumWidth(theme.px(_SEARCH_LEAST))
        search.setMaximumWidth(16777215)
        self._grid.removeWidget(search)
        if room >= theme.px(_SEARCH_LEAST):
            search.setMaximumWidth(max(theme.px(_SEARCH_LEAST), min(theme.px(_SEARCH_WIDTH), room)))
            search.setMinimumWidth(search.maximumWidth())
            self._grid.addWidget(search, 0, 1)
        else:
            self._grid.addWidget(search, 3, 0, 1, 3)
        search.show()

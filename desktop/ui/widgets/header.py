"""The head of a page: what it is, what state it is in, search, and what one can do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QLineEdit, QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.ui.look import icons, theme
from desktop.ui.widgets.asking import asked_of
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.undo_key import leaves_undo

_SEARCH_WIDTH = 360
_SEARCH_LEAST = 190
_TITLE_LEAST = 120
# Between parts of a line, and between lines.
_GAP, _LINE = 16, 4
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


class _HeadLayout(QLayout):
    """The parts of a head, placed by its width alone: beside each other where there is room, else beneath each other.

    Where the actions go beneath the title, what stands beneath it goes up beside it, as far as it fits.
    """

    def __init__(self, parent: QWidget, title: QLabel, sign: QLabel, actions: ButtonRow, subtitle: QLabel) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self._title, self._sign, self._actions, self._subtitle = title, sign, actions, subtitle
        self.search: SearchField | None = None
        for widget in (title, sign, actions, subtitle):
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them; Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Give one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        places = self._places(width)
        return max((place.bottom() + 1 for _widget, place in places), default=0)

    def minimumSize(self) -> QSize:
        """The widest action; everything else goes beneath, and a long title wraps."""
        least = self._actions.minimumSizeHint().width() if self._actions.isVisibleTo(self.parentWidget()) else 0
        widths = [least, theme.px(_SEARCH_LEAST) if self.search is not None else 0, theme.px(_TITLE_LEAST)]
        return QSize(max(widths), self._title.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        search = theme.px(_SEARCH_WIDTH) + _GAP if self.search is not None else 0
        width = _one_line(self._title) + _GAP + self._actions.sizeHint().width() + search
        return QSize(width, self.heightForWidth(width))

    def setGeometry(self, rect: QRect) -> None:
        """Lay everything out."""
        super().setGeometry(rect)
        places = self._places(rect.width())
        for widget, place in places:
            widget.setGeometry(place.translated(rect.topLeft()))
        # In the order in which they are read, which is that of Tab.
        order = [widget for widget, _place in places]
        self._items.sort(key=lambda item: order.index(item.widget()) if item.widget() in order else len(order))

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        title = min(_one_line(self._title), width)
        acts = self._actions.sizeHint().width() if not self._actions.is_empty() else 0
        beside = acts == 0 or title + _GAP + acts <= width
        room = width - title - _GAP - (acts + _GAP if beside and acts else 0)
        search_beside = self.search is not None and room >= theme.px(_SEARCH_LEAST)
        # The first line: the title, and what there is room for beside it.
        first: list[tuple[QWidget, int, int]] = [(self._title, 0, title)]
        right = width
        if beside and acts:
            first.append((self._actions, width - acts, acts))
            right -= acts + _GAP
        if search_beside and self.search is not None:
            taken = min(theme.px(_SEARCH_WIDTH), room)
            first.append((self.search, right - taken, taken))
            right -= taken + _GAP
        left = title + _GAP
        if not self._sign.isHidden():
            first.append((self._sign, left, max(right - left, 0)))
            left = right
        under = not self._subtitle.isHidden()
        if under and not beside and _one_line(self._subtitle) <= right - left:
            first.append((self._subtitle, left, right - left))
            under = False
        places, top = _row(first, 0)
        if not beside:
            places.append((self._actions, QRect(0, top + _LINE, width, self._actions.heightForWidth(width))))
            top = places[-1][1].bottom() + 1
        for widget, shown in ((self._subtitle, under), (self.search, not search_beside)):
            if widget is not None and shown:
                high = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
                places.append((widget, QRect(0, top + _LINE, width, high)))
                top = places[-1][1].bottom() + 1
        return places


def _one_line(words: QLabel) -> int:
    """How wide a label is that may wrap, when it does not."""
    margins = words.contentsMargins()
    # The font of the stylesheet; a bold one is a little wider than its advance.
    words.ensurePolished()
    return words.fontMetrics().horizontalAdvance(words.text()) + margins.left() + margins.right() + 2


def _row(parts: list[tuple[QWidget, int, int]], top: int) -> tuple[list[tuple[QWidget, QRect]], int]:
    """Parts (widget, left, width) on one middle line, and where the next line begins."""
    heights = [
        widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
        for widget, _left, width in parts
    ]
    high = max(heights)
    places = [
        (widget, QRect(left, top + (high - one) // 2, width, one))
        for (widget, left, width), one in zip(parts, heights, strict=True)
    ]
    return sorted(places, key=lambda placed: placed[1].left()), top + high


class PageHeader(QWidget):
    """Title and subtitle at the left; search, plain actions and one filled primary action at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = label(title, "title", wrap=True)
        self.subtitle = label(role="secondary", wrap=True)
        # Takes what room is left beside the title and asks for none, so that no line moves when it speaks.
        self._sign = label(role="secondary")
        self.search: SearchField | None = None
        self.primary: Button | None = None
        self._actions = ButtonRow()
        for quiet in (self.subtitle, self._sign):
            quiet.hide()
        self._layout = _HeadLayout(self, self.title, self._sign, self._actions, self.subtitle)

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
        self.search = self._layout.search = SearchField(placeholder)
        self._layout.addWidget(self.search)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        keys.setContext(Qt.ShortcutContext.WindowShortcut)
        keys.activated.connect(self.focus_search)
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
        if self.primary is not None:
            self._actions.add_before_last(widget)
        else:
            self._actions.add(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_layout"):
            self._layout.invalidate()

    def _add(self, text: str, slot: Callable[[], object], kind: str, icon: str, keys: str) -> Button:
        made = Button(text, kind, icon).ask(asked_of(slot))
        made.clicked.connect(lambda: slot())
        if keys:
            made.with_shortcut(keys)
        self.add_widget(made)
        return made

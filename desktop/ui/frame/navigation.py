"""The rail at the left: the rooms of a window, each with icon and word, each one key away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QPixmap, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.frame.page import Page
from desktop.ui.frame.session import Session
from desktop.ui.look import icons, theme
from desktop.ui.widgets.labels import label

_ICON = 22
_LEFT = 18
_GAP = 12
# The rail of a small screen: the icon, and the word beneath it.
_NARROW_ICON, _NARROW_WORD = 18, 13
# What a page needs beside a broad rail, at normal text size.
_PAGE_LEAST = 660


Key = TypeVar("Key", bound=StrEnum)


@dataclass(frozen=True)
class Room(Generic[Key]):
    """One room: its key, its word, its icon, and how its page is made on the first visit."""

    key: Key
    title: str
    icon: str
    make: Callable[[Session], Page]


class RailItem(QAbstractButton):
    """A room's place on the rail."""

    def __init__(self, title: str, icon: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._narrow = False
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(f"{title} ({keys})")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_narrow(self, narrow: bool) -> None:
        """The word small beneath the icon, so that the rail takes little of a small screen."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word and room around them."""
        return QSize(self._width(), theme.px(47))

    def minimumSizeHint(self) -> QSize:
        """Closer together on a low screen."""
        return QSize(self._width(), theme.px(_NARROW_ICON + _NARROW_WORD * 1.3) + 4 if self._narrow else theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, accent bar, icon, word, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.fillRect(box, theme.color("rail_active" if self.isChecked() else "rail_hover"))
        if self.isChecked():
            painter.fillRect(QRectF(0, 0, 5, box.height()), theme.color("rail_bar"))
        if self._narrow:
            self._paint_beneath(painter, box)
        else:
            self._paint_beside(painter, box)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("rail_bar"), 2))
            painter.drawRoundedRect(box.adjusted(7, 3, -4, -3), 4, 4)
        painter.end()

    def _paint_beside(self, painter: QPainter, box: QRectF) -> None:
        size = theme.px(_ICON)
        painter.drawPixmap(_LEFT, round((box.height() - size) / 2), self._picture(size))
        painter.setPen(theme.color("rail_text"))
        painter.setFont(theme.font(16, bold=self.isChecked()))
        words = box.adjusted(_LEFT + size + _GAP, 0, -6, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())

    def _paint_beneath(self, painter: QPainter, box: QRectF) -> None:
        size, high = theme.px(_NARROW_ICON), theme.px(_NARROW_WORD * 1.3)
        top = (box.height() - size - high) / 2
        painter.drawPixmap(round((box.width() - size) / 2), round(top), self._picture(size))
        painter.setPen(theme.color("rail_text"))
        painter.setFont(theme.font(_NARROW_WORD, bold=self.isChecked()))
        words = QRectF(0, top + size, box.width(), high)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _picture(self, size: int) -> QPixmap:
        return icons.pixmap(self._icon, "rail_text" if self.isChecked() else "rail_muted", size)

    def _width(self) -> int:
        points = _NARROW_WORD if self._narrow else 16
        words = QFontMetrics(theme.font(points, bold=True)).horizontalAdvance(self.text())
        return words + theme.px(12) if self._narrow else _LEFT + theme.px(_ICON) + _GAP + words + theme.px(18)


class Rail(QWidget):
    """The rail; ``chosen`` carries the key of a room."""

    chosen = Signal(str)

    def __init__(self, rooms: Sequence[Room[Any]], centre: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[StrEnum, RailItem] = {}
        self._name = QLabel(translate("Rail", "Shizhu Desk"))
        self._centre = label(centre, wrap=True)
        self._hint = label(translate("Rail", "Alt+1…{last} switch   F1 help").format(last=len(rooms)))
        self._narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(1)
        for words in (self._name, self._centre, self._hint):
            words.setContentsMargins(_LEFT, 0, 10, 0)
        column.addWidget(self._name)
        column.addWidget(self._centre)
        column.addSpacing(12)
        for number, room in enumerate(rooms, start=1):
            column.addWidget(self._item(room, f"Alt+{number}"))
        column.addStretch(1)
        column.addWidget(self._hint)
        self.setAccessibleName(translate("Rail", "Rooms"))
        self._dress()

    def show_current(self, key: StrEnum) -> None:
        """Mark the room that is open; one without a place on the rail belongs to the room before it."""
        if key in self._items:
            self._items[key].setChecked(True)

    def set_centre(self, name: str) -> None:
        """The centre's name beneath the program's."""
        self._centre.setText(name)

    def fit(self, window: int) -> None:
        """Be narrow where the page would get too little of the window's width."""
        narrow = window - self._broad() < theme.px(_PAGE_LEAST)
        if narrow != self._narrow:
            self._narrow = narrow
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rail's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("rail"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_hint"):
            self._dress()

    def _item(self, room: Room[Any], keys: str) -> RailItem:
        item = RailItem(room.title, room.icon, keys)
        item.clicked.connect(lambda: self.chosen.emit(room.key))
        QShortcut(QKeySequence(keys), self).activated.connect(lambda: self.chosen.emit(room.key))
        self._items[room.key] = item
        return item

    def _dress(self) -> None:
        self._name.setStyleSheet(f"font-size: {theme.px(20)}px; font-weight: 700; color: {theme.tokens().rail_text};")
        for words in (self._centre, self._hint):
            words.setStyleSheet(f"font-size: {theme.px(13)}px; color: {theme.tokens().rail_muted};")
        for words in (self._name, self._centre, self._hint):
            words.setHidden(self._narrow)
        for item in self._items.values():
            item.set_narrow(self._narrow)
        margins = (0, 4, 0, 4) if self._narrow else (0, 16, 0, 12)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*margins)
        self.setFixedWidth(self._widest() if self._narrow else self._broad())

    def _widest(self) -> int:
        return max(item.sizeHint().width() for item in self._items.values())

    def _broad(self) -> int:
        words = max(
            QFontMetrics(theme.font(16, bold=True)).horizontalAdvance(one.text()) for one in self._items.values()
        )
        item = _LEFT + theme.px(_ICON) + _GAP + words + theme.px(18)
        return max(item, theme.px(150), self._hint.sizeHint().width(), 184)

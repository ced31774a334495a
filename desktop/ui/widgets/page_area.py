"""The frame that a page stands in: exactly as large as the window lets it be, unless that would cut it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look import theme
from desktop.ui.widgets.scrolled import FollowingArea

_LEAST = 96


class PageArea(FollowingArea):
    """Scrolls only where the largest text meets a low screen.

    Qt's own resizing would give a page with wrapping words the height it prefers instead of what there is.
    """

    # A page that is filled keeps its head and what saves in sight.
    holds_on = False

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Qt makes the area an event filter of its widget.
        self.setWidget(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the page needs more or less than before."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the new size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        page, room = self.widget(), self.maximumViewportSize()
        layout = page.layout()
        if layout is None:
            page.resize(room)
            return
        least = layout.totalMinimumSize()
        height = _height(page, max(room.width(), least.width()))
        if height > room.height():
            room.setWidth(room.width() - self.bar_width())
        if least.width() > room.width():
            room.setHeight(room.height() - self.bar_width())
        width = max(room.width(), least.width())
        page.resize(width, max(room.height(), _height(page, width)))


class ContentArea(PageArea):
    """The middle of a page or card, whose foot stands beneath it and is always seen; it never goes sideways."""

    holds_on = True

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(inner, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_clear(inner)

    def minimumSizeHint(self) -> QSize:
        """As broad as what is in it needs, and some lines high."""
        layout = self.widget().layout()
        wide = layout.totalMinimumSize().width() if layout is not None else 0
        return QSize(wide + self.bar_width(), min(theme.px(_LEAST), _height(self.widget(), self.width())))

    def sizeHint(self) -> QSize:
        """As large as what is in it."""
        return self.widget().sizeHint().expandedTo(self.minimumSizeHint())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is around it asks again how much it needs when what is in it does."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


def above_foot(middle: QWidget, foot: QWidget) -> QWidget:
    """A part whose foot is always seen, whatever its middle needs."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(ContentArea(middle), 1)
    column.addWidget(foot)
    return made


def _height(page: QWidget, width: int) -> int:
    layout = page.layout()
    if layout is None:
        return 0
    least = layout.totalMinimumSize().height()
    return max(layout.totalMinimumHeightForWidth(width), 0) if layout.hasHeightForWidth() else least

"""The frame that a page stands in: exactly as large as the window lets it be, unless that would cut it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget


class PageArea(QScrollArea):
    """Scrolls only where the largest text meets a low screen.

    Qt's own resizing would give a page with wrapping words the height it prefers instead of what there is.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
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
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        height = _height(page, max(room.width(), least.width()))
        if height > room.height():
            room.setWidth(room.width() - bar)
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        width = max(room.width(), least.width())
        page.resize(width, max(room.height(), _height(page, width)))


def _height(page: QWidget, width: int) -> int:
    layout = page.layout()
    if layout is None:
        return 0
    least = layout.totalMinimumSize().height()
    return max(layout.totalMinimumHeightForWidth(width), 0) if layout.hasHeightForWidth() else least

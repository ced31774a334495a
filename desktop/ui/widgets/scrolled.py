"""Something that goes up and down where it is higher than its place, follows the keyboard, and never goes sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStyle, QWidget

from desktop.ui.look import theme

_LEAST, _AROUND = 120, 40


class FollowingArea(QScrollArea):
    """Scrolls to where the keyboard goes; Qt does so by itself only for Tab, and here Enter goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def show_clear(self, inner: QWidget) -> None:
        """Hold this, on the ground of what is around it."""
        inner.setProperty("role", "scrolled")
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def bar_width(self) -> int:
        """How broad the scroll bar is, shown or not."""
        return self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        if now is None or inner is None or not inner.isAncestorOf(now):
            return
        spare = self.viewport().height() - now.height()
        if spare >= 0:
            self.ensureWidgetVisible(now, 0, min(theme.px(_AROUND), spare // 2))
        else:
            # Of what is higher than its place, such as a table, the head is seen.
            self.verticalScrollBar().setValue(now.mapTo(inner, QPoint()).y())


class Scrolled(FollowingArea):
    """``inner`` as broad as the place; a box or a page keeps its buttons outside, so that they are always seen."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_clear(inner)

    def sizeHint(self) -> QSize:
        """As large as what is in it."""
        return QSize(self.widget().sizeHint().width() + self.bar_width(), self.content_height())

    def minimumSizeHint(self) -> QSize:
        """As broad as what is in it needs, and some lines high."""
        least = min(theme.px(_LEAST), self.content_height())
        return QSize(self.widget().minimumSizeHint().width() + self.bar_width(), least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is around it asks again how much it needs when what is in it does."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def content_height(self) -> int:
        """How high it would have to be to show everything at its breadth."""
        inner = self.widget()
        layout = inner.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.totalHeightForWidth(max(self.width() - self.bar_width(), 1)), 0)
        return inner.sizeHint().height()

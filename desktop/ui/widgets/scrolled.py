"""Something that goes up and down where it is higher than its place, follows the keyboard, and never goes sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStyle, QWidget

from desktop.ui.look import theme

_LEAST, _AROUND = 120, 40


class Scrolled(QScrollArea):
    """``inner`` as broad as the place; a box or a page keeps its buttons outside, so that they are always seen."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner.setProperty("role", "scrolled")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        """As large as what is in it."""
        return QSize(self.widget().sizeHint().width() + self._bar(), self.content_height())

    def minimumSizeHint(self) -> QSize:
        """As broad as what is in it needs, and some lines high."""
        least = min(theme.px(_LEAST), self.content_height())
        return QSize(self.widget().minimumSizeHint().width() + self._bar(), least)

    def content_height(self) -> int:
        """How high it would have to be to show everything at its breadth."""
        inner = self.widget()
        layout = inner.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.totalHeightForWidth(max(self.width() - self._bar(), 1)), 0)
        return inner.sizeHint().height()

    def _bar(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Qt scrolls by itself only for Tab, and here Enter goes on.
        if now is not None and self.widget() is not None and self.widget().isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, theme.px(_AROUND))

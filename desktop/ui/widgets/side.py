"""Two things side by side: a list, and beside it what is open; where there is no room, only what is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.ui import theme

_LEAST_MAIN = 420


class SideBySide(QWidget):
    """``main`` is always there; ``open`` puts one of the panels at its right, ``close_side`` takes it away.

    Where less than a useful table would be left, the panel stands alone until it is closed.
    """

    def __init__(self, main: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = main
        self._side = QStackedWidget()
        self._open: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(main, 1)
        row.addWidget(self._side)
        self._side.hide()

    @property
    def side(self) -> QWidget | None:
        """What is open at the right, or None."""
        return self._open

    def open(self, panel: QWidget) -> None:
        """Show a panel at the right."""
        if self._side.indexOf(panel) < 0:
            self._side.addWidget(panel)
        self._side.setCurrentWidget(panel)
        self._open = panel
        self._side.show()
        self._arrange()

    def close_side(self) -> None:
        """Show the list alone."""
        self._open = None
        self._side.hide()
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The larger of the two: they need not stand beside each other."""
        sizes = [self._main.minimumSizeHint()]
        if self._open is not None:
            sizes.append(self._open.minimumSizeHint().expandedTo(self._open.minimumSize()))
        return QSize(max(size.width() for size in sizes), max(size.height() for size in sizes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Look again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_side"):
            self._arrange()

    def _arrange(self) -> None:
        if self._open is None:
            self._main.show()
            return
        wanted = max(self._open.minimumSizeHint().width(), self._open.minimumWidth(), theme.px(340))
        wanted = max(wanted, min(self._open.sizeHint().width(), theme.px(460)))
        alone = self.width() - wanted - 16 < theme.px(_LEAST_MAIN)
        self._main.setVisible(not alone)
        self._side.setMinimumWidth(0 if alone else wanted)
        self._side.setMaximumWidth(16777215 if alone else wanted)

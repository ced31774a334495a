"""Parts that stand side by side where there is room for them, else beneath each other: down, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from desktop.ui.look import theme

_ANY = 16777215


class Turning(QWidget):
    """Asks for the breadth of its broadest part alone, and turns as soon as all of them fit beside each other.

    At normal text size: ``width`` is what a part has while it stands beside the others, ``least`` what it should have
    there, so that a table need not cut what it says.
    """

    def __init__(self, gap: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        self._fixed: dict[QWidget, int] = {}
        self._beside: dict[QWidget, int] = {}

    def add(self, part: QWidget, stretch: int = 0, width: int = 0, least: int = 0) -> None:
        """Put one more at the right, or beneath."""
        if width:
            self._fixed[part] = width
        self._beside[part] = max(width, least)
        self._box.addWidget(part, stretch)
        self._turn()

    def set_stretch(self, part: QWidget, stretch: int) -> None:
        """Another share of the room."""
        self._box.setStretchFactor(part, stretch)

    @property
    def beside(self) -> bool:
        """Whether the parts stand side by side."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def hasHeightForWidth(self) -> bool:
        """No: what it needs at least at its width is in its minimum, or Qt would ask for what tables would like."""
        return False

    def minimumSizeHint(self) -> QSize:
        """The broadest part; as high as the way they stand now needs."""
        least = max((_least(part) if part not in self._fixed else 0 for part in self._parts()), default=0)
        high = self._box.totalMinimumSize().height()
        if self._box.hasHeightForWidth():
            high = self._box.totalMinimumHeightForWidth(max(self.width(), least))
        return QSize(least, high)

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        wide = sum(part.sizeHint().width() for part in self._parts())
        return QSize(wide + self._box.spacing() * max(len(self._parts()) - 1, 0), self._box.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Look again when a part needs more or less room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The width decides how they stand, and so how high they are."""
        self._turn()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _parts(self) -> list[QWidget]:
        return [part for part in self._beside if not part.isHidden()]

    def _turn(self) -> None:
        widths = [max(theme.px(self._beside[part]), _least(part)) for part in self._parts()]
        beside = sum(widths) + self._box.spacing() * (len(widths) - 1) <= self.width()
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if beside else ways.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)
            self.updateGeometry()
        for part, width in self._fixed.items():
            part.setMinimumWidth(theme.px(width) if beside else 0)
            part.setMaximumWidth(theme.px(width) if beside else _ANY)


class OpenPart(QStackedWidget):
    """Parts of which one is open; Qt would ask for what the largest hidden one would like."""

    def hasHeightForWidth(self) -> bool:
        """No: each part scrolls by itself."""
        return False

    def minimumSizeHint(self) -> QSize:
        """What the open part needs."""
        shown = self.currentWidget()
        layout = shown.layout() if shown is not None else None
        if layout is None:
            return super().minimumSizeHint()
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            # Rows that wrap are high only where it is narrow.
            least.setHeight(layout.totalMinimumHeightForWidth(max(self.width(), least.width())))
        return least

    def sizeHint(self) -> QSize:
        """As large as the open part would like to be."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The width decides how high the open part is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _least(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())

"""A layout that goes on in the next line where a line is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_LINES_APART = 6


class FlowLayout(QLayout):
    """Widgets side by side, wrapped like words; ``filled`` lines share out what is left at their end."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, to_right: bool = False, filled: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._to_right, self._filled = gap, to_right, filled
        # Parts that touch side by side do not touch those beneath them.
        self._between = gap or _LINES_APART
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def insert_before_last(self, widget: QWidget) -> None:
        """Put a widget before the one that stands last, such as the filled button."""
        self.addWidget(widget)
        if len(self._items) > 1:
            self._items[-2:] = reversed(self._items[-2:])
        self.invalidate()

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
        around = self.contentsMargins()
        inner = QRect(0, 0, width - around.left() - around.right(), 0)
        return self._place(inner, False) + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Lay everything out."""
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), True)

    def is_empty(self) -> bool:
        """Whether nothing in it is shown."""
        return not self._visible()

    def sizeHint(self) -> QSize:
        """The first three in one line."""
        return self.in_one_line(3)

    def in_one_line(self, most: int | None = None) -> QSize:
        """How large it is with all of them, or the first few, in one line."""
        hints = [item.sizeHint() for item in self._visible()]
        width = sum(hint.width() + self._gap for hint in hints[:most])
        return self._around(max(width - self._gap, 0), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest one alone."""
        hints = [item.minimumSize() for item in self._visible()]
        return self._around(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def _around(self, width: int, height: int) -> QSize:
        around = self.contentsMargins()
        return QSize(width + around.left() + around.right(), height + around.top() + around.bottom())

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, really: bool) -> int:
        top, more = rect.top(), 0
        lines = self._lines(rect.width())
        for number, line in enumerate(lines):
            height = max(hint.height() for _item, hint in line)
            taken = sum(hint.width() + self._gap for _item, hint in line) - self._gap
            if self._filled and (number == 0 or number < len(lines) - 1):
                # The last line is seldom full and goes on as the one above it.
                more = max(rect.width() - taken, 0) // len(line) if len(lines) > 1 else 0
            left = rect.left() + (max(rect.width() - taken, 0) if self._to_right else 0)
            for item, hint in line:
                size = QSize(hint.width() + more, hint.height())
                if really:
                    # Controls of different heights stand on one middle line.
                    item.setGeometry(QRect(QPoint(left, top + (height - hint.height()) // 2), size))
                left += size.width() + self._gap
            top += height + self._between
        return max(top - self._between - rect.top(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._visible():
            hint = item.sizeHint()
            if not lines or left + hint.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, hint))
            left += hint.width() + self._gap
        return lines


class FlowRow(QWidget):
    """A row of small controls, such as filters, that wraps at large text sizes.

    It would like the room for three of them, or in ``one_line`` for all.
    """

    def __init__(self, *widgets: QWidget, gap: int = 8, to_right: bool = False, one_line: bool = False) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap, to_right)
        self._one_line = one_line
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put one more at the end."""
        self._flow.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Three in one line, or all."""
        return self._flow.in_one_line() if self._one_line else self._flow.sizeHint()

    def is_empty(self) -> bool:
        """Whether nothing in it is shown."""
        return self._flow.is_empty()


class ButtonRow(FlowRow):
    """Buttons at the right: in one line where there is room, else beneath each other; none is ever cut."""

    def __init__(self, *widgets: QWidget, gap: int = 12) -> None:
        super().__init__(*widgets, gap=gap, to_right=True, one_line=True)

    def add_before_last(self, widget: QWidget) -> None:
        """Put one before the one that stands last."""
        self._flow.insert_before_last(widget)

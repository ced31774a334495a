"""Something that goes up and down where it is higher than its place, follows the keyboard, and never goes sideways."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QScrollArea, QStyle, QWidget

from desktop.ui.look import theme

_LEAST, _AROUND = 120, 40


# A part with this property is seen as a whole while the keyboard is in it: a field with the words beneath it.
SEEN_WHOLE = "seen_whole"


class FollowingArea(QScrollArea):
    """What has the keyboard is wholly seen: where the keyboard goes, and whatever grows or shrinks around it later.

    Qt scrolls by itself only for Tab, and here Enter goes on; a banner above takes room from what was in sight.
    Scrolled elsewhere on purpose, it stays there until the keyboard goes on.
    """

    # Whether it follows too what grows and shrinks while the keyboard stays.
    holds_on = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The place within a part of many lines that was shown last.
        self._line: tuple[QWidget, QRect] | None = None
        self._holds = self._moves = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _to: self._let_go())
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

    def show_part(self, part: QWidget, place: QRect) -> None:
        """Scroll to a place of a part that it holds."""
        self._line = (part, place)
        shown = place.translated(part.mapTo(self.widget(), QPoint()))
        with self._moving():
            self.ensureVisible(0, shown.top(), 0, 0)
            self.ensureVisible(0, shown.bottom(), 0, 0)

    def show_top(self) -> None:
        """Scroll to the top, wherever the keyboard is."""
        self.verticalScrollBar().setValue(0)
        self._holds = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has the keyboard stays in sight."""
        super().resizeEvent(event)
        self._follow_later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """So it does when something above it grows."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._follow_later()
        return super().eventFilter(watched, event)

    def _follow_later(self) -> None:
        # Once everything has its place.
        if self.holds_on and self._holds:
            QTimer.singleShot(0, self, self._hold)

    def _hold(self) -> None:
        now = QApplication.focusWidget()
        if not self._holds or now is None:
            return
        # What has become higher than its place, such as a table that was filled, pulls nothing out of sight.
        if now.height() <= self.viewport().height() or (self._line is not None and self._line[0] is now):
            self._follow(None, now)

    def _let_go(self) -> None:
        if not self._moves:
            self._holds = False

    @contextmanager
    def _moving(self) -> Iterator[None]:
        self._moves = True
        try:
            yield
        finally:
            self._moves, self._holds = False, True

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        if now is None or inner is None or not inner.isAncestorOf(now):
            return
        whole = self._whole(now)
        spare = self.viewport().height() - whole.height()
        if spare < 0 and self._line is not None and self._line[0] is now:
            self.show_part(*self._line)
            return
        bar, top, around = (
            self.verticalScrollBar(),
            whole.mapTo(inner, QPoint()).y(),
            min(theme.px(_AROUND), spare // 2),
        )
        with self._moving():
            if spare < 0:
                # Of what is higher than its place, such as a table, the head is seen.
                bar.setValue(top)
                return
            # Qt is content with seeing the cursor: enough of a table, not of a field.
            self.ensureWidgetVisible(whole, 0, around)
            if not isinstance(whole, QAbstractItemView):
                bar.setValue(min(max(bar.value(), top + around - spare), top - around))

    def _whole(self, now: QWidget) -> QWidget:
        place: QWidget | None = now
        while place is not None and place is not self.widget():
            if place.property(SEEN_WHOLE) and place.height() <= self.viewport().height():
                return place
            place = place.parentWidget()
        return now


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

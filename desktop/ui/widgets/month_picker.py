"""Choosing a month: back, the month in words, on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.ui.look import theme
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.labels import label


class MonthPicker(QWidget):
    """Two arrows around a month; Ctrl+PgUp and Ctrl+PgDn press them. ``month_changed`` carries the month.

    Without a month it begins with this one, and goes no further than this one.
    """

    month_changed = Signal(object)

    def __init__(self, month: Month | None = None, latest: Month | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        today = Month.of(clock.today())
        self._month = month or today
        self._latest = latest or (None if month else today)
        self._words = label(role="strong")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back = icon_button(
            "chevron-left", translate("MonthPicker", "Month before (Ctrl+PgUp)"), lambda: self.shift(-1)
        )
        self.on = icon_button(
            "chevron-right", translate("MonthPicker", "Month after (Ctrl+PgDn)"), lambda: self.shift(1)
        )
        self.back.setShortcut("Ctrl+PgUp")
        self.on.setShortcut("Ctrl+PgDown")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self.back, self._words, self.on):
            row.addWidget(part)
        self._show()

    @property
    def month(self) -> Month:
        """The month chosen."""
        return self._month

    def set_month(self, month: Month) -> None:
        """Choose a month, no later than the latest one."""
        month = month if self._latest is None else min(month, self._latest)
        if month != self._month:
            self._month = month
            self._show()
            self.month_changed.emit(month)

    def shift(self, months: int) -> None:
        """Go so many months on."""
        self.set_month(self._month.shifted(months))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With the keyboard here, PageUp and PageDown are enough."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.shift(step)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep its width at every text size, whatever the month."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_words"):
            self._show()

    def _show(self) -> None:
        self._words.setMinimumWidth(theme.px(104))
        self._words.setText(month_text(self._month))
        self.setAccessibleName(month_text(self._month))
        self.on.setEnabled(self._latest is None or self._month < self._latest)

"""A box that is never lower than its words and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog

from desktop.ui.look import theme
from desktop.ui.widgets.scrolled import Scrolled

# What a box leaves free of a small screen, in pixels.
_BESIDE = 24


class GrowingDialog(QDialog):
    """Grows with its content as far as the screen lets it; Qt only does so for words that do not wrap.

    What may be higher than a low screen stands in a ``Scrolled``, the buttons beneath it.
    """

    def be_wide(self, at_normal: int) -> None:
        """So wide at normal text size, and wider with the text, as far as the screen goes."""
        self.setMinimumWidth(min(theme.px(at_normal), self._room().width()))

    def be_large(self, wide: int, high: int) -> None:
        """So large at normal text size, as far as the screen goes."""
        self.resize(QSize(theme.px(wide), theme.px(high)).boundedTo(self._room()))

    def event(self, event: QEvent) -> bool:
        """Look again whenever something in the box needs more or less room."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._grow()
        return handled

    def _room(self) -> QSize:
        return self.screen().availableGeometry().size() - QSize(_BESIDE, _BESIDE)

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        least = layout.totalMinimumSize().height()
        if layout.hasHeightForWidth():
            least = max(least, layout.totalMinimumHeightForWidth(self.width()))
        for part in self.findChildren(Scrolled):
            if not part.isHidden():
                least += max(part.content_height() - part.minimumSizeHint().height(), 0)
        if least > self.height():
            self.resize(self.width(), max(min(least, self._room().height()), self.height()))

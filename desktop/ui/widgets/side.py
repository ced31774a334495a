"""The place beside a list, where the detail of a record or its form stands."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from desktop.ui.look import theme

# A form that has the page to itself is no broader than this.
_MOST = 860
_ANY = 16777215


class SidePlace(QWidget):
    """The place of detail and form: as broad as it is told, and broader where the open one needs that."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedLayout(self)
        self._width = 0

    def stand(self, width: int) -> None:
        """Have a width beside the table, or with 0 what there is."""
        self._width = width
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed if width else policy.Preferred, policy.Preferred)
        self.setMaximumWidth(_ANY if width else theme.px(_MOST))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """No: the form scrolls. Qt would take the height that it prefers for the least that it needs."""
        return False

    def minimumSizeHint(self) -> QSize:
        """What the open one needs."""
        shown = self.stack.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        """The width that it was told."""
        hint, least = super().sizeHint(), self.minimumSizeHint()
        return QSize(max(self._width, least.width()), hint.height()) if self._width else hint

"""A box for a form that may be higher than a low screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.dialogs.small_form import Act, SmallForm
from desktop.ui.forms.form import Form
from desktop.ui.look import theme

_WIDE, _HIGH, _LEAST = 780, 700, 240
_BESIDE = 80


class ScrolledForm(SmallForm):
    """A small form whose middle scrolls; it is never larger than the screen."""

    def __init__(self, words: str, form: Form, act_text: str, act: Act, parent: QWidget) -> None:
        self._scroll = QScrollArea()
        super().__init__(words, form, act_text, act, parent)
        form.moved_to.connect(lambda field: self._scroll.ensureWidgetVisible(field, 0, 40))
        screen = self.screen().availableGeometry()
        high = min(theme.px(_HIGH), form.sizeHint().height() + theme.px(190))
        self.resize(min(theme.px(_WIDE), screen.width() - _BESIDE), min(high, screen.height() - _BESIDE))

    def _placed(self, form: Form) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(form)
        column.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        self._scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._scroll.setMinimumHeight(theme.px(_LEAST))
        return self._scroll

"""Lines that say how things stand: trouble in the page, a running job, something done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from desktop.core.i18n import translate
from desktop.ui.look import icons, theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets import laid_out
from desktop.ui.widgets.buttons import Button, button, icon_button
from desktop.ui.widgets.labels import label, set_tone

UNDO_SECONDS = 10
# Work that is over sooner shows no progress.
PROGRESS_AFTER_MS = 500
# Room that words need beside buttons.
_WORDS_LEAST = 300


class MessageStrip(QFrame):
    """A sentence in the page, with what one can do about it; hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        # Not Maximum: Qt would then never let it be higher than the words are in one broad line.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._tone = Tone.NEUTRAL
        self._sign = QLabel()
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self.close_button = icon_button("close", translate("MessageStrip", "Close this message"), self.clear)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 4, 6, 4)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._sign, 0, 0)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.addLayout(self._actions, 0, 2)
        self._grid.addWidget(self.close_button, 0, 3)
        self._beneath = False
        # Whether it says why something was refused: that is over once something is done.
        self.refused = False
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first answer, where there is one."""
        first = next(iter(laid_out.parts(self._actions)), None)
        if isinstance(first, QWidget):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beneath the words where both side by side would be too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def say(
        self, text: str, tone: Tone = Tone.ATTENTION, actions: Mapping[str, Callable[[], object]] | None = None
    ) -> None:
        """Show a sentence and, at its end, buttons; each button closes the strip and does its work."""
        self.clear()
        self.refused = False
        self._tone = tone
        self._text.setText(text)
        set_tone(self, tone)
        self.setAccessibleName(text)
        for words, slot in (actions or {}).items():
            self._actions.addWidget(button(words, lambda slot=slot: self._act(slot)))  # type: ignore[misc]
        self._dress()
        self._arrange()
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self.hide()
        self._text.setText("")
        while (item := self._actions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Scale the sign with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sign"):
            self._dress()

    def _act(self, slot: Callable[[], object]) -> None:
        self.clear()
        slot()

    def _dress(self) -> None:
        self._sign.setPixmap(icons.tone_pixmap(self._tone, theme.px(20)))

    def _arrange(self) -> None:
        taken = self._actions.sizeHint().width()
        beneath = taken > 0 and self.width() - taken < theme.px(_WORDS_LEAST)
        if beneath == self._beneath:
            return
        self._beneath = beneath
        self._grid.removeItem(self._actions)
        if beneath:
            self._grid.addLayout(self._actions, 1, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addLayout(self._actions, 0, 2)


class ProgressStrip(QFrame):
    """The running job: its title, how far it is, and a way to cancel it."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        set_tone(self, Tone.ACCENT)
        self._title = label(role="strong")
        self._what = label(role="secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = button(translate("ProgressStrip", "Cancel"), self._on_cancel)
        self._wait = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        self._wait.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._what)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self, title: str) -> None:
        """A job of this name has begun."""
        self._title.setText(title)
        self._what.setText("")
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._cancel.setEnabled(True)
        self._wait.start()

    def advance(self, done: int, total: int, what: str) -> None:
        """The job got so far."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        count = translate("ProgressStrip", "{done} of {total}").format(done=done, total=total) if total else ""
        self._what.setText(" ".join(part for part in (what, count) if part))

    def end(self) -> None:
        """No job is running."""
        self._wait.stop()
        self.hide()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._what.setText(translate("ProgressStrip", "Cancelling…"))
        self.cancel_requested.emit()


class ToastLine(QFrame):
    """What was just done, with an undo for ten seconds; it has a place of its own and lies over nothing.

    ``stands`` says that it came or went.
    """

    stands = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self._text = label()
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._said = ""
        self._undo: Callable[[], object] | None = None
        self.undo_button = Button(translate("ToastLine", "Undo"), "toast", "undo")
        self.undo_button.clicked.connect(self._on_undo)
        self._timer = QTimer(self, singleShot=True, interval=UNDO_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        row.addWidget(self.undo_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._said

    def say(self, text: str, undo: Callable[[], object] | None = None, act: str = "") -> None:
        """Show what was done; ``undo`` takes it back while the line stands, or does what ``act`` says."""
        self._undo = undo
        self._said = text
        self._fit()
        self.setAccessibleName(text)
        self.undo_button.setText(act or translate("ToastLine", "Undo"))
        self.undo_button.set_icon_name("" if act else "undo")
        self.undo_button.setVisible(undo is not None)
        self.show()
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the words as there is room for; all of them in the tip."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell whoever makes room for it."""
        super().showEvent(event)
        self.stands.emit(True)
        QTimer.singleShot(0, self, self._fit)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back."""
        super().hideEvent(event)
        self.stands.emit(False)

    def _fit(self) -> None:
        room = self._text.width() if self.isVisible() else self.width()
        self._text.setText(self._text.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room))
        self._text.setToolTip(self._said)

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        self._timer.stop()
        self.hide()
        if undo is not None:
            undo()

"""What every field of a form can do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.core.i18n import translate
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.composing import Composition
from desktop.ui.widgets.labels import label, set_property, set_tone
from desktop.ui.widgets.scrolled import SEEN_WHOLE


class Field(QWidget):
    """An editor with a line of words beneath it: help, a live note, or what is wrong.

    A subclass calls ``_set_editor`` and overrides ``value`` and ``set_value``; ``changed`` follows every change by
    hand, ``finished`` comes when Enter was pressed in it. Until it is named it says what kind of thing is entered.
    """

    changed = Signal()
    finished = Signal()
    # What is entered is written down nowhere.
    secret = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(SEEN_WHOLE, True)
        self._help = ""
        self._whole = ""
        self._error = ""
        self._note: tuple[str, Tone] = ("", Tone.NEUTRAL)
        self._words = label(role="small", wrap=True)
        self._words.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._editor: QWidget = self
        self._composition: Composition | None = None
        self._listened: list[QObject] = []

    @property
    def editor(self) -> QWidget:
        """The widget that takes the keyboard."""
        return self._editor

    @property
    def error(self) -> str:
        """The words of the error shown, or nothing."""
        return self._error

    def value(self) -> object:
        """What was entered."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value; ``changed`` is not emitted for it by the form."""
        raise NotImplementedError

    def unfinished(self) -> str:
        """Why what stands here cannot be taken as the value, in words; nothing when it can."""
        return ""

    def set_help(self, text: str) -> None:
        """A word of help, as long as there is nothing else to say."""
        self._help = text
        self._tell()

    def set_whole(self, text: str) -> None:
        """What stands in a field that is too narrow for it, in the place of the help."""
        if text != self._whole:
            self._whole = text
            self._tell()

    def set_note(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say something about what is being typed."""
        self._note = (text, tone)
        self._tell()

    def set_error(self, text: str) -> None:
        """Say what is wrong, or with "" that nothing is."""
        self._error = text
        set_property(self._editor, "wrong", "true" if text else "false")
        self._describe()
        self._tell()

    def set_name(self, name: str) -> None:
        """The label's words, for a screen reader; a field within this one is called the same."""
        if isinstance(self._editor, Field) and self._editor is not self:
            self._editor.set_name(name)
        else:
            self._editor.setAccessibleName(name)

    def kind_words(self) -> str:
        """What a field is called that nobody has named: what kind of thing is entered in it."""
        return translate("Field", "Entry")

    def grab_keyboard(self) -> None:
        """Take the keyboard; what stands in the line is selected, also in a box that is only just opening.

        There the focus comes with the window, which leaves every selection as it was.
        """
        self._editor.setFocus(Qt.FocusReason.TabFocusReason)
        line = self._editor.lineEdit() if isinstance(self._editor, QComboBox) else self._editor
        if isinstance(line, QLineEdit):
            line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, unless it ends a word of an input method."""
        if watched in self._listened and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
                event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            )
            if plain_enter and self._enter_goes_on():
                self.finished.emit()
                return True
            return self._on_key(event)
        return False

    def _set_editor(self, editor: QWidget, beside: QWidget | None = None) -> None:
        self._editor = editor
        self._composition = Composition(editor)
        self.setFocusProxy(editor)
        if not isinstance(editor, Field) and not _says_itself(editor):
            editor.setAccessibleName(self.kind_words())
        self._listen_to(editor)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(editor, 1)
        if beside is not None:
            row.addWidget(beside)
        self._column.addLayout(row)
        self._column.addWidget(self._words)

    def _listen_to(self, widget: QWidget) -> None:
        self._listened.append(widget)
        widget.installEventFilter(self)

    def _enter_goes_on(self) -> bool:
        return self._composition is None or not self._composition.open

    def _on_key(self, event: QKeyEvent) -> bool:
        return False

    def _describe(self) -> None:
        """What a screen reader says after the name: what is wrong, else what is chosen where that is no text."""
        self._editor.setAccessibleDescription(self._error or self._chosen_words())

    def _chosen_words(self) -> str:
        return ""

    def _tell(self) -> None:
        text, tone = (self._error, Tone.DANGER) if self._error else self._note
        self._words.setText(text or self._whole or self._help)
        set_tone(self._words, tone if text else Tone.NEUTRAL)
        self._words.setVisible(bool(self._words.text()))


def _says_itself(editor: QWidget) -> bool:
    return isinstance(editor, QAbstractButton) and bool(editor.text())

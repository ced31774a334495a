"""A box with a few fields for an act that needs a word: a reason, a worker, a day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.words.messages import field_sentence
from desktop.ui.forms.form import Form
from desktop.ui.forms.kept import KeptTyping, path_near
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.strips import MessageStrip

# How wide a box is at normal text size: with a few fields, and with many.
SHORT, LONG = 460, 780

_BRING_BACK = "Ctrl+B"

Act = Callable[["SmallForm"], bool]


class SmallForm(GrowingDialog):
    """A sentence, fields, the act. ``act`` does it and returns whether it was done; the box stays open otherwise.

    Enter goes from field to field and then presses the act; Ctrl+S presses it. Esc goes back; where something was typed
    it asks, and asked again goes on typing. What was typed in a box that went away without an answer, because the
    window was left to somebody else or the computer stopped, is offered in the next box of these words to whoever
    typed it; ``about`` is the record that the words name, where others may be called the same.
    """

    keeps_typing = True
    about: object = None

    def __init__(self, words: str, form: Form, act_text: str, act: Act, parent: QWidget, wide: int = SHORT) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(act_text)
        self.form = form
        self.strip = MessageStrip()
        self._act = act
        self._asked = self._begun = False
        path = path_near(parent, words, act_text, self.about) if self.keeps_typing else None
        self._kept = KeptTyping(path, form, self.strip, self) if path else None
        self.act_button = button(act_text, self.press, "primary")
        back = button(translate("SmallForm", "Go back"), self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(words, "section", wrap=True))
        column.addWidget(self.strip)
        column.addWidget(Scrolled(_at_top(form)), 1)
        column.addWidget(ButtonRow(back, self.act_button))
        self.be_wide(wide)
        form.passed_end.connect(self.press)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.press)
        if self._kept is not None:
            QShortcut(QKeySequence(_BRING_BACK), self).activated.connect(self.bring_back)

    def press(self) -> None:
        """Do the act; close when it was done."""
        self._asked = False
        self.strip.clear()
        if self.form.all_finished() and self._act(self):
            self._discard()
            self.accept()

    def reject(self) -> None:
        """Go back; typing is not lost by one key."""
        if not self.form.is_dirty():
            self.give_up()
        elif self._asked and not self.strip.isHidden():
            self._stay()
        else:
            self._asked = True
            ways = {
                translate("SmallForm", "Go on typing"): self._stay,
                translate("SmallForm", "Discard"): self.give_up,
            }
            self.strip.say(translate("SmallForm", "What was typed is not saved yet."), Tone.ATTENTION, ways)
            self.strip.take_keyboard()

    def give_up(self) -> None:
        """Go back without asking."""
        self.form.mark_clean()
        self._discard()
        super().reject()

    def unsaved(self) -> bool:
        """Whether something is typed that going away would lose."""
        return self.form.is_dirty()

    def keep_typing(self) -> bool:
        """Write down what is typed; whether nothing would be lost by going away now. A password need not stay."""
        return not self.unsaved() or (self._kept is not None and self._kept.keeper.keep_now())

    def bring_back(self) -> None:
        """Show again what was typed earlier and not saved, as long as that is offered."""
        if self._kept is not None and self._kept.bring_back():
            # What a box tells of its fields while they are filled.
            self.form.changed.emit()

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        pressed = ("Ctrl+S", self.act_button.text())
        brought = (_BRING_BACK, translate("SmallForm", "bring back what was typed here earlier and not saved"))
        return (pressed,) if self._kept is None else (pressed, brought)

    def show_errors(self, errors: list[FieldError]) -> None:
        """Say beside the fields what is wrong."""
        homeless = self.form.set_errors(errors)
        if homeless:
            self.strip.say(" ".join(field_sentence(error) for error in homeless), Tone.DANGER)

    def showEvent(self, event: QShowEvent) -> None:
        """What stands in the fields when the box opens, nobody has typed; put away and brought back it is as it was."""
        if not self._begun:
            self._begun = True
            self.form.mark_clean()
        super().showEvent(event)

    def begin(self) -> None:
        """Open over the page with the keyboard in the first field."""
        self.open()
        self.form.focus_first()
        if self._kept is not None:
            self._kept.begin()

    def _discard(self) -> None:
        if self._kept is not None:
            self._kept.keeper.discard()

    def _stay(self) -> None:
        self._asked = False
        self.strip.clear()
        self.form.focus_first()


def _at_top(form: Form) -> QWidget:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    column.addStretch(1)
    return inner

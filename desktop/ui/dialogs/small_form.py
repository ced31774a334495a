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
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import ButtonRow
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import Scrolled
from desktop.ui.widgets.strips import MessageStrip

# How wide a box is at normal text size: with a few fields, and with many.
SHORT, LONG = 460, 780

Act = Callable[["SmallForm"], bool]


class SmallForm(GrowingDialog):
    """A sentence, fields, the act. ``act`` does it and returns whether it was done; the box stays open otherwise.

    Enter goes from field to field and then presses the act; Ctrl+S presses it. Esc goes back; where something was typed
    it asks, and asked again goes on typing.
    """

    def __init__(self, words: str, form: Form, act_text: str, act: Act, parent: QWidget, wide: int = SHORT) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(act_text)
        self.form = form
        self.strip = MessageStrip()
        self._act = act
        self._asked = self._begun = False
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

    def press(self) -> None:
        """Do the act; close when it was done."""
        self._asked = False
        self.strip.clear()
        if self.form.all_finished() and self._act(self):
            self.accept()

    def reject(self) -> None:
        """Go back; typing is not lost by one key."""
        if not self.form.is_dirty():
            super().reject()
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
        super().reject()

    def unsaved(self) -> bool:
        """Whether something is typed that going away would lose."""
        return self.form.is_dirty()

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (("Ctrl+S", self.act_button.text()),)

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

"""The box over a locked window, which only the own password opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.account_errors import SignInPaused
from desktop.core.codes import fold
from desktop.core.i18n import translate
from desktop.core.words.messages import sentence
from desktop.services.centre import accounts
from desktop.services.writing.actor import Actor
from desktop.ui.answer import answer
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import PasswordField
from desktop.ui.frame.scan import is_code
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.countdown import Countdown
from desktop.ui.widgets.growing import GrowingDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip

# How far from the corner it stands over scans.
_CORNER = 24


class LockDialog(GrowingDialog):
    """Asks for the own password; ``switching`` says that somebody else wants to sign in. Esc does nothing.

    ``unsaved`` says whether a box that was put away holds typing that could not be kept for its person.
    """

    def __init__(self, actor: Actor, busy: Callable[[], bool], unsaved: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._actor, self._busy, self._unsaved = actor, busy, unsaved
        self._scan: Callable[[str], object] | None = None
        self.switching = self._warned = False
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(translate("Lock", "Locked"))
        self.strip = MessageStrip()
        self.countdown = Countdown(self.strip, self)
        self.form = Form()
        self.form.add("password", translate("Lock", "Password"), PasswordField())
        self.form.passed_end.connect(self.open_again)
        self.switch_button = button(translate("Lock", "Another person…"), self.switch)
        row = QHBoxLayout()
        row.addWidget(self.switch_button)
        row.addStretch(1)
        row.addWidget(button(translate("Lock", "Open"), self.open_again, "primary"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(label(translate("Lock", "Locked by {name}").format(name=actor.name), "section", wrap=True))
        words = translate("Lock", "What was being typed is still there. Scans are not recorded while it is locked.")
        self.told = label(words, "secondary", wrap=True)
        column.addWidget(self.told)
        column.addWidget(self.strip)
        column.addWidget(self.form)
        column.addLayout(row)
        self.setMinimumWidth(theme.px(460))

    def scan_on(self, take: Callable[[str], object]) -> None:
        """Cards go on being recorded; the box stands in the lower right corner, so that light and counts are seen."""
        self._scan = take
        self.told.setText(translate("Lock", "Meals go on being recorded: scan on. Nobody is shown."))

    def showEvent(self, event: QShowEvent) -> None:
        """Beside the light and the counts of the scans, where there are any."""
        super().showEvent(event)
        parent = self.parentWidget()
        if self._scan is not None and parent is not None:
            place = parent.frameGeometry()
            edge = theme.px(_CORNER)
            self.move(place.right() - self.width() - edge, place.bottom() - self.height() - edge)

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        return (
            ("Enter", translate("Lock", "open with the own password")),
            ("Esc", translate("Lock", "does nothing: only the password opens it")),
        )

    def open_again(self) -> None:
        """Open with the right password; a scan that fell into the line is no try."""
        field = self.form.fields["password"]
        typed = str(field.value())
        field.set_value("")
        field.grab_keyboard()
        if is_code(typed.strip()) and self._scan is not None:
            self.strip.clear()
            self._scan(fold(typed))
            return
        if is_code(typed.strip()):
            self.strip.say(translate("Lock", "Not recorded: the window is locked. Open it, then scan again."))
            return
        trouble = answer(lambda: accounts.prove(self._actor, typed))
        if trouble is None:
            self.accept()
            return
        self.strip.say(sentence(trouble), Tone.DANGER)
        if isinstance(trouble, SignInPaused):
            self.countdown.begin(trouble.seconds)
        else:
            self.countdown.stop()

    def switch(self) -> None:
        """Let somebody else sign in; the drafts of forms were kept when it was locked."""
        if self._busy():
            self.strip.say(translate("Lock", "Work is running; it would be cancelled. Please wait until it is done."))
            return
        if self._unsaved() and not self._warned:
            self._warned = True
            words = translate(
                "Lock", "What was typed in an open box could not be written down. Press it again to go on all the same."
            )
            self.strip.say(words, Tone.ATTENTION)
            return
        self.switching = True
        self.accept()

    def reject(self) -> None:
        """Neither Esc nor the window's cross opens it."""

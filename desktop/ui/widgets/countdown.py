"""The seconds that one has to wait after several wrong passwords."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.core.account_errors import SignInPaused
from desktop.core.i18n import translate
from desktop.core.words.messages import sentence
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.strips import MessageStrip


class Countdown(QObject):
    """Says in a strip how long is left, and at the end that one may try again."""

    def __init__(self, strip: MessageStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip
        self._left = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)

    def begin(self, seconds: int) -> None:
        """So many seconds from now."""
        self._left = seconds
        self._timer.start()

    def stop(self) -> None:
        """Something else is said now."""
        self._timer.stop()

    def tick(self) -> None:
        """A second went by."""
        self._left -= 1
        if self._left > 0:
            self._strip.say(sentence(SignInPaused(self._left)), Tone.DANGER)
            return
        self._timer.stop()
        self._strip.say(translate("SignIn", "Please type the password again."), Tone.ACCENT)

"""An old card or label is said where it was scanned, by whatever takes scans: no place has to think of it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from desktop.core.errors import ShizhuError
from desktop.core.words.codes import old_code_words
from desktop.services.register import old_codes
from desktop.services.register.old_codes import OldCode
from desktop.ui.answer import answer
from desktop.ui.frame.perform import strip_near
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.asking import around, who_sits_at


@runtime_checkable
class SaysOldCode(Protocol):
    """A screen with a face of its own, which says it there."""

    def say_old_code(self, old: OldCode) -> None:
        """Say that what was scanned last is an old card."""


class OldCodes:
    """Says it once for each scan, after the scan was seen to; the next one takes it away."""

    def __init__(self) -> None:
        self._told = ""

    def follow(self, widget: QWidget, code: str) -> None:
        """A code was scanned into this widget."""
        actor, strip = who_sits_at(widget), strip_near(widget)
        if strip is not None and self._told and strip.text == self._told:
            strip.clear()
        self._told = ""
        if actor is None:
            return
        old = answer(lambda: old_codes.seen(actor, code))
        # A trouble is said by what the scan itself did.
        if old is None or isinstance(old, ShizhuError):
            return
        own = next((one for one in around(widget) if isinstance(one, SaysOldCode)), None)
        if own is not None:
            own.say_old_code(old)
        elif strip is not None and (strip.isHidden() or not strip.refused):
            self._told = old_code_words(old.kind, old.of, old.on)
            strip.say(self._told, Tone.ATTENTION)

"""The keys of the screen of scanning, said once: it hears them itself, the room says them on F1."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt

from desktop.core.figures.canteen import SCORES
from desktop.core.i18n import translate
from desktop.ui.frame.keys import Key

GUEST_KEY, COMPANION_KEY = "F7", "F8"


class Scans(Protocol):
    """What the keys call."""

    def next_meal(self) -> None:
        """Another meal of the day."""

    def undo_last(self) -> None:
        """Take the last scan back."""

    def add_guest(self) -> None:
        """Count a guest."""

    def add_companion(self) -> None:
        """Count one who came along."""


def scanning_keys(lunch: Scans | None = None) -> tuple[Key, ...]:
    """The keys of scanning; they do something only with the window of scanning."""
    return (
        Key("F2 F3 F4", translate("CanteenKeys", "dine in, takeaway, delivered, while scanning")),
        Key("F5", translate("CanteenKeys", "the next meal of the day"), lunch.next_meal if lunch else None),
        Key("F6", translate("CanteenKeys", "take the last scan back"), lunch.undo_last if lunch else None),
        Key(GUEST_KEY, translate("CanteenKeys", "count a guest"), lunch.add_guest if lunch else None),
        Key(
            COMPANION_KEY, translate("CanteenKeys", "count one who came along"), lunch.add_companion if lunch else None
        ),
        Key("1 … 9", translate("CanteenKeys", "choose among people of one name")),
        Key("Ctrl+1 … Ctrl+5", translate("CanteenKeys", "how the meal pleased whoever is shown, while scanning")),
        Key("Ctrl+L", translate("CanteenKeys", "lock the screen; cards go on being recorded, nobody is shown")),
    )


def score_of(pressed: QKeyCombination) -> int | None:
    """The score that Ctrl with a digit says, of the digits' own block too; None for any other key."""
    held = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    score = pressed.key() - Qt.Key.Key_0
    return score if held == Qt.KeyboardModifier.ControlModifier and score in SCORES else None

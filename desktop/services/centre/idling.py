"""After how many minutes without use the window locks itself: a choice of the centre."""

from __future__ import annotations

from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.services.centre import centres
from desktop.services.writing.actor import Actor

LOCK_MINUTES = "lock_minutes"
USUAL = 30
LONGEST = 480


def minutes() -> int:
    """How many; 0: it does not lock itself."""
    kept = centres.setting(LOCK_MINUTES, str(USUAL))
    return int(kept) if kept.isdecimal() else USUAL


def choose(actor: Actor, typed: str) -> None:
    """Keep another number of minutes, 0 for never."""
    if not (typed.isdecimal() and typed.isascii() and int(typed) <= LONGEST):
        raise InvalidDraft([FieldError("minutes", Reason.OUT_OF_RANGE, f"0–{LONGEST}")])
    centres.set_setting(actor, LOCK_MINUTES, str(int(typed)))

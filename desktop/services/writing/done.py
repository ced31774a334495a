"""What this process has written: the acts that are on disk, so that the last ones can be taken back."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.services.writing.actor import Actor

_KEPT = 200
# How somebody likes things printed, and what takes another act back, stand in nobody's way to the act before.
_PASSED_OVER = frozenset({Action.KEEP_CHOICE, Action.TAKE_BACK, Action.UNDO_IMPORT, Action.UNDO_MERGE})


@dataclass(frozen=True)
class Done:
    """An act that is on disk: who did it, and the writes of one chain that it made, ``first`` to ``last``."""

    action: Action
    actor: Actor
    at: str
    epoch: str
    station: int
    first: int
    last: int


_acts: deque[Done] = deque(maxlen=_KEPT)
_of_thread = threading.local()


def remember(act: Done) -> None:
    """An act was committed."""
    if act.action not in _PASSED_OVER:
        _acts.append(act)
        _of_thread.last = act


def latest() -> Done | None:
    """The last act of this thread, taken back or not; None when there was none."""
    return getattr(_of_thread, "last", None)


def standing(actor: Actor) -> list[Done]:
    """The acts of somebody that were not taken back, the newest first."""
    return [act for act in reversed(_acts) if act.actor == actor]


def taken_back(act: Done) -> None:
    """An act stands no more."""
    _acts.remove(act)


def begin() -> None:
    """Somebody signs in: what was done before is nobody's to take back."""
    _acts.clear()

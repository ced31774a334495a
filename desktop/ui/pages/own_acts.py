"""What a screen of scanning wrote, for its key that takes the last back (F6)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.services import undoing
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from desktop.services.writing.done import Done
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import succeeds


class OwnAct(NamedTuple):
    """An act, and whom it was about."""

    act: Done
    name: str


def take_last_back(widget: QWidget, actor: Actor, acts: list[OwnAct], topic: Topic) -> str:
    """Take the last of the acts back that still stands; whom it was about, ``""`` where there is none or it stays."""
    standing = done.standing(actor)
    # Ctrl+Z may have taken some back before.
    acts[:] = [one for one in acts if one.act in standing]
    if not acts or not succeeds(widget, lambda: undoing.take_back(actor, acts[-1].act), topic):
        return ""
    return acts.pop().name

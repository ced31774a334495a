"""What changed, told to whoever shows it."""

from __future__ import annotations

from enum import Flag, auto

from PySide6.QtCore import QObject, Signal


class Topic(Flag):
    """Kinds of records that a write touched."""

    NOTHING = 0
    RESIDENTS = auto()
    VISITS = auto()
    SERVICES = auto()
    MEALS = auto()
    BEDS = auto()
    MONTHS = auto()
    SETTINGS = auto()
    BACKUPS = auto()
    # Files and centres of a district's folder; no centre's window knows of them.
    DISTRICT = auto()
    ALL = RESIDENTS | VISITS | SERVICES | MEALS | BEDS | MONTHS | SETTINGS | BACKUPS


class Bus(QObject):
    """``changed`` carries the topics of a finished write.

    ``replaced`` says that another database stands in its place, so that the whole window has to be opened anew.
    """

    changed = Signal(object)
    replaced = Signal()

    def tell(self, topics: Topic) -> None:
        """Say that records of these kinds changed."""
        if topics:
            self.changed.emit(topics)

"""What a start found of an encryption that was cut short, and did about it: told once by whoever sits there next."""

from __future__ import annotations

from desktop.core.errors import StorageError

_told: list[StorageError] = []


def note(found: StorageError) -> None:
    """Something was finished or undone."""
    if found not in _told:
        _told.append(found)


def told() -> tuple[StorageError, ...]:
    """What was, since the program began."""
    return tuple(_told)


def forget() -> None:
    """It was said."""
    _told.clear()

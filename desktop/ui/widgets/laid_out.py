"""What stands in a layout, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget


def parts(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts of a layout by their places, those of a grid line by line.

    ``itemAt`` is not asked: PySide keeps the wrapper of an item that Qt deletes when its widget goes, and gives it for
    whatever is made at that address later.
    """
    owner = layout.parentWidget()
    there: list[QWidget | QLayout] = [one for one in layout.children() if isinstance(one, QLayout)]
    there += [one for one in owner.children() if isinstance(one, QWidget)] if owner is not None else []
    placed = [(layout.indexOf(one), one) for one in there]
    return [one for _, one in sorted(((_line(layout, at), one) for at, one in placed if at >= 0), key=lambda it: it[0])]


def widgets(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of the layouts within it."""
    for part in parts(layout):
        if isinstance(part, QLayout):
            yield from widgets(part)
        else:
            yield part


def _line(layout: QLayout, at: int) -> tuple[int, ...]:
    if isinstance(layout, QGridLayout):
        return cast(tuple[int, ...], layout.getItemPosition(at))[:2]
    return (at,)

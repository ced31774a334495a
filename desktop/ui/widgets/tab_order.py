"""Tab goes as the eye does: through the layouts, line by line, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.ui.widgets import laid_out


def stops(root: QWidget) -> list[QWidget]:
    """The widgets within ``root`` that Tab can go to now, in reading order."""
    return [one for one in _within(root) if _takes_tab(one)]


def go(root: QWidget, forward: bool) -> bool:
    """Move the keyboard to the next stop, around at the end; False when there is none."""
    order = stops(root)
    if not order:
        return False
    at = _place(order, QApplication.focusWidget())
    # Where the keyboard is nowhere in it, Tab begins at the first stop and Shift+Tab at the last.
    before = at if at is not None else -1 if forward else 0
    following = order[(before + (1 if forward else -1)) % len(order)]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _place(order: list[QWidget], focus: QWidget | None) -> int | None:
    # A table's view is a stop, the editor of one of its cells is within it.
    while focus is not None:
        if focus in order:
            return order.index(focus)
        focus = focus.parentWidget()
    return None


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        # A part with a proxy is met again as that.
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisible()
    )


def _within(widget: QWidget) -> Iterator[QWidget]:
    placed = list(_laid_out(widget))
    # What a scroll area shows is placed already; its viewport would lead there a second time.
    again = widget.viewport() if isinstance(widget, QScrollArea) and widget.widget() is not None else None
    rest = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child not in placed and child is not again
    ]
    for child in (*placed, *sorted(rest, key=lambda one: (one.y(), one.x()))):
        yield child
        yield from _within(child)


def _laid_out(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield widget.widget()
    layout = widget.layout()
    if layout is not None:
        yield from laid_out.widgets(layout)

"""The one declaration of what an act of the window asks: ``asks`` on the method that does it.

A button or a menu line that calls such a method is grey for a role that may not, and its tip says who may; the key
says the same sentence as the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.errors import ShizhuError
from desktop.services.writing import permissions
from desktop.ui.answer import answer
from desktop.ui.frame.perform import show_trouble
from desktop.ui.widgets.asking import who_sits_at

Method = TypeVar("Method", bound=Callable[..., Any])


def asks(action: Action) -> Callable[[Method], Method]:
    """Declare that a method of a page, a view or their acts does this; refused, it does nothing but say why."""

    def dress(method: Method) -> Method:
        @wraps(method)
        def asked(self: object, *given: Any, **named: Any) -> Any:
            return method(self, *given, **named) if allowed(self, action) else None

        asked.asks = action  # type: ignore[attr-defined]
        return cast(Method, asked)

    return dress


def allowed(place: object, action: Action) -> bool:
    """Whether who sits here may do it; where not, the nearest strip says who may."""
    widget = _widget_of(place)
    actor = None if widget is None else who_sits_at(widget)
    if widget is None or actor is None:
        return True
    refused = answer(lambda: permissions.reading(actor, action))
    if isinstance(refused, ShizhuError):
        show_trouble(widget, refused)
        return False
    return True


def _widget_of(place: object) -> QWidget | None:
    if isinstance(place, QWidget):
        return place
    near = (getattr(place, name, None) for name in ("_widget", "page", "_page"))
    return next((one for one in near if isinstance(one, QWidget)), None)

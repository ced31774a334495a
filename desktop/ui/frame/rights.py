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
from desktop.ui.frame.perform import show_trouble
from desktop.ui.widgets.asking import Row, refused, who_sits_at

Method = TypeVar("Method", bound=Callable[..., Any])


def asks(action: Action, of: Callable[[Any], Row] | None = None) -> Callable[[Method], Method]:
    """Declare that a method of a page, a view or their acts does this; refused, it does nothing but say why.

    ``of`` gives the row that it is about, where some may do it with own rows only: of others' it is refused too.
    """

    def dress(method: Method) -> Method:
        @wraps(method)
        def asked(self: object, *given: Any, **named: Any) -> Any:
            row = None if of is None else of(self)
            return method(self, *given, **named) if allowed(self, action, row) else None

        asked.asks, asked.of = action, of  # type: ignore[attr-defined]
        return cast(Method, asked)

    return dress


def allowed(place: object, action: Action, row: Row = None) -> bool:
    """Whether who sits here may do it, with this row too; where not, the nearest strip says who may."""
    widget = _widget_of(place)
    actor = None if widget is None else who_sits_at(widget)
    if widget is None or actor is None:
        return True
    refusal = refused(actor, action, row)
    if refusal is not None:
        show_trouble(widget, refusal)
    return refusal is None


def _widget_of(place: object) -> QWidget | None:
    if isinstance(place, QWidget):
        return place
    near = (getattr(place, name, None) for name in ("_widget", "page", "_page"))
    return next((one for one in near if isinstance(one, QWidget)), None)

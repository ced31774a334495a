"""Which act a button or a key asks for; where the role of whoever sits here may not do it, the button says who may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.words.messages import sentence
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor


class _HasActor(Protocol):
    actor: Actor


@runtime_checkable
class HasSession(Protocol):
    """A page, a view or a section: it knows who sits here."""

    session: _HasActor


def asked_of(call: object) -> Action | None:
    """The act that a slot was declared with (``frame.rights.asks``); None for what everybody may do."""
    return getattr(call, "asks", None)


def around(widget: QWidget) -> Iterator[QWidget]:
    """The widget and what it stands in, from the inside out."""
    place: QWidget | None = widget
    while place is not None:
        yield place
        place = place.parentWidget()


def who_sits_at(widget: QWidget) -> Actor | None:
    """Who sits before the widget; None where it stands in no page."""
    return next((place.session.actor for place in around(widget) if isinstance(place, HasSession)), None)


def refusal(role: str, action: Action) -> str:
    """Who may, in the sentence that the command line says too."""
    return sentence(NotAllowed(action, role, permissions.who_may(action)))

"""Which act a button or a key asks for; where the role of whoever sits here may not do it, the button says who may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol, TypeAlias, runtime_checkable

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action, Thing
from desktop.core.errors import NotAllowed
from desktop.core.words.messages import sentence
from desktop.services.writing import own_rows, permissions
from desktop.services.writing.actor import Actor
from desktop.ui.answer import answer

# A row on record, by its table and id; None while none is chosen.
Row: TypeAlias = "tuple[Thing, int] | None"


class _HasActor(Protocol):
    actor: Actor


@runtime_checkable
class HasSession(Protocol):
    """A page, a view or a section: it knows who sits here."""

    session: _HasActor


def asked_of(call: object) -> Action | None:
    """The act that a slot was declared with (``frame.rights.asks``); None for what everybody may do."""
    return getattr(call, "asks", None)


def row_of(call: object) -> Callable[[], Row] | None:
    """Which row a slot is about, where its act may be allowed for own rows only; None for acts about no such row."""
    of = getattr(call, "of", None)
    return None if of is None else partial(of, getattr(call, "__self__", None))


def around(widget: QWidget) -> Iterator[QWidget]:
    """The widget and what it stands in, from the inside out."""
    place: QWidget | None = widget
    while place is not None:
        yield place
        place = place.parentWidget()


def who_sits_at(widget: QWidget) -> Actor | None:
    """Who sits before the widget; None where it stands in no page."""
    return next((place.session.actor for place in around(widget) if isinstance(place, HasSession)), None)


def refused(actor: Actor, action: Action, row: Row = None) -> NotAllowed | None:
    """Why somebody may not do an act, or not with this row; None where they may."""
    found = answer(lambda: permissions.reading(actor, action) if row is None else own_rows.reading(actor, action, *row))
    # Whatever else is amiss the act itself will say.
    return found if isinstance(found, NotAllowed) else None


def refusal(actor: Actor, action: Action, row: Row = None) -> str:
    """Who may, in the sentence that the command line says too; ``""`` where whoever sits here may."""
    found = refused(actor, action, row)
    return "" if found is None else sentence(found)

"""Who may do what: one table, action by role. Window, commands and services ask the same.

What usually holds stands in ``core.rights``; what the director said instead is a setting, read with every question.
"""

from __future__ import annotations

from desktop.core import rights
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.models import query
from desktop.models.database import is_open
from desktop.services.writing.actor import Actor

# Under what begins like this it is kept what the director said of a role and an act.
KEYS = "right."


def key_of(role: str, action: Action) -> str:
    """Where it is kept what the director said of a role and an act."""
    return f"{KEYS}{role}.{action}"


def grant(role: str, action: Action) -> Grant:
    """How far a role may do it; what is kept and could not be said does not hold."""
    known, kept = Role(role), ""
    if is_open() and known != Role.DIRECTOR:
        kept = query.text("SELECT value FROM setting WHERE key = ?", [key_of(role, action)])
    if kept in tuple(Grant) and rights.bound(known, action, Grant(kept)) is None:
        return Grant(kept)
    return rights.usual(known, action)


def may(role: str, action: Action) -> bool:
    """Whether a role may do it, with own rows at least."""
    return grant(role, action) != Grant.NO


def who_may(action: Action, own: bool = True) -> tuple[str, ...]:
    """The roles that may do it; without ``own`` those that may do it with everybody's rows."""
    granted = (Grant.ALL, Grant.OWN) if own else (Grant.ALL,)
    return tuple(str(role) for role in Role if grant(role, action) in granted)


def reading(actor: Actor, action: Action) -> None:
    """Refuse who may not; for acts that write nothing. ``writing`` asks by itself."""
    if not may(actor.role, action):
        raise NotAllowed(action, actor.role, who_may(action))


def table() -> dict[str, dict[str, bool]]:
    """Every action with every role."""
    return {str(action): {str(role): may(role, action) for role in Role} for action in Action}

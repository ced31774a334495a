"""岗位权限: what the director says of a role and an act, within bounds; each word is a write of the log."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core import rights
from desktop.core.account_errors import RightRefused
from desktop.core.acts import Action, Thing
from desktop.core.exchange_errors import FirstStationOnly
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.services.centre import centres
from desktop.services.writing import apart, permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


@dataclass(frozen=True)
class Right:
    """How far each role may do an act, in the order of the roles, and which of that is not as usual."""

    action: Action
    grants: tuple[Grant, ...]
    changed: tuple[bool, ...]

    def of(self, role: Role) -> Grant:
        """How far a role may do it."""
        return self.grants[list(Role).index(role)]


def right(action: Action) -> Right:
    """How far each role may do an act today."""
    grants = tuple(permissions.grant(role, action) for role in Role)
    usual = tuple(rights.usual(role, action) for role in Role)
    return Right(action, grants, tuple(now != before for now, before in zip(grants, usual, strict=True)))


def say(actor: Actor, role: Role, action: Action, grant: Grant) -> None:
    """Say how far a role may do an act from now on; RightRefused where nobody can say so.

    FirstStationOnly at a second station, which takes rights in with its files. Whoever sits at another desk is asked
    anew with the next act.
    """
    if actor.station != apart.FIRST:
        raise FirstStationOnly(Thing.SETTING)
    with writing(actor, Action.SET_RIGHTS) as unit:
        why = rights.bound(role, action, grant)
        if why is not None:
            raise RightRefused(why, role, action)
        if permissions.grant(role, action) != grant:
            kept = "" if grant == rights.usual(role, action) else str(grant)
            centres.store_setting(unit, permissions.key_of(role, action), kept)


def choices(role: Role, action: Action) -> tuple[Grant, ...]:
    """What can be said of a role and an act."""
    return tuple(grant for grant in Grant if rights.bound(role, action, grant) is None)

"""The names that the fields for a worker or a visitor complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from desktop.core.trade import NamedList, PostRole
from desktop.models import query
from desktop.services.named.resolving import Resolver, resolver
from desktop.services.people import listing
from desktop.services.writing.actor import Actor

# Who does what a field asks for stands before the others; anybody may be chosen.
VISITING = frozenset({PostRole.VISITOR, PostRole.VOLUNTEER, PostRole.SOCIAL_WORKER})
SERVING = frozenset({PostRole.CARER, PostRole.VOLUNTEER, PostRole.SOCIAL_WORKER})
ASSESSING = frozenset({PostRole.SOCIAL_WORKER, PostRole.CARER})


def offered(roles: Collection[PostRole], used: Iterable[str]) -> list[str]:
    """Today's names of who works here, those of these roles first, then texts that rows have and that are nobody's."""
    known = resolver(NamedList.PERSON)
    working = [one for one in listing.everybody() if one.working]
    apt = [one.name for one in working if not frozenset(roles).isdisjoint(listing.roles_of(one))]
    others = [one.name for one in working]
    strangers = [text for text in used if text and known.of(text) is None]
    return list(dict.fromkeys([*apt, *others, *strangers]))


def own(actor: Actor) -> str:
    """What somebody at the desk is called in records: the person of the account, else the account's name."""
    found = query.ids("SELECT named_id FROM living_staff WHERE id = ? AND named_id IS NOT NULL", [actor.staff_id or 0])
    return (resolver(NamedList.PERSON).name(found[0]) if found else "") or actor.name


def persons(text: str, known: Resolver, day: dt.date) -> tuple[str, ...]:
    """Who stands in a text of several names, each person once under the name of that day."""
    return tuple(dict.fromkeys(known.shown(name, day) for name in text.split("、") if name))

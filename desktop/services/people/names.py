"""The names that the fields for a worker, a visitor or a cook complete."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from desktop.core.trade import NamedList, PostRole
from desktop.services.named.resolving import resolver
from desktop.services.people import listing

# Who does what a field asks for stands before the others; anybody may be chosen.
VISITING = frozenset({PostRole.VISITOR, PostRole.VOLUNTEER, PostRole.SOCIAL_WORKER})
SERVING = frozenset({PostRole.CARER, PostRole.VOLUNTEER, PostRole.SOCIAL_WORKER})
COOKING = frozenset({PostRole.COOK})


def offered(roles: Collection[PostRole], used: Iterable[str]) -> list[str]:
    """Today's names of who works here, those of these roles first, then texts that rows have and that are nobody's."""
    known = resolver(NamedList.PERSON)
    working = [one for one in listing.everybody() if one.working]
    apt = [one.name for one in working if not frozenset(roles).isdisjoint(listing.roles_of(one))]
    others = [one.name for one in working]
    strangers = [text for text in used if text and known.of(text) is None]
    return list(dict.fromkeys([*apt, *others, *strangers]))

"""Emergency contacts as screens and papers show them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models import query


@dataclass(frozen=True)
class ContactLine:
    """An emergency contact."""

    name: str
    relation: str
    phone: str


def contacts_of(resident_id: int) -> tuple[ContactLine, ...]:
    """A resident's emergency contacts, in the order in which they were recorded."""
    rows = query.fetch(
        "SELECT name, relation, phone FROM living_contact WHERE resident_id = ? ORDER BY id",
        [resident_id],
    )
    return tuple(ContactLine(*row) for row in rows)


def reachable(resident_id: int) -> tuple[ContactLine, ...]:
    """Those of them who have a number."""
    return tuple(one for one in contacts_of(resident_id) if one.phone)

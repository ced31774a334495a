"""Where people live, in the order in which somebody walks from door to door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.natural import NaturalKey, natural_key
from desktop.models import query
from desktop.services.register import places


@dataclass(frozen=True)
class Door:
    """A person's door: ``place`` is the address as a list prints it, ``key`` its place on the walk."""

    community: str
    place: str
    key: tuple[str, NaturalKey, NaturalKey, NaturalKey]


@dataclass(frozen=True)
class OnWalk:
    """A row of any list that is walked: its place and code on it, whose door it is."""

    position: int
    code: str
    resident_id: int
    name: str
    sex: str
    age: int | None
    community: str
    place: str
    phone: str


def doors(only: Iterable[int] | None = None) -> dict[int, Door]:
    """The doors of all residents or of these: community, then building, room and address, numbers as numbers."""
    among, values = ("", []) if only is None else (f" WHERE id IN {query.LISTED}", [query.listed(only)])
    rows = query.fetch(f"SELECT id, community, building, room, address FROM living_resident{among}", values)
    known = places.place_names()
    return {one: _door(known.shown(community), community, *where) for one, community, *where in rows}


def _door(community: str, typed: str, building: str, room: str, address: str) -> Door:
    place = f"{building} {room}".strip() or address.removeprefix(typed).strip() or address
    return Door(community, place, (community, natural_key(building), natural_key(room), natural_key(address)))

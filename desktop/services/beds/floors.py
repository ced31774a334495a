"""Beds floor by floor, for whoever walks there with labels."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.services.beds import places
from desktop.services.beds.places import BedQuery


def by_floor() -> dict[str, list[int]]:
    """The beds of each floor, by place, as ``1号楼/3``; those without a floor by their building."""
    found: dict[str, list[int]] = {}
    for row in places.rows(places.find_ids(BedQuery())):
        found.setdefault("/".join(part for part in (row.building, row.floor) if part), []).append(row.id)
    return found


def beds_on(wanted: Sequence[str]) -> list[int]:
    """The beds of these floors, written ``1号楼/3``, or ``3`` in whatever building; all beds where none is named.

    InvalidDraft for one that no bed stands on.
    """
    floors = by_floor()
    found: list[int] = []
    for text in wanted or floors:
        meant = [ids for name, ids in floors.items() if text in {name, name.rpartition("/")[2]}]
        if not meant:
            hint = "、".join(name for name in floors if name)
            raise InvalidDraft([FieldError("floor", Reason.UNKNOWN_FLOOR, hint)])
        found += [one for ids in meant for one in ids]
    return list(dict.fromkeys(found))

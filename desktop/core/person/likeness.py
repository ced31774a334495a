"""When two entries look like one person: the one check for typing, import and sync files (handbook 2.1).

An equal ID number beats everything; else the same birth date with the same or a same-sounding name, or the
same phone with a similar name (same sound, or one character of difference).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.answers import Likeness
from desktop.core.text import name_key, sound_alike

# In this order candidates are shown.
WHYS = tuple(Likeness)


@dataclass(frozen=True)
class Facts:
    """What of an entry is compared; an empty field never matches."""

    name: str
    born_on: dt.date | None = None
    phone: str = ""
    id_number: str = ""


def why_alike(one: Facts, other: Facts) -> Likeness | None:
    """Why the two may be one person; None when nothing says so."""
    if one.id_number and one.id_number == other.id_number:
        return Likeness.SAME_NUMBER
    if one.born_on is not None and one.born_on == other.born_on:
        if name_key(one.name) == name_key(other.name):
            return Likeness.SAME_NAME_AND_BIRTH
        if sound_alike(one.name, other.name):
            return Likeness.SAME_SOUND_AND_BIRTH
    if one.phone and one.phone == other.phone and similar_names(one.name, other.name):
        return Likeness.SAME_PHONE
    return None


def similar_names(one: str, other: str) -> bool:
    """Whether names sound alike or differ by one character put in, left out or taken for another."""
    return within_one(name_key(one), name_key(other)) or sound_alike(one, other)


def within_one(one: str, other: str) -> bool:
    """Whether at most one character has to be changed, put in or left out."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]

"""Communities as lists and filters name them: the text of a row stands for an entry of the list of communities."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from desktop.core.text import name_key
from desktop.core.trade import NamedList
from desktop.models import query
from desktop.services.named import entries
from desktop.services.named.resolving import Resolver, resolver
from desktop.services.writing.listing import Condition

Row = TypeVar("Row")
_TEXTS = "SELECT DISTINCT community FROM living_resident WHERE community <> '' ORDER BY community"


def place_names() -> Resolver:
    """The list of communities as it stands now."""
    return resolver(NamedList.COMMUNITY)


def communities() -> list[str]:
    """The communities (社区) that residents live in, by today's names."""
    known = place_names()
    return sorted({known.shown(text) for text in query.texts(_TEXTS)})


def offered() -> list[str]:
    """The communities to choose from where one is typed: the list, then texts in use that it does not have."""
    known = place_names()
    unlisted = [text for text in query.texts(_TEXTS) if known.of(text) is None]
    if known.kept:
        # Letters are nobody's community: offered, one slip of the keys would be everybody's.
        unlisted = [text for text in unlisted if not text.isascii()]
        unlisted += entries.staying(NamedList.COMMUNITY)
    return list(dict.fromkeys([*known.offered(), *unlisted]))


def lived_in(column: str, community: str) -> Condition | None:
    """Rows whose text stands for a community, by any name that it ever bore or an alias; none for an empty one."""
    if not community:
        return None
    return Condition(f"{column} IN {query.LISTED}", [query.listed(place_names().same(community, query.texts(_TEXTS)))])


def same_place(one: str, other: str) -> bool:
    """Whether two texts stand for one community of the list."""
    if one == other:
        return True
    known = place_names()
    return known.of(one) is not None and known.of(one) == known.of(other)


def called(community: str) -> frozenset[str]:
    """Every name that a community ever bore, so that a list of any day is narrowed to it."""
    return place_names().names(community)


def sorting(column: str) -> Condition:
    """What sorts a list by the communities' names of today, with its values; the texts themselves without a list."""
    known = place_names()
    named = {text: shown for text in query.texts(_TEXTS) if (shown := known.shown(text)) != text} if known.kept else {}
    if not named:
        return Condition(column)
    sql = f"COALESCE((SELECT value FROM json_each(?) j WHERE j.key = {column}), {column})"
    return Condition(sql, [json.dumps(named)])


def also_typed(word: str) -> list[str]:
    """Texts of rows that stand for a community with the word in one of its names, and do not have it themselves."""
    known, wanted = place_names(), name_key(word)
    meant = known.called(wanted) if wanted else frozenset()
    if not meant:
        # The texts in use are looked at only for a word that is in a name: everybody's search comes by here.
        return []
    return [text for text in query.texts(_TEXTS) if known.of(text) in meant and wanted not in name_key(text)]


def named(rows: Sequence[Row]) -> list[Row]:
    """The rows with today's name of their community in place of the text that was typed."""
    known = place_names()
    if not known.kept:
        return list(rows)
    made: list[Any] = list(rows)
    return [replace(row, community=known.shown(row.community)) for row in made]

"""Texts of rows that no list has: the worklist, one text a line, with the entry that was most likely meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.offering import nearest, nearest_person
from desktop.core.text import name_key
from desktop.core.trade import NamedList
from desktop.models import query
from desktop.services.named.resolving import NamedId, Resolver, resolver

# Who lives where is counted once a person, also who moved within a community.
_LIVED = (
    "SELECT community AS text, id AS one, substr(created_at, 1, 10) AS day FROM living_resident"
    " UNION ALL SELECT d.community, d.resident_id, COALESCE(d.from_on, substr(d.created_at, 1, 10))"
    " FROM living_dwelling d JOIN living_resident r ON r.id = d.resident_id"
)
_WORKED = (
    "SELECT worker AS text, 's' || id AS one, service_on AS day FROM living_help_service"
    " UNION ALL SELECT w.name, 'v' || v.id, v.visited_on FROM living_visitor w JOIN living_visit v ON v.id = w.visit_id"
    " UNION ALL SELECT visitor, 'a' || id, from_on FROM living_visit_assignment"
    " UNION ALL SELECT visitor, 'r' || id, day FROM living_route_sheet"
    " UNION ALL SELECT assessor, 'g' || id, COALESCE(assessed_on, substr(created_at, 1, 10)) FROM living_grade"
    " UNION ALL SELECT second_assessor, 't' || id, day FROM living_assessment"
)
# Payers and suppliers of the lists are written into no row yet: a service's payer is one of four kinds.
_USED: Mapping[NamedList, str] = {NamedList.COMMUNITY: _LIVED, NamedList.PERSON: _WORKED}


@dataclass(frozen=True)
class Unknown:
    """A text that no list has: how many rows have it, from which day to which, and what it most likely means."""

    text: str
    rows: int
    first: dt.date | None
    last: dt.date | None
    nearest_id: NamedId | None
    nearest: str


class _Used(NamedTuple):
    text: str
    rows: int
    first: dt.date | None
    last: dt.date | None


def used(list_code: NamedList) -> list[str]:
    """Every text that rows have for this list, the most frequent first."""
    return [one.text for one in _used(list_code)]


def unknown(list_code: NamedList) -> list[Unknown]:
    """The texts that stand for no entry and that nobody left as they are, the most frequent first."""
    known = resolver(list_code)
    offered = known.offered()
    found = []
    for one in _used(list_code):
        if not known.answered(one.text) and name_key(one.text):
            found.append(_unknown(list_code, known, offered, one))
    return found


def kept(list_code: NamedList) -> bool:
    """Whether the centre keeps this list, so that it is asked about texts that are not in it."""
    return resolver(list_code).kept


def question(list_code: NamedList, text: str) -> Unknown | None:
    """What to ask about one text; None where the list has it, somebody answered, or no list is kept."""
    known = resolver(list_code)
    if not known.kept or not name_key(text) or known.answered(text):
        return None
    return _unknown(list_code, known, known.offered(), _Used(text.strip(), 1, None, None))


def _unknown(list_code: NamedList, known: Resolver, offered: list[str], one: _Used) -> Unknown:
    likely = nearest_person if list_code == NamedList.PERSON else nearest
    word = likely(offered, one.text)
    return Unknown(*one, nearest_id=known.of(word) if word else None, nearest=word)


def _used(list_code: NamedList) -> list[_Used]:
    source = _USED.get(list_code)
    if source is None:
        return []
    return query.fetch_as(
        _Used,
        f"SELECT text, count(DISTINCT one), min(day), max(day) FROM ({source}) WHERE text <> ''"
        " GROUP BY text ORDER BY 2 DESC, text",
    )

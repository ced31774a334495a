"""Who makes a figure of a closed month: the people of its frozen lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from desktop.core import canonical
from desktop.core.acts import Thing
from desktop.core.figures.behind import Counts, Piece, Selection
from desktop.core.figures.explained import Explained, Line, Origin, Part
from desktop.core.figures.people import PersonLine
from desktop.core.period import Month
from desktop.core.rates import rate, rate_text
from desktop.models import query
from desktop.services.figures.contract import value_in
from desktop.services.figures.narrowed import base_and_conditions
from desktop.services.visits.roster import ABSENT
from desktop.services.writing import frozen

# What the lists of a closed month say of a figure: each part of it as (what is counted, its lines with their amounts).
_Lines = Sequence[Mapping[str, Any]]
_LISTS: Mapping[str, tuple[Callable[[Mapping[str, _Lines]], _Lines], ...]] = MappingProxyType(
    {
        "visits.required": (lambda kept: (*kept["visited"], *kept["unvisited"], *kept["excused"]),),
        "visits.late_joiners": (lambda kept: kept["late_joiners"],),
        "visits.visited": (lambda kept: kept["visited"],),
        "visits.excused_gone": (lambda kept: [one for one in kept["excused"] if one["reason"] not in ABSENT],),
        "visits.excused_confirmed": (lambda kept: [one for one in kept["excused"] if one["reason"] in ABSENT],),
        "visits.unvisited": (lambda kept: kept["unvisited"],),
        "visits.visit_rate": (lambda kept: kept["visited"], lambda kept: (*kept["visited"], *kept["unvisited"])),
        "visits.gross_rate": (
            lambda kept: kept["visited"],
            lambda kept: (*kept["visited"], *kept["unvisited"], *kept["excused"]),
        ),
    }
)
_STAYS: Mapping[str, tuple[Counts, str]] = MappingProxyType(
    {
        "beds.occupied_bed_days": (Counts.SUM, "occupied_days"),
        "beds.leave_bed_days": (Counts.SUM, "leave_days"),
        "beds.operating_subsidy": (Counts.YUAN, "subsidy_fen"),
    }
)


# The conditions under which the frozen lists can be told apart.
_TOLD: Mapping[str, str] = MappingProxyType({"社区": "community", "姓名": "name"})


def explain(month: Month, figure: str, kept: Mapping[str, Any]) -> Explained | None:
    """A figure of a closed month by its frozen lists; None where they do not name who makes it."""
    version = frozen.latest(month)
    base, conditions = base_and_conditions(figure)
    lists = base in _LISTS
    if version is None or not (lists or base in _STAYS) or any(name not in _TOLD for name, _value in conditions):
        return None
    content = frozen.document(version, "roster" if lists else "stays")
    if content is None:
        return None
    told: Any = canonical.read_line(content)

    def fits(line: Mapping[str, Any]) -> bool:
        person = line.get("person", line)
        return all(person[_TOLD[name]] == value for name, value in conditions)

    if lists:
        picked = (filter(fits, pick(told)) for pick in _LISTS[base])
        parts = tuple(_part(Counts.PEOPLE, [(line, 1) for line in lines]) for lines in picked)
    else:
        counts, name = _STAYS[base]
        parts = (_part(counts, [(line, int(line[name])) for line in told if line[name] and fits(line)]),)
    return Explained(figure, _value(parts) if conditions else value_in(kept, figure), Origin.FROZEN, parts)


def _value(parts: Sequence[Part]) -> int | str:
    """What the parts come to; of two the rate."""
    if len(parts) == 1:
        return parts[0].value
    above, below = (int(part.value) for part in parts)
    return rate_text(rate(above, below))


def _part(counts: Counts, told: Sequence[tuple[Mapping[str, Any], int]]) -> Part:
    named = [(line.get("person", line), amount) for line, amount in told]
    people = _people([one for one, _amount in named])
    pieces = tuple(
        Piece(person.resident_id, amount=amount) for person, (_one, amount) in zip(people, named, strict=True)
    )
    thing = None if counts is Counts.PEOPLE else Thing.STAY
    lines = tuple(
        Line(person.resident_id, person.name, person.community, thing, None, "", None, piece.amount)
        for person, piece in zip(people, pieces, strict=True)
    )
    once = {person.resident_id: person for person in people}
    return Part(Selection(counts, pieces).told, counts, tuple(once.values()), lines)


def _people(told: Sequence[Mapping[str, Any]]) -> list[PersonLine]:
    """The people as they were frozen, with the numbers that this computer knows them by."""
    uids = query.listed(str(one["resident"]) for one in told)
    ids: dict[str, int] = dict(query.fetch(f"SELECT uid, id FROM resident WHERE uid IN {query.LISTED}", [uids]))
    return [
        PersonLine(
            resident_id=ids[one["resident"]],
            name=one["name"],
            sex=one["sex"],
            age=one["age"],
            id_masked="",
            community=one["community"],
            address="",
            phone="",
            flags=tuple(one["flags"]),
        )
        for one in told
    ]

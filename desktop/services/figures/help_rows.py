"""Ten-help figures (handbook section 4, Ten-help): rows done in the month; no meal is counted twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.figures.behind import Counts, Made, Piece, Selection, rows_of, summed_of, yuan_of
from desktop.core.figures.services import ServiceFigures, ServiceLine
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.models import query
from desktop.services.register.snapshot import Register, register

_SQL = (
    "SELECT id, type, service_on, resident_id, minutes, fee_fen, subsidy_fen, payer, place FROM living_help_service"
    " WHERE service_on BETWEEN ? AND ? AND state IN ('done', 'rated')"
)
_MEALS = "SELECT id, resident_id FROM living_meal WHERE eaten_on BETWEEN ? AND ? AND resident_id IS NOT NULL"


class _Done(NamedTuple):
    id: int
    type: str
    service_on: dt.date
    resident_id: int
    minutes: int
    fee: int
    subsidy: int
    payer: str
    place: str


def services(month: Month, known: Register | None = None) -> ServiceFigures:
    """The service figures of a month; all ten types, zeros included."""
    known = known or register()
    days = [month.first.isoformat(), month.last.isoformat()]
    done = [row for row in query.fetch_as(_Done, _SQL, days) if row.resident_id in known.people]
    by_type, by_payer = _grouped(done, lambda row: row.type), _grouped(done, lambda row: row.payer)
    behind = _behind(done, by_type, by_payer, days)
    lines = tuple(_line(known, month, kind, by_type[kind]) for kind in terms.SERVICE_TYPES)
    return ServiceFigures(
        month=month,
        lines=lines,
        communities=tuple(sorted({community for line in lines for community in line.by_community})),
        persons=behind["persons"].value,
        minutes=behind["minutes"].value,
        by_payer={payer: len(by_payer[payer]) for payer in (*terms.PAYERS, "") if payer or by_payer[payer]},
        fee_fen=behind["fee"].value,
        subsidy_fen=behind["subsidy"].value,
        canteen_meals=behind["canteen_meals"].value,
        rules={},
        behind=behind,
    )


_Groups = Mapping[str, list[_Done]]


def _grouped(done: Sequence[_Done], by: Callable[[_Done], str]) -> _Groups:
    found: defaultdict[str, list[_Done]] = defaultdict(list)
    for row in done:
        found[by(row)].append(row)
    return found


def _behind(done: Sequence[_Done], by_type: _Groups, by_payer: _Groups, days: Sequence[str]) -> dict[str, Selection]:
    meals = query.fetch(_MEALS, days)
    return {
        **{f"person_times.{word}": rows_of(by_type[kind], _piece) for kind, word in terms.SERVICE_TYPES.items()},
        "persons": Selection(Counts.PEOPLE, Made(done, _piece)),
        "minutes": summed_of(done, _piece, attrgetter("minutes")),
        **{f"by_payer.{word}": rows_of(by_payer[payer], _piece) for payer, word in terms.PAYERS.items()},
        "fee": yuan_of(done, _piece, attrgetter("fee")),
        "subsidy": yuan_of(done, _piece, attrgetter("subsidy")),
        "canteen_meals": rows_of(meals, lambda row: Piece(row[1], Thing.MEAL, row[0])),
    }


def _piece(row: _Done) -> Piece:
    return Piece(row.resident_id, Thing.HELP_SERVICE, row.id)


def _line(known: Register, month: Month, kind: str, rows: list[_Done]) -> ServiceLine:
    return ServiceLine(
        type=kind,
        person_times=len(rows),
        persons=len({row.resident_id for row in rows}),
        minutes=sum(row.minutes for row in rows),
        fee_fen=sum(row.fee for row in rows),
        subsidy_fen=sum(row.subsidy for row in rows),
        by_community=dict(Counter(_community(known, month, row) for row in rows)),
        by_place=dict(Counter(row.place for row in rows)),
    )


def _community(known: Register, month: Month, row: _Done) -> str:
    # Where somebody lived on the day, by the name that the month's tables have for it.
    return known.person_on(row.resident_id, row.service_on, named_on=month.last).community

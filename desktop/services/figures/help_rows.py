"""Ten-help figures (handbook section 4, Ten-help): rows done in the month; no meal is counted twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.figures.behind import Average, Behind, Counts, Made, Piece, Selection, rows_of, summed_of, yuan_of
from desktop.core.figures.canteen import SCORES, Ratings
from desktop.core.figures.services import ServiceFigures, ServiceLine, Waiting, WorkerLine
from desktop.core.period import Month
from desktop.core.trade import NamedList
from desktop.core.words import terms
from desktop.models import query
from desktop.services.named.resolving import resolver
from desktop.services.register.snapshot import Register, register

_SQL = (
    "SELECT id, type, service_on, resident_id, minutes, fee_fen, subsidy_fen, payer, place, worker, requested_at"
    " FROM living_help_service"
    " WHERE service_on BETWEEN ? AND ? AND state IN ('done', 'rated')"
)
# How it pleased counts in the month in which it was said; what was said before steps had times, with the service.
_RATED = (
    "SELECT id, resident_id, worker, satisfaction FROM living_help_service"
    " WHERE state IN ('done', 'rated') AND satisfaction IS NOT NULL"
    " AND CASE WHEN rated_at <> '' THEN substr(rated_at, 1, 10) ELSE service_on END BETWEEN ? AND ? ORDER BY id"
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
    worker: str
    requested_at: str

    @property
    def waited(self) -> int:
        """The days from the order to the service."""
        asked = dt.date.fromisoformat(self.requested_at[:10])
        return max((self.service_on - asked).days, 0)


class _Rated(NamedTuple):
    id: int
    resident_id: int
    worker: str
    score: int


def services(month: Month, known: Register | None = None) -> ServiceFigures:
    """The service figures of a month; all ten types, zeros included."""
    known = known or register()
    days = [month.first.isoformat(), month.last.isoformat()]
    done = [row for row in query.fetch_as(_Done, _SQL, days) if row.resident_id in known.people]
    by_type, by_payer = _grouped(done, lambda row: row.type), _grouped(done, lambda row: row.payer)
    rated = [row for row in query.fetch_as(_Rated, _RATED, days) if row.resident_id in known.people]
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
        ratings=_ratings(rated),
        waiting=_waiting(done),
        workers=_workers(done, rated, month),
        behind={**behind, **_behind_steps(done, rated)},
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


def _behind_steps(done: Sequence[_Done], rated: Sequence[_Rated]) -> dict[str, Behind]:
    ordered = [row for row in done if row.requested_at]
    orders, waited = rows_of(ordered, _piece), summed_of(ordered, _piece, attrgetter("waited"))
    count, scores = rows_of(rated, _piece), summed_of(rated, _piece, attrgetter("score"))
    return {
        "ratings.count": count,
        "ratings.average": Average(scores, count),
        **{
            f"ratings.by_score.{score}": rows_of([row for row in rated if row.score == score], _piece)
            for score in SCORES
        },
        "waiting.orders": orders,
        "waiting.average": Average(waited, orders),
    }


def _waiting(done: Sequence[_Done]) -> Waiting:
    ordered = [row.waited for row in done if row.requested_at]
    return Waiting(len(ordered), sum(ordered))


def _ratings(rated: Sequence[_Rated]) -> Ratings:
    counts = Counter(row.score for row in rated)
    return Ratings({score: counts[score] for score in SCORES})


def _workers(done: Sequence[_Done], rated: Sequence[_Rated], month: Month) -> tuple[WorkerLine, ...]:
    """Everybody who did or was rated for anything, the most first; the last line is of nobody known."""
    known = resolver(NamedList.PERSON)

    def named(row: _Done | _Rated) -> str:
        return known.shown(row.worker, month.last) if row.worker else ""

    did, pleased = defaultdict(list), defaultdict(list)
    for one in done:
        did[named(one)].append(one)
    for one_rated in rated:
        pleased[named(one_rated)].append(one_rated)
    lines = [
        WorkerLine(
            name,
            len(did[name]),
            len({row.resident_id for row in did[name]}),
            sum(row.minutes for row in did[name]),
            _ratings(pleased[name]),
        )
        for name in {*did, *pleased}
    ]
    return tuple(sorted(lines, key=lambda line: (line.name == "", -line.person_times, line.name)))


def _piece(row: _Done | _Rated) -> Piece:
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

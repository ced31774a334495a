"""Ten-help figures (handbook section 4, Ten-help): rows done in the month; no meal is counted twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.figures.behind import (
    Average,
    Behind,
    Counts,
    Made,
    Piece,
    Selection,
    rows,
    rows_of,
    summed_of,
    yuan_of,
)
from desktop.core.figures.canteen import SCORES, Ratings
from desktop.core.figures.services import PayerLine, ServiceFigures, ServiceLine, SixHelp, Waiting, WorkerLine
from desktop.core.period import Month
from desktop.core.trade import NamedList, ServiceType
from desktop.core.words import terms
from desktop.models import query
from desktop.services.figures.help_budgets import behind_budgets, borne
from desktop.services.figures.help_cover import cover
from desktop.services.figures.help_packages import granted
from desktop.services.help_services import budgets
from desktop.services.help_services.budgets import Budget
from desktop.services.named.resolving import resolver
from desktop.services.register.snapshot import Register, register
from desktop.services.writing import rules

_SQL = (
    "SELECT id, type, service_on, resident_id, minutes, fee_fen, subsidy_fen, payer, place, worker, requested_at"
    " FROM living_help_service"
    " WHERE service_on BETWEEN ? AND ? AND state IN ('done', 'rated')"
)
# How it pleased counts in the month in which it was said; what was said before steps had times, with the service.
_RATED = (
    "SELECT id, type, resident_id, worker, satisfaction FROM living_help_service"
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
    type: str
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
    rated_by_type = {kind: [row for row in rated if row.type == kind] for kind in terms.SERVICE_TYPES}
    six = rules.six_help(month.first)
    in_six = [row for kind in six for row in by_type[kind]]
    covered = cover(month, known, {row.resident_id for row in done})
    packages, held = granted(month, known), budgets.in_force(month)
    counts = {**_behind(done, by_type, by_payer, days), **_behind_six(six, by_type, in_six)}
    behind: dict[str, Behind] = {
        **counts,
        **covered.behind,
        **packages.behind,
        **behind_budgets(held, by_payer),
        **_behind_steps(done, rated, ""),
        **{
            name: one
            for kind, word in terms.SERVICE_TYPES.items()
            for name, one in _behind_steps(by_type[kind], rated_by_type[kind], f"by_type.{word}.").items()
        },
    }
    lines = tuple(_line(known, month, kind, by_type[kind], rated_by_type[kind]) for kind in terms.SERVICE_TYPES)
    return ServiceFigures(
        month=month,
        lines=lines,
        communities=tuple(sorted({community for line in lines for community in line.by_community})),
        persons=counts["persons"].value,
        minutes=counts["minutes"].value,
        by_payer={payer: len(by_payer[payer]) for payer in (*terms.PAYERS, "") if payer or by_payer[payer]},
        fee_fen=counts["fee"].value,
        subsidy_fen=counts["subsidy"].value,
        canteen_meals=counts["canteen_meals"].value,
        rules=rules.in_force(("six_help",), month.first),
        ratings=_ratings(rated),
        waiting=_waiting(done),
        workers=_workers(done, rated, month),
        payers=tuple(
            _payer(payer, by_payer[payer], held.get(payer)) for payer in (*terms.PAYERS, "") if payer or by_payer[payer]
        ),
        six=SixHelp(six, counts["six_help.persons"].value),
        coverage=covered.coverage,
        packages=packages.packages,
        behind=behind,
    )


_Groups = Mapping[str, list[_Done]]


def _grouped(done: Sequence[_Done], by: Callable[[_Done], str]) -> _Groups:
    found: defaultdict[str, list[_Done]] = defaultdict(list)
    for row in done:
        found[by(row)].append(row)
    return found


def _behind(done: Sequence[_Done], by_type: _Groups, by_payer: _Groups, days: Sequence[str]) -> dict[str, Selection]:
    meals = rows_of(query.fetch(_MEALS, days), lambda row: Piece(row[1], Thing.MEAL, row[0]))
    return {
        **{f"person_times.{word}": rows_of(by_type[kind], _piece) for kind, word in terms.SERVICE_TYPES.items()},
        "persons": Selection(Counts.PEOPLE, Made(done, _piece)),
        "minutes": summed_of(done, _piece, attrgetter("minutes")),
        **{f"by_payer.{word}": rows_of(by_payer[payer], _piece) for payer, word in terms.PAYERS.items()},
        "fee": yuan_of(done, _piece, attrgetter("fee")),
        "subsidy": yuan_of(done, _piece, attrgetter("subsidy")),
        "canteen_meals": meals,
        "meals_in_all": rows((*rows_of(by_type[ServiceType.MEALS], _piece).pieces, *meals.pieces)),
    }


def _behind_six(six: Sequence[str], by_type: _Groups, in_six: Sequence[_Done]) -> dict[str, Selection]:
    return {
        **{f"six_help.person_times.{terms.SERVICE_TYPES[kind]}": rows_of(by_type[kind], _piece) for kind in six},
        "six_help.persons": Selection(Counts.PEOPLE, Made(in_six, _piece)),
    }


def _behind_steps(done: Sequence[_Done], rated: Sequence[_Rated], of: str) -> dict[str, Behind]:
    """How services pleased and were waited for; ``of`` says of which of them in the names of the figures."""
    ordered = [row for row in done if row.requested_at]
    orders, waited = rows_of(ordered, _piece), summed_of(ordered, _piece, attrgetter("waited"))
    count, scores = rows_of(rated, _piece), summed_of(rated, _piece, attrgetter("score"))
    longest = sorted(ordered, key=attrgetter("waited"))[-1:]
    by_score = {score: rows_of([row for row in rated if row.score == score], _piece) for score in SCORES}
    return {
        f"ratings.{of}count": count,
        f"ratings.{of}average": Average(scores, count),
        **({} if of else {f"ratings.by_score.{score}": one for score, one in by_score.items()}),
        f"waiting.{of}orders": orders,
        f"waiting.{of}average": Average(waited, orders),
        f"waiting.{of}longest": summed_of(longest, _piece, attrgetter("waited")),
    }


def _waiting(done: Sequence[_Done]) -> Waiting:
    ordered = [row.waited for row in done if row.requested_at]
    return Waiting(len(ordered), sum(ordered), max(ordered, default=0))


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


def _payer(payer: str, done: Sequence[_Done], budget: Budget | None) -> PayerLine:
    return PayerLine(
        payer=payer,
        person_times=len(done),
        persons=len({row.resident_id for row in done}),
        minutes=sum(row.minutes for row in done),
        fee_fen=sum(row.fee for row in done),
        subsidy_fen=sum(row.subsidy for row in done),
        budget_fen=budget.amount_fen if budget else None,
        borne_fen=sum(map(borne, done)) if payer else None,
    )


def _line(known: Register, month: Month, kind: str, done: Sequence[_Done], rated: Sequence[_Rated]) -> ServiceLine:
    return ServiceLine(
        type=kind,
        person_times=len(done),
        persons=len({row.resident_id for row in done}),
        minutes=sum(row.minutes for row in done),
        fee_fen=sum(row.fee for row in done),
        subsidy_fen=sum(row.subsidy for row in done),
        by_community=dict(Counter(_community(known, month, row) for row in done)),
        by_place=dict(Counter(row.place for row in done)),
        ratings=_ratings(rated),
        waiting=_waiting(done),
    )


def _community(known: Register, month: Month, row: _Done) -> str:
    # Where somebody lived on the day, by the name that the month's tables have for it.
    return known.person_on(row.resident_id, row.service_on, named_on=month.last).community

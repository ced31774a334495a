"""Ten-help figures (handbook section 4, Ten-help): rows done in the month; no meal is counted twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import NamedTuple

from desktop.core.figures.services import ServiceFigures, ServiceLine
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.models import query
from desktop.services.register.snapshot import Register, register

_SQL = (
    "SELECT type, service_on, resident_id, minutes, fee_fen, subsidy_fen, payer, place FROM living_help_service"
    " WHERE service_on BETWEEN ? AND ? AND state IN ('done', 'rated')"
)


class _Done(NamedTuple):
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
    rows = [row for row in query.fetch_as(_Done, _SQL, days) if row.resident_id in known.people]
    by_type: defaultdict[str, list[_Done]] = defaultdict(list)
    for row in rows:
        by_type[row.type].append(row)
    payers = Counter(row.payer for row in rows)
    return ServiceFigures(
        month=month,
        lines=tuple(_line(known, month, kind, by_type[kind]) for kind in terms.SERVICE_TYPES),
        communities=tuple(sorted({_community(known, month, row) for row in rows})),
        persons=len({row.resident_id for row in rows}),
        minutes=sum(row.minutes for row in rows),
        by_payer={payer: payers[payer] for payer in (*terms.PAYERS, "") if payer or payers[payer]},
        fee_fen=sum(row.fee for row in rows),
        subsidy_fen=sum(row.subsidy for row in rows),
        canteen_meals=query.count(
            "SELECT count(*) FROM living_meal WHERE eaten_on BETWEEN ? AND ? AND resident_id IS NOT NULL",
            days,
        ),
        rules={},
    )


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

"""Orders on paper: the day list of who serves, the sheet of one order (服务单), each row with a code of its order.

A list is no record: it is what is open for a day, and who goes. An order was printed once it has a code, which stays
its own for ever; so what is still out of a day is what bears a code and is open.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.codes import Code, CodeKind
from desktop.core.errors import BadCode, NotFound, NothingToDo
from desktop.core.period import age_on
from desktop.core.person.identity import masked
from desktop.core.reasons import CodeWanted
from desktop.core.trade import OPEN_ORDERS, NamedList, ServicePlace, ServiceType
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.services.help_services import definitions, orders
from desktop.services.help_services.orders import ServiceRow
from desktop.services.named.resolving import resolver
from desktop.services.people import names
from desktop.services.register import printed_codes, walking
from desktop.services.register.walking import OnWalk
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, noting

# For so many days after its day an order that was done late is still shown with the others of its list.
_LATE = dt.timedelta(days=31)


@dataclass(frozen=True)
class PaperOrder(OnWalk):
    """An order as a row of paper; ``minds`` is what may not be eaten, of a meal alone.

    ``defined`` is what the service is by the definitions of its day, on its own sheet alone.
    """

    order: ServiceRow
    id_number: str
    minds: str
    defined: str = ""

    @property
    def id(self) -> int:
        """The order's."""
        return self.order.id

    @property
    def planned_on(self) -> dt.date:
        """The day for which it was planned, done or not."""
        return dt.date.fromisoformat(self.order.planned_at[:10]) if self.order.planned_at else self.order.service_on

    @property
    def out(self) -> bool:
        """Whether nobody said yet what became of it."""
        return self.order.state in OPEN_ORDERS


@dataclass(frozen=True)
class DayList:
    """The orders of one who serves on one day in walking order; ``visitor`` is ``""`` where nobody was sent yet."""

    day: dt.date
    visitor: str
    rows: tuple[PaperOrder, ...]


def waiting(day: dt.date, worker: str | None = None) -> list[DayList]:
    """What is open for a day, a list for each who goes, those whom nobody was sent to last; of one ``worker`` alone."""
    found = query.ids(
        f"SELECT id FROM living_help_service WHERE service_on = ? AND state IN ({query.marks(OPEN_ORDERS)})",
        [day.isoformat(), *OPEN_ORDERS],
    )
    return _of_workers(day, papers(found), worker)


def day_lists(actor: Actor, day: dt.date, worker: str | None = None) -> list[DayList]:
    """The same to be printed now: each order has a code, and that it was printed is noted; NothingToDo without any."""
    permissions.reading(actor, Action.PRINT_ORDER)
    with noting(actor) as unit:
        found = {row.id for one in waiting(day, worker) for row in one.rows}
        if not found:
            raise NothingToDo(Thing.HELP_SERVICE)
        for one in sorted(found):
            put_on_paper(unit, one)
        return waiting(day, worker)


def sheet(actor: Actor, service_id: int) -> PaperOrder:
    """One order to be printed now; that it was is noted."""
    permissions.reading(actor, Action.PRINT_ORDER)
    with noting(actor) as unit:
        put_on_paper(unit, service_id)
        [found] = papers([service_id])
        return replace(found, defined=_defined(found))


def printed(day: dt.date) -> list[PaperOrder]:
    """What was printed of the orders of a day: who goes first by name, what is still out before what is back."""
    found = query.ids(
        "SELECT DISTINCT s.id FROM living_help_service s JOIN living_printed_code c ON c.help_service_id = s.id"
        " WHERE s.service_on BETWEEN ? AND ?"
        " AND ? = CASE WHEN s.planned_at = '' THEN s.service_on ELSE substr(s.planned_at, 1, 10) END",
        [(day - _LATE).isoformat(), (day + _LATE).isoformat(), day.isoformat()],
    )
    rows = sorted(papers(found), key=lambda row: (not row.out, row.order.worker))
    return [_at(place, row) for place, row in enumerate(rows, 1)]


def out_before(day: dt.date) -> dict[dt.date, int]:
    """How many orders that were printed are still out of each earlier day, the first day first."""
    found = query.fetch(
        "SELECT s.service_on, count(DISTINCT s.id) FROM living_help_service s"
        " JOIN living_printed_code c ON c.help_service_id = s.id"
        f" WHERE s.service_on < ? AND s.state IN ({query.marks(OPEN_ORDERS)}) GROUP BY s.service_on ORDER BY 1",
        [day.isoformat(), *OPEN_ORDERS],
    )
    return {dt.date.fromisoformat(str(one)): int(count) for one, count in found}


def find(scanned: str) -> PaperOrder:
    """The order of a scanned code.

    BadCode for digits that are no whole code, OtherCode for a code of another kind, UnknownCode for one of no order
    here, NotFound for one that is void.
    """
    try:
        code = Code.parse(scanned)
    except ValueError as error:
        raise BadCode(scanned) from error
    if code.kind is not CodeKind.SERVICE_ORDER:
        raise printed_codes.other(code.digits, CodeWanted.ORDER)
    found = papers([printed_codes.find(code.digits).row_id])
    if not found:
        raise NotFound(Thing.HELP_SERVICE, code.digits)
    return found[0]


def papers(ids: Iterable[int]) -> list[PaperOrder]:
    """Orders as rows of paper, in walking order: urgent help first, what is done at the centre last."""
    found = orders.rows([*ids])
    people = query.fetch_as(_Facts, _FACTS, [query.listed(row.resident_id for row in found)])
    facts, doors = {one.id: one for one in people}, walking.doors(one.id for one in people)
    given = query.fetch(_CODES, [int(CodeKind.SERVICE_ORDER), query.listed(row.id for row in found)])
    codes: dict[int, str] = {one: digits for one, digits in given}
    ordered = sorted(found, key=lambda row: _walk(row, doors))
    return [
        _paper(place, row, facts[row.resident_id], doors[row.resident_id].place, codes.get(row.id, ""))
        for place, row in enumerate(ordered, 1)
    ]


def put_on_paper(unit: Unit, service_id: int) -> None:
    """Give an order its code, and note within the unit that it was printed."""
    row = unit.living(HelpService, service_id)
    printed_codes.give(unit, CodeKind.SERVICE_ORDER, row.id)
    unit.note(row, LogAction.PRINT)


class _Facts(NamedTuple):
    id: int
    sex: str
    born_on: dt.date | None
    phone: str
    id_number: str
    allergies: str
    diet: str


_FACTS = f"SELECT id, sex, born_on, phone, id_number, allergies, diet FROM living_resident WHERE id IN {query.LISTED}"
_CODES = (
    "SELECT help_service_id, digits FROM living_printed_code WHERE kind = ? AND replaced_at IS NULL"
    f" AND help_service_id IN {query.LISTED} ORDER BY id"
)


def _paper(place: int, row: ServiceRow, about: _Facts, door: str, code: str) -> PaperOrder:
    minds = "、".join(one.strip() for one in (about.allergies, about.diet) if one.strip())
    return PaperOrder(
        position=place,
        code=code,
        resident_id=row.resident_id,
        name=row.name,
        sex=about.sex,
        age=age_on(about.born_on, clock.today()) if about.born_on else None,
        community=row.community,
        place=door,
        phone=about.phone,
        order=row,
        id_number=masked(about.id_number) if about.id_number else "",
        minds=minds if row.type == ServiceType.MEALS else "",
    )


def _defined(row: PaperOrder) -> str:
    known = definitions.in_force(row.planned_on)
    found = known.get((row.order.type, row.order.item)) or known.get((row.order.type, ""))
    return found.text if found is not None else ""


def _of_workers(day: dt.date, rows: Sequence[PaperOrder], worker: str | None) -> list[DayList]:
    known, found = resolver(NamedList.PERSON), defaultdict(list)
    for row in rows:
        # Two go together: the order stands on the list of each, under one code.
        for who in names.persons(row.order.worker, known, day) or ("",):
            found[who].append(row)
    wanted = sorted(found) if worker is None else [known.shown(worker.strip(), day)]
    wanted.sort(key=lambda name: (not name, name))
    return [
        DayList(day, who, tuple(_at(place, row) for place, row in enumerate(found[who], 1)))
        for who in wanted
        if found.get(who)
    ]


def _at(place: int, row: PaperOrder) -> PaperOrder:
    return replace(row, position=place)


def _walk(row: ServiceRow, doors: dict[int, walking.Door]) -> tuple[object, ...]:
    centre = row.place == ServicePlace.CENTRE
    return row.type != ServiceType.EMERGENCY, centre, doors[row.resident_id].key, row.started, row.id

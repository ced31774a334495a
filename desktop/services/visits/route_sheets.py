"""Route sheets: whom to visit on a walk, a printed code for each row, and rows that come back as visits.

The day of the visit may lie back inside an open month; when it was typed stays in the visit's ``created_at``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.core import clock
from desktop.core.codes import Code, CodeKind
from desktop.core.errors import AlreadyRecorded, BadCode, NotFound, NothingToDo, UnknownCode
from desktop.core.period import Month, age_on
from desktop.core.trade import Thing, VisitContact, VisitMethod, VisitOutcome
from desktop.core.words import terms
from desktop.models import query
from desktop.models.resident import Resident
from desktop.models.visit import RouteRow, RouteSheet
from desktop.services.register import printed_codes
from desktop.services.register.listing import flags_today
from desktop.services.register.snapshot import as_date
from desktop.services.visits import recording as visits
from desktop.services.visits import walking
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


@dataclass(frozen=True)
class SheetRow:
    """One row of a sheet; ``visit_id`` is the visit that it became."""

    id: int
    sheet_id: int
    position: int
    code: str
    resident_id: int
    name: str
    sex: str
    age: int | None
    community: str
    place: str
    phone: str
    flags: tuple[str, ...]
    visit_id: int | None


@dataclass(frozen=True)
class Sheet:
    """A route sheet in walking order."""

    id: int
    day: dt.date
    visitor: str
    round_id: int | None
    rows: tuple[SheetRow, ...]

    @property
    def month(self) -> Month:
        """The month that the walk is for."""
        return Month.of(self.day)

    @property
    def recorded(self) -> int:
        """How many rows came back."""
        return sum(row.visit_id is not None for row in self.rows)


@dataclass
class RowEntry:
    """What a row on paper says. ``every_block`` stands for the blocks that ``blocks`` does not name."""

    outcome: str = VisitOutcome.REACHED
    every_block: str = ""
    blocks: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    day: str | dt.date = ""
    at: str = ""
    visitors: str = ""
    remark: str = ""


def make_sheet(
    actor: Actor, resident_ids: Iterable[int], visitor: str, day: str | dt.date, round_id: int | None = None
) -> Sheet:
    """Keep a sheet for printing, its rows in walking order with a code each."""
    checks = Checks()
    walked_on = checks.day("day", day, required=True, future=True)
    name = checks.text("visitor", visitor, longest=60)
    checks.raise_if_any()
    assert walked_on is not None
    with writing(actor) as unit:
        people = _in_walking_order(resident_ids)
        if not people:
            raise NothingToDo(Thing.RESIDENT)
        sheet_row = unit.add(RouteSheet(day=walked_on, visitor=name, round_id=round_id))
        for position, person in enumerate(people, 1):
            code = printed_codes.next_code(unit, CodeKind.ROSTER_ROW)
            row = RouteRow(sheet=sheet_row, position=position, serial=code.serial, digits=code.digits)
            row.resident = Resident(id=person)
            unit.add(row)
        sheet_id = int(sheet_row.id)
    return sheet(sheet_id)


def sheet(sheet_id: int) -> Sheet:
    """A sheet with its rows as they stand now."""
    row = query.fetch_one("SELECT id, day, visitor, round_id FROM living_route_sheet WHERE id = ?", [sheet_id])
    if row is None:
        raise NotFound(Thing.ROUTE_SHEET, str(sheet_id))
    return Sheet(*(*query.dated(row, 1), tuple(_rows("w.sheet_id = ?", sheet_id))))


def sheets(month: Month) -> list[Sheet]:
    """The sheets of a month, the newest first."""
    found = query.ids(
        "SELECT id FROM living_route_sheet WHERE day BETWEEN ? AND ? ORDER BY day DESC, id DESC",
        [month.first.isoformat(), month.last.isoformat()],
    )
    return [sheet(one) for one in found]


def void(actor: Actor, sheet_id: int, reason: str) -> None:
    """作废: the sheet was not walked; its codes find nothing any more."""
    with writing(actor) as unit:
        unit.void(unit.living(RouteSheet, sheet_id), reason)


def find_row(scanned: str) -> SheetRow:
    """The row of a scanned code; BadCode for digits that are no whole code, UnknownCode for one of no sheet here."""
    try:
        code = Code.parse(scanned)
    except ValueError as error:
        raise BadCode(scanned) from error
    found = _rows("w.digits = ?", code.digits)
    if not found:
        raise UnknownCode(code.digits)
    return found[0]


def draft_for(row: SheetRow, entry: RowEntry) -> VisitDraft:
    """The visit that a row becomes: at home, on the day and by the visitor of the sheet unless the paper says else."""
    owner = sheet(row.sheet_id)
    blocks = {block: entry.blocks.get(block, entry.every_block) for block in terms.VISIT_BLOCKS}
    reached = entry.outcome == VisitOutcome.REACHED
    return VisitDraft(
        resident_id=row.resident_id,
        visited_on=entry.day or owner.day,
        visited_at=entry.at,
        method=VisitMethod.HOME,
        visitors=entry.visitors or owner.visitor,
        outcome=entry.outcome,
        contact=VisitContact.SEEN if reached else "",
        blocks={block: state for block, state in blocks.items() if state} if reached else {},
        words=dict(entry.words),
        needs=entry.needs if reached else (),
        remark=entry.remark,
    )


def record_row(actor: Actor, scanned: str, entry: RowEntry) -> int:
    """Record what a row says as a visit; a row that is recorded already is refused. The visit's id."""
    with writing(actor) as unit:
        row = find_row(scanned)
        if row.visit_id is not None:
            raise AlreadyRecorded(Thing.VISIT, row.name)
        visit = visits.store(unit, draft_for(row, entry))
        unit.change(unit.living(RouteRow, row.id), {"visit_id": visit.id})
        return int(visit.id)


def _in_walking_order(resident_ids: Iterable[int]) -> list[int]:
    wanted = dict.fromkeys(resident_ids)
    doors = walking.doors(wanted)
    unknown = [one for one in wanted if one not in doors]
    if unknown:
        raise NotFound(Thing.RESIDENT, str(unknown[0]))
    return sorted(wanted, key=lambda one: (doors[one].key, one))


def _rows(condition: str, value: object) -> list[SheetRow]:
    # A visit that was voided leaves its row to be recorded again.
    found = query.fetch(
        "SELECT w.id, w.sheet_id, w.position, w.digits, w.resident_id, r.name, r.sex, r.born_on, r.community,"
        " r.phone, v.id FROM living_route_row w JOIN resident r ON r.id = w.resident_id"
        " JOIN living_route_sheet s ON s.id = w.sheet_id"
        " LEFT JOIN living_visit v ON v.id = w.visit_id"
        f" WHERE {condition} ORDER BY w.position",
        [value],
    )
    people, today = [row[4] for row in found], clock.today()
    doors, flags = walking.doors(people), flags_today(people, today)
    rows = []
    for one, sheet_id, position, digits, person, name, sex, born, community, phone, visit_id in found:
        birth, place = as_date(born), doors[person].place if person in doors else ""
        age = age_on(birth, today) if birth else None
        who = (person, name, sex, age, community, place, phone, flags.get(person, ()))
        rows.append(SheetRow(one, sheet_id, position, digits, *who, visit_id))
    return rows

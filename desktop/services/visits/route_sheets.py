"""Route sheets: whom to visit on a walk, a printed code for each row, and rows that come back as visits.

The day of the visit may lie back inside an open month; when it was typed stays in the visit's ``created_at``.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.codes import Code, CodeKind
from desktop.core.errors import AlreadyRecorded, BadCode, InvalidDraft, NotFound, NothingToDo, OtherList, UnknownCode
from desktop.core.period import Month, age_on
from desktop.core.reasons import CodeWanted
from desktop.core.routes import SheetKind
from desktop.core.trade import BlockState, VisitContact, VisitMethod, VisitOutcome
from desktop.core.words import terms
from desktop.models import query
from desktop.models.resident import Resident
from desktop.models.visit import RouteRow, RouteSheet
from desktop.services.register import places, printed_codes, walking
from desktop.services.register.listing import flags_today
from desktop.services.register.walking import OnWalk
from desktop.services.visits import recording as visits
from desktop.services.visits.answered import unanswered
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing


@dataclass(frozen=True)
class SheetRow(OnWalk):
    """One row of a sheet; ``visit_id`` is the visit that it became, ``outcome`` what became of a delivery."""

    id: int
    sheet_id: int
    flags: tuple[str, ...]
    visit_id: int | None
    outcome: str = ""
    words: str = ""

    @property
    def back(self) -> bool:
        """Whether it came back from its walk."""
        return self.visit_id is not None or bool(self.outcome)


@dataclass(frozen=True)
class Sheet:
    """A route sheet in walking order; of a delivery with its ``meal``."""

    id: int
    day: dt.date
    visitor: str
    round_id: int | None
    kind: str = SheetKind.VISIT
    meal: str = ""
    rows: tuple[SheetRow, ...] = ()

    @property
    def month(self) -> Month:
        """The month that the walk is for."""
        return Month.of(self.day)

    @property
    def recorded(self) -> int:
        """How many rows came back."""
        return sum(row.back for row in self.rows)


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
    with writing(actor, Action.MAKE_SHEET) as unit:
        sheet_id = keep(unit, RouteSheet(day=walked_on, visitor=name, round_id=round_id), resident_ids)
    return sheet(sheet_id)


def keep(unit: Unit, made: RouteSheet, resident_ids: Iterable[int]) -> int:
    """Keep a list within a unit, its rows in walking order with a code each; the id."""
    people = _in_walking_order(resident_ids)
    if not people:
        raise NothingToDo(Thing.RESIDENT)
    unit.add(made)
    for position, person in enumerate(people, 1):
        code = printed_codes.next_code(unit, CodeKind.ROSTER_ROW)
        row = RouteRow(sheet=made, position=position, serial=code.serial, digits=code.digits)
        row.resident = Resident(id=person)
        unit.add(row)
    return int(made.id)


def sheet(sheet_id: int) -> Sheet:
    """A sheet with its rows as they stand now."""
    found = query.fetch_as(Sheet, f"{_SHEETS} WHERE id = ?", [sheet_id])
    if not found:
        raise NotFound(Thing.ROUTE_SHEET, str(sheet_id))
    return _with_rows(found)[0]


def sheets(within: Iterable[dt.date], kind: SheetKind = SheetKind.VISIT) -> list[Sheet]:
    """The sheets of a kind of some days or a month, the newest first."""
    days = sorted(within)
    asked = [str(kind), days[0].isoformat(), days[-1].isoformat()]
    found = query.fetch_as(Sheet, f"{_SHEETS} WHERE kind = ? AND day BETWEEN ? AND ? ORDER BY day DESC, id DESC", asked)
    return _with_rows(found)


_SHEETS = "SELECT id, day, visitor, round_id, kind, meal FROM living_route_sheet"


def _with_rows(found: list[Sheet]) -> list[Sheet]:
    rows = _rows(f"w.sheet_id IN {query.LISTED}", query.listed(one.id for one in found))
    of_sheet: defaultdict[int, list[SheetRow]] = defaultdict(list)
    for row in rows:
        of_sheet[row.sheet_id].append(row)
    return [replace(one, rows=tuple(of_sheet[one.id])) for one in found]


def void(actor: Actor, sheet_id: int, reason: str) -> None:
    """作废: the sheet was not walked; its codes find nothing any more."""
    with writing(actor, Action.VOID_SHEET) as unit:
        unit.void(unit.living(RouteSheet, sheet_id), reason)


def find_row(scanned: str, kind: SheetKind = SheetKind.VISIT) -> SheetRow:
    """The row of a scanned code.

    BadCode for digits that are no whole code, OtherCode for a code of another kind,
    UnknownCode for one of no sheet here, OtherList for one of a sheet that is walked for something else.
    """
    try:
        code = Code.parse(scanned)
    except ValueError as error:
        raise BadCode(scanned) from error
    if code.kind is not CodeKind.ROSTER_ROW:
        raise printed_codes.other(code.digits, CodeWanted.ROUTE_ROW)
    found = _rows("w.digits = ?", code.digits)
    if not found:
        raise UnknownCode(code.digits)
    if sheet(found[0].sheet_id).kind != kind:
        raise OtherList(found[0].name)
    return found[0]


def kind_of(digits: str) -> str:
    """What the list of a row's code is walked for; ``""`` where no list here bears it."""
    found = _rows("w.digits = ?", digits)
    return sheet(found[0].sheet_id).kind if found else ""


def row(row_id: int) -> SheetRow:
    """A row as it stands now; NotFound where its sheet is void."""
    found = _rows("w.id = ?", row_id)
    if not found:
        raise NotFound(Thing.ROUTE_ROW, str(row_id))
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
        risk=entry.remark if reached and BlockState.RISK in blocks.values() else "",
    )


def record_row(actor: Actor, scanned: str, entry: RowEntry) -> int:
    """Record what a row says as a visit; a row that is recorded already is refused. The visit's id."""
    with writing(actor, Action.RECORD_VISIT) as unit:
        row = find_row(scanned)
        if row.visit_id is not None:
            raise AlreadyRecorded(Thing.VISIT, row.name)
        draft = draft_for(row, entry)
        _needs_words(draft)
        visit = visits.store(unit, draft)
        unit.change(unit.living(RouteRow, row.id), {"visit_id": visit.id})
        return int(visit.id)


def _needs_words(draft: VisitDraft) -> None:
    # A row of paper has one line of words for all of its blocks; a sheet says of the rest that it is normal.
    said = {block: draft.words.get(block) or draft.remark for block in draft.blocks}
    errors = unanswered(replace(draft, words=said))
    if errors:
        raise InvalidDraft(errors)


def _in_walking_order(resident_ids: Iterable[int]) -> list[int]:
    wanted = dict.fromkeys(resident_ids)
    doors = walking.doors(wanted)
    unknown = [one for one in wanted if one not in doors]
    if unknown:
        raise NotFound(Thing.RESIDENT, str(unknown[0]))
    return sorted(wanted, key=lambda one: (doors[one].key, one))


class _Facts(NamedTuple):
    id: int
    sheet_id: int
    position: int
    code: str
    resident_id: int
    name: str
    sex: str
    born_on: dt.date | None
    community: str
    phone: str
    visit_id: int | None
    outcome: str
    words: str


def _rows(condition: str, value: object) -> list[SheetRow]:
    # A visit or a meal that was voided leaves its row to be recorded again.
    found = query.fetch_as(
        _Facts,
        "SELECT w.id, w.sheet_id, w.position, w.digits, w.resident_id, r.name, r.sex, r.born_on, r.community,"
        " r.phone, v.id, CASE WHEN w.meal_id IS NULL OR m.id IS NOT NULL THEN w.outcome ELSE '' END, w.words"
        " FROM living_route_row w JOIN resident r ON r.id = w.resident_id"
        " JOIN living_route_sheet s ON s.id = w.sheet_id"
        " LEFT JOIN living_visit v ON v.id = w.visit_id LEFT JOIN living_meal m ON m.id = w.meal_id"
        f" WHERE {condition} ORDER BY w.position",
        [value],
    )
    people, today = [row.resident_id for row in found], clock.today()
    doors, flags = walking.doors(people), flags_today(people, today)
    made = [
        SheetRow(
            id=row.id,
            sheet_id=row.sheet_id,
            position=row.position,
            code=row.code,
            resident_id=row.resident_id,
            name=row.name,
            sex=row.sex,
            age=age_on(row.born_on, today) if row.born_on else None,
            community=row.community,
            place=doors[row.resident_id].place if row.resident_id in doors else "",
            phone=row.phone,
            flags=flags.get(row.resident_id, ()),
            visit_id=row.visit_id,
            outcome=row.outcome,
            words=row.words,
        )
        for row in found
    ]
    return places.named(made)

"""Codes on cards and labels: given once, kept for ever (handbook section 3)."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.codes import Code, CodeKind, fold, serials
from desktop.core.errors import BadCode, FieldError, InvalidDraft, OtherCode, UnknownCode
from desktop.core.period import Month
from desktop.core.reasons import CodeWanted, Reason
from desktop.models import query
from desktop.models.month import ReportCode
from desktop.models.resident import PrintedCode
from desktop.services.centre.centres import centre, setting, store_setting
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

_COLUMNS = {
    CodeKind.RESIDENT: "resident_id",
    CodeKind.BED: "bed_id",
    CodeKind.SERVICE_ORDER: "help_service_id",
}
# More than anybody prints between two backups; a station has ten millions.
_BEHIND, _ROOM = "codes_behind", 100_000
# Codes that stand in tables of their own; all others are printed_code.
_OWN_TABLES = {CodeKind.ROSTER_ROW: "route_row", CodeKind.REPORT: "report_code"}


# Whom or what a code is of, for people: a name, a place, a month.
_OF = {
    CodeKind.RESIDENT: "SELECT r.name FROM living_printed_code c JOIN resident r ON r.id = c.resident_id"
    " WHERE c.digits = ?",
    CodeKind.BED: "SELECT b.building, b.room || '-' || b.number FROM living_printed_code c"
    " JOIN bed b ON b.id = c.bed_id WHERE c.digits = ?",
    CodeKind.ROSTER_ROW: "SELECT r.name FROM living_route_row w JOIN resident r ON r.id = w.resident_id"
    " WHERE w.digits = ?",
    CodeKind.SERVICE_ORDER: "SELECT r.name FROM living_printed_code c"
    " JOIN living_help_service s ON s.id = c.help_service_id JOIN resident r ON r.id = s.resident_id"
    " WHERE c.digits = ?",
    CodeKind.REPORT: "SELECT month FROM living_report_code WHERE digits = ?",
}


@dataclass(frozen=True)
class Found:
    """The row that a scanned code stands for; an alias finds the same row as the code that replaced it.

    Of a report and a ledger row it is the row of the code itself.
    """

    kind: CodeKind
    row_id: int


class Replaced(NamedTuple):
    """Since when a code is an alias, and the code that stands now."""

    on: dt.date
    by: str


class ReportPaper(NamedTuple):
    """What a printed report is."""

    month: Month
    report: str
    version: int


def code_of(kind: CodeKind, row_id: int) -> str:
    """The current 17 digits of a resident, bed or service order; ``""`` when none was given yet."""
    row = query.fetch_one(
        f"SELECT digits FROM living_printed_code WHERE {_COLUMNS[kind]} = ? AND kind = ? AND replaced_at IS NULL"
        " ORDER BY id DESC",
        [row_id, int(kind)],
    )
    return str(row[0]) if row else ""


def give(unit: Unit, kind: CodeKind, row_id: int) -> str:
    """The current code of a row, made now when it has none."""
    return code_of(kind, row_id) or _make(unit, kind, row_id)


def replace(actor: Actor, kind: CodeKind, row_id: int, reason: str) -> str:
    """Give a new code (a card was lost); the old one stays as an alias."""
    if not reason.strip():
        raise InvalidDraft([FieldError("reason", Reason.REQUIRED)])
    with writing(actor, Action.REPLACE_CODE, reason) as unit:
        for old in PrintedCode.select().where(
            getattr(PrintedCode, _COLUMNS[kind]) == row_id, PrintedCode.replaced_at.is_null()
        ):
            unit.change(old, {"replaced_at": clock.timestamp()})
        return _make(unit, kind, row_id)


def replace_scanned(actor: Actor, scanned: str, reason: str) -> str:
    """A new code for whatever a code is of; OtherCode for one of a paper, which is printed anew instead."""
    found = find(scanned)
    if found.kind not in _COLUMNS:
        raise other(scanned, CodeWanted.CARD)
    return replace(actor, found.kind, found.row_id, reason)


def replaced(scanned: str) -> Replaced | None:
    """Whether a card, label or service paper bears a code that was replaced since; None for the code that stands."""
    row = query.fetch_one(
        "SELECT c.replaced_at, (SELECT n.digits FROM living_printed_code n WHERE n.kind = c.kind"
        " AND n.replaced_at IS NULL AND (n.resident_id = c.resident_id OR n.bed_id = c.bed_id"
        " OR n.help_service_id = c.help_service_id) ORDER BY n.id DESC LIMIT 1)"
        " FROM living_printed_code c WHERE c.digits = ? AND c.replaced_at IS NOT NULL",
        [fold(scanned)],
    )
    return None if row is None else Replaced(dt.date.fromisoformat(row[0][:10]), row[1] or "")


def of_what(scanned: str) -> tuple[CodeKind, str]:
    """What kind of code it is, and whose or what it is of, for people; BadCode and UnknownCode as for ``find``."""
    kind = find(scanned).kind
    return kind, _named(kind, fold(scanned))


def find(scanned: str) -> Found:
    """What a scan stands for; BadCode for digits that are no whole code, UnknownCode for one not of this centre."""
    try:
        code = Code.parse(scanned)
    except ValueError as error:
        raise BadCode(scanned) from error
    row = query.fetch_one(_of_kind(code.kind), [code.digits])
    if row is None:
        raise UnknownCode(code.digits)
    return Found(code.kind, row[0])


def other(scanned: str, wanted: CodeWanted) -> OtherCode:
    """The error for a code of another kind than is wanted; of a code that is not of this centre, only its kind.

    BadCode for digits that are no whole code.
    """
    try:
        code = Code.parse(scanned)
    except ValueError as error:
        raise BadCode(scanned) from error
    return OtherCode(code.kind, _named(code.kind, code.digits), wanted)


def next_code(unit: Unit, kind: CodeKind) -> Code:
    """The next code of a kind that the unit's station gives; it is taken once a row of the unit bears it."""
    span = serials(unit.actor.station)
    table = _OWN_TABLES.get(kind, "printed_code")
    of_kind, values = ("", []) if kind in _OWN_TABLES else (" AND kind = ?", [int(kind)])
    last = query.count(
        f"SELECT max(serial) FROM {table} WHERE serial BETWEEN ? AND ?{of_kind}", [span.start, span.stop - 1, *values]
    )
    last = max(last, _behind().get(str(int(kind)), 0))
    # Beyond the last number of a station the next one's begin: a range knows where it ends.
    return Code(kind, centre().number, span[max(last + 1, span.start) - span.start])


def go_behind(unit: Unit) -> None:
    """Leave room for the codes that a restored store does not know of: what was printed names nobody else, ever."""
    span = serials(unit.actor.station)
    behind = {}
    for kind in CodeKind:
        last = next_code(unit, kind).serial - 1
        behind[str(int(kind))] = min(last + _ROOM, span.stop - 2)
    store_setting(unit, _BEHIND, json.dumps(behind))


def _behind() -> dict[str, int]:
    found: dict[str, int] = json.loads(setting(_BEHIND, "{}"))
    return found


def give_report(unit: Unit, month: Month, report: str, version: int) -> str:
    """The code of a report's version, made now when it has none; for ever the same."""
    row = query.fetch_one(
        "SELECT digits FROM living_report_code WHERE month = ? AND report = ? AND version = ?",
        [str(month), report, version],
    )
    if row is not None:
        return str(row[0])
    code = next_code(unit, CodeKind.REPORT)
    made = ReportCode(digits=code.digits, serial=code.serial, month=str(month), report=report, version=version)
    return unit.add(made).digits


def report_of(scanned: str) -> ReportPaper:
    """Which report in which version a paper is; BadCode and UnknownCode as for ``find``."""
    found = find(scanned)
    row = query.fetch_one(
        "SELECT month, report, version FROM living_report_code WHERE id = ? AND digits = ?",
        [found.row_id, fold(scanned)],
    )
    if row is None:
        raise UnknownCode(fold(scanned))
    return ReportPaper(Month.parse(row[0]), *row[1:])


def _named(kind: CodeKind, digits: str) -> str:
    row = query.fetch_one(_OF[kind], [digits]) if kind in _OF else None
    return " ".join(str(part) for part in row or () if part)


def _of_kind(kind: CodeKind) -> str:
    if kind in _COLUMNS:
        return f"SELECT {_COLUMNS[kind]} FROM living_printed_code WHERE digits = ?"
    return f"SELECT id FROM living_{_OWN_TABLES.get(kind, 'printed_code')} WHERE digits = ?"


def _make(unit: Unit, kind: CodeKind, row_id: int) -> str:
    code = next_code(unit, kind)
    digits, serial = code.digits, code.serial
    unit.add(PrintedCode(digits=digits, kind=int(kind), serial=serial, **{_COLUMNS[kind]: row_id}))
    return digits

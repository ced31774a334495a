"""Codes on cards and labels: given once, kept for ever (handbook section 3)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core import clock
from desktop.core.codes import Code, CodeKind
from desktop.core.errors import BadCode, UnknownCode
from desktop.models import query
from desktop.models.resident import PrintedCode
from desktop.services.centre.centres import centre
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

_COLUMNS = {CodeKind.RESIDENT: "resident_id", CodeKind.BED: "bed_id"}


@dataclass(frozen=True)
class Found:
    """The row that a scanned code stands for; an alias finds the same row as the code that replaced it."""

    kind: CodeKind
    row_id: int


def code_of(kind: CodeKind, row_id: int) -> str:
    """The current 17 digits of a resident or bed; ``""`` when none was given yet."""
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
    with writing(actor, reason) as unit:
        for old in PrintedCode.select().where(
            getattr(PrintedCode, _COLUMNS[kind]) == row_id, PrintedCode.replaced_at.is_null()
        ):
            unit.change(old, {"replaced_at": clock.timestamp()})
        return _make(unit, kind, row_id)


def find(scanned: str) -> Found:
    """What a scan stands for; BadCode for digits that are no whole code, UnknownCode for one not of this centre."""
    try:
        code = Code.parse(scanned)
    except ValueError as error:
        raise BadCode(scanned) from error
    row = query.fetch_one("SELECT kind, resident_id, bed_id FROM living_printed_code WHERE digits = ?", [code.digits])
    if row is None:
        raise UnknownCode(code.digits)
    return Found(CodeKind(row[0]), row[1] if row[0] == CodeKind.RESIDENT else row[2])


def _make(unit: Unit, kind: CodeKind, row_id: int) -> str:
    serial = query.count("SELECT max(serial) FROM printed_code WHERE kind = ?", [int(kind)]) + 1
    digits = Code(kind, centre().number, serial).digits
    unit.add(PrintedCode(digits=digits, kind=int(kind), serial=serial, **{_COLUMNS[kind]: row_id}))
    return digits

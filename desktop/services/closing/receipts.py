"""Receipts of the district, kept whole: a file counts as received by its receipt, and by nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.models import query
from desktop.models.month import Receipt, SyncExport
from desktop.models.tables import RECORDS
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing


@dataclass(frozen=True)
class ReceiptDraft:
    """A receipt that was proven: of which file, when the district took it, and its text."""

    file_sha256: str
    period: str
    sequence: int
    accepted_at: str
    district: str
    content: str


@dataclass(frozen=True)
class ReceiptRow(ReceiptDraft):
    """A kept receipt; ``file_name`` is empty for a file that is not known here."""

    id: int
    file_name: str


@dataclass(frozen=True)
class Mend:
    """A row of ours that the district cannot believe: its table and number, and whom it is about (None: nobody)."""

    table: str
    uid: str
    row_id: int | None
    resident_id: int | None
    name: str = ""


def require_may(actor: Actor) -> None:
    """Refuse whoever may not read in receipts."""
    permissions.reading(actor, Action.READ_RECEIPT)


def keep(actor: Actor, draft: ReceiptDraft) -> bool:
    """Keep a receipt and let its file be received; False for one that is kept already.

    One for a file that is not known here, of before a restored backup, is kept too.
    """
    with writing(actor, Action.READ_RECEIPT, "receipt") as unit:
        before = Receipt.get_or_none(Receipt.file_sha256 == draft.file_sha256, Receipt.voided_at.is_null())
        if before is not None and before.content == draft.content:
            return False
        if before is not None:
            _take_away(unit, before)
        unit.add(Receipt(**vars(draft)))
        file = _file_of(draft.file_sha256)
        if file is not None:
            unit.change(file, {"received_at": draft.accepted_at})
        return True


def listed() -> list[ReceiptRow]:
    """The kept receipts, that of the newest file first."""
    return query.fetch_as(
        ReceiptRow,
        "SELECT r.file_sha256, r.period, r.sequence, r.accepted_at, r.district, r.content, r.id,"
        " coalesce(e.file_name, '') FROM living_receipt r"
        " LEFT JOIN living_sync_export e ON e.sha256 = r.file_sha256 ORDER BY r.sequence DESC, r.id DESC",
    )


def of(file_sha256: str) -> ReceiptRow | None:
    """The receipt for a file."""
    return next((one for one in listed() if one.file_sha256 == file_sha256), None)


def mends(rows: Sequence[tuple[str, str]]) -> list[Mend]:
    """Rows by (table, uid) as they stand here; without a number those that are not here (any more)."""
    return [_mend(table, uid) for table, uid in rows]


def residents() -> dict[str, int]:
    """Everybody on record by uid."""
    return {str(uid): int(number) for uid, number in query.fetch("SELECT uid, id FROM living_resident")}


def _mend(table: str, uid: str) -> Mend:
    model = RECORDS.get(table)
    if model is None:
        return Mend(table, uid, None, None)
    about = "t.id" if table == "resident" else "t.resident_id" if "resident_id" in model._meta.columns else "NULL"
    row = query.fetch_one(
        f"SELECT t.id, r.id, coalesce(r.name, '') FROM living_{table} t LEFT JOIN living_resident r ON r.id = {about}"
        " WHERE t.uid = ?",
        [uid],
    )
    return Mend(table, uid, *(row or (None, None)))


def _take_away(unit: Unit, before: Receipt) -> None:
    file = _file_of(before.file_sha256)
    if file is not None and file.received_at:
        unit.change(file, {"received_at": ""})
    unit.void(before, "another receipt")


def _file_of(sha256: str) -> SyncExport | None:
    found: SyncExport | None = SyncExport.get_or_none(SyncExport.sha256 == sha256, SyncExport.voided_at.is_null())
    return found

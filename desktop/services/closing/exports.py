"""The chain of sync files: which number is next, which file came before, who may write one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.file_errors import FullExportDue
from desktop.models import query
from desktop.models.copies import SYNC_KNOWN
from desktop.models.database import database_path
from desktop.models.month import SyncExport
from desktop.services.centre import centres
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit

_FULL_DUE = "full_export_due"


@dataclass(frozen=True)
class Place:
    """A file's place in the chain; the first one follows nothing."""

    sequence: int
    previous_sha256: str


@dataclass(frozen=True)
class ExportRow:
    """A sync file as the list shows it: 已导出, and 已接收 once ``received_at`` is set."""

    id: int
    period: str
    sequence: int
    file_name: str
    sha256: str
    exported_at: str
    received_at: str


def require_may(actor: Actor, full: bool = False) -> None:
    """Refuse whoever may not carry full ID numbers out of the house; ``full``: everybody's at once."""
    permissions.reading(actor, Action.EXPORT_FULL if full else Action.EXPORT)


def require_no_full_due() -> None:
    """Refuse a monthly file when the district needs everything first."""
    if full_due():
        raise FullExportDue()


def full_due() -> bool:
    """Whether the next file must be a full one: what the district got after a restored backup is unknown here."""
    return centres.setting(_FULL_DUE) == "1"


def demand_full(unit: Unit) -> None:
    """Let the next file be a full one."""
    centres.store_setting(unit, _FULL_DUE, "1")


def next_place() -> Place:
    """Where the next file stands; ask within the unit that stores it."""
    row = query.fetch_one("SELECT sequence, sha256 FROM sync_export ORDER BY sequence DESC LIMIT 1")
    number, _, sha256 = centres.setting(SYNC_KNOWN, "0").partition(" ")
    last = max((int(number), sha256), (row[0], row[1]) if row else (0, ""))
    return Place(last[0] + 1, last[1])


def go_behind(unit: Unit, files: Iterable[tuple[int, str]]) -> None:
    """Never again number a file as one of these (number, SHA-256), which this store does not know."""
    last = max(files, default=(0, ""))
    if last[0] >= next_place().sequence:
        centres.store_setting(unit, SYNC_KNOWN, f"{last[0]} {last[1]}")


def store(unit: Unit, period: str, place: Place, file_name: str, sha256: str) -> None:
    """Remember a file that was written, read back and proven."""
    unit.add(
        SyncExport(
            period=period,
            sequence=place.sequence,
            file_name=file_name,
            sha256=sha256,
            previous_sha256=place.previous_sha256,
        )
    )
    if period == "full" and full_due():
        centres.store_setting(unit, _FULL_DUE, "")


def place_of_notes() -> Path:
    """Where it is noted which file waits for its name: beside the database."""
    return database_path().parent


def remembered(sequence: int, sha256: str) -> bool:
    """Whether the number belongs to the file of this hash."""
    return bool(query.count("SELECT count(*) FROM sync_export WHERE sequence = ? AND sha256 = ?", [sequence, sha256]))


def of_hash(sha256: str) -> ExportRow | None:
    """The file of this hash, if this centre wrote it."""
    return next((one for one in listed() if one.sha256 == sha256), None)


def last_exported_on() -> dt.date | None:
    """The day of the last file; None before the first."""
    row = query.fetch_one("SELECT created_at FROM sync_export ORDER BY sequence DESC LIMIT 1")
    return dt.datetime.fromisoformat(row[0]).date() if row else None


def listed() -> list[ExportRow]:
    """All sync files of this centre, the newest first."""
    return query.fetch_as(
        ExportRow,
        "SELECT id, period, sequence, file_name, sha256, created_at, received_at FROM living_sync_export"
        " ORDER BY sequence DESC",
    )

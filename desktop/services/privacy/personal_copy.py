"""A copy of everything that is on record about one person, for that person: rows, files, and who saw what of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import ReasonNeeded
from desktop.core.paths import DataFolder
from desktop.core.sealing import Branch
from desktop.models import query, vault
from desktop.models.database import database_path
from desktop.models.resident import Resident
from desktop.models.tables import RECORDS
from desktop.services.privacy import belonging, contract_papers
from desktop.services.residents import photos
from desktop.services.writing.actor import Actor
from desktop.services.writing.chain import references
from desktop.services.writing.journal import writing

# What a look or a way out leaves in the log.
SEEN = (LogAction.SHOW_ID, LogAction.PRINT, LogAction.COPY)
_STAMPS = frozenset({"id", "created_station", "station", "counter", "epoch", "name_key", "name_sort"})
# What another row is called, where one refers to it that is nobody's.
_NAMED: Mapping[str, str] = {
    "bed": "trim(building || ' ' || floor || ' ' || room || '-' || number)",
    "dish": "name",
    "extra_round": "name",
    "route_sheet": "day || ' ' || visitor",
    "staff": "name",
    "training": "day || ' ' || title",
}


@dataclass(frozen=True)
class CopiedFile:
    """A file about the person: what it belongs to, its name in the copy, and its content (None: it is gone)."""

    table: str
    uid: str
    name: str
    content: bytes | None


@dataclass(frozen=True)
class PersonalCopy:
    """Everything about one person; ``records`` are rows by table, with the names of their columns."""

    name: str
    made_at: str
    made_by: str
    given_for: str
    records: dict[str, list[dict[str, Any]]]
    files: tuple[CopiedFile, ...]
    log: list[dict[str, Any]]
    exports: list[dict[str, Any]] = field(default_factory=list)

    @property
    def seen(self) -> list[dict[str, Any]]:
        """Who looked at the whole number, printed or copied something of it, the oldest first."""
        return [one for one in self.log if one["action"] in SEEN]


def make(actor: Actor, resident_id: int, given_for: str) -> PersonalCopy:
    """Read everything about somebody and note that it went out, and for what; the ID number stands there whole."""
    if not given_for.strip():
        raise ReasonNeeded("personal_copy")
    with writing(actor, Action.PERSONAL_COPY, given_for.strip()) as unit:
        row = Resident.get_or_none(Resident.id == resident_id)
        row = row if row is not None else unit.living(Resident, resident_id)
        unit.note(row, LogAction.COPY)
        ids = belonging.rows(resident_id)
        return PersonalCopy(
            row.name,
            clock.timestamp(),
            actor.name,
            given_for.strip(),
            {table: _rows(table, of_table) for table, of_table in ids.items()},
            tuple(_files(ids)),
            _log(ids),
            _exports(row.created_at),
        )


def to_json(copy: PersonalCopy) -> bytes:
    """The copy as JSON: what a machine can read."""
    shape = {
        "name": copy.name,
        "made_at": copy.made_at,
        "made_by": copy.made_by,
        "given_for": copy.given_for,
        "records": copy.records,
        "files": [
            {"table": one.table, "uid": one.uid, "file": one.name, "there": one.content is not None}
            for one in copy.files
        ],
        "seen": copy.seen,
        "exports": copy.exports,
        "log": copy.log,
    }
    return json.dumps(shape, ensure_ascii=False, indent=1).encode()


def _rows(table: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    model, points = RECORDS[table], references(table)
    names = [one.column_name for one in model._meta.sorted_fields if one.column_name not in _STAMPS]
    listed = ", ".join(f'"{name}"' for name in names)
    # Void rows are on record too, and say so.
    found = query.fetch(
        f"SELECT {listed} FROM {table} WHERE id IN {query.LISTED} ORDER BY created_at, id", [query.listed(ids)]
    )
    return [_row(dict(zip(names, values, strict=True)), points) for values in found]


def _row(values: dict[str, Any], points: Mapping[str, str]) -> dict[str, Any]:
    for column, table in points.items():
        if values.get(column) is not None:
            values[column] = _called(table, values[column])
    return values


def _called(table: str, row_id: int) -> str:
    # Another person stays a uid.
    words = _NAMED.get(table, "uid")
    return query.text(f"SELECT {words} FROM {table} WHERE id = ?", [row_id])


def _files(ids: Mapping[str, Sequence[int]]) -> Iterator[CopiedFile]:
    for one in ids.get(Thing.RESIDENT, ()):
        path = photos.photo_of(one)
        if path is not None:
            yield CopiedFile(
                Thing.RESIDENT, _uid(Thing.RESIDENT, one), f"photo-{path.name[-20:]}", _content(path, Branch.PHOTOS)
            )
    root = DataFolder(database_path().parent)
    kept = query.fetch(
        f"SELECT uid, path FROM attachment WHERE id IN {query.LISTED} ORDER BY id",
        [query.listed(ids.get(Thing.ATTACHMENT, ()))],
    )
    for uid, name in kept:
        yield CopiedFile(
            Thing.ATTACHMENT, uid, f"scan-{Path(name).name}", _content(root.attachments / name, Branch.ATTACHMENTS)
        )
    for thing, uid, name in contract_papers.ever(ids):
        yield CopiedFile(thing, uid, f"contract-{name}", _content(root.certificates / name, Branch.CERTIFICATES))


def _content(path: Path, branch: Branch) -> bytes | None:
    # Opened where the store is sealed: whoever gets the copy has no key.
    return vault.readable(path, branch)


def _uid(table: str, row_id: int) -> str:
    return query.text(f"SELECT uid FROM {table} WHERE id = ?", [row_id])


def _log(ids: Mapping[str, Sequence[int]]) -> list[dict[str, Any]]:
    names = ("id", "at", "who", "action", "table", "uid", "reason", "before", "after")
    found = [
        dict(zip(names, row, strict=True))
        for table, of_table in ids.items()
        for row in query.fetch(
            "SELECT id, at, staff_name, action, table_name, row_uid, reason, before, after FROM change_log"
            f" WHERE table_name = ? AND row_id IN {query.LISTED}",
            [table, query.listed(of_table)],
        )
    ]
    for one in found:
        one["before"], one["after"] = (json.loads(one[side]) if one[side] else None for side in ("before", "after"))
    return [{name: one[name] for name in names[1:]} for one in sorted(found, key=lambda one: one["id"])]


def _exports(since: str) -> list[dict[str, Any]]:
    """The files for the district that were written since somebody is on record: each may speak of them."""
    rows = query.fetch(
        "SELECT created_at, period, file_name FROM living_sync_export WHERE created_at >= ? ORDER BY id", [since]
    )
    return [{"at": at, "period": period, "file": name} for at, period, name in rows]

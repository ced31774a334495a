"""Photographs and scans of signed paper: copied into the data folder under names that say nothing of anybody."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import NotFound
from desktop.core.file_errors import Unreadable
from desktop.core.paths import DataFolder
from desktop.core.reasons import FileReason
from desktop.core.scans import read_scan
from desktop.core.sealing import Branch
from desktop.core.storage_errors import FileMissing
from desktop.models import query, vault
from desktop.models.database import database_path
from desktop.models.visit import Attachment
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import living, writing

KINDS = ("jpg", "png", "pdf")
OWNERS = ("sheet", "visit", "round")
_TABLES = {"sheet": "route_sheet", "visit": "visit", "round": "extra_round"}


@dataclass(frozen=True)
class AttachmentRow:
    """One kept file; ``path`` is where it lies now."""

    id: int
    kind: str
    bytes: int
    added_at: str
    path: Path


def attach(actor: Actor, owner: str, owner_id: int, file: Path) -> int:
    """Copy a JPG, PNG or PDF of at most 20 MB to a sheet, visit or round; the id."""
    content, kind = read_scan(file)
    if not query.count(f"SELECT count(*) FROM living_{_TABLES[owner]} WHERE id = ?", [owner_id]):
        raise NotFound(Thing(_TABLES[owner]), str(owner_id))
    row = Attachment(kind=kind, bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
    setattr(row, f"{owner}_id", owner_id)
    row.path = f"{clock.today():%Y-%m}/{row.uid}.{kind}"
    target = _folder() / row.path
    with vault.keeping(target, Branch.ATTACHMENTS, content), writing(actor, Action.ATTACH) as unit:
        return int(unit.add(row).id)


def attachments_of(owner: str, owner_id: int) -> list[AttachmentRow]:
    """The files of a sheet, visit or round, the oldest first."""
    folder = _folder()
    found = query.fetch(
        f"SELECT id, kind, bytes, created_at, path FROM living_attachment WHERE {_column(owner)} = ? ORDER BY id",
        [owner_id],
    )
    return [AttachmentRow(one, kind, size, at, folder / path) for one, kind, size, at, path in found]


def read(attachment_id: int) -> bytes:
    """A kept file, proved against its hash."""
    row = living(Attachment, attachment_id)
    path = _folder() / row.path
    if not path.is_file():
        raise FileMissing(str(path))
    content = vault.read(path, Branch.ATTACHMENTS)
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise Unreadable(path.name, FileReason.DAMAGED)
    return content


def void(actor: Actor, attachment_id: int, reason: str) -> None:
    """作废: the file was attached by mistake; it stays in the folder and is shown no more."""
    with writing(actor, Action.VOID_ATTACHMENT) as unit:
        unit.void(unit.living(Attachment, attachment_id), reason)


def _folder() -> Path:
    return DataFolder(database_path().parent).attachments


def _column(owner: str) -> str:
    if owner not in OWNERS:
        raise ValueError(f"nothing is attached to a {owner}")
    return f"{owner}_id"

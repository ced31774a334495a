"""Photographs of residents: small pictures in the data folder, under names that say nothing of anybody.

A picture is named by its content, so that the change log tells one from the next; an older one stays beside it.

The window cuts and re-encodes a picture before it comes here, so that nothing of the camera's own notes is kept.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.file_errors import Unreadable
from desktop.core.paths import DataFolder
from desktop.core.reasons import FileReason
from desktop.core.sealing import Branch
from desktop.models import query, vault
from desktop.models.database import database_path
from desktop.models.resident import Resident
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import living, writing

MOST_BYTES = 400_000
_DIGITS = 16
_JPEG = b"\xff\xd8\xff"


def photo_of(resident_id: int) -> Path | None:
    """Where the photograph of a resident lies; None without one."""
    row = query.fetch_one("SELECT photo FROM resident WHERE id = ?", [resident_id])
    path = _folder() / row[0] if row and row[0] else None
    return path if path is not None and path.is_file() else None


def picture(path: Path) -> bytes:
    """The picture that lies there; nothing when it is gone, or no key at hand opens it."""
    # Whoever stands at the counter is served without a face too.
    return vault.readable(path, Branch.PHOTOS) or b""


def store(actor: Actor, resident_id: int, content: bytes) -> Path:
    """Keep a JPEG as the photograph of a resident; an older one is kept too, and the change log names both."""
    if not content.startswith(_JPEG):
        raise Unreadable("jpg", FileReason.NOT_A_SCAN)
    if len(content) > MOST_BYTES:
        raise Unreadable("jpg", FileReason.SCAN_TOO_LARGE)
    digest = hashlib.sha256(content).hexdigest()[:_DIGITS]
    name = f"{living(Resident, resident_id).uid}-{digest}.jpg"
    path = _folder() / name
    with vault.keeping(path, Branch.PHOTOS, content), writing(actor, Action.KEEP_PHOTO) as unit:
        unit.change(unit.living(Resident, resident_id), {"photo": name})
    return path


def remove(actor: Actor, resident_id: int) -> None:
    """Show no photograph of a resident any more; the files go, older ones too: nobody may look at them again."""
    with writing(actor, Action.REMOVE_PHOTO) as unit:
        row = unit.living(Resident, resident_id)
        unit.change(row, {"photo": ""})
    forget(row.uid)


def forget(uid: str) -> None:
    """The files of a resident's photographs go, older ones too."""
    for path in _folder().glob(f"{uid}*.jpg"):
        path.unlink(missing_ok=True)


def _folder() -> Path:
    return DataFolder(database_path().parent).photos

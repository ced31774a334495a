"""Pictures of certificates: kept in the data folder under names made of their content, which say nothing of anybody."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.file_errors import Unreadable
from desktop.core.paths import DataFolder
from desktop.core.reasons import FileReason
from desktop.core.scans import read_scan
from desktop.core.sealing import Branch
from desktop.core.storage_errors import FileMissing
from desktop.models import query, vault
from desktop.models.database import database_path
from desktop.models.worker import Certificate
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import living, writing


def keep(actor: Actor, certificate_id: int, file: Path) -> Path:
    """Copy a JPG, PNG or PDF of at most 20 MB as the picture of a certificate; an older one is kept beside it."""
    permissions.reading(actor, Action.EDIT_CERTIFICATE)
    with keeping(file) as path, writing(actor, Action.EDIT_CERTIFICATE) as unit:
        unit.change(unit.living(Certificate, certificate_id), {"photo": path.name})
    return path


def read(actor: Actor, certificate_id: int) -> tuple[Path, bytes]:
    """Where the picture lies and what it is, proved against its name."""
    permissions.reading(actor, Action.READ_WORKERS)
    return proved(living(Certificate, certificate_id).photo)


@contextmanager
def keeping(file: Path) -> Iterator[Path]:
    """Copy a JPG, PNG or PDF of at most 20 MB to where pictures of certificates lie, for a row written within."""
    content, kind = read_scan(file)
    path = _folder() / f"{hashlib.sha256(content).hexdigest()}.{kind}"
    with vault.keeping(path, Branch.CERTIFICATES, content):
        yield path


def proved(name: str) -> tuple[Path, bytes]:
    """Where a kept picture lies and what it is, proved against its name."""
    path = _folder() / name
    if not path.is_file():
        raise FileMissing(str(path))
    content = vault.read(path, Branch.CERTIFICATES)
    if not _proved(path, content):
        raise Unreadable(path.name, FileReason.DAMAGED)
    return path, content


def missing(folder: DataFolder) -> int:
    """How many certificates, batches of food and contracts name a picture that is not there or is not what it was."""
    names = query.texts(
        "SELECT photo FROM living_certificate WHERE photo <> ''"
        " UNION SELECT photo FROM living_food_purchase WHERE photo <> ''"
        " UNION SELECT photo FROM living_stay_contract WHERE photo <> ''"
        " UNION SELECT photo FROM living_home_bed WHERE photo <> ''"
    )
    paths = [folder.certificates / name for name in names]
    return sum(not _proved(path, vault.readable(path, Branch.CERTIFICATES) or b"") for path in paths)


def _proved(path: Path, content: bytes) -> bool:
    return hashlib.sha256(content).hexdigest() == path.stem


def _folder() -> Path:
    return DataFolder(database_path().parent).certificates

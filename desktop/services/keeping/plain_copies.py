"""What of an encrypted centre still lies in clear: backups of before, stores set aside, files at the second place.

A plain copy is written anew as an encrypted one under its name. What the program does not know of (a stick in a drawer,
a file that was sent) it cannot replace; and nobody can promise that a disk, an SSD least of all, forgets what was
written over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.answers import PlainKind
from desktop.core.encryption_errors import NotEncrypted
from desktop.core.errors import StorageError
from desktop.core.files import writing_beside
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.proofs import file_sha256, read_hash, write_hash
from desktop.core.sealing import is_sealed_store
from desktop.models import converting, vault
from desktop.models.database import database_path, sealed_with
from desktop.services.centre import sealed_files
from desktop.services.keeping import backups, kept_files
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor


@dataclass(frozen=True)
class PlainCopy:
    """One file that can be read without a key; exports were made to leave the house, and stay as they are."""

    path: Path
    kind: PlainKind


def found(folder: DataFolder) -> list[PlainCopy]:
    """Every plain copy that the program knows of."""
    return [*_stores(folder), *_files(folder), *_exports(folder)]


def replace_all(actor: Actor, progress: Progress | None = None) -> list[PlainCopy]:
    """Write every plain copy anew as an encrypted one; those that are left are given back.

    A backup that is not whole is left: what it still holds may be wanted.
    """
    permissions.reading(actor, Action.SEAL_STORE)
    tree = sealed_with()
    if tree is None:
        raise NotEncrypted()
    folder, steps = DataFolder(database_path().parent), progress or Progress()
    stores = list(_stores(folder))
    steps.start(len(stores) + 1, translate("Progress", "Encrypting older copies"))
    for number, one in enumerate(stores):
        steps.check()
        _replace(one, folder.database)
        steps.start(len(stores) + 1, translate("Progress", "Encrypting older copies"))
        steps.step(number + 1)
    sealed_files.seal_left(folder)
    for place in backups.places_of_files(folder):
        kept_files.carry(folder.root, place)
    return found(folder)


def _replace(one: PlainCopy, store: Path) -> None:
    tree = sealed_with()
    reason, sha256 = read_hash(one.path)
    try:
        if one.kind == PlainKind.BACKUP:
            backups.verify(one.path)
        with writing_beside(one.path) as part:
            converting.convert(one.path, part, tree, Progress(), "")
            vault.copy_keys(store, one.path)
            if sha256:
                write_hash(one.path, file_sha256(part), reason)
    except StorageError:
        # Told by staying in the list.
        return


def _stores(folder: DataFolder) -> Iterator[PlainCopy]:
    for one in backups.listed(folder):
        for path in filter(None, (one.path, one.second)):
            if not is_sealed_store(path):
                yield PlainCopy(path, PlainKind.BACKUP)
    for path in (*sorted(folder.root.glob("replaced-*.db")), *sorted(folder.backups.glob("before-*.db"))):
        if not is_sealed_store(path):
            yield PlainCopy(path, PlainKind.SET_ASIDE)


def _files(folder: DataFolder) -> Iterator[PlainCopy]:
    for place in (folder.root, *backups.places_of_files(folder)):
        yield from (PlainCopy(path, PlainKind.FILE) for path in sealed_files.in_clear(place))


def _exports(folder: DataFolder) -> Iterator[PlainCopy]:
    if folder.exports.is_dir():
        yield from (PlainCopy(path, PlainKind.EXPORT) for path in sorted(folder.exports.iterdir()) if path.is_file())

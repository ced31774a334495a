"""The files beside a store, sealed or opened one by one as the store became; a file that is so already stays as it is.

Both ways may be cut short at any file: what is read is opened whichever way it lies, and ``keys.json`` remembers that
files are still to be sealed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop.core import files
from desktop.core.file_errors import Unreadable
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.sealing import MARK, Branch
from desktop.models import vault
from desktop.services.centre import keyring

FOLDERS = (Branch.ATTACHMENTS, Branch.PHOTOS, Branch.CERTIFICATES, Branch.DRAFTS)


def seal_left(folder: DataFolder, progress: Progress | None = None) -> int:
    """Seal what lies in clear beside a sealed store; the number of files sealed."""
    keys = vault.keys_beside(folder.database)
    done = _turn(folder, progress or Progress(), sealed=False)
    ring = keyring.read(keys)
    if ring.sealing:
        keyring.write(keys, replace(ring, sealing=False))
    return done


def open_all(folder: DataFolder, progress: Progress | None = None) -> int:
    """Open every sealed file beside a store that is about to be plain; a start may seal them again."""
    keys = vault.keys_beside(folder.database)
    ring = keyring.read(keys)
    if not ring.sealing:
        keyring.write(keys, replace(ring, sealing=True))
    return _turn(folder, progress or Progress(), sealed=True)


def are_left(folder: DataFolder) -> bool:
    """Whether files beside a sealed store are still to be sealed."""
    keys = vault.keys_beside(folder.database)
    return keys.is_file() and keyring.read(keys).sealing


def in_clear(root: Path) -> list[Path]:
    """The files below a folder of the data, or of a backup place, that anybody can read."""
    return [path for _branch, path in _files(root) if not _is_sealed(path)]


def _turn(folder: DataFolder, progress: Progress, sealed: bool) -> int:
    found = [(branch, path) for branch, path in _files(folder.root) if _is_sealed(path) == sealed]
    progress.start(max(1, len(found)), "")
    done = 0
    for branch, path in found:
        progress.check()
        try:
            content = vault.opened(branch, path.read_bytes(), path.name)
        except OSError as error:
            raise files.storage_error(error, path) from error
        except Unreadable:
            # Damaged, or of a key that is lost: it is no more readable in another way.
            continue
        files.keep(path, content if sealed else vault.packed(branch, content))
        done += 1
        progress.step()
    return done


def _files(root: Path) -> Iterator[tuple[Branch, Path]]:
    for branch in FOLDERS:
        for path in sorted((root / branch).rglob("*")):
            if path.is_file() and path.suffix != ".part":
                yield branch, path


def _is_sealed(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK
    except OSError as error:
        raise files.storage_error(error, path) from error

"""Files that stand beside the database: scans of signed paper, photographs, own forms. Backups carry them along.

A kept file is written once under a name of its own, so a copy that is there with the same size is the same file;
a photograph that was taken anew is newer than its copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.core import files
from desktop.core.files import storage_error

FOLDERS = ("attachments", "photos", "certificates", "forms")


def carried_folder(place: Path, centre: str) -> Path:
    """Where a backup place keeps a centre's files, beside its backups."""
    return place / f"files-{centre}"


def carry(source: Path, target: Path, replace: bool = True) -> int:
    """Copy what ``target`` lacks of the kept files below ``source``; the number of files copied.

    Without ``replace`` a file that is there stays, whatever its age: a restore takes nothing newer away.
    """
    copied = 0
    for file in _files(source):
        copy = target / file.relative_to(source)
        if not _lacks(file, copy, replace):
            continue
        try:
            content = file.read_bytes()
        except OSError as error:
            raise storage_error(error, file) from error
        files.keep(copy, content)
        copied += 1
    return copied


def _files(source: Path) -> Iterator[Path]:
    for name in FOLDERS:
        yield from (path for path in sorted((source / name).rglob("*")) if path.is_file() and path.suffix != ".part")


def _lacks(file: Path, copy: Path, replace: bool) -> bool:
    if not copy.is_file():
        return True
    here, there = file.stat(), copy.stat()
    return replace and (here.st_size != there.st_size or here.st_mtime_ns > there.st_mtime_ns)

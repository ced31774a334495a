"""Writing a file so that its name never stands for half of it: beside the target, then one move."""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.core.errors import StorageError
from desktop.core.storage_errors import DiskFull, FileForbidden, FileLocked, FileMissing, FolderReadOnly, StorageTrouble

_FULL = {errno.ENOSPC, errno.EDQUOT}
_MISSING = {errno.ENOENT, errno.ENOTDIR}
_BUSY = {errno.EBUSY, errno.ETXTBSY}
_SHARING_VIOLATIONS = {32, 33}


def storage_error(error: OSError, path: Path) -> StorageError:
    """What the operating system reported about a file or folder, as one of the program's own errors."""
    folder = path if path.is_dir() else path.parent
    if error.errno in _FULL:
        return DiskFull(str(folder))
    if error.errno in _MISSING:
        return FileMissing(str(path if folder.is_dir() else folder))
    if error.errno == errno.EROFS:
        return FolderReadOnly(str(folder))
    if error.errno in _BUSY or getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return FileLocked(str(path))
    if isinstance(error, PermissionError):
        return _forbidden(path, folder)
    return StorageTrouble(str(path), error.strerror or type(error).__name__)


def _forbidden(path: Path, folder: Path) -> StorageError:
    if path.is_file() and not os.access(path, os.R_OK):
        return FileForbidden(str(path))
    return FileLocked(str(path)) if path.is_file() and os.access(folder, os.W_OK) else FolderReadOnly(str(folder))


def part_beside(path: Path) -> Path:
    """A name beside ``path`` for what is not whole yet; it says whose it is, so that a start sweeps after the dead."""
    return path.with_name(f".shizhu-{os.getpid()}-{uuid.uuid4().hex[:12]}.part")


@contextmanager
def writing_beside(path: Path, taking: Callable[[Path, Path], None] | None = None) -> Iterator[Path]:
    """Give an empty file beside ``path`` to write to; it takes the name at the end, or leaves no trace.

    ``taking`` gives the whole file its name, where more belongs to that than ``take_name``.
    Trouble with the disk comes out as a ``StorageError``; anything else that is raised passes through.
    """
    part = part_beside(path)
    try:
        part.touch(exist_ok=False)
        yield part
        sync_file(part)
        (taking or take_name)(part, path)
    except OSError as error:
        raise storage_error(error, _subject(error, part, path)) from error
    finally:
        _drop(part)


def take_name(part: Path, path: Path) -> None:
    """Let a whole file take its name for good, by one rename; what bore the name is gone."""
    try:
        os.replace(part, path)
    except PermissionError as error:
        # The folder let us write the part, so it is the old file that somebody holds.
        raise FileLocked(str(path)) from error
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Let the names in a folder outlive a power cut; Windows does so by itself."""
    if os.name == "posix":
        _sync(folder)


def sync_file(path: Path) -> None:
    """Let what a file holds outlive a power cut."""
    _sync(path)


def also_named(path: Path, other: Path) -> None:
    """Give a file a second name in its folder; a copy where the disk knows no second names."""
    try:
        os.link(path, other)
    except OSError:
        with writing_beside(other) as part, path.open("rb") as source, part.open("wb") as target:
            shutil.copyfileobj(source, target, 1 << 20)


def _sync(path: Path) -> None:
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # A remnant does no harm, and the first trouble is the one to tell.
        return


def _subject(error: OSError, part: Path, path: Path) -> Path:
    named = error.filename
    if not isinstance(named, str) or Path(named) in {part, path}:
        return path
    return Path(named)


def make_folder(folder: Path) -> Path:
    """The folder, made with its parents when it is not there, each for good; trouble is a ``StorageError``."""
    try:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for one in missing:
            sync_folder(one.parent)
    except FileExistsError as error:
        raise FolderReadOnly(str(folder)) from error
    except OSError as error:
        raise storage_error(error, folder) from error
    return folder


def keep(path: Path, content: bytes) -> None:
    """Write a whole file, with its folder; it stands under its name only once it is on disk."""
    make_folder(path.parent)
    with writing_beside(path) as part:
        part.write_bytes(content)


def shut_off(folder: Path) -> None:
    """Let nobody but its owner look into a folder; where rights cannot be set (a stick), it stays as it is."""
    with suppress(OSError):
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)

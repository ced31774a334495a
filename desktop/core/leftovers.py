"""What a killed run left: parts of files that never became whole, and a restore that was cut short.

Parts bear the number of their process (``files.part_beside``), so that nothing of a run that still goes on is touched.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.core.files import keep, sync_folder
from desktop.core.paths import DataFolder

# What SQLite may lay beside a database: the database itself comes last.
PIECES = ("-wal", "-shm", "")
SCRATCH = ".rehearsal-"
PASTED = ".pasted-"
_NOTE = "restoring.json"
# The clock of the file system goes in steps.
_SLACK = 2.0
_PART = re.compile(r"\.shizhu-(?:(?P<process>\d+)-)?[0-9a-f]{12}\.part(?:-wal|-shm|-journal)?")
_PASTED = re.compile(re.escape(PASTED) + r"(?P<process>\d+)-.*")
_SCRATCH = re.compile(re.escape(SCRATCH) + r"(?P<process>\d+)-.*")


@dataclass(frozen=True)
class Restoring:
    """A restore that has not taken effect: the part that will take the database's name, and what is set aside."""

    process: int
    part: str
    aside: str


def note_restoring(folder: DataFolder, part: Path, aside: Path) -> None:
    """Say before anything is moved what a start would have to undo."""
    noted = Restoring(os.getpid(), part.name, aside.name)
    keep(folder.root / _NOTE, json.dumps(asdict(noted)).encode())


def settle(folder: DataFolder) -> None:
    """Finish or undo a restore that was cut short, and sweep what dead runs left beside database and backups.

    Every start does it, so it looks into no folder that grows with the register: see ``sweep``.
    """
    with suppress(OSError):
        _settle_restore(folder)
    with suppress(OSError):
        _put_back_the_last(folder)
    _remove(_left(folder))


def sweep(folder: DataFolder) -> None:
    """Sweep what dead runs left among photographs, scans, forms, drafts and exports; what cannot be swept stays."""
    for place in (folder.exports, folder.logs, folder.photos, folder.certificates):
        _remove(_parts_in(place))
    for place in (folder.forms, folder.drafts, folder.attachments):
        _remove(_parts_below(place))
    _remove(_dead(_entries(folder.drafts, _PASTED), _PASTED))


def sweep_papers(folder: DataFolder) -> None:
    """Remove papers that a killed window had open: they name people. No other window is open on this folder."""
    with suppress(OSError):
        _remove(list(folder.papers.iterdir()))


def undo_restore(folder: DataFolder) -> None:
    """Let the database that was there stand again, if the restored one has not taken its name yet."""
    noted = _noted(folder)
    if noted is not None:
        _undo(folder, noted)


def forget_restore(folder: DataFolder) -> None:
    """The restore has taken effect, or never began."""
    (folder.root / _NOTE).unlink(missing_ok=True)


def remove_database(path: Path) -> None:
    """Remove a database that never became one, with whatever SQLite laid beside it."""
    for suffix in (*PIECES, "-journal"):
        with suppress(OSError):
            _piece(path, suffix).unlink(missing_ok=True)


def sweep_parts(place: Path) -> None:
    """Remove the parts of dead runs below a folder."""
    _remove(_parts_below(place))


def sweep_in(place: Path) -> None:
    """Remove the parts of dead runs in a folder, and in none below it."""
    _remove(list(_parts_in(place)))


def _remove(left: Iterable[Path]) -> None:
    for path in left:
        with suppress(OSError):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _settle_restore(folder: DataFolder) -> None:
    noted = _noted(folder)
    if noted is None or alive(noted.process, folder.root / _NOTE):
        return
    if (folder.root / noted.part).exists():
        _undo(folder, noted)
    else:
        forget_restore(folder)


def _undo(folder: DataFolder, noted: Restoring) -> None:
    aside, present, part = folder.root / noted.aside, folder.database, folder.root / noted.part
    if not part.exists():
        forget_restore(folder)
        return
    for suffix in PIECES:
        kept, stood = _piece(aside, suffix), _piece(present, suffix)
        if not kept.exists():
            continue
        if stood.exists():
            kept.unlink()
        else:
            os.replace(kept, stood)
    sync_folder(folder.root)
    for suffix in PIECES:
        _piece(part, suffix).unlink(missing_ok=True)
    forget_restore(folder)


def _put_back_the_last(folder: DataFolder) -> None:
    """A restore of version 0.1 set the database aside first: cut then, only what was set aside is left."""
    if folder.database.exists() or (folder.root / _NOTE).exists():
        return
    last = max(folder.root.glob("replaced-*.db"), default=None, key=lambda path: path.stat().st_mtime_ns)
    if last is None or any(alive(_process_of(path), path) for path in _entries(folder.root, _PART)):
        return
    for suffix in PIECES:
        if _piece(last, suffix).exists():
            os.replace(_piece(last, suffix), _piece(folder.database, suffix))
    sync_folder(folder.root)


def _left(folder: DataFolder) -> Iterator[Path]:
    for place in (folder.root, folder.backups):
        yield from _parts_in(place)
    if not any(_entries(folder.backups, _PART)):
        # A hash stands before its backup takes the name; without a part nobody is about to.
        hashes = folder.backups.glob("shizhu-*.db.sha256") if folder.backups.is_dir() else iter(())
        yield from (one for one in hashes if not one.with_suffix("").exists())
        keys = folder.backups.glob("shizhu-*.db.keys.json") if folder.backups.is_dir() else iter(())
        yield from (one for one in keys if not one.with_name(one.name.removesuffix(".keys.json")).exists())
    if folder.database.exists():
        yield from (_piece(folder.database.with_suffix(".new"), suffix) for suffix in (*PIECES, "-journal"))
    yield from _dead(_entries(folder.root, _SCRATCH), _SCRATCH)


def _parts_in(place: Path) -> Iterator[Path]:
    yield from _dead(_entries(place, _PART), _PART)


def _parts_below(place: Path) -> Iterator[Path]:
    for root, _folders, names in os.walk(place):
        yield from _dead([Path(root, name) for name in names if _PART.fullmatch(name)], _PART)


def _entries(place: Path, pattern: re.Pattern[str]) -> list[Path]:
    try:
        with os.scandir(place) as entries:
            return [Path(entry.path) for entry in entries if pattern.fullmatch(entry.name)]
    except OSError:
        return []


def _dead(found: list[Path], pattern: re.Pattern[str]) -> Iterator[Path]:
    for path in found:
        match = pattern.fullmatch(path.name)
        if match is not None and not alive(int(match["process"] or 0), path):
            yield path


def _process_of(part: Path) -> int:
    match = _PART.fullmatch(part.name)
    return int(match["process"] or 0) if match else 0


def alive(process: int, left: Path) -> bool:
    """Whether the process that made a file still runs; 0 is one of a version that did not say which it was."""
    if process <= 0:
        return False
    # Loaded only where something was left: it takes its time.
    import psutil

    try:
        # A number is given anew after a while: whoever began later has not made it.
        found = psutil.Process(process)
        # Of one that has ended only its number may be left, until its parent has asked how it went.
        if found.status() == psutil.STATUS_ZOMBIE:
            return False
        return bool(found.create_time() <= left.lstat().st_mtime + _SLACK)
    except (psutil.Error, OSError):
        return False


def _piece(database: Path, suffix: str) -> Path:
    return database.with_name(database.name + suffix)


def _noted(folder: DataFolder) -> Restoring | None:
    try:
        return Restoring(**json.loads((folder.root / _NOTE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None

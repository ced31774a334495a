"""Backups: made by SQLite's backup API, hashed, read back, kept in two places.

A backup is ``shizhu-<centre no>-<date>-<time>.db`` with a ``.sha256`` beside it that ``sha256sum -c`` understands. The
hash stands before the backup takes its name: what has none is no backup, and is neither counted nor removed. Scans and
photographs lie beside the backups of each place (``kept_files``).
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core import clock, leftovers
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.answers import BackupReason
from desktop.core.errors import Cancelled, StorageError
from desktop.core.files import make_folder, storage_error, writing_beside
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.proofs import file_sha256, hash_file, read_hash, write_hash
from desktop.core.sealing import is_sealed_store
from desktop.core.storage_errors import (
    BackupDamaged,
    BackupFolderMissing,
    BackupForeign,
    BackupUnlogged,
    CipherMissing,
    DatabaseNewer,
    KeysDamaged,
    KeyWanted,
)
from desktop.core.trade import Role
from desktop.models import query, vault
from desktop.models.copies import CopyFacts, copy_proven, look_into
from desktop.models.database import database_path, is_open, only_looking
from desktop.models.migrate import latest_schema, schema_problems
from desktop.services.centre import accounts, centres
from desktop.services.keeping import kept_files
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting

_NAME = re.compile(r"shizhu-(?P<centre>\d{6})-(?P<stamp>\d{8}-\d{6})(?:-\d+)?\.db")
# How many foreign guards a sentence names.
_NAMED = 3
_STAMP = "%Y%m%d-%H%M%S"
# A change of a few seconds is the network setting the clock.
_SLACK = dt.timedelta(minutes=2)


@dataclass(frozen=True)
class Backup:
    """One backup. ``sha256`` is what stands beside it; ``second`` is its twin in the second folder.

    ``second_error`` says why there is no twin although a second folder is chosen, ``files_error`` which scans and
    photographs are whole nowhere, or why they could not be copied. ``log_error`` says why it is not in the change log
    yet (``adopt``). ``unproven`` was accepted without its hash.
    """

    path: Path
    centre: str
    taken_at: dt.datetime
    reason: str
    sha256: str
    size: int
    second: Path | None = None
    second_error: StorageError | None = None
    files_error: StorageError | None = None
    log_error: StorageError | None = None
    unproven: bool = False


def back_up(
    folder: DataFolder,
    reason: BackupReason,
    progress: Progress | None = None,
    by: Actor | None = None,
    both: bool = True,
) -> Backup:
    """Copy the open database into both places; each copy is read back before it counts, and is in the change log.

    ``by`` is who asked and has to be allowed to, None the program itself; without ``both`` the first place is enough.
    Trouble with the second place never costs the first backup: it is told in ``second_error``.
    """
    if by is not None:
        permissions.reading(by, Action.BACKUP)
    steps = progress or Progress()
    steps.start(2, translate("Progress", "Making a backup"))
    leftovers.sweep(folder)
    adopt(folder)
    path = _free_name(make_folder(folder.backups))
    second: Path | None = None
    try:
        copy_proven(path, reason)
        steps.step()
        backup = verify(path)
        steps.step()
        made = _with_second(backup) if both else backup
        second = made.second
        made = _with_files(made, folder, steps)
    except (StorageError, Cancelled):
        for copy in filter(None, (path, second)):
            remove(copy)
        raise
    return replace(made, log_error=_log(made, by or _program()))


def adopt(folder: DataFolder) -> list[str]:
    """Put whole backups that no row of the log names into it, and give their names.

    A program was killed before the row, the disk was full, the database busy, or a restored store does not know them.
    """
    if only_looking() is not None:
        return []
    number = centres.centre().number
    known = set(query.texts("SELECT row_uid FROM change_log WHERE table_name = ? AND row_id = 0", [Thing.BACKUP]))
    mine = [one for one in listed(folder) if one.sha256 and one.centre == number]
    found = [one for one in reversed(mine) if one.path.name not in known]
    # What cannot be written now is found again.
    with suppress(StorageError):
        if found:
            with noting(_program()) as unit:
                for one in found:
                    unit.log(Thing.BACKUP, one.path.name, LogAction.FOUND, None, _facts_of(one))
            return [one.path.name for one in found]
    return []


def _program() -> Actor:
    """The program itself."""
    return Actor(None, "", Role.DIRECTOR, accounts.station_number())


def back_up_before(reason: BackupReason, by: Actor, progress: Progress | None = None) -> Backup | None:
    """A backup in the first place before an act that changes much; None when nothing was written since the last one."""
    permissions.reading(by, Action.BACKUP)
    folder = DataFolder(database_path().parent)
    last = query.fetch_one("SELECT table_name, action, row_uid FROM change_log ORDER BY id DESC LIMIT 1")
    # One that was rehearsed or found may be of long ago.
    if last is not None and last[:2] == (Thing.BACKUP, LogAction.ADD):
        path = folder.backups / str(last[2])
        if path.is_file() and read_hash(path)[1]:
            return None
    return back_up(folder, reason, progress, by, both=False)


def listed(folder: DataFolder) -> list[Backup]:
    """All backups of both places by the files' names, the newest first; nothing is verified here."""
    found = {path.name: _described(path) for path in _backups_in(folder.backups)}
    chosen = second_folder()
    for path in _backups_in(chosen) if chosen is not None else ():
        first = found.get(path.name)
        found[path.name] = _described(path) if first is None else replace(first, second=path)
    return newest_first(found.values())


def newest(folder: DataFolder) -> Backup | None:
    """The newest backup with its hash; one of a moment still to come was made with the clock ahead and is passed by."""
    now = clock.now() + _SLACK
    return next((one for one in listed(folder) if one.sha256 and one.taken_at <= now), None)


def due(folder: DataFolder) -> bool:
    """Whether today has no backup yet."""
    today = clock.today()
    return not any(one.taken_at.date() == today and one.sha256 for one in listed(folder))


def second_folder() -> Path | None:
    """The second place that was chosen; None when none was, or no centre is open."""
    text = centres.setting(centres.BACKUP_FOLDER) if is_open() else ""
    return Path(text) if text else None


def places_of_files(folder: DataFolder) -> list[Path]:
    """Where the scans and photographs of the open centre lie beside its backups, as far as a place can be reached."""
    number = centres.centre().number
    places = [place for place in (folder.backups, second_folder()) if place is not None]
    return [one for one in (kept_files.carried_folder(place, number) for place in places) if one.is_dir()]


def verify(path: Path, unhashed: bool = False) -> Backup:
    """Prove that a backup is what was written: hash, opens, whole inside, of this program and not newer.

    ``unhashed`` accepts one whose ``.sha256`` got lost; SQLite's own check then is all the proof there is.
    """
    try:
        backup = _described(path)
        found = file_sha256(path)
    except OSError as error:
        raise storage_error(error, path) from error
    if not backup.sha256 and not unhashed:
        raise BackupDamaged(str(path), "no_hash")
    if backup.sha256 and backup.sha256 != found:
        raise BackupDamaged(str(path), "hash_differs")
    facts = _facts(path, bool(backup.sha256))
    if facts.problems:
        raise BackupDamaged(str(path), facts.problems[0])
    if not facts.schema:
        raise BackupDamaged(str(path), "not_a_backup")
    if facts.schema > latest_schema():
        raise DatabaseNewer(path.name, facts.schema)
    return replace(backup, centre=facts.centre, sha256=found, unproven=not backup.sha256)


def prove(path: Path, unhashed: bool = False) -> Backup:
    """The same of a backup that is to be opened: its tables and guards, too, are those of a new store of its schema.

    BackupForeign names what is not.
    """
    proven = verify(path, unhashed)
    problems = schema_problems(path)
    if problems:
        raise BackupForeign(path.name, ", ".join(problems[:_NAMED]))
    return proven


def _facts(path: Path, hashed: bool) -> CopyFacts:
    try:
        return look_into(path)
    except (KeyWanted, CipherMissing):
        # Its hash is right: it is whole, and waits for a key.
        raise
    except StorageError as error:
        keys = vault.keys_beside(path)
        if hashed and is_sealed_store(path) and not keys.is_file():
            # Copied without them: its hash is right, and what is missing is beside the original.
            raise KeysDamaged(keys.name) from error
        raise BackupDamaged(str(path), "does_not_open") from error


def copy_bytes(source: Path, target: Path) -> None:
    """Copy a closed file; trouble with writing is not blamed on the source, as ``shutil.copyfile`` does."""
    with source.open("rb") as read, target.open("wb") as write:
        shutil.copyfileobj(read, write, 1 << 20)


def _log(made: Backup, by: Actor) -> StorageError | None:
    # A backup never waits for a writer and never fails for its trace: it proves itself by its hash, and is told.
    try:
        with noting(by, made.reason) as unit:
            unit.log(Thing.BACKUP, made.path.name, LogAction.ADD, None, _facts_of(made))
    except StorageError:
        return BackupUnlogged(made.path.name)
    return None


def _facts_of(made: Backup) -> dict[str, object]:
    second = "" if made.second is None else str(made.second.parent)
    return {"file_name": made.path.name, "sha256": made.sha256, "backup_folder": second}


def _with_second(backup: Backup) -> Backup:
    chosen = second_folder()
    if chosen is None:
        return backup
    try:
        return replace(backup, second=_second_copy(backup, chosen))
    except StorageError as error:
        return replace(backup, second_error=error)


def _with_files(backup: Backup, folder: DataFolder, steps: Progress) -> Backup:
    """Let each place that the backup is in have the scans and photographs too."""
    places = [kept_files.carried_folder(copy.parent, backup.centre) for copy in (backup.path, backup.second) if copy]
    trouble: StorageError | None = None
    for place in places:
        others = [one for one in places if one != place]
        try:
            done = kept_files.carry(folder.root, place, _proved(backup), others, steps)
            trouble = trouble or kept_files.trouble(done.lost)
        except StorageError as error:
            trouble = trouble or error
    return replace(backup, files_error=trouble)


def _proved(backup: Backup) -> str:
    """Which copies of scans and photographs are read: all by hand, daily a sixteenth, so that nobody has to wait."""
    if backup.reason == BackupReason.MANUAL:
        return kept_files.ALL
    return kept_files.ALL[backup.taken_at.toordinal() % 16] if backup.reason == BackupReason.DAILY else kept_files.NONE


def _second_copy(backup: Backup, chosen: Path) -> Path:
    # A folder that vanished is a stick that is not plugged in: making it anew would fill the mount point.
    if not chosen.is_dir():
        raise BackupFolderMissing(str(chosen))
    target = chosen / backup.path.name
    try:
        # The first backup is closed and proven, so a plain copy of its bytes is right.
        with writing_beside(target) as part:
            copy_bytes(backup.path, part)
            vault.copy_keys(backup.path, target)
            write_hash(target, backup.sha256, backup.reason)
        return verify(target).path
    except StorageError:
        # What cannot be read back must not stand in a list of backups, nor push a whole one out.
        remove(target)
        raise


def _free_name(place: Path) -> Path:
    stem = f"shizhu-{centres.centre().number}-{clock.now().strftime(_STAMP)}"
    path, count = place / f"{stem}.db", 2
    while path.exists() or hash_file(path).exists():
        path, count = place / f"{stem}-{count}.db", count + 1
    return path


def _described(path: Path) -> Backup:
    match = _NAME.fullmatch(path.name)
    taken = dt.datetime.strptime(match["stamp"], _STAMP) if match else dt.datetime.fromtimestamp(path.stat().st_mtime)
    reason, sha256 = read_hash(path)
    return Backup(path, match["centre"] if match else "", taken, reason, sha256, path.stat().st_size)


def in_place(place: Path) -> list[Backup]:
    """The backups of one place by the files' names."""
    return [_described(path) for path in _backups_in(place)]


def _backups_in(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if _is_backup(path))
    except OSError:
        # No such folder, or a stick that is not there: no backups in it.
        return []


def _is_backup(path: Path) -> bool:
    match = _NAME.fullmatch(path.name)
    if match is None or not path.is_file():
        return False
    try:
        dt.datetime.strptime(match["stamp"], _STAMP)
    except ValueError:
        return False
    return True


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """The newest first."""
    # The second of two backups in one second has the longer name.
    return sorted(backups, key=lambda one: (one.taken_at, len(one.path.name), one.path.name), reverse=True)


def remove(path: Path) -> bool:
    """Take a backup away with its hash; whether it is gone."""
    try:
        path.unlink(missing_ok=True)
        hash_file(path).unlink(missing_ok=True)
        vault.keys_beside(path).unlink(missing_ok=True)
    except OSError:
        # A stick that does not let go: the next time will do.
        return False
    return True

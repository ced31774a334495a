"""What the program looks at before the first record of the day: nothing here writes, nothing here raises."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, pairwise

from desktop.core import clock
from desktop.core.errors import StorageError
from desktop.core.files import storage_error
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import (
    BackupFolderMissing,
    BackupOld,
    ClockAhead,
    ClockBehind,
    ClockWasAhead,
    DatabaseDamaged,
    DiskFull,
    DiskLow,
    FolderReadOnly,
    OnlyLooking,
)
from desktop.models import query
from desktop.models.database import database_path, file_cut_short, only_looking
from desktop.models.tables import RECORDS
from desktop.services.centre import cut_short
from desktop.services.keeping import backups, kept_files
from desktop.services.writing import proving, verifying

LOW_MB = 200
BACKUP_DAYS = 2
_NEWEST = 20
# Nobody opens a centre again after so many days without a look at the clock; after so many more the leap was none.
_LONGEST_REST, _SETTLED = 180, 14
# How many of the last writes are asked for their moment.
_LOOKED_AT = 1_000
# A change of a few seconds is the network setting the clock.
_CLOCK_SLACK = dt.timedelta(minutes=2)


@dataclass(frozen=True)
class StartupReport:
    """``problems``: do not record before they are solved. ``warnings``: work goes on, somebody should see to them.

    ``messages.sentence`` has the words of each.
    """

    problems: tuple[StorageError, ...] = ()
    warnings: tuple[StorageError, ...] = ()

    @property
    def fine(self) -> bool:
        """Whether there is nothing to say."""
        return not self.problems and not self.warnings


def check(folder: DataFolder) -> StartupReport:
    """Look at the open centre: newest rows, folder, clock, disk, backups; of kept files the names alone."""
    found = tuple(_found(folder, _clock_ahead, _disk, _backup, _second_folder, _files))
    return StartupReport(tuple(_found(folder, _damage, _folder_trouble, _clock)), (*cut_short.told(), *found))


def log_troubles() -> tuple[StorageError, ...]:
    """What does not fit in the last writes, the closed months and the database's guards: read behind the window."""
    try:
        return tuple(proving.prove(verifying.LAST).troubles)
    except StorageError as error:
        return (error,)


def last_change() -> dt.datetime | None:
    """When the last row of the change log was written; None before the first."""
    row = query.fetch_one("SELECT at FROM change_log ORDER BY id DESC LIMIT 1")
    return dt.datetime.fromisoformat(row[0]) if row else None


def free_mb(folder: DataFolder) -> int:
    """Whole megabytes left on the disk of the data folder."""
    try:
        return shutil.disk_usage(folder.root).free // 1_000_000
    except OSError as error:
        raise storage_error(error, folder.root) from error


def clock_trouble() -> ClockBehind | None:
    """The clock, when it stands before the last record."""
    last = last_change()
    if last is None or clock.now() >= last - _CLOCK_SLACK:
        return None
    return ClockBehind(last.isoformat(" ", "minutes"), int((last - clock.now()).total_seconds() // 60))


def clock_doubt() -> ClockAhead | ClockWasAhead | None:
    """The clock, when it leapt over a longer time than a centre rests; else writes that bear a moment still to come.

    The last write alone says nothing: the first one made with the clock ahead is as new as the clock.
    """
    moments = [row[0] for row in query.fetch("SELECT at FROM change_log ORDER BY id DESC LIMIT ?", [_LOOKED_AT])]
    now = clock.now()
    # What was written with the clock behind is no moment from which a leap is measured.
    known = accumulate((one for one in map(dt.datetime.fromisoformat, reversed(moments)) if one <= now), max)
    for before, later in reversed(list(pairwise([*known, now]))):
        if (later - before).days > _LONGEST_REST and (now - later).days < _SETTLED:
            return ClockAhead(before.isoformat(" ", "minutes"), (now - before).days)
    limit = (now + _CLOCK_SLACK).isoformat(" ", "seconds")
    ahead = [one for one in moments[1:] if one > limit]
    return ClockWasAhead(max(ahead)[:16], len(ahead)) if ahead and moments[0] <= limit else None


def backup_trouble(folder: DataFolder) -> BackupOld | None:
    """The last backup, when it is old or there is none."""
    days = backup_age(folder)
    return BackupOld(days) if days is None or days >= BACKUP_DAYS else None


def backup_age(folder: DataFolder) -> int | None:
    """Days since the last backup that has its hash and is of no day to come; None when there is none."""
    last = backups.newest(folder)
    return None if last is None else max(0, (clock.today() - last.taken_at.date()).days)


Look = Callable[[DataFolder], StorageError | None]


def _found(folder: DataFolder, *looks: Look) -> Iterator[StorageError]:
    for look in looks:
        try:
            trouble = look(folder)
        except StorageError as error:
            trouble = error
        if trouble is not None:
            yield trouble


def _damage(folder: DataFolder) -> StorageError | None:
    # The whole file is read once a day, by the proof of that day's backup; here only what the last writes touched.
    for table in RECORDS:
        query.fetch(f"SELECT * FROM {table} ORDER BY id DESC LIMIT {_NEWEST}")
    query.fetch(f"SELECT * FROM change_log ORDER BY id DESC LIMIT {_NEWEST}")
    return DatabaseDamaged(folder.database.name, "cut short") if file_cut_short() else None


def looking() -> OnlyLooking | None:
    """Said where the open centre can be looked at and nothing be recorded; None as a rule."""
    why = only_looking()
    return OnlyLooking(str(database_path().parent), isinstance(why, DiskFull)) if why is not None else None


def _folder_trouble(folder: DataFolder) -> StorageError | None:
    if (why := looking()) is not None:
        return why
    # Access rights say little on Windows and on a network drive, so write.
    probe = folder.root / f".shizhu-{uuid.uuid4().hex[:12]}.part"
    try:
        probe.touch(exist_ok=False)
    except OSError as error:
        return storage_error(error, probe)
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return None if os.access(folder.database, os.W_OK) else FolderReadOnly(str(folder.root))


def _clock(_folder: DataFolder) -> StorageError | None:
    return clock_trouble()


def _clock_ahead(_folder: DataFolder) -> StorageError | None:
    return clock_doubt()


def _disk(folder: DataFolder) -> StorageError | None:
    free = free_mb(folder)
    return DiskLow(str(folder.root), free) if free < LOW_MB else None


def _backup(folder: DataFolder) -> StorageError | None:
    return backup_trouble(folder)


def _files(folder: DataFolder) -> StorageError | None:
    # By their names only: what they hold is read by the backups and by the doctor. Damage is told by its own look.
    with suppress(DatabaseDamaged):
        return kept_files.trouble(kept_files.missing(folder.root))
    return None


def _second_folder(_folder: DataFolder) -> StorageError | None:
    chosen = backups.second_folder()
    return BackupFolderMissing(str(chosen)) if chosen is not None and not chosen.is_dir() else None

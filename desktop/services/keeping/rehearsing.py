"""Rehearsing a restore: the newest backup of each place is put back into a scratch folder, opened and compared.

What was written since the backup is no difference: rows are never deleted, and the log says which came since.
The scratch folder is nobody else's to read and goes away, whatever happens.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core import clock, leftovers
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import FieldError, InvalidDraft, StorageError
from desktop.core.files import storage_error
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.proofs import file_sha256
from desktop.core.reasons import Reason
from desktop.core.storage_errors import (
    BackupAstray,
    BackupDamaged,
    BackupDiffers,
    BackupFolderMissing,
    BackupMonthDiffers,
    BackupOld,
)
from desktop.models import copies, query, vault
from desktop.models.copies import Inside
from desktop.models.tables import RECORDS
from desktop.services.centre import centres
from desktop.services.keeping import backups, kept_files
from desktop.services.writing import frozen, permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting

_LAST, _EVERY = "rehearsed_on", "rehearsal_days"
USUAL_DAYS, LONGEST_DAYS = 90, 999
_STEPS = 5


@dataclass(frozen=True)
class Rehearsed:
    """What came of one place: ``file`` None where it has no backup; ``month`` is the last closed one in it."""

    place: Path
    file: Path | None = None
    taken_at: dt.datetime | None = None
    tables: int = 0
    rows: int = 0
    month: str = ""
    files: int = 0
    troubles: tuple[StorageError, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether it could be restored as it should."""
        return not self.troubles


def rehearse(
    actor: Actor, folder: DataFolder, file: Path | None = None, progress: Progress | None = None
) -> list[Rehearsed]:
    """The newest backup of each place, or the one that is named; it is logged, and remembered when all was whole."""
    permissions.reading(actor, Action.BACKUP)
    asked = [(file.parent, file)] if file is not None else [(one, _newest(one)) for one in _places(folder)]
    steps = progress or Progress()
    steps.start(_STEPS * len(asked), translate("Progress", "Rehearsing a restore"))
    done = [_rehearsed(place, one, folder, steps) for place, one in asked]
    with noting(actor, "rehearsal") as unit:
        for one in done:
            if one.file is not None:
                facts = {"file_name": one.file.name, "backup_folder": str(one.place), "whole": one.ok}
                unit.log(Thing.BACKUP, one.file.name, LogAction.REHEARSE, None, facts)
        if all(one.ok for one in done):
            centres.store_setting(unit, _LAST, clock.today().isoformat())
    return done


def every() -> int:
    """After how many days without a rehearsal the home page asks for one."""
    kept = centres.setting(_EVERY, str(USUAL_DAYS))
    return int(kept) if kept.isdecimal() else USUAL_DAYS


def choose_days(actor: Actor, typed: str) -> None:
    """Ask for a rehearsal after another number of days."""
    if not (typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= LONGEST_DAYS):
        raise InvalidDraft([FieldError("days", Reason.OUT_OF_RANGE, f"1–{LONGEST_DAYS}")])
    permissions.reading(actor, Action.SET_SETTING)
    centres.set_setting(actor, _EVERY, str(int(typed)))


def last_on() -> dt.date | None:
    """The day of the last rehearsal in which everything fitted; None before the first."""
    kept = centres.setting(_LAST)
    return dt.date.fromisoformat(kept) if kept else None


def due() -> int | None:
    """For how many days there was none, when that is too long; a new centre counts from its first write."""
    first = query.fetch_one("SELECT at FROM change_log ORDER BY id LIMIT 1")
    begun, last = (dt.date.fromisoformat(first[0][:10]) if first else clock.today()), last_on()
    # A rehearsal of a day still to come was made with the clock ahead: it is none.
    since = last if last is not None and last <= clock.today() else begun
    days = (clock.today() - since).days
    return days if days >= every() else None


def _places(folder: DataFolder) -> list[Path]:
    second = backups.second_folder()
    return [folder.backups] if second is None else [folder.backups, second]


def _newest(place: Path) -> Path | None:
    number = centres.centre().number
    ours = [one for one in backups.in_place(place) if one.sha256 and one.centre == number]
    return backups.newest_first(ours)[0].path if ours else None


def _rehearsed(place: Path, file: Path | None, folder: DataFolder, steps: Progress) -> Rehearsed:
    if file is None:
        gone: StorageError = BackupOld() if place.is_dir() else BackupFolderMissing(str(place))
        return Rehearsed(place, troubles=(gone,))
    begun = Rehearsed(place, file)
    try:
        backup = backups.prove(file)
        steps.step()
        with _scratch(folder) as scratch:
            restored = _copied(backup.path, backup.sha256, scratch)
            steps.step()
            inside = copies.opened(restored, (*RECORDS, "change_log"))
        steps.step()
    except StorageError as error:
        return replace(begun, troubles=(error,))
    rows = sum(inside.rows.values())
    found = replace(begun, taken_at=backup.taken_at, tables=len(inside.rows), rows=rows)
    troubles = [*_differences(file, inside), *_month_trouble(file, inside)]
    steps.step()
    count, lost = kept_files.lacking_in(kept_files.carried_folder(place, backup.centre), *_still_wanted(inside))
    steps.step()
    missing = kept_files.trouble(lost)
    month = inside.version[0] if inside.version else ""
    return replace(found, month=month, files=count, troubles=(*troubles, *([missing] if missing else ())))


@contextmanager
def _scratch(folder: DataFolder) -> Iterator[Path]:
    place = folder.root / f"{leftovers.SCRATCH}{os.getpid()}-{uuid.uuid4().hex[:8]}"
    try:
        place.mkdir(mode=0o700)
        yield place
    except OSError as error:
        raise storage_error(error, place) from error
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _copied(backup: Path, sha256: str, scratch: Path) -> Path:
    target = scratch / DataFolder(scratch).database.name
    backups.copy_bytes(backup, target)
    vault.copy_keys(backup, target)
    if file_sha256(target) != sha256:
        raise BackupDamaged(str(backup), "hash_differs")
    return target


def _differences(file: Path, inside: Inside) -> Iterator[StorageError]:
    """Whether it is a moment of what stands here, and has as many rows of each kind as stood here then."""
    if inside.head is None:
        yield BackupAstray(file.name)
        return
    epoch, station, counter, proof = inside.head
    here = query.fetch_one(
        "SELECT id, hash FROM change_log WHERE epoch = ? AND station = ? AND counter = ?", [epoch, station, counter]
    )
    if here is None or bytes(here[1]) != proof:
        yield BackupAstray(file.name)
        return
    # Every row that came since has its first write behind the last one of the backup.
    sql = "SELECT table_name, count(*) FROM change_log WHERE id > ? AND action = ? GROUP BY table_name"
    since: dict[str, int] = dict(query.fetch(sql, [here[0], LogAction.ADD]))
    since["change_log"] = query.count("SELECT count(*) FROM change_log WHERE id > ?", [here[0]])
    for table, count in inside.rows.items():
        stood = query.count(f"SELECT count(*) FROM {table}") - since.get(table, 0)
        if stood != count:
            yield BackupDiffers(file.name, table, count, stood)


def _still_wanted(inside: Inside) -> tuple[list[tuple[str, str]], list[str]]:
    # A photograph that was taken away since is not brought back, so nobody misses it.
    wanted = kept_files.wanted()
    return [one for one in inside.scans if one[0] in wanted], [one for one in inside.named if one in wanted]


def _month_trouble(file: Path, inside: Inside) -> Sequence[StorageError]:
    if inside.version is None:
        return ()
    month, number, sha256 = inside.version[0], inside.version[1], inside.version[-1]
    here = query.fetch_one("SELECT sha256 FROM month_version WHERE month = ? AND version = ?", [month, number])
    whole = frozen.fits(inside.version[:-1], sha256, inside.documents)
    return () if whole and here is not None and here[0] == sha256 else (BackupMonthDiffers(file.name, month),)

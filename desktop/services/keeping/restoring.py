"""Restoring a backup: proven first, the present database set aside, never overwritten."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock, files, leftovers
from desktop.core.acts import Action, LogAction
from desktop.core.answers import BackupReason
from desktop.core.errors import ShizhuError
from desktop.core.files import part_beside, storage_error
from desktop.core.paths import DataFolder
from desktop.core.proofs import file_sha256
from desktop.core.storage_errors import BackupDamaged, BackupOfOther, DatabaseDamaged, StorageTrouble
from desktop.core.trade import Role
from desktop.models import living
from desktop.models.centre import CentreRow
from desktop.models.copies import NamesGiven, look_into, names_given
from desktop.models.database import close_database, is_open, open_database, settle, transaction
from desktop.models.migrate import migrate
from desktop.services.centre import accounts, centres
from desktop.services.closing import exports
from desktop.services.keeping import backups, kept_files, keys_of_copies
from desktop.services.keeping.backups import Backup, copy_bytes, prove
from desktop.services.register import printed_codes
from desktop.services.writing import epochs, heads, permissions, proving
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


@dataclass(frozen=True)
class Restored:
    """What was restored, and where the database that stood there before lies now (None: there was none).

    ``lost`` are the scans and photographs that the records name and that are whole neither here nor beside the backup.
    """

    backup: Backup
    aside: Path | None
    lost: tuple[str, ...] = ()


def restore(
    path: Path, folder: DataFolder, unhashed: bool = False, by: Actor | None = None, other_centre: bool = False
) -> Restored:
    """Put a backup in the database's place, in an empty data folder too, and open it.

    ``by`` is who asked for it, None where nobody can be asked any more.

    What takes the database's name has begun a new epoch already, so that its writes are never named like those that
    the backup does not know.

    BackupOfOther for one of another centre, unless ``other_centre`` says that this is meant.
    DatabaseBusy while another thread or program has the database open. Whatever fails, the present database stands
    where it stood, and is open again if it was.
    """
    if by is not None:
        permissions.reading(by, Action.RESTORE)
    centres.refuse_network(folder)
    leftovers.settle(folder)
    backup = prove(path, unhashed)
    ours = _number_of(folder.database)
    if ours and backup.centre and ours != backup.centre and not other_centre:
        raise BackupOfOther(path.name, backup.centre, ours)
    was_open = is_open()
    close_database()
    try:
        _make_room(folder)
        _back_up_present(folder)
        aside = put_in_place(backup, folder, "" if by is None else by.name)
    except ShizhuError:
        if was_open:
            with suppress(ShizhuError):
                centres.open_centre(folder)
        raise
    centres.open_centre(folder)
    kept_files.bring_back(kept_files.carried_folder(path.parent, backup.centre), folder.root)
    return Restored(backup, aside if aside.exists() else None, tuple(kept_files.damaged(folder.root)))


def put_in_place(backup: Backup, folder: DataFolder, by: str = "") -> Path:
    """Let a proven backup, with its new epoch, take the database's name by one rename; where the old one lies now.

    Nothing is open meanwhile. Cut at any moment, the next start finds the old database or the new one.
    """
    present, aside, part = folder.database, _free_name(folder), part_beside(folder.database)
    try:
        _settle(present)
        given = names_given(present) if present.is_file() else NamesGiven()
        copy_bytes(backup.path, part)
        if file_sha256(part) != backup.sha256:
            raise BackupDamaged(str(backup.path), "hash_differs")
        keys_of_copies.ready(backup.path, part, present)
        _begin_anew(part, folder, backup, given, by)
        files.sync_file(part)
        keys_of_copies.follow(present, aside)
        leftovers.note_restoring(folder, part, aside)
        _set_aside(present, aside)
        files.take_name(part, present)
    except (ShizhuError, OSError) as error:
        leftovers.undo_restore(folder)
        raise error if isinstance(error, ShizhuError) else storage_error(error, present) from error
    finally:
        part.unlink(missing_ok=True)
    leftovers.forget_restore(folder)
    return aside


def _back_up_present(folder: DataFolder) -> None:
    """What is about to be replaced is backed up like before any act that changes much, if it can be opened."""
    _settle(folder.database)
    if not folder.database.is_file():
        return
    with suppress(ShizhuError):
        centres.open_centre(folder)
        backups.back_up(folder, BackupReason.RESTORE, both=False)
    close_database()


def _number_of(present: Path) -> str:
    """The number of the centre whose data lie there; "" where there are none, or none that can be read."""
    with suppress(ShizhuError):
        if is_open():
            return centres.centre().number
        return look_into(present).centre if present.is_file() else ""
    return ""


def _make_room(folder: DataFolder) -> None:
    for needed in (folder.root, folder.backups, folder.drafts, folder.logs, folder.exports):
        files.make_folder(needed)


def _settle(present: Path) -> None:
    if present.is_file():
        # A damaged one cannot be settled: it goes aside with its log beside it.
        with suppress(DatabaseDamaged, StorageTrouble):
            settle(present)


def _set_aside(present: Path, aside: Path) -> None:
    _settle(present)
    for suffix in leftovers.PIECES:
        piece = present.with_name(present.name + suffix)
        if piece.exists():
            files.also_named(piece, aside.with_name(aside.name + suffix))
    files.sync_folder(present.parent)
    # Left beside the name, a log would be read as the restored database's own.
    for suffix in leftovers.PIECES[:-1]:
        present.with_name(present.name + suffix).unlink(missing_ok=True)
    files.sync_folder(present.parent)


def _free_name(folder: DataFolder) -> Path:
    stem = f"replaced-{clock.now().strftime('%Y%m%d-%H%M%S')}"
    path, count = folder.root / f"{stem}.db", 2
    while path.exists():
        path, count = folder.root / f"{stem}-{count}.db", count + 1
    return path


def _begin_anew(part: Path, folder: DataFolder, backup: Backup, given: NamesGiven, by: str) -> None:
    taken = backup.taken_at.isoformat(sep=" ")
    open_database(part)
    try:
        migrate(folder.backups)
        if backup.unproven:
            # Without its hash only the log, the hashes of closed months and the guards say whether a byte was changed.
            for trouble in proving.prove().troubles:
                raise trouble
        with transaction():
            living.drop_views()
            living.make_views()
            station = accounts.station_number()
            epochs.begin_anew(station, given.epochs, given.counter)
            with writing(Actor(None, by, Role.DIRECTOR, station), Action.RESTORE, f"backup of {taken}") as unit:
                # What the district received after this backup was made is unknown here.
                exports.demand_full(unit)
                exports.go_behind(unit, given.files)
                printed_codes.go_behind(unit)
                if given.second_place:
                    centres.store_setting(unit, centres.BACKUP_FOLDER, given.second_place)
                unit.note(CentreRow.get(CentreRow.voided_at.is_null()), LogAction.RESTORE)
                if heads.several():
                    # The other stations know more of this one than it does now, and give it back.
                    heads.tell(unit, station)
        close_database()
        settle(part)
    finally:
        close_database()
        for suffix in ("-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)

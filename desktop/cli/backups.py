"""``backup``: make, list, prove and restore backups."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from pathlib import Path

from desktop.cli.options import Commands, add_command, data_folder
from desktop.cli.output import DONE, REFUSED, Output
from desktop.cli.session import RECOVERY, opened, unlock
from desktop.core.acts import Action, Thing
from desktop.core.answers import BackupReason
from desktop.core.errors import NothingToDo, StorageError
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.storage_errors import FilesLost
from desktop.core.words import messages
from desktop.services.centre import centres, unlocking
from desktop.services.keeping import backups, kept_files, rehearsing, restoring, thinning
from desktop.services.keeping.backups import Backup
from desktop.services.keeping.rehearsing import Rehearsed
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "backup", translate("Cli", "make, list, prove and restore backups"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    add_command(verbs, "now", translate("Cli", "make a backup in both places")).set_defaults(run=run_now)
    add_command(verbs, "list", translate("Cli", "list the backups, the newest first")).set_defaults(run=run_list)
    prove = add_command(verbs, "verify", translate("Cli", "prove that backups are whole; without FILE all of them"))
    prove.add_argument("file", type=Path, nargs="?", metavar="FILE")
    prove.set_defaults(run=run_verify)
    words = translate("Cli", "restore the newest backup of each place, or FILE, on trial, and compare it")
    rehearse = add_command(verbs, "rehearse", words)
    rehearse.add_argument("file", type=Path, nargs="?", metavar="FILE")
    words = translate("Cli", "ask for a rehearsal on the home page after so many days without one")
    rehearse.add_argument("--every", metavar="DAYS", help=words)
    rehearse.set_defaults(run=run_rehearse)
    restore = add_command(verbs, "restore", translate("Cli", "put a backup in the place of the data, which is kept"))
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--without-hash", action="store_true", help=translate("Cli", "accept a backup whose .sha256 file got lost")
    )
    restore.add_argument(
        "--other-centre", action="store_true", help=translate("Cli", "accept a backup of another centre")
    )
    restore.set_defaults(run=run_restore)


def run_now(args: argparse.Namespace, out: Output) -> int:
    """Make a backup; a second place that cannot be reached is told and costs nothing."""
    folder = data_folder(args)
    with opened(args) as actor, out.progress() as progress:
        made = backups.back_up(folder, BackupReason.MANUAL, progress, actor)
        thinning.prune(folder)
        alone = backups.second_folder() is None
    lines = [_line(made)]
    if alone:
        lines.append(translate("Cli", "No second place is chosen: a stick or another disk protects from a dead disk."))
    out.show(_shape(made), lines)
    for trouble in (made.second_error, made.files_error, made.log_error):
        if trouble is not None:
            out.complain(messages.sentence(trouble))
    return DONE


def run_list(args: argparse.Namespace, out: Output) -> int:
    """List the backups of both places."""
    with opened(args):
        found = backups.listed(data_folder(args))
    out.show({"backups": [_shape(one) for one in found]}, [_line(one) for one in found])
    return DONE


def run_verify(args: argparse.Namespace, out: Output) -> int:
    """Prove one backup or all; with one that is not whole the exit code is 1."""
    if args.file is not None:
        unlock(args.file, args.user)
        proven = backups.prove(args.file)
        out.show({"backups": [{**_shape(proven), "whole": True}]}, [_whole(proven)])
        return DONE
    folder = data_folder(args)
    with opened(args):
        found, places = backups.listed(folder), backups.places_of_files(folder)
    if not found:
        raise NothingToDo(Thing.BACKUP)
    verdicts = [(one, _trouble(one)) for one in found]
    files = [(place, *kept_files.damaged_in(place)) for place in places]
    payload = {
        "backups": [{**_shape(one), "whole": trouble is None} for one, trouble in verdicts],
        "files": [{"folder": str(place), "count": count, "damaged": bad} for place, count, bad in files],
    }
    words = translate("Cli", "{count} photographs and scans in {folder} are whole.")
    lines = [words.format(count=count, folder=place) for place, count, bad in files if count and not bad]
    out.show(payload, [_whole(one) for one, trouble in verdicts if trouble is None] + lines)
    spoilt = [messages.sentence(FilesLost(len(bad), str(place / bad[0]))) for place, _, bad in files if bad]
    told = [trouble for _, trouble in verdicts if trouble is not None] + spoilt
    for trouble in told:
        out.complain(trouble)
    return REFUSED if told else DONE


def run_rehearse(args: argparse.Namespace, out: Output) -> int:
    """Restore on trial, in a folder that goes away again; with anything that differs the exit code is 1."""
    folder = data_folder(args)
    with opened(args) as actor, out.progress() as progress:
        if args.every is not None:
            rehearsing.choose_days(actor, args.every)
        done = rehearsing.rehearse(actor, folder, args.file, progress)
        every = rehearsing.every()
    told = [messages.sentence(trouble) for one in done for trouble in one.troubles]
    words = translate(
        "Cli", "{file}: {rows} records in {tables} tables, {files} scans and photographs, as they stand here."
    )
    lines = [words.format(file=one.file, rows=one.rows, tables=one.tables, files=one.files) for one in done if one.ok]
    out.show({"rehearsed": [_rehearsed(one) for one in done], "every": every}, lines)
    for trouble in told:
        out.complain(trouble)
    return REFUSED if told else DONE


def run_restore(args: argparse.Namespace, out: Output) -> int:
    """Restore a backup, into an empty data folder too; what stood there before is set aside."""
    folder = data_folder(args)
    by = _require_director(args, folder)
    unlock(args.file, args.user)
    done = restoring.restore(args.file, folder, args.without_hash, by, args.other_centre)
    centres.close_centre()
    aside = None if done.aside is None else str(done.aside)
    words = translate("Cli", "Restored the backup of {at}. The next export has to be a full one.")
    lines = [words.format(at=done.backup.taken_at)]
    if aside is not None:
        lines.append(translate("Cli", "What stood there before lies in {file}.").format(file=aside))
    out.show({"restored": _shape(done.backup), "aside": aside, "lost": list(done.lost)}, lines)
    trouble = kept_files.trouble(done.lost)
    if trouble is not None:
        out.complain(messages.sentence(trouble))
    return DONE


def _require_director(args: argparse.Namespace, folder: DataFolder) -> Actor | None:
    if not centres.is_initialised(folder):
        return None
    if unlocking.is_locked(folder.database):
        if RECOVERY not in os.environ:
            with opened(args) as actor:
                permissions.reading(actor, Action.RESTORE)
                return actor
        # Whoever has the sheet has everything.
        unlock(folder.database, args.user)
        return None
    # A database that does not open any more is what backups are for: there is nobody left to ask.
    with suppress(StorageError), opened(args) as actor:
        permissions.reading(actor, Action.RESTORE)
        return actor
    return None


def _trouble(backup: Backup) -> str | None:
    try:
        backups.prove(backup.path)
    except StorageError as error:
        return messages.sentence(error)
    return None


def _shape(one: Backup) -> dict[str, object]:
    return {
        "file": str(one.path),
        "taken_at": one.taken_at.isoformat(sep=" "),
        "reason": one.reason,
        "sha256": one.sha256,
        "size": one.size,
        "second": None if one.second is None else str(one.second),
    }


def _rehearsed(one: Rehearsed) -> dict[str, object]:
    return {
        "place": str(one.place),
        "file": None if one.file is None else str(one.file),
        "taken_at": None if one.taken_at is None else one.taken_at.isoformat(sep=" "),
        "tables": one.tables,
        "rows": one.rows,
        "month": one.month or None,
        "files": one.files,
        "ok": one.ok,
        "troubles": [messages.sentence(trouble) for trouble in one.troubles],
    }


def _line(one: Backup) -> str:
    return f"{one.taken_at}  {one.path}  {one.size // 1024} KB  {one.second or ''}".rstrip()


def _whole(one: Backup) -> str:
    return translate("Cli", "{file} is whole.").format(file=one.path.name)

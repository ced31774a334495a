"""A second station: station 1 gives it a number and a copy of everything, with which a new folder begins."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop.core import files
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import ShizhuError
from desktop.core.exchange_errors import (
    NoStationFile,
    StationsAreGivenBy,
    StoreIsSealed,
    TooManyStations,
)
from desktop.core.file_errors import AlreadyInitialised
from desktop.core.file_kinds import STATION
from desktop.core.files import make_folder, part_beside
from desktop.core.paths import DataFolder
from desktop.core.proofs import file_sha256, hash_file, read_hash
from desktop.core.trade import Role
from desktop.exchange.out import place_of
from desktop.models import query
from desktop.models.base import new_uid
from desktop.models.copies import BACKUP_FOLDER, copy_proven
from desktop.models.database import close_database, open_database, sealed_with, settle, transaction
from desktop.models.migrate import migrate
from desktop.services.centre import accounts, centres
from desktop.services.writing import apart, chain, epochs, heads
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

MOST = 10


def give(actor: Actor, folder: Path) -> tuple[int, Path]:
    """Give the next station its number; the number, and the file with everything with which its folder begins.

    The file is in clear: it holds every ID number and the key of later files. StationsAreGivenBy elsewhere than at
    station 1, StoreIsSealed where the data are encrypted.
    """
    if actor.station != apart.FIRST:
        raise StationsAreGivenBy()
    if sealed_with() is not None:
        raise StoreIsSealed()
    # Where nothing can be written no number is given.
    place = make_folder(folder)
    with writing(actor, Action.GIVE_STATION) as unit:
        number = 1 + max([apart.FIRST, *map(int, _numbers())])
        if number > MOST:
            raise TooManyStations()
        if not heads.several():
            _make_key()
            heads.tell(unit, apart.FIRST, LogAction.ADD)
        heads.tell(unit, number, LogAction.ADD)
    path = place_of(place, number, STATION)
    copy_proven(path, STATION)
    return number, path


def join(path: Path, folder: DataFolder) -> int:
    """Begin a data folder with what station 1 gave; the number of the new station, whose store is open then.

    AlreadyInitialised where a centre lies already, NoStationFile for another file or a changed one. Whatever fails,
    there is no centre in the folder.
    """
    centres.refuse_network(folder)
    if centres.is_initialised(folder):
        raise AlreadyInitialised(str(folder.root))
    if not path.is_file() or not hash_file(path).is_file() or read_hash(path) != (STATION, file_sha256(path)):
        raise NoStationFile(path.name)
    for needed in (folder.root, folder.backups, folder.drafts, folder.logs, folder.exports):
        make_folder(needed)
    part = part_beside(folder.database)
    try:
        shutil.copyfile(path, part)
        number = _begin(part, path)
        files.sync_file(part)
        files.take_name(part, folder.database)
    finally:
        close_database()
        for suffix in ("", "-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
    centres.open_centre(folder)
    return number


def _begin(part: Path, path: Path) -> int:
    try:
        open_database(part)
    except ShizhuError as error:
        raise NoStationFile(path.name) from error
    migrate()
    given = _numbers()
    if not heads.several() or not given or accounts.station_number() != apart.FIRST:
        raise NoStationFile(path.name)
    number = max(map(int, given))
    with transaction():
        parent = chain.head(apart.FIRST)
        query.execute("UPDATE station SET number = ?, uid = ?, name = ?", [number, new_uid(), str(number)])
        epochs.begin(epochs.STORE, number, parent)
        # What station 1 could take back, and where it keeps its second backup, are of its own.
        query.execute("DELETE FROM act")
        query.execute("DELETE FROM setting WHERE key = ?", [BACKUP_FOLDER])
        with writing(Actor(None, "", Role.DIRECTOR, number), Action.INITIALISE) as unit:
            heads.tell(unit, number, LogAction.ADD)
    close_database()
    settle(part)
    return number


def _numbers() -> list[str]:
    return query.texts("SELECT DISTINCT row_uid FROM change_log WHERE table_name = ?", [Thing.EXCHANGE])


def _make_key() -> None:
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    query.execute(
        "INSERT INTO exchange_key (id, identity, recipient) VALUES (1, ?, ?)",
        [str(identity), str(identity.to_public())],
    )

"""The centre of a data folder: first run, opening, settings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from desktop.core import drives, files, leftovers
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.centre import Centre
from desktop.core.encryption_errors import FilesSealed
from desktop.core.errors import FieldError, InvalidDraft, ShizhuError
from desktop.core.file_errors import AlreadyInitialised, NotInitialised
from desktop.core.files import shut_off, storage_error
from desktop.core.paths import DataFolder
from desktop.core.reasons import Reason
from desktop.core.storage_errors import FolderOnNetwork
from desktop.core.trade import Role
from desktop.core.words import terms
from desktop.models import query
from desktop.models.base import new_uid
from desktop.models.centre import CentreRow, Setting, Station
from desktop.models.copies import BACKUP_FOLDER as BACKUP_FOLDER
from desktop.models.database import close_database, database_path, only_looking, open_database, transaction
from desktop.models.migrate import migrate
from desktop.services.centre import accounts, cut_short, keyring, passwords, practice, sealed_files
from desktop.services.writing import done, epochs, permissions, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.chain import Stamp
from desktop.services.writing.journal import Unit, noting, writing


@dataclass
class CentreDraft:
    """What the first-run wizard asks; an empty password leaves the seat at the desk open."""

    name: str = ""
    number: str = ""
    plan: str = "chenggong"
    district: str = ""
    director: str = ""
    password: str = ""
    backup_folder: str = ""
    # A made-up centre to learn with; whatever it shows or writes says so.
    practice: bool = False


def validate(draft: CentreDraft) -> list[FieldError]:
    """What keeps a centre from being made."""
    errors = []
    if not draft.name.strip():
        errors.append(FieldError("name", Reason.REQUIRED))
    if not re.fullmatch(r"[0-9]{6}", draft.number.strip()):
        errors.append(FieldError("number", Reason.SIX_DIGITS))
    if draft.plan not in terms.PLANS:
        errors.append(FieldError("plan", Reason.UNKNOWN_WORD))
    if not draft.director.strip():
        errors.append(FieldError("director", Reason.REQUIRED))
    return errors + (passwords.errors(draft.director, draft.password) if draft.password else [])


def is_initialised(folder: DataFolder) -> bool:
    """Whether the folder holds a centre."""
    return folder.database.is_file()


def initialise(folder: DataFolder, draft: CentreDraft) -> Actor:
    """Make the data folder of a new centre and open it; the actor is its director."""
    refuse_network(folder)
    if is_initialised(folder):
        raise AlreadyInitialised(str(folder.root))
    errors = validate(draft)
    if errors:
        raise InvalidDraft(errors)
    for needed in (folder.root, folder.backups, folder.drafts, folder.logs, folder.exports):
        files.make_folder(needed)
    # A half-made centre must not look like one: the file takes its name only when it is complete.
    unfinished = folder.database.with_suffix(".new")
    leftovers.remove_database(unfinished)
    try:
        _make(unfinished, draft)
        files.sync_file(unfinished)
        files.take_name(unfinished, folder.database)
    except OSError as error:
        raise storage_error(error, folder.root) from error
    finally:
        leftovers.remove_database(unfinished)
    open_centre(folder)
    row = query.fetch_one("SELECT id, name FROM living_staff ORDER BY id LIMIT 1")
    assert row is not None
    return Actor(row[0], row[1], Role.DIRECTOR, accounts.station_number())


def _make(path: Path, draft: CentreDraft) -> None:
    open_database(path, create=True)
    try:
        migrate()
        _fill(draft)
    finally:
        close_database()


def open_centre(folder: DataFolder, files_too: bool = True) -> None:
    """Open the folder's database and bring it to this program's schema; FolderOnNetwork on a network drive.

    KeyWanted for an encrypted one whose key is not at hand. ``files_too`` seals what an encryption that was cut short
    left in clear beside it.
    """
    refuse_network(folder)
    leftovers.settle(folder)
    if not is_initialised(folder):
        raise NotInitialised(str(folder.root))
    keyring.settle(folder.database)
    open_database(folder.database)
    shut_off(folder.root)
    try:
        upgraded = migrate(folder.backups)
        if upgraded:
            with noting(Actor(None, "", Role.DIRECTOR, accounts.station_number()), ", ".join(upgraded)) as unit:
                unit.note(CentreRow.get(CentreRow.voided_at.is_null()), LogAction.UPGRADE)
                accounts.forget_hashes(unit)
        accounts.require_a_way_in()
        done.begin()
        # Where nothing can be written they wait for the next start.
        if files_too and only_looking() is None and sealed_files.are_left(folder):
            count = sealed_files.seal_left(folder)
            if count:
                cut_short.note(FilesSealed(count))
    except ShizhuError:
        # A newer or damaged database must not stay open for somebody to write into.
        close_database()
        raise


def refuse_network(folder: DataFolder) -> None:
    """FolderOnNetwork for a data folder on a network drive, or to be made on one."""
    if drives.on_network(folder.root):
        raise FolderOnNetwork(str(folder.root))


def close_centre() -> None:
    """Close the database."""
    close_database()


def centre() -> Centre:
    """The centre that is open."""
    row = query.fetch_one("SELECT name, number, plan, district FROM living_centre")
    if row is None:
        raise NotInitialised(str(database_path().parent))
    name, number, plan, district = row
    return Centre(name, number, plan, district, accounts.station_number())


def uid() -> str:
    """What tells this centre from every other, whatever its number."""
    row = query.fetch_one("SELECT uid FROM living_centre")
    if row is None:
        raise NotInitialised(str(database_path().parent))
    return str(row[0])


def change(actor: Actor, name: str, district: str, plan: str) -> None:
    """Put the centre's name, district or plan right; its number stays, because printed codes carry it."""
    errors = []
    if not name.strip():
        errors.append(FieldError("name", Reason.REQUIRED))
    if plan not in terms.PLANS:
        errors.append(FieldError("plan", Reason.UNKNOWN_WORD))
    if errors:
        raise InvalidDraft(errors)
    with writing(actor, Action.CHANGE_CENTRE) as unit:
        row = CentreRow.get_or_none(CentreRow.voided_at.is_null())
        if row is None:
            raise NotInitialised(str(database_path().parent))
        unit.change(row, {"name": name.strip(), "district": district.strip(), "plan": plan})


def setting(key: str, default: str = "") -> str:
    """A choice of this installation."""
    row = query.fetch_one("SELECT value FROM setting WHERE key = ?", [key])
    return str(row[0]) if row else default


def set_setting(actor: Actor, key: str, value: str) -> None:
    """Keep a choice of this installation; where every backup goes besides is an act of its own."""
    with writing(actor, Action.BACKUP_PLACE if key == BACKUP_FOLDER else Action.SET_SETTING) as unit:
        store_setting(unit, key, value)


def keep_choice(actor: Actor, *choices: tuple[str, str]) -> None:
    """Remember how somebody likes things printed, as (key, value); for who may write nothing, nothing is kept."""
    if not permissions.may(actor.role, Action.KEEP_CHOICE):
        return
    with writing(actor, Action.KEEP_CHOICE) as unit:
        for key, value in choices:
            store_setting(unit, key, value)


def store_setting(unit: Unit, key: str, value: str) -> None:
    """Keep a choice of this installation within a unit; nothing is written when it is the one that stands."""
    row = Setting.get_or_none(Setting.key == key)
    if row is not None and row.value == value:
        return
    base = Stamp(row.epoch, row.station, row.counter) if row is not None and row.epoch else None
    before = None if row is None else {key: row.value}
    action = LogAction.ADD if row is None else LogAction.CHANGE
    stamp = unit.log(Thing.SETTING, key, action, before, {key: value}, base)
    query.execute(
        "INSERT OR REPLACE INTO setting (key, value, epoch, station, counter) VALUES (?, ?, ?, ?, ?)",
        [key, value, stamp.epoch, stamp.station, stamp.counter],
    )


def _fill(draft: CentreDraft) -> None:
    with transaction():
        Station.insert(number=1, uid=new_uid(), name="1").execute()
        epochs.begin("store", 1)
        with writing(Actor(None, draft.director.strip(), Role.DIRECTOR, 1), Action.INITIALISE, "initialise") as unit:
            unit.add(
                CentreRow(
                    name=draft.name.strip(),
                    number=draft.number.strip(),
                    plan=draft.plan,
                    district=draft.district.strip(),
                )
            )
            accounts.store_account(unit, draft.director, "director", draft.password)
            rules.add_defaults(unit)
            store_setting(unit, BACKUP_FOLDER, draft.backup_folder.strip())
            if draft.practice:
                store_setting(unit, practice.SETTING, practice.MARKED)

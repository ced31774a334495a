"""A centre put back row by row into an empty data folder, and proved before its store takes its name.

The log is whole from its first write, each record says what its writes say, the closed months are what they were. It
goes on in an epoch of its own, as a restored backup does.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from desktop.core import files, leftovers
from desktop.core.account_errors import DirectorWanted
from desktop.core.acts import Action, LogAction
from desktop.core.errors import InvalidDraft
from desktop.core.file_errors import AlreadyInitialised
from desktop.core.files import storage_error
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.trade import Role
from desktop.models import filling, living, query
from desktop.models.centre import CentreKeyRow, CentreRow, DistrictKeyRow, Staff
from desktop.models.database import close_database, open_database, transaction
from desktop.models.migrate import migrate
from desktop.services.centre import accounts, centres, passwords
from desktop.services.closing import exports, whole_store
from desktop.services.register import listing, printed_codes
from desktop.services.writing import epochs, heads, proving
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing

STAGES = 3
# Stands for a secret until the log has said the fingerprint of it.
_UNTOLD = "sha256:"
_LEFT_BEHIND = "restored on another computer"

Rows = Iterator[tuple[str, dict[str, Any]]]


@dataclass(frozen=True)
class Entering:
    """Who goes on with the centre: a director, and the password that they have from now on."""

    name: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class Known:
    """What is known of the centre elsewhere: who says so, and its last file, whose number is never given again."""

    by: str
    epoch: str
    file: tuple[int, str]


class Source(Protocol):
    """Where the rows come from: of which schema, and what they are held against."""

    @property
    def file(self) -> str:
        """The name of it."""

    @property
    def schema(self) -> str:
        """The newest migration that the rows know."""

    @property
    def known(self) -> Known:
        """What is known elsewhere."""

    def rows(self, tables: Mapping[str, tuple[str, ...]]) -> AbstractContextManager[Rows]:
        """The rows of these tables, each with all columns."""

    def hold_against(self, counts: Counter[str]) -> None:
        """Raise what does not fit in the open store, of whose tables so many rows came."""


def refill(folder: DataFolder, source: Source, entering: Entering, steps: Progress) -> Counter[str]:
    """Put a centre into an empty data folder and open it; how many rows of each table came.

    Whatever fails, the folder is as empty as before. DirectorWanted while nobody is named who could sign in.
    """
    require_empty(folder)
    for needed in (folder.root, folder.backups, folder.drafts, folder.logs, folder.exports):
        files.make_folder(needed)
    unfinished = folder.database.with_suffix(".new")
    leftovers.remove_database(unfinished)
    open_database(unfinished, create=True)
    try:
        counts = _fill(folder, source, steps)
        _go_on(source.known, entering)
        steps.step()
        close_database()
        files.sync_file(unfinished)
        files.take_name(unfinished, folder.database)
    except OSError as error:
        raise storage_error(error, folder.root) from error
    finally:
        close_database()
        leftovers.remove_database(unfinished)
    centres.open_centre(folder)
    return counts


def require_empty(folder: DataFolder) -> None:
    """AlreadyInitialised for a folder that holds a centre, FolderOnNetwork for one that is no place for it."""
    centres.refuse_network(folder)
    leftovers.settle(folder)
    if centres.is_initialised(folder):
        raise AlreadyInitialised(str(folder.root))


def _fill(folder: DataFolder, source: Source, steps: Progress) -> Counter[str]:
    filling.lay_out(source.schema, source.file)
    tables = filling.columns(whole_store.STAYS)
    with source.rows(tables) as rows:
        counts = filling.fill(_untold(rows, steps), tables, _tell_secrets)
    steps.step()
    migrate(folder.backups)
    with transaction():
        living.drop_views()
        living.make_views()
    for trouble in proving.prove().troubles:
        raise trouble
    source.hold_against(counts)
    steps.step()
    return counts


def _secrets() -> list[tuple[str, str]]:
    declared = whole_store.tables().items()
    return [(table, column) for table, model in declared for column in sorted(whole_store.secrets_of(model))]


def _untold(rows: Rows, steps: Progress) -> Iterator[filling.Row]:
    secret = _secrets()
    for table, row in rows:
        steps.check()
        yield table, row | {column: _UNTOLD for of, column in secret if of == table}


def _tell_secrets() -> None:
    """Let a secret that stayed behind be what the log says of it, a fingerprint: so rows and log still fit together."""
    for table, column in _secrets():
        writes = query.fetch(
            "SELECT row_id, after FROM change_log WHERE table_name = ? AND after IS NOT NULL"
            " ORDER BY lamport, epoch, station, counter",
            [table],
        )
        for row, after in writes:
            facts = json.loads(after)
            if column in facts:
                query.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", [facts[column], row])
        query.execute(f"UPDATE {table} SET {column} = '' WHERE {column} = ?", [_UNTOLD])


def _go_on(known: Known, entering: Entering) -> None:
    with transaction():
        station = accounts.station_number()
        epochs.begin_anew(station, [known.epoch] if known.epoch else [])
        actor = Actor(None, entering.name.strip(), Role.DIRECTOR, station)
        with writing(actor, Action.RESTORE, f"returned by {known.by}") as unit:
            # What the district received after this file was written is unknown here.
            exports.demand_full(unit)
            exports.go_behind(unit, [known.file])
            printed_codes.go_behind(unit)
            unit.note(CentreRow.get(CentreRow.voided_at.is_null()), LogAction.RESTORE)
            _leave_keys(unit)
            _let_in(unit, entering)
            if heads.several():
                heads.tell(unit, station)
        listing.index_many(query.ids("SELECT id FROM living_resident ORDER BY id"))


def _leave_keys(unit: Unit) -> None:
    """The secrets of these keys are gone with the computer: the centre enrols with new ones."""
    for model in (CentreKeyRow, DistrictKeyRow):
        for row in list(model.select().where(model.voided_at.is_null())):
            unit.void(row, _LEFT_BEHIND)


def _let_in(unit: Unit, entering: Entering) -> None:
    """Nobody knows a password any more but the director who goes on; the others get theirs from them."""
    name = entering.name.strip()
    if accounts.accounts_exist() or name or entering.password:
        _require_director(name, entering.password)
    for staff in list(Staff.select()):
        if entering.password and staff.voided_at is None and staff.name == name:
            unit.change(staff, {"password": passwords.hashed(entering.password)})
        elif staff.password:
            # A seat that was shut is never opened by emptying a row: it has a password that nobody was told.
            unit.change(staff, {"password": passwords.hashed(secrets.token_urlsafe())})


def _require_director(name: str, password: str) -> None:
    directors = query.texts("SELECT name FROM living_staff WHERE role = ? AND active ORDER BY id", [Role.DIRECTOR])
    if name not in directors:
        raise DirectorWanted("、".join(directors))
    errors = passwords.errors(name, password)
    if errors:
        raise InvalidDraft(errors)

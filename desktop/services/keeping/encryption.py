"""A plain centre becomes an encrypted one, and back: written anew beside the store, compared, then one rename.

The work has two parts, so that a window can go on meanwhile: a copy is prepared (which can be cancelled), and takes the
store's name once nobody has the store open. What was written between the two is written again. Before the rename
nothing has changed; after it ``keyring.settle`` and ``sealed_files`` finish at the next start what was cut short.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.core import files
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.answers import BackupReason
from desktop.core.encryption_errors import AlreadyEncrypted, NotEncrypted, PasswordFirst
from desktop.core.errors import Cancelled, ShizhuError
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.recovery import RecoveryOfOther, groups_of, new_secret
from desktop.core.sealing import Tree
from desktop.core.storage_errors import CipherMissing
from desktop.models import converting, driver, vault
from desktop.models.centre import Staff
from desktop.models.converting import Watch
from desktop.models.database import close_database, copy_to, database_path, open_database, sealed_with, settle
from desktop.services.centre import accounts, centres, keyring, sealed_files
from desktop.services.centre.keyring import Keyring
from desktop.services.keeping import backups
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting


@dataclass(frozen=True)
class Offer:
    """A recovery sheet that counts for nothing yet: somebody has to prove that it can be read (``prove``)."""

    tree: Tree
    secret: bytes = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """What stands on it."""
        return groups_of(self.secret)


@dataclass
class Prepared:
    """A copy of the store that waits to take its name; ``rows`` are what it holds, by table."""

    part: Path
    tree: Tree | None
    ring: Keyring | None
    watch: Watch
    rows: dict[str, int]

    def drop(self) -> None:
        """Think better of it."""
        self.watch.close()
        for suffix in ("", "-wal", "-shm"):
            self.part.with_name(self.part.name + suffix).unlink(missing_ok=True)


def offer(actor: Actor) -> Offer:
    """Another recovery sheet, for a centre that is to be encrypted or that is so already."""
    permissions.reading(actor, Action.SEAL_STORE)
    return Offer(vault.in_use() or Tree.new(), new_secret())


def check(actor: Actor, password: str) -> None:
    """Whether this person may encrypt here and now: CipherMissing, AlreadyEncrypted, PasswordFirst, WrongPassword."""
    _require(actor, password)
    if sealed_with() is not None:
        raise AlreadyEncrypted()


def note_sheet(actor: Actor) -> None:
    """A recovery sheet went to paper: a way out of the house for everything."""
    permissions.reading(actor, Action.SEAL_STORE)
    with noting(actor) as unit:
        unit.log(Thing.STORE, "recovery", LogAction.PRINT)


def prove(made: Offer, typed: str) -> None:
    """Open the master by what was typed or scanned from the paper, as on the day when it is needed.

    RecoveryMistyped names the group; RecoveryOfOther for another sheet.
    """
    ring = keyring.with_sheet(Keyring(made.tree.name, ""), made.tree, made.secret)
    if keyring.by_sheet(ring, typed) != made.tree:
        raise RecoveryOfOther()


def encrypt(actor: Actor, password: str, made: Offer, typed: str, progress: Progress | None = None) -> dict[str, int]:
    """Encrypt the open centre at once; the rows of each table."""
    steps = progress or Progress()
    prepared = prepare(actor, password, made, typed, steps)
    take(actor, prepared)
    sealed_files.seal_left(DataFolder(database_path().parent), steps)
    return prepared.rows


def prepare(actor: Actor, password: str, made: Offer, typed: str, progress: Progress) -> Prepared:
    """An encrypted copy of the open plain store, which opens by this person's password and by the proven sheet."""
    check(actor, password)
    prove(made, typed)
    tree = made.tree
    staff = Staff.get_by_id(actor.staff_id)
    ring = Keyring(tree.name, centres.centre().number, sealing=True)
    ring = keyring.with_person(ring, tree, staff.uid, staff.name, staff.role, password)
    ring = keyring.with_sheet(ring, tree, made.secret)
    backups.back_up_before(BackupReason.BEFORE_SEALING, actor, progress)
    return _prepared(tree, ring, translate("Progress", "Encrypting the data"), progress)


def prepare_plain(actor: Actor, password: str, progress: Progress) -> Prepared:
    """A copy of the open encrypted store that anybody can read, and every file beside it opened."""
    _require(actor, password)
    if sealed_with() is None:
        raise NotEncrypted()
    backups.back_up_before(BackupReason.BEFORE_SEALING, actor, progress)
    sealed_files.open_all(DataFolder(database_path().parent), progress)
    try:
        return _prepared(None, None, translate("Progress", "Taking the encryption away"), progress)
    except (ShizhuError, Cancelled):
        sealed_files.seal_left(DataFolder(database_path().parent))
        raise


def decrypt(actor: Actor, password: str, progress: Progress | None = None) -> dict[str, int]:
    """Take the encryption of the open centre away at once; the rows of each table."""
    prepared = prepare_plain(actor, password, progress or Progress())
    take(actor, prepared)
    return prepared.rows


def take(actor: Actor, prepared: Prepared) -> None:
    """Let the prepared copy be the store, and open it. DatabaseBusy while anybody else has the store open.

    Whatever fails, the store stands as it stood, and is open again.
    """
    permissions.reading(actor, Action.SEAL_STORE)
    store = database_path()
    folder = DataFolder(store.parent)
    close_database()
    try:
        _switch(actor, store, prepared)
    except ShizhuError:
        prepared.drop()
        keyring.settle(store)
        centres.open_centre(folder)
        raise
    centres.open_centre(folder, files_too=False)


def renew_sheet(actor: Actor, made: Offer, typed: str) -> None:
    """Let a proven sheet take the place of the one of before, which opens nothing any more."""
    permissions.reading(actor, Action.SEAL_STORE)
    tree = sealed_with()
    if tree is None:
        raise NotEncrypted()
    if tree != made.tree:
        raise RecoveryOfOther()
    prove(made, typed)
    keys = vault.keys_beside(database_path())
    ring = keyring.with_sheet(keyring.read(keys), tree, made.secret)
    with noting(actor) as unit:
        unit.log(Thing.STORE, "keys", LogAction.CHANGE, None, {"recovery_on": ring.recovery_on})
        keyring.write(keys, ring)


def _require(actor: Actor, password: str) -> None:
    permissions.reading(actor, Action.SEAL_STORE)
    if not driver.version():
        raise CipherMissing()
    if not accounts.has_password(actor):
        raise PasswordFirst()
    accounts.prove(actor, password)


def _prepared(tree: Tree | None, ring: Keyring | None, what: str, progress: Progress) -> Prepared:
    store = database_path()
    if tree is not None:
        vault.hold(tree)
    part = files.part_beside(store)
    made = Prepared(part, tree, ring, Watch(store), {})
    still = files.part_beside(store)
    try:
        source = store
        if sealed_with() is None:
            # Two SQLite libraries in one process do not see each other's locks: while the standard library's has the
            # store open, SQLCipher's would take its log away and lose what is written next.
            copy_to(still)
            source = still
        made.rows.update(converting.convert(source, part, tree, progress, what))
    except (ShizhuError, Cancelled):
        made.drop()
        raise
    finally:
        still.unlink(missing_ok=True)
    return made


def _switch(actor: Actor, store: Path, prepared: Prepared) -> None:
    moved = prepared.watch.moved()
    prepared.watch.close()
    settle(store)
    if moved:
        prepared.part.unlink(missing_ok=True)
        found = converting.convert(store, prepared.part, prepared.tree, Progress(), "")
        prepared.rows.clear()
        prepared.rows.update(found)
    _note(actor, prepared)
    if prepared.ring is not None:
        keyring.write(keyring.next_keys(store), replace(prepared.ring, store_salt=keyring.salt_of(prepared.part)))
    else:
        # What was kept since the files were opened.
        sealed_files.open_all(DataFolder(store.parent))
    try:
        files.sync_file(prepared.part)
        files.take_name(prepared.part, store)
    except OSError as error:
        raise files.storage_error(error, store) from error
    keyring.settle(store)


def _note(actor: Actor, prepared: Prepared) -> None:
    before = _said(prepared.tree is None)
    open_database(prepared.part)
    try:
        with noting(actor) as unit:
            unit.log(Thing.STORE, "store", LogAction.CHANGE, before, _said(prepared.tree is not None))
    finally:
        close_database()
    settle(prepared.part)
    for suffix in ("-wal", "-shm"):
        with suppress(OSError):
            prepared.part.with_name(prepared.part.name + suffix).unlink(missing_ok=True)


def _said(sealed: bool) -> dict[str, object]:
    return {"encrypted": sealed}

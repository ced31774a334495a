"""Whether a centre is encrypted, by whom it is opened and by which sheet: what can be said before there is a key."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.acts import Action
from desktop.core.encryption_errors import NotEncrypted
from desktop.core.file_errors import NotInitialised
from desktop.core.paths import DataFolder
from desktop.core.sealing import is_sealed_store
from desktop.models import vault
from desktop.models.database import sealed_with
from desktop.services.centre import accounts, centres, keyring, unlocking
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor


@dataclass(frozen=True)
class KeyHolder:
    """Somebody whose password opens the data; ``tries`` are wrong passwords in a row."""

    name: str
    role: str
    tries: int


@dataclass(frozen=True)
class KeyState:
    """``finishing``: files beside the store are still to be sealed, or opened; ``recovery_on`` is the sheet's day."""

    encrypted: bool
    people: tuple[KeyHolder, ...] = ()
    recovery_on: str = ""
    finishing: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Who has a key."""
        return tuple(one.name for one in self.people)


def of(folder: DataFolder) -> KeyState:
    """What ``keys.json`` says of the folder's store; KeysDamaged when it is not there or cannot be read."""
    if not centres.is_initialised(folder):
        raise NotInitialised(str(folder.root))
    keyring.settle(folder.database)
    if not is_sealed_store(folder.database):
        return KeyState(False)
    if not vault.keys_beside(folder.database).is_file() and vault.held() == ():
        # Not SQLite's own head and no keys: opening it says what it is.
        return KeyState(False)
    ring = unlocking.ring_of(folder.database)
    people = {one.uid: KeyHolder(one.name, one.role, one.tries) for one in ring.people}
    return KeyState(True, tuple(people.values()), ring.recovery_on, ring.sealing)


def encrypted() -> bool:
    """Whether the open store is."""
    return sealed_with() is not None


def without_key(actor: Actor, folder: DataFolder) -> list[str]:
    """Who signs in and has no key yet: they get one by signing in once while the centre is open."""
    permissions.reading(actor, Action.SEAL_STORE)
    state = of(folder)
    if not state.encrypted:
        raise NotEncrypted()
    return [one for one in accounts.staff_names() if one not in state.names]

"""Opening a sealed centre: by the password of somebody who has a key, or by the recovery sheet.

Wrong passwords in a row are counted beside the wrapped keys, before there is a database to count them in; where the
keys cannot be written, ``pausing`` counts. Somebody with an account and no lock yet gets one by signing in while the
centre is open (``learn``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.core import clock
from desktop.core.account_errors import SignInPaused, WrongPassword
from desktop.core.errors import StorageError
from desktop.core.files import storage_error
from desktop.core.sealing import is_sealed_store
from desktop.core.storage_errors import KeysDamaged
from desktop.models import driver, vault
from desktop.models.database import database_path, is_open
from desktop.services.centre import keyring, pausing
from desktop.services.centre.keyring import Keyring
from desktop.services.centre.pausing import Count


def is_locked(store: Path) -> bool:
    """Whether a key has to be asked for before this store, or this copy of one, can be opened."""
    keyring.settle(store)
    if not is_sealed_store(store) or not vault.keys_beside(store).is_file():
        return False
    try:
        return driver.tree_of(store) is None
    except StorageError:
        return True


def names(store: Path) -> tuple[str, ...]:
    """Who has a key to it."""
    return tuple(dict.fromkeys(one.name for one in ring_of(store).people))


def ring_of(store: Path) -> Keyring:
    """The wrapped keys beside a store; KeysDamaged when they are not there or cannot be read."""
    path = vault.keys_beside(store)
    try:
        return keyring.read(path)
    except FileNotFoundError as error:
        raise KeysDamaged(path.name) from error
    except OSError as error:
        raise storage_error(error, path) from error


def unlock(store: Path, name: str, password: str) -> str:
    """Have the key at hand; the uid of whom it was given to.

    WrongPassword for a wrong name or password, SignInPaused after several.
    """
    ring = ring_of(store)
    counted = _refuse_while_paused(store, ring, name)
    uid, tree = keyring.by_password(ring, name, password)
    _count(store, ring, name, counted if tree is None else Count())
    if tree is None:
        raise WrongPassword()
    keyring.hold(ring, tree)
    return uid


def unlock_by_sheet(store: Path, typed: str) -> None:
    """Have the key at hand by what stands on the recovery sheet."""
    ring = ring_of(store)
    keyring.hold(ring, keyring.by_sheet(ring, typed))


def learn(uid: str, name: str, role: str, password: str) -> None:
    """Somebody proved a password while the store is open: one lock, of this password, and no wrong tries."""
    tree = vault.in_use()
    if tree is None:
        return
    ring = _own_ring()
    mine = ring.locks_of(name)
    if len(mine) == 1 and mine[0].uid == uid and mine[0].role == role and not mine[0].tries:
        return
    _change(lambda kept: keyring.only_newest(keyring.with_person(kept, tree, uid, name, role, password), uid))


def add_lock(uid: str, name: str, role: str, password: str) -> None:
    """A new password, before it is in the database; the lock of before stays until ``drop_older``."""
    tree = vault.in_use()
    if tree is not None:
        _change(lambda ring: keyring.with_person(ring, tree, uid, name, role, password))


def drop_older(uid: str) -> None:
    """The new password is in the database: the one of before opens nothing any more."""
    if vault.in_use() is not None:
        _change(lambda ring: keyring.only_newest(ring, uid))


def take_locks(*uids: str) -> None:
    """Whose account is closed opens nothing any more."""
    if vault.in_use() is not None:
        _change(lambda ring: keyring.without(ring, uids))


def _own_ring() -> Keyring:
    return ring_of(database_path())


def _change(change: Callable[[Keyring], Keyring]) -> None:
    if is_open():
        ring = _own_ring()
        changed = change(ring)
        if changed != ring:
            keyring.write(vault.keys_beside(database_path()), changed)


def _refuse_while_paused(store: Path, ring: Keyring, name: str) -> Count:
    """SignInPaused while one has to wait; else the count, should this one be wrong too."""
    mine = ring.locks_of(name)
    if not mine:
        return Count()
    kept = Count(mine[0].tries, mine[0].last)
    left, count = pausing.next_count(pausing.known(store, mine[0].uid, kept), clock.now().replace(microsecond=0))
    if left:
        _count(store, ring, name, count)
        raise SignInPaused(left)
    return count


def _count(store: Path, ring: Keyring, name: str, count: Count) -> None:
    mine = ring.locks_of(name)
    if not mine:
        return
    try:
        if (mine[0].tries, mine[0].last) != count:
            counted = replace(mine[0], tries=count.tries, last=count.last)
            people = tuple(counted if one == mine[0] else one for one in ring.people)
            keyring.write(vault.keys_beside(store), replace(ring, people=people))
        pausing.written(store, mine[0].uid)
    except StorageError:
        # On a medium that cannot be written it holds until the program ends.
        pausing.count_here(store, mine[0].uid, Count(mine[0].tries, mine[0].last), count)

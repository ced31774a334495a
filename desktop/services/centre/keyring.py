"""``keys.json``: the master key of a sealed centre, wrapped once for each person who opens it and once for the sheet.

What has to be read before there is a key stands here in clear: names, roles, wrong passwords in a row. It lies beside
the store and beside every copy of it. A password's key is argon2id of it, with parameters and salt of its own; the
sheet's secret cannot be guessed and needs none.

``keys-next.json`` are the keys of a store that is about to take its name: it knows that store by its salt, so that the
next start can tell whether it did (``settle``).
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from desktop.core import clock, files
from desktop.core.encryption_errors import EncryptionUndone
from desktop.core.recovery import RecoveryOfOther, secret_of
from desktop.core.sealing import KEY_BYTES, Tree, Unsealable, decrypt, derived, encrypt, is_sealed_store
from desktop.core.storage_errors import KeysDamaged
from desktop.models import vault
from desktop.services.centre import cut_short

_FORMAT = 1
_SALT = 16
# RFC 9106's second recommended option, kept beside each wrapped key: passes, KiB, lanes.
_COST = (3, 65_536, 4)
# The salt of an SQLCipher file is its first bytes.
_STORE_SALT = 16
_RECOVERY = "recovery"


@dataclass(frozen=True)
class Lock:
    """One person's wrapped key. ``tries`` are wrong passwords in a row, ``last`` when the last of them was."""

    uid: str
    name: str
    role: str
    cost: tuple[int, int, int]
    salt: str
    wrapped: str
    tries: int = 0
    last: str = ""


@dataclass(frozen=True)
class Keyring:
    """What ``keys.json`` says. ``sealing`` is true until every file beside the store is sealed too."""

    tree: str
    centre: str
    people: tuple[Lock, ...] = ()
    recovery: str = ""
    recovery_on: str = ""
    store_salt: str = ""
    sealing: bool = False
    # Trees of before, wrapped by this one, that files may still be sealed with: name and wrapped master.
    older: tuple[tuple[str, str], ...] = field(default=())

    def locks_of(self, name: str) -> tuple[Lock, ...]:
        """The locks of a name, the newest first: two while a password is being changed."""
        return tuple(one for one in reversed(self.people) if one.name == name.strip())


def read(path: Path) -> Keyring:
    """The keys of a file; KeysDamaged when it is not one, OSError when it is not there."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        if said["format"] != _FORMAT:
            raise KeysDamaged(path.name)
        people = tuple(Lock(**{**one, "cost": tuple(one["cost"])}) for one in said.pop("people"))
        older = tuple((str(name), str(wrapped)) for name, wrapped in said.pop("older"))
        del said["format"]
        return Keyring(people=people, older=older, **said)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeysDamaged(path.name) from error


def write(path: Path, ring: Keyring) -> None:
    """Keep the keys; they take the name only once they are on disk."""
    text = json.dumps({"format": _FORMAT, **asdict(ring)}, ensure_ascii=False, indent=1, sort_keys=True)
    files.keep(path, text.encode("utf-8"))


def with_person(ring: Keyring, tree: Tree, uid: str, name: str, role: str, password: str) -> Keyring:
    """The keys with one more lock for this person; ``only_newest`` takes those of before away."""
    salt = secrets.token_bytes(_SALT)
    wrapped = encrypt(_password_key(password, salt, _COST), tree.master, _about(uid))
    lock = Lock(uid, name, role, _COST, salt.hex(), wrapped.hex())
    return replace(ring, people=(*ring.people, lock))


def only_newest(ring: Keyring, uid: str) -> Keyring:
    """The keys with one lock of this person, the one that was made last."""
    mine = [one for one in ring.people if one.uid == uid][-1:]
    return replace(ring, people=(*(one for one in ring.people if one.uid != uid), *mine))


def without(ring: Keyring, uids: Iterable[str]) -> Keyring:
    """The keys without these people's locks."""
    gone = set(uids)
    return replace(ring, people=tuple(one for one in ring.people if one.uid not in gone))


def with_sheet(ring: Keyring, tree: Tree, secret: bytes) -> Keyring:
    """The keys with a recovery sheet of this secret; one of before opens them no more."""
    wrapped = encrypt(derived(secret, _RECOVERY), tree.master, _RECOVERY)
    return replace(ring, recovery=wrapped.hex(), recovery_on=clock.today().isoformat())


def by_password(ring: Keyring, name: str, password: str) -> tuple[str, Tree | None]:
    """Whose password this is and the tree; no tree when it is not. A name without a lock takes as long as one with."""
    for lock in ring.locks_of(name):
        found = _tree(
            ring, _password_key(password, bytes.fromhex(lock.salt), lock.cost), lock.wrapped, _about(lock.uid)
        )
        if found is not None:
            return lock.uid, found
    if not ring.locks_of(name):
        _password_key(password, bytes(_SALT), _COST)
    return "", None


def by_sheet(ring: Keyring, typed: str) -> Tree:
    """The tree, by what stands on the sheet; RecoveryMistyped names the group, RecoveryOfOther is another sheet."""
    found = _tree(ring, derived(secret_of(typed), _RECOVERY), ring.recovery, _RECOVERY)
    if found is None:
        raise RecoveryOfOther()
    return found


def hold(ring: Keyring, tree: Tree) -> None:
    """Have the tree at hand, and those of before that it opens."""
    for name, wrapped in ring.older:
        with suppress(Unsealable):
            vault.hold(Tree(decrypt(tree.master, bytes.fromhex(wrapped), name)))
    vault.hold(tree)


def with_older(ring: Keyring, tree: Tree, others: Iterable[Tree]) -> Keyring:
    """The keys with other trees in their care, whose files still lie beside the store."""
    known = {tree.name, *(name for name, _ in ring.older)}
    found = [one for one in others if one.name not in known]
    wrapped = tuple((one.name, encrypt(tree.master, one.master, one.name).hex()) for one in found)
    return replace(ring, older=(*ring.older, *wrapped))


def salt_of(store: Path) -> str:
    """What tells one sealed file from another before there is a key; "" for a plain one."""
    if not is_sealed_store(store):
        return ""
    with store.open("rb") as file:
        return file.read(_STORE_SALT).hex()


def next_keys(store: Path) -> Path:
    """Where the keys of a store lie that is about to take this name."""
    return store.with_name("keys-next.json")


def settle(store: Path) -> None:
    """Finish or undo what was cut short: the keys that fit the store are its keys; others are put away."""
    keys, coming = vault.keys_beside(store), next_keys(store)
    if not store.is_file():
        # Between two names: whoever puts the store back asks again.
        return
    try:
        if coming.is_file():
            if read(coming).store_salt == salt_of(store) != "":
                os.replace(coming, keys)
            else:
                coming.unlink()
                cut_short.note(EncryptionUndone())
        if keys.is_file() and not is_sealed_store(store):
            put_away(keys)
    except KeysDamaged:
        # Never complete, so no store waits for it.
        coming.unlink(missing_ok=True)
    except OSError as error:
        raise files.storage_error(error, keys) from error


def put_away(keys: Path) -> None:
    """Keys that no store here needs: kept under a name that says so, for a copy that may."""
    stem = f"keys-unused-{clock.now():%Y%m%d-%H%M%S}"
    target, count = keys.with_name(f"{stem}.json"), 2
    while target.exists():
        target, count = keys.with_name(f"{stem}-{count}.json"), count + 1
    os.replace(keys, target)


def _tree(ring: Keyring, key: bytes, wrapped: str, about: str) -> Tree | None:
    try:
        found = Tree(decrypt(key, bytes.fromhex(wrapped), about))
    except (Unsealable, ValueError):
        return None
    return found if found.name == ring.tree else None


def _about(uid: str) -> str:
    return f"password of {uid}"


def _password_key(password: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    passes, memory, lanes = cost
    return hash_secret_raw(password.encode(), salt, passes, memory, lanes, KEY_BYTES, Type.ID)

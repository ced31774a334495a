"""Which SQLite opens a file: the standard library's a plain one, SQLCipher's a sealed one, by a key at hand.

No other module connects to a database file. SQLCipher is loaded by the first sealed file; without it a plain store
works as ever. One file is never open by both at once: they do not see each other's locks, and the one would take away
the log that the other writes to.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import decimal
import sqlite3
import sys
from pathlib import Path, PurePath
from types import ModuleType
from typing import cast

import peewee

from desktop.core.sealing import Branch, Tree, is_sealed_store
from desktop.core.storage_errors import CipherMissing, KeyWanted
from desktop.models import vault


class Store(peewee.SqliteDatabase):
    """peewee's SQLite, which opens a sealed file as well: ``init(…, tree=…)``."""

    def _connect(self) -> sqlite3.Connection:
        tree = self.connect_params.get("tree")
        if tree is None:
            plain = {name: value for name, value in self.connect_params.items() if name != "tree"}
            opened = sqlite3.connect(self.database, timeout=self._timeout, isolation_level=None, **plain)  # type: ignore[attr-defined]
        else:
            opened = keyed(self.database, tree, self._timeout)  # type: ignore[attr-defined]
        try:
            self._add_conn_hooks(opened)  # type: ignore[attr-defined]
        except Exception:
            opened.close()
            raise
        return opened


def address(path: PurePath, choices: str) -> str:
    """The URI by which SQLite opens a file with its ``choices``, such as ``mode=ro``."""
    uri = path.as_uri()
    # On Windows a network drive resolves to \\server\share: SQLite wants that in the path and refuses a host.
    return f"{uri if uri.startswith('file:///') else f'file://{uri[5:]}'}?{choices}"


def connect(path: Path, choices: str, timeout: float = 5, any_thread: bool = False) -> sqlite3.Connection:
    """A connection of its own to a file that is there, sealed or not. KeyWanted when no key at hand opens it."""
    tree = tree_of(path)
    where = address(path.resolve(), choices)
    if tree is not None:
        return keyed(where, tree, timeout, any_thread)
    return sqlite3.connect(where, uri=True, timeout=timeout, check_same_thread=not any_thread)


def by_cipher(path: Path) -> sqlite3.Connection:
    """A connection of SQLCipher's, which knows how to write a store anew as a sealed or a plain one."""
    return keyed(address(path.resolve(), "mode=rw"), tree_of(path), 5)


def make(path: Path, tree: Tree | None) -> sqlite3.Connection:
    """A connection to a file that is empty yet, which the tree seals from its first page on."""
    where = address(path.resolve(), "mode=rwc")
    return sqlite3.connect(where, uri=True) if tree is None else keyed(where, tree, 5)


def tree_of(path: Path) -> Tree | None:
    """The tree at hand that opens a sealed store; None for a plain one, and for one that no tree ever opens.

    KeyWanted where there is a key, but not here.
    """
    if not is_sealed_store(path):
        return None
    name = vault.tree_named_beside(path)
    for tree in vault.held():
        # By its name, if that is known: a store that is damaged fits no key, and is still this tree's.
        if tree.name == name or (not name and _fits(path, tree)):
            return tree
    if name:
        raise KeyWanted(path.name)
    # Not SQLite's own head and no keys anywhere: SQLite says itself what it thinks of it.
    return None


def keyed(where: str, tree: Tree | None, timeout: float, any_thread: bool = False) -> sqlite3.Connection:
    """A connection of SQLCipher's with the raw key given: nothing is derived anew for each connection."""
    opened = _cipher().connect(where, uri=True, timeout=timeout, isolation_level=None, check_same_thread=not any_thread)
    try:
        # SQLCipher writes to standard error what it raises anyway.
        opened.execute("PRAGMA cipher_log_level = NONE")
        if tree is not None:
            opened.execute(f"PRAGMA key = \"x'{tree.key(Branch.STORE).hex()}'\"")
    except Exception:
        opened.close()
        raise
    return cast(sqlite3.Connection, opened)


def errors() -> tuple[type[Exception], ...]:
    """What a database reports, whichever SQLite is asked."""
    found: tuple[type[Exception], ...] = (peewee.DatabaseError, sqlite3.DatabaseError)
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return found if loaded is None else (*found, loaded.DatabaseError)


def version() -> str:
    """The version of SQLite that a sealed store is read by; "" where SQLCipher is not installed."""
    with contextlib.suppress(CipherMissing):
        return str(_cipher().sqlite_version)
    return ""


def _fits(path: Path, tree: Tree) -> bool:
    trouble = _cipher().DatabaseError
    with contextlib.closing(keyed(address(path.resolve(), "mode=ro"), tree, 5)) as opened:
        try:
            opened.execute("SELECT count(*) FROM sqlite_master")
        except trouble as error:
            return "not a database" not in str(error)
    return True


def _cipher() -> ModuleType:
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise CipherMissing() from error
    if dbapi2 not in _adapted:
        # As peewee does for the standard library's.
        for kind in (decimal.Decimal, dt.date, dt.time):
            dbapi2.register_adapter(kind, str)
        _adapted.append(dbapi2)
    return cast(ModuleType, dbapi2)


_adapted: list[ModuleType] = []

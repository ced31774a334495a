"""The one SQLite database, its pragmas and its single writer path.

Connections are one per thread. WAL with ``synchronous=FULL`` because WAL+NORMAL loses acknowledged commits
in a power cut; writes begin IMMEDIATE because an upgraded read transaction fails at once when the file is
busy. One process-wide lock keeps two of our own threads from writing or checkpointing together.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from desktop.core.errors import ShizhuError
from desktop.core.files import writing_beside
from desktop.core.sealing import Tree
from desktop.core.storage_errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    FileMissing,
    FolderReadOnly,
    StorageTrouble,
)
from desktop.models import driver, vault

BUSY_SECONDS = 10
# How long the window stands still for a write that another thread is in the middle of.
PATIENCE_SECONDS = 3
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "busy_timeout": BUSY_SECONDS * 1000,
    "temp_store": "memory",
    "cache_size": -8_000,
    "trusted_schema": 0,
    # REPLACE then asks the triggers of deletion too; other programs are kept off by triggers of insertion.
    "recursive_triggers": 1,
}
# Where nothing can be written there is neither a log nor its index, and nothing to wait for.
_LOOKING = {name: value for name, value in _PRAGMAS.items() if name not in ("journal_mode", "synchronous")}
_LOOKING["query_only"] = 1

database = driver.Store(None)
_writer = threading.RLock()
_path: list[Path] = []
_looking: list[DiskFull | FolderReadOnly] = []


def open_database(path: Path, create: bool = False) -> None:
    """Open the file for this program; without ``create`` a missing file is an error, never an empty database.

    Where the disk is full or lets nobody write, the file is opened to be read alone: see ``only_looking``.
    """
    close_database()
    if not create and not path.is_file():
        raise FileMissing(path.name)
    if not create and path.stat().st_size == 0:
        # SQLite would take it for a new database, and the program for a centre without a past.
        raise DatabaseDamaged(path.name, "empty")
    with storage_trouble(path):
        tree = driver.tree_of(path)
    try:
        _connect(path, "mode=rwc" if create else "mode=rw", _PRAGMAS, tree)
    except (DiskFull, FolderReadOnly) as trouble:
        if create or not _read_whole(path):
            raise
        # SQLite would make its log and the index of it even to read.
        _connect(path, "mode=ro&immutable=1", _LOOKING, tree)
        _looking[:] = [replace(trouble)]
    # Even while the file is closed: what is typed meanwhile is kept as the store is.
    vault.write_with(tree)


def _connect(path: Path, choices: str, pragmas: dict[str, object], tree: Tree | None) -> None:
    database.init(driver.address(path.resolve(), choices), pragmas=pragmas, uri=True, tree=tree)
    _path[:] = [path]
    try:
        with storage_trouble():
            database.connect()
            database.execute_sql("SELECT count(*) FROM sqlite_master")  # type: ignore[no-untyped-call]
    except ShizhuError:
        close_database()
        raise


def _read_whole(path: Path) -> bool:
    """Whether the file alone has every write: a log that a crash left beside it would not be read."""
    try:
        log = path.with_name(f"{path.name}-wal")
        return not log.exists() or log.stat().st_size == 0
    except OSError:
        return False


def only_looking() -> DiskFull | FolderReadOnly | None:
    """Why the open file can be read and not written: a full disk, a folder or disk that lets nobody write."""
    # Each time another one: one that was raised holds on to whatever was open then.
    return replace(_looking[0]) if _looking else None


def sealed_with() -> Tree | None:
    """The tree that seals the open file; None for a plain one."""
    tree: Tree | None = database.connect_params.get("tree")
    return tree


def close_database() -> None:
    """Close this thread's connection and forget the file; other threads close theirs by ``close_thread``."""
    close_thread()
    # Without this the next query would quietly open the old file again.
    database.init(None)
    _path.clear()
    _looking.clear()


def close_thread() -> None:
    """Close the calling thread's connection, if it has one."""
    if not database.deferred and not database.is_closed():
        database.close()


def is_open() -> bool:
    """Whether a file is open for this program."""
    return bool(_path)


def database_path() -> Path:
    """The file that is open."""
    if not _path:
        raise FileMissing("shizhu.db")
    return _path[0]


@contextmanager
def transaction() -> Iterator[None]:
    """One write transaction; everything in it happens or nothing does. Nested use joins the outer one.

    DatabaseBusy when another thread goes on writing: whoever stands before the window is told after some seconds
    and can try again, while a worker waits for its turn.
    """
    refused = only_looking()
    if refused is not None:
        raise refused
    with _turn(), storage_trouble():
        if database.in_transaction():
            yield
            return
        with database.atomic("IMMEDIATE"):
            yield


@contextmanager
def _turn() -> Iterator[None]:
    before_window = threading.current_thread() is threading.main_thread()
    if not _writer.acquire(timeout=PATIENCE_SECONDS if before_window else -1):
        raise DatabaseBusy()
    try:
        yield
    finally:
        _writer.release()


@contextmanager
def reading() -> Iterator[None]:
    """Several queries that see one moment of the database; writers are not held up."""
    with storage_trouble():
        if database.in_transaction():
            yield
            return
        with database.atomic("DEFERRED"):
            yield


def copy_to(target: Path, before_named: Callable[[Path], object] = lambda _part: None) -> None:
    """Copy the live database by SQLite's backup API; a file copy of a WAL database would be corrupt.

    One step, so that writers need not wait; the copy takes its name only when it is whole and on disk, and
    ``before_named`` was called with it. It is sealed as the store is.
    """
    with storage_trouble(target), writing_beside(target) as part:
        try:
            with closing(driver.make(part, sealed_with())) as copy:
                database.connect(reuse_if_open=True)
                database.connection().backup(copy)  # type: ignore[no-untyped-call]
                # A copy is one file that opens from anywhere: without the WAL mode that its source has.
                copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            # On a full disk SQLite leaves the journal of what it could not finish.
            part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
        if sealed_with() is not None:
            vault.copy_keys(database_path(), target)
        before_named(part)


def settle(path: Path) -> None:
    """Make a database that is closed here one file, with what a crash left in its log.

    DatabaseBusy when anybody else has it open, even without writing: only then may the file be moved.
    """
    with storage_trouble(path), closing(driver.connect(path, "mode=rw", timeout=1)) as connection:
        # Leaving WAL mode needs the file for oneself alone.
        connection.execute("PRAGMA journal_mode=DELETE")


def integrity_problems() -> list[str]:
    """What SQLite's checks find in the whole file; empty when all is well."""
    with storage_trouble():
        found = [str(row[0]) for row in database.execute_sql("PRAGMA integrity_check(20)")]  # type: ignore[no-untyped-call]
    return [text for text in found if text != "ok"] + foreign_key_problems()


def file_cut_short() -> bool:
    """Whether the open file is shorter than its own header says, as after a copy that broke off."""
    with storage_trouble():
        # SQLCipher answers the size as a text.
        pages, size = (
            int(database.execute_sql(f"PRAGMA {one}").fetchone()[0])  # type: ignore[no-untyped-call]
            for one in ("page_count", "page_size")
        )
    log = database_path().with_name(f"{database_path().name}-wal")
    # Pages that are new stand in the log until a checkpoint takes them over.
    return not (log.exists() and log.stat().st_size) and database_path().stat().st_size < pages * size


def foreign_key_problems() -> list[str]:
    """Rows that refer to a row that is not there."""
    with storage_trouble():
        broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()  # type: ignore[no-untyped-call]
    return [f"foreign key: {row[0]} {row[1]}" for row in broken]


@contextmanager
def storage_trouble(path: Path | None = None) -> Iterator[None]:
    """Turn what SQLite reports about ``path`` (else the open file) into a ``StorageError`` with a sentence."""
    try:
        yield
    except ShizhuError:
        raise
    except driver.errors() as error:
        known = _known_trouble(error, path or (_path[0] if _path else Path("shizhu.db")))
        if known is None:
            raise
        raise known from error


def _cannot_open(path: Path) -> ShizhuError:
    # SQLite needs to make its log beside the file even to read.
    if path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        return FolderReadOnly(str(path.parent))
    return StorageTrouble(path.name, "unable to open")


def _io_error(path: Path) -> ShizhuError:
    # With a few kilobytes left SQLite cannot even lay its index of the log out, and calls that an I/O error.
    with suppress(OSError):
        if shutil.disk_usage(path.parent).free < _LEAST_FREE:
            return DiskFull(str(path.parent))
    return StorageTrouble(path.name, "disk I/O error")


_LEAST_FREE = 1_000_000
_TROUBLE: tuple[tuple[str, Callable[[Path], ShizhuError]], ...] = (
    ("is locked", lambda path: DatabaseBusy()),
    ("database or disk is full", lambda path: DiskFull(str(path.parent))),
    ("readonly database", lambda path: only_looking() or FolderReadOnly(str(path.parent))),
    ("unable to open", _cannot_open),
    ("malformed", lambda path: DatabaseDamaged(path.name)),
    ("not a database", lambda path: DatabaseDamaged(path.name)),
    ("disk i/o error", _io_error),
)


def _known_trouble(error: BaseException, path: Path) -> ShizhuError | None:
    # On a full disk SQLite rolls back by itself; the ROLLBACK that then fails would hide why.
    chain: BaseException | None = error
    while chain is not None:
        for part, make in _TROUBLE:
            if part in str(chain).lower():
                return make(path)
        chain = chain.__context__
    return None

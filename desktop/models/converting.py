"""A store written anew, sealed or plain: row by row into another file, compared before it counts.

SQLCipher's own export: the backup API copies pages and cannot change how they are sealed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop.core.errors import Cancelled
from desktop.core.progress import Progress
from desktop.core.sealing import Branch, Tree
from desktop.core.storage_errors import DatabaseDamaged
from desktop.models import driver
from desktop.models.database import storage_trouble

# How many steps of SQLite's machine pass between two looks at whether somebody cancelled.
_STEPS = 100_000
_PARTS = 100


class Watch:
    """Knows whether a store was written to since it began to look; it keeps nobody from writing."""

    def __init__(self, store: Path) -> None:
        # Looked at from the thread that began the work and from the one that ends it, never from both at once.
        self._look = driver.connect(store, "mode=ro", any_thread=True)
        self._began = self._version()

    def moved(self) -> bool:
        """Whether anybody wrote since."""
        return self._version() != self._began

    def close(self) -> None:
        """Let the store go."""
        self._look.close()

    def _version(self) -> int:
        return int(self._look.execute("PRAGMA data_version").fetchone()[0])


def convert(source: Path, target: Path, tree: Tree | None, progress: Progress, what: str) -> dict[str, int]:
    """Write a store into an empty file, sealed by the tree or plain; the number of rows of each table.

    A plain source must not be open in this process: it is opened by the other library.

    DatabaseDamaged when the copy does not hold what the source holds. Cancelled leaves the source as it is.
    """
    progress.start(_PARTS, what)
    with storage_trouble(source), closing(driver.by_cipher(source)) as store:
        store.set_progress_handler(_told(source, target, progress), _STEPS)
        try:
            key = "" if tree is None else f"x'{tree.key(Branch.STORE).hex()}'"
            store.execute("ATTACH DATABASE ? AS made KEY ?", (driver.address(target.resolve(), "mode=rwc"), key))
            # One moment of the store, whatever others write meanwhile.
            store.execute("BEGIN")
            store.execute("SELECT sqlcipher_export('made')")
            wanted = (_counts(store), _schema(store))
            store.execute("COMMIT")
        except driver.errors():
            progress.check()
            raise
        finally:
            store.set_progress_handler(None, 0)
    # Anew, as the next start will: what was copied is what opens.
    with storage_trouble(target), closing(driver.keyed(driver.address(target.resolve(), "mode=rw"), tree, 5)) as copy:
        if (_counts(copy), _schema(copy)) != wanted:
            raise DatabaseDamaged(source.name, "the copy differs")
    progress.check()
    return wanted[0]


def _told(source: Path, target: Path, progress: Progress) -> Callable[[], int]:
    whole = max(1, source.stat().st_size)

    def look() -> int:
        done = min(_PARTS - 1, target.stat().st_size * _PARTS // whole)
        try:
            if done > progress.done:
                progress.step(done - progress.done)
            progress.check()
        except Cancelled:
            return 1
        return 0

    return look


def _counts(store: sqlite3.Connection) -> dict[str, int]:
    tables = [one for (one,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    own = [one for one in tables if not one.startswith("sqlite_stat")]
    return {one: int(store.execute(f'SELECT count(*) FROM "{one}"').fetchone()[0]) for one in own}


def _schema(store: sqlite3.Connection) -> list[tuple[str, ...]]:
    found = store.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1, 2")
    return [tuple(one) for one in found]

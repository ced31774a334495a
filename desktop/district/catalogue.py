"""The catalogue of a district's folder: the centres, and one row for each accepted (centre, period).

It names centres, periods, files and counts; never a person. A row is written last: a file without one is not accepted.
Writers wait for each other, whatever program they are of.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from desktop.core.district_errors import DistrictDamaged
from desktop.core.storage_errors import DatabaseBusy, DiskFull, StorageTrouble
from desktop.sync.format import FULL

BUSY_SECONDS = 30
_VERSION = 2
# What each version added; the first made the catalogue.
_TABLES = (
    """
CREATE TABLE centre (
    number TEXT PRIMARY KEY CHECK (number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    name TEXT NOT NULL,
    uid TEXT NOT NULL,
    sign_with TEXT NOT NULL,
    recovery_to TEXT NOT NULL,
    enrolled_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE accepted (
    centre TEXT NOT NULL REFERENCES centre (number),
    period TEXT NOT NULL,
    epoch TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL,
    came_as TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    format INTEGER NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    accepted_at TEXT NOT NULL,
    PRIMARY KEY (centre, period)
) STRICT, WITHOUT ROWID;
""",
    """
CREATE TABLE returned (
    at TEXT NOT NULL,
    centre TEXT NOT NULL REFERENCES centre (number),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL
) STRICT;
""",
)


@dataclass(frozen=True)
class Centre:
    """A centre of the district; without ``uid`` it is registered by its number alone, and its files come open."""

    number: str
    name: str
    uid: str
    sign_with: str
    recovery_to: str
    enrolled_at: str

    @property
    def enrolled(self) -> bool:
        """Whether its key is known, so that its files are signed."""
        return bool(self.uid)


@dataclass(frozen=True)
class Accepted:
    """The file that stands for a centre's period; ``state`` and ``version`` are those of the month, "" of a full file.

    ``file`` is its place below the folder, ``came_as`` the name it came under.
    """

    centre: str
    period: str
    epoch: str
    sequence: int
    sha256: str
    file: str
    came_as: str
    bytes: int
    format: int
    state: str
    version: int
    rows: int
    created_at: str
    accepted_at: str

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands in the order of its centre's files."""
        return self.epoch, self.sequence

    @property
    def rank(self) -> tuple[str, int, str]:
        """The greatest of a period stands, whatever came first; of two with one number the hash decides."""
        return self.epoch, self.sequence, self.sha256

    @property
    def full(self) -> bool:
        """Whether it is of everything, not of a month."""
        return self.period == FULL


@dataclass(frozen=True)
class Returned:
    """A centre's full file that was given back: when, which, and the SHA-256 and name of what lies on the stick."""

    at: str
    centre: str
    sequence: int
    sha256: str
    file: str


_RETURNED = ", ".join(one.name for one in fields(Returned))
_CENTRE = ", ".join(one.name for one in fields(Centre))
_ACCEPTED = ", ".join(one.name for one in fields(Accepted))


class Catalogue:
    """A connection of its own to the catalogue of a folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            self._rows = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        with self._told():
            # EXTRA: the journal's name is gone for good as well, so that what was acknowledged stands.
            for pragma in ("synchronous = EXTRA", "foreign_keys = 1", "trusted_schema = 0"):
                self._rows.execute(f"PRAGMA {pragma}")
            self._make()

    def close(self) -> None:
        """No more is asked."""
        self._rows.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written in it stands together, or nothing; no other program writes meanwhile."""
        with self._told():
            self._rows.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with self._told():
                self._rows.execute("ROLLBACK")
            raise
        with self._told():
            self._rows.execute("COMMIT")

    def centres(self) -> list[Centre]:
        """The centres of the district by their number."""
        return [Centre(*row) for row in self._all(f"SELECT {_CENTRE} FROM centre ORDER BY number")]

    def centre(self, number: str) -> Centre | None:
        """The centre of a number."""
        found = self._all(f"SELECT {_CENTRE} FROM centre WHERE number = ?", number)
        return Centre(*found[0]) if found else None

    def put_centre(self, centre: Centre) -> None:
        """Let a centre be on the list, or what is known of it be this; its files stay."""
        marks = ", ".join("?" * len(fields(Centre)))
        others = ", ".join(f"{one.name} = excluded.{one.name}" for one in fields(Centre)[1:])
        self._run(
            f"INSERT INTO centre ({_CENTRE}) VALUES ({marks}) ON CONFLICT (number) DO UPDATE SET {others}",
            *astuple(centre),
        )

    def accepted(self, centre: str, period: str) -> Accepted | None:
        """The file that stands for a centre's period."""
        found = self._all(f"SELECT {_ACCEPTED} FROM accepted WHERE centre = ? AND period = ?", centre, period)
        return Accepted(*found[0]) if found else None

    def all_accepted(self, centre: str = "") -> list[Accepted]:
        """All files that stand, of one centre or of all, by centre and period."""
        return [
            Accepted(*row)
            for row in self._all(
                f"SELECT {_ACCEPTED} FROM accepted WHERE ? IN ('', centre) ORDER BY centre, period", centre
            )
        ]

    def put(self, row: Accepted) -> None:
        """Let a file stand for its centre's period."""
        marks = ", ".join("?" * len(fields(Accepted)))
        self._run(f"INSERT OR REPLACE INTO accepted ({_ACCEPTED}) VALUES ({marks})", *astuple(row))

    def drop(self, centre: str, period: str) -> None:
        """Nothing stands for a centre's period any more."""
        self._run("DELETE FROM accepted WHERE centre = ? AND period = ?", centre, period)

    def note_returned(self, one: Returned) -> None:
        """A centre's file was given back."""
        marks = ", ".join("?" * len(fields(Returned)))
        self._run(f"INSERT INTO returned ({_RETURNED}) VALUES ({marks})", *astuple(one))

    def returned(self) -> list[Returned]:
        """What was given back, the oldest first."""
        return [Returned(*row) for row in self._all(f"SELECT {_RETURNED} FROM returned ORDER BY at, rowid")]

    def _make(self) -> None:
        if self._version() == _VERSION:
            return
        with self.writing():
            version = self._version()
            if version < _VERSION:
                for statement in filter(str.strip, ";".join(_TABLES[version:]).split(";")):
                    self._rows.execute(statement)
                self._rows.execute(f"PRAGMA user_version = {_VERSION}")
            elif version != _VERSION:
                raise StorageTrouble(str(self._path), "written by a newer version of the program")

    def _version(self) -> int:
        return int(self._all("PRAGMA user_version")[0][0])

    def _all(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._told():
            return list(self._rows.execute(sql, values))

    def _run(self, sql: str, *values: Any) -> None:
        with self._told():
            self._rows.execute(sql, values)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            name = getattr(error, "sqlite_errorname", "")
            if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise DatabaseBusy() from error
            if name.startswith("SQLITE_FULL"):
                raise DiskFull(str(self._path.parent)) from error
            if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
                raise DistrictDamaged(self._path.name) from error
            raise StorageTrouble(str(self._path), str(error)) from error

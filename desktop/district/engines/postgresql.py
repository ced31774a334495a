"""PostgreSQL for an office of several people: the same tables, a file's rows replaced in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.core.district_errors import EngineAddressMissing, EngineMissing, EngineTrouble
from desktop.district.engines import duckdb
from desktop.district.tables import CENTRE, KEYS, MONTH, TABLES, sql_types
from desktop.sync.format import FULL

if TYPE_CHECKING:
    import psycopg

Row = Mapping[str, Any]
NAME = "PostgreSQL"
SCHEMA = "shizhu_district"
# Compared and ordered byte by byte, as everywhere else.
_TEXT = 'text COLLATE "C"'


class Counting:
    """A connection that stands ready to be asked, and to take files in."""

    def __init__(self, connection: psycopg.Connection[tuple[Any, ...]]) -> None:
        self._connection = connection

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a statement gives."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            return cursor.execute(sql).fetchall()

    def put(self, centre: str, period: str, parts: Mapping[str, Iterable[Row]]) -> None:
        """Let these rows be what is known of a centre's period: all of them, or what stood before."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            self._delete(cursor, centre, period)
            for part in TABLES:
                names = [*sql_types(part), *KEYS]
                with cursor.copy(f"COPY {part} ({', '.join(names)}) FROM STDIN") as copy:
                    for row in parts.get(part, ()):
                        copy.write_row([*(_plain(row.get(name)) for name in names[:-2]), period, centre])

    def drop(self, centre: str, period: str) -> None:
        """Let nothing be known of a centre's period."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            self._delete(cursor, centre, period)

    def look_over(self) -> None:
        """Let the database see how much lies where: without that it joins a hundred thousand rows one by one."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(TABLES)}")

    def _delete(self, cursor: psycopg.Cursor[tuple[Any, ...]], centre: str, period: str) -> None:
        for part in TABLES:
            cursor.execute(
                f"DELETE FROM {part} WHERE {CENTRE} = %s AND {MONTH} = %s",
                [centre, period],
            )

    def make(self) -> None:
        """The schema with its tables, where they are not there yet."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
            for part in TABLES:
                types = sql_types(part, _TEXT, "bigint") | dict.fromkeys(KEYS, f"{_TEXT} NOT NULL")
                columns = ", ".join(f"{name} {kind}" for name, kind in types.items())
                cursor.execute(f"CREATE TABLE IF NOT EXISTS {part} ({columns})")
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {part}_place ON {part} ({MONTH}, {CENTRE})")


@contextmanager
def connected(url: str) -> Iterator[Counting]:
    """A database of this address, with its tables made; each call is a transaction of its own."""
    if not url:
        raise EngineAddressMissing()
    try:
        import psycopg
    except ModuleNotFoundError as error:
        raise EngineMissing(NAME) from error
    try:
        with psycopg.connect(url, autocommit=True, options=f"-c search_path={SCHEMA}") as connection:
            found = Counting(connection)
            found.make()
            yield found
    except psycopg.Error as error:
        # What it says of an address names host and user, never a password.
        raise EngineTrouble(NAME, (str(error).splitlines() or [""])[0]) from error


@contextmanager
def counting(root: Path, month: str, url: str) -> Iterator[Counting]:
    """The tables of the store at ``root`` in this database, which is first brought to what the store holds."""
    with connected(url) as found:
        bring(found, root, month)
        yield found


def bring(found: Counting, root: Path, month: str) -> int:
    """Let a month's files and the full ones be in the database as they are in the store; how many were not."""
    wanted = "SELECT centre, month, sha256 FROM files"
    with duckdb.counting(root, month) as store:
        there = {(centre, period): sha256 for centre, period, sha256 in store.rows(wanted)}
        here = found.rows(f"{wanted} WHERE month IN ('{month}', '{FULL}')")
        known = {(centre, period): sha256 for centre, period, sha256 in here}
        for centre, period in known.keys() - there.keys():
            found.drop(centre, period)
        missing = sorted(key for key, sha256 in there.items() if key not in known or known[key] != sha256)
        for centre, period in missing:
            found.put(centre, period, {part: store.of(part, centre, period) for part in TABLES})
    if missing:
        found.look_over()
    return len(missing)


def _plain(value: object) -> object:
    # No text of PostgreSQL holds a NUL.
    return value.replace("\x00", "") if isinstance(value, str) else value

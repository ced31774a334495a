"""A store filled with rows that another one wrote down: each table as it stood, with its keys and its log.

The guards of the database are away while the rows come, and stand again in the same transaction: rows of one store
fit together, and that they do is proved afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.core.storage_errors import DatabaseNewer
from desktop.models import driver, query
from desktop.models.database import database, integrity_problems, transaction
from desktop.models.migrate import MIGRATIONS

Row = tuple[str, Mapping[str, Any]]

_GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def lay_out(schema: str, file: str) -> None:
    """Give the open, empty database the tables of a schema; DatabaseNewer, which names ``file``, for a later one."""
    from playhouse.migrations import Runner  # type: ignore[import-untyped]

    if not (MIGRATIONS / f"{Path(schema).name}.py").is_file():
        raise DatabaseNewer(file, schema)
    with transaction():
        Runner(database, str(MIGRATIONS)).up(schema)


def columns(stays: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The columns of every table of the open database that does not stay as it is."""
    names = set(query.texts("SELECT name FROM sqlite_master WHERE type = 'table'")) - set(stays)
    return {name: tuple(row[1] for row in query.fetch(f"PRAGMA table_info({name})")) for name in sorted(names)}


def fill(rows: Iterable[Row], tables: Iterable[str], settle: Callable[[], object]) -> Counter[str]:
    """Put rows into tables that hold nothing else then; how many of each. ``settle`` is called before the guards stand.

    ValueError for rows that the schema does not let be, and for those that do not hold together.
    """
    counts: Counter[str] = Counter()
    with transaction():
        guards = query.fetch(_GUARDS)
        for name, _ in guards:
            query.execute(f'DROP TRIGGER "{name}"')
        # Tables come by name, and a row may name one of a later table.
        query.execute("PRAGMA defer_foreign_keys = 1")
        for table in tables:
            query.execute(f'DELETE FROM "{table}"')
        for table, row in rows:
            with _as_values(table):
                _put(table, row)
            counts[table] += 1
        with _as_values(""):
            settle()
        for _, sql in guards:
            query.execute(sql)
        broken = integrity_problems()
        if broken:
            raise ValueError(broken[0])
    return counts


def _put(table: str, row: Mapping[str, Any]) -> None:
    named = ", ".join(f'"{column}"' for column in row)
    query.execute(f'INSERT INTO "{table}" ({named}) VALUES ({query.marks([*row])})', [*row.values()])


@contextmanager
def _as_values(table: str) -> Iterator[None]:
    try:
        yield
    except driver.errors() as error:
        if "constraint failed" not in str(error):
            raise
        raise ValueError(table) from error

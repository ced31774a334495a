"""Bring a database to the schema of this program: refuse newer → back up → run → verify.

The runner and its history are ``playhouse.migrations``; by itself it ignores a newer database and makes no
backup, hence this wrapper. All pending migrations run in one transaction.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from peewee import SqliteDatabase

from desktop.core import clock
from desktop.core.answers import BackupReason
from desktop.core.files import make_folder
from desktop.core.storage_errors import DatabaseDamaged, DatabaseNewer, ProgramIncomplete
from desktop.models import copies, living, query
from desktop.models.copies import copy_proven
from desktop.models.database import database, database_path, integrity_problems, transaction

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
MIGRATIONS = Path(__file__).with_name("migrations")


def latest_schema() -> str:
    """The name of the newest migration that this program knows."""
    return _known()[-1]


def applied_schema() -> list[str]:
    """The migrations that the open database has seen, oldest first."""
    if not query.count("SELECT count(*) FROM sqlite_master WHERE name = 'schema_migration'"):
        return []
    return [str(row[0]) for row in query.fetch("SELECT name FROM schema_migration ORDER BY name")]


def migrate(backup_folder: Path | None = None) -> list[str]:
    """Run what is pending and return its names; a database that holds data is copied beside first."""
    applied = applied_schema()
    unknown = sorted(set(applied) - set(_known()))
    if unknown:
        raise DatabaseNewer(database_path().name, unknown[-1])
    pending = [name for name in _known() if name not in applied]
    if not pending:
        return []
    if applied:
        _copy_before(backup_folder)
    from playhouse.migrations import Runner  # type: ignore[import-untyped]

    with transaction():
        living.drop_views()
        done: list[str] = Runner(database, str(MIGRATIONS)).up()
        living.make_views()
        problems = integrity_problems()
        if problems:
            raise DatabaseDamaged(database_path().name, problems[0])
    return done


def trigger_problems() -> list[str]:
    """The triggers that a fresh store of this schema has and the open one lacks or has otherwise, or has besides."""
    wanted = {name: sql for kind, name, sql in _fresh(latest_schema()) if kind == "trigger"}
    standing: dict[str, str] = dict(query.fetch(_TRIGGERS))
    return sorted(name for name in wanted.keys() | standing.keys() if wanted.get(name) != standing.get(name))


def schema_problems(path: Path) -> list[str]:
    """The tables, indexes and triggers by which a closed store differs from a fresh one of the same migrations."""
    schema, objects = copies.schema_of(path)
    wanted, standing = ({(kind, name): _plain(sql) for kind, name, sql in one} for one in (_fresh(schema), objects))
    differing = (one for one in wanted.keys() | standing.keys() if wanted.get(one) != standing.get(one))
    return sorted(name for _kind, name in differing)


@cache
def _fresh(schema: str) -> tuple[tuple[str, str, str], ...]:
    from playhouse.migrations import Runner

    store = SqliteDatabase(":memory:")
    try:
        Runner(store, str(MIGRATIONS)).up(schema)
        return tuple(store.execute_sql(copies.OBJECTS).fetchall())  # type: ignore[no-untyped-call]
    finally:
        store.close()


def _plain(sql: str) -> str:
    # SQLite quotes and spaces what it renames in its own way, which differs from version to version.
    return re.sub(r"[\s\"'`]", "", sql).lower()


def _known() -> list[str]:
    known = sorted(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))
    if not known:
        # They are listed on disk: a package without them would quietly make stores without tables.
        raise ProgramIncomplete(MIGRATIONS.name)
    return known


def _copy_before(folder: Path | None) -> None:
    target = make_folder(folder or database_path().parent / "backups")
    stamp = clock.now().strftime("%Y%m%d-%H%M%S")
    # A backup like any other: it is listed, proved, thinned and restored as those that somebody asked for.
    copy_proven(target / f"shizhu-{_centre()}-{stamp}.db", BackupReason.MIGRATION)


def _centre() -> str:
    row = query.fetch_one("SELECT number FROM centre WHERE voided_at IS NULL")
    return str(row[0]) if row else "000000"

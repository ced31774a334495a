"""What every table of records has since migrations 0009 and 0010. Frozen, like ``shape``.

The epoch stands among its stamps, and triggers keep a row from being replaced by another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.models.migrations.shape import RECORD as BEFORE
from desktop.models.migrations.shape import keep

RECORD = BEFORE.replace("counter INTEGER NOT NULL,", "counter INTEGER NOT NULL, epoch TEXT NOT NULL DEFAULT '',")


LIVING, EVER = "living", "ever"
# The keys that no two rows of a table share, and whether void rows count among them.
Keys = tuple[tuple[tuple[str, ...], str], ...]

ONCE = """CREATE TRIGGER {table}_once BEFORE INSERT ON {table} BEGIN
    SELECT RAISE(ABORT, 'row_stands') WHERE EXISTS (SELECT 1 FROM {table} WHERE id = new.id)
        OR EXISTS (SELECT 1 FROM {table} WHERE uid = new.uid);{unique}
END"""
FIXED = """CREATE TRIGGER {table}_fixed BEFORE UPDATE OF id, uid ON {table}
    WHEN new.id IS NOT old.id OR new.uid IS NOT old.uid
    BEGIN SELECT RAISE(ABORT, 'row_stands'); END"""
ALONE = """CREATE TRIGGER {table}_alone_{at} BEFORE UPDATE OF {columns} ON {table} BEGIN{unique}
END"""
# The words are those of SQLite's own constraint, which the program knows.
TAKEN = """
    SELECT RAISE(ABORT, 'UNIQUE constraint failed: {words}') WHERE {new} EXISTS (
        SELECT 1 FROM {table} WHERE {same}{living} AND id IS NOT new.id);"""


def make(db: Any, tables: Mapping[str, str], unique: Mapping[str, Keys], statements: Iterable[str]) -> None:
    """Create record tables, each refusing deletion and replacement, then run the other statements."""
    for name, columns in tables.items():
        db.execute_sql(f"CREATE TABLE {name} ({RECORD} {columns})")
        keep(db, name)
        for statement in standing(name, unique.get(name, ())):
            db.execute_sql(statement)
    for statement in statements:
        db.execute_sql(statement)


def standing(table: str, keys: Keys) -> Iterator[str]:
    """The statements that keep a row from being replaced by another."""
    unique = [_taken(table, columns, among) for columns, among in keys]
    yield ONCE.format(table=table, unique="".join(unique))
    yield FIXED.format(table=table)
    for at, ((columns, among), taken) in enumerate(zip(keys, unique, strict=True), 1):
        named = ", ".join((*columns, *(("voided_at",) if among == LIVING else ())))
        yield ALONE.format(table=table, at=at, columns=named, unique=taken)


def _taken(table: str, columns: tuple[str, ...], among: str) -> str:
    living = among == LIVING
    return TAKEN.format(
        table=table,
        words=", ".join(f"{table}.{column}" for column in columns),
        new="new.voided_at IS NULL AND" if living else "",
        same=" AND ".join(f"{column} = new.{column}" for column in columns),
        living=" AND voided_at IS NULL" if living else "",
    )


def rebuild(db: Any, table: str, columns: str) -> None:
    """Give a record table other columns or checks; its rows, indexes and triggers stay."""
    kept = db.execute_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL",
        (table,),
    ).fetchall()
    names = ", ".join(row[1] for row in db.execute_sql(f"PRAGMA table_info({table})").fetchall())
    db.execute_sql(f"CREATE TABLE {table}_next ({RECORD} {columns})")
    db.execute_sql(f"INSERT INTO {table}_next ({names}) SELECT {names} FROM {table}")
    # Triggers of other tables may name this one, which is away for a moment.
    db.execute_sql("PRAGMA legacy_alter_table = 1")
    db.execute_sql(f"DROP TABLE {table}")
    db.execute_sql(f"ALTER TABLE {table}_next RENAME TO {table}")
    db.execute_sql("PRAGMA legacy_alter_table = 0")
    for (sql,) in kept:
        db.execute_sql(sql)

"""Raw SQL with types: the only door to the untyped cursor. Values always travel as parameters.

A query that gives more than one column says what its rows are: ``fetch_as(Type, sql)``. Type is a dataclass or a
NamedTuple whose fields stand in the order of the columns; its annotations say how a value is read.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import peewee

from desktop.models.database import database, storage_trouble

Row = tuple[Any, ...]
Shape = TypeVar("Shape")
# What a value of another shape than its column's raises; a full disk or a damaged file is none of them.
WRONG_VALUES = (peewee.IntegrityError, peewee.InterfaceError, peewee.ProgrammingError, peewee.DataError)
_Reader = Callable[[Any], object]
# Which places of a shape need reading, worked out once.
_KNOWN: dict[type, tuple[tuple[int, _Reader], ...]] = {}


def fetch(sql: str, parameters: Sequence[object] = ()) -> list[Row]:
    """All rows of a query."""
    with storage_trouble():
        return list(database.execute_sql(sql, tuple(parameters)))  # type: ignore[no-untyped-call]


def each(sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
    """The rows of a query one by one, as they are wanted: for whole tables, which would not fit in memory."""
    with storage_trouble():
        yield from database.execute_sql(sql, tuple(parameters))  # type: ignore[no-untyped-call]


def fetch_one(sql: str, parameters: Sequence[object] = ()) -> Row | None:
    """The first row of a query, if there is one."""
    rows = fetch(sql, parameters)
    return rows[0] if rows else None


def fetch_as(shape: type[Shape], sql: str, parameters: Sequence[object] = ()) -> list[Shape]:
    """All rows of a query, each as the shape whose fields stand in the order of the columns.

    By the fields' annotations an ISO text becomes a date, 0 or 1 a bool, a code its enum, a text of words a tuple or a
    frozenset. An empty text is None where the annotation allows None; a missing day that must be there is an error.
    """
    readers = _readers(shape)
    return [shape(*_read(row, readers)) for row in fetch(sql, parameters)]


def fetch_one_as(shape: type[Shape], sql: str, parameters: Sequence[object] = ()) -> Shape | None:
    """The first row of a query in that shape, if there is one."""
    row = fetch_one(sql, parameters)
    return None if row is None else shaped(shape, row)


def shaped(shape: type[Shape], values: Iterable[Any]) -> Shape:
    """One row, or the part of one that is a shape, read by the annotations of its fields."""
    return shape(*_read(tuple(values), _readers(shape)))


def names_of(shape: type) -> tuple[str, ...]:
    """The names of a shape's fields, in the order in which columns fill them."""
    named: tuple[str, ...] | None = getattr(shape, "_fields", None)
    return named if named is not None else tuple(field.name for field in fields(shape) if field.init)


def _read(row: Row, readers: tuple[tuple[int, _Reader], ...]) -> Row:
    if not readers:
        return row
    found = list(row)
    for place, reader in readers:
        if place < len(found):
            found[place] = reader(found[place])
    return tuple(found)


def _readers(shape: type) -> tuple[tuple[int, _Reader], ...]:
    known = _KNOWN.get(shape)
    if known is None:
        known = _KNOWN[shape] = _readers_of(shape)
    return known


def _readers_of(shape: type) -> tuple[tuple[int, _Reader], ...]:
    hints = get_type_hints(shape)
    found = ((place, _reader(hints[name])) for place, name in enumerate(names_of(shape)))
    return tuple((place, reader) for place, reader in found if reader is not None)


def _reader(hint: Any) -> _Reader | None:
    kinds = [kind for kind in get_args(hint) or (hint,) if kind is not type(None)]
    optional = type(None) in get_args(hint)
    if get_origin(hint) in (tuple, frozenset):
        whole: type = get_origin(hint)
        return lambda value: whole((value or "").split())
    kind = kinds[0] if len(kinds) == 1 else None
    if not isinstance(kind, type):
        return None
    reader = dt.date.fromisoformat if kind is dt.date else kind if kind is bool or issubclass(kind, Enum) else None
    if reader is None:
        return None
    spared: tuple[object, ...] = (None, "") if optional else ()
    return lambda value: None if value in spared else reader(value)


def count(sql: str, parameters: Sequence[object] = ()) -> int:
    """The first column of the first row as a number; 0 for no row or NULL."""
    row = fetch_one(sql, parameters)
    return int(row[0] or 0) if row else 0


def ids(sql: str, parameters: Sequence[object] = ()) -> list[int]:
    """The first column of all rows: the ids that a table page shows."""
    with storage_trouble():
        # One by one: 100 000 rows at a time would take more memory than the ids themselves.
        return [row[0] for row in database.execute_sql(sql, tuple(parameters))]  # type: ignore[no-untyped-call]


def texts(sql: str, parameters: Sequence[object] = ()) -> list[str]:
    """The first column of all rows as texts."""
    return [str(row[0]) for row in fetch(sql, parameters)]


def text(sql: str, parameters: Sequence[object] = ()) -> str:
    """The first column of the first row as a text; empty for no row or NULL."""
    row = fetch_one(sql, parameters)
    return str(row[0]) if row and row[0] is not None else ""


def mapping(sql: str, parameters: Sequence[object] = ()) -> dict[int, str]:
    """The first column (an id) to the second (a text)."""
    return {row[0]: row[1] for row in fetch(sql, parameters)}


def execute(sql: str, parameters: Sequence[object] = ()) -> None:
    """A statement without rows, for derived indexes and counters only; facts go through the journal."""
    with storage_trouble():
        database.execute_sql(sql, tuple(parameters))  # type: ignore[no-untyped-call]


def insert(table: type[peewee.Model], values: Mapping[str, object]) -> int:
    """Add a row given as column → value, as peewee would; its statement is made once per table. The new row's id."""
    fields = table._meta.sorted_fields
    names = tuple(field.column_name for field in fields if field.column_name in values)
    kept = [field.db_value(values[field.column_name]) for field in fields if field.column_name in values]
    with storage_trouble():
        cursor = database.execute_sql(_insertion(table._meta.table_name, names), kept)  # type: ignore[no-untyped-call]
    return int(cursor.lastrowid)


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({named}) VALUES ({",".join("?" * len(columns))})'


def marks(values: Sequence[object]) -> str:
    """Question marks for the values of one row; behind IN stands ``LISTED``."""
    return ",".join("?" * len(values))


# What stands behind IN for any number of ids: SQLite takes no more than 32 766 question marks.
LISTED = "(SELECT value FROM json_each(?))"


def listed(ids: Iterable[int | str]) -> str:
    """The one parameter of ``LISTED``."""
    return json.dumps([*ids])


def in_order(rows: list[Row], wanted: Sequence[int]) -> list[Row]:
    """Rows whose first column is an id, in the order of the wanted ids; missing ones are left out."""
    by_id = {row[0]: row for row in rows}
    return [by_id[one] for one in wanted if one in by_id]

"""Proving the records against the log: each row must say what its writes said last."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from desktop.core.progress import Progress
from desktop.models import query
from desktop.models.base import Record, said
from desktop.models.tables import RECORDS

# What names a row and its last write is proved by the chain, not by what the write said.
_UNSAID = frozenset({"id", "uid", "created_at", "created_station", "changed_at", "station", "counter", "epoch"})
# A resident's place in the order of the alphabet is made from the name and logged nowhere.
_MADE = frozenset({"name_sort"})

_Facts = Mapping[str, object]


class Differing(NamedTuple):
    """A row that says something else than its writes: changed behind the program's back."""

    epoch: str
    station: int
    counter: int
    table: str
    row: int


def differing(steps: Progress) -> Iterator[Differing]:
    """The rows of all record tables that differ from what the log says of them, table by table."""
    for model in RECORDS.values():
        yield from differing_in(model, steps)


def differing_in(model: type[Record], steps: Progress) -> Iterator[Differing]:
    """The same of one table, in the order of its rows."""
    table = model._meta.table_name
    names = tuple(field.column_name for field in model._meta.sorted_fields)
    listed = ", ".join(f'"{name}"' for name in names)
    told = _told(table, model, steps)
    upcoming = next(told, None)
    for values in query.each(f"SELECT {listed} FROM {table} ORDER BY id"):
        row = dict(zip(names, values, strict=True))
        while upcoming is not None and upcoming[0] < row["id"]:
            upcoming = next(told, None)
        # A row without any write is named by the chain's own look.
        if upcoming is not None and upcoming[0] == row["id"] and not _agrees(model, row, upcoming[1]):
            yield Differing(row["epoch"], row["station"], row["counter"], table, row["id"])


def _told(table: str, model: type[Record], steps: Progress) -> Iterator[tuple[int, _Facts]]:
    """What the writes of each row say in the end, by its id; a row whose first write is not known is left out."""
    rows = query.each(
        "SELECT row_id, before IS NULL, after FROM change_log WHERE table_name = ? AND after IS NOT NULL"
        " ORDER BY row_id, lamport, epoch, station, counter",
        [table],
    )
    columns = _columns(model)
    for row_id, writes in groupby(rows, key=lambda one: one[0]):
        facts: dict[str, object] = {}
        for number, (_, is_first, after) in enumerate(writes):
            steps.step()
            if number == 0 and not is_first:
                break
            facts |= {columns[name]: value for name, value in json.loads(after).items() if name in columns}
        else:
            yield int(row_id), facts


def says(model: type[Record], row_id: int, told: _Facts, whole: bool) -> bool:
    """Whether a row still says what writes told, by field name; the ``whole`` row, or only the fields they speak of."""
    names = tuple(field.column_name for field in model._meta.sorted_fields)
    listed = ", ".join(f'"{name}"' for name in names)
    values = query.fetch_one(f"SELECT {listed} FROM {model._meta.table_name} WHERE id = ?", [row_id])
    by_column = {_columns(model)[name]: value for name, value in told.items()}
    return values is not None and _agrees(model, dict(zip(names, values, strict=True)), by_column, whole)


def told(row: Record, names: frozenset[str]) -> dict[str, object] | None:
    """What the writes of a row say of these columns, as the log says it; None where its first write is unknown."""
    table, columns = row._meta.table_name, _columns(type(row))
    writes = query.fetch(
        "SELECT before IS NULL, after FROM change_log WHERE table_name = ? AND row_id = ? AND after IS NOT NULL"
        " ORDER BY lamport, epoch, station, counter",
        [table, row.id],
    )
    if not writes or not writes[0][0]:
        return None
    found = {field.column_name: said(field, field.default) for field in _fields(row, names)}
    for _, after in writes:
        found |= {columns[name]: value for name, value in json.loads(after).items() if columns.get(name) in names}
    return found


def altered(row: Record, names: frozenset[str]) -> bool:
    """Whether these columns say something else than the writes of the row."""
    facts = told(row, names)
    return facts is not None and any(
        said(field, getattr(row, field.name)) != said(field, facts[field.column_name]) for field in _fields(row, names)
    )


def _fields(row: Record, names: frozenset[str]) -> list[Any]:
    return [field for field in row._meta.sorted_fields if field.column_name in names]


def _agrees(model: type[Record], row: Mapping[str, Any], told: _Facts, whole: bool = True) -> bool:
    for field in model._meta.sorted_fields:
        name = field.column_name
        if name in _UNSAID | _MADE or (name not in told and not whole):
            continue
        value = said(field, field.python_value(row[name]))
        # What a write leaves out is empty, or what the model gives by itself.
        expected = told.get(name, "" if value in (None, "") else field.default)
        if value != said(field, expected) and not (value in (None, "") and expected in (None, "")):
            return False
    return True


@cache
def _columns(model: type[Record]) -> Mapping[str, str]:
    return {name: field.column_name for name, field in model._meta.combined.items()}

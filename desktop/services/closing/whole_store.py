"""Everything that a restore of a centre needs, table by table as the models declare them.

What does not travel is named with its reason; a test finds a table that is neither. Secret fields travel empty: nobody
signs in with a password of before, and no key leaves the house.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any

import peewee

from desktop.models import query
from desktop.models.base import SecretField, Table
from desktop.models.tables import RECORDS as RECORDS

_GATE = "it is open within one write alone and always empty"
_SEARCH = "the search index is made anew from the residents"
# Tables that stay here, each with its reason.
STAYS: Mapping[str, str] = {
    "act": "what the last acts were is for taking them back at this computer",
    "exchange_key": "a new computer gives its stations their files anew",
    "never": "nothing can stand in it",
    "schema_migration": "the schema is named in the manifest",
    "sign_in_try": "wrong passwords are those of this computer",
    "sqlite_sequence": "the database keeps it itself",
    **dict.fromkeys(("forget_gate", "hours_owed", "month_gate", "step_gate"), _GATE),
    "resident_search": _SEARCH,
    **dict.fromkeys((f"resident_search_{one}" for one in ("config", "content", "data", "docsize", "idx")), _SEARCH),
}


def tables() -> dict[str, type[Table]]:
    """Every table that travels, by name."""
    declared = {model._meta.table_name: model for model in _models(Table) if model._meta.table_name not in STAYS}
    # A base of other tables is none itself.
    return {name: declared[name] for name in sorted(declared) if name != "record"}


def columns_of(model: type[Table]) -> list[str]:
    """The columns of a table, in order."""
    return [field.column_name for field in model._meta.sorted_fields]


def secrets_of(model: type[Table]) -> set[str]:
    """The columns of a table that travel empty."""
    return {field.column_name for field in model._meta.sorted_fields if isinstance(field, SecretField)}


def rows() -> Iterator[tuple[str, dict[str, object]]]:
    """Every row of every table that travels: its table, and what stands in it; bytes as {"base64": …}."""
    for name, model in tables().items():
        columns = columns_of(model)
        secret = secrets_of(model)
        key = ", ".join(f'"{one}"' for one in _key_of(model))
        chosen = ", ".join(f'"{one}"' for one in columns)
        for row in query.each(f"SELECT {chosen} FROM {name} ORDER BY {key}"):
            yield (
                name,
                {column: "" if column in secret else _plain(value) for column, value in zip(columns, row, strict=True)},
            )


def as_kept(row: Mapping[str, Any]) -> dict[str, object]:
    """A row of a file as the database keeps it; ValueError for what no row says."""
    return {column: _read(value) for column, value in row.items()}


def _read(value: Any) -> object:
    if not isinstance(value, dict):
        return value
    if value.keys() != {"base64"} or not isinstance(value["base64"], str):
        raise ValueError("no bytes")
    return base64.b64decode(value["base64"], validate=True)


def _plain(value: object) -> object:
    return {"base64": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _key_of(model: type[Table]) -> list[str]:
    key = model._meta.primary_key
    if isinstance(key, peewee.CompositeKey):
        return [model._meta.fields[one].column_name for one in key.field_names]
    return [str(key.column_name)] if isinstance(key, peewee.Field) else ["rowid"]


def _models(kind: type[Table]) -> Iterator[type[Table]]:
    for model in kind.__subclasses__():
        yield model
        yield from _models(model)

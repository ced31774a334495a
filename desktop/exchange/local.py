"""Rows of another station in the ids of this store: a uid means the same everywhere, an id here only."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desktop.core.exchange_errors import ExchangeUnreadable
from desktop.exchange.incoming import Row
from desktop.models import query
from desktop.models.change import Change
from desktop.models.tables import RECORDS
from desktop.services.writing.chain import OF_THE_LOG, references


class Ids:
    """The id here of every record that rows of a file are about or name; new records get theirs in advance."""

    def __init__(self, rows: Iterable[Row], path: Path) -> None:
        self._path = path
        self._known: dict[tuple[str, str], int] = {}
        self.new: set[tuple[str, str]] = set()
        last: dict[str, int] = {}
        for row in rows:
            table, uid = row["table_name"], row["row_uid"]
            if table not in RECORDS or row["before"] is not None or row["after"] is None:
                continue
            if self._standing(table, uid):
                continue
            last[table] = last.get(table) or query.count(f"SELECT max(id) FROM {table}")
            last[table] += 1
            self._known[table, uid] = last[table]
            self.new.add((table, uid))

    def of(self, table: str, uid: str) -> int:
        """The id of a record; ExchangeUnreadable where nobody ever told of it."""
        found = self._known.get((table, uid)) or self._standing(table, uid)
        if not found:
            raise ExchangeUnreadable(self._path.name)
        return found

    def _standing(self, table: str, uid: str) -> int:
        found = query.count(f"SELECT id FROM {table} WHERE uid = ?", [uid])
        if found:
            self._known[table, uid] = found
        return found


def keep(rows: Iterable[Row], ids: Ids) -> None:
    """Put rows of the log beside the own ones: in ids of this store, with the texts that were hashed kept apart."""
    for row in rows:
        table, uid = row["table_name"], row["row_uid"]
        refs: dict[str, dict[str, str]] = json.loads(row["refs"] or "{}")
        targets = {**references(table), **OF_THE_LOG} if table in RECORDS else dict(OF_THE_LOG)
        here = {
            column: {one: ids.of(targets[column], named) for one, named in names.items()}
            for column, names in refs.items()
        }
        told = {
            column: {str(here[column][one]): named for one, named in names.items()} for column, names in refs.items()
        }
        texts = {
            "before": _in_ids(row["before"], here),
            "after": _in_ids(row["after"], here),
            "refs": json.dumps(told, sort_keys=True, separators=(",", ":")) if told else "",
        }
        own = {
            "row_id": ids.of(table, uid) if table in RECORDS and uid else 0,
            **{column: next(iter(here.get(column, {}).values()), None) for column in OF_THE_LOG},
        }
        made = query.insert(Change, {**row, **texts, **own})
        if any(texts[name] != row[name] for name in texts):
            query.execute(
                "INSERT INTO change_origin (change_id, before, after, refs) VALUES (?, ?, ?, ?)",
                [made, row["before"], row["after"], row["refs"]],
            )


def _in_ids(text: str | None, here: dict[str, dict[str, int]]) -> str | None:
    if text is None or not here:
        return text
    said: dict[str, Any] = json.loads(text)
    for column, ids in here.items():
        if isinstance(said.get(column), int):
            said[column] = ids[str(said[column])]
    return json.dumps(said, ensure_ascii=False, sort_keys=True)

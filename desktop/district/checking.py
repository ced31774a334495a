"""Rows of a file that is whole and that cannot be right all the same: told to the centre, with the place to mend.

They are not taken: nothing is counted of them. What the month's papers say is the centre's own and stands as it was
frozen; the file stays as it came.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.core.answers import IdState, RowRefusal
from desktop.core.person import identity
from desktop.core.trade import DocumentKind, RegisterState
from desktop.sync.format import PARTS
from desktop.sync.read import SyncFile
from desktop.sync.receipt import RefusedRow

Row = Mapping[str, Any]
_RESIDENTS = "residents"
_LENGTH = 18
# The day that a row of a part is of.
_DAYS = {"visits": "visited_on", "help_services": "service_on", "meals": "eaten_on"}
# Whose rows name their person: whoever is named stands in the file.
_OF_PEOPLE = tuple(
    part.kind for part in PARTS if part.kind != _RESIDENTS and any(one.key == "resident" for one in part.columns)
)


@dataclass
class _People:
    """The people of a file: the day each died on ("" of the living), and whose ID number is whose."""

    died: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)


def refused_rows(found: SyncFile) -> tuple[RefusedRow, ...]:
    """The rows of a file that cannot be right, in order."""
    people = _People()
    rows = [*_residents(found, people)]
    written = found.manifest.created_at[:10]
    for kind in _OF_PEOPLE:
        rows += (
            RefusedRow(kind, str(row["uid"]), why)
            for row in _rows(found, kind)
            if row.get("voided_at") is None and (why := _why(kind, row, people, written))
        )
    return tuple(sorted(rows))


def _rows(found: SyncFile, kind: str) -> Iterator[Row]:
    # Whoever opened the file has proven that each line is written in the one way.
    return map(json.loads, found.members[f"{kind}.jsonl"].lines())


def _residents(found: SyncFile, people: _People) -> Iterator[RefusedRow]:
    for row in _rows(found, _RESIDENTS):
        uid, number = str(row["uid"]), str(row.get("id_number") or "")
        people.died[uid] = str(row["state_on"] or "") if row.get("register_state") == RegisterState.DECEASED else ""
        if row.get("voided_at") is not None or not number:
            continue
        if _is_wrong(row, number):
            yield RefusedRow(_RESIDENTS, uid, RowRefusal.WRONG_NUMBER)
        elif people.numbers.setdefault(number, uid) != uid:
            yield RefusedRow(_RESIDENTS, uid, RowRefusal.NUMBER_TWICE)


def _is_wrong(row: Row, number: str) -> bool:
    # A pseudonym is longer than any number, and nobody can look into it.
    plain = len(number) == _LENGTH and row.get("document_kind") == DocumentKind.IDENTITY_CARD
    return plain and row.get("id_state") == IdState.VALID and not identity.is_valid(number)


def _why(kind: str, row: Row, people: _People, written: str) -> str:
    person = row.get("resident")
    if person is not None and person not in people.died:
        return RowRefusal.NOBODY
    day = str(row[_DAYS[kind]]) if kind in _DAYS else ""
    if day > written:
        return RowRefusal.AFTER_FILE
    died = people.died.get(person or "", "")
    return RowRefusal.AFTER_DEATH if died and day > died else ""

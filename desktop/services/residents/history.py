"""The change history of one resident: who changed what, when and why, field by field in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.words.fields import FieldWords, written
from desktop.core.words.records import action_word, record_word
from desktop.models import query

_PARTS = (
    "contact",
    "external_id",
    "register_event",
    "flag",
    "grade",
    "assessment",
    "dwelling",
    "enrolment",
    "printed_code",
)


@dataclass(frozen=True)
class HistoryLine:
    """One write about a resident: ``what`` was written to, ``action`` what was done with it."""

    id: int
    at: str
    who: str
    station: int
    table: str
    what: str
    action: str
    done: str
    reason: str
    fields: tuple[FieldWords, ...]


def history(resident_id: int, limit: int = 100, before: int | None = None) -> list[HistoryLine]:
    """The writes to the record and its parts, the newest first; ``before`` is the id of the last line read."""
    parts = " OR ".join(
        f"(table_name = '{part}' AND row_id IN (SELECT id FROM {part} WHERE resident_id = ?))" for part in _PARTS
    )
    found = query.fetch(
        "SELECT id, at, staff_name, station, table_name, action, reason, before, after FROM change_log"
        f" WHERE ((table_name = 'resident' AND row_id = ?) OR {parts}) AND id < ? ORDER BY id DESC LIMIT ?",
        [resident_id] * (len(_PARTS) + 1) + [before or 2**62, max(limit, 0)],
    )
    return [_line(row) for row in found]


def _line(row: query.Row) -> HistoryLine:
    one, at, who, station, table, action, reason, before, after = row
    fields = written(table, _read(before), _read(after))
    return HistoryLine(one, at, who, station, table, record_word(table), action, action_word(action), reason, fields)


def _read(text: str | None) -> Mapping[str, object]:
    found: dict[str, object] = json.loads(text) if text else {}
    return found

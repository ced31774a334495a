"""A computer or a stick is lost: what was on it, by count and kind, for the report that the law asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import FieldError, InvalidDraft, ReasonNeeded
from desktop.core.reasons import Reason
from desktop.models import query
from desktop.services.privacy import belonging
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


class Lost(StrEnum):
    """What is lost."""

    COMPUTER = "computer"
    BACKUP = "backup"
    SYNC_FILE = "sync_file"


# What of a person stands in a record, by the columns that are filled.
KINDS: Mapping[str, str] = {
    "name": "name <> ''",
    "id_number": "id_number <> '' AND id_number IS NOT NULL",
    "phone": "phone <> ''",
    "address": "address <> '' OR room <> ''",
    "health": "chronic <> '' OR allergies <> '' OR disability_kind <> ''",
    "photo": "photo <> ''",
}
# A sync file has no photographs.
_NOT_SENT = frozenset({"photo"})


@dataclass(frozen=True)
class IncidentSheet:
    """``people`` on record until then; how many of them have each kind of fact; rows of each kind of record."""

    lost: Lost
    as_of: str
    made_at: str
    made_by: str
    words: str
    people: int
    kinds: dict[str, int]
    records: dict[str, int]
    accounts: int


def make(actor: Actor, lost: str, as_of: str, words: str) -> IncidentSheet:
    """Count what was on it: all that was recorded until the end of a day (ISO; empty: now), and note it in the log."""
    if lost not in tuple(Lost):
        raise InvalidDraft([FieldError("lost", Reason.UNKNOWN_WORD)])
    if not words.strip():
        raise ReasonNeeded("tell_loss")
    until = f"{as_of} 23:59:59" if as_of else clock.timestamp()
    sent = lost == Lost.SYNC_FILE
    with writing(actor, Action.TELL_LOSS, words.strip()) as unit:
        unit.log(Thing.SETTING, f"loss of {lost}", LogAction.PRINT)
        return IncidentSheet(
            Lost(lost),
            until,
            clock.timestamp(),
            actor.name,
            words.strip(),
            _count(Thing.RESIDENT, until),
            {
                kind: _count(Thing.RESIDENT, until, sql)
                for kind, sql in KINDS.items()
                if not (sent and kind in _NOT_SENT)
            },
            {table: count for table in _tables() if (count := _count(table, until))},
            0 if sent else _count(Thing.STAFF, until, "password <> ''"),
        )


def _tables() -> list[str]:
    return [table for table in belonging.links() if table != Thing.RESIDENT]


def _count(table: str, until: str, condition: str = "1") -> int:
    # Void rows lie on the disk like the others.
    return query.count(f"SELECT count(*) FROM {table} WHERE created_at <= ? AND ({condition})", [until])

"""Rows of a file that is whole and that cannot be right all the same: told to the centre, with the place to mend.

They are not taken: nothing is counted of them. What the month's papers say is the centre's own and stands as it was
frozen; the file stays as it came.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.core.answers import IdState, RowRefusal
from desktop.core.person import identity
from desktop.core.trade import DocumentKind, RegisterState
from desktop.sync.format import PARTS
from desktop.sync.receipt import RefusedRow

Row = Mapping[str, Any]
_RESIDENTS = "residents"
_LENGTH = 18
# The day that a row of a part is of.
_DAYS = {"visits": "visited_on", "help_services": "service_on", "meals": "eaten_on"}
# Whose rows name their person: whoever is named stands in the file.
_OF_PEOPLE = frozenset(
    part.kind for part in PARTS if part.kind != _RESIDENTS and any(one.key == "resident" for one in part.columns)
)


class Judge:
    """Is shown each row of a file, part after part, people first; keeps those that cannot be right."""

    def __init__(self, created_at: str) -> None:
        self._written = created_at[:10]
        # The day each died on ("" of the living), and whose ID number is whose.
        self._died: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._refused: list[RefusedRow] = []

    @property
    def refused(self) -> tuple[RefusedRow, ...]:
        """The rows that cannot be right, in order."""
        return tuple(sorted(self._refused))

    def see(self, kind: str, row: Row) -> None:
        """Judge a row."""
        if kind == _RESIDENTS:
            why = self._of_person(row)
        elif kind in _OF_PEOPLE and row.get("voided_at") is None:
            why = self._of_act(kind, row)
        else:
            return
        if why:
            self._refused.append(RefusedRow(kind, str(row["uid"]), why))

    def _of_person(self, row: Row) -> str:
        uid, number = str(row["uid"]), str(row.get("id_number") or "")
        self._died[uid] = str(row["state_on"] or "") if row.get("register_state") == RegisterState.DECEASED else ""
        if row.get("voided_at") is not None or not number:
            return ""
        if _is_wrong(row, number):
            return RowRefusal.WRONG_NUMBER
        return RowRefusal.NUMBER_TWICE if self._numbers.setdefault(number, uid) != uid else ""

    def _of_act(self, kind: str, row: Row) -> str:
        person = row.get("resident")
        if person is not None and person not in self._died:
            return RowRefusal.NOBODY
        day = str(row[_DAYS[kind]]) if kind in _DAYS else ""
        if day > self._written:
            return RowRefusal.AFTER_FILE
        died = self._died.get(person or "", "")
        return RowRefusal.AFTER_DEATH if died and day > died else ""


def _is_wrong(row: Row, number: str) -> bool:
    # A pseudonym is longer than any number, and nobody can look into it.
    plain = len(number) == _LENGTH and row.get("document_kind") == DocumentKind.IDENTITY_CARD
    return plain and row.get("id_state") == IdState.VALID and not identity.is_valid(number)

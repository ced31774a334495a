"""Counting what became of each row: every data row has exactly one verdict, warnings may stand beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop.core.acts import Thing
from desktop.core.answers import Verdict
from desktop.core.errors import (
    AlreadyRecorded,
    DateRefused,
    DuplicateResident,
    FieldError,
    InvalidDraft,
    NotFound,
    Overlap,
    StateRefused,
    UserError,
)
from desktop.core.month_errors import MonthClosed
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.core.words.fields import field_word
from desktop.core.words.messages import sentence
from desktop.core.words.months import month_of
from desktop.core.words.reasons import row_reason
from desktop.importing.questions import WorkerQuestion

DUPLICATE_REASONS = frozenset({Reason.DUPLICATE_ROW, Reason.DUPLICATE_RESIDENT, Reason.ALREADY_RECORDED})


@dataclass(frozen=True)
class Issue:
    """Something about a row that a person should know; ``value`` is masked where it is a number."""

    row: int
    verdict: Verdict
    reason: Reason
    text: str
    value: str

    def as_json(self) -> dict[str, object]:
        """The keys of the command line's contract."""
        return {
            "row": self.row,
            "verdict": self.verdict,
            "reason": self.reason,
            "text": self.text,
            "value": self.value,
        }


class RowRefused(Exception):
    """This row is not taken in; the others go on. ``text`` says it where the reason's own words would say less."""

    def __init__(self, reason: Reason, value: str = "", text: str = "") -> None:
        super().__init__(reason, value)
        self.reason = reason
        self.value = value
        self.text = text or row_reason(reason, value)


@dataclass(frozen=True)
class FieldChange:
    """What an update does to one field of a resident, in the words of the screen; numbers are masked."""

    field: str
    old: str
    new: str


@dataclass
class Tally:
    """The counts and issues of one sheet, and the one verdict of each of its rows.

    ``people`` names the resident whom a row was found to be, ``changes`` what an update does to that one.
    ``questions`` stand for many rows each.
    """

    rows: int = 0
    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    to_verify: int = 0
    normalised: int = 0
    refused: int = 0
    duplicates: int = 0
    issues: list[Issue] = field(default_factory=list)
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)
    changes: dict[int, tuple[FieldChange, ...]] = field(default_factory=dict)
    questions: list[WorkerQuestion] = field(default_factory=list)

    def warn(self, row: int, reason: Reason, value: str = "") -> None:
        """Something to look at in a row that is taken in all the same."""
        self._note(row, Verdict.WARNING, reason, value, row_reason(reason, value))

    def accept(self, row: int, reason: Reason | None = None, value: str = "", hint: str = "") -> None:
        """The row is in; ``reason`` says why its number is to be verified."""
        self.rows += 1
        self.imported += 1
        self.verdicts[row] = Verdict.TO_VERIFY if reason else Verdict.IMPORTED
        if reason:
            self.to_verify += 1
            self._note(row, Verdict.TO_VERIFY, reason, value, f"{row_reason(reason, value)} {hint}".strip())

    def update(self, row: int, resident_id: int, changes: tuple[FieldChange, ...]) -> None:
        """The row is about somebody on record; without ``changes`` it says nothing new."""
        self.rows += 1
        self.people[row] = resident_id
        self.verdicts[row] = Verdict.UPDATED if changes else Verdict.UNCHANGED
        if changes:
            self.updated += 1
            self.changes[row] = changes
        else:
            self.unchanged += 1

    def rewrite(self, row: int, reason: Reason, value: str) -> None:
        """The number of a row that is in was written in an unusual way."""
        self.normalised += 1
        # Each row has one verdict: where the number is to be verified as well, this is only said beside it.
        last = self.issues[-1] if self.issues else None
        judged = last is not None and (last.row, last.verdict) == (row, Verdict.TO_VERIFY)
        if not judged:
            self.verdicts[row] = Verdict.NORMALISED
        self._note(row, Verdict.WARNING if judged else Verdict.NORMALISED, reason, value, row_reason(reason, value))

    def refuse(self, row: int, refused: RowRefused) -> None:
        """The row is not in."""
        self.rows += 1
        self.refused += 1
        duplicate = refused.reason in DUPLICATE_REASONS
        self.duplicates += duplicate
        verdict = self.verdicts[row] = Verdict.DUPLICATE if duplicate else Verdict.REFUSED
        self._note(row, verdict, refused.reason, refused.value, refused.text)

    def _note(self, row: int, verdict: Verdict, reason: Reason, value: str, text: str) -> None:
        self.issues.append(Issue(row, verdict, reason, text, value))


def refusal_of(error: UserError) -> RowRefused:
    """The reason why a service would not take a row."""
    if isinstance(error, InvalidDraft):
        return _invalid(error.fields[0])
    if isinstance(error, DateRefused):
        return RowRefused(error.reason, str(error.day or ""))
    if isinstance(error, NotFound):
        return RowRefused(Reason.UNKNOWN_BED if error.kind is Thing.BED else Reason.UNKNOWN_PERSON, error.key)
    for kind, reason, value in _REASONS:
        if isinstance(error, kind):
            return RowRefused(reason, value(error))
    return RowRefused(Reason.REFUSED, text=sentence(error))


def _invalid(first: FieldError) -> RowRefused:
    reason = Reason.missing(first.name) if first.reason is Reason.REQUIRED else first.reason
    # The value may name the field, which is how the list of rows finds the cell; a person reads its word.
    text = row_reason(reason, first.hint or ("" if reason.startswith("missing_") else field_word(first.name)))
    return RowRefused(reason, "" if first.reason is Reason.REQUIRED else first.hint or first.name, text)


# What an error is called as a verdict, and what of it is shown.
_REASONS: tuple[tuple[type[UserError], Reason, Callable[[Any], str]], ...] = (
    (MonthClosed, Reason.MONTH_CLOSED, lambda error: month_of(error.month)),
    (StateRefused, Reason.STATE_REFUSED, lambda error: terms.REGISTER_STATES.shown.get(error.state, "")),
    (DuplicateResident, Reason.DUPLICATE_RESIDENT, lambda error: error.name),
    (AlreadyRecorded, Reason.ALREADY_RECORDED, lambda error: error.when),
    (Overlap, Reason.OVERLAP, lambda error: error.other),
)

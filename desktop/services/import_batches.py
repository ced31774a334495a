"""Imports as units of work: one transaction each, every row guarded, and the whole of it can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.answers import WorkbookKind
from desktop.core.file_errors import ImportNotUndoable
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.reasons import UndoReason
from desktop.models import query
from desktop.models.change import ImportBatch, ImportIssue
from desktop.models.tables import RECORDS
from desktop.services.register import listing as residents
from desktop.services.work import service_hours
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing
from desktop.services.writing.putting_back import Write, put_back

_UNDONE = "import undone"
# A row that points at one of these, from another import or typed by hand, uses it.
_OWNERS = ("resident", "bed", "stay", "visit", "risk", "named")
_USES = {
    owner: tuple((name, f"{owner}_id") for name, model in RECORDS.items() if f"{owner}_id" in model._meta.columns)
    for owner in _OWNERS
}


class _Discarded(Exception):
    """A dry run is over; what it wrote is rolled back."""


@dataclass(frozen=True)
class IssueRow:
    """One verdict as it is kept with its import."""

    row: int
    verdict: str
    reason: str
    text: str
    value: str


@dataclass(frozen=True)
class ImportRow:
    """One import as a list shows it; ``answer`` is its counts as JSON."""

    id: int
    kind: str
    file: str
    sheet: str
    at: str
    answer: str
    undone_at: str | None


@dataclass
class Batch:
    """A running import: its unit of writing and its id."""

    unit: Unit
    row: ImportBatch

    @property
    def id(self) -> int:
        """The number that undo takes."""
        return int(self.row.id)


@contextmanager
def importing(actor: Actor, kind: WorkbookKind, file: str, sheet: str, sha256: str, dry_run: bool) -> Iterator[Batch]:
    """One import as one transaction; a dry run leaves nothing behind."""
    with rehearsing(actor) if dry_run else writing(actor, Action.IMPORT, "import") as unit:
        row = unit.add(ImportBatch(kind=kind, file_name=file, file_sha256=sha256, sheet=sheet))
        unit.batch_id = row.id
        yield Batch(unit, row)


@contextmanager
def rehearsing(actor: Actor) -> Iterator[Unit]:
    """A unit of writing of which nothing stays: whatever would be refused is refused."""
    try:
        with writing(actor, Action.IMPORT, "import") as unit:
            yield unit
            raise _Discarded
    except _Discarded:
        pass


def finish(batch: Batch, answer: dict[str, object], issues: Iterable[IssueRow]) -> None:
    """Keep the counts and the verdicts with the import."""
    batch.unit.change(batch.row, {"answer": json.dumps(answer, ensure_ascii=False, sort_keys=True)})
    for issue in issues:
        ImportIssue.insert(
            batch=batch.row,
            row=issue.row,
            verdict=issue.verdict,
            reason=issue.reason,
            text=issue.text,
            value=issue.value,
        ).execute()


def listed() -> list[ImportRow]:
    """All imports, the newest first."""
    return query.fetch_as(
        ImportRow,
        "SELECT id, kind, file_name, sheet, created_at, answer, undone_at FROM living_import_batch ORDER BY id DESC",
    )


def issues_of(import_id: int) -> list[IssueRow]:
    """The verdicts of an import that somebody may want to read again."""
    return query.fetch_as(
        IssueRow,
        "SELECT row, verdict, reason, text, value FROM import_issue WHERE batch_id = ? ORDER BY row, id",
        [import_id],
    )


def undo(actor: Actor, import_id: int, progress: Progress | None = None) -> int:
    """Take one import back whole; the number of rows. Refused when rows were changed or used since."""
    with writing(actor, Action.UNDO_IMPORT, "undo import") as unit:
        batch = unit.living(ImportBatch, import_id)
        if batch.undone_at is not None:
            raise ImportNotUndoable(import_id, UndoReason.ALREADY_UNDONE)
        _refuse_if_touched(import_id)
        count = _take_back(unit, import_id, progress or Progress())
        unit.change(batch, {"undone_at": clock.timestamp()})
        # Names, numbers and telephones of those whom an update is taken back from are what they were.
        residents.index_many(query.ids(_UPDATED, [import_id, import_id]))
        done.adding_taken_back(Thing.IMPORT_BATCH, import_id)
    return count


def _refuse_if_touched(import_id: int) -> None:
    changed = query.count(
        "SELECT count(DISTINCT later.table_name || ' ' || later.row_id) FROM change_log mine JOIN change_log later"
        " ON later.table_name = mine.table_name AND later.row_id = mine.row_id AND later.id > mine.id"
        " WHERE mine.batch_id = ? AND mine.table_name <> 'import_batch'"
        " AND later.batch_id IS NOT ? AND later.after IS NOT NULL",
        [import_id, import_id],
    )
    if changed:
        raise ImportNotUndoable(import_id, UndoReason.CHANGED, changed)
    used = sum(_uses(import_id, table, user, column) for table, users in _USES.items() for user, column in users)
    if used:
        raise ImportNotUndoable(import_id, UndoReason.USED, used)


def _uses(import_id: int, table: str, user: str, column: str) -> int:
    return query.count(
        f"SELECT count(*) FROM living_{user} u WHERE u.{column} IN ({_ADDED}) AND u.id NOT IN ({_ADDED})",
        [import_id, table, import_id, user],
    )


_UPDATED = (
    "SELECT id FROM living_resident WHERE (id IN (SELECT row_id FROM change_log WHERE batch_id = ?"
    " AND table_name = 'resident') OR id IN (SELECT resident_id FROM contact WHERE id IN (SELECT row_id"
    " FROM change_log WHERE batch_id = ? AND table_name = 'contact')))"
)
_ADDED = "SELECT row_id FROM change_log WHERE batch_id = ? AND table_name = ? AND action = 'add'"


def _take_back(unit: Unit, import_id: int, progress: Progress) -> int:
    written = query.fetch(
        "SELECT table_name, row_id, action, before FROM change_log WHERE batch_id = ?"
        " AND table_name <> 'import_batch' ORDER BY id DESC",
        [import_id],
    )
    progress.start(len(written), translate("Import", "Taking the import back"))
    count = put_back(unit, [Write(*one) for one in written], _UNDONE, progress)
    service_hours.settle(unit, {row_id for table, row_id, *_ in written if table == Thing.HELP_SERVICE}, _UNDONE)
    return count

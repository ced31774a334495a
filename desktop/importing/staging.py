"""An import in stages, as a wizard walks through it: open, propose, check (and fix, and check again), commit.

``importer.import_workbook`` goes the same way in one step. Nothing is written before ``commit``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.core.answers import BackupReason, WorkbookKind
from desktop.core.collecting import collector_resting
from desktop.core.file_errors import HeadingsMissing
from desktop.core.files import storage_error
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.importing import templates
from desktop.importing.book.cells import Sheet, Workbook, blank, text_of
from desktop.importing.book.headers import Table, field_names, field_word
from desktop.importing.book.inspection import column_letters
from desktop.importing.book.reading import ReadingLimits, read_workbook
from desktop.importing.choosing import HEADINGS, Chosen, check_options, choose, require_complete, unread_sheets
from desktop.importing.kinds import KINDS, table_kinds
from desktop.importing.options import ImportOptions
from desktop.importing.result import ImportResult, RowVerdict
from desktop.importing.taking import Job, month_of, take_in
from desktop.services import import_batches
from desktop.services.import_batches import Batch, IssueRow
from desktop.services.keeping import backups
from desktop.services.writing.actor import Actor

SAMPLES = 3
PREVIEW_ROWS = 30
_CHUNK = 1 << 20
# How a column of a month matrix was found.
_DAY = "day"


@dataclass(frozen=True)
class Spot:
    """One cell of a sheet that a person put right; ``field`` is a field or the letter of a column."""

    sheet: str
    row: int
    field: str


@dataclass(frozen=True)
class Book:
    """A workbook that was parsed once; the file may be gone or changed since."""

    workbook: Workbook
    sha256: str

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that are not hidden, or of all when all are."""
        shown = tuple(sheet.name for sheet in self.workbook.sheets if not sheet.hidden)
        return shown or tuple(sheet.name for sheet in self.workbook.sheets)

    def rows(self, sheet: str, count: int = PREVIEW_ROWS) -> tuple[tuple[str, ...], ...]:
        """The first rows of a sheet as texts, for a preview."""
        found = next(one for one in self.workbook.sheets if one.name == sheet)
        return tuple(tuple(text_of(cell) for cell in row) for row in found.rows[:count])


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its field ("" for none), how that was found, and what its first filled cells hold.

    ``how`` is hand, remembered, heading, prefix (before a known heading), numbered, stand_in, day (of a month matrix)
    or "".
    """

    letter: str
    heading: str
    field: str
    how: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """How a workbook would be read; ``missing`` are fields (or month) without which it cannot be."""

    book: Book
    kind: WorkbookKind
    options: ImportOptions
    chosen: Chosen
    missing: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that would be read."""
        return self.chosen.tables

    @property
    def mapping_source(self) -> str:
        """Where the mapping comes from: headings, remembered or hand."""
        return self.chosen.source

    def columns(self, table: Table) -> tuple[Column, ...]:
        """Every column of one of the tables."""
        return tuple(_columns(table, self.mapping_source))

    def fields(self, table: Table) -> dict[str, str]:
        """The fields that a column of the table may be, with their Chinese words."""
        return {name: field_word(name, table.kind) for name in field_names(table.kind)}


@dataclass(frozen=True)
class Checked:
    """A dry run: the result that a commit would have, row by row. ``readings`` make the next check quick."""

    proposal: Proposal
    result: ImportResult
    fixes: Mapping[Spot, str]
    readings: dict[str, dict[int, Any]] = field(repr=False, default_factory=dict)

    @property
    def verdicts(self) -> Iterator[RowVerdict]:
        """Every data row with its verdict."""
        return self.result.verdicts


@collector_resting()
def open_book(path: Path, limits: ReadingLimits | None = None, progress: Progress | None = None) -> Book:
    """Parse a workbook, once, in a process of its own; a hostile one is refused with a sentence."""
    progress = progress or Progress()
    progress.start(0, translate("Import", "Reading the file"))
    workbook = read_workbook(path, limits, progress)
    try:
        return Book(workbook, _digest(path))
    except OSError as error:
        raise storage_error(error, path) from error


def propose(
    book: Book,
    kind: WorkbookKind,
    sheet: str | Sequence[str] = "",
    mapping: Mapping[str, str] | None = None,
    options: ImportOptions | None = None,
) -> Proposal:
    """How the workbook would be read as this kind; ``mapping`` is heading or letter of the column → field."""
    names = (sheet,) if isinstance(sheet, str) else tuple(sheet)
    options = options or ImportOptions()
    if any(names):
        options = replace(options, sheet=names[0], sheets=names[1:])
    if mapping is not None:
        options = replace(options, mapping=mapping)
    check_options(kind, options)
    forms = KINDS[kind].gathered(book.workbook, options.chosen_sheets)
    if forms is not None:
        book, options = replace(book, workbook=forms), replace(options, sheet=forms.sheets[0].name, sheets=())
    chosen = choose(book.workbook, kind, options)
    tables = chosen.tables
    undated = (name for table in tables for name in _month_missing(book, kind, table, options))
    missing = tuple(chosen.missing) or tuple(undated)
    unread = tuple(unread_sheets(book.workbook, tables, options)) if tables else ()
    return Proposal(book, kind, options, chosen, missing, unread)


def likelier(proposal: Proposal) -> WorkbookKind | None:
    """The kind whose fields the headings name more of than those of the kind that was asked for; None when none is.

    A list of beds has names and numbers too, so it could be read as residents whose other columns nobody reads.
    """
    if proposal.mapping_source != HEADINGS:
        # Somebody said which column is what, now or before.
        return None
    best, most = None, _fit(proposal)
    for kind in KINDS:
        fit = (False, 0) if kind == proposal.kind else _fit(propose(proposal.book, kind))
        if fit > most and fit[0]:
            best, most = kind, fit
    return best


def _fit(proposal: Proposal) -> tuple[bool, int]:
    """Whether a book can be read like this, and how many different fields its headings name."""
    # The days of a month stand for one field, whatever their number.
    columns = [column for table in proposal.tables for column in proposal.columns(table)]
    named = {column.field or column.how for column in columns if column.field or column.how == _DAY}
    return not proposal.missing and bool(proposal.tables), len(named)


@collector_resting()
def check(
    actor: Actor,
    proposal: Proposal,
    fixes: Mapping[Spot, str] | None = None,
    progress: Progress | None = None,
    before: Checked | None = None,
) -> Checked:
    """Judge every row as a commit would, and write nothing; after ``before`` only rows fixed since are read anew."""
    fixes = dict(fixes or {})
    _require_complete(proposal)
    readings = _kept_readings(before, proposal, fixes)
    progress = progress or Progress()
    if KINDS[proposal.kind].judged_alone:
        result = _run(actor, proposal, fixes, progress, None, readings)
    else:
        # Overlaps, closed months and what is on record already show best when the rows are really written.
        with _batch(actor, proposal, dry_run=True) as batch:
            result = _run(actor, proposal, fixes, progress, batch, {})
    return Checked(proposal, result, fixes, readings)


def commit(
    actor: Actor, checked: Checked, choices: ImportOptions | None = None, progress: Progress | None = None
) -> ImportResult:
    """Take the rows in as they were checked; all of it is on disk at the end, or nothing.

    ``choices`` may differ from those of the check in ``update_existing``, ``flags``, ``holds_from``, ``identities``
    and ``workers`` only.
    """
    proposal = checked.proposal
    if choices is not None:
        options = replace(
            proposal.options,
            update_existing=choices.update_existing,
            flags=choices.flags,
            holds_from=choices.holds_from,
            identities=choices.identities,
            workers=choices.workers,
            remember=choices.remember,
        )
        check_options(proposal.kind, options)
        proposal = replace(proposal, options=options)
    return write(actor, proposal, checked.fixes, progress or Progress(), checked.readings)


@collector_resting()
def write(
    actor: Actor,
    proposal: Proposal,
    fixes: Mapping[Spot, str],
    progress: Progress,
    readings: dict[str, dict[int, Any]] | None = None,
) -> ImportResult:
    """Take the rows in without a check before; with ``dry_run`` in the options nothing stays."""
    _require_complete(proposal)
    options = proposal.options
    if not options.dry_run:
        backups.back_up_before(BackupReason.BEFORE_IMPORT, actor)
    with _batch(actor, proposal, options.dry_run) as batch:
        result = _run(actor, proposal, fixes, progress, batch, readings or {})
        if not options.dry_run:
            result = replace(result, import_id=batch.id, dry_run=False)
        rows = [IssueRow(one.row, one.verdict, one.reason, one.text, one.value) for one in result.issues]
        import_batches.finish(batch, result.answer(), rows)
    if not options.dry_run and options.remember and options.mapping and proposal.mapping_source == "hand":
        for table in proposal.tables:
            templates.remember(actor, table, options.mapping, proposal.book.workbook.file)
    return result


def _run(
    actor: Actor,
    proposal: Proposal,
    fixes: Mapping[Spot, str],
    progress: Progress,
    batch: Batch | None,
    readings: dict[str, dict[int, Any]],
) -> ImportResult:
    by_sheet: dict[str, dict[tuple[int, str], str]] = {}
    for spot, text in fixes.items():
        by_sheet.setdefault(spot.sheet, {})[spot.row, spot.field] = text
    book = proposal.book.workbook
    job = Job(actor, book, proposal.chosen, proposal.options, progress, by_sheet, batch, readings)
    sheets, recorded = take_in(job, KINDS[proposal.kind])
    return ImportResult(None, proposal.kind, book.file, tuple(sheets), recorded, True, proposal.mapping_source)


def _batch(actor: Actor, proposal: Proposal, dry_run: bool) -> Any:
    first, book = proposal.tables[0], proposal.book
    return import_batches.importing(actor, proposal.kind, book.workbook.file, first.sheet.name, book.sha256, dry_run)


def _require_complete(proposal: Proposal) -> None:
    try:
        require_complete(proposal.book.workbook, proposal.chosen, proposal.options)
    except HeadingsMissing as error:
        error.looks_like = likelier(proposal)
        raise
    if proposal.missing:
        raise HeadingsMissing(proposal.book.workbook.file, list(proposal.missing), likelier(proposal))


def _kept_readings(before: Checked | None, proposal: Proposal, fixes: Mapping[Spot, str]) -> dict[str, dict[int, Any]]:
    """What the rows were found to say by themselves, but for those in which a cell was put right since."""
    if before is None or not _same_reading(before.proposal, proposal):
        return {}
    kept = {sheet: dict(rows) for sheet, rows in before.readings.items()}
    for spot, _ in set(fixes.items()) ^ set(before.fixes.items()):
        kept.get(spot.sheet, {}).pop(spot.row, None)
    return kept


def _same_reading(one: Proposal, other: Proposal) -> bool:
    """Whether rows say the same by themselves under both: the tables are the same."""
    if one.book is not other.book or one.kind != other.kind:
        return False
    places = [[(table.name, table.first, table.fields) for table in each.tables] for each in (one, other)]
    return places[0] == places[1]


def _month_missing(book: Book, kind: WorkbookKind, table: Table, options: ImportOptions) -> list[str]:
    return [] if KINDS[kind].dated(table, month_of(table, book.workbook.file, options.month)) else ["month"]


def _columns(table: Table, source: str) -> Iterator[Column]:
    by_column = {one.column: one for one in table.fields}
    days = {day.column for day in table.days}
    width = max([len(table.headings), *(len(row) for row in table.sheet.rows[table.first :][:PREVIEW_ROWS])])
    for column in range(width):
        found = by_column.get(column)
        how = _DAY if column in days else "" if found is None else found.how
        if how == "hand" and source == "remembered":
            how = "remembered"
        heading = table.headings[column] if column < len(table.headings) else ""
        samples = _samples(table.sheet, table.first, column)
        yield Column(column_letters(column + 1), heading, found.name if found else "", how, samples)


def _samples(sheet: Sheet, first: int, column: int) -> tuple[str, ...]:
    cells = (row[column] for row in sheet.rows[first : first + 200] if column < len(row) and not blank(row[column]))
    found = dict.fromkeys(text_of(cell) for cell in cells)
    return tuple(found)[:SAMPLES]


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


__all__ = [
    "Book",
    "Checked",
    "Column",
    "Proposal",
    "Spot",
    "check",
    "commit",
    "open_book",
    "propose",
    "table_kinds",
    "write",
]

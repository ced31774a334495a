"""What a person has chosen and put right on the way through an import; nothing of it is written before the end."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.core.answers import Verdict, WorkbookKind
from desktop.core.collecting import collector_resting
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.importing import staging, templates
from desktop.importing.book.headers import Table, field_names, field_word, headings_at
from desktop.importing.book.inspection import column_letters
from desktop.importing.kinds import table_kinds
from desktop.importing.options import UNION, ImportOptions
from desktop.importing.questions import WorkerAnswer
from desktop.importing.result import ImportResult
from desktop.importing.staging import Book, Checked, Column, Proposal, Spot
from desktop.services.writing.actor import Actor
from desktop.ui.pages.importing.rows import JudgedRows

_SAMPLE_ROWS = 8
# Seconds after which the judging thread lets the window have its turn.
_SWITCH = 0.0005


@dataclass(frozen=True)
class Judged:
    """A check and its rows, ready to be shown."""

    checked: Checked
    rows: JudgedRows


@dataclass
class ImportWork:
    """One import on its way: file, choices, fixes, and what they lead to."""

    kind: WorkbookKind = WorkbookKind.RESIDENTS
    path: Path | None = None
    book: Book | None = None
    sheets: tuple[str, ...] = ()
    mapping: dict[str, str] = field(default_factory=dict)
    header_row: int | None = None
    month: Month | None = None
    update_existing: bool = False
    flags: str = UNION
    holds_from: str = ""
    remember: bool = True
    identities: dict[int, int] = field(default_factory=dict)
    workers: dict[str, WorkerAnswer] = field(default_factory=dict)
    fixes: dict[Spot, str] = field(default_factory=dict)
    proposal: Proposal | None = None
    judged: Judged | None = None
    result: ImportResult | None = None

    @property
    def dirty(self) -> bool:
        """Whether something put right by hand would be lost."""
        return bool(self.put_right) and self.result is None

    @property
    def put_right(self) -> int:
        """How many cells, people and names of workers were put right by hand."""
        return len(self.fixes) + len(self.identities) + len(self.workers)

    @property
    def readable(self) -> bool:
        """Whether the rows can be checked as the columns stand."""
        return self.proposal is not None and bool(self.proposal.tables) and not self.proposal.missing

    @property
    def stale(self) -> bool:
        """Whether something was chosen or put right since the last check."""
        if self.judged is None:
            return True
        checked = self.judged.checked
        used = checked.proposal.options
        return dict(checked.fixes) != self.fixes or used != replace(self.options, remember=used.remember)

    @property
    def options(self) -> ImportOptions:
        """The choices as the import wants them."""
        return ImportOptions(
            sheet=self.sheets[0] if self.sheets else "",
            sheets=self.sheets[1:],
            mapping=dict(self.mapping),
            month=self.month,
            header_row=self.header_row,
            update_existing=self.update_existing,
            flags=self.flags,
            holds_from=self.holds_from,
            identities=dict(self.identities),
            workers=dict(self.workers),
            remember=self.remember,
        )

    @property
    def writes(self) -> int:
        """How many rows the import would take in or bring up to date."""
        if self.judged is None:
            return 0
        result = self.judged.checked.result
        return result.total("imported") + result.total("updated")

    @property
    def called_off(self) -> int:
        """How many rows come in as orders that were cancelled."""
        if self.judged is None:
            return 0
        tallies = [sheet.tally for sheet in self.judged.checked.result.sheets]
        return sum(
            issue.reason is Reason.CALLED_OFF and tally.verdicts.get(issue.row) is Verdict.IMPORTED
            for tally in tallies
            for issue in tally.issues
        )

    def take_book(self, path: Path, book: Book) -> None:
        """Begin with another file."""
        self.path, self.book = path, book
        self._begin_anew()

    def take_kind(self, kind: WorkbookKind) -> None:
        """Read the file as something else."""
        self.kind = kind
        self.update_existing, self.flags, self.holds_from = False, UNION, ""
        self._begin_anew()

    def take_sheets(self, sheets: tuple[str, ...]) -> None:
        """Read these sheets; none lets the best one be found."""
        self.sheets = sheets
        self.identities = {}
        self.propose()

    def take_header_row(self, row: int | None) -> None:
        """The headings stand in this row (from 1, 0 for none), or where they are found."""
        self.header_row = row
        self.propose()

    def propose(self) -> None:
        """Look anew how the file would be read."""
        if self.book is not None:
            self.proposal = staging.propose(self.book, self.kind, options=self.options)

    def map_column(self, table: Table | None, column: Column, name: str) -> None:
        """Let a column be read as this field, "" for not at all; the field's other column gives it up."""
        mapping = dict(self.mapping)
        if table is not None and self.proposal is not None and self.proposal.mapping_source == "remembered":
            for one in self.proposal.columns(table):
                if one.field or one.heading:
                    mapping[_key(table, one)] = one.field
        key = _key(table, column)
        kept = {one: found for one, found in mapping.items() if one != key and (not name or found != name)}
        self.mapping = {**kept, key: name}
        self.propose()

    def forget_mapping(self, actor: Actor) -> None:
        """Read the headings by the program's own rules again, now and next time."""
        known = {one.fingerprint: one for one in templates.remembered(self.kind)}
        for table in self.proposal.tables if self.proposal is not None else ():
            top = max(table.header_row - 1, 0)
            template = known.get(templates.fingerprint(headings_at(table.sheet, top, table.first - top)))
            if template is not None:
                templates.forget(actor, template)
        self.mapping, self.header_row = {}, None
        self.propose()

    def columns_of(self, table: Table | None) -> tuple[Column, ...]:
        """Every column that says something; without a table those of the sheet, by letter."""
        if self.proposal is not None and table is not None:
            return tuple(one for one in self.proposal.columns(table) if one.heading or one.field or one.samples)
        return self._lettered()

    def fields_of(self, table: Table | None) -> dict[str, str]:
        """The fields that a column may be, with their words."""
        if self.proposal is not None and table is not None:
            return self.proposal.fields(table)
        kinds = table_kinds(self.kind)
        return {name: field_word(name, kind) for kind in kinds for name in field_names(kind)}

    def sheet_of(self, table: Table | None) -> str:
        """The sheet that is shown."""
        if table is not None:
            return table.sheet.name
        if self.sheets:
            return self.sheets[0]
        return self.book.sheets[0] if self.book is not None else ""

    def judge(self, actor: Actor, progress: Progress) -> Judged:
        """Check every row; for the worker thread."""
        assert self.book is not None
        proposal = staging.propose(self.book, self.kind, options=self.options)
        before = self.judged.checked if self.judged is not None else None
        with _window_first():
            checked = staging.check(actor, proposal, dict(self.fixes), progress, before)
            return Judged(checked, JudgedRows(checked, progress))

    def commit(self, actor: Actor, progress: Progress) -> ImportResult:
        """Take in what was checked; for the worker thread."""
        assert self.judged is not None
        with _window_first():
            return staging.commit(actor, self.judged.checked, self.options, progress)

    def _begin_anew(self) -> None:
        self.sheets, self.mapping, self.header_row, self.month = (), {}, None, None
        self.identities, self.workers, self.fixes = {}, {}, {}
        self.proposal, self.judged, self.result = None, None, None
        self.propose()

    def _lettered(self) -> tuple[Column, ...]:
        if self.book is None:
            return ()
        rows = self.book.rows(self.sheet_of(None))
        found = []
        for at in range(max((len(row) for row in rows), default=0)):
            texts = [row[at] for row in rows[:_SAMPLE_ROWS] if at < len(row) and row[at]]
            if texts:
                letter = column_letters(at + 1)
                found.append(Column(letter, "", self.mapping.get(letter, ""), "", tuple(dict.fromkeys(texts))[:3]))
        return tuple(found)


@contextmanager
def _window_first() -> Iterator[None]:
    """Let the window go on while a thread of ours judges many rows.

    A repaint asks for the interpreter some hundred times and would wait five milliseconds for each. The collector of
    cycles would stop everybody for half a second to walk a million objects that are all in use; what is there at the
    end is not walked before ``release_memory``.
    """
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    try:
        with collector_resting():
            yield
            gc.freeze()
    finally:
        sys.setswitchinterval(interval)


def release_memory() -> None:
    """Let the collector see everything again, once an import is over."""
    gc.unfreeze()


def _key(table: Table | None, column: Column) -> str:
    """How the column is named in a mapping: by its heading when no other column bears it, else by its letter."""
    if table is None or not column.heading or table.headings.count(column.heading) != 1:
        return column.letter
    return column.heading

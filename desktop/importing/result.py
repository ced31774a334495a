"""What came of an import, as the command line's contract has it and as a list of rows shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.core.answers import Verdict, WorkbookKind
from desktop.importing.book.cells import text_of
from desktop.importing.book.headers import Table
from desktop.importing.book.lines import Line, skipped_rows
from desktop.importing.questions import WorkerQuestion, merged
from desktop.importing.verdicts import FieldChange, Issue, Tally


@dataclass(frozen=True)
class RowVerdict:
    """One data row with what became of it: ``verdict`` is never a warning.

    ``cells`` are the texts of all its columns as they stand in the sheet, ID numbers and all. ``resident_id`` is whom
    the row was found to be or to resemble, ``changes`` what it changes there.
    """

    sheet: str
    row: int
    verdict: Verdict
    issues: tuple[Issue, ...]
    cells: tuple[str, ...]
    changes: tuple[FieldChange, ...] = ()
    resident_id: int | None = None

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes of everything that was found, the one of the verdict first."""
        own = [issue.reason for issue in self.issues if issue.verdict != Verdict.WARNING]
        return (*own, *(issue.reason for issue in self.issues if issue.verdict == Verdict.WARNING))

    @property
    def text(self) -> str:
        """Everything that was found, in sentences."""
        return " ".join(dict.fromkeys(issue.text for issue in self.issues))

    @property
    def refused(self) -> bool:
        """Whether the row stays out."""
        return self.verdict in {Verdict.REFUSED, Verdict.DUPLICATE}


@dataclass(frozen=True)
class SheetResult:
    """One sheet of an import: what was found in it and what became of its rows; ``lines`` are as they were judged."""

    sheet: str
    kind: str
    header_row: int
    mapping: dict[str, str]
    skipped: int
    tally: Tally
    table: Table
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, table: Table, tally: Tally, lines: tuple[Line, ...]) -> SheetResult:
        """The result of a sheet whose rows were all taken in or refused."""
        mapping = dict(table.mapping)
        if table.days:
            mapping["days"] = f"{table.days[0].label}…{table.days[-1].label}"
        skipped = skipped_rows(table, tally.rows)
        return cls(table.name, table.kind, table.header_row, mapping, skipped, tally, table, lines)

    def counts(self) -> dict[str, int]:
        """The numbers of this sheet."""
        tally = self.tally
        return {
            "rows": tally.rows,
            "imported": tally.imported,
            "updated": tally.updated,
            "unchanged": tally.unchanged,
            "to_verify": tally.to_verify,
            "normalised": tally.normalised,
            "refused": tally.refused,
            "duplicates": tally.duplicates,
            "skipped": self.skipped,
        }

    def head(self) -> dict[str, object]:
        """Where the rows were found."""
        return {"sheet": self.sheet, "header_row": self.header_row, "mapping": self.mapping}

    def verdicts(self) -> Iterator[RowVerdict]:
        """Every data row in its order, with the texts that were judged."""
        tally = self.tally
        issues: defaultdict[int, list[Issue]] = defaultdict(list)
        for issue in tally.issues:
            issues[issue.row].append(issue)
        width = max([len(self.table.headings), *(len(row) for row in self.table.sheet.rows)])
        fields = {column: name for name, column in self.table.columns.items()}
        for line in self.lines:
            verdict = tally.verdicts.get(line.number)
            if verdict is None:
                continue
            cells = tuple(
                text_of(line.get(fields[column]) if column in fields else line.at(column)) for column in range(width)
            )
            yield RowVerdict(
                self.sheet,
                line.number,
                verdict,
                tuple(issues[line.number]),
                cells,
                tally.changes.get(line.number, ()),
                tally.people.get(line.number),
            )


@dataclass(frozen=True)
class ImportResult:
    """An import: ``import_id`` is None after a dry run; ``recorded`` counts rows made, such as meals or stays.

    ``mapping_source`` says where the mapping came from: headings, remembered (by hand, some other time) or hand.
    ``looks_like`` is the kind that its headings fit better, if there is one.
    """

    import_id: int | None
    kind: WorkbookKind
    file: str
    sheets: tuple[SheetResult, ...]
    recorded: dict[str, int] = field(default_factory=dict)
    dry_run: bool = False
    mapping_source: str = "headings"
    looks_like: WorkbookKind | None = None

    @property
    def issues(self) -> list[Issue]:
        """The issues of all sheets in the order of their rows."""
        return [issue for sheet in self.sheets for issue in sorted(sheet.tally.issues, key=lambda issue: issue.row)]

    @property
    def verdicts(self) -> Iterator[RowVerdict]:
        """Every data row of every sheet with what became of it."""
        for sheet in self.sheets:
            yield from sheet.verdicts()

    def total(self, name: str) -> int:
        """One of the counts over all sheets."""
        return sum(sheet.counts()[name] for sheet in self.sheets)

    @property
    def needs_a_person(self) -> bool:
        """Whether some row was refused or is to be verified, or a question is open."""
        asked = any(one.answer is None for one in self.questions)
        return asked or self.total("refused") + self.total("to_verify") > 0

    @property
    def questions(self) -> list[WorkerQuestion]:
        """What is asked once for all its rows, answered or not."""
        return merged(one for sheet in self.sheets for one in sheet.tally.questions)

    def answer(self) -> dict[str, object]:
        """Everything but the issues."""
        first = self.sheets[0]
        found: dict[str, object] = {"import_id": self.import_id, "kind": self.kind, "file": self.file, **first.head()}
        found["mapping_source"] = self.mapping_source
        found["looks_like"] = self.looks_like
        found |= {name: self.total(name) for name in first.counts()}
        found |= self.recorded
        if len(self.sheets) > 1:
            found["sheets"] = [{"kind": one.kind, **one.head(), **one.counts()} for one in self.sheets]
        return found

    def as_json(self) -> dict[str, object]:
        """The object that ``import … --json`` prints."""
        services = self.kind == WorkbookKind.SERVICES
        asked = {"questions": [one.as_json() for one in self.questions]} if services else {}
        return self.answer() | asked | {"issues": [issue.as_json() for issue in self.issues]}

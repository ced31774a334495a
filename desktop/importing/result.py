"""What came of an import, as the command line's contract has it."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.importing.headers import Table
from desktop.importing.lines import skipped_rows
from desktop.importing.verdicts import Issue, Tally


@dataclass(frozen=True)
class SheetResult:
    """One sheet of an import: what was found in it and what became of its rows."""

    sheet: str
    kind: str
    header_row: int
    mapping: dict[str, str]
    skipped: int
    tally: Tally

    @classmethod
    def of(cls, table: Table, tally: Tally) -> SheetResult:
        """The result of a sheet whose rows were all taken in or refused."""
        mapping = dict(table.mapping)
        if table.days:
            mapping["days"] = f"{table.days[0].label}…{table.days[-1].label}"
        skipped = skipped_rows(table, tally.rows)
        return cls(table.sheet.name, table.kind, table.header_row, mapping, skipped, tally)

    def counts(self) -> dict[str, int]:
        """The numbers of this sheet."""
        tally = self.tally
        return {
            "rows": tally.rows,
            "imported": tally.imported,
            "to_verify": tally.to_verify,
            "normalised": tally.normalised,
            "refused": tally.refused,
            "duplicates": tally.duplicates,
            "skipped": self.skipped,
        }

    def head(self) -> dict[str, object]:
        """Where the rows were found."""
        return {"sheet": self.sheet, "header_row": self.header_row, "mapping": self.mapping}


@dataclass(frozen=True)
class ImportResult:
    """An import: ``import_id`` is None after a dry run; ``recorded`` counts rows made, such as meals or stays."""

    import_id: int | None
    kind: str
    file: str
    sheets: tuple[SheetResult, ...]
    recorded: dict[str, int] = field(default_factory=dict)
    dry_run: bool = False

    @property
    def issues(self) -> list[Issue]:
        """The issues of all sheets in the order of their rows."""
        return [issue for sheet in self.sheets for issue in sorted(sheet.tally.issues, key=lambda issue: issue.row)]

    def total(self, name: str) -> int:
        """One of the counts over all sheets."""
        return sum(sheet.counts()[name] for sheet in self.sheets)

    @property
    def needs_a_person(self) -> bool:
        """Whether some row was refused or is to be verified."""
        return self.total("refused") + self.total("to_verify") > 0

    def answer(self) -> dict[str, object]:
        """Everything but the issues."""
        first = self.sheets[0]
        found: dict[str, object] = {"import_id": self.import_id, "kind": self.kind, "file": self.file, **first.head()}
        found |= {name: self.total(name) for name in first.counts()}
        found |= self.recorded
        if len(self.sheets) > 1:
            found["sheets"] = [{"kind": one.kind, **one.head(), **one.counts()} for one in self.sheets]
        return found

    def as_json(self) -> dict[str, object]:
        """The object that ``import … --json`` prints."""
        return self.answer() | {"issues": [issue.as_json() for issue in self.issues]}

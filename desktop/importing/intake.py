"""What every kind of import shares: the running batch, the sheet, and the loop over its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from desktop.core.errors import Cancelled, StorageError, UserError
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.importing.book.cells import Sheet
from desktop.importing.book.headers import Table
from desktop.importing.book.lines import Line
from desktop.importing.options import ImportOptions
from desktop.importing.verdicts import RowRefused, Tally, refusal_of
from desktop.services.import_batches import Batch
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, savepoint


@dataclass(frozen=True)
class Intake:
    """One sheet on its way in; ``month`` completes dates without a year, ``beside`` are the sheets that are no table.

    Without a ``batch`` the rows are only judged, and what they say by themselves is kept in ``readings``.
    """

    actor: Actor
    batch: Batch | None
    table: Table
    lines: tuple[Line, ...]
    tally: Tally
    progress: Progress
    month: Month | None
    options: ImportOptions
    readings: dict[int, Any]
    beside: tuple[Sheet, ...] = ()

    @property
    def unit(self) -> Unit:
        """The unit of writing of an import that writes."""
        assert self.batch is not None
        return self.batch.unit

    def each(self, take: Callable[[Line], None], lines: Iterable[Line] | None = None) -> None:
        """Take in every row by itself; a row that is refused leaves nothing and stops none of the others."""
        chosen = tuple(lines if lines is not None else self.lines)
        self.progress.start(len(chosen), translate("Import", "Taking in rows"))
        for line in chosen:
            self.progress.step()
            try:
                with savepoint() if self.batch is not None else nullcontext():
                    take(line)
            except RowRefused as refused:
                self.tally.refuse(line.number, refused)
            except (Cancelled, StorageError):
                raise
            except UserError as error:
                self.tally.refuse(line.number, refusal_of(error))

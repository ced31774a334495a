"""One workbook in, in one step: read, find the sheet and its headings, take in every row in one transaction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.core.answers import WorkbookKind
from desktop.core.progress import Progress
from desktop.importing import staging
from desktop.importing.kinds import KINDS
from desktop.importing.options import ImportOptions
from desktop.importing.result import ImportResult
from desktop.services.writing.actor import Actor

__all__ = ["KINDS", "ImportOptions", "import_workbook"]


def import_workbook(
    actor: Actor, kind: WorkbookKind, path: Path, options: ImportOptions | None = None, progress: Progress | None = None
) -> ImportResult:
    """Take a workbook in as one of ``KINDS``; all of it is on disk at the end, or nothing."""
    options, progress = options or ImportOptions(), progress or Progress()
    book = staging.open_book(path, options.limits, progress)
    proposal = staging.propose(book, kind, options=options)
    if options.dry_run:
        result = staging.check(actor, proposal, progress=progress).result
    else:
        result = staging.write(actor, proposal, {}, progress)
    return replace(result, looks_like=staging.likelier(proposal))

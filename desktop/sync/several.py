"""Several months written one after the other, each whole and as its own file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.core.errors import ShizhuError
from desktop.core.file_errors import SyncRefused
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.proofs import file_sha256
from desktop.core.reasons import SyncReason
from desktop.services.writing.actor import Actor
from desktop.sync.read import verify
from desktop.sync.write import Exported, export_month


@dataclass(frozen=True)
class Several:
    """The files that lie there, and what kept the rest from being written: a full stick, or somebody who stopped it."""

    made: tuple[Exported, ...]
    trouble: ShizhuError | None = None


def export_months(actor: Actor, months: Iterable[Month], out: Path, progress: Progress) -> Several:
    """Write these months; what is written stays, so only what comes before the first file is raised."""
    made: list[Exported] = []
    for month in months:
        try:
            progress.check()
            one = export_month(actor, month, out, progress)
            prove_again(one)
            made.append(one)
        except ShizhuError as error:
            if not made:
                raise
            return Several(tuple(made), error)
    return Several(tuple(made))


def prove_again(made: Exported) -> None:
    """Once more from the disk: a sealed one byte for byte, since the district alone looks into it."""
    same = file_sha256(made.path) == made.sha256 if made.sealed_for else verify(made.path) == made.manifest
    if not same:
        raise SyncRefused(str(made.path), SyncReason.CHANGED)

"""Proving the whole store against tampering: the change log with its records, closed months, the database's guards."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.errors import StorageError
from desktop.core.progress import Progress
from desktop.core.storage_errors import FrozenChanged, GuardsChanged
from desktop.models.migrate import trigger_problems
from desktop.services.writing import frozen, verifying
from desktop.services.writing.verifying import ChainState


@dataclass(frozen=True)
class Proof:
    """What was looked at and what does not fit: ``month`` is that of the first frozen document which was changed."""

    chains: tuple[ChainState, ...]
    months: int
    month: FrozenChanged | None
    guards: tuple[str, ...]

    @property
    def writes(self) -> int:
        """How many writes of the log were looked at."""
        return sum(one.rows for one in self.chains)

    @property
    def troubles(self) -> list[StorageError]:
        """Everything that does not fit: of each chain the first write, then the months, then the guards."""
        found: list[StorageError] = [error for one in self.chains if (error := verifying.trouble(one)) is not None]
        if self.month is not None:
            found.append(self.month)
        if self.guards:
            found.append(GuardsChanged(", ".join(self.guards)))
        return found


def prove(last: int | None = None, progress: Progress | None = None) -> Proof:
    """Look at all of it; with ``last`` at so many writes from the end of each chain."""
    count, changed = 0, None
    try:
        count = frozen.require_all_whole()
    except FrozenChanged as error:
        changed = error
    return Proof(tuple(verifying.verify(last, progress)), count, changed, tuple(trigger_problems()))

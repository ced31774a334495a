"""A centre brought back from what its district kept, on a computer where nothing of it is left.

Opened by the recovery sheet and held against what the centre signed: every table counted, the log's heads and the
closed months those of the papers.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core import signing
from desktop.core.file_errors import SyncRefused
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.reasons import SyncReason
from desktop.core.recovery import RecoveryOfOther, secret_of
from desktop.services.centre import centres
from desktop.services.keeping import kept_files, refilling
from desktop.services.keeping.refilling import Entering, Known, Rows
from desktop.sync import against, restore_part, returned
from desktop.sync.format import PARTS, Manifest
from desktop.sync.returned import Returned

__all__ = ["BroughtBack", "Entering", "bring_back"]


@dataclass(frozen=True)
class BroughtBack:
    """What came back: the rows of each table, and the scans and photographs that the records name and nobody has."""

    manifest: Manifest
    district: str
    tables: Mapping[str, int]
    lost: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """All of them."""
        return sum(self.tables.values())

    @property
    def months(self) -> int:
        """How many closed months came back, whatever was put right in them."""
        return len({one.month for one in self.manifest.closed})


def bring_back(
    path: Path, folder: DataFolder, sheet: str, entering: Entering, progress: Progress | None = None
) -> BroughtBack:
    """Put a returned file into an empty data folder, and open it; whatever fails, the folder is as empty as before.

    RecoveryOfOther for the sheet of another centre, DirectorWanted while nobody is named who could sign in.
    """
    refilling.require_empty(folder)
    identity = signing.recovery_identity(secret_of(sheet))[0]
    steps = progress or Progress()
    steps.start(1 + refilling.STAGES, translate("Progress", "Bringing the centre back"))
    found = returned.read(path)
    steps.step()
    counts = refilling.refill(folder, _Sealed(str(path), found, identity), entering, steps)
    return BroughtBack(found.manifest, found.about.district, counts, tuple(kept_files.damaged(folder.root)))


@dataclass(frozen=True)
class _Sealed:
    """A returned file, and what opens it."""

    file: str
    found: Returned
    identity: str = field(repr=False)

    @property
    def schema(self) -> str:
        """Of the program that wrote it."""
        return self.found.manifest.schema

    @property
    def known(self) -> Known:
        """What the district knows of the centre."""
        about = self.found.about
        return Known(about.district, about.last_epoch, (about.last_sequence, about.last_sha256))

    @contextmanager
    def rows(self, tables: Mapping[str, tuple[str, ...]]) -> Iterator[Rows]:
        """What the sheet opens."""
        with tempfile.TemporaryFile() as sealed, tempfile.TemporaryFile() as room:
            for piece in self.found.sealed.pieces():
                sealed.write(piece)
            try:
                with restore_part.opened(sealed, self.identity, self.file, room, tables) as rows:
                    yield rows
            except SyncRefused as refused:
                if refused.reason == SyncReason.OTHER_KEY:
                    raise RecoveryOfOther() from refused
                raise

    def hold_against(self, counts: Counter[str]) -> None:
        """Everything that the centre signed came back, row for row."""
        manifest = self.found.manifest
        told = {one.name: one.rows for one in manifest.parts}
        for part in PARTS:
            if counts[part.table] != told[part.name]:
                raise SyncRefused(self.file, SyncReason.COUNTS_DIFFER, part.name)
        here = (centres.centre().number, centres.uid(), counts["month_version"])
        if here != (manifest.centre_number, manifest.centre_uid, len(manifest.closed)):
            raise SyncRefused(self.file, SyncReason.COUNTS_DIFFER)
        for trouble in against.contradictions(manifest):
            raise trouble

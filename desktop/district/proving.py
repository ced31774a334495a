"""One file proven and placed: what it is, of whom, and where it stands in the order of its centre's files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.core import clock
from desktop.core.district_errors import IntakeRefused
from desktop.core.file_errors import SyncRefused
from desktop.core.reasons import IntakeReason, SyncReason
from desktop.district.catalogue import Accepted
from desktop.district.desk import Desk
from desktop.sync.format import FULL, Manifest
from desktop.sync.read import SyncFile, read


@dataclass(frozen=True)
class Proven:
    """A file of which every byte was proven, and the row that it would stand in."""

    found: SyncFile
    row: Accepted


@contextmanager
def proven(desk: Desk, path: Path, came_as: str) -> Iterator[Proven]:
    """Prove a file, of a centre of this district; its rows are read within.

    SyncRefused for one that is not what was written, IntakeRefused for one that is not taken.
    """
    found = read(path)
    manifest = found.manifest
    centre = desk.catalogue.centre(manifest.centre_number)
    if centre is None:
        raise IntakeRefused(came_as, IntakeReason.UNKNOWN_CENTRE, manifest.centre_number)
    if centre.enrolled:
        raise IntakeRefused(came_as, IntakeReason.OPEN_FILE, manifest.centre_number)
    state, version = _month_of(found)
    row = Accepted(
        centre=manifest.centre_number,
        period=manifest.period,
        epoch="" if manifest.log is None else manifest.log.epoch,
        sequence=manifest.sequence,
        sha256=found.sha256,
        file=_kept_name(desk, manifest, found.sha256),
        came_as=Path(came_as).name,
        bytes=path.stat().st_size,
        format=manifest.format,
        state=state,
        version=version,
        rows=manifest.rows,
        created_at=manifest.created_at,
        accepted_at=clock.timestamp(),
    )
    yield Proven(found, row)


@contextmanager
def kept(desk: Desk, row: Accepted) -> Iterator[SyncFile]:
    """An accepted file, whoever may hand in what by now; SyncRefused when it is not the one that was accepted."""
    path = desk.folder.root / row.file
    found = read(path)
    if found.sha256 != row.sha256:
        raise SyncRefused(str(path), SyncReason.CHANGED)
    yield found


def _month_of(found: SyncFile) -> tuple[str, int]:
    """How far the month of a month's file is, and which version of it holds; nothing of a full file."""
    if found.manifest.period == FULL:
        return "", 0
    for row in found.rows("months"):
        if row["voided_at"] is None:
            return str(row["state"]), int(row["version"])
    return "", 0


def _kept_name(desk: Desk, manifest: Manifest, sha256: str) -> str:
    # The hash tells apart two files of one number; the name never says more than the file's own.
    name = f"{manifest.file_name.removesuffix('.shizhu')}-{sha256[:12]}.shizhu"
    return (desk.folder.kept(manifest.centre_number, manifest.period) / name).relative_to(desk.folder.root).as_posix()

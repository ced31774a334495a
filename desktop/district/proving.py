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
from desktop.district import folder as folders
from desktop.district.catalogue import Accepted, Centre
from desktop.district.desk import Desk
from desktop.sync.format import FULL, Manifest
from desktop.sync.read import SyncFile, opened


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
    # Opening it proves its signature and that it was sealed for this district.
    with opened(path, folders.secrets_of(desk.folder).identity) as found:
        _refuse(desk, found.manifest, came_as)
        yield Proven(found, _row(desk, path, found, came_as))


@contextmanager
def kept(desk: Desk, row: Accepted) -> Iterator[SyncFile]:
    """An accepted file, whoever may hand in what by now; SyncRefused when it is not the one that was accepted."""
    path = desk.folder.root / row.file
    with opened(path, folders.secrets_of(desk.folder).identity) as found:
        if found.sha256 != row.sha256:
            raise SyncRefused(str(path), SyncReason.CHANGED)
        yield found


def _refuse(desk: Desk, manifest: Manifest, came_as: str) -> None:
    """Refuse a file that no centre of this district wrote for it."""
    centre, reason = desk.catalogue.centre(manifest.centre_number), None
    if centre is None:
        reason = IntakeReason.UNKNOWN_CENTRE
    elif centre.enrolled and manifest.enc is None:
        # What is sealed is signed, too.
        reason = IntakeReason.OPEN_FILE
    elif not centre.enrolled and manifest.sig is not None:
        reason = IntakeReason.KEY_MISSING
    elif manifest.numbers != desk.district.numbers:
        reason = IntakeReason.OTHER_NUMBERS
    if reason is not None:
        raise IntakeRefused(came_as, reason, manifest.centre_number, manifest.period)
    if centre is not None and centre.enrolled and not _is_its(manifest, centre):
        raise SyncRefused(came_as, SyncReason.FORGED)


def _is_its(manifest: Manifest, centre: Centre) -> bool:
    """Whether this centre signed the file, and no other with its number."""
    key = "" if manifest.sig is None else manifest.sig.key
    return (key, manifest.centre_uid) == (centre.sign_with, centre.uid)


def _row(desk: Desk, path: Path, found: SyncFile, came_as: str) -> Accepted:
    manifest = found.manifest
    state, version = _month_of(found)
    return Accepted(
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

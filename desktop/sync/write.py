"""Writing a sync file: one moment of the database, sealed, read back from the disk, then remembered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import desktop
from desktop.core import canonical, clock
from desktop.core.errors import SyncRefused
from desktop.core.files import storage_error, writing_beside
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.storage_errors import StorageTrouble
from desktop.core.trade import Action
from desktop.models.database import reading
from desktop.models.migrate import latest_schema
from desktop.services.centre import centres
from desktop.services.closing import exports
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync.container import Member, member, pack
from desktop.sync.format import FIGURES, FORMAT, MANIFEST, PARTS, Manifest, PartEntry
from desktop.sync.read import read
from desktop.sync.rows import Scope, figures_of, lines_of


@dataclass(frozen=True)
class Exported:
    """A file that was written and proven; ``rows`` are its records."""

    path: Path
    sequence: int
    sha256: str
    rows: int


@dataclass(frozen=True)
class _Contents:
    manifest: Manifest
    members: tuple[Member, ...]


def export_month(actor: Actor, month: Month, out: Path, progress: Progress | None = None) -> Exported:
    """Write a month's file into the folder ``out``: its records, the people in them, and whoever changed since."""
    exports.require_may(actor)
    exports.require_no_full_due()
    return _export(actor, Scope(month), out, progress or Progress())


def export_full(actor: Actor, out: Path, progress: Progress | None = None) -> Exported:
    """Write everything into one file in the folder ``out``."""
    exports.require_may(actor)
    return _export(actor, Scope(), out, progress or Progress())


def _export(actor: Actor, scope: Scope, out: Path, steps: Progress) -> Exported:
    steps.start(len(PARTS) + 2, translate("Progress", "Writing the sync file"))
    # Readers hold nobody up; the writer's lock is taken for the short end only, so that lunch goes on.
    with reading():
        contents = _contents(scope, steps)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, out) from error
    written: Path | None = None
    remembered = False
    try:
        with writing(actor, Action.EXPORT, "export") as unit:
            place = exports.next_place()
            manifest = replace(contents.manifest, sequence=place.sequence, previous_sha256=place.previous_sha256)
            path = out / manifest.file_name
            sha256 = _write(path, manifest, contents.members)
            written = path
            exports.store(unit, scope.period, place, path.name, sha256)
        remembered = True
    finally:
        if written is not None and not remembered:
            # Its number goes to the next file, so this one must not lie about.
            written.unlink(missing_ok=True)
    return Exported(path, place.sequence, sha256, manifest.rows)


def _contents(scope: Scope, steps: Progress) -> _Contents:
    entries: list[PartEntry] = []
    members: list[Member] = []
    for part in PARTS:
        _add(entries, members, part.name, lines_of(part, scope))
        steps.step()
    found = figures_of(scope)
    _add(entries, members, FIGURES, [canonical.line(found)])
    entries[-1] = replace(entries[-1], rows=len(found))
    steps.step()
    centre = centres.centre()
    manifest = Manifest(
        format=FORMAT,
        schema=latest_schema(),
        program=desktop.__version__,
        centre_number=centre.number,
        centre_name=centre.name,
        kind=scope.kind,
        period=scope.period,
        sequence=0,
        created_at=clock.timestamp(),
        previous_sha256="",
        parts=tuple(entries),
    )
    steps.step()
    return _Contents(manifest, tuple(members))


def _add(entries: list[PartEntry], members: list[Member], name: str, lines: list[bytes]) -> None:
    content = b"".join(lines)
    entries.append(PartEntry(name, len(lines), len(content), hashlib.sha256(content).hexdigest()))
    members.append(member(name, content))


def _write(path: Path, manifest: Manifest, members: tuple[Member, ...]) -> str:
    data = pack([member(MANIFEST, canonical.line(manifest.as_json())), *members])
    with writing_beside(path) as part:
        part.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    if not _reads_back(path, manifest, sha256):
        path.unlink(missing_ok=True)
        raise StorageTrouble(str(path), "read back wrongly")
    return sha256


def _reads_back(path: Path, manifest: Manifest, sha256: str) -> bool:
    try:
        found = read(path)
    except SyncRefused:
        return False
    return (found.sha256, found.manifest) == (sha256, manifest)

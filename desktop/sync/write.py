"""Writing a sync file: one moment of the database, sealed, read back from the disk, then remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import desktop
from desktop.core import canonical, clock
from desktop.core.acts import Action
from desktop.core.errors import DateRefused
from desktop.core.file_errors import SyncRefused
from desktop.core.files import make_folder, part_beside, storage_error, sync_file, sync_folder
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.core.storage_errors import StorageTrouble
from desktop.services.centre import centres
from desktop.services.closing import exported_rows, exports, month_close
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync import finishing
from desktop.sync.container import Member, member, pack, spooled
from desktop.sync.format import FIGURES, FORMAT, MANIFEST, PARTS, ClosedHead, LogHead, Manifest, PartEntry
from desktop.sync.read import read
from desktop.sync.rows import Scope, figures_of, lines_of

_LINES = 500


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
    if month.first > clock.today():
        raise DateRefused(Reason.FUTURE_DATE, month.first)
    exports.require_no_full_due()
    return _export(actor, Scope(month), out, progress or Progress())


def export_full(actor: Actor, out: Path, progress: Progress | None = None) -> Exported:
    """Write everything into one file in the folder ``out``."""
    exports.require_may(actor, full=True)
    return _export(actor, Scope(), out, progress or Progress())


def _export(actor: Actor, scope: Scope, out: Path, steps: Progress) -> Exported:
    finishing.finish()
    steps.start(len(PARTS) + 2, translate("Progress", "Writing the sync file"))
    with exported_rows.spool() as spool:
        # Readers hold nobody up; the writer's lock is taken for the short end only, so that lunch goes on.
        with exported_rows.one_moment():
            contents = _contents(scope, steps, spool)
        return _hand_over(actor, scope, make_folder(out), contents)


def _hand_over(actor: Actor, scope: Scope, out: Path, contents: _Contents) -> Exported:
    """Write the file without a name, read it back, remember its number for good; only then it takes its name.

    Cut at any moment, its number names no other file: see ``finishing``.
    """
    part, sequence, remembered = part_beside(out / "part"), 0, False
    try:
        with writing(actor, Action.EXPORT, "export") as unit:
            place = exports.next_place()
            sequence = place.sequence
            manifest = replace(contents.manifest, sequence=place.sequence, previous_sha256=place.previous_sha256)
            path = out / manifest.file_name
            sha256 = _write(part, path, manifest, contents.members)
            finishing.note(finishing.Unfinished(place.sequence, sha256, str(part), str(path)))
            exports.store(unit, scope.period, place, path.name, sha256)
        remembered = True
        finishing.name(part, path)
        finishing.forget(sequence)
    finally:
        if not remembered:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            finishing.forget(sequence)
        finishing.over(sequence)
    return Exported(path, place.sequence, sha256, manifest.rows)


def _contents(scope: Scope, steps: Progress, spool: BinaryIO) -> _Contents:
    packed = []
    for part in PARTS:
        packed.append(_pack_part(part.name, lines_of(part, scope), steps, spool))
        steps.step()
    found = figures_of(scope)
    entry, figures_member = _pack_part(FIGURES, [canonical.line(found)], steps, spool)
    packed.append((replace(entry, rows=len(found)), figures_member))
    steps.step()
    centre = centres.centre()
    manifest = Manifest(
        format=FORMAT,
        schema=exported_rows.schema(),
        program=desktop.__version__,
        centre_number=centre.number,
        centre_name=centre.name,
        kind=scope.kind,
        period=scope.period,
        sequence=0,
        created_at=clock.timestamp(),
        previous_sha256="",
        parts=tuple(entry for entry, _ in packed),
        log=_head(month_close.head()),
        closed=_closed(scope),
    )
    steps.step()
    return _Contents(manifest, tuple(one for _, one in packed))


def _pack_part(name: str, lines: Iterable[bytes], steps: Progress, spool: BinaryIO) -> tuple[PartEntry, Member]:
    """Pack the lines of a part as they come; what the manifest says of them is known at their end."""
    hashed, rows = hashlib.sha256(), 0

    def pieces() -> Iterator[bytes]:
        nonlocal rows
        for some in _together(lines):
            steps.check()
            rows += len(some)
            piece = b"".join(some)
            hashed.update(piece)
            yield piece

    one = spooled(name, pieces(), spool)
    return PartEntry(name, rows, one.size, hashed.hexdigest()), one


def _together(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Some hundred lines at a time: packing them one by one would be slow."""
    waiting = iter(lines)
    while some := list(islice(waiting, _LINES)):
        yield some


def _write(part: Path, path: Path, manifest: Manifest, members: tuple[Member, ...]) -> str:
    try:
        with part.open("xb") as file:
            sha256 = pack([member(MANIFEST, canonical.line(manifest.as_json())), *members], file)
        sync_file(part)
        # Its number is remembered next: a file that a cut leaves without any name could never take its own.
        sync_folder(part.parent)
    except OSError as error:
        raise storage_error(error, path) from error
    if not _reads_back(part, manifest, sha256):
        raise StorageTrouble(str(path), "read back wrongly")
    return sha256


def _reads_back(part: Path, manifest: Manifest, sha256: str) -> bool:
    try:
        found = read(part)
    except SyncRefused:
        return False
    return (found.sha256, found.manifest) == (sha256, manifest)


def _closed(scope: Scope) -> tuple[ClosedHead, ...]:
    found = [one for one in frozen.versions() if scope.month in (None, one.month)]
    return tuple(ClosedHead(str(one.month), one.number, one.sha256, _head(one.head)) for one in found)


def _head(head: frozen.Head) -> LogHead | None:
    epoch, station, counter, sha256 = head
    if epoch is None or station is None or counter is None or sha256 is None:
        return None
    return LogHead(epoch, station, counter, sha256)

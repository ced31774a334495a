"""Writing a sync file: one moment of the database, sealed, read back from the disk, then remembered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

import desktop
from desktop.core import canonical, clock, signing
from desktop.core.acts import Action
from desktop.core.answers import NumbersWanted
from desktop.core.errors import DateRefused
from desktop.core.file_errors import SyncRefused
from desktop.core.files import make_folder, part_beside, storage_error, sync_file, sync_folder
from desktop.core.i18n import translate
from desktop.core.office_keys import CentreKey, DistrictKey
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.proofs import file_sha256
from desktop.core.reasons import Reason
from desktop.core.storage_errors import StorageTrouble
from desktop.services.centre import centres, enrolment
from desktop.services.closing import exported_rows, exports, month_close
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync import documents, finishing, restore_part
from desktop.sync.container import Member, member, pack
from desktop.sync.format import (
    FIGURES,
    FORMAT,
    FROZEN,
    MANIFEST,
    PARTS,
    ClosedHead,
    LogHead,
    Manifest,
    SealedTo,
    Signature,
)
from desktop.sync.packing import pack_part
from desktop.sync.read import check_open, read
from desktop.sync.rows import Scope, figures_of, lines_of
from desktop.sync.sealed import Hashing, seal


@dataclass(frozen=True)
class Exported:
    """A file that was written and proven; ``rows`` are its records."""

    path: Path
    sequence: int
    sha256: str
    rows: int
    manifest: Manifest

    @property
    def sealed_for(self) -> str:
        """The district that alone opens the file; empty for one that anybody opens."""
        return "" if self.manifest.enc is None else self.manifest.enc.name


@dataclass(frozen=True)
class _Contents:
    manifest: Manifest
    members: tuple[Member, ...]


@dataclass(frozen=True)
class _Office:
    """Whom the file is for and who signs it; without enrolment nobody and nobody."""

    key: DistrictKey | None
    own: CentreKey | None
    signs: bytes = field(default=b"", repr=False)

    @property
    def numbers(self) -> str:
        """Whole numbers, or pseudonyms."""
        return NumbersWanted.FULL if self.key is None else self.key.numbers

    @property
    def matching(self) -> str:
        """The key of the pseudonyms; empty where whole numbers go out."""
        return self.key.matching if self.key is not None and self.numbers == NumbersWanted.HASHED else ""


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
    steps.start(len(PARTS) + 3, translate("Progress", "Writing the sync file"))
    with exported_rows.spool() as spool:
        # Readers hold nobody up; the writer's lock is taken for the short end only, so that lunch goes on.
        with exported_rows.one_moment():
            office = _office()
            contents = _contents(scope, office, steps, spool)
        return _hand_over(actor, scope, make_folder(out), contents, office)


def _office() -> _Office:
    key, secrets = enrolment.district(), enrolment.secrets()
    if key is None or secrets is None:
        return _Office(None, None)
    return _Office(key, enrolment.centre_key(), secrets.signs)


def _hand_over(actor: Actor, scope: Scope, out: Path, contents: _Contents, office: _Office) -> Exported:
    """Write the file without a name, read it back, remember its number for good; only then it takes its name.

    Cut at any moment, its number names no other file: see ``finishing``.
    """
    part, sequence, remembered = part_beside(out / "part"), 0, False
    try:
        with writing(actor, Action.EXPORT, "export") as unit:
            place = exports.next_place()
            sequence = place.sequence
            placed = replace(contents.manifest, sequence=place.sequence, previous_sha256=place.previous_sha256)
            manifest = _signed(placed, office)
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
    return Exported(path, place.sequence, sha256, manifest.rows, manifest)


def _signed(manifest: Manifest, office: _Office) -> Manifest:
    if not office.signs or manifest.sig is None:
        return manifest
    signature = signing.sign(office.signs, manifest.signed_bytes).hex()
    return replace(manifest, sig=replace(manifest.sig, value=signature))


def _contents(scope: Scope, office: _Office, steps: Progress, spool: BinaryIO) -> _Contents:
    packed = []
    for part in PARTS:
        packed.append(pack_part(part.name, lines_of(part, scope, office.matching), steps, spool))
        steps.step()
    found = figures_of(scope)
    entry, figures_member = pack_part(FIGURES, [canonical.line(found)], steps, spool)
    packed.append((replace(entry, rows=len(found)), figures_member))
    steps.step()
    packed.append(pack_part(FROZEN, documents.lines_of(scope, office.numbers), steps, spool))
    steps.step()
    if office.own is not None and (office.matching or scope.month is None):
        packed.append(restore_part.packed(scope, office.own.recovery_to, steps, spool))
        steps.step()
    centre = centres.centre()
    key, own = office.key, office.own
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
        centre_uid=centres.uid(),
        numbers=office.numbers,
        enc=None if key is None else SealedTo(key.name, key.code, key.seal_to),
        sig=None if own is None else Signature(own.sign_with),
    )
    steps.step()
    return _Contents(manifest, tuple(one for _, one in packed))


def _write(part: Path, path: Path, manifest: Manifest, members: tuple[Member, ...]) -> str:
    packed = [member(MANIFEST, canonical.line(manifest.as_json())), *members]
    try:
        with part.open("xb") as file:
            sha256 = pack(packed, file) if manifest.enc is None else _write_sealed(packed, file, manifest, path)
        sync_file(part)
        # Its number is remembered next: a file that a cut leaves without any name could never take its own.
        sync_folder(part.parent)
    except OSError as error:
        raise storage_error(error, path) from error
    if not _reads_back(part, manifest, sha256):
        raise StorageTrouble(str(path), "read back wrongly")
    return sha256


def _write_sealed(packed: list[Member], file: BinaryIO, manifest: Manifest, path: Path) -> str:
    """Prove it while it is open, which nobody here can do afterwards, then seal it; the SHA-256 of what was written."""
    assert manifest.enc is not None
    with exported_rows.spool() as room:
        pack(packed, room)
        try:
            found = check_open(room, room.tell(), str(path))
        except SyncRefused as error:
            raise StorageTrouble(str(path), "read back wrongly") from error
        if found.manifest != manifest:
            raise StorageTrouble(str(path), "read back wrongly")
        room.seek(0)
        out = Hashing(file)
        seal(room, out, manifest.enc.to)
        return out.sha256


def _reads_back(part: Path, manifest: Manifest, sha256: str) -> bool:
    if manifest.enc is not None:
        # Byte for byte what was sealed: only the district looks inside.
        return file_sha256(part) == sha256
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

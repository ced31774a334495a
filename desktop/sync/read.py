"""Reading a sync file: nothing is believed that was not proven, from the container down to each row."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from desktop.core import signing
from desktop.core.answers import NumbersWanted
from desktop.core.canonical import read_line
from desktop.core.file_errors import SyncRefused
from desktop.core.files import storage_error
from desktop.core.period import Month
from desktop.core.proofs import file_sha256
from desktop.core.reasons import SyncReason
from desktop.services.closing import exported_rows
from desktop.sync import documents, hashed, values
from desktop.sync.container import (
    LARGEST_FILE,
    ContainerRefused,
    Member,
    ReadAt,
    in_bytes,
    in_file,
    in_open_file,
    unpack,
)
from desktop.sync.format import (
    FIGURES,
    FORMAT,
    FROZEN,
    FROZEN_TOO,
    FULL,
    MANIFEST,
    PARTS,
    READABLE,
    RESTORE,
    SEALED_WITH,
    SIGNED_WITH,
    ClosedHead,
    LogHead,
    Manifest,
    Part,
    PartEntry,
    SealedTo,
    Signature,
)
from desktop.sync.judging import Judge
from desktop.sync.receipt import RefusedRow
from desktop.sync.references import References
from desktop.sync.sealed import MARK, is_sealed, unseal

_LARGEST_MANIFEST = 1 << 20
# Read whole, as one line. A month is some twenty kilobytes: there is room for sixty years of them.
_LARGEST_FIGURES = 16 << 20
# A megabyte of nothing but small values becomes many megabytes of objects.
_MOST_FIGURES = 1_000_000
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SCALARS = (str, int, bool, type(None))


@dataclass(frozen=True)
class SyncFile:
    """A sync file of which every byte was proven; ``sha256`` is that of the whole file, from which rows are read.

    ``refused`` are rows that are whole and cannot be right all the same: nobody counts them.
    """

    manifest: Manifest
    sha256: str
    members: dict[str, Member]
    refused: tuple[RefusedRow, ...] = ()

    def rows(self, kind: str) -> Iterator[dict[str, Any]]:
        """The records of a part such as ``residents``, in order of their uid; of ``frozen`` the documents."""
        name = f"{kind}.jsonl"
        for text in self.members[name].lines(*((documents.LONGEST_DOCUMENT,) if name == FROZEN else ())):
            yield read_line(text)

    @property
    def figures(self) -> list[dict[str, Any]]:
        """The figures of each month in the file, as ``shizhu figures --json`` shows them."""
        found: list[dict[str, Any]] = read_line(self.members[FIGURES].content())
        return found


def verify(path: Path, identity: str = "", signer: str = "") -> Manifest:
    """Prove a file and say what it is; SyncRefused when one byte is not as it was written."""
    with opened(path, identity, signer) as found:
        return found.manifest


@contextmanager
def opened(path: Path, identity: str = "", signer: str = "") -> Iterator[SyncFile]:
    """Prove a file and hold it open for reading; a sealed one needs the secret that opens it.

    ``signer`` is the public key that must have signed it; its rows lie in a file without a name meanwhile. ``sha256``
    is that of what lies at ``path``, sealed or not, by which the next file names it.
    """
    if not is_sealed(path):
        found = read(path)
        _refuse_signer(found.manifest, signer, str(path))
        yield found
        return
    if not identity:
        raise SyncRefused(str(path), SyncReason.SEALED)
    with tempfile.TemporaryFile() as room:
        unseal(path, identity, room)
        found = _check(in_open_file(room), room.tell(), str(path))
        _refuse_signer(found.manifest, signer, str(path))
        if found.manifest.enc is None or found.manifest.enc.to != signing.recipient_of(identity):
            # Sealed by somebody else than its writer: what was meant to be open, or for another one.
            raise SyncRefused(str(path), SyncReason.FORGED)
        yield replace(found, sha256=file_sha256(path))


def _refuse_signer(manifest: Manifest, signer: str, file: str) -> None:
    if signer and (manifest.sig is None or manifest.sig.key != signer):
        raise SyncRefused(file, SyncReason.FORGED)


def check_open(file: BinaryIO, length: int, name: str) -> SyncFile:
    """Prove what lies in an open file; ``name`` names it in the refusal."""
    return _check(in_open_file(file), length, name)


def read(path: Path) -> SyncFile:
    """Prove a file that is not sealed, and open it for reading."""
    if is_sealed(path):
        raise SyncRefused(str(path), SyncReason.SEALED)
    try:
        length = path.stat().st_size
        if length > LARGEST_FILE:
            raise SyncRefused(str(path), SyncReason.TOO_LARGE)
        return _check(in_file(path), length, str(path))
    except OSError as error:
        raise storage_error(error, path) from error


def check(data: bytes, file: str) -> SyncFile:
    """Prove the bytes of a file; ``file`` names it in the refusal."""
    return _check(in_bytes(data), len(data), file)


def _check(read_at: ReadAt, length: int, file: str) -> SyncFile:
    try:
        members, sha256 = unpack(read_at, length)
        manifest = _manifest(members)
        _same_names([one.name for one in members], (MANIFEST, *manifest.part_names))
        _same_names([one.name for one in manifest.parts], manifest.part_names)
        known, judge = References(manifest), Judge(manifest.created_at)
        for entry, one in zip(manifest.parts, members[1:], strict=True):
            _check_part(manifest, entry, one, (known, judge))
    except ContainerRefused as refused:
        raise SyncRefused(file, refused.reason, refused.part, refused.line) from refused
    return SyncFile(manifest, sha256, {one.name: one for one in members}, judge.refused)


def _manifest(members: list[Member]) -> Manifest:
    if not members or members[0].name != MANIFEST:
        raise ContainerRefused(
            SyncReason.REORDERED if MANIFEST in [one.name for one in members] else SyncReason.NOT_A_SYNC_FILE
        )
    return manifest_of(members[0])


def manifest_of(one: Member) -> Manifest:
    """What a manifest says; ContainerRefused for one that no program wrote, or that its signature does not fit."""
    if one.size > _LARGEST_MANIFEST:
        raise ContainerRefused(SyncReason.TOO_LARGE, MANIFEST)
    try:
        found = read_line(one.content())
        if isinstance(found, dict) and type(found.get("format")) is int and found["format"] > FORMAT:
            raise ContainerRefused(SyncReason.NEWER)
        manifest = _manifest_from(found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ContainerRefused(SyncReason.CHANGED, MANIFEST) from error
    return manifest


def _manifest_from(found: Any) -> Manifest:
    if not isinstance(found, dict):
        raise ValueError("not an object")
    _refuse_other_ways(found)
    parts = tuple(PartEntry(**entry) for entry in found["parts"])
    centre = found["centre"]
    names = ("format", "schema", "program", "kind", "period", "sequence", "created_at", "previous_sha256")
    manifest = Manifest(
        **{name: found[name] for name in names},
        centre_number=centre["number"],
        centre_name=centre["name"],
        parts=parts,
        log=_head_from(found.get("log")),
        closed=tuple(ClosedHead(**{**one, "log": _head_from(one["log"])}) for one in found.get("closed", ())),
        centre_uid=centre.get("uid", ""),
        numbers=found.get("numbers", NumbersWanted.FULL.value),
        enc=None if found["enc"] is None else SealedTo(**found["enc"]),
        sig=None if found["sig"] is None else Signature(**found["sig"]),
    )
    # Comparing with what this manifest would be written as refuses keys and values that no one would look at.
    if manifest.as_json() != found or not _makes_sense(manifest):
        raise ValueError("not a manifest")
    _refuse_unsigned(manifest)
    return manifest


def _refuse_other_ways(found: dict[str, Any]) -> None:
    """Signed or sealed in a way of a later program, which this one could not prove."""
    alg = found["alg"]
    later = {alg.get("sign"), alg.get("seal")} - {None, SIGNED_WITH, SEALED_WITH}
    early = found["format"] < FROZEN_TOO and (found["enc"], found["sig"]) != (None, None)
    if later or early:
        raise ContainerRefused(SyncReason.NEWER)


def _refuse_unsigned(manifest: Manifest) -> None:
    """What is sealed is signed, and what is signed is signed by the key that stands there."""
    if manifest.sig is None:
        if manifest.enc is not None:
            raise ContainerRefused(SyncReason.FORGED, MANIFEST)
    elif not signing.verify(manifest.sig.key, manifest.signed_bytes, bytes.fromhex(manifest.sig.value)):
        raise ContainerRefused(SyncReason.FORGED, MANIFEST)


def _head_from(found: Any) -> LogHead | None:
    return None if found is None else LogHead(**found)


def _makes_sense(manifest: Manifest) -> bool:
    if not _plain_fields(manifest) or manifest.format not in READABLE or not _later_fields(manifest):
        return False
    if (manifest.kind, manifest.period) != (FULL, FULL) and (
        manifest.kind != "month" or str(Month.parse(manifest.period)) != manifest.period
    ):
        return False
    if manifest.kind != FULL and any(one.month != manifest.period for one in manifest.closed):
        return False
    hashes = [part.sha256 for part in manifest.parts]
    hashes += [one.sha256 for one in _heads(manifest)] + [one.sha256 for one in manifest.closed]
    if manifest.sequence > 1:
        hashes.append(manifest.previous_sha256)
    elif manifest.sequence < 1 or manifest.previous_sha256:
        return False
    return all(_HASH.fullmatch(text) for text in hashes) and bool(re.fullmatch("[0-9]{6}", manifest.centre_number))


def _later_fields(manifest: Manifest) -> bool:
    """What came with format 3; of an earlier file it stands as nothing."""
    if manifest.numbers not in list(NumbersWanted) or (manifest.format >= FROZEN_TOO and not manifest.centre_uid):
        return False
    if manifest.enc is not None and not all(type(one) is str for one in vars(manifest.enc).values()):
        return False
    # Both halves are compared as texts before anything is made of them.
    return manifest.sig is None or (
        type(manifest.sig.key) is str
        and type(manifest.sig.value) is str
        and bool(_SIGNATURE.fullmatch(manifest.sig.value))
    )


def _plain_fields(manifest: Manifest) -> bool:
    texts: list[object] = [manifest.schema, manifest.program, manifest.centre_number, manifest.centre_name]
    texts += [manifest.kind, manifest.period, manifest.created_at, manifest.previous_sha256]
    texts += [manifest.centre_uid, manifest.numbers]
    numbers: list[object] = [manifest.format, manifest.sequence]
    for head in _heads(manifest):
        texts += [head.epoch, head.sha256]
        numbers += [head.station, head.counter]
    for one in manifest.closed:
        texts += [one.month, one.sha256]
        numbers.append(one.version)
    for part in manifest.parts:
        texts += [part.name, part.sha256]
        numbers += [part.rows, part.bytes]
    return all(type(text) is str for text in texts) and all(type(one) is int and one >= 0 for one in numbers)


def _heads(manifest: Manifest) -> list[LogHead]:
    return [one for one in (manifest.log, *(each.log for each in manifest.closed)) if one is not None]


def _same_names(found: Sequence[str], wanted: Sequence[str]) -> None:
    if list(found) == list(wanted):
        return
    missing = [name for name in wanted if name not in found]
    if missing:
        raise ContainerRefused(SyncReason.CUT, missing[0])
    twice = [name for name in found if found.count(name) > 1 or name not in wanted]
    if twice:
        raise ContainerRefused(SyncReason.CHANGED, twice[0])
    raise ContainerRefused(SyncReason.REORDERED)


_Seen = tuple[References, Judge]


def _check_part(manifest: Manifest, entry: PartEntry, one: Member, seen: _Seen) -> None:
    if entry.name == FIGURES and one.size > _LARGEST_FIGURES:
        # One line, which is read whole.
        raise ContainerRefused(SyncReason.TOO_LARGE, FIGURES)
    # Its bytes first: nothing is parsed that is not what the manifest says.
    hashed = hashlib.sha256()
    for piece in one.pieces():
        hashed.update(piece)
    if one.size != entry.bytes or hashed.hexdigest() != entry.sha256:
        raise ContainerRefused(SyncReason.CHANGED, entry.name)
    try:
        count = _check_content(manifest, entry, one, seen)
    except ValueError as error:
        raise ContainerRefused(SyncReason.CHANGED, entry.name) from error
    if count != entry.rows:
        raise ContainerRefused(SyncReason.COUNTS_DIFFER, entry.name)


def _check_content(manifest: Manifest, entry: PartEntry, one: Member, seen: _Seen) -> int:
    if entry.name == FIGURES:
        return _check_figures(manifest, one)
    if entry.name == FROZEN:
        return documents.check(manifest, one)
    if entry.name == RESTORE:
        return _check_restore(one)
    return _check_rows(manifest, _PART[entry.name], one, seen)


def _check_restore(one: Member) -> int:
    """It is sealed, and nobody on this side opens it."""
    for piece in one.pieces():
        if not piece.startswith(MARK):
            raise ContainerRefused(SyncReason.NOT_SEALED, RESTORE)
        break
    return 0


_PART = {part.name: part for part in PARTS}


def _check_figures(manifest: Manifest, one: Member) -> int:
    content = one.content()
    if content.count(b",") > _MOST_FIGURES:
        raise ContainerRefused(SyncReason.TOO_LARGE, FIGURES)
    found = read_line(content)
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ValueError("no list of figures")
    if manifest.kind != FULL and any(each.get("month") != manifest.period for each in found):
        raise ContainerRefused(SyncReason.OTHER_PERIOD, FIGURES)
    return len(found)


def _check_rows(manifest: Manifest, part: Part, one: Member, seen: _Seen) -> int:
    count, last, keys = 0, "", part.keys
    known, judge = seen
    wrong = _wrong_in(manifest, part, known)
    for text in one.lines():
        row = read_line(text)
        if not isinstance(row, dict) or row.keys() != keys:
            raise ValueError("not a row")
        if not all(isinstance(value, _SCALARS) for value in row.values()):
            raise ValueError("not a plain value")
        uid, count = row["uid"], count + 1
        if not isinstance(uid, str) or uid <= last:
            raise ContainerRefused(SyncReason.REORDERED, part.name)
        reason = wrong(row)
        if reason is not None:
            raise ContainerRefused(reason, part.name, count)
        judge.see(part.kind, row)
        last = uid
    return count


def _wrong_in(manifest: Manifest, part: Part, known: References) -> Callable[[dict[str, Any]], SyncReason | None]:
    """What is wrong with a row of the part: its values, its period, what it says of somebody, what it refers to."""
    month = None if manifest.kind == FULL else Month.parse(manifest.period)
    hidden = manifest.numbers == NumbersWanted.HASHED
    # The codes of a later schema are not known here; its types and days are those of the format.
    checks = values.checks_of(part, any_code=manifest.schema > exported_rows.schema())

    def wrong(row: dict[str, Any]) -> SyncReason | None:
        if values.misfit(checks, row) or (hidden and hashed.shows(part.kind, row)):
            return SyncReason.WRONG_VALUE
        if month is not None and values.out_of_period(part, row, month):
            return SyncReason.OTHER_PERIOD
        return None if known.take(part.kind, row) else SyncReason.DANGLING

    return wrong

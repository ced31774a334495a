"""What a district gives back of a centre (``.shizhu-return``): the part of its newest full file that it could not read.

A container as a sync file is: ``return.json``, the ``manifest.json`` that the centre signed, and ``restore.age``, which
only the recovery sheet opens. So nothing on the stick can be read, and that it is what the centre wrote is proved.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

from desktop.core import canonical
from desktop.core.file_errors import SyncRefused
from desktop.core.file_kinds import RETURNED
from desktop.core.files import storage_error
from desktop.core.reasons import SyncReason
from desktop.sync.container import ContainerRefused, Member, in_file, member, pack, unpack
from desktop.sync.format import MANIFEST, RESTORE, Manifest
from desktop.sync.read import SyncFile, manifest_of
from desktop.sync.sealed import LARGEST_SEALED

ABOUT = "return.json"
_KIND, _VERSION = "shizhu-return", 1
_LARGEST_ABOUT = 64 << 10
_EPOCH = re.compile(r"(?:[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8})?")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class About:
    """Who gives back what and when, and the last file of the centre that is known there: no number is given twice."""

    district: str
    code: str
    returned_at: str
    file: str
    last_epoch: str
    last_sequence: int
    last_sha256: str

    @property
    def makes_sense(self) -> bool:
        """Whether each value is one of its kind."""
        kinds = all(type(getattr(self, one.name)) is (int if "int" in str(one.type) else str) for one in fields(self))
        return (
            kinds
            and self.last_sequence > 0
            and bool(_EPOCH.fullmatch(self.last_epoch))
            and bool(_HASH.fullmatch(self.last_sha256) and _HASH.fullmatch(self.file))
        )


@dataclass(frozen=True)
class Returned:
    """A returned file of which every byte was proven; ``sealed`` is what the recovery sheet opens."""

    about: About
    manifest: Manifest
    sealed: Member


def file_name(manifest: Manifest) -> str:
    """The name that such a file is given."""
    return str(Path(manifest.file_name).with_suffix(RETURNED))


def write(about: About, found: SyncFile, out: BinaryIO) -> str:
    """Write what is given back of a full file that was proven; the SHA-256 of it."""
    told = member(ABOUT, canonical.line(asdict(about) | {"kind": _KIND, "version": _VERSION}))
    return pack([told, found.members[MANIFEST], found.members[RESTORE]], out)


def read(path: Path) -> Returned:
    """Prove a returned file; SyncRefused when one byte is not as it was written."""
    try:
        length = path.stat().st_size
        if length > LARGEST_SEALED:
            raise SyncRefused(str(path), SyncReason.TOO_LARGE)
        return _returned(unpack(in_file(path), length)[0])
    except ContainerRefused as refused:
        raise SyncRefused(str(path), refused.reason, refused.part, refused.line) from refused
    except OSError as error:
        raise storage_error(error, path) from error


def _returned(members: list[Member]) -> Returned:
    if [one.name for one in members] != [ABOUT, MANIFEST, RESTORE]:
        raise ContainerRefused(SyncReason.NOT_A_SYNC_FILE)
    about = _about(members[0])
    # Its signature is proved with it.
    manifest = manifest_of(members[1])
    entry = next((one for one in manifest.parts if one.name == RESTORE), None)
    if entry is None or manifest.sig is None:
        raise ContainerRefused(SyncReason.FORGED, MANIFEST)
    hashed = hashlib.sha256()
    for piece in members[2].pieces():
        hashed.update(piece)
    if (members[2].size, hashed.hexdigest()) != (entry.bytes, entry.sha256):
        raise ContainerRefused(SyncReason.CHANGED, RESTORE)
    return Returned(about, manifest, members[2])


def _about(one: Member) -> About:
    if one.size > _LARGEST_ABOUT:
        raise ContainerRefused(SyncReason.TOO_LARGE, ABOUT)
    try:
        found: Any = canonical.read_line(one.content())
        if (found.pop("kind"), found.pop("version")) != (_KIND, _VERSION):
            raise ContainerRefused(SyncReason.NEWER)
        about = About(**found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ContainerRefused(SyncReason.CHANGED, ABOUT) from error
    if not about.makes_sense:
        raise ContainerRefused(SyncReason.CHANGED, ABOUT)
    return about

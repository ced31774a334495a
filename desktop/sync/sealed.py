"""A file that is sealed to one key in the age format, which other programs open too: written and opened in pieces.

What is read is as long as what was sealed: there is nothing in it that could swell. The head is looked at before any
secret is used: it has one stanza or a few, never megabytes of them.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any, BinaryIO

from desktop.core.file_errors import SyncRefused
from desktop.core.files import storage_error
from desktop.core.reasons import SyncReason
from desktop.sync.container import LARGEST_FILE

MARK = b"age-encryption.org/v1\n"
# Head and proofs of pieces of 64 kB come to less than this beside the largest file.
LARGEST_SEALED = LARGEST_FILE + (1 << 20)
_LARGEST_HEAD = 16 << 10


class Hashing(io.RawIOBase):
    """Passes on what is written, and knows the SHA-256 of it."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self._out = out
        self._hashed = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """Of all that was written so far."""
        return self._hashed.hexdigest()

    def writable(self) -> bool:
        """It is for writing only."""
        return True

    def write(self, data: Any) -> int:
        """Pass it on."""
        self._hashed.update(data)
        return self._out.write(data)

    def flush(self) -> None:
        """Pass it on."""
        self._out.flush()


def is_sealed(path: Path) -> bool:
    """Whether a file says of itself that it is sealed."""
    try:
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK
    except OSError as error:
        raise storage_error(error, path) from error


def seal(open_file: BinaryIO, out: BinaryIO | Hashing, recipient: str) -> None:
    """Seal what ``open_file`` reads from here on; only the holder of the recipient's secret opens it."""
    import pyrage

    pyrage.encrypt_io(open_file, out, [pyrage.x25519.Recipient.from_str(recipient)])


def unseal(path: Path, identity: str, out: BinaryIO) -> None:
    """Open a sealed file into ``out``, of which nothing counts unless this returns.

    SyncRefused for one that is sealed for somebody else, was changed, cut, or is larger than any sync file.
    """
    try:
        if path.stat().st_size > LARGEST_SEALED:
            raise SyncRefused(str(path), SyncReason.TOO_LARGE)
        with path.open("rb") as file:
            unseal_whole(file, identity, out, str(path))
    except OSError as error:
        raise storage_error(error, path) from error


def unseal_whole(file: BinaryIO, identity: str, out: BinaryIO, name: str) -> None:
    """The same of a file that is open; ``name`` names it in the refusal."""
    file.seek(0)
    _refuse_head(file.read(_LARGEST_HEAD), name)
    file.seek(0)
    unseal_open(file, identity, out, name)


def unseal_open(file: BinaryIO, identity: str, out: BinaryIO, name: str) -> None:
    """Open what stands from here on in an open file; ``name`` names it in the refusal."""
    import pyrage

    try:
        pyrage.decrypt_io(file, out, [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError as error:
        other = "No matching keys" in str(error)
        raise SyncRefused(name, SyncReason.OTHER_KEY if other else SyncReason.SEAL_BROKEN) from error
    except OSError as error:
        # The library's own word for a piece that does not fit has no number; the disk's troubles have.
        if error.errno is not None:
            raise
        raise SyncRefused(name, SyncReason.SEAL_BROKEN) from error


def _refuse_head(head: bytes, name: str) -> None:
    if not head.startswith(MARK):
        raise SyncRefused(name, SyncReason.NOT_SEALED)
    if b"\n--- " not in head:
        reason = SyncReason.TOO_LARGE if len(head) == _LARGEST_HEAD else SyncReason.SEAL_BROKEN
        raise SyncRefused(name, reason)

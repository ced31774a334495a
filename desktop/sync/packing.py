"""A part of a sync file packed as its lines come; what the manifest says of it is known at their end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from desktop.core.progress import Progress
from desktop.sync.container import Member, spooled
from desktop.sync.format import PartEntry

_LINES = 500


def pack_part(name: str, lines: Iterable[bytes], steps: Progress, spool: BinaryIO) -> tuple[PartEntry, Member]:
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


def pack_pieces(name: str, pieces: Iterable[bytes], spool: BinaryIO) -> tuple[PartEntry, Member]:
    """Pack bytes that are no lines."""
    hashed = hashlib.sha256()

    def seen() -> Iterator[bytes]:
        for piece in pieces:
            hashed.update(piece)
            yield piece

    one = spooled(name, seen(), spool)
    return PartEntry(name, 0, one.size, hashed.hexdigest()), one


def _together(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Some hundred lines at a time: packing them one by one would be slow."""
    waiting = iter(lines)
    while some := list(islice(waiting, _LINES)):
        yield some

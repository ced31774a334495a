"""``restore.age``: what only the centre's own recovery sheet opens, kept by the district and never read there.

Of a month where numbers are hashed: the parts and documents with everything in them. Of a full file: every table that a
restore needs, as lines of a table's name and a row, in members of at most 64 MB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from desktop.core import canonical
from desktop.core.file_errors import SyncRefused
from desktop.core.progress import Progress
from desktop.core.reasons import SyncReason
from desktop.services.closing import exported_rows, whole_store
from desktop.sync import documents
from desktop.sync.container import ContainerRefused, Member, in_open_file, pack, unpack
from desktop.sync.format import FROZEN, PARTS, RESTORE, PartEntry
from desktop.sync.packing import pack_part, pack_pieces
from desktop.sync.rows import Scope, lines_of
from desktop.sync.sealed import seal, unseal

_PIECE = 1 << 18
_LARGEST = 64 << 20
_NAME = re.compile(r"tables_[0-9]{3}\.jsonl")


def packed(scope: Scope, recipient: str, steps: Progress, spool: BinaryIO) -> tuple[PartEntry, Member]:
    """Packed, sealed, and packed as a member of the file."""
    with exported_rows.spool() as inner, exported_rows.spool() as room, exported_rows.spool() as hidden:
        pack(_members(scope, steps, inner), room)
        room.seek(0)
        seal(room, hidden, recipient)
        hidden.seek(0)
        return pack_pieces(RESTORE, iter(lambda: hidden.read(_PIECE), b""), spool)


@contextmanager
def opened(path: Path, identity: str, room: BinaryIO) -> Iterator[Iterator[tuple[str, dict[str, Any]]]]:
    """The rows of every table of a full file's ``restore.age``, opened into ``room``.

    SyncRefused for what another sheet opens, or what is not as it was written.
    """
    unseal(path, identity, room)
    try:
        members, _sha256 = unpack(in_open_file(room), room.tell())
        yield _rows(members)
    except (ContainerRefused, ValueError) as error:
        reason = error.reason if isinstance(error, ContainerRefused) else SyncReason.CHANGED
        raise SyncRefused(str(path), reason) from error


def _members(scope: Scope, steps: Progress, spool: BinaryIO) -> list[Member]:
    if scope.month is None:
        return list(_tables(steps, spool))
    found = [pack_part(part.name, lines_of(part, scope), steps, spool)[1] for part in PARTS]
    return [*found, pack_part(FROZEN, documents.lines_of(scope), steps, spool)[1]]


def _tables(steps: Progress, spool: BinaryIO) -> Iterator[Member]:
    lines = (canonical.line({"table": table, "row": row}) for table, row in whole_store.rows())
    for number, first in enumerate(lines, 1):
        yield pack_part(f"tables_{number:03d}.jsonl", _until_full(first, lines), steps, spool)[1]


def _until_full(first: bytes, lines: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for line in chain((first,), lines):
        size += len(line)
        yield line
        if size >= _LARGEST:
            return


def _rows(members: list[Member]) -> Iterator[tuple[str, dict[str, Any]]]:
    known = {name: set(whole_store.columns_of(model)) for name, model in whole_store.tables().items()}
    for one in members:
        if not _NAME.fullmatch(one.name):
            raise ContainerRefused(SyncReason.CHANGED, one.name)
        for count, text in enumerate(one.lines(), 1):
            found = canonical.read_line(text)
            if not isinstance(found, dict) or found.keys() != {"table", "row"} or not isinstance(found["row"], dict):
                raise ContainerRefused(SyncReason.CHANGED, one.name, count)
            if found["table"] not in known or found["row"].keys() != known[found["table"]]:
                raise ContainerRefused(SyncReason.WRONG_VALUE, one.name, count)
            yield found["table"], found["row"]

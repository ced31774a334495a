"""``restore.age``: what only the centre's own recovery sheet opens, kept by the district and never read there.

Of a month where numbers are hashed: the parts and documents with everything in them. Of a full file: every table that a
restore needs, as lines of a table's name and a row, in members of at most 64 MB.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
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
from desktop.sync.sealed import seal, unseal_whole

_PIECE = 1 << 18
_LARGEST = 64 << 20
_NAME = re.compile(r"tables_[0-9]{3}\.jsonl")

Columns = Mapping[str, Collection[str]]


def packed(scope: Scope, recipient: str, steps: Progress, spool: BinaryIO) -> tuple[PartEntry, Member]:
    """Packed, sealed, and packed as a member of the file."""
    with exported_rows.spool() as inner, exported_rows.spool() as room, exported_rows.spool() as hidden:
        pack(_members(scope, steps, inner), room)
        room.seek(0)
        seal(room, hidden, recipient)
        hidden.seek(0)
        return pack_pieces(RESTORE, iter(lambda: hidden.read(_PIECE), b""), spool)


@contextmanager
def opened(
    file: BinaryIO, identity: str, name: str, room: BinaryIO, known: Columns
) -> Iterator[Iterator[tuple[str, dict[str, Any]]]]:
    """The rows of every table of a full file's ``restore.age``, an open ``file``, opened into ``room``.

    ``known`` are the tables and columns of the schema that it was written with. SyncRefused, which names ``name``,
    for what another sheet opens, or what is not as it was written.
    """
    unseal_whole(file, identity, room, name)
    try:
        members, _sha256 = unpack(in_open_file(room), room.tell())
        yield _rows(members, known)
    except (ContainerRefused, ValueError) as error:
        reason = error.reason if isinstance(error, ContainerRefused) else SyncReason.CHANGED
        raise SyncRefused(name, reason) from error


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


def _rows(members: list[Member], known: Columns) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in members:
        if not _NAME.fullmatch(one.name):
            raise ContainerRefused(SyncReason.CHANGED, one.name)
        for count, text in enumerate(one.lines(), 1):
            found = canonical.read_line(text)
            if not isinstance(found, dict) or found.keys() != {"table", "row"} or not isinstance(found["row"], dict):
                raise ContainerRefused(SyncReason.CHANGED, one.name, count)
            if found["table"] not in known or found["row"].keys() != set(known[found["table"]]):
                raise ContainerRefused(SyncReason.WRONG_VALUE, one.name, count)
            yield found["table"], whole_store.as_kept(found["row"])

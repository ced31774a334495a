"""The zip container of a sync file, of which exactly one spelling is right.

Any program opens it as a zip. It is read strictly from its first byte to its last: headers, order, sizes and the
directory must be what ``pack`` writes, and the archive comment is the SHA-256 of all bytes before it. Members are
written and read piece by piece: no file and no member is ever whole in memory.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from desktop.core.reasons import SyncReason

LARGEST_FILE = 256 << 20
LARGEST_MEMBER = 256 << 20
LARGEST_SUM = 1 << 30
LONGEST_LINE = 4 << 20
# More than version 1 has: a later version must be recognised before it is refused.
MOST_MEMBERS = 64

# Bytes from a place on, so many of them or fewer at the end.
ReadAt = Callable[[int, int], bytes]

_PIECE = 1 << 18
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_FIELDS = struct.Struct("<4s5H3I2H")
_CENTRAL_FIELDS = struct.Struct("<4s6H3I5H2I")
_END_FIELDS = struct.Struct("<4s4H2IH")
_VERSION, _DEFLATE, _MIDNIGHT, _FIRST_OF_1980 = 20, 8, 0, 0x21
_NAME = re.compile(rb"[a-z0-9_.]{1,64}")
_TRAILER = b"shizhu sha256:"
_TRAILER_LENGTH = len(_TRAILER) + 64


class ContainerRefused(Exception):
    """Not the bytes that ``pack`` writes; said as ``SyncRefused``."""

    def __init__(self, reason: SyncReason, part: str = "", line: int = 0) -> None:
        super().__init__(reason, part, line)
        self.reason = reason
        self.part = part
        self.line = line


@dataclass(frozen=True)
class Member:
    """A member in its packed form: ``packed_size`` bytes from ``start`` on of what ``read_at`` reads."""

    name: str
    crc: int
    size: int
    packed_size: int
    read_at: ReadAt = field(compare=False)
    start: int = field(compare=False)

    def packed(self) -> Iterator[bytes]:
        """Its packed bytes, piece by piece."""
        return _pieces(self.read_at, self.start, self.packed_size)

    def pieces(self) -> Iterator[bytes]:
        """Unpack piece by piece, never more than the size that was declared; ContainerRefused when it is not that."""
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        size = crc = 0
        for piece in self._inflated(inflate):
            size, crc = size + len(piece), zlib.crc32(piece, crc)
            if size > self.size:
                break
            yield piece
        if not inflate.eof or inflate.unused_data or (size, crc) != (self.size, self.crc):
            raise ContainerRefused(SyncReason.CHANGED, self.name)

    def lines(self, longest: int = LONGEST_LINE) -> Iterator[bytes]:
        """Unpack line by line, each with its line feed; ContainerRefused for one that would fill the memory."""
        held: list[bytes] = []
        length = 0
        for piece in self.pieces():
            for line in piece.splitlines(keepends=True):
                held.append(line)
                length += len(line)
                if length > longest:
                    raise ContainerRefused(SyncReason.TOO_LARGE, self.name)
                if line.endswith(b"\n"):
                    yield b"".join(held)
                    held.clear()
                    length = 0
        if held:
            yield b"".join(held)

    def content(self) -> bytes:
        """Unpack all of it at once: for members that are known to be small."""
        return b"".join(self.pieces())

    def _inflated(self, inflate: zlib._Decompress) -> Iterator[bytes]:
        try:
            for packed in self.packed():
                waiting = packed
                while waiting and not inflate.eof:
                    yield inflate.decompress(waiting, _PIECE)
                    waiting = inflate.unconsumed_tail
                if waiting:
                    # More bytes after the end of the stream.
                    raise ContainerRefused(SyncReason.CHANGED, self.name)
            yield inflate.flush()
        except zlib.error as error:
            raise ContainerRefused(SyncReason.CHANGED, self.name) from error


def in_bytes(data: bytes) -> ReadAt:
    """Read from bytes in memory."""
    return lambda start, length: data[start : start + length]


def in_file(path: Path) -> ReadAt:
    """Read from a file, which is never held open."""

    def read_at(start: int, length: int) -> bytes:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(length)

    return read_at


def in_open_file(file: BinaryIO) -> ReadAt:
    """Read from a file that stays open."""

    def read_at(start: int, length: int) -> bytes:
        file.seek(start)
        return file.read(length)

    return read_at


def member(name: str, content: bytes) -> Member:
    """Pack one small member in memory."""
    spool = io.BytesIO()
    return spooled(name, [content], spool)


def spooled(name: str, pieces: Iterable[bytes], spool: BinaryIO) -> Member:
    """Pack one member piece by piece to the end of an open file, where it is read from."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    start = spool.seek(0, io.SEEK_END)
    size = crc = 0
    for piece in pieces:
        size, crc = size + len(piece), zlib.crc32(piece, crc)
        spool.write(deflate.compress(piece))
    spool.write(deflate.flush())
    return Member(name, crc, size, spool.tell() - start, in_open_file(spool), start)


def pack(members: Iterable[Member], out: BinaryIO) -> str:
    """Write the archive, sealed with the SHA-256 of all that stands before the seal; the SHA-256 of all of it."""
    written = list(members)
    hashed = hashlib.sha256()
    for piece in _archive(written):
        hashed.update(piece)
        out.write(piece)
    seal = _seal(hashed.hexdigest())
    hashed.update(seal)
    out.write(seal)
    return hashed.hexdigest()


def _archive(members: list[Member]) -> Iterator[bytes]:
    for one in members:
        yield _local(one)
        yield from one.packed()
    yield _directory(members)


def unpack(read_at: ReadAt, length: int) -> tuple[list[Member], str]:
    """The members in their order and the SHA-256 of all ``length`` bytes.

    ContainerRefused for every byte that is not as ``pack`` writes it.
    """
    sha256 = _refuse_unsealed(read_at, length)
    end = length - _TRAILER_LENGTH
    members: list[Member] = []
    place = 0
    while read_at(place, min(4, end - place)) == _LOCAL:
        one, place = _read_member(read_at, place, end)
        members.append(one)
        if len(members) > MOST_MEMBERS or sum(each.size for each in members) > LARGEST_SUM:
            raise ContainerRefused(SyncReason.TOO_LARGE, one.name)
    directory = _directory(members)
    if end - place != len(directory) or read_at(place, len(directory)) != directory:
        raise ContainerRefused(SyncReason.CHANGED)
    return members, sha256


def _refuse_unsealed(read_at: ReadAt, length: int) -> str:
    if read_at(0, 4) != _LOCAL:
        raise ContainerRefused(SyncReason.NOT_A_SYNC_FILE)
    end = max(length - _TRAILER_LENGTH, 0)
    seal = read_at(end, length - end)
    if not seal.startswith(_TRAILER):
        # A whole zip without the seal was packed by another program; anything else lacks its end.
        # Its end tells how long a comment follows: none there, though one was promised, is a cut.
        last = seal[-_END_FIELDS.size :]
        repacked = last.startswith(_END) and last.endswith(bytes(2))
        raise ContainerRefused(SyncReason.CHANGED if repacked else SyncReason.CUT)
    hashed = hashlib.sha256()
    for piece in _pieces(read_at, 0, end):
        hashed.update(piece)
    if seal != _seal(hashed.hexdigest()):
        raise ContainerRefused(SyncReason.CHANGED)
    hashed.update(seal)
    return hashed.hexdigest()


def _seal(sha256: str) -> bytes:
    return _TRAILER + sha256.encode("ascii")


def _pieces(read_at: ReadAt, start: int, length: int) -> Iterator[bytes]:
    for place in range(start, start + length, _PIECE):
        yield read_at(place, min(_PIECE, start + length - place))


def _read_member(read_at: ReadAt, place: int, end: int) -> tuple[Member, int]:
    start = place + _LOCAL_FIELDS.size
    if start > end:
        raise ContainerRefused(SyncReason.CUT)
    fields = _LOCAL_FIELDS.unpack(read_at(place, _LOCAL_FIELDS.size))
    crc, packed_size, size, name_length = fields[6:10]
    name = read_at(start, min(name_length, end - start))
    if not _NAME.fullmatch(name):
        raise ContainerRefused(SyncReason.CHANGED)
    text = name.decode("ascii")
    if size > LARGEST_MEMBER:
        raise ContainerRefused(SyncReason.TOO_LARGE, text)
    behind = start + name_length + packed_size
    if behind > end:
        raise ContainerRefused(SyncReason.CUT, text)
    one = Member(text, crc, size, packed_size, read_at, start + name_length)
    if read_at(place, _LOCAL_FIELDS.size + name_length) != _local(one):
        raise ContainerRefused(SyncReason.CHANGED, text)
    return one, behind


def _about(one: Member) -> tuple[int, ...]:
    when = (_MIDNIGHT, _FIRST_OF_1980)
    return (_VERSION, 0, _DEFLATE, *when, one.crc, one.packed_size, one.size, len(one.name), 0)


def _local(one: Member) -> bytes:
    return _LOCAL_FIELDS.pack(_LOCAL, *_about(one)) + one.name.encode("ascii")


def _directory(members: list[Member]) -> bytes:
    entries, place = b"", 0
    for one in members:
        entries += _CENTRAL_FIELDS.pack(_CENTRAL, _VERSION, *_about(one), 0, 0, 0, 0, place) + one.name.encode("ascii")
        place += _LOCAL_FIELDS.size + len(one.name) + one.packed_size
    count = len(members)
    return entries + _END_FIELDS.pack(_END, 0, 0, count, count, len(entries), place, _TRAILER_LENGTH)

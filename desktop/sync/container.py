"""The zip container of a sync file, of which exactly one spelling is right.

Any program opens it as a zip. It is read strictly from its first byte to its last: headers, order, sizes and the
directory must be what ``pack`` writes, and the archive comment is the SHA-256 of all bytes before it.
"""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.reasons import SyncReason

LARGEST_FILE = 256 << 20
LARGEST_MEMBER = 256 << 20
LARGEST_SUM = 1 << 30
# More than version 1 has: a later version must be recognised before it is refused.
MOST_MEMBERS = 64

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

    def __init__(self, reason: SyncReason, part: str = "") -> None:
        super().__init__(reason, part)
        self.reason = reason
        self.part = part


@dataclass(frozen=True)
class Member:
    """A member in its packed form."""

    name: str
    crc: int
    size: int
    packed: bytes

    def content(self) -> bytes:
        """Unpack, never more than the size that was declared."""
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = inflate.decompress(self.packed, self.size + 1)
        except zlib.error as error:
            raise ContainerRefused(SyncReason.CHANGED, self.name) from error
        whole = inflate.eof and not inflate.unused_data and not inflate.unconsumed_tail
        if not whole or len(data) != self.size or zlib.crc32(data) != self.crc:
            raise ContainerRefused(SyncReason.CHANGED, self.name)
        return data


def member(name: str, content: bytes) -> Member:
    """Pack one member."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(name, zlib.crc32(content), len(content), deflate.compress(content) + deflate.flush())


def pack(members: Iterable[Member]) -> bytes:
    """The archive, sealed with the SHA-256 of all that stands before it."""
    written = list(members)
    body = b"".join(_local(one) + one.packed for one in written) + _directory(written)
    return body + _seal(body)


def unpack(data: bytes) -> list[Member]:
    """The members in their order; ContainerRefused for every byte that is not as ``pack`` writes it."""
    _refuse_unsealed(data)
    body = memoryview(data)[:-_TRAILER_LENGTH]
    members: list[Member] = []
    place = 0
    while body[place : place + 4] == _LOCAL:
        one, place = _read_member(body, place)
        members.append(one)
        if len(members) > MOST_MEMBERS or sum(each.size for each in members) > LARGEST_SUM:
            raise ContainerRefused(SyncReason.TOO_LARGE, one.name)
    if body[place:] != _directory(members):
        raise ContainerRefused(SyncReason.CHANGED)
    return members


def _refuse_unsealed(data: bytes) -> None:
    if data[:4] != _LOCAL:
        raise ContainerRefused(SyncReason.NOT_A_SYNC_FILE)
    seal = data[-_TRAILER_LENGTH:]
    if not seal.startswith(_TRAILER):
        # A whole zip without the seal was packed by another program; anything else lacks its end.
        # Its end tells how long a comment follows: none there, though one was promised, is a cut.
        repacked = data[-_END_FIELDS.size :].startswith(_END) and data.endswith(bytes(2))
        raise ContainerRefused(SyncReason.CHANGED if repacked else SyncReason.CUT)
    if seal != _seal(data[:-_TRAILER_LENGTH]):
        raise ContainerRefused(SyncReason.CHANGED)


def _seal(body: bytes) -> bytes:
    return _TRAILER + hashlib.sha256(body).hexdigest().encode("ascii")


def _read_member(body: memoryview, place: int) -> tuple[Member, int]:
    start = place + _LOCAL_FIELDS.size
    if start > len(body):
        raise ContainerRefused(SyncReason.CUT)
    fields = _LOCAL_FIELDS.unpack(body[place:start])
    crc, packed_size, size, name_length = fields[6:10]
    name = bytes(body[start : start + name_length])
    if not _NAME.fullmatch(name):
        raise ContainerRefused(SyncReason.CHANGED)
    text = name.decode("ascii")
    if size > LARGEST_MEMBER:
        raise ContainerRefused(SyncReason.TOO_LARGE, text)
    end = start + name_length + packed_size
    if end > len(body):
        raise ContainerRefused(SyncReason.CUT, text)
    one = Member(text, crc, size, bytes(body[start + name_length : end]))
    if body[place : start + name_length] != _local(one):
        raise ContainerRefused(SyncReason.CHANGED, text)
    return one, end


def _about(one: Member) -> tuple[int, ...]:
    when = (_MIDNIGHT, _FIRST_OF_1980)
    return (_VERSION, 0, _DEFLATE, *when, one.crc, len(one.packed), one.size, len(one.name), 0)


def _local(one: Member) -> bytes:
    return _LOCAL_FIELDS.pack(_LOCAL, *_about(one)) + one.name.encode("ascii")


def _directory(members: list[Member]) -> bytes:
    entries, place = b"", 0
    for one in members:
        entries += _CENTRAL_FIELDS.pack(_CENTRAL, _VERSION, *_about(one), 0, 0, 0, 0, place) + one.name.encode("ascii")
        place += _LOCAL_FIELDS.size + len(one.name) + len(one.packed)
    count = len(members)
    return entries + _END_FIELDS.pack(_END, 0, 0, count, count, len(entries), place, _TRAILER_LENGTH)

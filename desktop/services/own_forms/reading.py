"""A look at a workbook of the centre's own before anything opens it: what cannot be filled whole is refused.

Filling rewrites the file. What would be lost on the way (macros, drawn shapes, links to other files) is refused by name
instead of being dropped without a word.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from desktop.core.file_errors import Unreadable
from desktop.core.files import storage_error
from desktop.core.reasons import FileReason

MOST_BYTES, MOST_UNPACKED, MOST_MEMBERS, MOST_RATIO = 20_000_000, 100_000_000, 2_000, 250
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = re.compile(r"vbaProject|xl/activeX|xl/macrosheets", re.IGNORECASE)
_LINKS = re.compile(r"xl/externalLinks/|xl/connections\.xml|xl/queryTables/", re.IGNORECASE)
_SHAPES = re.compile(r"xl/ctrlProps/|xl/embeddings/|xl/slicers/|xl/media/.*\.(?:emf|wmf)$", re.IGNORECASE)
_DRAWN = re.compile(rb"<(?:xdr:)?(?:sp|grpSp|cxnSp)[ >]|<legacyDrawingHF |sparklineGroup ")
_LOOKED_INTO = re.compile(r"xl/(?:drawings|worksheets)/[^/]+\.xml", re.IGNORECASE)


def read_form(file: Path) -> bytes:
    """The bytes of an .xlsx that can be filled; Unreadable says why another one cannot."""
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise Unreadable(file.name, FileReason.TOO_LARGE, f"{size // 1_000_000} MB")
        content = file.read_bytes()
    except OSError as error:
        raise storage_error(error, file) from error
    try:
        _inspect(file.name, content)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise Unreadable(file.name, FileReason.DAMAGED) from error
    except RuntimeError as error:
        # zipfile's way to say that a member is encrypted.
        raise Unreadable(file.name, FileReason.ENCRYPTED) from error
    return content


def _inspect(name: str, content: bytes) -> None:
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise Unreadable(name, FileReason.ENCRYPTED)
    if not content.startswith(b"PK"):
        raise Unreadable(name, FileReason.NOT_XLSX)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        _refuse_parts(name, {member.filename for member in members})
        _limit(name, members)
        for member in members:
            if member.filename.lower().endswith((".xml", ".rels")):
                _look_into(name, member.filename, archive.read(member))


def _refuse_parts(name: str, parts: set[str]) -> None:
    if any(map(_MACROS.search, parts)) or name.lower().endswith((".xlsm", ".xltm", ".xlam")):
        raise Unreadable(name, FileReason.MACROS)
    if "xl/workbook.xml" not in parts:
        raise Unreadable(name, FileReason.NOT_XLSX)
    if any(map(_LINKS.search, parts)):
        raise Unreadable(name, FileReason.EXTERNAL_LINKS)
    if any(map(_SHAPES.search, parts)):
        raise Unreadable(name, FileReason.DRAWN_SHAPES)


def _limit(name: str, members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > 1_000_000 and member.file_size > MOST_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if swollen or unpacked > MOST_UNPACKED or len(members) > MOST_MEMBERS:
        raise Unreadable(name, FileReason.TOO_LARGE, f"{unpacked // 1_000_000} MB")


def _look_into(name: str, part: str, xml: bytes) -> None:
    # A definition of its own makes megabytes of a few bytes, or reads other files; no spreadsheet program writes one.
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml:
        raise Unreadable(name, FileReason.DAMAGED)
    if _LOOKED_INTO.fullmatch(part) and _DRAWN.search(xml):
        raise Unreadable(name, FileReason.DRAWN_SHAPES)

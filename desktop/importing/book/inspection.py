"""A look at a file before it is parsed: a small file must not become gigabytes or hours.

Runs in the child process, so that its limits hold here too.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core.reasons import FileReason

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_97 = "WordDocument".encode("utf-16-le")
_EXCEL_97 = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
# A cell that holds something; <c r="XFD1048576" s="3"/> is a formatted blank, common and harmless.
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^<>]*\s)?r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*(?<!/)>')
# A formula that failed: its cell holds #N/A, #REF! … which the parser gives as empty.
_FAILED_CELL = re.compile(
    rb'<(?:\w+:)?c\s(?:[^<>]*\s)?r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*\bt="e"[^<>]*>(?:<(?:\w+:)?f[^<>]*/>|<(?:\w+:)?f.*?</(?:\w+:)?f>)?'
    rb"<(?:\w+:)?v>([^<]{1,20})</",
    re.DOTALL,
)
# A formula that no program has calculated yet: some write none of the values that they refer to.
_UNCALCULATED = re.compile(
    rb'<(?:\w+:)?c\s(?:[^<>]*\s)?r="([A-Z]{1,3})([0-9]{1,7})"(?![^<>]*\bt="(?:str|e)")[^<>]*>'
    rb"(?:<(?:\w+:)?f[^<>]*/>|<(?:\w+:)?f[^<>]*>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
NOT_CALCULATED = "#CALC!"
# A row that somebody hid, or that a filter does.
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s(?=[^<>]*\bhidden="(?:1|true)")(?:[^<>]*\s)?r="([0-9]{1,7})"')
_REPEATED = re.compile(rb'table:number-(?:rows|columns)-repeated="([0-9]+)"')
# Programs save text and web pages under the names of workbooks, and Excel opens them.
_TEXT_SUFFIXES = frozenset({".csv", ".txt", ".tsv", ".xls", ".xlsx", ".et", ".prn"})
_EXCEL_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_STRANGERS = (
    (b"%PDF", FileReason.PDF),
    (b"{\\rtf", FileReason.DOCUMENT),
    (b"\xff\xd8\xff", FileReason.PICTURE),
    (b"\x89PNG", FileReason.PICTURE),
)
MOST_COLUMNS = 300
LONGEST_CELL = 32_767
_CHUNK = 1 << 20
_OVERLAP = 512


@dataclass(frozen=True)
class FileLimits:
    """How much of a workbook is still believable."""

    file_bytes: int = 100_000_000
    unpacked_bytes: int = 400_000_000
    members: int = 2_000
    ratio: int = 250
    cells: int = 4_000_000


@dataclass(frozen=True)
class Inspected:
    """What a file is (``workbook``, ``text``, ``html`` or ``xml``), its failed formulas and its hidden rows.

    Both by sheet file; a cell is (row, column), and all count from 0.
    """

    kind: str
    failed: Mapping[str, Mapping[tuple[int, int], str]] = field(default_factory=dict)
    hidden: Mapping[str, frozenset[int]] = field(default_factory=dict)


class Refused(Exception):
    """The file is not read: ``detail`` is a figure or a cell."""

    def __init__(self, reason: FileReason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


def inspect(path: Path, limits: FileLimits) -> Inspected:
    """What the file is, by what it begins with; raises ``Refused`` for what cannot or must not be opened."""
    size = path.stat().st_size
    if size == 0:
        raise Refused(FileReason.EMPTY)
    if size > limits.file_bytes:
        raise Refused(FileReason.TOO_LARGE, f"{size // 1_000_000} MB")
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(b"PK"):
        return _inspect_zip(path, limits)
    if head.startswith(_OLE):
        _inspect_ole(path)
        return Inspected("workbook")
    return Inspected(_kind_of_text(path, head))


def _kind_of_text(path: Path, head: bytes) -> str:
    plain = head.replace(b"\0", b"").lower()
    if _EXCEL_2003 in plain:
        return "xml"
    if plain.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"mime-version"):
        raise Refused(FileReason.WEB_ARCHIVE)
    if b"<html" in plain or b"<table" in plain or b"<!doctype html" in plain:
        return "html"
    stranger = next((name for mark, name in _STRANGERS if head.startswith(mark)), None)
    if stranger or path.suffix.lower() not in _TEXT_SUFFIXES or _binary(head):
        raise Refused(stranger or FileReason.NOT_A_WORKBOOK)
    return "text"


def _binary(head: bytes) -> bool:
    return b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")) and not utf_16_order(head)


def utf_16_order(content: bytes) -> str:
    """utf-16-le or utf-16-be for text in UTF-16 without the mark at its beginning, else "".

    Separators and line ends have their zero on one side only; no other text holds a zero.
    """
    first, second = content[::2].count(0), content[1::2].count(0)
    if b"\n\0" in content and second and not first:
        return "utf-16-le"
    return "utf-16-be" if b"\0\n" in content and first and not second else ""


def _inspect_ole(path: Path) -> None:
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise Refused(FileReason.ENCRYPTED)
    if not any(name in content for name in _EXCEL_97):
        raise Refused(FileReason.DOCUMENT if _WORD_97 in content else FileReason.NOT_A_WORKBOOK)


def _inspect_zip(path: Path, limits: FileLimits) -> Inspected:
    failed: dict[str, dict[tuple[int, int], str]] = {}
    hidden: dict[str, frozenset[int]] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _check_members(members, limits)
            for member in members:
                if member.filename.endswith((".xml", ".XML")) and "sharedStrings" not in member.filename:
                    failed[member.filename], hidden[member.filename] = _check_sheet(archive, member, limits)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise Refused(FileReason.DAMAGED) from error
    except RuntimeError as error:
        # zipfile's way to say that a member is encrypted.
        raise Refused(FileReason.ENCRYPTED) from error
    return Inspected(
        "workbook",
        {name: cells for name, cells in failed.items() if cells},
        {name: rows for name, rows in hidden.items() if rows},
    )


def _check_members(members: list[zipfile.ZipInfo], limits: FileLimits) -> None:
    names = {member.filename for member in members}
    if "word/document.xml" in names:
        raise Refused(FileReason.DOCUMENT)
    if not ({"[Content_Types].xml", "content.xml"} & names) and "xl/workbook.xml" not in names:
        raise Refused(FileReason.NOT_A_WORKBOOK)
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.members or unpacked > limits.unpacked_bytes:
        raise Refused(FileReason.TOO_LARGE, f"{unpacked // 1_000_000} MB")
    for member in members:
        if member.file_size > 1_000_000 and member.file_size > limits.ratio * max(member.compress_size, 1):
            raise Refused(FileReason.TOO_LARGE, f"{member.file_size // 1_000_000} MB")


def _check_sheet(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: FileLimits
) -> tuple[dict[tuple[int, int], str], frozenset[int]]:
    """Refuse a sheet whose filled cells span more than anybody types; its failed formulas and hidden rows."""
    last_row = last_column = 0
    failed: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    rest = b""
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            text = rest + chunk
            for letters, digits in set(_FILLED_CELL.findall(text)):
                last_row = max(last_row, int(digits))
                last_column = max(last_column, column_number(letters.decode()))
            for letters, digits, shown in _FAILED_CELL.findall(text):
                failed[int(digits) - 1, column_number(letters.decode()) - 1] = shown.decode("utf-8", "replace")
            for letters, digits in _UNCALCULATED.findall(text):
                failed[int(digits) - 1, column_number(letters.decode()) - 1] = NOT_CALCULATED
            hidden.update(int(digits) - 1 for digits in _HIDDEN_ROW.findall(text))
            _check_repeats(text, limits, member.filename)
            if last_row * last_column > limits.cells:
                raise Refused(FileReason.TOO_LARGE, f"{column_letters(last_column)}{last_row}")
            rest = text[-_OVERLAP:]
    return failed, frozenset(hidden)


def _check_repeats(text: bytes, _limits: FileLimits, name: str) -> None:
    # OpenDocument stores runs of equal cells as one; blank ones at the end of a sheet are usual.
    if name == "content.xml" and any(int(times) > 20_000_000 for times in _REPEATED.findall(text)):
        raise Refused(FileReason.TOO_LARGE)


def column_number(letters: str) -> int:
    """A → 1, XFD → 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 → A, 16384 → XFD."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""Text files of rows: in UTF-8, UTF-16 or GB18030, whatever separates their cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from desktop.core.reasons import FileReason
from desktop.importing.book.cells import Cell
from desktop.importing.book.inspection import Refused, utf_16_order

_ENCODINGS = ("utf-8-sig", "gb18030")
_DELIMITERS = ",\t;|，"
_SAMPLE_LINES = 30
# What a program leaves where half of a character was cut off.
BROKEN = "\ufffd"
# More than one broken character in so many is no slip: the file is in no encoding that we know.
_TOO_BROKEN = 50


def text_rows(content: bytes) -> Iterator[list[Cell]]:
    """The rows of a text file; raises ``Refused``."""
    text = decoded(content)
    # A cell that is too long is refused by its place, not by the reader of the csv module.
    csv.field_size_limit(len(text) + 1)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False):
            yield [_unwrapped(cell) for cell in row]
    except csv.Error as error:
        raise Refused(FileReason.DAMAGED) from error


def decoded(content: bytes) -> str:
    """The text; a character of which half is missing becomes ``BROKEN`` and spoils no other."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _least_broken(content, ("utf-16",))
    if order := utf_16_order(content):
        return _least_broken(content, (order,))
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _least_broken(content, _ENCODINGS)


def _least_broken(content: bytes, encodings: tuple[str, ...]) -> str:
    texts = [content.decode(encoding, errors="replace") for encoding in encodings]
    best = min(texts, key=lambda text: text.count(BROKEN))
    if best.count(BROKEN) * _TOO_BROKEN > len(best) and best.count(BROKEN) > 1:
        raise Refused(FileReason.DAMAGED)
    return best


def _delimiter(text: str) -> str:
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    # The real one stands equally often on most lines; a comma in an address does not.
    return max(
        _DELIMITERS, key=lambda char: sorted(line.count(char) for line in lines)[len(lines) // 2] if lines else 0
    )


def _unwrapped(cell: str) -> str:
    # ="530114…" is how exports keep Excel from rounding a number.
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell

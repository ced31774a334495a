"""Pictures and scans that people hand in: a JPG, PNG or PDF by what it is, not by what it is called."""

from __future__ import annotations

from pathlib import Path

from desktop.core.file_errors import Unreadable
from desktop.core.files import storage_error
from desktop.core.reasons import FileReason

MOST_BYTES = 20 * 1024 * 1024
_MARKS = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png", b"%PDF-": "pdf"}


def read_scan(file: Path) -> tuple[bytes, str]:
    """What is in the file, and its kind: jpg, png or pdf. Unreadable when it is none, or larger than 20 MB."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Unreadable(file.name, FileReason.SCAN_TOO_LARGE)
        content = file.read_bytes()
    except OSError as error:
        raise storage_error(error, file) from error
    for mark, kind in _MARKS.items():
        if content.startswith(mark):
            return content, kind
    raise Unreadable(file.name, FileReason.NOT_A_SCAN)

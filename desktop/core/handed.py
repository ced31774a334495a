"""A file that the program was started with, for the window that stands or that comes: by a note in the data folder."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from desktop.core import files
from desktop.core.errors import StorageError

_NOTE = "opening.json"


def leave(folder: Path, file: Path) -> None:
    """Say which file is to be opened; where nothing can be written nothing is said."""
    if folder.is_dir():
        with suppress(StorageError):
            files.keep(folder / _NOTE, json.dumps({"file": str(file)}, ensure_ascii=False).encode("utf-8"))


def take(folder: Path) -> Path | None:
    """The file that is to be opened, once."""
    note = folder / _NOTE
    try:
        found = json.loads(note.read_text(encoding="utf-8"))["file"]
    except (OSError, ValueError, KeyError, TypeError):
        found = None
    with suppress(OSError):
        note.unlink(missing_ok=True)
    return Path(found) if isinstance(found, str) and found else None

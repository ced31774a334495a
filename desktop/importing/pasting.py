"""Lines copied out of a spreadsheet, read as if they had been saved as a text table."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.core.files import storage_error
from desktop.core.i18n import translate
from desktop.core.leftovers import PASTED
from desktop.core.progress import Progress
from desktop.importing import staging
from desktop.importing.staging import Book


def is_table(text: str) -> bool:
    """Whether a copied text has lines of several cells."""
    return "\t" in text and "\n" in text.strip()


def open_pasted(text: str, place: Path, progress: Progress | None = None) -> Book:
    """Read copied lines; what is written of them below ``place`` is gone when this returns."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=place, prefix=f"{PASTED}{os.getpid()}-") as folder:
            path = Path(folder) / f"{translate('Import', 'copied lines')}.txt"
            path.write_text(text, encoding="utf-8-sig", newline="")
            return staging.open_book(path, None, progress)
    except OSError as error:
        raise storage_error(error, place) from error

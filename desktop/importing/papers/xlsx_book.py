"""A workbook that is written: it takes its name when it is whole, and trouble with the disk is one of ours."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from desktop.core.files import writing_beside
from desktop.services.centre import practice
from desktop.services.writing.going_out import Held, leaving


@contextmanager
def writing_book(path: Path, options: Mapping[str, bool], held: Held | None = None) -> Iterator[xlsxwriter.Workbook]:
    """Give a workbook that takes the name ``path`` at the end, or leaves no trace; ``held`` is what of people is in it.

    The library has a word of its own for what the system reported; out of here comes the ``StorageError`` of it.
    """
    # Rows that wait on the disk hold names and numbers of people: they go with their folder, whatever happens.
    with (
        writing_beside(path) if held is None else leaving(path, held) as part,
        tempfile.TemporaryDirectory(prefix="shizhu-", ignore_cleanup_errors=True) as waiting,
    ):
        book = xlsxwriter.Workbook(str(part), {**options, "tmpdir": waiting})
        try:
            with book:
                yield book
                practice.mark_sheets(book.worksheets())
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            _let_go(book)


def _let_go(book: xlsxwriter.Workbook) -> None:
    for page in book.worksheets():
        if page.row_data_fh is not None and not page.row_data_fh.closed:
            with suppress(OSError):
                page.row_data_fh.close()

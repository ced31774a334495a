"""Lines copied out of a spreadsheet: read like a file, and nothing of them stays on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.answers import WorkbookKind
from desktop.core.errors import Cancelled
from desktop.core.progress import Progress
from desktop.importing import staging
from desktop.importing.pasting import is_table, open_pasted
from desktop.services.register import listing
from desktop.services.register.listing import ResidentQuery
from desktop.services.writing.actor import Actor
from tests.conftest import id_number

LINES = "姓名\t身份证号\t联系电话\r\n王芳\t{number}\t13888886666\r\n"


@pytest.mark.parametrize(
    ("text", "table"), [("姓名\t电话\n王芳\t1", True), ("姓名\t电话", False), ("王芳\n李强\n", False), ("", False)]
)
def test_a_table_has_lines_of_several_cells(text: str, table: bool) -> None:
    assert is_table(text) is table


def test_copied_lines_are_read_as_a_file_of_theirs_would_be(actor: Actor, tmp_path: Path) -> None:
    number = id_number("1944-03-05", "female", 7)
    book = open_pasted(LINES.format(number=number), tmp_path / "drafts")
    result = staging.write(actor, staging.propose(book, WorkbookKind.RESIDENTS), {}, Progress())
    assert (result.total("imported"), result.file) == (1, "copied lines.txt")
    (row,) = listing.rows(listing.find_ids(ResidentQuery(text="王芳")))
    assert row.sex == "female"
    assert list((tmp_path / "drafts").iterdir()) == []


def test_nothing_stays_of_lines_whose_reading_was_cancelled(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        open_pasted(LINES.format(number="1"), tmp_path, progress)
    assert list(tmp_path.iterdir()) == []

"""Lines copied out of a spreadsheet: read like a file, and nothing of them stays on the disk."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import python_calamine

from desktop.core.answers import WorkbookKind
from desktop.core.assessment import items
from desktop.core.errors import Cancelled
from desktop.core.progress import Progress
from desktop.importing import staging
from desktop.importing.importer import import_workbook
from desktop.importing.kinds import KINDS
from desktop.importing.pasting import is_table, open_pasted
from desktop.importing.staging import Book
from desktop.services.register import listing
from desktop.services.register.listing import ResidentQuery
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.core.test_assessment import points
from tests.unit.importing.sheets import SAMPLE, Rows, write

# The first lines of a sheet of each kind, with its titles and headings, as one selects them to copy.
COPIED = {
    WorkbookKind.RESIDENTS: [("residents", "花名册")],
    WorkbookKind.BEDS: [("beds", "床位"), ("beds", "入住")],
    WorkbookKind.SERVICES: [("services", "10月")],
    WorkbookKind.MEALS: [("meals", "2026年10月")],
    WorkbookKind.VISITS: [("visits", "探访登记")],
}
STAFF: Rows = [
    ["姓名", "岗位", "入职日期", "电话", "健康证号", "健康证有效期"],
    ["杨秀英", "护理员", dt.date(2024, 3, 1), 13888886666, "JK-01", dt.date(2027, 2, 28)],
    ["何云", "探访员", dt.date(2025, 1, 6), "13888886667", "", ""],
    ["", "厨师", dt.date(2025, 1, 6), "", "", ""],
    ["李建国", "船长", "没有记下", "", "", ""],
    ["杨秀英", "护理员", "", "", "", ""],
]
ASSESSED: Rows = [
    ["姓名", "评估日期", *(one.name for one in items()), "总分", "评估机构", "报告编号"],
    ["陶寿兰", dt.date(2026, 10, 8), *points(62).values(), 62, "春城评估", "1"],
    ["无名氏", dt.date(2026, 10, 8), *points(62).values(), 62, "春城评估", "2"],
]
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


def sample(file: str, sheet: str) -> Rows:
    """The top of a sheet of the sample centre, and lines that are wrong in one way each."""
    book = python_calamine.CalamineWorkbook.from_path(SAMPLE / f"{file}.xlsx")
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)[:34]
    spoilt = [[*rows[-1]] for _ in rows[-1][:8]]
    for column, row in enumerate(spoilt):
        row[column] = "？？"
    return [*rows, *spoilt, rows[-1]]


def as_copied(rows: Rows) -> str:
    """What a spreadsheet puts on the clipboard: cells as they are displayed, with tabs between."""
    return "".join("\t".join(map(displayed, row)) + "\r\n" for row in rows)


def displayed(cell: object) -> str:
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, dt.date):
        return f"{cell.year}/{cell.month}/{cell.day}"
    text = f"{cell:.11g}" if isinstance(cell, float) else str(cell)
    return '"{}"'.format(text.replace('"', '""')) if set(text) & set('\n\t"') else text


def told(actor: Actor, book: Book, kind: WorkbookKind) -> list[tuple[int, str, tuple[str, ...]]]:
    """Every row of a dry run: its number, its verdict, and why."""
    checked = staging.check(actor, staging.propose(book, kind))
    return [(one.row, one.verdict, one.reasons) for one in checked.verdicts]


@pytest.mark.parametrize("kind", list(KINDS))
def test_copied_lines_of_every_kind_are_judged_as_those_of_their_file(
    actor: Actor, tmp_path: Path, kind: WorkbookKind
) -> None:
    if kind is not WorkbookKind.RESIDENTS:
        import_workbook(actor, "residents", SAMPLE / "residents.xlsx")
    of_own = {WorkbookKind.STAFF: STAFF, WorkbookKind.ASSESSMENTS: ASSESSED}
    tables = [sample(*one) for one in COPIED[kind]] if kind in COPIED else [of_own[kind]]
    for rows in tables:
        # A month that only the sheet's name tells is asked for in the wizard of either.
        file = write(tmp_path / "表.xlsx", {"Sheet1": rows})
        of_file = told(actor, staging.open_book(file), kind)
        pasted = told(actor, open_pasted(as_copied(rows), tmp_path / "drafts"), kind)
        assert pasted == of_file
        assert len({verdict for _row, verdict, _why in pasted}) > 1, "taken in and refused"
        import_workbook(actor, kind, file)


def test_nothing_stays_of_lines_whose_reading_was_cancelled(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        open_pasted(LINES.format(number="1"), tmp_path, progress)
    assert list(tmp_path.iterdir()) == []

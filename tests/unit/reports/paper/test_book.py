"""All reports as one PDF: what its contents say is where the tables are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pypdf

from desktop.reports.months.render import KINDS, report_of
from desktop.reports.paper.book import write_book
from tests.unit.reports import samples
from tests.unit.reports.reading import page_texts

PRINTED_ON = dt.date(2026, 11, 2)
REPORTS = [report_of(kind, samples.month_figures()) for kind in KINDS]


def test_each_line_of_the_contents_names_the_page_where_the_table_begins(tmp_path: Path) -> None:
    result = write_book("2026年10月报表", REPORTS, tmp_path / "book.pdf", PRINTED_ON)
    pages = page_texts(tmp_path / "book.pdf")
    assert result.pages == len(pages)
    outline = pypdf.PdfReader(tmp_path / "book.pdf").outline
    tables = [entry for part in outline if isinstance(part, list) for entry in part]
    titles = [section.title for report in REPORTS for section in report.sections]
    assert [entry.title for entry in tables] == titles
    reader = pypdf.PdfReader(tmp_path / "book.pdf")
    first = reader.get_destination_page_number(tables[0])
    contents = "".join(pages[:first])
    for entry in tables:
        page = reader.get_destination_page_number(entry)
        assert page is not None
        assert entry.title in pages[page]
        assert str(page + 1) in contents


def test_pages_are_numbered_throughout_and_each_has_its_own_format(tmp_path: Path) -> None:
    write_book("2026年10月报表", REPORTS, tmp_path / "book.pdf", PRINTED_ON)
    pages = page_texts(tmp_path / "book.pdf")
    for number, page in enumerate(pages, 1):
        assert f"第 {number} 页 / 共 {len(pages)} 页" in page
    sizes = {round(float(page.mediabox.width)) for page in pypdf.PdfReader(tmp_path / "book.pdf").pages}
    assert sizes == {595, 842}, "upright and across"


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_book("2026年10月报表", REPORTS, tmp_path / name, PRINTED_ON)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()

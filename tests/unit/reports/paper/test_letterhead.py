"""Letterhead, note and boxes of a layout stand on paper and in the workbook."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl

from desktop.reports.months.render import report_of
from desktop.reports.paper.page import write_pdf
from desktop.reports.paper.workbook import write_xlsx
from tests.unit.reports import samples
from tests.unit.reports.reading import page_texts

PRINTED_ON = dt.date(2026, 11, 2)
REPORT = replace(
    report_of("beds", samples.month_figures()),
    letterhead="昆明市呈贡区民政局",
    note="本表一式两份",
    boxes=("填表", "负责人"),
)


def test_on_paper(tmp_path: Path) -> None:
    write_pdf(REPORT, tmp_path / "r.pdf", PRINTED_ON)
    pages = page_texts(tmp_path / "r.pdf")
    assert pages[0].index("昆明市呈贡区民政局") < pages[0].index("床位使用月报")
    assert all(words in pages[-1] for words in ("本表一式两份", "填表", "负责人"))
    assert "审核" not in pages[-1]


def test_in_the_workbook(tmp_path: Path) -> None:
    write_xlsx(REPORT, tmp_path / "r.xlsx", PRINTED_ON)
    for sheet in openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets:
        assert sheet["A1"].value == "昆明市呈贡区民政局\n床位使用月报"
        below = [row[0].value for row in sheet.iter_rows() if row[0].value]
        assert "本表一式两份" in below
        assert any(str(words).startswith("填表：") for words in below)

"""A table as CSV: read by Excel as Chinese, and never as a formula."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.core.document import Heading, Report, Section
from desktop.reports.paper.csv_tables import table_bytes, write_csv

HEADS = (Heading("姓名"), Heading("金额", "right"))


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))


def test_each_table_is_a_file_with_head_rows_and_totals(tmp_path: Path) -> None:
    tables = (
        Section("一、总体情况", HEADS, (("段春梅", Decimal("12.50")), ("字文慧", None)), ("合计", Decimal("12.50"))),
        Section("十一、风险/处置", HEADS, ()),
    )
    files = write_csv(Report("月报", "中心", "2026年10月", tables), tmp_path, "2026-10-月报")
    assert [path.name for path in files] == ["2026-10-月报-01-总体情况.csv", "2026-10-月报-02-风险处置.csv"]
    assert files[0].read_bytes().startswith(b"\xef\xbb\xbf")
    assert read(files[0].read_bytes()) == [
        ["姓名", "金额"], ["段春梅", "12.50"], ["字文慧", "—"], ["合计", "12.50"],
    ]  # fmt: skip
    assert read(files[1].read_bytes()) == [["姓名", "金额"]]


@pytest.mark.parametrize("wild", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\u200b=1", "\u3000=1"])
def test_a_text_that_a_spreadsheet_would_calculate_is_quoted(wild: str) -> None:
    [_head, [name, _money]] = read(table_bytes(Section("表", HEADS, ((wild, 1),))))
    assert name.startswith("'")


def test_a_number_below_zero_stays_a_number() -> None:
    rows = read(table_bytes(Section("表", HEADS, (("a", -3), ("b", Decimal("-0.50"))))))
    assert [row[1] for row in rows[1:]] == ["-3", "-0.50"]


def test_a_comma_and_a_quote_stay_in_their_cell() -> None:
    assert read(table_bytes(Section("表", HEADS, (('a,"b"', 1),))))[1] == ['a,"b"', "1"]

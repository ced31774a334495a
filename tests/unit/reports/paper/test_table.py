"""Columns of a table: what is narrow stays whole where a smaller type makes room."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.document import Heading, Report, Section
from desktop.reports.paper.page import write_pdf
from tests.unit.reports.reading import page_texts

NAMES = ("欧阳慧兰", "刀莲莲", "单学培")


def printed(path: Path, days: int) -> str:
    columns = (Heading("姓名"), *(Heading(str(day), "centre") for day in range(1, days + 1)))
    rows = tuple((name, *("√晚" for _ in range(days))) for name in NAMES)
    write_pdf(
        Report("月矩阵", "示例中心", "2026年10月", (Section("就餐", columns, rows),), True), path, dt.date(2026, 11, 2)
    )
    return page_texts(path)[0]


def test_a_name_beside_as_many_columns_as_a_month_has_days_is_one_line(tmp_path: Path) -> None:
    words = printed(tmp_path / "matrix.pdf", 31)
    assert all(name in words for name in NAMES)


def test_where_nothing_makes_room_a_name_is_broken_and_nothing_of_it_lost(tmp_path: Path) -> None:
    words = printed(tmp_path / "wide.pdf", 70)
    assert all(sign in words for name in NAMES for sign in name)

"""The practice centre (演示中心): made-up people to learn with; whatever it shows or writes says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desktop.models import query
from desktop.models.database import is_open

SETTING, MARKED = "practice", "1"
# Papers are Chinese, whatever the language of the window.
WORD = "演示"
# What stands at the head of every printed sheet of a workbook.
SHEET_HEAD = "演示中心的资料，人和事都是编的"


def is_practice() -> bool:
    """Whether what is open is a practice centre; False where nothing is open."""
    return (
        is_open()
        and query.fetch_one("SELECT 1 FROM setting WHERE key = ? AND value = ?", [SETTING, MARKED]) is not None
    )


def mark_sheets(sheets: Iterable[Any]) -> None:
    """Say it at the head of every printed page of the sheets that xlsxwriter is about to write."""
    if is_practice():
        for sheet in sheets:
            sheet.set_header(f"&C{SHEET_HEAD}")

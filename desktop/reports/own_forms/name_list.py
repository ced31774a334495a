"""The names that a form may hold, with what they say of a month, as a workbook to copy from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.document import Heading, Report, Section
from desktop.core.progress import Progress
from desktop.reports.own_forms.names import Names, Value, words_of
from desktop.reports.paper.document import DASH, RenderResult
from desktop.reports.paper.workbook import write_xlsx
from desktop.reports.words import month_words

_NOTE = (
    "把名称连同双花括号抄进自己的 Excel 表格，可以夹在文字里。"
    "名单：在要重复的那一行写 {{#名单}}，同一行其他格写 {{.列名}}。"
)


def shown(value: Value) -> str | int | None:
    """A value as it is told: amounts and rates with all their digits, days as 2026-10-08."""
    return value if isinstance(value, int | None) else str(value)


def write_names(known: Names, path: Path, progress: Progress | None = None) -> RenderResult:
    """Write all names with their values of the month."""
    centre, today = str(known.values["centre.name"]), known.values["today"]
    assert isinstance(today, dt.date)
    values = tuple(
        (f"{{{{{name}}}}}", words_of(name), DASH if value is None else str(value))
        for name, value in known.values.items()
    )
    lists = tuple(
        (f"{{{{#{name}}}}}", "　".join(f"{{{{.{column}}}}}" for column in one.columns), len(one.rows))
        for name, one in known.lists.items()
    )
    report = Report(
        "自有表格可用的名称",
        centre,
        month_words(known.month),
        (
            Section("数字", (Heading("名称"), Heading("是什么"), Heading("本月的值", "right")), values, note=_NOTE),
            Section("名单", (Heading("名称"), Heading("可用的列"), Heading("本月行数", "right")), lists, note=_NOTE),
        ),
        boxes=(),
    )
    return write_xlsx(report, path, today, progress)

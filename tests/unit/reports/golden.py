"""The whole data of a report as lines that a person can read and a diff can show.

With GOLDEN=write in the environment the files are written anew; the diff is then to be read before it is committed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2] / "data" / "reports"
_MARKS = {"left": "", "centre": " ^", "right": " >"}


def lines_of(report: Any) -> Iterator[str]:
    """Heading, then every table with its columns (^ centred, > right), rows, totals (Σ), note and chart."""
    where = "横" if report.landscape else "竖"
    yield f"{report.title} · {report.centre} · {report.period} · {report.number or '无编号'} · {where}"
    for section in report.sections:
        yield ""
        yield f"## {section.title}"
        yield " | ".join(column.title + _MARKS[column.align] for column in section.columns)
        yield from (_row(row) for row in section.rows)
        if section.totals is not None:
            yield f"Σ {_row(section.totals)}"
        if section.note:
            yield f"注：{section.note}"
        if section.chart is not None:
            points = zip(section.chart.labels, section.chart.values, strict=True)
            yield "图：" + " ".join(f"{label}={_cell(value)}" for label, value in points)
            for part in section.chart.parts:
                yield f"小图 {part.name}：" + " ".join(map(_cell, part.values))


def agrees(report: Any, *name: str) -> bool:
    """Whether the report is, line by line, what the golden file of this name says; an error shows the difference."""
    path = ROOT.joinpath(*name).with_suffix(".txt")
    found = "\n".join(lines_of(report)) + "\n"
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found.splitlines() == path.read_text(encoding="utf-8").splitlines()
    return True


def _row(row: Sequence[object]) -> str:
    return " | ".join(_cell(cell) for cell in row)


def _cell(cell: object) -> str:
    # An amount shows its point, a number none, nothing a dash; a text that looks like one of them is quoted.
    if cell is None:
        return "—"
    if isinstance(cell, int | Decimal):
        return str(cell)
    text = str(cell)
    return f"“{text}”" if text in {"", "—"} or re.fullmatch(r"-?\d+(\.\d+)?", text) else text

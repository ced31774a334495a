"""Figures as a readable file: whatever a month's dataclasses hold, and what the command prints of it.

With GOLDEN=write in the environment the files are written anew; the diff is then to be read, number by number against
handbook section 4, before it is committed.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.core.figures.month import MonthFigures

ROOT = Path(__file__).parents[3] / "data" / "figures"
_WIDE = 160


def whole(figures: MonthFigures) -> Any:
    """Everything that the month's dataclasses hold, as JSON values; not what a property works out."""
    return _plain(asdict(figures))


def agrees(found: Any, name: str) -> bool:
    """Whether the JSON value is what the golden file of this name says; an error shows the difference."""
    path = ROOT / f"{name}.json"
    text = _written(found, 0) + "\n"
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()
    assert json.loads(text) == found
    return True


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        if value.keys() == {"year", "number"}:
            return f"{value['year']:04d}-{value['number']:02d}"
        return {_key(key): _plain(one) for key, one in value.items() if key != "behind"}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, dt.date | Decimal) else value


def _key(key: Any) -> str:
    return "/".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _written(value: Any, depth: int) -> str:
    # A line for what fits on one, and for each line of a list: a diff then shows the people it is about.
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) <= _WIDE or not value or not isinstance(value, dict | list) or "person" in value:
        return flat
    pad, end = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, list):
        return f"[{pad}{f',{pad}'.join(_written(one, depth + 1) for one in value)}{end}]"
    lines = (f"{json.dumps(key, ensure_ascii=False)}: {_written(one, depth + 1)}" for key, one in value.items())
    return f"{{{pad}{f',{pad}'.join(lines)}{end}}}"

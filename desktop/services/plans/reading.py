"""Indicators out of a TOML file: the shipped ones, and those that a director brings; an error names its line."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop.core.errors import FieldError
from desktop.core.files import storage_error
from desktop.core.paths import resource
from desktop.core.reasons import Reason
from desktop.services.plans.drafts import IndicatorDraft, Version, read
from desktop.services.writing.checks import Checks

_LINE = re.compile(r"line (\d+)")
_TEXTS = (
    "plan",
    "key",
    "name",
    "document",
    "clause",
    "page",
    "direction",
    "unit",
    "numerator",
    "denominator",
    "remark",
)
_TABLES = ("plan", "indicator")
_MOST = 1_000_000


@dataclass(frozen=True)
class LineError:
    """What is wrong with a file, and in which of its lines (from 1)."""

    line: int
    error: FieldError


@dataclass(frozen=True)
class Found:
    """What a file says: its indicators in order, or what keeps it from being read."""

    versions: tuple[Version, ...]
    errors: tuple[LineError, ...]


@cache
def shipped() -> tuple[Version, ...]:
    """The indicators that the program ships."""
    with resource("rules", "plans.toml").open(encoding="utf-8") as file:
        found = parse(file.read())
    assert not found.errors, found.errors
    return found.versions


def read_file(path: Path) -> Found:
    """What a file on disk says. Raises a StorageError where it cannot be read."""
    try:
        text = path.read_bytes()[:_MOST].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Found((), (LineError(line, FieldError("file", Reason.NOT_TOML)),))
    except OSError as error:
        raise storage_error(error, path) from error
    return parse(text)


def parse(text: str) -> Found:
    """What a text says, all of its errors with their lines."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        return Found((), (LineError(line, FieldError("file", Reason.NOT_TOML)),))
    where = _Lines(text)
    errors = [
        LineError(where.of(kind), FieldError(kind, Reason.UNKNOWN_WORD, kind)) for kind in told if kind not in _TABLES
    ]
    plans = {str(one.get("code", "")): one for one in _tables(told, "plan")}
    versions: list[Version] = []
    for at, said in enumerate(_tables(told, "indicator")):
        checks = Checks()
        version = _version(said, plans.get(str(said.get("plan", "")), {}), at, checks)
        errors += [LineError(where.of("indicator", at, one.name), one) for one in checks.errors]
        if not checks.errors:
            versions.append(version)
    errors += _twice(versions, where)
    if not told.get("indicator") and not errors:
        errors.append(LineError(1, FieldError("indicator", Reason.REQUIRED)))
    return Found(tuple(versions), tuple(sorted(errors, key=lambda one: one.line)))


def _version(said: Mapping[str, Any], plan: Mapping[str, Any], at: int, checks: Checks) -> Version:
    known = {*_TEXTS, "target", "per", "valid_from", "valid_to"}
    for name in said:
        if name not in known:
            checks.refuse(name, Reason.UNKNOWN_WORD, name)
    given = {"document": plan.get("document", ""), "valid_from": plan.get("valid_from", "")} | dict(said)
    draft = IndicatorDraft(unit="%", target=str(given.get("target", "")), per=str(given.get("per", 100)))
    for name in (one for one in _TEXTS if one in given):
        setattr(draft, name, _text(checks, name, given[name]))
    draft.valid_from, draft.valid_to = _day(given.get("valid_from", "")), _day(given.get("valid_to", ""))
    if not draft.key:
        checks.refuse("key", Reason.REQUIRED)
    return read(draft, checks, at)


def _text(checks: Checks, name: str, value: Any) -> str:
    if not isinstance(value, str):
        checks.refuse(name, Reason.BAD_TEXT)
        return ""
    return value


def _day(value: Any) -> str | dt.date:
    return value if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else str(value)


def _tables(told: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    found = told.get(kind, [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _twice(versions: list[Version], where: _Lines) -> Iterator[LineError]:
    seen = set()
    for one in versions:
        name = (one.plan, one.key, one.valid_from)
        if name in seen:
            yield LineError(where.of("indicator", one.position, "key"), FieldError("key", Reason.NAME_TAKEN, one.key))
        seen.add(name)


class _Lines:
    """Where the tables of a text begin and where in them a name stands."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._begins: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines, 1):
            head = re.match(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?", line)
            if head:
                self._begins.setdefault(head.group(1), []).append(number)

    def of(self, kind: str, at: int = 0, name: str = "") -> int:
        """The line of a name in the table at that place, else of the table, else of the kind, else the first."""
        begins = self._begins.get(kind, [])
        if at >= len(begins):
            return next((number for number, line in enumerate(self._lines, 1) if line.lstrip().startswith(kind)), 1)
        start = begins[at]
        for number in range(start + 1, len(self._lines) + 1):
            line = self._lines[number - 1].lstrip()
            if line.startswith("["):
                break
            if name and re.match(rf"[\"']?{re.escape(name)}[\"']?\s*=", line):
                return number
        return start

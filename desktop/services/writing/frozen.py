"""What closed months froze: the one place that writes and reads their documents, and compares every hash on reading.

The hash of a version is the SHA-256 over its month, number, origin, differences, the log's head and the SHA-256 of
each document, in the order of their kinds; so one document is proven without unpacking the others.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.core import canonical
from desktop.core.period import Month
from desktop.core.storage_errors import FrozenChanged
from desktop.models import query
from desktop.models.month import MonthDocument, MonthVersion
from desktop.services.writing import months
from desktop.services.writing.journal import Unit

CLOSED, FROZEN_LATER, CORRECTED = "closed", "frozen_later", "corrected"
FIGURES = "figures"
# What the documents of reports are called: this and the kind of the report.
REPORT = "report."
Head = tuple[str | None, int | None, int | None, str | None]


@dataclass(frozen=True)
class Version:
    """One version of a closed month; ``differences`` are (figure, before, now) of months frozen later (补冻)."""

    id: int
    month: Month
    number: int
    origin: str
    differences: tuple[tuple[str, Any, Any], ...]
    head: Head
    sha256: str
    made_at: str = ""

    @property
    def frozen_later(self) -> bool:
        """Whether the month was closed before documents were kept."""
        return self.origin == FROZEN_LATER


@dataclass(frozen=True)
class Packed:
    """A document as it is kept: compressed, with the SHA-256 of what it says."""

    content: bytes
    sha256: str


_COLUMNS = (
    "id, month, version, origin, differences, head_epoch, head_station, head_counter, head_sha256, sha256, created_at"
)


def latest(month: Month) -> Version | None:
    """The version of a month that holds; None while it has none."""
    sql = f"SELECT {_COLUMNS} FROM month_version WHERE month = ? ORDER BY version DESC LIMIT 1"
    row = query.fetch_one(sql, [str(month)])
    return _version(row) if row else None


def versions() -> list[Version]:
    """Every version of every month, oldest first."""
    return [_version(row) for row in query.fetch(f"SELECT {_COLUMNS} FROM month_version ORDER BY month, version")]


def numbered(month: Month, number: int) -> Version | None:
    """One version of a month; None when there is none of that number."""
    return next((one for one in versions() if (one.month, one.number) == (month, number)), None)


def kinds(version: Version) -> list[str]:
    """The kinds of a version's documents, in order. Raises FrozenChanged."""
    return sorted(_proven(version))


def without_documents() -> list[Month]:
    """The months that were closed before documents were kept, oldest first."""
    rows = query.fetch(
        "SELECT month FROM living_month WHERE state <> 'open'"
        " AND month NOT IN (SELECT month FROM month_version) ORDER BY month"
    )
    return [Month.parse(row[0]) for row in rows]


def without_codes() -> list[Version]:
    """The versions whose papers bear no code yet, oldest first."""
    known = set(query.fetch("SELECT DISTINCT month, version FROM living_report_code"))
    return [one for one in versions() if (str(one.month), one.number) not in known]


def incomplete() -> bool:
    """Whether a month that an earlier version of the program closed still lacks documents or codes."""
    return bool(without_documents() or without_codes())


def pack(documents: Mapping[str, bytes]) -> dict[str, Packed]:
    """Documents (kind → canonical JSON) as ``store`` keeps them: done before anybody has to wait for the lock."""
    return {kind: Packed(zlib.compress(content, 9), _sha256(content)) for kind, content in documents.items()}


def store(
    unit: Unit,
    month: Month,
    documents: Mapping[str, Packed],
    head: Head,
    origin: str = CLOSED,
    differences: Sequence[tuple[str, Any, Any]] = (),
) -> Version:
    """Keep the documents by kind of the month's next version."""
    before = query.count("SELECT max(version) FROM month_version WHERE month = ?", [str(month)])
    digests = {kind: one.sha256 for kind, one in documents.items()}
    told = json.dumps(differences, ensure_ascii=False, separators=(",", ":"))
    row = MonthVersion(month=str(month), version=before + 1, origin=origin, differences=told)
    row.head_epoch, row.head_station, row.head_counter, row.head_sha256 = head
    row.sha256 = _seal((str(month), before + 1, origin, told, *head), digests)
    unit.add(row)
    for kind, one in documents.items():
        query.insert(MonthDocument, {"version_id": row.id, "kind": kind, "content": one.content, "sha256": one.sha256})
    return Version(row.id, month, before + 1, origin, tuple(differences), head, row.sha256, row.created_at)


def document(version: Version, kind: str) -> bytes | None:
    """A document, proven against the version's hash; None where the program of that time kept none of this kind.

    Raises FrozenChanged.
    """
    if kind not in _proven(version):
        return None
    row = query.fetch_one(
        "SELECT content, sha256 FROM month_document WHERE version_id = ? AND kind = ?", [version.id, kind]
    )
    assert row is not None
    try:
        content = zlib.decompress(row[0])
    except zlib.error as error:
        raise FrozenChanged(str(version.month)) from error
    if _sha256(content) != row[1]:
        raise FrozenChanged(str(version.month))
    return content


def figures(month: Month) -> dict[str, Any] | None:
    """The figures that a closed month froze; None for one that is open. Raises FrozenChanged."""
    version = latest(month)
    if version is not None:
        content = document(version, FIGURES)
        return None if content is None else dict(canonical.read_line(content))
    row = query.fetch_one("SELECT figures, sha256 FROM living_month WHERE month = ? AND state <> 'open'", [str(month)])
    if row is None:
        return None
    if hashlib.sha256(row[0].encode()).hexdigest() != row[1]:
        raise FrozenChanged(str(month))
    found: dict[str, Any] = json.loads(row[0])
    # Version 0.1 kept the roster among the figures, by numbers that mean nothing elsewhere.
    found.pop("roster", None)
    return found


def fits(about: Sequence[object], sha256: str, documents: Sequence[tuple[str, bytes, str]]) -> bool:
    """Whether a version's hash stands for these documents (kind, content, SHA-256), in whatever store they lie."""
    try:
        whole = all(_sha256(zlib.decompress(content)) == digest for _, content, digest in documents)
    except zlib.error:
        return False
    return whole and _seal(about, {kind: digest for kind, _, digest in documents}) == sha256


def stands_for(about: Sequence[object], sha256: str, digests: Mapping[str, str]) -> bool:
    """Whether a version's hash stands for documents of these SHA-256 by kind; ``about`` as ``told_of`` says it."""
    return _seal(about, digests) == sha256


def told_of(version: Version) -> tuple[object, ...]:
    """What the hash of a version stands for beside its documents, as it is kept."""
    row = query.fetch_one("SELECT differences FROM month_version WHERE id = ?", [version.id])
    return (str(version.month), version.number, version.origin, row[0] if row else "", *version.head)


def prove(version: Version) -> None:
    """Read every document of a version; raises FrozenChanged."""
    for kind in _proven(version):
        document(version, kind)


def require_all_whole() -> int:
    """How many months are closed; FrozenChanged names the first that no longer fits its hash."""
    for version in versions():
        prove(version)
    closed = months.closed_months()
    for month in closed:
        figures(Month.parse(month))
    return len(closed)


def _proven(version: Version) -> Mapping[str, str]:
    """The kinds of its documents with their SHA-256, which the version's own hash stands for."""
    rows = query.fetch("SELECT kind, sha256 FROM month_document WHERE version_id = ?", [version.id])
    digests: dict[str, str] = dict(rows)
    if not stands_for(told_of(version), version.sha256, digests):
        raise FrozenChanged(str(version.month))
    return digests


def _version(row: Sequence[Any]) -> Version:
    try:
        differences = tuple((figure, before, now) for figure, before, now in json.loads(row[4]))
    except ValueError as error:
        raise FrozenChanged(row[1]) from error
    return Version(row[0], Month.parse(row[1]), row[2], row[3], differences, (row[5], row[6], row[7], row[8]), *row[9:])


def _seal(about: Sequence[object], digests: Mapping[str, str]) -> str:
    return _sha256(canonical.line([*about, sorted(digests.items())]))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

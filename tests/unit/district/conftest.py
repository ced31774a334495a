"""Files of a district as the store takes them: what the program reads of a file, without the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from desktop.core.period import Month
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.writing import frozen
from desktop.sync.format import ClosedHead, Manifest

SEPTEMBER = Month(2026, 9)


@dataclass
class Brought:
    """A file that was proven, as far as the store asks."""

    manifest: Manifest
    parts: Mapping[str, list[dict[str, Any]]]
    figures: list[dict[str, Any]] = field(default_factory=list)
    sha256: str = "f" * 64

    @property
    def members(self) -> dict[str, object]:
        return {f"{name}.jsonl": None for name in self.parts}

    def rows(self, kind: str) -> list[dict[str, Any]]:
        return self.parts.get(kind, [])


def manifest(number: str = "530114", period: str = "2026-09", closed: Mapping[str, int] | None = None, **more: Any):
    """The manifest of a file; ``closed``: months and their newest version, those before it are named too."""
    told = {"format": 3, "schema": "0066", "program": "1", "centre_name": f"中心{number}", "sequence": 1}
    told |= {"created_at": "2026-10-03 09:30:00", "previous_sha256": "", "parts": ()} | more
    heads = [
        ClosedHead(month, version, f"{version:064x}", None)
        for month, newest in (closed or {}).items()
        for version in range(1, newest + 1)
    ]
    kind = "full" if period == "full" else "month"
    return Manifest(kind=kind, period=period, centre_number=number, closed=tuple(heads), **told)


@pytest.fixture
def closed_documents(actor) -> Callable[[], list[dict[str, Any]]]:
    """Closes September and gives its documents as a file carries them."""
    import json

    def close() -> list[dict[str, Any]]:
        month_close.close(actor, SEPTEMBER, reports_of, "无")
        version = frozen.latest(SEPTEMBER)
        return [
            {"month": "2026-09", "version": 1, "kind": kind, "content": json.loads(frozen.document(version, kind))}
            for kind in frozen.kinds(version)
        ]

    return close

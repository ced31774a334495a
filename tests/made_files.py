"""Sync files made row by row, of any centre and month, for whoever receives them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from desktop.core import canonical
from desktop.models.migrate import latest_schema
from desktop.sync import values
from desktop.sync.container import member, pack
from desktop.sync.format import FIGURES, FULL, MANIFEST, PARTS, ClosedHead, LogHead, Manifest, Part, PartEntry

Row = dict[str, Any]
_PART = {part.kind: part for part in PARTS}
_BARE: Mapping[str, Any] = {"text": "", "number": 0, "truth": False, "day": "2026-10-05", "month": "2026-10"}
HASH = "0" * 64


@dataclass
class MadeFile:
    """What a file says of itself; ``rows`` are given by part, as ``row`` makes them."""

    centre: str = "530114"
    name: str = "甲中心"
    period: str = "2026-10"
    epoch: str = "20260101T000000Z-00000000"
    sequence: int = 1
    state: str = "closed"
    version: int = 1
    rows: dict[str, Sequence[Row]] = field(default_factory=dict)
    figures: list[Row] = field(default_factory=list)
    format: int = 2
    created_at: str = "2026-11-02 09:30:00"

    def content(self) -> bytes:
        """The file, byte for byte."""
        rows = dict(self.rows)
        if self.period != FULL:
            rows.setdefault("months", [row("months", month=self.period, state=self.state, version=self.version)])
        packed = [self._part(part, rows.get(part.kind, ())) for part in PARTS]
        packed.append(_packed(FIGURES, canonical.line(self.figures), len(self.figures)))
        manifest = Manifest(
            format=self.format,
            schema=latest_schema(),
            program="0.1.0",
            centre_number=self.centre,
            centre_name=self.name,
            kind=FULL if self.period == FULL else "month",
            period=self.period,
            sequence=self.sequence,
            created_at=self.created_at,
            previous_sha256=HASH if self.sequence > 1 else "",
            parts=tuple(entry for entry, _ in packed),
            **self._heads(),
        )
        out = io.BytesIO()
        members = [(MANIFEST, canonical.line(manifest.as_json()))]
        members += [(entry.name, content) for entry, content in packed]
        pack([member(name, content) for name, content in members], out)
        return out.getvalue()

    def write(self, folder: Path) -> Path:
        """The file under the name that a program would give it."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"SZ-{self.centre}-{self.period}-{self.sequence:04d}.shizhu"
        path.write_bytes(self.content())
        return path

    def _heads(self) -> dict[str, Any]:
        if self.format == 1:
            return {}
        closed = () if self.state == "open" or self.period == FULL else (self._closed(),)
        return {"log": LogHead(self.epoch, 1, self.sequence, HASH), "closed": closed}

    def _closed(self) -> ClosedHead:
        return ClosedHead(self.period, self.version, HASH, None)

    def _part(self, part: Part, rows: Sequence[Row]) -> tuple[PartEntry, bytes]:
        lines = sorted((dict(one) for one in rows), key=lambda one: str(one["uid"]))
        return _packed(part.name, b"".join(map(canonical.line, lines)), len(lines))


def row(kind: str, key: str = "", **given: Any) -> Row:
    """A row of a part with what is given and nothing else; ``key`` names it for ever."""
    made = {name: _bare(told) for name, told in values.kinds_of(_PART[kind]).items()}
    made["voided_at"] = None
    return made | {"uid": uid(kind, key)} | given


def uid(kind: str, key: str = "") -> str:
    """The uid that ``row`` gives to a key."""
    return str(uuid5(NAMESPACE_URL, f"{kind}/{key}"))


def _bare(told: str) -> Any:
    if told.endswith("?"):
        return None
    if told.endswith("-"):
        return ""
    return _BARE[told] if told in _BARE else min(values.CODES[told])


def _packed(name: str, content: bytes, count: int) -> tuple[PartEntry, bytes]:
    return PartEntry(name, count, len(content), hashlib.sha256(content).hexdigest()), content

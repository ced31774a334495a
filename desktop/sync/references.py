"""Whether the records of a file refer to records that are in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.sync.format import FROZEN_TOO, FULL, PARTS, Manifest

# What every record is found by in its own file; parts come after what they refer to.
_ALWAYS = {"resident": "residents", "bed": "beds", "rule": "subsidy_rules"}
# A month's file has the visits of these; a risk or a service may come of a visit in an earlier file.
_VISITS = "visits"
_OF_VISITS = {"visit": _VISITS}
_WITH_VISIT = frozenset({"visitors", "visit_needs"})
# A full file may have millions of visits and meals: what names no other part is not held.
_KEPT = frozenset({"residents", "beds", "subsidy_rules"})
_LATER = {"meals": frozenset({"rule"})}


class References:
    """Collects the uids of the parts that others refer to, part after part."""

    def __init__(self, manifest: Manifest) -> None:
        # Earlier formats were written by programs that promised less.
        self._asked = manifest.format >= FROZEN_TOO
        self._month = manifest.kind != FULL
        self._known: dict[str, set[bytes]] = {}
        self._of = {part.kind: self._targets(part.kind, part.keys) for part in PARTS}

    def take(self, kind: str, row: Mapping[str, Any]) -> bool:
        """Remember the row where others refer to it; False when it refers to one that is not in the file."""
        if not self._asked:
            return True
        if kind in _KEPT or (kind == _VISITS and self._month):
            self._known.setdefault(kind, set()).add(row["uid"].encode())
        return all(
            row[key] is None or row[key].encode() in self._known.get(target, ()) for key, target in self._of[kind]
        )

    def _targets(self, kind: str, keys: frozenset[str]) -> list[tuple[str, str]]:
        found = {key: target for key, target in _ALWAYS.items() if key in keys}
        if kind in _WITH_VISIT and self._month:
            found |= _OF_VISITS
        return [(key, target) for key, target in found.items() if key not in _LATER.get(kind, ())]

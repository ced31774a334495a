"""What the district's last report of a month counted, kept in its folder, so that the next one tells what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core import canonical, files
from desktop.core.figures.series import Unit, unit_of
from desktop.core.period import Month
from desktop.district.answers import Found

_FOLDER = "reported"
# By centre: its version, the hash of that, its figures.
Kept = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Mended:
    """A centre that counts otherwise than last time: versions (0: it did not count), and a figure that changed."""

    month: str
    centre: str
    before: int
    now: int
    figure: str = ""
    number_before: int | None = None
    number_now: int | None = None

    @property
    def unit(self) -> Unit:
        """What the figure is told in."""
        return unit_of(self.figure)


@dataclass(frozen=True)
class Since:
    """Everything that changed since the last report."""

    mended: tuple[Mended, ...] = ()


def changed(folder: Path, found: Found) -> Since:
    """What the centres' papers of this month say otherwise than at its last report."""
    before = _before(_read(_place(folder, found.month)), found)
    return Since() if before is None else Since(tuple(_differences(str(found.month), before, _kept(found))))


def remember(folder: Path, found: Found) -> None:
    """Keep what this report counted; written once more, it tells of the same last time."""
    path = _place(folder, found.month)
    kept = {"sha256": found.sha256, "now": _kept(found), "before": _before(_read(path), found)}
    files.keep(path, canonical.line(kept))


def _before(kept: Mapping[str, Any] | None, found: Found) -> Kept | None:
    if kept is None:
        return None
    last: Kept | None = kept["before"] if kept["sha256"] == found.sha256 else kept["now"]
    return last


def _kept(found: Found) -> Kept:
    return {
        one.number: {"name": one.name, "version": one.version, "sha256": one.sha256, "figures": dict(one.figures)}
        for one in found.centres
        if one.counts
    }


def _differences(month: str, before: Kept, now: Kept) -> Iterator[Mended]:
    nothing: Mapping[str, Any] = {"version": 0, "sha256": "", "figures": {}}
    for number in sorted(before.keys() | now.keys()):
        old, new = before.get(number, nothing), now.get(number, nothing)
        if (old["version"], old["sha256"]) == (new["version"], new["sha256"]):
            continue
        name = f"{number} {new.get('name') or old.get('name')}"
        about = (month, name, old["version"], new["version"])
        moved = [
            (figure, old["figures"].get(figure), new["figures"].get(figure))
            for figure in dict.fromkeys((*new["figures"], *old["figures"]))
            if old["version"] and new["version"] and old["figures"].get(figure) != new["figures"].get(figure)
        ]
        yield from (Mended(*about, *one) for one in moved or [("", None, None)])


def _place(folder: Path, month: Month) -> Path:
    return folder / _FOLDER / f"{month}.json"


def _read(path: Path) -> Mapping[str, Any] | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # Nothing was reported yet; what is not whole says nothing of last time.
        return None
    return found if isinstance(found, dict) and found.keys() == {"sha256", "now", "before"} else None

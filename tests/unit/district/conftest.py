"""Files of a district as the store takes them, without the file; a district's folder with two centres."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from desktop.core import canonical, clock
from desktop.core.answers import NumbersWanted
from desktop.core.period import Month
from desktop.district import derived, enrolling, folder
from desktop.district.catalogue import Accepted
from desktop.district.desk import Desk
from desktop.district.folder import District, DistrictFolder
from desktop.district.opening import opened
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.writing import frozen
from desktop.sync.container import Member, member
from desktop.sync.format import PARTS, ClosedHead, Manifest, PartEntry
from desktop.sync.judging import Judge
from desktop.sync.read import SyncFile
from desktop.sync.receipt import RefusedRow

SEPTEMBER = Month(2026, 9)
NOW = dt.datetime(2026, 11, 3, 9, 0)


@dataclass
class Brought:
    """A file that was proven, as far as the store asks."""

    told: Manifest
    parts: Mapping[str, list[dict[str, Any]]]
    figures: list[dict[str, Any]] = field(default_factory=list)
    sha256: str = "f" * 64

    @property
    def manifest(self) -> Manifest:
        names = [part.kind for part in PARTS]
        entries = (PartEntry(f"{name}.jsonl", len(self.parts.get(name, ())), 0, "") for name in names)
        return replace(self.told, parts=tuple(entries))

    @property
    def members(self) -> dict[str, Member]:
        names = {*(part.kind for part in PARTS), *self.parts}
        return {f"{name}.jsonl": member(name, b"".join(map(canonical.line, self.rows(name)))) for name in names}

    @property
    def refused(self) -> tuple[RefusedRow, ...]:
        judge = Judge(self.told.created_at)
        for part in PARTS:
            for row in self.rows(part.kind):
                judge.see(part.kind, row)
        return judge.refused

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


@pytest.fixture
def then() -> Iterator[None]:
    """The district lives on Tuesday 2026-11-03 at 09:00."""
    with clock.standing_at(NOW):
        yield


@pytest.fixture
def place(then: None, tmp_path: Path) -> DistrictFolder:
    """The folder of a district."""
    made = DistrictFolder(tmp_path / "district")
    folder.make(made, District("呈贡区民政局", "530114", NumbersWanted.FULL))
    return made


@pytest.fixture
def desk(place: DistrictFolder) -> Iterator[Desk]:
    """The same, open, with the centres 530114 and 530115."""
    with opened(place) as found:
        enrolling.register(found, "530114", "甲中心")
        enrolling.register(found, "530115", "乙中心")
        yield found


@pytest.fixture
def derived_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is derived is one file for each period, so that one sees of which file it is."""

    def path(place: DistrictFolder, centre: str, period: str) -> Path:
        return place.store / f"{centre}-{period}"

    def put(place: DistrictFolder, row: Accepted, found: SyncFile) -> None:
        rows = [one for part in found.manifest.parts[:-1] for one in found.rows(part.name.removesuffix(".jsonl"))]
        path(place, row.centre, row.period).write_text(f"{row.sha256} {rows}")

    def drop(place: DistrictFolder, centre: str, period: str) -> None:
        path(place, centre, period).unlink(missing_ok=True)

    def clear(place: DistrictFolder) -> None:
        for one in place.store.iterdir():
            one.unlink()

    for made in (put, drop, clear):
        monkeypatch.setattr(derived, made.__name__, made)

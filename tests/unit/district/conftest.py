"""A district's folder with two centres that hand in open files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core import clock
from desktop.core.answers import NumbersWanted
from desktop.district import derived, enrolling, folder
from desktop.district.catalogue import Accepted
from desktop.district.desk import Desk
from desktop.district.folder import District, DistrictFolder
from desktop.district.opening import opened
from desktop.sync.read import SyncFile

NOW = dt.datetime(2026, 11, 3, 9, 0)


@pytest.fixture(autouse=True)
def then() -> Iterator[None]:
    """The district lives on Tuesday 2026-11-03 at 09:00."""
    with clock.standing_at(NOW):
        yield


@pytest.fixture
def place(tmp_path: Path) -> DistrictFolder:
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

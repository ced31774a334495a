"""Three stations of one centre, each with a folder of its own; one at a time is the open one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.core.paths import DataFolder
from desktop.exchange import stations
from desktop.exchange.out import out
from desktop.exchange.taking import Taken, take
from desktop.models import query
from desktop.services.centre import accounts, centres
from desktop.services.writing.actor import Actor


class Stations:
    """The folders of the stations by number, and files between them."""

    def __init__(self, root: Path, first: DataFolder) -> None:
        self.root = root
        self.folders = {1: first}
        self._files = 0

    @contextmanager
    def at(self, number: int) -> Iterator[Actor]:
        """Work at one station, as whoever sits there; the station that was open before is open again afterwards."""
        centres.close_centre()
        centres.open_centre(self.folders[number])
        (director,) = query.ids("SELECT id FROM living_staff ORDER BY id LIMIT 1")
        yield accounts.actor_of(director, "主任甲", accounts.station_number())
        centres.close_centre()

    def give(self) -> int:
        """Another station."""
        with self.at(1) as actor:
            number, path = stations.give(actor, self.root / "stick")
        folder = DataFolder(self.root / f"station-{number}")
        assert stations.join(path, folder) == number
        centres.close_centre()
        self.folders[number] = folder
        return number

    def out(self, number: int) -> Path:
        """A file of a station."""
        self._files += 1
        with self.at(number) as actor:
            return out(actor, self.root / f"out-{self._files}").path

    def carry(self, giver: int, taker: int) -> Taken:
        """What one station has, taken in by another."""
        path = self.out(giver)
        with self.at(taker) as actor:
            return take(actor, path)


@pytest.fixture
def two(actor: Actor, folder: DataFolder, tmp_path: Path, now: dt.datetime) -> Callable[..., Stations]:
    """Two stations, made when asked for: what was recorded before is in both."""

    def make(count: int = 2) -> Stations:
        made = Stations(tmp_path, folder)
        for _ in range(count - 1):
            made.give()
        return made

    return make

"""What every room of a district's window is given: the folder, who it is, and the ways to ask it.

Each asking opens the folder for itself, so that any thread may ask, and the engine is loaded when figures are asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar

from desktop.core import clock
from desktop.core.district_errors import EngineMissing
from desktop.core.errors import ShizhuError
from desktop.core.period import Month
from desktop.district import enrolling, figures
from desktop.district.answers import Centre, Engine, Found
from desktop.district.desk import Desk
from desktop.district.folder import District, DistrictFolder
from desktop.district.opening import opened
from desktop.ui.answer import answer
from desktop.ui.frame.preferences import Preferences

T = TypeVar("T")
# Who handed in what a month's figures are made of.
_Standing = tuple[tuple[str, ...], ...]


@dataclass
class OfficePreferences(Preferences):
    """What this office likes besides: where receipts and reports were written, and files were taken from, last."""

    receipts_folder: str = ""
    reports_folder: str = ""
    intake_folder: str = ""


@dataclass(frozen=True)
class Stood:
    """How each centre stands in some months, and since when it is on the list.

    ``missing`` is the engine that would say who was in time.
    """

    months: tuple[Month, ...]
    centres: tuple[tuple[Centre, ...], ...]
    since: Mapping[str, str]
    missing: ShizhuError | None = None


class Office:
    """A district's folder in a window."""

    def __init__(self, place: DistrictFolder, district: District, likes: OfficePreferences) -> None:
        self.place, self.district, self.likes = place, district, likes
        # The last month that is over: of the one before it, everybody has handed in or is late.
        self.month = Month.of(clock.today()).shifted(-1)
        self._known: dict[Month, tuple[_Standing, Found]] = {}
        self._lock = Lock()

    def ask(self, call: Callable[[Desk], T]) -> T:
        """Ask the folder something, or let something be done in it."""
        with opened(self.place) as desk:
            return call(desk)

    def stood(self, months: Sequence[Month]) -> Stood:
        """How each centre stands in these months; who was in time is known to the engine alone."""
        since = self.ask(lambda desk: {one.number: one.enrolled_at for one in desk.catalogue.centres()})
        told = answer(lambda: tuple(self._states(month) for month in months))
        if isinstance(told, EngineMissing):
            known = self.ask(lambda desk: tuple(_from_catalogue(desk, one) for one in months))
            return Stood(tuple(months), known, since, told)
        if isinstance(told, ShizhuError):
            raise told
        return Stood(tuple(months), told, since)

    def found(self, month: Month) -> Found:
        """The figures of a month; counted once as long as nothing comes in."""
        with self._lock:
            standing, names = self.ask(_standing)
            if month not in self._known or self._known[month][0] != standing:
                with figures.counting(self.place.root, month, Engine.DUCKDB) as engine:
                    counted = figures.figures_of(figures.ask(engine, month), month, names)
                self._known[month] = standing, counted
            return self._known[month][1]

    def remember(self, what: str, folder: Path) -> None:
        """Begin in this folder the next time."""
        setattr(self.likes, what, str(folder))
        self.likes.save()

    def _states(self, month: Month) -> tuple[Centre, ...]:
        names = self.ask(_names)
        with figures.counting(self.place.root, month, Engine.DUCKDB) as engine:
            return figures.states(engine, month, names)


def _names(desk: Desk) -> dict[str, str]:
    return {one.number: one.name for one in desk.catalogue.centres()}


def _standing(desk: Desk) -> tuple[_Standing, dict[str, str]]:
    names = _names(desk)
    accepted = ((one.centre, one.period, one.sha256) for one in desk.catalogue.all_accepted())
    return (*names.items(), *accepted), names


def _from_catalogue(desk: Desk, month: Month) -> tuple[Centre, ...]:
    found = []
    for one in enrolling.standing(desk, month):
        made = Centre(one.centre.number, one.centre.name, one.state, month)
        found.append(made)
    return tuple(found)

"""A centre to write into: fixtures that every test may use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import argon2
import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.paths import DataFolder
from desktop.core.person.identity import check_character
from desktop.models import query
from desktop.services.canteen import price_edits
from desktop.services.centre import accounts, centres, cut_short, passwords
from desktop.services.centre.centres import CentreDraft
from desktop.services.residents import forms as resident_forms
from desktop.services.residents.drafts import FlagDraft, ResidentDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from tests.disks import mounted_at
from tests.made_once import copied

NOW = dt.datetime(2026, 10, 21, 11, 30)
# A hash as the program makes it takes a fifth of a second; tests are not about guessing passwords.
REAL_HASHER = passwords._hasher
QUICK = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(autouse=True, scope="session")
def quick_hashes() -> Iterator[None]:
    """Passwords are hashed with parameters that cost nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", lambda: QUICK)
        yield


@pytest.fixture(autouse=True)
def begun() -> Iterator[None]:
    """A program that begins knows nothing of what another start found."""
    cut_short.forget()
    yield
    cut_short.forget()


@pytest.fixture
def now() -> Iterator[dt.datetime]:
    """The program lives on Wednesday 2026-10-21 at 11:30."""
    with clock.standing_at(NOW):
        yield NOW


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """An empty data folder."""
    return DataFolder(tmp_path / "data")


@pytest.fixture
def actor(folder: DataFolder, now: dt.datetime) -> Iterator[Actor]:
    """The director of a new, empty, open centre."""
    copied("director", _empty_centre, folder)
    centres.open_centre(folder)
    (director,) = query.ids("SELECT id FROM living_staff")
    yield accounts.actor_of(director, "主任甲", accounts.station_number())
    centres.close_centre()


def _empty_centre(folder: DataFolder) -> None:
    centres.initialise(folder, CentreDraft("示例中心", "530114", "chenggong", "呈贡区", "主任甲"))
    centres.close_centre()


@pytest.fixture
def clerk(actor: Actor) -> Actor:
    """Somebody at the front desk of the same centre."""
    return Actor(None, "前台乙", "clerk", actor.station)


@pytest.fixture
def person(actor: Actor) -> Callable[..., int]:
    """Make a resident: ``person("王芳", born="1944-03-05", flags=[...])`` → id."""
    made = iter(range(50, 499))

    def make(name: str = "王芳", born: str = "1944-03-05", sex: str = "female", **fields: object) -> int:
        flags = [
            FlagDraft(kind) if isinstance(kind, str) else FlagDraft(*kind)
            for kind in fields.pop("flags", [])  # type: ignore[attr-defined]
        ]
        given = {"id_number": id_number(born, sex, next(made)), "community": "前卫社区", **fields}
        draft = ResidentDraft(name=name, born_on=born, sex=sex, flags=flags, **given)  # type: ignore[arg-type]
        return resident_forms.save(actor, draft)

    return make


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of eight megabytes, where this machine lets us have one."""
    yield from mounted_at(tmp_path / "small")


@pytest.fixture
def canteen_prices(actor: Actor) -> None:
    """Lunch 15, dinner 12; 3 yuan from 60, 5 from 80, 8 with 低保 or 特困."""
    day = dt.date(2026, 10, 1)
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        price_edits.store_price(unit, day, "lunch", 1500)
        price_edits.store_price(unit, day, "dinner", 1200)
        poor = ("minimum_living", "destitute_home", "destitute_institution")
        price_edits.store_subsidies(unit, day, [(60, (), 300), (80, (), 500), (None, poor, 800)])


def id_number(born: str, sex: str, serial: int) -> str:
    """A number with the right check digit in a division that never was."""
    order = serial * 2 + (sex == "male")
    body = f"539901{born.replace('-', '')}{order:03d}"
    return body + check_character(body)

"""The practice centre lies apart, stands whole or not at all, and begins anew as it began."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.answers import BackupReason
from desktop.core.errors import Cancelled, NotAllowed
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.storage_errors import StorageTrouble
from desktop.core.trade import Role
from desktop.demo import practice as making
from desktop.demo.centre import demo_centre
from desktop.models import query
from desktop.services.centre import centres, practice
from desktop.services.centre.centres import CentreDraft
from desktop.services.keeping import backups
from desktop.services.residents import forms
from desktop.services.residents.forms import ResidentDraft
from desktop.services.writing.actor import Actor
from tests.conftest import id_number

DRAFT = CentreDraft("示例中心（演示）", "539901", "chenggong", "演示区", "主任甲", practice=True)

SOMEBODY = ResidentDraft(name="王芳", id_number=id_number("1944-03-05", "female", 7), community="前卫社区")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a child would make in half a minute: an empty practice centre with its backup."""

    def build(home: Path, progress: Progress) -> Path:
        progress.check()
        fresh = DataFolder(home / "anew" / "data")
        return _made(fresh)

    monkeypatch.setattr(making, "_build", build)


def _made(folder: DataFolder) -> Path:
    centres.initialise(folder, DRAFT)
    backup = backups.back_up(folder, BackupReason.MANUAL).path
    centres.close_centre()
    return backup


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A backup of a practice centre in which nothing was done."""
    return _made(DataFolder(tmp_path / "real-practice" / "anew" / "data"))


@pytest.fixture
def desk(tmp_path: Path, fresh: Path) -> Iterator[tuple[DataFolder, Actor]]:
    """A practice centre in which somebody practised."""
    folder = DataFolder(tmp_path / "real").practice
    actor = centres.initialise(folder, DRAFT)
    forms.save(actor, SOMEBODY)
    (folder.drafts / "form.json").write_text("{}", encoding="utf-8")
    yield folder, actor
    centres.close_centre()


def test_it_lies_beside_the_own_data_and_never_within(tmp_path: Path) -> None:
    own = DataFolder(tmp_path / "real")
    assert own.practice.root == tmp_path / "real-practice" / "data"
    assert not own.practice.root.is_relative_to(own.root)


def test_it_is_marked_in_its_own_data_and_nothing_else_is(desk: tuple[DataFolder, Actor], tmp_path: Path) -> None:
    assert practice.is_practice()
    centres.close_centre()
    assert not practice.is_practice()
    centres.initialise(DataFolder(tmp_path / "own"), CentreDraft("示例中心", "530114", "chenggong", "", "主任甲"))
    assert not practice.is_practice()


def test_its_number_is_none_that_a_district_ever_gave() -> None:
    # No district enrols it, and a file of a centre that is not enrolled is refused.
    assert demo_centre().number.startswith("5399")


def test_begun_anew_nothing_of_what_was_practised_is_left(desk: tuple[DataFolder, Actor], fresh: Path) -> None:
    folder, actor = desk
    assert query.count("SELECT count(*) FROM living_resident") == 1
    making.begin_anew(actor, folder, fresh)
    assert query.count("SELECT count(*) FROM living_resident") == 0
    assert practice.is_practice()
    assert not list(folder.root.glob("replaced-*")) and not list(folder.backups.iterdir())
    assert not list(folder.drafts.iterdir())
    assert not fresh.exists()


def test_an_own_centre_is_never_begun_anew(actor: Actor, folder: DataFolder, person, fresh_copy: Path) -> None:
    person("王芳")
    with pytest.raises(LookupError):
        making.begin_anew(actor, folder, fresh_copy)
    assert query.count("SELECT count(*) FROM living_resident") == 1


@pytest.fixture
def fresh_copy(tmp_path: Path) -> Path:
    return tmp_path / "anything.db"


def test_only_who_may_restore_begins_anew(desk: tuple[DataFolder, Actor], fresh: Path) -> None:
    folder, actor = desk
    with pytest.raises(NotAllowed):
        making.begin_anew(Actor(actor.staff_id, actor.name, Role.CLERK, 1), folder, fresh)
    assert query.count("SELECT count(*) FROM living_resident") == 1


def test_it_is_made_once(tmp_path: Path, built: None) -> None:
    own = DataFolder(tmp_path / "real")
    assert not making.is_there(own)
    made = making.make(own, Progress())
    assert making.is_there(own) and made == own.practice
    first = made.database.stat().st_mtime_ns
    assert making.make(own, Progress()) == made
    assert made.database.stat().st_mtime_ns == first
    assert not (made.root.parent / "anew").exists()


def test_cancelled_nothing_of_it_stands(tmp_path: Path) -> None:
    own, progress = DataFolder(tmp_path / "real"), Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        making.make(own, progress)
    assert not making.is_there(own)
    assert not list(own.practice.root.parent.iterdir())


def test_a_child_that_cannot_make_it_says_why(tmp_path: Path) -> None:
    own = DataFolder(tmp_path / "real")
    # Something else lies where it would be made.
    place = own.practice.root.parent / "anew"
    place.mkdir(parents=True)
    (place / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(StorageTrouble) as told:
        making.make(own, Progress())
    assert "anew" in told.value.detail
    assert (place / "letter.txt").read_text(encoding="utf-8") == "x"


@pytest.mark.nightly
def test_made_twice_it_begins_alike(tmp_path: Path) -> None:
    own = DataFolder(tmp_path / "real")
    making.make(own, Progress())
    first = _counts(own.practice.database)
    assert first["resident"] > 500 and first["setting"] > 0
    centres.open_centre(own.practice)
    director = Actor(1, "段春梅", Role.DIRECTOR, 1)
    forms.save(director, SOMEBODY)
    making.begin_anew(director, own.practice, making.prepare(own.practice, Progress()))
    centres.close_centre()
    again = _counts(own.practice.database)
    # The restore itself stands in the log and begins an epoch.
    for counts in (first, again):
        counts.pop("change_log")
        counts.pop("log_epoch", None)
    assert again == first


def _counts(database: Path) -> dict[str, int]:
    store = sqlite3.connect(database)
    tables = [
        name
        for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    ]
    found = {name: store.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    store.close()
    return found

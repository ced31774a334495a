"""Full, read-only, locked, newer, damaged: the right error from the services, and nothing lost."""

import os
import shutil
import sqlite3
import threading
from contextlib import closing

import pytest

from desktop.core import drives
from desktop.core.errors import StorageError
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.storage_errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DiskFull,
    FolderOnNetwork,
    FolderReadOnly,
    OnlyLooking,
)
from desktop.core.trade import Role
from desktop.models import driver, query
from desktop.models.database import close_thread, integrity_problems, is_open, only_looking
from desktop.services import figures
from desktop.services.canteen import meals as canteen
from desktop.services.canteen import scanning
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.keeping import backups, restoring, startup
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.writing.actor import Actor
from tests.disks import fill, make_room, moved_to, seal_off


def meals():
    return query.count("SELECT count(*) FROM meal")


def fill_up(actor, people, limit=2000):
    """Record meals until the disk is full; how many were acknowledged."""
    done = 0
    for day in range(1, 20):
        for one in people:
            canteen.save(actor, canteen.MealDraft(one, f"2026-10-{day:02d}", "", "lunch", "dine_in", "备注" * 200))
            done += 1
            assert done < limit
    return done


@pytest.fixture
def people(person, canteen_prices):
    return [person("王芳", born=f"1944-03-{day:02d}") for day in range(1, 11)]


def test_a_full_disk_refuses_the_next_meal_and_keeps_all_before(folder, actor, people):
    query.execute(f"PRAGMA max_page_count = {query.count('PRAGMA page_count') + 12}")
    with pytest.raises(DiskFull) as caught:
        fill_up(actor, people)
    assert caught.value.folder == str(folder.root)
    kept = meals()
    assert kept > 0
    assert integrity_problems() == []
    # Somebody made room: the program goes on as if nothing had been.
    query.execute("PRAGMA max_page_count = 1000000")
    canteen.save(actor, canteen.MealDraft(people[0], "2026-10-20"))
    assert meals() == kept + 1
    assert query.count("SELECT count(*) FROM change_log WHERE table_name = 'meal'") == kept + 1


def test_a_backup_that_finds_no_room_leaves_nothing_half(folder, actor, people, small_disk):
    centres.set_setting(actor, centres.BACKUP_FOLDER, str(small_disk))
    (small_disk / "films").write_bytes(b"x" * 8_000_000)
    backup = backups.back_up(folder, "daily")
    assert backup.second_error == DiskFull(str(small_disk))
    assert backups.verify(backup.path)
    assert [path.name for path in small_disk.iterdir()] == ["films"]


def test_a_first_backup_that_finds_no_room_says_so(folder, actor, people, small_disk):
    folder.backups.rmdir()
    folder.backups.symlink_to(small_disk)
    (small_disk / "films").write_bytes(b"x" * 8_000_000)
    with pytest.raises(DiskFull):
        backups.back_up(folder, "daily")
    assert [path.name for path in small_disk.iterdir()] == ["films"]


def test_a_database_that_somebody_else_writes_is_busy_and_free_again(folder, actor, people):
    query.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            canteen.save(actor, canteen.MealDraft(people[0], "2026-10-20"))
        assert backups.back_up(folder, "manual"), "readers and backups do not wait for a writer"
        other.execute("ROLLBACK")
    canteen.save(actor, canteen.MealDraft(people[0], "2026-10-20"))
    assert meals() == 1


def test_a_newer_database_is_refused_and_closed_again(folder, actor):
    query.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2031-01-01')")
    centres.close_centre()
    before = folder.database.read_bytes()
    with pytest.raises(DatabaseNewer):
        centres.open_centre(folder)
    assert not is_open()
    assert folder.database.read_bytes() == before


@pytest.mark.parametrize("damage", [b"SQLite format 9\0", b"\0" * 4096, b"PK\x03\x04" + b"x" * 4092])
def test_an_overwritten_header_is_damage_and_the_file_is_left_alone(folder, actor, damage):
    centres.close_centre()
    data = bytearray(folder.database.read_bytes())
    data[: len(damage)] = damage
    folder.database.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        centres.open_centre(folder)
    assert folder.database.read_bytes() == data


def test_an_empty_file_is_no_new_centre(folder, actor):
    centres.close_centre()
    folder.database.write_bytes(b"")
    with pytest.raises(DatabaseDamaged):
        centres.open_centre(folder)


@pytest.fixture
def sealed(small_disk, folder, lived_in):
    """The centre on a disk that lets nobody write any more."""
    centres.close_centre()
    moved = moved_to(small_disk, folder)
    seal_off(small_disk)
    return moved


@pytest.fixture
def lived_in(folder, people):
    """A centre with ten people and a backup."""
    backups.back_up(folder, "manual")


@pytest.fixture
def full(small_disk, folder, lived_in):
    """The centre on a disk without a byte left."""
    centres.close_centre()
    moved = moved_to(small_disk, folder)
    fill(small_disk)
    return moved


def everything_is_read(place, refused, is_full):
    """Everything can be looked at, also by another thread; the next record is refused, the file stays as it is."""
    before = place.database.read_bytes()
    centres.open_centre(place)
    try:
        assert only_looking() == refused == refused_write()
        report = startup.check(place)
        assert report.problems[0] == OnlyLooking(str(place.root), is_full)
        assert centres.centre().name == "示例中心"
        assert len(residents.find_ids(ResidentQuery())) == 10
        assert len(backups.listed(place)) == 1 and backups.verify(backups.listed(place)[0].path)
        assert figures.figures_of(Month(2026, 10)).month == Month(2026, 10)
        assert integrity_problems() == []
        seen = []
        reader = threading.Thread(target=lambda: (seen.append(centres.centre().name), close_thread()))
        reader.start()
        reader.join()
        assert seen == ["示例中心"]
        with pytest.raises(type(refused)):
            query.execute("DELETE FROM change_log")
    finally:
        centres.close_centre()
    assert only_looking() is None
    assert place.database.read_bytes() == before


def refused_write():
    with pytest.raises(StorageError) as caught:
        scanning.add_guest(Actor(1, "主任甲", Role.DIRECTOR, 1), "lunch", "dine_in")
    return caught.value


def test_a_read_only_disk_is_looked_at_and_said_to_be_one(sealed):
    everything_is_read(sealed, FolderReadOnly(str(sealed.root)), False)


def test_a_full_disk_is_looked_at_and_goes_on_once_there_is_room(full, actor):
    everything_is_read(full, DiskFull(str(full.root)), True)
    make_room(full.root.parent)
    centres.open_centre(full)
    assert only_looking() is None and startup.looking() is None
    scanning.add_guest(actor, "lunch", "dine_in")
    assert meals() == 1


@pytest.fixture
def no_room(monkeypatch):
    """A disk, on any machine, on which SQLite cannot lay its log out."""
    connect = driver.Store._connect

    def without_room(store):
        if "immutable" not in store.database:
            raise sqlite3.OperationalError("database or disk is full")
        return connect(store)

    monkeypatch.setattr(driver.Store, "_connect", without_room)


def test_where_no_log_can_be_laid_out_everything_is_looked_at(folder, lived_in, no_room):
    centres.close_centre()
    everything_is_read(folder, DiskFull(str(folder.root)), True)


def test_a_log_that_a_crash_left_is_not_passed_over_to_look_at_the_rest(folder, actor, no_room):
    centres.close_centre()
    folder.database.with_name("shizhu.db-wal").write_bytes(b"x" * 4096)
    with pytest.raises(DiskFull):
        centres.open_centre(folder)
    assert not is_open() and only_looking() is None


def test_a_new_centre_is_never_one_to_look_at(tmp_path, no_room):
    with pytest.raises(DiskFull):
        centres.initialise(DataFolder(tmp_path / "new"), CentreDraft("乙中心", "530114", "yimen", "", "乙"))
    assert not is_open() and only_looking() is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights of a folder do not bind root, nor Windows")
@pytest.mark.parametrize("sealed_file", [True, False])
def test_a_folder_without_the_right_to_write_is_said_to_be_one(folder, actor, canteen_prices, sealed_file):
    centres.close_centre()
    before = folder.database.read_bytes()
    folder.database.chmod(0o444 if sealed_file else 0o644)
    folder.root.chmod(0o555)
    try:
        with pytest.raises(FolderReadOnly):
            centres.open_centre(folder)
            scanning.add_guest(actor, "lunch", "dine_in")
        centres.close_centre()
    finally:
        folder.root.chmod(0o755)
    assert folder.database.read_bytes() == before


def test_a_data_folder_on_a_network_drive_is_neither_made_nor_opened_nor_restored_into(
    folder, actor, tmp_path, monkeypatch
):
    kept = backups.back_up(folder, "manual")
    centres.close_centre()
    far = tmp_path / "far"
    shutil.copytree(folder.root, far / "copied")
    monkeypatch.setattr(drives, "mounted", lambda: [(tmp_path, "ext4"), (far, "cifs")])
    for call in (
        lambda: centres.open_centre(DataFolder(far / "copied")),
        lambda: centres.initialise(DataFolder(far / "new"), CentreDraft("乙中心", "530114", "yimen", "", "乙")),
        lambda: restoring.restore(kept.path, DataFolder(far / "new")),
    ):
        with pytest.raises(FolderOnNetwork):
            call()
    assert not (far / "new").exists() and not is_open()
    centres.open_centre(folder)
    assert centres.centre().name == "示例中心"

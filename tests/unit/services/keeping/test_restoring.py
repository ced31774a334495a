"""Restoring: proven first, into an empty folder too, and what stood there before is never overwritten."""

import lzma
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core import files, proofs
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.storage_errors import (
    BackupDamaged,
    BackupForeign,
    BackupOfOther,
    DatabaseBusy,
    DatabaseNewer,
    DiskFull,
    FileMissing,
    FrozenChanged,
    LogBroken,
)
from desktop.models import query
from desktop.models.database import integrity_problems
from desktop.models.migrate import latest_schema
from desktop.reports.months.render import reports_of
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.closing import exports, month_close
from desktop.services.keeping import backups, kept_files
from desktop.services.keeping.restoring import restore
from desktop.services.writing import chain, frozen
from desktop.services.writing.actor import Actor
from desktop.sync import write
from tests.forging import forge

DATA = Path(__file__).parents[3] / "data"


def residents():
    return [row[0] for row in query.fetch("SELECT name FROM resident ORDER BY id")]


@pytest.fixture
def backup(folder, person):
    """A backup with one resident, after which another one came."""
    person("王芳")
    made = backups.back_up(folder, "manual")
    person("李强")
    return made


def test_a_new_computer_goes_on_from_the_stick(backup, tmp_path):
    fresh = DataFolder(tmp_path / "new-computer")
    done = restore(backup.path, fresh)
    assert done.aside is None
    assert residents() == ["王芳"]
    assert centres.centre().number == "530114"
    assert fresh.database.is_file() and fresh.exports.is_dir()


def test_a_backup_that_was_renamed_by_hand_is_put_back_with_its_hash(backup, tmp_path):
    """files.md 32."""
    moved = tmp_path / "备份 (1).db"
    moved.write_bytes(backup.path.read_bytes())
    hashed = proofs.hash_file(backup.path).read_text(encoding="utf-8").strip()
    proofs.hash_file(moved).write_bytes(f"{hashed}\r\n".encode())
    restore(moved, DataFolder(tmp_path / "new-computer"))
    assert residents() == ["王芳"]


def test_the_present_database_is_set_aside_whole(backup, folder):
    done = restore(backup.path, folder)
    assert residents() == ["王芳"]
    assert done.aside is not None
    with closing(sqlite3.connect(done.aside)) as old:
        assert old.execute("SELECT name FROM resident ORDER BY id").fetchall() == [("王芳",), ("李强",)]


def test_restoring_leaves_a_trace_and_asks_for_a_full_export(backup, folder):
    restore(backup.path, folder)
    assert query.fetch_one("SELECT action, reason FROM change_log ORDER BY id DESC LIMIT 1") == (
        "restore",
        "backup of 2026-10-21 11:30:00",
    )
    assert exports.full_due()


def test_what_a_crash_left_in_the_log_goes_aside_with_its_database(backup, folder, tmp_path):
    # A second connection keeps the log from being emptied on close, as a crash would.
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute("SELECT count(*) FROM resident").fetchone()
        centres.close_centre()
        log = folder.database.with_name("shizhu.db-wal")
        assert log.stat().st_size > 0
        kept = [(path.name, path.read_bytes()) for path in (folder.database, log)]
    centres.close_centre()
    for name, data in kept:
        (folder.root / name).write_bytes(data)

    done = restore(backup.path, folder)

    assert residents() == ["王芳"]
    with closing(sqlite3.connect(done.aside)) as old:
        assert old.execute("SELECT count(*) FROM resident").fetchone() == (2,)


def test_a_log_without_its_database_is_not_read_as_the_restored_ones(backup, folder):
    centres.close_centre()
    folder.database.rename(folder.root / "lost.db")
    stray = folder.root / "shizhu.db-wal"
    stray.write_bytes(os.urandom(4096))
    restore(backup.path, folder)
    assert residents() == ["王芳"]
    assert [path.name for path in folder.root.glob("replaced-*")] == ["replaced-20261021-113000.db-wal"]


def test_a_damaged_present_database_is_replaced_and_kept(backup, folder):
    centres.close_centre()
    folder.database.write_bytes(b"no database at all" * 1000)
    done = restore(backup.path, folder)
    assert residents() == ["王芳"]
    assert done.aside.read_bytes().startswith(b"no database")


def test_a_damaged_backup_changes_nothing(backup, folder):
    data = bytearray(backup.path.read_bytes())
    data[4096] ^= 255
    backup.path.write_bytes(data)
    with pytest.raises(BackupDamaged):
        restore(backup.path, folder)
    assert residents() == ["王芳", "李强"]


def test_a_backup_of_a_newer_program_changes_nothing(backup, folder):
    with closing(sqlite3.connect(backup.path)) as copy, copy:
        copy.execute("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2031-01-01')")
    proofs.hash_file(backup.path).unlink()
    with pytest.raises(DatabaseNewer) as caught:
        restore(backup.path, folder, unhashed=True)
    assert caught.value.schema == "9999_later" > latest_schema()
    assert residents() == ["王芳", "李强"]


@pytest.mark.parametrize("failing", ["copy", "name"])
def test_a_full_disk_half_way_leaves_the_present_database_in_place(backup, folder, monkeypatch, failing):
    def full(*paths):
        raise OSError(28, "No space left on device")

    target = {"copy": "desktop.services.keeping.backups.shutil.copyfileobj", "name": "desktop.core.files.take_name"}[
        failing
    ]
    monkeypatch.setattr(target, full)
    with pytest.raises(DiskFull):
        restore(backup.path, folder)
    assert residents() == ["王芳", "李强"]
    assert not list(folder.root.glob("replaced-*")) and not list(folder.root.glob("*.part"))


def test_a_database_that_another_program_has_open_is_not_moved_away_under_it(backup, folder):
    with closing(sqlite3.connect(folder.database)) as window:
        window.execute("SELECT count(*) FROM resident").fetchone()
        with pytest.raises(DatabaseBusy):
            restore(backup.path, folder)
    assert residents() == ["王芳", "李强"]
    assert not list(folder.root.glob("replaced-*"))
    assert restore(backup.path, folder).aside is not None


def test_a_backup_of_another_centre_is_refused_by_both_numbers_unless_it_is_meant(backup, folder, tmp_path):
    elsewhere = DataFolder(tmp_path / "elsewhere")
    centres.close_centre()
    centres.initialise(elsewhere, CentreDraft("别的中心", "530112", "xishan", "西山区", "主任乙"))
    with pytest.raises(BackupOfOther) as caught:
        restore(backup.path, elsewhere)
    assert (caught.value.theirs, caught.value.ours) == ("530114", "530112")
    assert centres.centre().number == "530112"
    centres.close_centre()
    with pytest.raises(BackupOfOther):
        restore(backup.path, elsewhere)
    restore(backup.path, elsewhere, other_centre=True)
    assert centres.centre().number == "530114"


def swept(folder):
    """Nothing of a restore that was cut short is left."""
    return not [path for path in folder.root.iterdir() if path.name.startswith((".shizhu", "restoring", "replaced"))]


def cut_off(*_values):
    os._exit(9)


def named_and_cut_off(part, path):
    os.replace(part, path)
    os._exit(9)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks on Windows")
@pytest.mark.parametrize(
    ("where", "does", "left"),
    [
        ("restoring._begin_anew", cut_off, ["王芳", "李强"]),
        ("restoring._set_aside", cut_off, ["王芳", "李强"]),
        ("restoring.files.take_name", cut_off, ["王芳", "李强"]),
        ("restoring.files.take_name", named_and_cut_off, ["王芳"]),
        ("restoring.leftovers.forget_restore", cut_off, ["王芳"]),
    ],
)
def test_a_restore_that_was_cut_short_is_undone_or_finished_at_the_next_start(
    backup, folder, monkeypatch, where, does, left
):
    """reliability B1: set aside first, a cut left no database at all, and the next start asked for a new centre."""
    centres.close_centre()
    child = os.fork()
    if child == 0:
        if where != "restoring.files.take_name":
            monkeypatch.setattr(f"desktop.services.keeping.{where}", does)
        else:
            # Parts that become files take their names by it too: only the database's is cut.
            took = files.take_name
            cut = lambda part, path: (does if path == folder.database else took)(part, path)  # noqa: E731
            monkeypatch.setattr(files, "take_name", cut)
        try:
            restore(backup.path, folder)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert centres.is_initialised(folder)
    centres.open_centre(folder)
    assert residents() == left
    names = {path.name for path in folder.root.iterdir()}
    assert not [name for name in names if name.startswith((".shizhu", "restoring"))]
    assert len([name for name in names if name.startswith("replaced")]) == (left == ["王芳"])
    assert integrity_problems() == []


def test_a_restore_of_version_0_1_that_was_cut_short_is_undone_at_the_next_start(backup, folder):
    """reliability B1, as that version leaves it: the database set aside, the part never named."""
    centres.close_centre()
    folder.database.rename(folder.root / "replaced-20261021-113000.db")
    (folder.root / ".shizhu-0123456789ab.part").write_bytes(b"part")
    centres.open_centre(folder)
    assert residents() == ["王芳", "李强"]
    assert swept(folder)


def test_what_stands_is_backed_up_before_it_is_replaced(backup, folder):
    restore(backup.path, folder)
    assert [one.reason for one in backups.listed(folder)] == ["restore", "manual"]


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("CREATE TRIGGER helper AFTER INSERT ON meal BEGIN DELETE FROM meal; END", "helper"),
        ("DROP TRIGGER change_log_kept", "change_log_kept"),
        ("CREATE TABLE song (name TEXT)", "song"),
        ("ALTER TABLE resident ADD COLUMN song TEXT", "resident"),
    ],
)
def test_a_backup_whose_guards_or_tables_are_foreign_is_refused_by_their_names(backup, folder, sql, named):
    """reliability B9: a foreign trigger with a fitting hash passed."""
    with closing(sqlite3.connect(backup.path)) as copy, copy:
        copy.execute(sql)
    proofs.write_hash(backup.path, proofs.file_sha256(backup.path), "manual")
    with pytest.raises(BackupForeign) as caught:
        restore(backup.path, folder)
    assert named in caught.value.names
    assert residents() == ["王芳", "李强"]


def test_without_its_hash_a_backup_must_at_least_fit_its_own_log(backup, folder):
    """reliability B9: without a hash, bytes that were overwritten inside a record passed."""
    data = backup.path.read_bytes().replace("王芳".encode(), "王劳".encode(), 1)
    backup.path.write_bytes(data)
    proofs.hash_file(backup.path).unlink()
    with pytest.raises((LogBroken, BackupDamaged)):
        restore(backup.path, folder, unhashed=True)
    assert residents() == ["王芳", "李强"] and swept(folder)


def test_without_its_hash_a_backup_must_fit_its_closed_months_too(actor, folder):
    """reliability B9: what no write tells of is proved by the hash that the reports bear."""
    month_close.close(actor, Month(2026, 9), reports_of, "演示")
    path = backups.back_up(folder, "manual").path
    proofs.hash_file(path).unlink()
    forge("UPDATE month_document SET content = zeroblob(99) WHERE kind = 'figures'", database=path)
    with pytest.raises(FrozenChanged):
        restore(path, folder, unhashed=True)
    assert residents() == [] and frozen.require_all_whole() == 1, "what stood here stands"


def test_a_missing_backup_changes_nothing(backup, folder):
    with pytest.raises(FileMissing):
        restore(folder.backups / "shizhu-530114-20200101-000000.db", folder)
    assert residents() == ["王芳", "李强"]


def test_files_that_cannot_be_carried_do_not_hide_that_the_database_was_restored(backup, folder, monkeypatch):
    def unreadable(*places, **choices):
        raise FileMissing("scan.jpg")

    monkeypatch.setattr(kept_files, "bring_back", unreadable)
    with pytest.raises(FileMissing):
        restore(backup.path, folder)
    assert residents() == ["王芳"]
    assert exports.full_due()


def test_no_write_after_a_restore_bears_the_name_of_a_write_that_the_backup_does_not_know(backup, folder, person):
    before = chain.head(1)
    names = set(query.fetch("SELECT epoch, station, counter FROM change_log"))
    restore(backup.path, folder, by=Actor(None, "主任甲", "director", 1))
    fresh = set(query.fetch("SELECT epoch, station, counter FROM change_log WHERE epoch > ?", [before.epoch]))
    assert fresh and not fresh & names
    assert min(counter for _, _, counter in fresh) > before.counter
    ((cause, parent),) = query.fetch("SELECT cause, parent_epoch FROM epoch ORDER BY name DESC LIMIT 1")
    assert (cause, parent) == ("restore", before.epoch)
    assert query.fetch_one("SELECT staff_name FROM change_log ORDER BY id DESC") == ("主任甲",)


def test_the_epoch_after_a_restore_is_later_than_the_one_of_the_store_set_aside(backup, folder):
    restore(backup.path, folder)
    second = chain.head(1).epoch
    restore(backup.path, folder)
    third = chain.head(1).epoch
    assert third > second, "the backup knows the first epoch only, and the clock stands still"


def test_the_numbers_of_sync_files_go_on_behind_those_handed_in_after_the_backup(backup, folder, actor, tmp_path):
    assert write.export_full(actor, tmp_path).sequence == 1
    last = write.export_full(actor, tmp_path)
    restore(backup.path, folder)
    assert exports.next_place() == exports.Place(3, last.sha256)
    restore(backup.path, folder)
    assert exports.next_place() == exports.Place(3, last.sha256), "not forgotten by a second restore"
    assert write.export_full(actor, tmp_path).sequence == 3


def test_a_restore_that_fails_half_way_leaves_neither_an_epoch_nor_a_remnant(backup, folder, monkeypatch):
    before = chain.head(1)

    def full(*values):
        raise DiskFull(str(folder.root))

    monkeypatch.setattr(exports, "demand_full", full)
    with pytest.raises(DiskFull):
        restore(backup.path, folder)
    assert chain.head(1).epoch == before.epoch and residents() == ["王芳", "李强"]
    assert not [path.name for path in folder.root.iterdir() if path.name.startswith((".shizhu", "replaced"))]


def test_a_backup_of_version_0_1_is_upgraded_and_begins_its_own_epoch(actor, folder, tmp_path):
    old = tmp_path / "shizhu-530114-20261031-180000.db"
    old.write_bytes(lzma.decompress((DATA / "v0.1" / "shizhu.db.xz").read_bytes()))
    known = chain.head(1).epoch
    restore(old, folder, unhashed=True, other_centre=True)
    causes = query.fetch("SELECT cause FROM epoch ORDER BY name")
    assert causes == [("upgrade",), ("restore",)]
    assert chain.head(1).epoch > known
    assert query.count("SELECT count(*) FROM resident") == 600


def test_the_second_place_belongs_to_the_computer_and_outlives_a_restore(backup, folder, actor, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    centres.set_setting(actor, centres.BACKUP_FOLDER, str(stick))
    restore(backup.path, folder)
    assert backups.second_folder() == stick


def test_a_new_computer_takes_over_the_place_that_the_backup_knows(folder, actor, tmp_path):
    centres.set_setting(actor, centres.BACKUP_FOLDER, str(tmp_path))
    made = backups.back_up(folder, "manual", both=False)
    restore(made.path, DataFolder(tmp_path / "new-computer"))
    assert backups.second_folder() == tmp_path

"""Backups: proven before they count, kept in two places, thinned to 7 daily, 4 weekly and 12 monthly."""

import datetime as dt
import json
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest

from desktop.core import clock, errors, files, proofs
from desktop.core.errors import Cancelled
from desktop.core.progress import Progress
from desktop.core.storage_errors import BackupDamaged, BackupFolderMissing, DatabaseNewer, DiskFull, FileMissing
from desktop.core.words.messages import sentence
from desktop.models import query
from desktop.services.centre import centres
from desktop.services.keeping import backups, thinning


def at(text):
    return clock.standing_at(dt.datetime.fromisoformat(text))


def names(place):
    return sorted(path.name for path in place.iterdir())


def alter(path, sql):
    """Change a backup behind the program's back and give it a hash that fits."""
    with closing(sqlite3.connect(path)) as copy, copy:
        copy.execute(sql)
    proofs.hash_file(path).write_text(f"{proofs.file_sha256(path)}  {path.name}\n")


def test_a_backup_lies_in_both_places_with_its_hash(folder, stick, person):
    person("王芳")
    backup = backups.back_up(folder, "manual")
    name = "shizhu-530114-20261021-113000.db"
    assert names(folder.backups) == names(stick) == [name, f"{name}.sha256"]
    assert (backup.path, backup.second, backup.second_error) == (folder.backups / name, stick / name, None)
    assert (backup.reason, backup.taken_at, backup.centre) == ("manual", clock.now(), "530114")
    assert backups.verify(backup.second).sha256 == backup.sha256
    with closing(sqlite3.connect(backup.path)) as copy:
        assert copy.execute("SELECT name FROM resident").fetchall() == [("王芳",)]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_sha256sum_understands_the_hash_file(folder, actor):
    backup = backups.back_up(folder, "manual")
    subprocess.run(
        ["sha256sum", "--check", "--strict", proofs.hash_file(backup.path).name], cwd=folder.backups, check=True
    )


def test_two_backups_in_one_second_are_two_files(folder, actor):
    first, second = backups.back_up(folder, "manual"), backups.back_up(folder, "manual")
    assert first.path != second.path
    assert [one.path for one in backups.listed(folder)] == [second.path, first.path]


def test_a_missing_stick_is_told_and_costs_nothing(folder, stick):
    stick.rmdir()
    backup = backups.back_up(folder, "daily")
    assert backup.second is None
    assert backup.second_error == BackupFolderMissing(str(stick))
    assert backups.verify(backup.path)
    assert not stick.exists()


def test_trouble_with_the_stick_is_told_and_costs_nothing(folder, stick, monkeypatch):
    def full(source, target, length):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.services.keeping.backups.shutil.copyfileobj", full)
    backup = backups.back_up(folder, "daily")
    assert backup.second_error == DiskFull(str(stick))
    assert names(stick) == []
    assert backups.verify(backup.path)


def test_a_cancelled_backup_leaves_nothing(folder, stick):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        backups.back_up(folder, "manual", progress)
    assert names(folder.backups) == names(stick) == []


def test_whole_copies_go_from_both_places_where_a_later_step_is_given_up(folder, actor, stick, monkeypatch):
    """The row comes last: what has none must not lie on a stick either."""
    kept = backups.back_up(folder, "daily")
    before, rows = (names(folder.backups), names(stick)), query.count("SELECT count(*) FROM change_log")
    progress, seen = Progress(), []

    def given_up(root, place, *_given):
        seen.append([name for name in names(place.parent) if name.endswith(".db")])
        progress.cancel()
        progress.check()

    with at("2026-10-21 18:00"):
        monkeypatch.setattr(backups.kept_files, "carry", given_up)
        with pytest.raises(Cancelled):
            backups.back_up(folder, "manual", progress)
    assert len(seen[0]) == 2, "it was whole and had its name"
    assert (names(folder.backups), names(stick)) == before
    assert query.count("SELECT count(*) FROM change_log") == rows
    assert backups.verify(kept.path).path == kept.path


def test_the_list_has_the_newest_first_and_those_of_the_stick_alone(folder, stick):
    with at("2026-10-19 17:00"):
        old = backups.back_up(folder, "exit")
    new = backups.back_up(folder, "daily")
    old.path.unlink()
    found = backups.listed(folder)
    assert [(one.path, one.second) for one in found] == [(new.path, new.second), (old.second, None)]
    assert [one.reason for one in found] == ["daily", "exit"]


def test_a_backup_is_due_once_a_day(folder, actor):
    assert backups.due(folder)
    backups.back_up(folder, "daily")
    assert not backups.due(folder)
    with at("2026-10-22 08:30"):
        assert backups.due(folder)


@pytest.mark.parametrize("place", [100, 5_000, 40_000])
def test_one_changed_byte_is_found(folder, actor, place):
    path = backups.back_up(folder, "manual").path
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    with pytest.raises(BackupDamaged) as caught:
        backups.verify(path)
    assert caught.value.reason == "hash_differs"


def test_without_its_hash_a_backup_is_proven_by_sqlite_alone_and_only_on_request(folder, actor):
    path = backups.back_up(folder, "manual").path
    proofs.hash_file(path).unlink()
    with pytest.raises(BackupDamaged) as caught:
        backups.verify(path)
    assert caught.value.reason == "no_hash"
    assert ".sha256 file is missing" in sentence(caught.value) and "--without-hash" in sentence(caught.value)
    assert backups.verify(path, unhashed=True).centre == "530114"
    path.write_bytes(b"x" * 8192)
    with pytest.raises(BackupDamaged) as caught:
        backups.verify(path, unhashed=True)
    assert caught.value.reason == "does_not_open"


def test_another_database_is_no_backup(folder, actor, tmp_path):
    path = tmp_path / "other.db"
    alter(path, "CREATE TABLE song (name TEXT)")
    with pytest.raises(BackupDamaged) as caught:
        backups.verify(path)
    assert caught.value.reason == "not_a_backup"


def test_a_backup_of_a_newer_program_is_refused_as_such(folder, actor):
    path = backups.back_up(folder, "manual").path
    alter(path, "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2031-01-01')")
    with pytest.raises(DatabaseNewer):
        backups.verify(path)


def test_a_backup_that_is_gone_is_missing(folder, actor):
    with pytest.raises(FileMissing):
        backups.verify(folder.backups / "shizhu-530114-20260101-000000.db")


def test_verifying_leaves_no_trace_beside_the_backup(folder, actor):
    path = backups.back_up(folder, "manual").path
    before = names(folder.backups)
    backups.verify(path)
    assert names(folder.backups) == before


def test_pruning_keeps_7_days_4_weeks_12_months(folder, stick):
    template = backups.back_up(folder, "daily").path
    # Two a day over two years, without the cost of making each.
    day = dt.datetime(2024, 10, 22, 9)
    while day.date() < clock.today():
        for hour in (9, 17):
            for place in (folder.backups, stick):
                copy = place / f"shizhu-530114-{day.replace(hour=hour):%Y%m%d-%H%M%S}.db"
                copy.touch()
                proofs.write_hash(copy, proofs.file_sha256(copy), "daily")
        day += dt.timedelta(days=1)
    strange = stick / "shizhu-530114-old.db"
    strange.touch()
    other_centre = stick / "shizhu-530112-20200101-000000.db"
    other_centre.touch()

    removed = thinning.prune(folder)

    kept = [one for one in backups.listed(folder) if one.centre == "530114"]
    days = [one.taken_at.date().isoformat() for one in kept]
    assert kept[0].path == template
    assert days[:7] == [f"2026-10-{number}" for number in range(21, 14, -1)]
    assert "2026-10-11" in days and "2026-10-04" in days  # Sundays: the newest of their weeks
    month_ends = "09-30 08-31 07-31 06-30 05-31 04-30 03-31 02-28 01-31"
    assert days[-11:] == [*(f"2026-{day}" for day in month_ends.split(" ")), "2025-12-31", "2025-11-30"]
    assert all(one.taken_at.hour != 9 for one in kept)
    assert strange.exists() and other_centre.exists()
    assert not any(path.exists() or proofs.hash_file(path).exists() for path in removed)
    assert len(names(folder.backups)) == 2 * len(kept)


def test_a_backup_made_by_hand_stays_for_a_week(folder, actor):
    with at("2026-10-21T09:00:00"):
        by_hand = backups.back_up(folder, "manual")
    with at("2026-10-21T18:00:00"):
        backups.back_up(folder, "exit")
        assert thinning.prune(folder) == []
    with at("2026-10-27T18:00:00"):
        assert by_hand.path not in thinning.prune(folder)
    with at("2026-10-28T09:00:00"):
        assert thinning.prune(folder) == [by_hand.path]


def test_pruning_a_place_that_is_gone_is_no_trouble(folder, stick):
    backups.back_up(folder, "daily")
    shutil.rmtree(stick)
    assert thinning.prune(folder) == []
    assert len(backups.listed(folder)) == 1


def test_every_trouble_of_the_second_place_is_a_storage_error(folder, stick):
    (stick / "shizhu-530114-20261021-113000.db").mkdir()
    backup = backups.back_up(folder, "daily")
    assert isinstance(backup.second_error, errors.StorageError)


def test_a_second_copy_that_reads_back_wrongly_is_not_left_among_the_backups(stick, folder, monkeypatch):
    monkeypatch.setattr(backups, "copy_bytes", lambda source, target: target.write_bytes(source.read_bytes()[:-512]))
    backup = backups.back_up(folder, "manual")
    assert backup.second is None
    assert isinstance(backup.second_error, BackupDamaged)
    assert names(stick) == []


def test_a_backup_is_in_the_change_log_with_its_hash_and_who_made_it(folder, stick, clerk):
    made = backups.back_up(folder, "manual", by=clerk)
    ((who, name, reason, after),) = query.fetch(
        "SELECT staff_name, row_uid, reason, after FROM change_log WHERE table_name = 'backup'"
    )
    assert (who, name, reason) == ("前台乙", made.path.name, "manual")
    facts = {"file_name": made.path.name, "sha256": made.sha256, "backup_folder": str(stick)}
    assert json.loads(after) == facts


def test_which_second_place_was_chosen_and_given_up_is_in_the_change_log(folder, actor, tmp_path):
    first, other = str(tmp_path / "一"), str(tmp_path / "二")
    for place in (first, other, ""):
        centres.set_setting(actor, centres.BACKUP_FOLDER, place)
    found = query.fetch(
        "SELECT staff_name, before, after FROM change_log WHERE table_name = 'setting' AND row_uid = 'backup_folder'"
        " ORDER BY id"
    )
    sides = [tuple(json.loads(side)["backup_folder"] if side else None for side in row[1:]) for row in found]
    assert sides == [(None, ""), ("", first), (first, other), (other, "")], "from the making of the centre on"
    assert {who for who, *_sides in found} == {"主任甲"}


def test_all_backups_of_a_day_stay_until_the_next_one(folder, actor):
    made = []
    for hour, reason in ((9, "daily"), (12, "exit"), (14, "manual"), (18, "exit")):
        with at(f"2026-10-21T{hour:02}:00:00"):
            made.append(backups.back_up(folder, reason).path)
            assert thinning.prune(folder) == []
    with at("2026-10-22T09:00:00"):
        backups.back_up(folder, "daily")
        assert thinning.prune(folder) == made[:2]


def test_a_copy_without_its_hash_counts_for_nothing_and_is_left_alone(folder, actor):
    with at("2026-10-20T09:00:00"):
        whole = backups.back_up(folder, "daily").path
    half = whole.with_name(whole.name.replace("090000", "100000"))
    half.write_bytes(b"half")
    with at("2026-10-21T09:00:00"):
        backups.back_up(folder, "daily")
        assert thinning.prune(folder) == []
    assert whole.exists() and half.exists()


def test_before_an_act_a_backup_is_made_unless_nothing_was_written_since(folder, stick, clerk, person):
    first = backups.back_up_before("before_import", clerk)
    assert (first.reason, first.second) == ("before_import", None)
    assert backups.back_up_before("before_merge", clerk) is None
    person("王芳")
    second = backups.back_up_before("before_merge", clerk)
    assert second.reason == "before_merge" and len(backups.listed(folder)) == 2
    second.path.unlink()
    assert backups.back_up_before("before_close", clerk) is not None, "the file that the log names is gone"


class Cut(BaseException):
    """The computer is switched off here."""


@pytest.mark.parametrize("moment", ["copied", "hashed", "named"])
def test_a_cut_at_any_moment_leaves_no_copy_without_its_hash(folder, actor, monkeypatch, moment):
    """reliability A7."""
    taken = files.take_name

    def cut_before(part, path):
        if path.suffix == ".db" or moment == "copied":
            raise Cut
        taken(part, path)

    def cut_after(part, path):
        taken(part, path)
        if path.suffix == ".db":
            raise Cut

    monkeypatch.setattr(files, "take_name", cut_after if moment == "named" else cut_before)
    with pytest.raises(Cut):
        backups.back_up(folder, "exit")
    monkeypatch.undo()
    assert [one.path for one in backups.listed(folder) if not one.sha256] == []
    assert len(backups.listed(folder)) == (moment == "named")
    for one in backups.listed(folder):
        assert backups.verify(one.path)


def test_a_backup_that_no_longer_fits_its_hash_pushes_no_whole_one_out(folder, actor):
    with at("2026-10-10T09:00:00"):
        whole = backups.back_up(folder, "daily").path
    with at("2026-10-10T18:00:00"):
        cut = backups.back_up(folder, "exit").path
    cut.write_bytes(cut.read_bytes()[:8192])
    with at("2026-10-12T09:00:00"):
        backups.back_up(folder, "daily")
        assert thinning.prune(folder) == []
    assert whole.exists() and cut.exists()


def test_nine_days_of_a_whole_and_a_cut_backup_keep_what_whole_ones_alone_would(folder, actor):
    """The days of reliability A7: of nine whole backups prune left none that could be used."""
    for day in range(1, 10):
        with at(f"2026-10-{day:02}T09:00:00"):
            whole = backups.back_up(folder, "daily").path
        half = whole.with_name(whole.name.replace("090000", "100000"))
        half.write_bytes(whole.read_bytes()[:-4096])
        if day % 2:
            proofs.write_hash(half, proofs.file_sha256(whole), "exit")
    with at("2026-10-09T18:00:00"):
        thinning.prune(folder)
    left = [one for one in backups.listed(folder) if one.path.name.endswith("090000.db")]
    assert len(left) >= 7 and all(backups.verify(one.path) for one in left)

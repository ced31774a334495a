"""What is looked at before the first record of the day, and what ``doctor`` says about it."""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing

import pytest

from desktop.core import clock
from desktop.core.storage_errors import (
    BackupFolderMissing,
    BackupOld,
    ClockAhead,
    ClockBehind,
    ClockWasAhead,
    DatabaseDamaged,
    DiskLow,
)
from desktop.core.words import messages
from desktop.models import query
from desktop.models.database import is_open
from desktop.services.centre import centres
from desktop.services.keeping import backups, health, startup


@pytest.fixture
def backed_up(folder, person):
    person("王芳")
    return backups.back_up(folder, "daily")


def usage(free_mb):
    return lambda path: shutil._ntuple_diskusage(10**12, 10**12 - free_mb * 10**6, free_mb * 10**6)


def test_a_centre_in_good_health_has_nothing_to_say(folder, backed_up):
    assert startup.check(folder).fine


def test_a_centre_without_a_backup_is_told_so(folder, actor):
    assert startup.check(folder) == startup.StartupReport((), (BackupOld(None),))


def test_a_backup_of_last_week_is_old(folder, backed_up):
    with clock.standing_at(dt.datetime(2026, 10, 28, 8, 30)):
        assert startup.check(folder).warnings == (BackupOld(7),)


def test_a_clock_behind_the_last_record_is_a_problem_and_says_by_how_much(folder, backed_up):
    with clock.standing_at(dt.datetime(2026, 10, 19, 8, 15)):
        problems = startup.check(folder).problems
    assert problems == (ClockBehind("2026-10-21 11:30", 2 * 24 * 60 + 3 * 60 + 15),)
    with clock.standing_at(dt.datetime(2026, 10, 21, 11, 29)):
        assert startup.check(folder).fine


def test_a_clock_half_a_year_ahead_is_a_warning_and_not_less(folder, backed_up):
    with clock.standing_at(dt.datetime(2027, 4, 19, 11, 29)):
        assert not any(isinstance(one, ClockAhead) for one in startup.check(folder).warnings)
    with clock.standing_at(dt.datetime(2030, 10, 22, 8, 30)):
        assert ClockAhead("2026-10-21 11:30", 1461) in startup.check(folder).warnings


def test_a_backup_of_a_day_to_come_does_not_silence_that_there_is_none_of_today(folder, backed_up, actor, monkeypatch):
    """reliability B6: the clock was set forward once, and for years nobody was warned."""
    with clock.standing_at(dt.datetime(2031, 1, 5, 9)):
        ahead = backups.back_up(folder, "manual")
    with clock.standing_at(dt.datetime(2026, 11, 21, 8)):
        assert startup.backup_age(folder) == 31
        assert BackupOld(31) in startup.check(folder).warnings
        assert next(one.text for one in health.doctor(folder) if one.name == "backups") == messages.sentence(
            BackupOld(31)
        )
        for one in backups.listed(folder):
            if one.path.name != ahead.path.name:
                backups.remove(one.path)
        assert startup.backup_age(folder) is None
    assert backups.newest(folder) is None
    again = backups.back_up(folder, "manual")
    assert backups.newest(folder).path == again.path


def test_the_clock_is_doubted_after_the_first_record_too_and_what_it_dated_is_told(folder, backed_up, actor):
    """reliability B6: one record of 2031 and one of today, and the warning was gone: only the last one was asked."""
    with clock.standing_at(dt.datetime(2031, 1, 5, 9)):
        centres.set_setting(actor, "text_size", "large")
        assert ClockAhead("2026-10-21 11:30", 1536) in startup.check(folder).warnings
    with clock.standing_at(dt.datetime(2031, 1, 20, 9)):
        assert startup.clock_doubt() is None, "for two weeks it was said, then it is what it is"
    with clock.standing_at(dt.datetime(2026, 10, 22, 9)):
        centres.set_setting(actor, "text_size", "normal")
        assert startup.check(folder).problems == ()
        assert startup.clock_doubt() == ClockWasAhead("2031-01-05 09:00", 1)
        (line,) = [one for one in health.doctor(folder) if one.name == "clock"]
        assert not line.ok and "2031-01-05 09:00" in line.text


def test_the_clock_is_right_again_after_a_record_that_was_made_with_it_behind(folder, backed_up, actor):
    with clock.standing_at(dt.datetime(2019, 10, 21, 9)):
        assert startup.clock_trouble() is not None
        centres.set_setting(actor, "text_size", "large")
    with clock.standing_at(dt.datetime(2026, 10, 22, 9)):
        assert startup.clock_doubt() is None and startup.check(folder).fine
        centres.set_setting(actor, "text_size", "normal")
        assert startup.clock_doubt() is None
    with clock.standing_at(dt.datetime(2030, 10, 22, 9)):
        assert startup.clock_doubt() == ClockAhead("2026-10-22 09:00", 1461)


def test_a_nearly_full_disk_is_a_warning(folder, backed_up, monkeypatch):
    monkeypatch.setattr("desktop.services.keeping.startup.shutil.disk_usage", usage(150))
    assert startup.check(folder).warnings == (DiskLow(str(folder.root), 150),)
    monkeypatch.setattr("desktop.services.keeping.startup.shutil.disk_usage", usage(200))
    assert startup.check(folder).fine


def test_a_stick_that_is_not_there_is_a_warning(folder, actor, backed_up, tmp_path):
    centres.set_setting(actor, centres.BACKUP_FOLDER, str(tmp_path / "stick"))
    assert startup.check(folder).warnings == (BackupFolderMissing(str(tmp_path / "stick")),)


def test_a_damaged_database_is_a_problem_and_the_other_checks_go_on(folder, backed_up):
    pages = [row[0] for row in query.fetch("SELECT rootpage FROM sqlite_master WHERE name = 'resident'")]
    centres.close_centre()
    with folder.database.open("r+b") as file:
        file.seek((pages[0] - 1) * 4096)
        file.write(b"\xff" * 2048)
    centres.open_centre(folder)
    report = startup.check(folder)
    assert isinstance(report.problems[0], DatabaseDamaged)
    assert report.warnings == ()


def test_the_doctor_has_one_line_for_each_thing(folder, backed_up):
    found = health.doctor(folder)
    assert " ".join(one.name for one in found) == (
        "integrity foreign_keys journal schema triggers change_log frozen clock backups certificates files plain_copies"
        " encryption disk fonts sqlite python qt program"
    )
    assert all(one.ok for one in found), found
    assert all(one.text and "{" not in one.text for one in found)


def test_the_doctor_opens_a_closed_centre_and_closes_it_again(folder, backed_up):
    centres.close_centre()
    assert all(one.ok for one in health.doctor(folder))
    assert not is_open()


def test_the_doctor_examines_what_is_left_when_the_database_does_not_open(folder, backed_up):
    centres.close_centre()
    folder.database.write_bytes(b"nothing" * 4096)
    found = {one.name: one for one in health.doctor(folder)}
    assert not found["database"].ok
    assert found["database"].text == messages.sentence(DatabaseDamaged("shizhu.db"))
    assert found["fonts"].ok and found["program"].ok


def test_the_doctor_finds_a_backup_that_rotted(folder, backed_up):
    data = bytearray(backed_up.path.read_bytes())
    data[-1] ^= 1
    backed_up.path.write_bytes(data)
    assert not next(one for one in health.doctor(folder) if one.name == "backups").ok


def test_the_doctor_finds_a_record_that_refers_to_nothing(folder, backed_up):
    centres.close_centre()
    with closing(sqlite3.connect(folder.database)) as raw, raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("UPDATE register_event SET resident_id = 4711")
    found = {one.name: one for one in health.doctor(folder)}
    assert not found["foreign_keys"].ok
    assert not found["integrity"].ok

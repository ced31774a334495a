"""A restore is rehearsed: put back into a scratch folder, opened, compared; what differs is named."""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing

import pytest

from desktop.core import clock
from desktop.core.errors import Cancelled, InvalidDraft
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.proofs import file_sha256, hash_file, read_hash
from desktop.core.storage_errors import (
    BackupAstray,
    BackupDamaged,
    BackupDiffers,
    BackupFolderMissing,
    BackupMonthDiffers,
    BackupOld,
    FilesLost,
)
from desktop.models import query
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.keeping import backups, kept_files, rehearsing, restoring
from desktop.services.keeping.rehearsing import rehearse
from desktop.services.residents import photos
from tests.forging import forge

JPEG = b"\xff\xd8\xff" + b"0" * 50


@pytest.fixture
def backup(actor, person, stick, folder):
    """A closed September, somebody with a photograph, and a backup in both places."""
    photos.store(actor, person("王芳"), JPEG)
    month_close.close(actor, Month(2026, 9), reports_of, "演示")
    return backups.back_up(folder, "manual")


def only(done):
    (one,) = done
    return one


def troubles(done):
    return [one.troubles for one in done]


def sealed_anew(path):
    """Give a backup that was changed the hash that fits."""
    text = hash_file(path).read_text(encoding="utf-8")
    hash_file(path).write_text(text.replace(read_hash(path)[1], file_sha256(path)), encoding="utf-8")


def changed(path, *statements):
    with closing(sqlite3.connect(path)) as other, other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            other.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            other.execute(statement)
        for _, sql in triggers:
            other.execute(sql)
    sealed_anew(path)


def test_the_newest_backup_of_each_place_is_restored_and_fits(backup, actor, folder, stick, person):
    person("李强")
    done = rehearse(actor, folder)
    assert [(one.place, one.file.name, one.ok) for one in done] == [
        (folder.backups, backup.path.name, True),
        (stick, backup.path.name, True),
    ]
    first = done[0]
    assert (first.month, first.files, first.taken_at) == ("2026-09", 1, backup.taken_at)
    assert first.tables > 40 and first.rows > query.count("SELECT count(*) FROM resident")
    assert not list(folder.root.glob(".rehearsal-*")), "nothing of it is left"
    assert rehearsing.last_on() == dt.date(2026, 10, 21) and rehearsing.due() is None


def test_it_stands_in_the_log_with_its_place_and_how_it_went(backup, actor, folder):
    rehearse(actor, folder, backup.path)
    row = query.fetch_one(
        "SELECT staff_name, row_uid, after FROM change_log WHERE action = 'rehearse' ORDER BY id DESC LIMIT 1"
    )
    assert row[:2] == (actor.name, backup.path.name)
    assert '"whole": true' in row[2] and str(folder.backups) in row[2]


def test_the_scratch_folder_is_nobody_elses_and_goes_when_it_is_cut(backup, actor, folder, monkeypatch):
    seen = []

    def look(path, _tables):
        seen.append((path.parent.stat().st_mode & 0o777, path.parent.parent))
        raise Cancelled()

    monkeypatch.setattr("desktop.models.copies.opened", look)
    with pytest.raises(Cancelled):
        rehearse(actor, folder, backup.path, Progress())
    assert seen == [(0o700, folder.root)]
    assert not list(folder.root.glob(".rehearsal-*")) and rehearsing.last_on() is None


def test_a_backup_that_was_hit_a_place_without_one_and_a_stick_that_is_not_there(backup, actor, folder, stick):
    for path in stick.glob("*.db"):
        data = bytearray(path.read_bytes())
        data[5000] ^= 1
        path.write_bytes(data)
    done = rehearse(actor, folder)
    assert [one.ok for one in done] == [True, False] and isinstance(done[1].troubles[0], BackupDamaged)
    assert rehearsing.last_on() is None, "one of two places is not enough"
    for path in [*stick.glob("shizhu-*")]:
        path.unlink()
    assert troubles(rehearse(actor, folder)) == [(), (BackupOld(None),)]
    shutil.rmtree(stick)
    assert troubles(rehearse(actor, folder)) == [(), (BackupFolderMissing(str(stick)),)]


def test_a_row_that_the_backup_lacks_or_has_besides_is_named_by_kind_and_count(backup, actor, folder, person):
    name = backup.path.name
    person("李强")
    changed(backup.path, "DELETE FROM register_event")
    assert only(rehearse(actor, folder, backup.path)).troubles == (BackupDiffers(name, "register_event", 0, 1),)
    changed(backup.second, "DELETE FROM change_log WHERE counter = 5")
    (found,) = only(rehearse(actor, folder, backup.second)).troubles
    assert (found.kind, found.here - found.there) == ("change_log", 1)
    forge("DELETE FROM register_event WHERE id = 1")
    (found,) = [one for one in only(rehearse(actor, folder, backup.second)).troubles if one.kind == "register_event"]
    assert (found.there, found.here) == (1, 0)


def test_a_backup_of_another_line_of_these_data_is_said_to_be_one(backup, actor, folder, person):
    person("李强")
    later = backups.back_up(folder, "manual")
    restoring.restore(backup.path, folder)
    person("赵敏")
    assert only(rehearse(actor, folder, later.path)).troubles == (BackupAstray(later.path.name),)
    assert only(rehearse(actor, folder, backup.path)).ok, "what was restored is a moment of what is here"
    with closing(sqlite3.connect(backup.path)) as copy:
        last = copy.execute("SELECT max(id) FROM change_log").fetchone()[0]
    forge("UPDATE change_log SET hash = zeroblob(32) WHERE id = ?", last)
    found = only(rehearse(actor, folder, backup.path)).troubles
    assert found == (BackupAstray(backup.path.name),), "a log that was rewritten here"


def test_a_closed_month_that_was_forged_here_or_there_is_found(backup, actor, folder):
    changed(backup.path, "UPDATE month_document SET content = zeroblob(9) WHERE kind = 'figures'")
    expected = BackupMonthDiffers(backup.path.name, "2026-09")
    assert only(rehearse(actor, folder, backup.path)).troubles == (expected,)
    second = backup.second
    assert only(rehearse(actor, folder, second)).ok
    forge("UPDATE month_version SET sha256 = ?", "0" * 64)
    assert only(rehearse(actor, folder, second)).troubles == (expected,)


def test_a_photograph_that_is_not_whole_beside_the_backup_is_named(backup, actor, folder, stick):
    (copy,) = (kept_files.carried_folder(stick, "530114") / "photos").iterdir()
    whole = copy.read_bytes()
    copy.write_bytes(whole[:-1] + b"1")
    lost = FilesLost(1, f"photos/{copy.name}")
    assert troubles(rehearse(actor, folder)) == [(), (lost,)]
    copy.unlink()
    assert troubles(rehearse(actor, folder)) == [(), (lost,)]
    (resident,) = query.fetch("SELECT id FROM resident WHERE photo <> ''")[0]
    photos.remove(actor, resident)
    assert troubles(rehearse(actor, folder)) == [(), ()], "nobody wants it back"


def test_after_so_many_days_without_one_somebody_is_asked_for_it(backup, actor, folder):
    with clock.standing_at(dt.datetime(2027, 1, 18, 9)):
        assert rehearsing.due() is None
    with clock.standing_at(dt.datetime(2027, 1, 19, 9)):
        assert rehearsing.due() == 90
        rehearse(actor, folder)
        assert rehearsing.due() is None
        forge("UPDATE setting SET value = '2027-06-01' WHERE key = 'rehearsed_on'")
        assert rehearsing.due() == 90, "a rehearsal of a day to come was made with the clock ahead: it is none"
    rehearse(actor, folder)
    rehearsing.choose_days(actor, "7")
    with clock.standing_at(dt.datetime(2026, 10, 28, 9)):
        assert (rehearsing.every(), rehearsing.due()) == (7, 7)


@pytest.mark.parametrize("typed", ["0", "1000", "", "-3", "x", "７"])
def test_a_number_of_days_that_is_none_is_refused(actor, folder, typed):
    with pytest.raises(InvalidDraft):
        rehearsing.choose_days(actor, typed)
    assert rehearsing.every() == 90


def test_the_copy_is_what_is_opened(backup, actor, folder, monkeypatch):
    """A copy that was cut on the way is no proof of the backup."""
    monkeypatch.setattr(backups, "copy_bytes", lambda source, target: target.write_bytes(source.read_bytes()[:-1]))
    (trouble,) = only(rehearse(actor, folder, backup.path)).troubles
    assert isinstance(trouble, BackupDamaged) and file_sha256(backup.path) == backup.sha256

"""Killed between a file and its row in the log: the next start finds the file and puts it there, once."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.acts import LogAction
from desktop.core.storage_errors import BackupUnlogged, DatabaseBusy, DiskFull
from desktop.models import query
from desktop.services.centre import centres
from desktop.services.keeping import backups, health, kept_files, restoring
from desktop.services.residents import photos
from desktop.services.writing import going_out, handing, proving
from desktop.services.writing.going_out import Held
from tests.every_write import PHOTO

PROJECT = Path(__file__).resolve().parents[4]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
KILLED = """
import os, signal, sys
from pathlib import Path
from desktop.core.paths import DataFolder
from desktop.services.centre import accounts, centres
from desktop.services.keeping import backups
from desktop.services.residents import photos
from desktop.services.writing import going_out, handing
from desktop.services.writing.going_out import Held

folder, target = DataFolder(Path(sys.argv[1])), Path(sys.argv[2])
centres.open_centre(folder)
actor = accounts.system_actor()

def killed(*_given):
    os.kill(os.getpid(), signal.SIGKILL)

def then_killed(done):
    return lambda *given: (done(*given), killed())

def hand_out(text):
    with going_out.handed_by(actor), going_out.leaving(target, Held("名单", 2)) as part:
        part.write_text(text, encoding="utf-8")
        if text == "half":
            killed()

"""
HELD = {"title": "名单", "names": 2, "full_ids": 0, "file_kind": "csv"}


@pytest.fixture
def killed(folder, person, tmp_path):
    """Lets a process of its own do something on the centre, in which it is killed; then the centre is open again."""
    person("王芳")
    target = tmp_path / "out" / "名单.csv"
    target.parent.mkdir()

    def run(what):
        centres.close_centre()
        words = [sys.executable, "-c", KILLED + what, str(folder.root), str(target)]
        done = subprocess.run(words, cwd=PROJECT, capture_output=True, env=os.environ | {"PYTHONPATH": str(PROJECT)})
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
        centres.open_centre(folder)
        return target

    return run


def rows(table):
    told = query.fetch(
        "SELECT action, row_uid, after FROM change_log WHERE table_name = ? AND row_id = 0 ORDER BY id", [table]
    )
    return [(action, uid, json.loads(after)) for action, uid, after in told]


def notes(folder):
    return list(folder.root.glob("handing-*"))


def test_a_backup_without_its_row_is_put_into_the_log_by_the_next_start_once(killed, folder):
    killed("backups._log = killed\nbackups.back_up(folder, 'manual')")
    (lying,) = backups.listed(folder)
    assert backups.verify(lying.path).sha256 == lying.sha256 and rows("backup") == []
    assert backups.adopt(folder) == [lying.path.name] and backups.adopt(folder) == []
    facts = {"file_name": lying.path.name, "sha256": lying.sha256, "backup_folder": ""}
    assert rows("backup") == [(LogAction.FOUND, lying.path.name, facts)]
    made = backups.back_up(folder, "manual")
    assert [row[:2] for row in rows("backup")][1:] == [(LogAction.ADD, made.path.name)]
    assert proving.prove().troubles == []


def test_the_next_backup_puts_it_there_too(killed, folder):
    killed("backups._log = killed\nbackups.back_up(folder, 'manual')")
    (lying,) = backups.listed(folder)
    made = backups.back_up(folder, "manual")
    assert [row[:2] for row in rows("backup")] == [
        (LogAction.FOUND, lying.path.name),
        (LogAction.ADD, made.path.name),
    ]


def test_a_paper_that_has_its_name_and_no_row_gets_it_once(killed, folder):
    target = killed("going_out.take_name = then_killed(going_out.take_name)\nhand_out('whole')")
    assert target.read_text(encoding="utf-8") == "whole" and rows("paper") == [] and len(notes(folder)) == 1
    handing.settle()
    assert rows("paper") == [(LogAction.FOUND, "名单", HELD)] and notes(folder) == []
    handing.settle()
    assert len(rows("paper")) == 1 and target.read_text(encoding="utf-8") == "whole"
    assert proving.prove().troubles == []


def test_a_paper_that_has_both_gets_no_second_row(killed, folder):
    target = killed("going_out._taken = then_killed(going_out._taken)\nhand_out('whole')")
    assert len(notes(folder)) == 1 and target.is_file()
    handing.settle()
    assert rows("paper") == [(LogAction.HAND_OUT, "名单", HELD)] and notes(folder) == []


@pytest.mark.parametrize("before", [None, "older"])
def test_half_a_paper_is_swept_wherever_it_lies_and_what_bore_the_name_bears_it(before, killed, folder, tmp_path):
    target = tmp_path / "out" / "名单.csv"
    if before is not None:
        target.write_text(before, encoding="utf-8")
    killed("hand_out('half')")
    assert [one.suffix for one in target.parent.iterdir() if one != target] == [".part"]
    handing.settle()
    assert rows("paper") == [] and notes(folder) == []
    assert list(target.parent.iterdir()) == ([] if before is None else [target])
    assert before is None or target.read_text(encoding="utf-8") == before


def test_a_paper_on_a_stick_that_is_away_waits_for_it_and_one_in_the_making_is_left_alone(killed, folder, actor):
    target = killed("going_out.take_name = then_killed(going_out.take_name)\nhand_out('whole')")
    away = target.parent.rename(target.parent.with_name("away"))
    handing.settle()
    assert rows("paper") == [] and len(notes(folder)) == 1
    away.rename(target.parent)
    with going_out.handed_by(actor), going_out.leaving(target.with_name("b.csv"), Held("别的", 1)) as part:
        part.write_text("x", encoding="utf-8")
        handing.settle()
        assert [row[1] for row in rows("paper")] == ["名单"] and len(notes(folder)) == 1 and part.exists()
    assert [row[:2] for row in rows("paper")] == [(LogAction.FOUND, "名单"), (LogAction.HAND_OUT, "别的")]
    assert notes(folder) == []


def test_what_somebody_took_away_or_changed_since_gets_no_row(killed, folder):
    target = killed("going_out.take_name = then_killed(going_out.take_name)\nhand_out('whole')")
    target.write_text("another", encoding="utf-8")
    handing.settle()
    assert rows("paper") == [] and notes(folder) == []


def test_a_picture_without_its_row_is_told_by_the_doctor_and_stays(killed, folder, actor):
    one = query.ids("SELECT id FROM living_resident")[0]
    photos.store(actor, one, PHOTO)
    assert kept_files.unnamed(folder.root) == []
    killed(
        f"import desktop.services.residents.photos as p\np.writing = killed\np.store(actor, {one}, {PHOTO!r} + b'1')"
    )
    (lying,) = kept_files.unnamed(folder.root)
    assert (folder.root / lying).is_file() and kept_files.damaged(folder.root) == []
    (line,) = [found for found in health.doctor(folder) if found.name == "files"]
    assert line.ok and " 1 " in line.text and "photos/" not in line.text


def test_backups_that_a_restored_store_does_not_know_are_found(folder, person):
    person("王芳")
    first = backups.back_up(folder, "manual")
    second = backups.back_up(folder, "manual")
    restoring.restore(first.path, folder)
    (present,) = [one for one in backups.listed(folder) if one.reason == "restore"]
    assert set(backups.adopt(folder)) == {first.path.name, second.path.name, present.path.name}
    assert proving.prove().troubles == []


@pytest.mark.parametrize("error", [DiskFull("x"), DatabaseBusy()])
def test_a_backup_whose_row_found_no_room_is_told_and_put_there_by_the_next(error, folder, person, monkeypatch):
    person("王芳")
    with monkeypatch.context() as patch:
        patch.setattr(backups, "noting", _refusing(error))
        made = backups.back_up(folder, "manual")
    assert made.log_error == BackupUnlogged(made.path.name) and rows("backup") == []
    assert backups.verify(made.path).sha256 == made.sha256
    again = backups.back_up(folder, "manual")
    assert again.log_error is None
    assert [row[:2] for row in rows("backup")] == [(LogAction.FOUND, made.path.name), (LogAction.ADD, again.path.name)]


def _refusing(error):
    def noting(*_given):
        raise error

    return noting


def test_before_a_risky_act_one_that_was_found_or_rehearsed_is_not_taken_for_the_newest(killed, folder, actor):
    killed("backups._log = killed\nbackups.back_up(folder, 'manual')")
    centres.set_setting(actor, "k", "1")
    backups.adopt(folder)
    made = backups.back_up_before("import", actor)
    assert made is not None
    assert backups.back_up_before("import", actor) is None, "nothing was written since"

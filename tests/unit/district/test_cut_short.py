"""An intake killed at any step of it is finished or undone at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.storage_errors import DiskFull
from desktop.district import derived, intake, settling
from desktop.district.engines.duckdb import counting
from desktop.district.opening import opened
from tests.made_files import MadeFile, row
from tests.unit.district.laid_out import laid_out

pytestmark = pytest.mark.usefixtures("then")

SCRIPT = """
import datetime as dt, os, signal, sys
from pathlib import Path
from desktop.core import clock
from desktop.district import catalogue, derived, intake, settling
from desktop.district.folder import DistrictFolder
from desktop.district.opening import opened
die = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)
{step}
with clock.standing_at(dt.datetime(2026, 11, 3, 9, 0)), opened(DistrictFolder(Path(sys.argv[1]))) as desk:
    intake.merge(desk, [Path(sys.argv[2])])
"""

# Where it is killed, and whether the new file stands at the next start.
STEPS = [
    ("intake._place = die", False),
    ("settling.note = die", False),
    ("derived.put = die", False),
    ("derived.store.make_folder = die", False),
    ("derived.store._remove = die", False),
    ("import desktop.district.engines.duckdb as engine; engine._types = die", False),
    ("intake._keep = die", False),
    ("catalogue.Catalogue.put = die", True),
    ("settling.done = die", True),
]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize(("step", "stands"), STEPS, ids=[one for one, _ in STEPS])
def test_killed_at_any_step_the_file_stands_or_is_gone(desk, tmp_path, step, stands):
    who = [row("residents", name="王芳")]
    first, second = MadeFile(rows={"residents": who}).write(tmp_path), MadeFile(sequence=2).write(tmp_path)
    intake.merge(desk, [first])
    desk.catalogue.close()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(step=step), str(desk.folder.root), str(second)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    with opened(desk.folder) as again:
        (taken,) = again.catalogue.all_accepted()
        assert taken.sequence == (2 if stands else 1)
        (kept,) = again.folder.files.rglob("*.shizhu")
        assert kept.read_bytes() == (second if stands else first).read_bytes()
        assert not list(again.folder.root.glob("intake-*")) and not list(again.folder.root.glob(".shizhu-*"))
        with counting(again.folder.store, "2026-10") as engine:
            assert engine.rows("SELECT sha256 FROM files") == [(taken.sha256,)]
            assert len(engine.rows("SELECT uid FROM residents")) == (0 if stands else 1)
        assert not list(again.folder.store.rglob(".shizhu-*"))
        intake.merge(again, [second])
        assert [one.sequence for one in again.catalogue.all_accepted()] == [2]


def test_a_full_disk_stops_the_merge_and_the_next_start_goes_on(desk, tmp_path, derived_files, monkeypatch):
    paths = [MadeFile().write(tmp_path), MadeFile(sequence=2).write(tmp_path)]
    intake.merge(desk, paths[:1])
    with monkeypatch.context() as patched:

        def full(*_given):
            raise DiskFull("/")

        patched.setattr(derived, "put", full)
        with pytest.raises(DiskFull):
            intake.merge(desk, paths[1:])
    assert [one.sequence for one in desk.catalogue.all_accepted()] == [1]
    with opened(desk.folder) as again:
        assert [one.sequence for one in again.catalogue.all_accepted()] == [1]
        intake.merge(again, paths)
        assert [one.sequence for one in again.catalogue.all_accepted()] == [2]


def test_a_kept_file_that_was_spoilt_before_it_stood_is_undone(desk, tmp_path, derived_files, monkeypatch):
    first, second = MadeFile().write(tmp_path), MadeFile(sequence=2).write(tmp_path)
    intake.merge(desk, [first])
    before = laid_out(desk.folder)

    class Cut(BaseException):
        pass

    def cut(*_given):
        raise Cut()

    with monkeypatch.context() as patched:
        patched.setattr(desk.catalogue, "put", cut)
        with pytest.raises(Cut):
            intake.merge(desk, [second])
    kept = max(desk.folder.files.rglob("*.shizhu"))
    kept.write_bytes(kept.read_bytes()[:-1])
    with opened(desk.folder):
        assert laid_out(desk.folder) == before


def test_a_note_that_nobody_can_read_is_taken_away(desk):
    note = desk.folder.root / "intake-0.json"
    note.write_text("{")
    with opened(desk.folder):
        assert not note.exists()


def test_two_programs_take_files_into_one_folder(desk, tmp_path):
    first, second = MadeFile().write(tmp_path), MadeFile(centre="530115").write(tmp_path)
    with opened(desk.folder) as other:
        intake.merge(desk, [first])
        intake.merge(other, [second, first])
        intake.merge(desk, [second])
        assert len(other.catalogue.all_accepted()) == 2


def test_a_cut_file_that_is_older_by_now_is_gone(desk, tmp_path, derived_files):
    """Another program took a later one meanwhile."""
    first, second = MadeFile().write(tmp_path), MadeFile(sequence=2).write(tmp_path)
    intake.merge(desk, [first])
    (older,) = desk.catalogue.all_accepted()
    content = (desk.folder.root / older.file).read_bytes()
    intake.merge(desk, [second])
    (desk.folder.root / older.file).write_bytes(content)
    settling.note(desk, older)
    before = [one.sequence for one in desk.catalogue.all_accepted()]
    with opened(desk.folder) as again:
        assert before == [one.sequence for one in again.catalogue.all_accepted()] == [2]
        (kept,) = again.folder.files.rglob("*.shizhu")
        assert kept.read_bytes() == second.read_bytes()


def test_another_whole_file_in_the_place_of_an_accepted_one_is_named(desk, tmp_path, derived_files):
    intake.merge(desk, [MadeFile().write(tmp_path)])
    (row,) = desk.catalogue.all_accepted()
    (desk.folder.root / row.file).write_bytes(MadeFile(sequence=2).content())
    assert [str(one.error.reason) for one in intake.rebuild(desk)] == ["changed"]

"""reliability B3: an export that is cut at any step never gives two files one number."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.period import Month
from desktop.services.centre import centres
from desktop.services.closing import exports
from desktop.sync import finishing, write
from desktop.sync.read import verify
from desktop.sync.write import export_month

OCTOBER = Month(2026, 10)


class Cut(BaseException):
    """The power is gone: nothing that would clean up runs."""


def cut(*_values, **_more):
    raise Cut()


@pytest.fixture
def out(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def killed(actor, centre, folder, out, monkeypatch):
    """Export with the process killed at a step of it, in a process of its own; what stands afterwards."""

    def run(step: str) -> list[str]:
        centres.close_centre()
        script = (
            "import os, signal, sys\n"
            "from pathlib import Path\n"
            "from desktop.core.paths import DataFolder\n"
            "from desktop.core import i18n\n"
            "from desktop.core.period import Month\n"
            "from desktop.services.centre import accounts, centres\n"
            "from desktop.services.closing import exports\n"
            "from desktop.sync import finishing, write\n"
            "die = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)\n"
            f"{step}\n"
            "centres.open_centre(DataFolder(Path(sys.argv[1])))\n"
            "write.export_month(accounts.system_actor(), Month(2026, 10), Path(sys.argv[2]))\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, str(folder.root), str(out)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
            capture_output=True,
        )
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
        centres.open_centre(folder)
        return sorted(one.name for one in out.iterdir())

    return run


# Where it is killed, whether the number is remembered by then, and so whether the file gets its name at the next start.
STEPS = [
    ("write._write = die", False),
    ("finishing.note = die", False),
    ("exports.store = die", False),
    ("finishing.name = die", True),
    ("finishing.forget = die", True),
]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize(("step", "remembered"), STEPS, ids=[one for one, _ in STEPS])
def test_killed_at_any_step_the_number_names_one_file_or_none(killed, actor, folder, out, step, remembered):
    killed(step)
    finishing.finish()
    named = [one for one in out.iterdir() if one.suffix == ".shizhu"]
    assert [row.sequence for row in exports.listed()] == ([1] if remembered else [])
    assert [verify(one).sequence for one in named] == ([1] if remembered else [])
    assert not list(folder.root.glob("exporting-*"))
    following = export_month(actor, OCTOBER, out)
    assert following.sequence == (2 if remembered else 1)
    files = [verify(one) for one in out.glob("*.shizhu")]
    assert sorted(one.sequence for one in files) == list(range(1, following.sequence + 1))
    if remembered:
        assert verify(following.path).previous_sha256 == exports.listed()[-1].sha256


def test_the_file_of_a_stick_that_is_away_waits_for_it(killed, folder, out):
    killed("finishing.name = die")
    away = out.with_name("away")
    out.rename(away)
    finishing.finish()
    assert len(list(folder.root.glob("exporting-*"))) == 1
    away.rename(out)
    finishing.finish()
    assert [verify(one).sequence for one in out.glob("*.shizhu")] == [1]


def test_a_refusal_after_the_number_was_taken_gives_the_file_its_name_next_time(
    actor, centre, out, folder, monkeypatch
):
    with monkeypatch.context() as patched:
        patched.setattr(finishing, "name", cut)
        with pytest.raises(Cut):
            export_month(actor, OCTOBER, out)
    assert list(out.glob("*.shizhu")) == []
    assert export_month(actor, OCTOBER, out).sequence == 2
    assert sorted(verify(one).sequence for one in out.glob("*.shizhu")) == [1, 2]


def test_the_waiting_file_has_its_place_for_good_before_its_number_is_remembered(actor, centre, out, monkeypatch):
    """Found by ``tests/slow/test_power_cut.py``: a file without any name could not take its own, its number stood."""
    steps = []
    sync, store = write.sync_folder, exports.store
    monkeypatch.setattr(
        write, "sync_folder", lambda place: (steps.append((place, len(list(out.iterdir())))), sync(place))
    )
    monkeypatch.setattr(write.exports, "store", lambda *values: (steps.append("number"), store(*values)))
    export_month(actor, OCTOBER, out)
    assert steps == [(out, 1), "number"]


def test_what_is_being_written_is_nobody_elses_to_finish(actor, centre, out, monkeypatch):
    store = exports.store

    def meanwhile(*values):
        store(*values)
        finishing.finish()

    monkeypatch.setattr(write.exports, "store", meanwhile)
    assert verify(export_month(actor, OCTOBER, out).path).sequence == 1


def test_a_note_that_nobody_can_read_is_taken_away(actor, centre, folder):
    (folder.root / "exporting-7.json").write_text("{")
    finishing.finish()
    assert not (folder.root / "exporting-7.json").exists()

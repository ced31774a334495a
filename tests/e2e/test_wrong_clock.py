"""The whole program under a clock that jumps by years, between two commands and while it runs (libfaketime)."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from desktop.core.paths import DataFolder
from desktop.services.keeping import backups
from tests.e2e.running import ROOT, SAMPLE, Ran, run_command
from tests.e2e.test_window_ends import wait_for

NOW, TOMORROW, LATER = (f"2026-10-{day} 09:00:00" for day in (21, 22, 23))
AHEAD, BEHIND = "2031-10-21 09:00:00", "2019-10-21 09:00:00"
PATIENCE = 240.0
# What is said of a clock that leapt, of one behind the last write, of writes that it dated when it was ahead.
LEAPT, SLOW, WAS_AHEAD = "电脑时间比最后一条记录（2026-10-21", "电脑时钟比最后一条记录（2031-10-21", "2031-10-21"

At = Callable[..., Ran]


def library() -> Path | None:
    """Debian's libfaketime, which stands before libc and answers whoever asks for the time."""
    if sys.platform != "linux":
        return None
    found = sorted(Path("/usr/lib").glob("**/faketime/libfaketime.so.1"))
    return found[0] if found and shutil.which("faketime") else None


needs_faketime = pytest.mark.skipif(
    library() is None, reason="libfaketime is not here (Debian: faketime): no clock was turned"
)
pytestmark = pytest.mark.slow


@pytest.mark.nightly
@pytest.mark.skipif(sys.platform != "linux", reason="libfaketime is not for this system")
def test_in_the_night_the_clock_is_turned_and_not_skipped() -> None:
    assert library() is not None


@pytest.fixture
def clock_file(tmp_path: Path) -> Path:
    """What the clock shows, read anew whenever somebody looks at it."""
    return tmp_path / "clock.txt"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def turned(clock_file: Path, moment: str) -> dict[str, str]:
    """The surroundings of a program whose clock is this one; how long something took is told right still."""
    _set(clock_file, moment)
    shown = {"FAKETIME_TIMESTAMP_FILE": str(clock_file), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    return {"LD_PRELOAD": str(library()), **shown}


def _set(clock_file: Path, moment: str) -> None:
    # By one rename: nobody reads half of it.
    part = clock_file.with_suffix(".part")
    part.write_text(f"@{moment}\n")
    part.replace(clock_file)


@pytest.fixture
def at(clock_file: Path, data: Path) -> At:
    """A command at a moment."""

    def run(moment: str, *words: object) -> Ran:
        return run_command("--lang", "zh_CN", *words, data=data, **turned(clock_file, moment))

    return run


@pytest.fixture
def centre(at: At, data: Path) -> Iterator[DataFolder]:
    """A centre with the people of the sample, of the 21st of October; at the end nothing of its log is amiss."""
    init = ("init", "--centre", "示例中心", "--centre-no", "530114", "--plan", "chenggong")
    for words in (init, ("import", "residents", SAMPLE / "residents.xlsx")):
        done = at(NOW, *words)
        assert done.code in (0, 3), done.err
    yield DataFolder(data)
    proven = at(LATER, "audit", "verify", "--json")
    assert proven.code == 0 and all(one["ok"] for one in proven.json["chains"])
    ill = {one["name"]: one["text"] for one in at(LATER, "doctor", "--json").json["findings"] if not one["ok"]}
    assert ill.keys() <= {"clock", "disk"} and WAS_AHEAD in ill.get("clock", WAS_AHEAD), ill
    written = _log(data)
    assert [one[:3] for one in written] == sorted(one[:3] for one in written), "in order of the counter"


def _log(data: Path) -> list[tuple[str, int, int, str]]:
    """Epoch, station, counter and moment of each write, in the order in which they were made."""
    with closing(sqlite3.connect(data / "shizhu.db")) as store:
        return store.execute("SELECT epoch, station, counter, at FROM change_log ORDER BY id").fetchall()


@needs_faketime
def test_each_command_at_another_moment_loses_nothing_and_says_what_is_wrong(
    centre: DataFolder, at: At, tmp_path: Path
) -> None:
    def add(moment: str, name: str) -> str:
        done = at(moment, "lists", "communities", "add", name)
        assert done.code == 0, done.err
        return done.err

    assert add(NOW, "一") == ""
    assert LEAPT in add(AHEAD, "二")
    ahead = at(AHEAD, "backup", "now", "--json")
    assert ahead.code == 0 and ahead.json["taken_at"].startswith("2031-10-21"), ahead.err
    assert SLOW in add(BEHIND, "三")
    behind = at(BEHIND, "export", "--full", "--out", tmp_path / "out", "--json")
    assert behind.code == 0 and SLOW not in behind.out, behind.err
    assert WAS_AHEAD in add(TOMORROW, "四")
    made = at(TOMORROW, "backup", "now", "--json")
    assert made.code == 0 and Path(ahead.json["file"]).is_file(), "one of a day to come pushes none out"

    names = {one["name"] for one in at(TOMORROW, "lists", "communities", "list", "--json").json["entries"]}
    assert {"一", "二", "三", "四"} <= names
    moments = [one[3] for one in _log(centre.root)]
    assert moments != sorted(moments), "the clock was turned"
    assert at(TOMORROW, "verify", behind.json["file"]).code == 0

    # With the clock years behind a restore begins an epoch that is later than any known.
    restored = at(BEHIND, "backup", "restore", made.json["file"])
    assert restored.code == 0, restored.err
    (first, *_), (*_, last) = _log(centre.root), _log(centre.root)
    assert last[0] > first[0] >= "20261021"
    month = at(TOMORROW, "export", "--month", "2026-09", "--out", tmp_path / "out")
    assert month.code == 1 and "全量导出" in month.err
    full = at(AHEAD, "export", "--full", "--out", tmp_path / "out", "--json")
    assert full.code == 0 and full.json["sequence"] > behind.json["sequence"], full.err
    assert at(TOMORROW, "verify", full.json["file"]).code == 0
    assert at(TOMORROW, "backup", "now").code == 0


@needs_faketime
@pytest.mark.parametrize(("words", "pattern"), [(("backup", "now"), "*.db"), (("export", "--full"), "*.shizhu")])
def test_a_clock_that_is_turned_while_a_command_runs_loses_nothing(
    words: tuple[str, ...], pattern: str, centre: DataFolder, at: At, clock_file: Path
) -> None:
    place = centre.backups if words[0] == "backup" else centre.exports
    given = words if words[0] == "backup" else (*words, "--out", place)
    known = set(place.glob(pattern))
    before = len(_log(centre.root))
    running = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--data", str(centre.root), *map(str, given)],
        cwd=ROOT,
        env={**os.environ, **turned(clock_file, NOW)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    turns = 0
    while running.poll() is None:
        turns += 1
        _set(clock_file, (AHEAD, BEHIND, NOW)[turns % 3])
        with suppress(subprocess.TimeoutExpired):
            running.wait(0.02)
    _out, err = running.communicate()
    assert running.returncode == 0, err.decode()
    assert turns > 3 and len(_log(centre.root)) > before
    (made,) = set(place.glob(pattern)) - known
    proven = at(TOMORROW, "backup", "verify", made) if words[0] == "backup" else at(TOMORROW, "verify", made)
    assert proven.code == 0, proven.err
    assert at(TOMORROW, "backup", "now").code == 0


def fresh(centre: DataFolder, known: set[Path]) -> list[backups.Backup]:
    """The whole backups that were not there before."""
    return [one for one in backups.listed(centre) if one.sha256 and one.path not in known]


@needs_faketime
@pytest.mark.parametrize("closed", [AHEAD, BEHIND])
def test_a_clock_that_is_turned_while_the_window_stands_loses_nothing(
    closed: str, centre: DataFolder, at: At, clock_file: Path
) -> None:
    known = {one.path for one in backups.listed(centre)}
    window = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--data", str(centre.root)],
        cwd=ROOT,
        env={**os.environ, **turned(clock_file, TOMORROW), "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        # The day's first backup is made once the window stands.
        wait_for(lambda: fresh(centre, known) != [], PATIENCE)
        _set(clock_file, closed)
        window.send_signal(signal.SIGTERM)
        assert window.wait(PATIENCE) == 0
    finally:
        window.kill()
        window.wait()
    (last,) = (one for one in fresh(centre, known) if one.reason == "exit")
    assert f"{last.taken_at}"[:10] == closed[:10]
    assert at(LATER, "backup", "verify").code == 0
    assert known <= {one.path for one in backups.listed(centre)}, "nothing was pushed out"
    assert at(LATER, "backup", "now").code == 0

"""A window that the system ends: as a process of its own, without anybody at the desk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.paths import DataFolder
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.services.keeping import backups
from tests.e2e.running import ROOT

_PATIENCE = 60.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM there")


def wait_for(seen: Callable[[], bool], patience: float = _PATIENCE) -> None:
    until = time.monotonic() + patience
    while not seen():
        assert time.monotonic() < until, "nothing happened"
        time.sleep(0.05)


def test_sigterm_closes_the_window_with_its_backup(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    centres.initialise(folder, CentreDraft("示例中心", "530114", "chenggong", "呈贡区", "主任甲"))
    centres.close_centre()
    window = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--data", str(folder.root)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    # The day's first backup is made once the window stands.
    wait_for(lambda: any(one.sha256 for one in backups.listed(folder)))
    window.send_signal(signal.SIGTERM)
    assert window.wait(_PATIENCE) == 0
    newest, *_earlier = backups.listed(folder)
    assert newest.reason == "exit", "a morning's that was not finished yet is none"

"""Start of the process to the first painted window ÷ the same for a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from desktop.core.paths import DataFolder
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from tests.benchmarks.measuring import Measured

RUNS = 5
ROOT = Path(__file__).resolve().parents[2]

# Both say on standard output when their window has been painted; the clock is the system's, not the process's.
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
app.processEvents()
print(time.monotonic())
"""
OURS = """
import os, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
def painted(*ignored):
    QApplication.processEvents()
    print(time.monotonic(), flush=True)
    os._exit(0)
QApplication.exec = staticmethod(painted)
from desktop import app
app.run(Path(sys.argv[1]), "zh_CN")
"""


def measure(folder: Path) -> Measured:
    """The median of some starts each, on an empty centre."""
    data = folder / "start"
    centres.initialise(DataFolder(data), CentreDraft("中心", "530114", "chenggong", "", "甲"))
    centres.close_centre()
    ours = median(_start(OURS, str(data)) for _ in range(RUNS))
    floor = median(_start(BARE) for _ in range(RUNS))
    return Measured("start to first window", ours, floor, "bare PySide6 window")


def _start(script: str, *arguments: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return (float(done.stdout.split()[-1]) - begin) * 1000

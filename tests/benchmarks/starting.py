"""Start of the process to the first painted window, and its memory then ÷ the same for a bare PySide6 window.

Whole processes, begun in turn: with 500 residents, with 20 000, and the bare window. What is compiled once, when a
program is installed, is compiled before.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks import made_centre
from tests.benchmarks.measuring import Measured

RUNS = 7
ROOT = Path(__file__).resolve().parents[2]

# Each tells, when its first window has been painted, the moment (of the system's clock) and its resident memory.
WATCH = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

def painted():
    at = time.monotonic()
    with open("/proc/self/statm") as pages:
        size = int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    print(json.dumps([at, size]), flush=True)
    os._exit(0)

class Watch(QObject):
    def eventFilter(self, watched, event):
        # The window is painted while this event is handled; a timer comes after it.
        if event.type() == QEvent.Type.Expose:
            QTimer.singleShot(0, painted)
        return False

watch = Watch()
"""
BARE = f"""{WATCH}
app = QApplication(sys.argv)
app.installEventFilter(watch)
window = QMainWindow()
window.show()
app.exec()
"""
OURS = f"""{WATCH}
import datetime as dt
from pathlib import Path
begin = QApplication.exec
def watched():
    QApplication.instance().installEventFilter(watch)
    for window in QApplication.topLevelWindows():
        if window.isExposed():
            painted()
    return begin()
QApplication.exec = staticmethod(watched)
from desktop.core import clock
with clock.standing_at(dt.datetime.fromisoformat(sys.argv[2])):
    from desktop import app
    app.run(Path(sys.argv[1]), "zh_CN")
"""


def measure(folder: Path) -> list[Measured]:
    """The medians of some starts each."""
    small, large = (
        str(made_centre.copy(folder / f"start-{size}", size).root) for size in (made_centre.SMALL, made_centre.LARGE)
    )
    ways = {"bare": (BARE,), "small": (OURS, small), "large": (OURS, large)}
    for way in ways.values():
        _start(*way)
    runs = [{name: _start(*way) for name, way in ways.items()} for _ in range(RUNS)]
    took = {name: median(run[name][0] for run in runs) for name in ways}
    size = {name: median(run[name][1] for run in runs) for name in ways}
    return [
        Measured("start to first window, 500", took["small"], took["bare"], "bare PySide6 window", 1.5),
        Measured("start to first window, 20 000", took["large"], took["bare"], "bare PySide6 window", 1.5),
        Measured("the same against 500 residents", took["large"], took["small"], "with 500 residents", 1.15),
        Measured("memory at the first window", size["large"], size["bare"], "bare PySide6 window", 1.6, "MB"),
    ]


def _start(script: str, *arguments: str) -> tuple[float, float]:
    """Milliseconds to the first painted window, and MB of memory then."""
    compiled = ROOT / "build" / "pycache"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments, *([made_centre.TODAY.isoformat()] if arguments else [])],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    at, size = json.loads(done.stdout.splitlines()[-1])
    return (at - begin) * 1000, size / 1_000_000

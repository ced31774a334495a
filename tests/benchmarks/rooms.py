"""From the key that opens a room to its painted page with 20 000 residents: the first time, again, after a change.

The window has stood for a moment, so that the modules of its rooms are loaded. A page that reads behind the window
stands within this time and says that it reads; how long that takes is ``… read`` (no goal, the window answers).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks import made_centre
from tests.benchmarks.measuring import Measured

ROOT = Path(__file__).resolve().parents[2]
GOAL_MS = 100.0
WAYS = {"first": "first time", "again": "again", "changed": "after a change"}
READ = "after a change, read"

WINDOW = """
import datetime as dt, json, os, sys, time
from pathlib import Path
from statistics import median
from PySide6.QtWidgets import QApplication
from desktop import app as program
from desktop.ui.pages import rooms
from desktop.core import clock, i18n
from desktop.core.paths import DataFolder
from desktop.services.centre import accounts, centres
from desktop.ui.frame import launch
from desktop.ui.frame.preferences import Preferences

app = QApplication([])
i18n.install("zh_CN")
preferences = Preferences()
launch.dress(app, preferences)
folder = DataFolder(Path(sys.argv[1]))

def settle():
    while session.reads.busy:
        app.processEvents()
    app.processEvents()

def enter(key):
    begin = time.perf_counter()
    window.go(key)
    app.processEvents()
    took = (time.perf_counter() - begin) * 1000
    settle()
    known[key] = (time.perf_counter() - begin) * 1000
    window.go("import")
    settle()
    return took

with clock.standing_at(dt.datetime.fromisoformat(sys.argv[2])):
    centres.open_centre(folder)
    session = program.open_session(folder, preferences, accounts.system_actor())
    window = program.build_window(session)
    window.show()
    settle()
    for desk in window.findChildren(program.Desk):
        desk.load_rooms()
    settle()
    found, known = {}, {}
    for room in rooms.rooms():
        first = enter(room.key)
        again = median(enter(room.key) for _ in range(3))
        session.bus.tell(window.page(room.key).topics)
        settle()
        found[room.key] = {"first": first, "again": again, "changed": enter(room.key)}
        found[room.key]["read"] = known[room.key]
print(json.dumps(found), flush=True)
os._exit(0)
"""


def measure(folder: Path) -> list[Measured]:
    """A line for each room and way of entering it."""
    made = made_centre.copy(folder / "rooms")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "pycache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", WINDOW, str(made.root), made_centre.TODAY.isoformat()]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=600)
    found = json.loads(done.stdout.splitlines()[-1])
    lines = [
        Measured(f"room {room}, {words}", took[way], 0, "", GOAL_MS, absolute=True)
        for room, took in found.items()
        for way, words in WAYS.items()
    ]
    slow = [room for room, took in found.items() if took["read"] > GOAL_MS]
    return [
        *lines,
        *(Measured(f"room {room}, {READ}", found[room]["read"], 0, "", None, absolute=True) for room in slow),
    ]

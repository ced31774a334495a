"""Typing into the search box of the window over 100 000 residents, and the memory of the window with them.

Time: from the last key to the painted first page ÷ the raw FTS5 query. Memory: a process whose register is open
on 100 000 residents ÷ the same on an empty centre.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop.core.paths import DataFolder
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from tests.benchmarks.measuring import Measured
from tests.benchmarks.searching import PEOPLE, fill

ROOT = Path(__file__).resolve().parents[2]
MOST_MS, MOST_RATIO = 50.0, 1.3

WINDOW = """
import gc, json, sys, time
from pathlib import Path
from statistics import median
import psutil
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop import app as program
from desktop.core import i18n
from desktop.core.paths import DataFolder
from desktop.models import query
from desktop.services.centre import accounts, centres
from desktop.services.register import listing as residents
from desktop.ui.frame import launch
from desktop.ui.frame.preferences import Preferences

class Painted(QObject):
    at = 0.0
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False

app = QApplication([])
i18n.install("zh_CN")
preferences = Preferences()
launch.dress(app, preferences)
folder = DataFolder(Path(sys.argv[1]))
centres.open_centre(folder)
session = program.open_session(folder, preferences, accounts.system_actor())
window = program.build_window(session)
window.show()
window.go("residents")
app.processEvents()
page = window.page("residents")
search, table = page.header.search, page.table
painted = Painted()
table.view.viewport().installEventFilter(painted)

def typed(text):
    search.clear()
    search.search_now()
    app.processEvents()
    for letter in text[:-1]:
        QTest.keyClicks(search, letter)
    app.processEvents()
    search.search_now()
    app.processEvents()
    shown = []
    original = page.show_list
    def spy():
        original()
        shown.append(time.perf_counter())
    page.show_list = spy
    begin = time.perf_counter()
    QTest.keyClicks(search, text[-1])
    while not shown or painted.at < shown[0]:
        app.processEvents()
    page.show_list = original
    return (painted.at - begin) * 1000

def raw(text):
    match = residents.match_expression(text)
    begin = time.perf_counter()
    query.fetch("SELECT rowid FROM resident_search WHERE resident_search MATCH ?", [match])
    return (time.perf_counter() - begin) * 1000

texts, people = sys.argv[2:], len(table.model.ids)
times = {}
for text in texts:
    if people:
        times[text] = median(typed(text) for _ in range(9))
    search.setText(text)
    search.search_now()
search.clear()
search.search_now()
app.processEvents()
gc.collect()
rss = psutil.Process().memory_info().rss
floors = {text: median(raw(text) for _ in range(9)) for text in texts}
print(json.dumps({"typed": times, "raw": floors, "rss": rss}))
import os
sys.stdout.flush()
os._exit(0)
"""


def measure(folder: Path) -> list[Measured]:
    """The last key to the first page for some searches; then the memory, in MB instead of milliseconds."""
    full, empty = folder / "typing", folder / "typing-empty"
    for path, people in ((full, PEOPLE), (empty, 0)):
        centres.initialise(DataFolder(path), CentreDraft("中心", "530114", "chenggong", "", "甲"))
        fill(people)
        centres.close_centre()
    texts = ("wxy", "wx", "yinghua", "4321")
    ours, bare = _window(full, *texts), _window(empty, *texts)
    found = [
        Measured(
            f"last key of {text} to first page",
            ours["typed"][text],
            ours["raw"][text],
            "raw FTS5 query",
            MOST_MS,
            absolute=True,
        )
        for text in texts
    ]
    sizes = (ours["rss"] / 1_000_000, bare["rss"] / 1_000_000)
    return [*found, Measured("memory of the window with 100 000", *sizes, "with no residents", MOST_RATIO, "MB")]


def _window(folder: Path, *texts: str) -> Any:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(folder), *texts],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return json.loads(done.stdout.splitlines()[-1])

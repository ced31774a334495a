"""50 000 rows through the window of an import: the check ÷ the same without a window, and the longest pause."""

from __future__ import annotations

import csv
import datetime as dt
import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.core.paths import DataFolder
from desktop.core.person.identity import check_character
from desktop.importing import staging
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft
from desktop.ui.frame import launch
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.preferences import Preferences
from desktop.ui.pages.asks import TakeIn
from desktop.ui.pages.importing.page import ImportPage
from tests.benchmarks.measuring import Measured

ROWS = 50_000
# Longer than this a person takes the program for stuck.
PATIENCE_MS = 250.0
HEADS = ("姓名", "身份证号", "社区", "现居住地址", "联系电话", "特殊困难类别", "能力等级")
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴", "芳兰英秀玉华桂珍凤淑芬国建明德"


class Heartbeat:
    """Beats as often as the event loop lets it; ``worst`` is the longest pause in milliseconds."""

    def __init__(self) -> None:
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self.worst, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst, self._last = max(self.worst, (now - self._last) * 1000), now


def measure(folder: Path) -> list[Measured]:
    """A big text table, checked and scrolled in the window of an empty centre."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app import build_window, open_session

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    launch.dress(app, Preferences())
    path = _table(folder / "rows.csv")
    data = DataFolder(folder / "import")
    actor = centres.initialise(data, CentreDraft("中心", "530114", "chenggong", "", "甲"))
    proposal = staging.propose(staging.open_book(path), "residents")
    begin = time.perf_counter()
    staging.check(actor, proposal)
    floor = (time.perf_counter() - begin) * 1000
    window = build_window(open_session(data, Preferences(sounds=False), actor))
    window.resize(1366, 768)
    window.show()
    found = _through(app, window, path, floor)
    window.jobs.stop()
    window.session.reads.stop()
    centres.close_centre()
    return found


def _through(app: QApplication, window: MainWindow, path: Path, floor: float) -> list[Measured]:
    window.go("import", TakeIn("residents"))
    page = window.page("import")
    assert isinstance(page, ImportPage)
    _run(app, window, lambda: page.open_file(path))
    _run(app, window, page.go_on)
    heart = Heartbeat()
    took = _run(app, window, page.go_on)
    checking, bar = heart.worst, page.rows.table.view.verticalScrollBar()
    heart.begin()
    for at in range(100):
        bar.setValue(bar.maximum() * at // 100)
        app.processEvents()
    return [
        Measured(f"check of {ROWS} rows in the window", took, floor, "without one"),
        Measured("longest pause while checking", checking, PATIENCE_MS, "patience"),
        Measured("longest pause while scrolling", heart.worst, PATIENCE_MS, "patience"),
    ]


def _run(app: QApplication, window: MainWindow, act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    app.processEvents()
    while window.jobs.busy:
        app.processEvents()
        time.sleep(0.001)
    app.processEvents()
    return (time.perf_counter() - begin) * 1000


def row_of(number: int) -> tuple[str, ...]:
    """A made person of a register, another one for each number."""
    born = dt.date(1926, 1, 1) + dt.timedelta(days=number * 7 % 14_000)
    body = f"539901{born:%Y%m%d}{number % 999:03d}"
    name = SURNAMES[number % 10] + GIVEN[number // 10 % 15] + GIVEN[number // 150 % 15]
    place = (f"{number % 30}社区", f"{number % 90}栋{number % 400}室", f"139{number:08d}")
    return (name, body + check_character(body), *place, "独居" if number % 3 else "", "轻度失能")


def _table(path: Path) -> Path:
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        writer.writerows(row_of(number) for number in range(ROWS))
    return path

"""``shizhu --district DIR``: a window on a district's folder, without any centre."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.core import handed, i18n
from desktop.core.errors import ShizhuError
from desktop.core.paths import DataFolder, remember_district
from desktop.core.trade import Role
from desktop.core.words.messages import sentence
from desktop.district import folder as folders
from desktop.district.folder import District, DistrictFolder
from desktop.services.writing.actor import Actor
from desktop.ui.answer import answer
from desktop.ui.district.office import Office, OfficePreferences
from desktop.ui.district.window import DistrictWindow
from desktop.ui.entrance.holding import settle
from desktop.ui.frame import box_keys, launch
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.crash import CrashDialog, CrashHook
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.reads import ReadsBehind
from desktop.ui.frame.session import Session
from desktop.ui.frame.single import SingleInstance, Way
from desktop.ui.frame.terminate import Termination

_PREFERENCES = "preferences.json"


def run(root: Path, lang: str | None = None, file: Path | None = None) -> int:
    """Open the window on a district's folder and take in ``file``; 1 where the folder is none."""
    place = DistrictFolder(root.absolute())
    if file is not None:
        handed.leave(place.root, file)
    launch.prepare_environment()
    app = QApplication(sys.argv[:1])
    likes = OfficePreferences.load(place.root / _PREFERENCES)
    language = lang or likes.language
    i18n.install(language)
    launch.dress(app, likes)
    district = answer(lambda: folders.require(place))
    if isinstance(district, ShizhuError):
        # Also where nobody sees the box.
        sys.stderr.write(sentence(district) + "\n")
        CrashDialog(sentence(district), "").exec()
        return 1
    app.setQuitOnLastWindowClosed(False)
    single = SingleInstance(place.root)
    if settle(single, single.claim()) is Way.QUIT:
        return 0
    remember_district(place.root)
    work(app, single, build_window(place, district, likes))
    single.release()
    return 0


def build_window(place: DistrictFolder, district: District, likes: OfficePreferences) -> DistrictWindow:
    """The window with its six rooms."""
    box_keys.listen()
    # Nobody of a centre sits here, and nothing is written into one.
    nobody = Actor(None, district.name, Role.AUDITOR)
    session = Session(nobody, DataFolder(place.root), Bus(), Jobs(), likes, ReadsBehind(_nothing))
    return DistrictWindow(session, Office(place, district, likes))


def work(app: QApplication, single: SingleInstance, window: DistrictWindow) -> None:
    """The window from its opening to its end."""
    crash = CrashHook(window.office.place.root / "logs")
    crash.install()
    single.raised.connect(window.come_forward)
    single.raised.connect(window.look)
    termination = Termination(window)
    termination.asked.connect(window.close_at_once)
    termination.watch()
    app.setQuitOnLastWindowClosed(True)
    window.appear()
    QTimer.singleShot(0, window, window.look)
    app.exec()
    termination.forget()
    window.deleteLater()


def _nothing() -> None:
    return None

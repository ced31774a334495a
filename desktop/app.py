"""The composition root of the window: the only module that sees everything.

The first window comes up without the pages of its rooms; their modules are loaded behind it once it stands.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from desktop.core import handed, i18n
from desktop.core.answers import BackupReason
from desktop.core.codes import CodeKind
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.paths import DataFolder, default_data_folder, portable_folder, remember_data_folder
from desktop.core.progress import Progress
from desktop.core.reasons import CodeWanted
from desktop.core.routes import SheetKind
from desktop.core.trade import Role
from desktop.core.words.codes import replaced_words
from desktop.core.words.messages import sentence
from desktop.models.database import close_thread, only_looking
from desktop.services.centre import centres, practice
from desktop.services.writing.actor import Actor
from desktop.ui.answer import answer
from desktop.ui.entrance.entrance import enter, who_sits_here
from desktop.ui.entrance.holding import settle
from desktop.ui.frame import box_keys, launch
from desktop.ui.frame.bus import Bus, Topic
from desktop.ui.frame.crash import CrashHook
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.navigation import Room
from desktop.ui.frame.perform import perform, show_trouble
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.reads import ReadsBehind
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.scan import ScanDetector
from desktop.ui.frame.session import Session
from desktop.ui.frame.single import SingleInstance, Way
from desktop.ui.frame.status_bar import StatusFacts
from desktop.ui.frame.terminate import Termination
from desktop.ui.look.theme import Tone
from desktop.ui.pages import rooms
from desktop.ui.pages.asks import Open, OpenReport, PaperRow, ShowUrgent, StartScanning
from desktop.ui.pages.commands import CommandSearch
from desktop.ui.pages.opening import FileOpening

if TYPE_CHECKING:
    from desktop.services.help_services.orders import ServiceRow
    from desktop.services.keeping.backups import Backup
    from desktop.services.register.old_codes import OldCode

_BACKUP_LOOK_MS = 10 * 60 * 1000
_AFTER_FIRST_PAINT_MS = 400
# Where a scanned card or label leads.
_ROOMS = {
    CodeKind.RESIDENT: RoomKey.RESIDENTS,
    CodeKind.BED: RoomKey.BEDS,
}


def run(data: Path | None, lang: str | None = None, file: Path | None = None) -> int:
    """Open the window on a data folder, and ``file`` in it or in the one that stands; returns when it is closed."""
    # Nothing of what is made on the way to the first window is garbage: looking through it would only take time.
    gc.disable()
    folder = DataFolder(data) if data is not None else default_data_folder()
    if file is not None:
        handed.leave(folder.root, file)
    launch.prepare_environment()
    launch.stay_beside(portable_folder())
    app = QApplication(sys.argv[:1])
    # A dialog of the entrance that closes is not the end.
    app.setQuitOnLastWindowClosed(False)
    preferences = Preferences.load(folder.root / "preferences.json")
    # What the command line asks for holds for this time only.
    language = lang or preferences.language
    i18n.install(language)
    launch.dress(app, replace(preferences, language=language))
    single = SingleInstance(folder.root)
    way = settle(single, single.claim())
    if way is Way.QUIT:
        return 0
    crash = CrashHook(folder.logs)
    crash.install()
    box_keys.listen()
    entered = enter(folder)
    if entered is None:
        return 0
    if entered.folder != folder:
        single.release()
        single = SingleInstance(entered.folder.root)
        way = settle(single, single.claim())
        if way is Way.QUIT:
            return 0
        if data is None and not practice.is_practice():
            remember_data_folder(entered.folder)
    single.remember()
    work_on(app, single, open_session(entered.folder, preferences, entered.actor, looking=way is Way.LOOK))
    single.release()
    return 0


def work_on(app: QApplication, single: SingleInstance, session: Session) -> None:
    """One window after the other, until whoever sits there is done."""
    actor: Actor | None = session.actor
    while actor is not None:
        actor = work(app, single, open_session(session.folder, session.preferences, actor, session.looking))


def work(app: QApplication, single: SingleInstance, session: Session) -> Actor | None:
    """One window from its opening to its end; after a restored backup the person for whom it is opened anew."""
    window = build_window(session)
    single.raised.connect(window.come_forward)
    opening = FileOpening(window)
    single.raised.connect(opening.look)
    termination = Termination(window)
    termination.asked.connect(window.close_at_once)
    termination.watch()
    app.setQuitOnLastWindowClosed(True)
    window.appear()
    gc.enable()
    desks = window.findChildren(Desk)
    for desk in desks:
        desk.begin_day()
    QTimer.singleShot(0, opening, opening.look)
    app.exec()
    for desk in desks:
        desk.end_day()
    app.setQuitOnLastWindowClosed(False)
    single.raised.disconnect(window.come_forward)
    single.raised.disconnect(opening.look)
    # From here on there is nothing that a second SIGTERM could cut short but the backup itself.
    actor = who_sits_here() if window.reopening else None
    if actor is None:
        leave(session)
    termination.forget()
    window.deleteLater()
    return actor


def open_session(folder: DataFolder, preferences: Preferences, actor: Actor, looking: bool = False) -> Session:
    """What every page is given, for a centre that is open; beside a window that hangs everybody is an auditor."""
    preferences.path = folder.root / "preferences.json"
    who = replace(actor, role=Role.AUDITOR) if looking else actor
    return Session(who, folder, Bus(), Jobs(close_thread), preferences, ReadsBehind(close_thread), looking)


def build_window(session: Session) -> MainWindow:
    """The window with its nine rooms, for a centre that is open."""
    box_keys.listen()
    launch.name_program(practice.is_practice())
    window = MainWindow(session, rooms.rooms(), lambda: _facts(session), _urgent_orders, ShowUrgent())
    window.set_centre(centres.centre().name)
    window.add_room(Room(RoomKey.IMPORT, translate("Rooms", "Import"), RoomKey.IMPORT, rooms.maker(RoomKey.IMPORT)))
    desk = Desk(window)
    CommandSearch(window, desk.open_scanned)
    return window


def _facts(session: Session) -> StatusFacts:
    # Read after the first paint, and what reads them is loaded then.
    from desktop.ui.frame.station_facts import facts_of

    return facts_of(session)


def _urgent_orders() -> list[ServiceRow]:
    from desktop.services.help_services import orders

    return orders.urgent_orders()


class Desk(QObject):
    """What belongs to the window and to no page: scans, the canteen's key, start-up checks, daily backups."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._told_old = ""
        self._broken: tuple[ShizhuError, ...] = ()
        self._scans = ScanDetector(window)
        self._scans.scanned.connect(self.open_scanned)
        QShortcut(QKeySequence("F9"), window).activated.connect(self.start_scanning)
        self._timer = QTimer(self, interval=_BACKUP_LOOK_MS)
        self._timer.timeout.connect(lambda: self.back_up_when_due())
        self._first = QTimer(self, singleShot=True, interval=_AFTER_FIRST_PAINT_MS)
        self._first.timeout.connect(lambda: self.check())

    def begin_day(self) -> None:
        """Once the window stands: load its rooms, look whether all is well, and from now on for the daily backup."""
        from desktop.core import leftovers

        if not self._session.looking:
            leftovers.sweep_papers(self._session.folder)
        self._timer.start()
        self._window.locker.begin()
        self._first.start()
        self.load_rooms()

    def end_day(self) -> None:
        """The window is closed: nothing more is looked for."""
        self._timer.stop()
        self._first.stop()

    def load_rooms(self, left: Sequence[RoomKey] = tuple(rooms.PAGES)) -> None:
        """Load the rooms' modules behind the window and make their pages, so that nobody waits on entering a room."""
        if not left:
            return
        # One after the other, so that what a page wants to read waits for one room's modules at most.
        self._session.reads.read(
            self,
            lambda: rooms.load(left[0]),
            lambda _page: QTimer.singleShot(0, self, lambda: self._make_rooms(left)),
            lambda error: show_trouble(self._window, error),
        )

    def _make_rooms(self, left: Sequence[RoomKey]) -> None:
        # Nothing is read for a page before it is shown.
        self._window.page(left[0])
        self.load_rooms(left[1:])

    def start_scanning(self) -> None:
        """The canteen's full screen, from every room."""
        self._window.go(RoomKey.CANTEEN, StartScanning())

    def open_scanned(self, digits: str) -> None:
        """Something was scanned outside a scan line: show what it is of, or record the row of a route list."""
        if digits.startswith(str(CodeKind.ROSTER_ROW.value)):
            from desktop.services.visits import route_sheets

            room = RoomKey.CANTEEN if route_sheets.kind_of(digits) == SheetKind.DELIVERY else RoomKey.VISITS
            self._window.go(room, PaperRow(digits))
            return
        from desktop.services.register import old_codes, printed_codes

        found = perform(self._window, lambda: printed_codes.find(digits))
        if found is None:
            return
        self._tell_whether_replaced(old_codes.seen(self._session.actor, digits))
        if found.kind is CodeKind.REPORT:
            paper = printed_codes.report_of(digits)
            self._window.go(RoomKey.REPORTS, OpenReport(*paper))
        elif found.kind is CodeKind.SERVICE_ORDER:
            self._window.go(RoomKey.SERVICES, PaperRow(digits))
        elif found.kind in _ROOMS:
            self._window.go(_ROOMS[found.kind], Open(found.row_id))
        else:
            show_trouble(self._window, printed_codes.other(digits, CodeWanted.NOTHING))

    def _tell_whether_replaced(self, old: OldCode | None) -> None:
        strip = self._window.strip
        if self._told_old and strip.text == self._told_old:
            strip.clear()
        self._told_old = replaced_words(old.on, old.by) if old is not None else ""
        if self._told_old:
            strip.say(self._told_old, Tone.ATTENTION)

    def check(self) -> None:
        """Say what the start-up check found; today's first backup comes before the warnings, which are about it."""
        from desktop.core import leftovers
        from desktop.services.keeping import backups, startup
        from desktop.services.writing import handing
        from desktop.sync import finishing

        if not self._session.looking:
            leftovers.sweep(self._session.folder)
            finishing.finish()
            handing.settle()
            backups.adopt(self._session.folder)
        report = startup.check(self._session.folder)
        if report.problems:
            self._say(report.problems, Tone.DANGER)
        elif not self.back_up_when_due(self._warn):
            self._say_warnings(report.warnings)
        self._freeze_earlier()
        self._session.reads.read(self, startup.log_troubles, self._tell_of_log, lambda error: self._say((error,)))

    def _tell_of_log(self, found: Sequence[ShizhuError]) -> None:
        # What was changed behind the program's back stays on the strip, whatever else is to be said.
        self._broken = tuple(found)
        self._say(self._broken)

    def back_up_when_due(self, then: Callable[[], object] | None = None) -> bool:
        """The daily backup, while nothing else is running; whether one was begun."""
        from desktop.services.keeping import backups

        jobs, folder = self._session.jobs, self._session.folder
        if jobs.busy or self._session.looking or only_looking() is not None or not backups.due(folder):
            return False

        def done(_made: Backup) -> None:
            self._session.bus.tell(Topic.BACKUPS)
            if then is not None:
                then()

        jobs.start(
            translate("Desk", "Daily backup"),
            lambda progress: _back_up(folder, BackupReason.DAILY, progress),
            done,
            lambda error: self._say((error,), Tone.ATTENTION),
        )
        return True

    def _freeze_earlier(self) -> None:
        """Once after an upgrade: months that were closed without their reports get them."""
        from desktop.services.writing import frozen

        if self._session.looking or only_looking() is not None or not frozen.incomplete():
            return

        def freeze(progress: Progress) -> object:
            from desktop.reports.months.month_set import freeze_earlier

            progress.check()
            return freeze_earlier()

        self._session.jobs.start(
            translate("Desk", "Keeping the reports of closed months"),
            freeze,
            lambda _versions: self._session.bus.tell(Topic.MONTHS),
            lambda error: self._say((error,), Tone.ATTENTION),
        )

    def _warn(self) -> None:
        from desktop.services.keeping import startup

        warnings = startup.check(self._session.folder).warnings
        self._say_warnings((*self._broken, *warnings), Tone.DANGER if self._broken else Tone.ATTENTION)

    def _say_warnings(self, warnings: Sequence[ShizhuError], tone: Tone = Tone.ATTENTION) -> None:
        from desktop.services.centre import cut_short

        self._say(warnings, tone)
        cut_short.forget()

    def _say(self, troubles: Sequence[ShizhuError], tone: Tone = Tone.DANGER) -> None:
        if troubles:
            self._window.strip.say(" ".join(sentence(one) for one in troubles), tone)


def leave(session: Session) -> None:
    """Back up and close the centre; the window is gone."""
    made = answer(lambda: None if session.looking else _back_up(session.folder, BackupReason.EXIT, Progress()))
    if isinstance(made, ShizhuError):
        # Nobody sees a window any more; the next start says that the last backup is old.
        sys.stderr.write(sentence(made) + "\n")
    centres.close_centre()


def _back_up(folder: DataFolder, reason: BackupReason, progress: Progress) -> Backup:
    from desktop.services.keeping import backups, thinning

    made = backups.back_up(folder, reason, progress)
    thinning.prune(folder)
    return made

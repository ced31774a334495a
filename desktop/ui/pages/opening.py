"""A file that comes to the window: dropped onto it, or the program was started with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.core import handed
from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.file_kinds import EXCHANGE, RECEIPT, STATION, SYNC_FILE
from desktop.core.i18n import translate
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.rights import allowed
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import OpenFile, TakeIn

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".txt"})
# What a workbook is first read as, where it is dropped in a room of its own; the import says what else it looks like.
_KINDS = {
    RoomKey.BEDS: WorkbookKind.BEDS,
    RoomKey.SERVICES: WorkbookKind.SERVICES,
    RoomKey.CANTEEN: WorkbookKind.MEALS,
    RoomKey.VISITS: WorkbookKind.VISITS,
}


class FileOpening(QObject):
    """Leads such a file to its room, whatever room is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def look(self) -> None:
        """Whether a file was handed to the program."""
        file = handed.take(self._window.session.folder.root)
        if file is not None:
            self.open(file)

    def open(self, file: Path) -> None:
        """A receipt is read in, a sync file proven, a workbook taken in; of anything else it is said what may come."""
        window, ending = self._window, file.suffix.lower()
        if ending in (RECEIPT, SYNC_FILE):
            window.go(RoomKey.SYNC, OpenFile(file))
        elif ending in (EXCHANGE, STATION):
            window.go(RoomKey.SYSTEM, "stations")
            self._say(translate("Opening", "This is a file of another station: choose it here with F5."))
        elif ending in WORKBOOKS and file.is_file():
            self._take_in(file)
        else:
            words = translate(
                "Opening",
                "This cannot be read: Excel and WPS workbooks, text tables (csv), sync files and receipts may be "
                "dropped here, one at a time.",
            )
            self._say(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dropped onto the window where nothing else takes it."""
        if isinstance(event, QDropEvent) and (files := _files(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self.open(files[0] if len(files) == 1 else Path())
            return True
        return super().eventFilter(watched, event)

    def _take_in(self, file: Path) -> None:
        room = self._window.current_room
        if self._window.jobs.busy:
            self._say(translate("Opening", "Something is still being done: drop the file once that is over."))
        elif allowed(self._window.page(room), Action.IMPORT):
            back = None if room is RoomKey.IMPORT else room
            self._window.go(RoomKey.IMPORT, TakeIn(_KINDS.get(room, WorkbookKind.RESIDENTS), back, file))

    def _say(self, words: str) -> None:
        self._window.strip.say(words, Tone.ATTENTION)


def _files(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]

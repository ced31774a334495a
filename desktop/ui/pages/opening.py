"""A file of the district's that comes to the window: dropped onto it, or the program was started with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.core import handed
from desktop.core.file_kinds import RECEIPT, SYNC_FILE
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.asks import OpenFile


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
        """A receipt is read in, a sync file is proven."""
        self._window.go(RoomKey.SYNC, OpenFile(file))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dropped onto the window where nothing else takes it."""
        if isinstance(event, QDropEvent) and (files := _files(event.mimeData())):
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self.open(files[0])
            return True
        return super().eventFilter(watched, event)


def _files(dropped: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [one for one in paths if one.suffix in (RECEIPT, SYNC_FILE)]

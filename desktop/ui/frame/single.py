"""One window per data folder: a second start raises the first one, and asks where the first one does not answer."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import time
from contextlib import suppress
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.core import leftovers

_WAIT_MS = 1000
# A window that stands in a long read answers within that time.
_PATIENCE_MS = 4000
_ENDING_SECONDS = 5.0
_RAISE = b"raise\n"
_HERE = b"here\n"
_NOTE = "window.json"


class Claim(Enum):
    """What came of it: the folder is ours, its window came forward, or something holds the name and is silent."""

    OURS = "ours"
    RAISED = "raised"
    SILENT = "silent"


class Way(Enum):
    """What a person chose where something is silent."""

    QUIT = "quit"
    WAIT = "wait"
    END = "end"
    LOOK = "look"
    OPEN = "open"


class SingleInstance(QObject):
    """Owns the data folder's socket; ``raised`` says that somebody started the program again."""

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]
        self._name = f"shizhu-{digest}"
        self._note = folder / _NOTE
        self._noted = False
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self) -> Claim:
        """Be the only one, or ask the other one to come forward."""
        found = self._wake_other()
        if found is not None:
            return found
        if self._listen():
            return Claim.OURS
        # Nobody answered, so the socket is what a crash left behind.
        QLocalServer.removeServer(self._name)
        return Claim.OURS if self._listen() else self._wake_other() or Claim.OURS

    def holder(self) -> int | None:
        """The process of ours that has the window of this folder and still runs; None when nobody knows of one."""
        try:
            process = int(json.loads(self._note.read_text(encoding="utf-8"))["process"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return process if process != os.getpid() and leftovers.alive(process, self._note) else None

    def end_holder(self) -> bool:
        """End the process that holds the folder, gently first; whether it is gone."""
        process = self.holder()
        if process is None:
            return True
        # What is stopped hears nothing before it goes on.
        for number in (signal.SIGTERM, getattr(signal, "SIGCONT", signal.SIGTERM)):
            with suppress(OSError):
                os.kill(process, number)
        if not self._gone(_ENDING_SECONDS):
            with suppress(OSError):
                os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))
        return self._gone(_ENDING_SECONDS)

    def take_over(self) -> None:
        """Be the one who is asked from now on, as far as the system lets us; the database itself keeps order."""
        QLocalServer.removeServer(self._name)
        self._listen()

    def remember(self) -> None:
        """Say which process has the window, once there is a folder to say it in."""
        if self._noted or not self._server.isListening() or not self._note.parent.is_dir():
            return
        # It speaks of a running process: no start waits until a disk has it, and where nothing can be written the
        # lock itself stands all the same.
        with suppress(OSError):
            self._note.write_text(json.dumps({"process": os.getpid()}), encoding="utf-8")
            self._noted = True

    def release(self) -> None:
        """Let another one begin."""
        if self._server.isListening():
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
        self._server.close()

    def _listen(self) -> bool:
        if not self._server.listen(self._name):
            return False
        self.remember()
        return True

    def _gone(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while self.holder() is not None:
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
        return True

    def _wake_other(self) -> Claim | None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return None
        socket.write(_RAISE)
        socket.flush()
        # By its own loop, so that whoever answers in this very process is heard too.
        loop = QEventLoop()
        socket.readyRead.connect(loop.quit)
        socket.disconnected.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
        if not socket.bytesAvailable():
            loop.exec()
        answer = bytes(socket.readAll().data())
        socket.disconnectFromServer()
        return Claim.RAISED if answer == _HERE else Claim.SILENT

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(_HERE)
            socket.flush()
            self.raised.emit()

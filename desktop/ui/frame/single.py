"""One window per data folder: a second start raises the first one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1000
_RAISE = b"raise\n"


class SingleInstance(QObject):
    """Owns the data folder's socket; ``raised`` says that somebody started the program again."""

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]
        self._name = f"shizhu-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self) -> bool:
        """Whether this is the only one; otherwise the other one has been asked to come forward."""
        if self._wake_other():
            return False
        if self._server.listen(self._name):
            return True
        # Nobody answered, so the socket is what a crash left behind.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name) or not self._wake_other()

    def release(self) -> None:
        """Let another one begin."""
        self._server.close()

    def _wake_other(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(_RAISE)
        socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return True

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raised.emit()

"""SIGTERM, as a system that shuts down sends it, becomes a signal of Qt, so that the window can close properly."""

from __future__ import annotations

import signal
import socket
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Termination(QObject):
    """``asked`` is emitted in the window's thread when the system asks the program to end; nothing on Windows."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ends: tuple[socket.socket, socket.socket] | None = None

    def watch(self) -> None:
        """From now on the program is not killed by SIGTERM but told."""
        if sys.platform == "win32":
            return
        # Qt's loop does not let Python look for signals; bytes on a socket wake both of them.
        heard, told = socket.socketpair()
        for end in (heard, told):
            end.setblocking(False)
        self._ends = (heard, told)
        self._notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._on_woken())
        self._wakeup = signal.set_wakeup_fd(told.fileno())
        self._handler = signal.signal(signal.SIGTERM, lambda _number, _frame: None)

    def forget(self) -> None:
        """Let SIGTERM end the program at once again."""
        if sys.platform == "win32" or self._ends is None:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        signal.signal(signal.SIGTERM, self._handler)
        for end in self._ends:
            end.close()
        self._ends = None

    def _on_woken(self) -> None:
        if self._ends is not None and signal.SIGTERM in self._ends[0].recv(4096):
            self.asked.emit()

"""Reading that takes longer than an eye blinks: the page stands already, and is filled when the rows are there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from shiboken6 import isValid

from desktop.core.errors import ShizhuError
from desktop.ui.answer import answer

T = TypeVar("T")
Failed = Callable[[ShizhuError], object]


class Reads:
    """Reads at once, in the caller's thread: for a page by itself, as in a test."""

    def read(self, owner: QObject, call: Callable[[], T], then: Callable[[T], object], failed: Failed) -> None:
        """Call, then hand the result on, or what kept it from being read."""
        result = answer(call)
        if isinstance(result, ShizhuError):
            failed(result)
        else:
            then(result)

    @property
    def busy(self) -> bool:
        """Whether something is being read or waits for it."""
        return False

    def begin(self) -> None:
        """The window has been painted: from now on its thread has time for others."""

    def rest(self) -> None:
        """Come back when nothing is being read, because the file is about to be replaced."""

    def stop(self) -> None:
        """Read nothing any more; called once, when the window closes."""


@dataclass
class _Wanted:
    """One reading and what becomes of it: a result, an error, or neither when a bug stopped it."""

    owner: QObject
    call: Callable[[], Any]
    then: Callable[[Any], object]
    failed: Failed
    results: list[Any] = field(default_factory=list)
    error: ShizhuError | None = None


class _Reader(QObject):
    """Lives in the reading thread."""

    ended = Signal(object)

    def __init__(self, thread_finished: Callable[[], object]) -> None:
        super().__init__()
        self._thread_finished = thread_finished

    @Slot(object)
    def run(self, wanted: _Wanted) -> None:
        """Read; a bug passes on to the crash dialog, after the window knows that the reading is over."""
        try:
            result = answer(wanted.call)
            if isinstance(result, ShizhuError):
                wanted.error = result
            else:
                wanted.results.append(result)
        finally:
            self._thread_finished()
            self.ended.emit(wanted)


class ReadsBehind(QObject, Reads):
    """Reads in a thread of its own, one reading after the other, so that the window never waits for a long one.

    What an owner asks for anew takes the place of what it asked for before: only the newest is shown.
    ``thread_finished`` is called in that thread after each reading: it closes the thread's database connection.
    """

    _requested = Signal(object)

    def __init__(self, thread_finished: Callable[[], object]) -> None:
        super().__init__()
        self._waiting: dict[QObject, _Wanted] = {}
        self._running: _Wanted | None = None
        self._begun = self._stopped = False
        self._thread = QThread()
        self._reader = _Reader(thread_finished)
        self._reader.moveToThread(self._thread)
        self._requested.connect(self._reader.run, Qt.ConnectionType.QueuedConnection)
        self._reader.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is being read or waits for it."""
        return self._running is not None or bool(self._waiting)

    def read(self, owner: QObject, call: Callable[[], T], then: Callable[[T], object], failed: Failed) -> None:
        """The same in the reading thread; ``then`` or ``failed`` in this one, unless the owner asked anew."""
        if not self._stopped:
            self._waiting[owner] = _Wanted(owner, call, then, failed)
            self._next()

    def begin(self) -> None:
        """What was asked for so far waited for the first paint."""
        self._begun = True
        self._next()

    def rest(self) -> None:
        """Let what is being read come to its end; whoever waits is read for when this thread goes on."""
        self._thread.quit()
        self._thread.wait()

    def stop(self) -> None:
        """The same, and nobody hears of it any more."""
        self._stopped = True
        self._waiting.clear()
        self.rest()

    def _next(self) -> None:
        if not self._begun or self._running is not None or not self._waiting:
            return
        if not self._thread.isRunning():
            self._thread.start()
        owner = next(iter(self._waiting))
        self._running = self._waiting.pop(owner)
        self._requested.emit(self._running)

    @Slot(object)
    def _on_ended(self, wanted: _Wanted) -> None:
        self._running = None
        newer = wanted.owner in self._waiting
        self._next()
        # Whoever asked may have been left meanwhile.
        if newer or self._stopped or not isValid(wanted.owner):
            return
        if wanted.results:
            wanted.then(wanted.results[0])
        elif wanted.error is not None:
            wanted.failed(wanted.error)

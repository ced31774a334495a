"""Long work: one worker thread, one job after the other, progress that can be cancelled."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from desktop.core.errors import Cancelled, ShizhuError
from desktop.core.progress import Progress
from desktop.ui.answer import answer

T = TypeVar("T")
_TELL_EVERY = 0.05


def _nothing() -> None:
    return None


@dataclass
class Job(Generic[T]):
    """A piece of long work and what becomes of it: a result, an error, or neither when a bug stopped it."""

    title: str
    call: Callable[[Progress], T]
    done: Callable[[T], object]
    failed: Callable[[ShizhuError], object]
    progress: Progress
    results: list[T] = field(default_factory=list)
    error: ShizhuError | None = None


def _called(job: Job[T]) -> T:
    job.progress.check()
    return job.call(job.progress)


class _Worker(QObject):
    """Lives in the worker thread."""

    ended = Signal(object)
    progressed = Signal(int, int, str)

    def __init__(self, thread_finished: Callable[[], object]) -> None:
        super().__init__()
        self._thread_finished = thread_finished
        self._last_told = 0.0

    @Slot(object)
    def run(self, job: Job[object]) -> None:
        """Do the job; a bug in it passes on to the crash dialog, after the window knows that the job is over."""
        self._last_told = 0.0
        try:
            result = answer(lambda: _called(job))
            if isinstance(result, ShizhuError):
                job.error = result
            else:
                job.results.append(result)
        finally:
            self._thread_finished()
            self.ended.emit(job)

    def tell(self, done: int, total: int, what: str) -> None:
        """Called in the worker thread for every step; the window hears of twenty a second."""
        moment = time.monotonic()
        if done in (0, total) or moment - self._last_told >= _TELL_EVERY:
            self._last_told = moment
            self.progressed.emit(done, total, what)


class Jobs(QObject):
    """Starts work in the worker thread and reports back in the window's thread.

    ``thread_finished`` is called in the worker thread after each job: it closes that thread's database connection.
    """

    started = Signal(str)
    progressed = Signal(int, int, str)
    idle = Signal()
    _requested = Signal(object)

    def __init__(self, thread_finished: Callable[[], object] = _nothing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Job[object]] = deque()
        self._running: Job[object] | None = None
        self._thread = QThread()
        self._worker = _Worker(thread_finished)
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.run, Qt.ConnectionType.QueuedConnection)
        self._worker.progressed.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._worker.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None

    @property
    def title(self) -> str:
        """The name of the running job."""
        return self._running.title if self._running else ""

    def start(
        self,
        title: str,
        call: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[ShizhuError], object],
    ) -> None:
        """Run ``call`` when the worker is free; then ``done`` or ``failed`` in this thread. Cancelling is silent."""
        job: Job[T] = Job(title, call, done, failed, Progress(self._worker.tell))
        self._waiting.append(job)  # type: ignore[arg-type]
        self._next()

    def cancel(self) -> None:
        """Ask the running job to stop, and forget those that wait."""
        self._waiting.clear()
        if self._running is not None:
            self._running.progress.cancel()

    def stop(self) -> None:
        """Cancel everything and end the thread; called once, when the program ends."""
        self.cancel()
        self._thread.quit()
        self._thread.wait()

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._running = self._waiting.popleft()
        self.started.emit(self._running.title)
        self._requested.emit(self._running)

    @Slot(object)
    def _on_ended(self, job: Job[object]) -> None:
        self._running = None
        self._next()
        if not self.busy:
            self.idle.emit()
        if job.results:
            job.done(job.results[0])
        elif job.error is not None and not isinstance(job.error, Cancelled):
            job.failed(job.error)

"""Progress of long work, which the person at the desk can cancel."""

from __future__ import annotations

import threading
from collections.abc import Callable

from desktop.core.errors import Cancelled


class Progress:
    """Counts steps of a job; ``step`` raises ``Cancelled`` once somebody asked for it.

    ``listener`` gets (done, total, what); it is called in the job's own thread.
    """

    def __init__(self, listener: Callable[[int, int, str], None] | None = None) -> None:
        self._listener = listener
        self._cancelled = threading.Event()
        self.done = 0
        self.total = 0
        self.what = ""

    def start(self, total: int, what: str) -> None:
        """Begin a stretch of ``total`` steps with a name that a person reads."""
        self.done, self.total, self.what = 0, total, what
        self._tell()

    def step(self, count: int = 1) -> None:
        """So many steps are done; the place where a cancel takes effect."""
        self.check()
        self.done += count
        self._tell()

    def check(self) -> None:
        """Raise ``Cancelled`` when somebody asked for it."""
        if self._cancelled.is_set():
            raise Cancelled()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for it."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the job to stop; safe from any thread."""
        self._cancelled.set()

    def _tell(self) -> None:
        if self._listener is not None:
            self._listener(self.done, self.total, self.what)

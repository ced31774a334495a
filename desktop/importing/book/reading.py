"""Workbooks and CSV files as sheets of typed cells, parsed in a child process with limits."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psutil

from desktop.core.file_errors import Unreadable
from desktop.core.files import storage_error
from desktop.core.progress import Progress
from desktop.core.reasons import FileReason
from desktop.core.storage_errors import FileLocked, FileMissing
from desktop.importing.book import FROZEN_ARGUMENT
from desktop.importing.book.cells import Merge, Row, Sheet, Workbook, decode

# How Rust ends a process that gets no more memory.
_ABORTED = -6
# On Windows a console would flash up.
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class ReadingLimits:
    """What the child process may use before it is ended."""

    seconds: float = 60.0
    memory: int = 1_000_000_000
    cells: int = 4_000_000


class _Watch(threading.Thread):
    """Ends the child when it takes too long, grows too big or nobody wants its answer any more."""

    def __init__(self, child: subprocess.Popen[bytes], limits: ReadingLimits, progress: Progress) -> None:
        super().__init__(name="workbook-watch", daemon=True)
        self._child, self._limits, self._progress = child, limits, progress
        self.reason: FileReason | None = None
        self._done = threading.Event()

    def run(self) -> None:
        """Look every few milliseconds until the child has ended."""
        ends = time.monotonic() + self._limits.seconds
        while not self._done.wait(0.02) and self._child.poll() is None:
            self.reason = self._trouble(ends)
            if self.reason or self._progress.cancelled:
                self._child.kill()
                return

    def stop(self) -> None:
        """The answer is complete."""
        self._done.set()
        self.join()

    def _trouble(self, ends: float) -> FileReason | None:
        if time.monotonic() > ends:
            return FileReason.TOO_SLOW
        try:
            if psutil.Process(self._child.pid).memory_info().rss > self._limits.memory:
                return FileReason.TOO_MUCH_MEMORY
        except psutil.Error:
            return None
        return None


def read_workbook(path: Path, limits: ReadingLimits | None = None, progress: Progress | None = None) -> Workbook:
    """Every sheet of the file; raises ``Unreadable``, ``FileMissing``, ``FileLocked`` or ``Cancelled``."""
    limits, progress = limits or ReadingLimits(), progress or Progress()
    _check_readable(path)
    command = _command(path, limits)
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        cwd=_working_folder(),
        creationflags=_NO_WINDOW,
    ) as child:
        watch = _Watch(child, limits, progress)
        watch.start()
        assert child.stdout is not None
        try:
            sheets = list(_sheets(child.stdout, path.name, limits))
        except Unreadable as error:
            # Nobody listens any more, so a child that would go on writing ends.
            child.stdout.close()
            progress.check()
            if watch.reason or child.wait() == _ABORTED:
                raise Unreadable(path.name, watch.reason or FileReason.TOO_MUCH_MEMORY) from error
            raise
        finally:
            child.kill()
            watch.stop()
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable(path.name, FileReason.EMPTY)
    return Workbook(path.name, tuple(sheets))


def _check_readable(path: Path) -> None:
    try:
        if not path.is_file():
            raise FileMissing(str(path))
        with path.open("rb"):
            pass
    except OSError as error:
        raise storage_error(error, path) from error


def _command(path: Path, limits: ReadingLimits) -> list[str]:
    # The address space of a process is larger than what it uses; the watch compares what it uses.
    arguments = [str(path.resolve()), str(limits.memory * 2)]
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_ARGUMENT, *arguments]
    return [sys.executable, "-m", "desktop.importing.book.child", *arguments]


def _working_folder() -> Path | None:
    return None if getattr(sys, "frozen", False) else _ROOT


def _sheets(stream: IO[bytes], file: str, limits: ReadingLimits) -> Iterator[Sheet]:
    head: dict[str, Any] | None = None
    rows: list[Row] = []
    cells = 0
    for value in _values(stream, file):
        if isinstance(value, list):
            cells += len(value) + 1
            if cells > limits.cells:
                raise Unreadable(file, FileReason.TOO_LARGE)
            rows.append(tuple(decode(cell) for cell in value))
            continue
        if "refused" in value:
            raise _refusal(file, value)
        if head is not None:
            yield _sheet(head, rows)
        if "end" in value:
            return
        head, rows = value, []
    # The stream broke off: the parser died of the file.
    raise Unreadable(file, FileReason.DAMAGED)


def _values(stream: IO[bytes], file: str) -> Iterator[Any]:
    for line in stream:
        try:
            yield json.loads(line)
        except ValueError as error:
            raise Unreadable(file, FileReason.DAMAGED) from error


def _refusal(file: str, value: dict[str, Any]) -> Exception:
    if value["refused"] == "locked":
        return FileLocked(file)
    return Unreadable(file, FileReason(str(value["refused"])), str(value.get("detail", "")))


def _sheet(head: dict[str, Any], rows: list[Row]) -> Sheet:
    while rows and not rows[-1]:
        rows.pop()
    merges = tuple(Merge(*merge) for merge in head["merges"])
    return Sheet(str(head["sheet"]), tuple(rows), merges, bool(head["hidden"]), frozenset(head["hidden_rows"]))

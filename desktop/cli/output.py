"""What a command prints: one JSON object or lines on standard output, progress on standard error."""

from __future__ import annotations

import io
import json
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

from desktop.core.progress import Progress

DONE, REFUSED, WRONG_USAGE, NEEDS_A_PERSON = 0, 1, 2, 3
_WIDTH = 30


class Output:
    """Where the results of one command go."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json

    def show(self, payload: Mapping[str, object], lines: Iterable[str]) -> None:
        """Print the result: the payload as JSON where that was asked for, else the lines."""
        if self._as_json:
            print(json.dumps(payload, ensure_ascii=False, indent=1))
        else:
            for line in lines:
                print(line)

    def complain(self, sentence: str) -> None:
        """One sentence on standard error."""
        print(sentence, file=sys.stderr)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Progress of long work: shown where a person watches, and Ctrl-C cancels it at its next step."""
        bar = _Bar() if sys.stderr.isatty() else None
        progress = Progress(bar.draw if bar else None)

        def cancel(_number: int, _frame: FrameType | None) -> None:
            progress.cancel()
            # A second Ctrl-C ends work that does not come to its next step.
            signal.signal(signal.SIGINT, signal.default_int_handler)

        before = signal.signal(signal.SIGINT, cancel)
        try:
            yield progress
        finally:
            signal.signal(signal.SIGINT, before)
            if bar:
                bar.clear()


class _Bar:
    """One line that is drawn over itself, at most once per percent."""

    def __init__(self) -> None:
        self._drawn = ""

    def draw(self, done: int, total: int, what: str) -> None:
        share = min(done / total, 1.0) if total else 0.0
        filled = int(share * _WIDTH)
        line = f"{what} [{'#' * filled}{' ' * (_WIDTH - filled)}] {share:4.0%}"
        if line != self._drawn:
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
            self._drawn = line

    def clear(self) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def speak_utf8() -> None:
    """Chinese must come out whole whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

"""The only place that reads the clock, so that a test or the demo can stand at another moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

_fixed: list[dt.datetime] = []


def now() -> dt.datetime:
    """Local wall-clock time without zone, to the second."""
    return _fixed[-1] if _fixed else dt.datetime.now().replace(microsecond=0)


def today() -> dt.date:
    """The local calendar date."""
    return now().date()


def timestamp() -> str:
    """``now`` as ISO 8601 text, as the database keeps it."""
    return now().isoformat(sep=" ")


def utc() -> dt.datetime:
    """The moment of ``now`` in universal time."""
    return now().astimezone(dt.UTC)


@contextmanager
def standing_at(moment: dt.datetime) -> Iterator[None]:
    """Let the program live at the given moment."""
    _fixed.append(moment)
    try:
        yield
    finally:
        _fixed.pop()

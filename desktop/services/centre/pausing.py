"""How long one waits after wrong passwords in a row, and the count of them where it cannot be written.

On a full disk, or where nobody may write, wrong passwords are counted in this process until it ends: a program that
is started anew begins at what was written last. Once there is room, what was counted here is written too.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

FREE_TRIES = 3
_FIRST_PAUSE = 15
_LONGEST_PAUSE = 900


class Count(NamedTuple):
    """Wrong passwords in a row, and when the last of them was (ISO)."""

    tries: int = 0
    last: str = ""


class Missed(NamedTuple):
    """A wrong password that is not in the log: of which name, and when (ISO, as the log has it)."""

    name: str
    at: str


# By store, and by whose account or lock: what was written when the count here began, and the count.
_counted: dict[tuple[Path, str], tuple[Count, Count]] = {}
_missed: dict[Path, list[Missed]] = {}


def seconds_left(count: Count, now: dt.datetime) -> int:
    """How long one still has to wait."""
    if count.tries <= FREE_TRIES or not count.last:
        return 0
    pause = min(_FIRST_PAUSE * 2 ** min(count.tries - FREE_TRIES - 1, 10), _LONGEST_PAUSE)
    gone = (now - dt.datetime.fromisoformat(count.last)).total_seconds()
    return max(0, int(pause - max(gone, 0)))


def next_count(count: Count, now: dt.datetime) -> tuple[int, Count]:
    """How long one has to wait, and the count once this try is taken.

    A clock that was set back begins the pause anew, once: it neither shortens it nor keeps anybody out for long.
    """
    left = seconds_left(count, now)
    if not left:
        return 0, Count(count.tries + 1, now.isoformat())
    behind = now < dt.datetime.fromisoformat(count.last)
    return left, Count(count.tries, now.isoformat()) if behind else count


def known(store: Path, whose: str, kept: Count) -> Count:
    """What counts: what is written, or what was counted here since; the larger of both where both went on."""
    before, here = _counted.get((store, whose), (None, kept))
    return here if before == kept or here.tries > kept.tries else kept


def count_here(store: Path, whose: str, kept: Count, count: Count) -> None:
    """It could not be written over what is kept: it holds until the process ends."""
    _counted[store, whose] = kept, count


def written(store: Path, whose: str) -> None:
    """It is written, or began anew: nothing is counted here any more."""
    _counted.pop((store, whose), None)


def miss(store: Path, name: str, at: str) -> None:
    """A wrong password could not be put into the log."""
    _missed.setdefault(store, []).append(Missed(name, at))


def missed(store: Path) -> tuple[Missed, ...]:
    """The wrong passwords of this process that are not in the log."""
    return tuple(_missed.get(store, ()))

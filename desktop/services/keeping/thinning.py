"""Thinning the backups: 7 daily, 4 weekly, 12 monthly, those made by hand for a week, all of a day until the next.

A backup counts only while it fits its hash: one that does not pushes no whole one out, and is never removed either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from desktop.core import clock
from desktop.core.answers import BackupReason
from desktop.core.paths import DataFolder
from desktop.core.proofs import file_sha256
from desktop.services.centre import centres
from desktop.services.keeping import backups
from desktop.services.keeping.backups import Backup

DAILY, WEEKLY, MONTHLY = 7, 4, 12
# How many days a backup made by hand is kept in any case.
BY_HAND = 7


def prune(folder: DataFolder) -> list[Path]:
    """Remove what 7 daily, 4 weekly and 12 monthly backups make needless, in both places; what was removed.

    Those made by hand stay for a week: somebody made them before something that may have to be taken back. Those of
    today stay: what went wrong at noon is often seen in the evening. Only this centre's backups with a name of ours are
    ever touched, and never the newest.
    """
    number = centres.centre().number
    removed = []
    for place in (folder.backups, backups.second_folder()):
        found = backups.in_place(place) if place else []
        removed += _needless([one for one in found if one.centre == number and one.sha256])
    return [path for path in removed if backups.remove(path)]


def _needless(mine: Sequence[Backup]) -> list[Path]:
    whole: dict[Path, bool] = {}
    while True:
        counted = [one for one in mine if whole.get(one.path, True)]
        kept = _kept(counted)
        needless = [one for one in counted if one.path not in kept]
        # Reading takes long: only what would push another one out has to prove itself.
        doubtful = [one for one in counted if one.path in kept and one.path not in whole] if needless else []
        if not doubtful:
            return [one.path for one in needless]
        whole |= {one.path: _is_whole(one) for one in doubtful}


def _is_whole(backup: Backup) -> bool:
    try:
        return file_sha256(backup.path) == backup.sha256
    except OSError:
        return False


_PERIODS: tuple[tuple[int, Callable[[dt.datetime], Hashable]], ...] = (
    (DAILY, lambda taken: taken.date()),
    (WEEKLY, lambda taken: taken.isocalendar()[:2]),
    (MONTHLY, lambda taken: (taken.year, taken.month)),
)


def _kept(mine: Sequence[Backup]) -> set[Path]:
    kept: set[Path] = set()
    for limit, period_of in _PERIODS:
        newest: dict[Hashable, Path] = {}
        for one in backups.newest_first(mine):
            newest.setdefault(period_of(one.taken_at), one.path)
        kept.update(list(newest.values())[:limit])
    today, recent = clock.today(), clock.today() - dt.timedelta(days=BY_HAND)
    for one in mine:
        day = one.taken_at.date()
        if day >= today or (one.reason == BackupReason.MANUAL and day > recent):
            kept.add(one.path)
    return kept

"""What has to be renewed before it ends, such as a certificate: reminders 60, 30 and 0 days before, and afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from desktop.core.answers import DueStage

_STAGES = ((0, DueStage.LAST_DAY), (30, DueStage.WITHIN_30), (60, DueStage.WITHIN_60))
# Nobody has to do anything about these.
QUIET = frozenset({DueStage.LATER, DueStage.NO_END})

Item = TypeVar("Item")


def stage(last_day: dt.date | None, today: dt.date) -> DueStage:
    """How near the last day is; it still holds on that day itself. None: it does not end."""
    if last_day is None:
        return DueStage.NO_END
    left = days_left(last_day, today)
    if left < 0:
        return DueStage.ENDED
    return next((found for most, found in _STAGES if left <= most), DueStage.LATER)


def days_left(last_day: dt.date, today: dt.date) -> int:
    """Days until the last day; negative once it is over."""
    return (last_day - today).days


def lasting(
    items: Iterable[Item], same: Callable[[Item], Hashable], last_day: Callable[[Item], dt.date | None]
) -> list[Item]:
    """Of those that are renewals of one another, the one that lasts longest; of equal ones the later in the list.

    What was renewed asks for nothing any more.
    """
    found: dict[Hashable, Item] = {}
    for item in items:
        standing = found.get(same(item))
        if standing is None or (last_day(item) or dt.date.max) >= (last_day(standing) or dt.date.max):
            found[same(item)] = item
    return list(found.values())

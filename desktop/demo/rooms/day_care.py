"""The demo's day care: who came on which day, when they came and left."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.demo.rooms.told import at_home
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

_WORKDAYS = 5
# Somebody forgot to sign out, so many working days ago.
_FORGOTTEN = 3


def guests(data: Mapping[str, Any]) -> list[int]:
    """Who comes: not so frail that they would live in the house."""
    return at_home(data["people"], (), grade="mild", age_from=75)


def keep_attendance(actor: Actor, data: Mapping[str, Any], month: Month, people: list[int]) -> None:
    """Everybody's days since a month began; today's are there as far as the clock says, one was never signed out."""
    rng, now = random.Random(8), clock.now()
    days = [month.first + dt.timedelta(days=at) for at in range((now.date() - month.first).days + 1)]
    working = [one for one in days if one.weekday() < _WORKDAYS]
    forgotten = working[-_FORGOTTEN - 1] if len(working) > _FORGOTTEN else None
    with writing(actor, Action.RECORD_DAY_CARE) as unit:
        for one in working:
            for number, (who, often) in enumerate(zip(people, data["days"], strict=False)):
                # The days of a week on which somebody comes are always the same; now and then one is missed.
                if (one.weekday() + number) % _WORKDAYS >= often or rng.random() < 0.08:
                    continue
                came, left = _times(rng)
                if one == now.date():
                    left = left if left <= f"{now:%H:%M}" else ""
                    if came > f"{now:%H:%M}":
                        continue
                elif one == forgotten and number == 0:
                    left = ""
                attendance.store(unit, DayDraft(who, one, came, left, data["remark"] if number == 1 else ""))


def _times(rng: random.Random) -> tuple[str, str]:
    came, left = rng.randint(8 * 60, 9 * 60 + 20), rng.randint(15 * 60 + 30, 17 * 60 + 20)
    return f"{came // 60:02d}:{came % 60:02d}", f"{left // 60:02d}:{left % 60:02d}"

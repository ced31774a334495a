"""Which meal is served at a time of day: a rule of the centre, the same for the screen and the command line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.dates import read_time
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor

RULE = "canteen_hours"


@dataclass(frozen=True)
class Hours:
    """The hours of one day: breakfast, then lunch from ``lunch_from``, then dinner from ``dinner_from`` (HH:MM)."""

    lunch_from: str
    dinner_from: str

    def meal_at(self, moment: dt.datetime) -> str:
        """The meal that is served at that time."""
        time = f"{moment:%H:%M}"
        if time < self.lunch_from:
            return "breakfast"
        return "lunch" if time < self.dinner_from else "dinner"


def of(day: dt.date) -> Hours:
    """The hours that are in force on a day."""
    return Hours(*rules.canteen_hours(day))


def meal_at(moment: dt.datetime) -> str:
    """The meal that is served at that moment."""
    return of(moment.date()).meal_at(moment)


def serve(actor: Actor, since: dt.date, times: Hours) -> None:
    """Let the meals be served at other times from a day on; only the director may."""
    value = {"lunch_from": _clock(times.lunch_from), "dinner_from": _clock(times.dinner_from)}
    rules.set_rule(actor, RULE, since, value, rules.history(RULE)[0].note)


def _clock(typed: str) -> str:
    try:
        return f"{read_time(typed):%H:%M}"
    except ValueError:
        # The rule's own check says what is wrong with it.
        return typed

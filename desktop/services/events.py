"""Checks that every dated row about a resident shares: known person, month open, not after death."""

from __future__ import annotations

import datetime as dt

from desktop.core.errors import DateRefused, NotFound
from desktop.models.resident import Resident
from desktop.services import months


def person_for(resident_id: int | None, day: dt.date) -> Resident:
    """The resident about whom a row dated ``day`` may be written; raises the reason why not."""
    found = Resident.get_or_none(Resident.id == resident_id, Resident.voided_at.is_null()) if resident_id else None
    if found is None:
        raise NotFound("resident", str(resident_id or ""))
    months.require_open(day)
    if found.register_state == "deceased" and found.state_on is not None and day > found.state_on:
        raise DateRefused("after_death", day)
    return found

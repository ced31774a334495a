"""Checks that every dated row about a resident shares: known person, not after death."""

from __future__ import annotations

import datetime as dt

from desktop.core.acts import Thing
from desktop.core.errors import DateRefused, NotFound
from desktop.core.reasons import Reason
from desktop.core.trade import RegisterState
from desktop.models.resident import Resident

# Only what is asked here and by those who charge a meal: a resident has fifty columns, and an import asks for each row.
_KNOWN = Resident.select(Resident.id, Resident.born_on, Resident.register_state, Resident.state_on)


def person_for(resident_id: int | None, day: dt.date) -> Resident:
    """The resident about whom a row dated ``day`` may be written; raises the reason why not."""
    found: Resident | None = None
    if resident_id:
        found = _KNOWN.where(Resident.id == resident_id, Resident.voided_at.is_null()).first()
    if found is None:
        raise NotFound(Thing.RESIDENT, str(resident_id or ""))
    refuse_after_death(found.register_state, found.state_on, day)
    return found


def refuse_after_death(state: str, since: dt.date | None, day: dt.date) -> None:
    """DateRefused for a day after the death of somebody whose register state, and since when, is given."""
    if state == RegisterState.DECEASED and since is not None and day > since:
        raise DateRefused(Reason.AFTER_DEATH, day)

"""Who lies in a bed in which nights, and what the bed's own row says of today for those who read no more than it."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import BedState
from desktop.models import query
from desktop.models.bed import Bed
from desktop.services.writing.journal import Unit

_HOLDS = "bed_id = ? AND from_on <= ? AND (to_on IS NULL OR to_on >= ?)"
FOREVER = "9999-12-31"


def require_empty(name: str, bed_id: int, first: str, last: str) -> None:
    """Refuse the field ``name`` when somebody lies in the bed in a night from ``first`` to before ``last`` (ISO)."""
    row = query.fetch_one(
        "SELECT max(from_on, ?) FROM living_stay WHERE bed_id = ? AND from_on < ?"
        " AND COALESCE(to_on, '9999-12-31') > ? AND COALESCE(to_on, '9999-12-31') > from_on ORDER BY 1",
        [first, bed_id, last, first],
    )
    if row is not None:
        raise InvalidDraft([FieldError(name, Reason.BED_TAKEN_THEN, str(row[0]))])


def require_empty_days(name: str, bed_id: int, first: dt.date, last: dt.date | None) -> None:
    """The same of days, the last inclusive; None is open."""
    until = FOREVER if last is None else (last + dt.timedelta(days=1)).isoformat()
    require_empty(name, bed_id, first.isoformat(), until)


def taken_on(bed_id: int, day: dt.date) -> bool:
    """Whether somebody lies in the bed in the night of a day."""
    return bool(
        query.count(
            "SELECT count(*) FROM living_stay WHERE bed_id = ? AND from_on <= ? AND (to_on IS NULL OR to_on > ?)",
            [bed_id, day.isoformat(), day.isoformat()],
        )
    )


def out_on(bed_id: int, day: dt.date) -> bool:
    """Whether a bed is out of service for a time on a day."""
    return _holds("bed_outage", bed_id, day)


def keep_state(unit: Unit, bed: Bed) -> None:
    """The row of a bed says what it is today, for the district, which reads no more than the row."""
    today = clock.today()
    kept = _holds("bed_reservation", bed.id, today)
    state = BedState.OUT_OF_SERVICE if out_on(bed.id, today) else BedState.RESERVED if kept else BedState.FREE
    unit.change(bed, {"state": state})


def _holds(table: str, bed_id: int, day: dt.date) -> bool:
    return bool(
        query.count(f"SELECT count(*) FROM living_{table} WHERE {_HOLDS}", [bed_id, day.isoformat(), day.isoformat()])
    )

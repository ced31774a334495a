"""Who is gone for longer than records are kept: a list for the director, by a number of years that is data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import RegisterState
from desktop.models import query
from desktop.services.centre import centres
from desktop.services.privacy.erased_columns import GONE
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor

YEARS = "retention_years"
USUAL = 5
LONGEST = 50


@dataclass(frozen=True)
class Retained:
    """Somebody who left the register; ``due_on`` is the first day after the time for which records are kept."""

    id: int
    name: str
    state: str
    since: dt.date
    due_on: dt.date

    @property
    def is_due(self) -> bool:
        """Whether that time is over."""
        return self.due_on <= clock.today()


def years() -> int:
    """For how many years after somebody left the records are kept."""
    kept = centres.setting(YEARS, str(USUAL))
    return int(kept) if kept.isdecimal() else USUAL


def choose(actor: Actor, typed: str) -> None:
    """Keep another number of years."""
    if not (typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= LONGEST):
        raise InvalidDraft([FieldError("years", Reason.OUT_OF_RANGE, f"1–{LONGEST}")])
    # Whoever may delete says when.
    permissions.reading(actor, Action.ERASE_PERSON)
    centres.set_setting(actor, YEARS, str(int(typed)))


def listed(actor: Actor, years_kept: int | None = None) -> list[Retained]:
    """Those whose time is over, who left first at the top; nobody whose data are deleted already."""
    permissions.reading(actor, Action.LIST_RETENTION)
    found = (left(one, years_kept) for one in _who_left())
    return sorted((one for one in found if one is not None and one.is_due), key=lambda one: (one.since, one.id))


def left(resident_id: int, years_kept: int | None = None) -> Retained | None:
    """When somebody left and until when the records are kept; None for who is on the register, or deleted."""
    row = query.fetch_one(
        "SELECT id, name, register_state, state_on FROM living_resident WHERE id = ? AND register_state <> ?"
        " AND name <> ? AND state_on IS NOT NULL",
        [resident_id, RegisterState.ON_REGISTER, GONE],
    )
    if row is None:
        return None
    since = dt.date.fromisoformat(row[3])
    return Retained(row[0], row[1], row[2], since, _years_later(since, years() if years_kept is None else years_kept))


def _who_left() -> list[int]:
    return query.ids("SELECT id FROM living_resident WHERE register_state <> ?", [RegisterState.ON_REGISTER])


def _years_later(day: dt.date, count: int) -> dt.date:
    # Who left on the 29th of February is kept until the 1st of March.
    try:
        return day.replace(year=day.year + count)
    except ValueError:
        return dt.date(day.year + count, 3, 1)

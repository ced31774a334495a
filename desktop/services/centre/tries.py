"""Wrong passwords in a row: counted in the change log, so that a pause outlives the program."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.acts import LogAction, Thing
from desktop.core.errors import SignInPaused
from desktop.core.trade import Role
from desktop.models import query
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting

FREE_TRIES = 3
_FIRST_PAUSE = 15
_LONGEST_PAUSE = 900
# What ends a row of wrong ones: the right one, or a new password.
_ENDS = f"('{LogAction.SIGN_IN}', '{LogAction.CHANGE}')"


def seconds_left(staff_id: int) -> int:
    """How long nobody is let try for this account (0 for a name that has none); 0 when one may."""
    row = query.fetch_one(
        "SELECT count(*), max(at) FROM change_log WHERE table_name = ? AND row_id = ? AND action = ? AND id > coalesce("
        f"(SELECT max(id) FROM change_log WHERE table_name = ? AND row_id = ? AND action IN {_ENDS}), 0)",
        [Thing.STAFF, staff_id, LogAction.WRONG_PASSWORD, Thing.STAFF, staff_id],
    )
    count, last = row if row is not None else (0, None)
    if count <= FREE_TRIES:
        return 0
    pause = min(_FIRST_PAUSE * 2 ** min(count - FREE_TRIES - 1, 10), _LONGEST_PAUSE)
    gone = (clock.now() - dt.datetime.fromisoformat(last)).total_seconds()
    # A clock that was set back must not keep anybody out for longer than the pause.
    return max(0, int(pause - max(gone, 0)))


def refuse_while_paused(staff_id: int) -> None:
    """SignInPaused while one has to wait."""
    left = seconds_left(staff_id)
    if left:
        raise SignInPaused(left)


def note_wrong(staff_id: int, name: str, uid: str, station: int) -> None:
    """A wrong password was given; of a name without an account nothing is kept but that."""
    with noting(Actor(staff_id or None, name, Role.AUDITOR, station)) as unit:
        unit.note_of(Thing.STAFF, staff_id, uid, LogAction.WRONG_PASSWORD)

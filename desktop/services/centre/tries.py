"""Wrong passwords in a row: counted in the database before anything is compared, so that a pause holds everywhere.

A try is taken in a transaction of its own, so two programs that guess at once are counted as two. The right password
ends the row; what was wrong is in the change log as well.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from desktop.core import clock
from desktop.core.account_errors import SignInPaused
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.trade import Role
from desktop.models import query
from desktop.models.database import transaction
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting

FREE_TRIES = 3
_FIRST_PAUSE = 15
_LONGEST_PAUSE = 900
# How far back the director is told of wrong ones.
WEEKS = 4


class Tries(NamedTuple):
    """Wrong passwords of an account in the last ``WEEKS``, the last of them and the last signing in as ISO texts."""

    wrong: int
    last_wrong: str
    last_in: str


def take(staff_id: int) -> None:
    """Count a try for this account (0 for a name that has none); SignInPaused while one has to wait."""
    with transaction():
        row = query.fetch_one("SELECT tries, last_at FROM sign_in_try WHERE staff_id = ?", [staff_id])
        count, last = row if row is not None else (0, "")
        now = clock.now().replace(microsecond=0)
        left = _seconds_left(count, last, now)
        # A clock that was set back begins the pause anew, once: it neither shortens it nor keeps anybody out for long.
        behind = bool(left and now < dt.datetime.fromisoformat(last))
        if not left or behind:
            query.execute(
                "INSERT INTO sign_in_try (staff_id, tries, last_at) VALUES (?, ?, ?)"
                " ON CONFLICT (staff_id) DO UPDATE SET tries = excluded.tries, last_at = excluded.last_at",
                [staff_id, count if behind else count + 1, now.isoformat()],
            )
    if left:
        raise SignInPaused(left)


def end(staff_id: int) -> None:
    """The right password was given, or a new one: the count begins anew."""
    with transaction():
        query.execute("DELETE FROM sign_in_try WHERE staff_id = ?", [staff_id])


def note_wrong(staff_id: int, name: str, uid: str, station: int) -> None:
    """A wrong password was given; of a name without an account nothing is kept but that."""
    with noting(Actor(staff_id or None, name, Role.AUDITOR, station)) as unit:
        unit.note_of(Thing.STAFF, staff_id, uid, LogAction.WRONG_PASSWORD)


def of_late(actor: Actor) -> dict[str, Tries]:
    """Of the last weeks by name of the account, and ``""`` for names that nobody has; only the director is told."""
    permissions.reading(actor, Action.SET_PASSWORD)
    rows = query.fetch(
        "SELECT coalesce(s.name, ''), sum(c.action = ?1), coalesce(max(c.at) FILTER (WHERE c.action = ?1), ''),"
        " coalesce(max(c.at) FILTER (WHERE c.action = ?2), '') FROM change_log c"
        " LEFT JOIN living_staff s ON s.id = c.row_id"
        " WHERE c.table_name = ?3 AND c.action IN (?1, ?2) AND c.at >= ?4 GROUP BY 1",
        [LogAction.WRONG_PASSWORD, LogAction.SIGN_IN, Thing.STAFF, _since()],
    )
    return {name: Tries(*facts) for name, *facts in rows}


def _since() -> str:
    return (clock.now() - dt.timedelta(weeks=WEEKS)).isoformat(sep=" ")


def _seconds_left(count: int, last: str, now: dt.datetime) -> int:
    if count <= FREE_TRIES:
        return 0
    pause = min(_FIRST_PAUSE * 2 ** min(count - FREE_TRIES - 1, 10), _LONGEST_PAUSE)
    gone = (now - dt.datetime.fromisoformat(last)).total_seconds()
    return max(0, int(pause - max(gone, 0)))

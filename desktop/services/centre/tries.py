"""Wrong passwords in a row: counted in the database before anything is compared, so that a pause holds everywhere.

A try is taken in a transaction of its own, so two programs that guess at once are counted as two. The right password
ends the row; what was wrong is in the change log as well. Where nothing can be written, ``pausing`` counts.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from desktop.core import clock
from desktop.core.account_errors import SignInPaused
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import StorageError
from desktop.core.trade import Role
from desktop.models import query
from desktop.models.database import database_path, transaction
from desktop.services.centre import pausing
from desktop.services.centre.pausing import Count
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting

# How far back the director is told of wrong ones.
WEEKS = 4


class Tries(NamedTuple):
    """Wrong passwords of an account in the last ``WEEKS``, the last of them and the last signing in as ISO texts."""

    wrong: int
    last_wrong: str
    last_in: str


def take(staff_id: int) -> None:
    """Count a try for this account (0 for a name that has none); SignInPaused while one has to wait."""
    try:
        with transaction():
            left, count = _next(staff_id)
            query.execute(
                "INSERT INTO sign_in_try (staff_id, tries, last_at) VALUES (?, ?, ?)"
                " ON CONFLICT (staff_id) DO UPDATE SET tries = excluded.tries, last_at = excluded.last_at",
                [staff_id, *count],
            )
        pausing.written(database_path(), str(staff_id))
    except StorageError:
        # A full disk, one that lets nobody write, another program in the middle of something: it counts all the same.
        left, count = _next(staff_id)
        pausing.count_here(database_path(), str(staff_id), _kept(staff_id), count)
    if left:
        raise SignInPaused(left)


def end(staff_id: int) -> None:
    """The right password was given, or a new one: the count begins anew."""
    with transaction():
        query.execute("DELETE FROM sign_in_try WHERE staff_id = ?", [staff_id])
    pausing.written(database_path(), str(staff_id))


def prove_right(staff_id: int) -> None:
    """``end`` after the right password, where nothing can be written too."""
    try:
        end(staff_id)
    except StorageError:
        pausing.count_here(database_path(), str(staff_id), _kept(staff_id), Count())


def note_wrong(staff_id: int, name: str, uid: str, station: int) -> None:
    """A wrong password was given; of a name without an account nothing is kept but that."""
    try:
        with noting(Actor(staff_id or None, name, Role.AUDITOR, station)) as unit:
            unit.note_of(Thing.STAFF, staff_id, uid, LogAction.WRONG_PASSWORD)
    except StorageError:
        pausing.miss(database_path(), name, clock.timestamp())


def of_late(actor: Actor) -> dict[str, Tries]:
    """Of the last weeks by name of the account, and ``""`` for names that nobody has; only the director is told.

    With what this program saw and could not put into the log.
    """
    permissions.reading(actor, Action.SET_PASSWORD)
    rows = query.fetch(
        "SELECT coalesce(s.name, ''), sum(c.action = ?1), coalesce(max(c.at) FILTER (WHERE c.action = ?1), ''),"
        " coalesce(max(c.at) FILTER (WHERE c.action = ?2), '') FROM change_log c"
        " LEFT JOIN living_staff s ON s.id = c.row_id"
        " WHERE c.table_name = ?3 AND c.action IN (?1, ?2) AND c.at >= ?4 GROUP BY 1",
        [LogAction.WRONG_PASSWORD, LogAction.SIGN_IN, Thing.STAFF, _since()],
    )
    told = {name: Tries(*facts) for name, *facts in rows}
    for one in pausing.missed(database_path()):
        wrong, last, came = told.get(one.name, Tries(0, "", ""))
        told[one.name] = Tries(wrong + 1, max(last, one.at), came)
    return told


def _since() -> str:
    return (clock.now() - dt.timedelta(weeks=WEEKS)).isoformat(sep=" ")


def _next(staff_id: int) -> tuple[int, Count]:
    now = clock.now().replace(microsecond=0)
    return pausing.next_count(pausing.known(database_path(), str(staff_id), _kept(staff_id)), now)


def _kept(staff_id: int) -> Count:
    row = query.fetch_one("SELECT tries, last_at FROM sign_in_try WHERE staff_id = ?", [staff_id])
    return Count(*row) if row is not None else Count()

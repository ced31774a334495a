"""What was done and is on disk: where each act begins and ends in the change log, so that it can be taken back."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.models import query
from desktop.models.change import Act
from desktop.services.writing.actor import Actor

# Bookkeeping and no record: the log has what was written. Older acts than these are nobody's to take back.
KEPT = 5000
# The older ones go this many at a time: no scan sweeps.
SWEPT = 100
# How somebody likes things printed, and what takes another act back, stand in nobody's way to the act before.
_PASSED_OVER = frozenset({Action.KEEP_CHOICE, Action.TAKE_BACK, Action.UNDO_IMPORT, Action.UNDO_MERGE})


@dataclass(frozen=True)
class Done:
    """An act that is on disk: who did it, and the writes of one chain that it made, ``first`` to ``last``."""

    action: Action
    actor: Actor
    at: str
    epoch: str
    station: int
    first: int
    last: int
    id: int = 0


_of_thread = threading.local()
_begun = 0


def keep(act: Done) -> Done | None:
    """Note an act within its own transaction; None for one that nobody takes back by itself."""
    if act.action in _PASSED_OVER:
        return None
    columns = {name: getattr(act, name) for name in ("action", "at", "epoch", "station", "first", "last")}
    made = query.insert(Act, {**columns, "staff_id": act.actor.staff_id, "staff_name": act.actor.name})
    if made % SWEPT == 0:
        query.execute("DELETE FROM act WHERE id <= ?", [made - KEPT])
    return replace(act, id=made)


def remember(act: Done) -> None:
    """An act that was kept was committed."""
    _of_thread.last = act


def latest() -> Done | None:
    """The last act of this thread, taken back or not; None when there was none."""
    return getattr(_of_thread, "last", None)


def standing(actor: Actor) -> list[Done]:
    """The acts of somebody since signing in that were not taken back, the newest first."""
    return _standing(actor, _begun, KEPT)


def last_standing(actor: Actor, count: int) -> list[Done]:
    """The last acts of somebody that were not taken back, in whatever start of the program they were done."""
    return _standing(actor, 0, count)


def _standing(actor: Actor, after: int, count: int) -> list[Done]:
    rows = query.fetch(
        "SELECT action, at, epoch, station, first, last, id FROM act WHERE staff_id IS ? AND staff_name = ?"
        " AND taken_back_at IS NULL AND id > ? ORDER BY id DESC LIMIT ?",
        [actor.staff_id, actor.name, after, count],
    )
    return [Done(Action(action), actor, *span) for action, *span in rows]


def taken_back(act: Done) -> None:
    """Within the transaction that takes it back: an act stands no more."""
    query.execute("UPDATE act SET taken_back_at = ? WHERE id = ?", [clock.timestamp(), act.id])


def adding_taken_back(table: Thing, row_id: int) -> None:
    """The same of the act that added a row, for a way back that knows the row and not the act."""
    added = "SELECT epoch, station, counter FROM change_log WHERE table_name = ? AND row_id = ? AND action = ?"
    for where in query.fetch(added, [table, row_id, LogAction.ADD]):
        query.execute(
            "UPDATE act SET taken_back_at = ? WHERE epoch = ? AND station = ? AND ? BETWEEN first AND last",
            [clock.timestamp(), *where],
        )


def begin() -> None:
    """Somebody signs in: in the window, what was done before is nobody's to take back."""
    global _begun
    _begun = query.count("SELECT max(id) FROM act")

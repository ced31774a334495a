"""Epochs: from the making of a store, or a restore, to the next restore, no two writes of the world bear one name."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable

from desktop.core import clock
from desktop.models import query
from desktop.models.change import Epoch
from desktop.services.writing.chain import Head, genesis, head

RESTORE, STORE = "restore", "store"
_MOMENT = "%Y%m%dT%H%M%SZ"
_RANDOM_BYTES = 4


def begin(cause: str, station: int, parent: Head | None = None, elsewhere: Iterable[str] = ()) -> str:
    """Begin an epoch at a station, within a transaction and outside of any unit; its name.

    The name is greater than that of every epoch known here or ``elsewhere``, even with a clock that is behind.
    """
    known = [*(str(row[0]) for row in query.fetch("SELECT name FROM epoch")), *elsewhere]
    name = f"{_moment(known):{_MOMENT}}-{secrets.token_hex(_RANDOM_BYTES)}"
    Epoch.create(
        name=name,
        cause=cause,
        begun_at=clock.timestamp(),
        parent_epoch=parent and parent.epoch,
        parent_station=parent and parent.station,
        parent_counter=parent and parent.counter,
        parent_hash=parent and bytes.fromhex(parent.hash),
    )
    query.execute("UPDATE station SET epoch = ?, head = ? WHERE number = ?", [name, genesis(name, station), station])
    return name


def begin_anew(station: int, elsewhere: Iterable[str] = (), counter: int = 0) -> str:
    """Begin the epoch of a restored store behind the last write that it holds; its name.

    Counters go on behind ``counter``, the last number that is known elsewhere.
    """
    name = begin(RESTORE, station, head(station), elsewhere)
    query.execute("UPDATE station SET counter = max(counter, ?) WHERE number = ?", [counter, station])
    return name


def _moment(known: Iterable[str]) -> dt.datetime:
    now = clock.utc().replace(tzinfo=None)
    last = max((dt.datetime.strptime(name.partition("-")[0], _MOMENT) for name in known), default=None)
    # The digits behind the moment are random, so the moment itself has to be a later one.
    return now if last is None or now > last else last + dt.timedelta(seconds=1)

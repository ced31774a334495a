"""What the log must not say any more: payload and salt of a write go, its hashes stay, and the log says that they went.

A row that was written over fits no longer what its hash was made of, and without the salt nobody can try what it was.
What stands there now is bound by a write of its own (``forget``): the hash of each payload as it was left, by the name
of its write. ``verifying`` takes a row that fits neither for changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from desktop.core.acts import LogAction, Thing
from desktop.models import query
from desktop.services.writing.chain import PAYLOAD, payload_hash
from desktop.services.writing.journal import Unit

# The name of a write: epoch, station, counter.
Name = tuple[str, int, int]
_LEFT = "left"
_AT_ONCE = 500


class Left(NamedTuple):
    """What a row of the log says from now on, by its id: JSON before and after, and the reason."""

    id: int
    before: str | None
    after: str | None
    reason: str


def forget(unit: Unit, about: str, rows: Iterable[Left]) -> int:
    """Write over what these rows of the log say, within a unit; ``about`` names the act. How many there were."""
    written = list(rows)
    for start in range(0, len(written), _AT_ONCE):
        several = written[start : start + _AT_ONCE]
        with _open():
            for one in several:
                query.execute(
                    "UPDATE change_log SET before = ?, after = ?, reason = ?, salt = x'' WHERE id = ?",
                    [one.before, one.after, one.reason, one.id],
                )
        unit.log(Thing.CHANGE_LOG, about, LogAction.FORGET, None, {_LEFT: _hashes(one.id for one in several)})
    return len(written)


def left() -> Mapping[Name, bytes]:
    """The hash of what is left of each write whose payload is gone, by its name; the last word on each holds."""
    found: dict[Name, bytes] = {}
    for after in query.texts(
        "SELECT after FROM change_log WHERE table_name = ? AND action = ? ORDER BY id",
        [Thing.CHANGE_LOG, LogAction.FORGET],
    ):
        for epoch, station, counter, hashed in json.loads(after)[_LEFT]:
            found[epoch, station, counter] = bytes.fromhex(hashed)
    return found


def _hashes(ids: Iterable[int]) -> list[list[object]]:
    columns = ("epoch", "station", "counter", "salt", *PAYLOAD)
    rows = query.fetch(
        f"SELECT {', '.join(columns)} FROM change_log WHERE id IN {query.LISTED} ORDER BY id", [query.listed(list(ids))]
    )
    return [[*row[:3], payload_hash(dict(zip(columns, row, strict=True))).hex()] for row in rows]


@contextmanager
def _open() -> Iterator[None]:
    query.execute("INSERT INTO forget_gate (id) VALUES (1)")
    try:
        yield
    finally:
        query.execute("DELETE FROM forget_gate")

"""What a station knows: how far it has each chain of the log, and what it had when it wrote something.

A station that takes rows in says so in its own chain (``Thing.EXCHANGE``, the heads of all chains it has then). So
what stood before its eyes at any write follows from the rows of the log alone, and is the same wherever it is asked.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from desktop.core.acts import LogAction, Thing
from desktop.models import query
from desktop.services.writing.chain import Stamp
from desktop.services.writing.journal import Unit

Chain = tuple[str, int]
# How far each chain is known: its last counter.
Heads = Mapping[Chain, int]

HEADS = "heads"


def several() -> bool:
    """Whether this centre was given a second station."""
    return query.count("SELECT count(*) FROM exchange_key") > 0


def here() -> dict[Chain, int]:
    """How far each chain is known here."""
    rows = query.fetch("SELECT epoch, station, max(counter) FROM change_log GROUP BY epoch, station")
    return {(str(epoch), int(station)): int(counter) for epoch, station, counter in rows}


def tell(unit: Unit, station: int, action: LogAction = LogAction.CHANGE, **also: object) -> Stamp:
    """Say within a unit how far a station knows every chain now."""
    known = [[epoch, number, counter] for (epoch, number), counter in sorted(here().items())]
    return unit.log(Thing.EXCHANGE, str(station), action, None, {HEADS: known, **also})


def read(after: str) -> dict[Chain, int]:
    """The heads that a row of the log tells."""
    return {(str(epoch), int(station)): int(counter) for epoch, station, counter in json.loads(after)[HEADS]}


def told_here() -> dict[Chain, int]:
    """What this station said last of how far it knows each chain; nothing where there is no other station."""
    after = query.text(
        "SELECT c.after FROM change_log c JOIN station s ON s.number = c.station AND c.row_uid = s.number"
        " WHERE c.table_name = ? AND c.after IS NOT NULL ORDER BY c.epoch DESC, c.counter DESC LIMIT 1",
        [Thing.EXCHANGE],
    )
    return read(after) if after else {}


def least(several: Iterable[Heads]) -> dict[Chain, int]:
    """What all of them know."""
    known = list(several)
    chains = set(known[0]).intersection(*known[1:]) if known else set()
    return {chain: min(one[chain] for one in known) for chain in chains}


def others(own: int) -> dict[int, dict[Chain, int]]:
    """What each other station is known to have, by its number: what it told last, and what it wrote itself."""
    found: dict[int, dict[Chain, int]] = {}
    # What a station told of itself comes after what was told of it when it was given; of several epochs the newest.
    for key, after in query.fetch(
        "SELECT row_uid, after FROM change_log WHERE table_name = ? AND after IS NOT NULL"
        " ORDER BY row_uid = station, epoch, counter",
        [Thing.EXCHANGE],
    ):
        if int(key) != own:
            found[int(key)] = read(after)
    newest = query.mapping("SELECT station, max(epoch) FROM change_log GROUP BY station")
    for (epoch, station), counter in here().items():
        # A chain that a restore cut off is known as far as was told, and no further.
        if station in found and newest[station] == epoch:
            found[station][epoch, station] = counter
    return found


class Knowledge:
    """What was known at any write of this log, read once."""

    def __init__(self) -> None:
        self._told: dict[Chain, tuple[list[int], list[dict[Chain, int]]]] = {}
        for epoch, station, counter, key, after in query.fetch(
            "SELECT epoch, station, counter, row_uid, after FROM change_log WHERE table_name = ? AND after IS NOT NULL"
            " ORDER BY epoch, station, counter",
            [Thing.EXCHANGE],
        ):
            if key == str(station):
                counters, heads = self._told.setdefault((str(epoch), int(station)), ([], []))
                counters.append(int(counter))
                heads.append(read(after))
        self._parents: dict[str, Stamp] = {
            str(name): Stamp(str(epoch), int(station), int(counter))
            for name, epoch, station, counter in query.fetch(
                "SELECT name, parent_epoch, parent_station, parent_counter FROM epoch WHERE parent_epoch IS NOT NULL"
            )
        }

    def heads_at(self, write: Stamp) -> dict[Chain, int]:
        """How far each chain was known when this was written, itself included."""
        found: dict[Chain, int] = {}
        at: Stamp | None = write
        while at is not None:
            found[at.epoch, at.station] = max(at.counter, found.get((at.epoch, at.station), 0))
            counters, heads = self._told.get((at.epoch, at.station), ([], []))
            place = bisect_right(counters, at.counter)
            if place:
                for chain, counter in heads[place - 1].items():
                    found[chain] = max(counter, found.get(chain, 0))
                break
            at = self._parents.get(at.epoch)
        return found

    def knew(self, write: Stamp, earlier: Stamp) -> bool:
        """Whether the one was known when the other was written."""
        return self.heads_at(write).get((earlier.epoch, earlier.station), 0) >= earlier.counter

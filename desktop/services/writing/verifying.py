"""Proving the change log: every chain from its first row, or the last rows of each, and the first that does not fit."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.storage_errors import LogBroken
from desktop.models import query
from desktop.models.tables import RECORDS
from desktop.services.writing import forgetting, heads, row_facts
from desktop.services.writing.chain import (
    AS_WRITTEN,
    HASHED,
    OF_THE_LOG,
    PAYLOAD,
    WITH_ORIGIN,
    Head,
    genesis,
    payload_hash,
    references,
    row_hash,
)

# What a look in passing reads of each chain.
LAST = 10_000
_AT_ONCE = 1_000
_COLUMNS = (*HASHED, *PAYLOAD, *OF_THE_LOG, "row_id", "salt", "payload_sha256", "previous", "hash")

# What another station wrote is proved by its own words, and held against those in which it is read here.
_HERE = ("here_before", "here_after", "here_refs")
_READ = ", ".join(
    (
        *(AS_WRITTEN.get(one, f"c.{one}") for one in _COLUMNS),
        *(f"CASE WHEN o.change_id IS NOT NULL THEN coalesce(c.{one}, '') END" for one in AS_WRITTEN),
    )
)

_Key = tuple[str, int]
_Found = tuple[str, int, "Misfit"]


@dataclass(frozen=True)
class Misfit:
    """The first write of a chain that does not fit.

    ``why``: ``edited`` (its hash is another), ``payload`` (what it says was changed), ``missing`` (a row before it is
    gone), ``replaced`` (the row before it is another one), ``local`` (it points to another row than it names), ``cut``
    (rows from this number on are gone), ``epoch`` (its epoch began otherwise, or nobody knows how), ``unlogged`` (a
    record says that this write made it what it is, and there is no such write), ``row`` (the record that
    this write made says something else now), ``head`` (a closed month froze another write of this name). ``row`` is
    the number of the record in its table, None where nobody can say.
    """

    counter: int
    why: str
    table: str = ""
    row: int | None = None


@dataclass(frozen=True)
class ChainState:
    """A chain as it was found; ``rows`` are those that were looked at."""

    epoch: str
    station: int
    rows: int
    misfit: Misfit | None

    @property
    def ok(self) -> bool:
        """Whether every row fits."""
        return self.misfit is None


def verify(last: int | None = None, progress: Progress | None = None) -> list[ChainState]:
    """Every chain, the oldest epoch first; with ``last`` so many rows from the end of each chain, and nothing else."""
    steps = progress or Progress()
    # Read once along the chains and, when all is asked for, once along the records.
    times = 1 if last else 2
    steps.start(times * query.count("SELECT count(*) FROM change_log"), translate("Progress", "Proving the change log"))
    strays = _first_of_each(_rewritten() if last else chain(_strays(), _rewritten()))
    known = _Known({column: query.mapping(f"SELECT id, uid FROM {table}") for column, table in OF_THE_LOG.items()})
    found = []
    for epoch, station in sorted({*_chains(), *strays}):
        rows, misfit = _walk(epoch, station, last, steps, known)
        found.append(ChainState(epoch, station, rows, _earlier(misfit, strays.get((epoch, station)))))
    # What a record should say is known only from a log that is whole.
    return found if last or not all(one.ok for one in found) else _held_against_the_records(found, steps)


def require_whole(found: Iterable[ChainState]) -> None:
    """LogBroken that names the first write that does not fit; nothing when every chain is whole."""
    for one in found:
        error = trouble(one)
        if error is not None:
            raise error


def trouble(one: ChainState) -> LogBroken | None:
    """What is wrong with a chain, as an error that names the first write that does not fit."""
    bad = one.misfit
    return None if bad is None else LogBroken(one.epoch, one.station, bad.counter, bad.why, bad.table, bad.row)


def held_against(head: Head) -> LogBroken | None:
    """What is wrong when this head was told elsewhere; nothing about a write that a restored backup never had."""
    row = query.fetch_one(
        "SELECT hash, table_name, row_id FROM change_log WHERE epoch = ? AND station = ? AND counter = ?",
        [head.epoch, head.station, head.counter],
    )
    if row is None:
        unknown = head.counter > _known_to(head.epoch, head.station)
        return None if unknown else LogBroken(head.epoch, head.station, head.counter, "elsewhere")
    if bytes(row[0]).hex() == head.hash:
        return None
    return LogBroken(head.epoch, head.station, head.counter, "elsewhere", row[1], row[2])


def _known_to(epoch: str, station: int) -> int:
    """Up to which number this store must know a chain: to where a restore left it, without an end where it goes on."""
    left = query.fetch_one(
        "SELECT max(parent_counter) FROM epoch WHERE parent_epoch = ? AND parent_station = ?", [epoch, station]
    )
    if left is not None and left[0] is not None:
        return int(left[0])
    goes_on = query.count("SELECT count(*) FROM station WHERE epoch = ? AND number = ?", [epoch, station])
    return sys.maxsize if goes_on else 0


def _chains() -> list[_Key]:
    # Those that should be there, too: of a chain whose rows are all gone only its epoch is left.
    rows = query.fetch(
        "SELECT DISTINCT epoch, station FROM change_log"
        " UNION SELECT epoch, number FROM station WHERE epoch <> ''"
        " UNION SELECT parent_epoch, parent_station FROM epoch WHERE parent_epoch IS NOT NULL"
    )
    return [(str(epoch), int(station)) for epoch, station in rows]


class _Known:
    """What every chain is held against: the uids of staff and imports, and what is left of payloads that are gone."""

    def __init__(self, uids: Mapping[str, Mapping[int, str]]) -> None:
        self.uids = uids
        # Of chains that other stations go on with, this one has told how far it has them.
        self.heads = heads.told_here()
        self.left = forgetting.left()

    def says(self, row: Mapping[str, Any]) -> bool:
        """Whether a row says what it said, or what was left of it."""
        made = payload_hash(row)
        return made == row["payload_sha256"] or (
            not row["salt"] and made == self.left.get((row["epoch"], row["station"], row["counter"]))
        )

    def reads_so(self, row: Mapping[str, Any]) -> bool:
        """Whether what another station wrote is read here in ids of the records that it names."""
        written, here = (json.loads(row[one] or "{}") for one in ("refs", "here_refs"))
        targets = {**references(row["table_name"]), **OF_THE_LOG}
        for column, names in here.items():
            for one, uid in names.items():
                if query.text(f"SELECT uid FROM {targets[column]} WHERE id = ?", [int(one)]) != uid:
                    return False
        return all(_by_uid(row[side], written) == _by_uid(row[f"here_{side}"], here) for side in ("before", "after"))


def _by_uid(text: str | None, refs: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(text or "{}")
    return {name: refs[name].get(str(value), value) if name in refs else value for name, value in said.items()}


def _walk(epoch: str, station: int, last: int | None, steps: Progress, known: _Known) -> tuple[int, Misfit | None]:
    begun = query.fetch_one("SELECT coalesce(parent_counter, 0) FROM epoch WHERE name = ?", [epoch])
    start, count = _start(epoch, station, last), 0
    # In the middle of a chain the first row that is looked at can only be believed.
    expected = None if start else genesis(epoch, station)
    counter = start or (int(begun[0]) if begun else 0)
    for row in _rows(epoch, station, start):
        steps.step()
        count += 1
        gone = "missing" if row["counter"] > counter + 1 else "replaced" if count > 1 else "epoch"
        why = _misfit(row, expected, gone, known) if begun else "epoch"
        if why:
            return count, Misfit(row["counter"], why, row["table_name"], row["row_id"])
        counter, expected = row["counter"], row["hash"]
    end = _end(epoch, station)
    if (end is None or end == expected) and counter >= known.heads.get((epoch, station), 0):
        return count, None
    return count, Misfit(counter + 1, "cut")


def _misfit(row: dict[str, Any], expected: bytes | None, gone: str, known: _Known) -> str:
    if row_hash(row) != row["hash"]:
        return "edited"
    if expected is not None and row["previous"] != expected:
        return gone
    if not known.says(row):
        return "payload"
    if row["here_refs"] is not None and not known.reads_so(row):
        return "local"
    return "" if all(_named(row, column, known.uids[column]) for column in OF_THE_LOG) else "local"


def _named(row: dict[str, Any], column: str, uids: Mapping[int, str]) -> bool:
    one = row[column]
    if one is None:
        return True
    if one not in uids:
        return False
    # Another station named it by a number of its own.
    return (
        f'"{one}":"{uids[one]}"' in row["refs"] or uids[one] in json.loads(row["refs"] or "{}").get(column, {}).values()
    )


def _end(epoch: str, station: int) -> bytes | None:
    """The hash that a chain must end with: its station's head, or its child's parent; None when nobody knows."""
    row = query.fetch_one("SELECT head FROM station WHERE epoch = ? AND number = ?", [epoch, station])
    if row is None and not heads.several():
        row = query.fetch_one(
            "SELECT parent_hash FROM epoch WHERE parent_epoch = ? AND parent_station = ?"
            " ORDER BY parent_counter DESC LIMIT 1",
            [epoch, station],
        )
    return None if row is None else bytes(row[0])


def _start(epoch: str, station: int, last: int | None) -> int:
    """The number behind which ``last`` rows stand; 0 when there are no more than that, or all are wanted."""
    if not last:
        return 0
    return query.count(
        "SELECT counter FROM change_log WHERE epoch = ? AND station = ? ORDER BY counter DESC LIMIT 1 OFFSET ?",
        [epoch, station, last],
    )


def _rows(epoch: str, station: int, counter: int) -> Iterator[dict[str, Any]]:
    while True:
        found = query.fetch(
            f"SELECT {_READ} FROM {WITH_ORIGIN} WHERE epoch = ? AND station = ? AND counter > ?"
            " ORDER BY counter LIMIT ?",
            [epoch, station, counter, _AT_ONCE],
        )
        if not found:
            return
        for values in found:
            yield dict(zip((*_COLUMNS, *_HERE), values, strict=True))
        counter = found[-1][_COLUMNS.index("counter")]


def _held_against_the_records(found: list[ChainState], steps: Progress) -> list[ChainState]:
    differing = row_facts.differing(steps)
    first = _first_of_each(
        (one.epoch, one.station, Misfit(one.counter, "row", one.table, one.row)) for one in differing
    )
    return [replace(one, misfit=first.get((one.epoch, one.station))) for one in found]


def _strays() -> Iterator[_Found]:
    """Writes that point to another record than they name, or that a record misses: of each table the first."""
    for table in RECORDS:
        for why, sql in (("local", _ELSEWHERE), ("unlogged", _UNLOGGED)):
            for epoch, station, counter, row in query.fetch(sql.format(table=table)):
                yield epoch, station, Misfit(counter, why, table, row)


def _rewritten() -> Iterator[_Found]:
    """Writes that are others than those which a closed month froze as the log's head."""
    for epoch, station, counter, row in query.fetch(_OTHER_HEAD):
        yield epoch, station, Misfit(counter, "head", "month_version", row)


def _earlier(misfit: Misfit | None, stray: Misfit | None) -> Misfit | None:
    if misfit is None or stray is None:
        return misfit or stray
    if misfit.counter == stray.counter and not misfit.table:
        # Of a row that is gone, the record that misses it says what it was about.
        return replace(misfit, table=stray.table, row=stray.row)
    return min(misfit, stray, key=lambda one: one.counter)


def _first_of_each(misfits: Iterable[_Found]) -> dict[_Key, Misfit]:
    first: dict[_Key, Misfit] = {}
    for epoch, station, misfit in misfits:
        known = first.get((epoch, station), misfit)
        first[epoch, station] = min(known, misfit, key=lambda one: one.counter)
    return first


# An act about nobody, such as a wrong password of a name without an account, names record 0 and no uid.
_ELSEWHERE = (
    "SELECT c.epoch, c.station, min(c.counter), c.row_id FROM change_log c LEFT JOIN {table} t ON t.id = c.row_id"
    " WHERE c.table_name = '{table}' AND t.uid IS NOT nullif(c.row_uid, '') GROUP BY c.epoch, c.station"
)
_UNLOGGED = (
    "SELECT t.epoch, t.station, min(t.counter), t.id FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM change_log c"
    " WHERE c.epoch = t.epoch AND c.station = t.station AND c.counter = t.counter AND c.row_uid = t.uid)"
    " GROUP BY t.epoch, t.station"
)
_OTHER_HEAD = (
    "SELECT v.head_epoch, v.head_station, v.head_counter, v.id FROM month_version v LEFT JOIN change_log c"
    " ON c.epoch = v.head_epoch AND c.station = v.head_station AND c.counter = v.head_counter"
    " WHERE v.head_sha256 IS NOT NULL AND lower(hex(c.hash)) IS NOT v.head_sha256 ORDER BY v.head_counter"
)

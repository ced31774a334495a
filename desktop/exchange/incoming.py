"""What a file brings: each row of the log proved in its chain, behind the last one that is known here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from desktop.core.exchange_errors import (
    ExchangeContradicts,
    ExchangeForked,
    ExchangeGap,
    ExchangeUnreadable,
)
from desktop.exchange.out import BLOBS, COLUMNS, EPOCH
from desktop.models import query
from desktop.models.change import Epoch
from desktop.services.writing import epochs, heads
from desktop.services.writing.chain import genesis, payload_hash, row_hash

Row = dict[str, Any]


def learn_epochs(lines: Iterable[list[Any]], accept_fork: bool) -> None:
    """Take in the epochs that are not known here; ExchangeForked where two of them grew out of one station's past."""
    standing = {str(row[0]): row for row in query.fetch(f"SELECT {', '.join(EPOCH)} FROM epoch ORDER BY name")}
    for values in lines:
        facts = dict(zip(EPOCH, values, strict=True))
        if facts["name"] in standing:
            continue
        if not accept_fork:
            _refuse_fork(facts, standing)
        proof = facts["parent_hash"]
        Epoch.create(**facts | {"parent_hash": None if proof is None else bytes.fromhex(proof)})
        standing[facts["name"]] = tuple(values)


def _refuse_fork(new: Mapping[str, Any], standing: Mapping[str, Any]) -> None:
    for values in standing.values():
        one = dict(zip(EPOCH, values, strict=True))
        same_station = (one["parent_epoch"], one["parent_station"]) == (new["parent_epoch"], new["parent_station"])
        # A new station grows out of station 1 too: its life stands beside that of a restored one.
        same_cause = one["cause"] == new["cause"]
        same_write = one["parent_counter"] == new["parent_counter"]
        if one["parent_epoch"] and same_station and same_cause and (new["cause"] == epochs.RESTORE or same_write):
            raise ExchangeForked(int(new["parent_station"]), one["name"], new["name"])


def proved(lines: Iterable[list[Any]], path: Path) -> list[Row]:
    """The rows that are new here, in the order of the fold; each fits its hash and the row before it."""
    chains: dict[tuple[str, int], list[Row]] = {}
    for values in lines:
        row = _row(values, path)
        chains.setdefault((row["epoch"], row["station"]), []).append(row)
    new = [row for chain, rows in sorted(chains.items()) for row in _behind(chain, rows, path)]
    return sorted(new, key=lambda row: (row["lamport"], row["epoch"], row["station"], row["counter"]))


def refuse_gap(told: Iterable[list[Any]], rows: Iterable[Row], path: Path) -> None:
    """ExchangeGap where whoever wrote the file knew more than is known here with it, as after a restore."""
    known = heads.here()
    for row in rows:
        chain = row["epoch"], row["station"]
        known[chain] = max(row["counter"], known.get(chain, 0))
    for epoch, station, counter in told:
        if known.get((epoch, station), 0) < counter:
            raise ExchangeGap(path.name, station)


def _row(values: list[Any], path: Path) -> Row:
    row = dict(zip(COLUMNS, values, strict=True))
    row |= {name: bytes.fromhex(row[name]) for name in BLOBS}
    if row_hash(row) != row["hash"] or payload_hash(row) != row["payload_sha256"]:
        raise ExchangeUnreadable(path.name)
    return row


def _behind(chain: tuple[str, int], rows: list[Row], path: Path) -> list[Row]:
    epoch, station = chain
    known = query.fetch_one(
        "SELECT counter, hash FROM change_log WHERE epoch = ? AND station = ? ORDER BY counter DESC LIMIT 1", chain
    )
    last, expected = (int(known[0]), bytes(known[1])) if known else (0, genesis(epoch, station))
    new: list[Row] = []
    for row in sorted(rows, key=lambda one: int(one["counter"])):
        if row["counter"] <= last and known:
            _same(row, path)
            continue
        if row["previous"] != expected:
            if not new and row["counter"] > last + 1:
                raise ExchangeGap(path.name, station)
            raise ExchangeContradicts(path.name, station, row["counter"])
        new.append(row)
        last, expected, known = row["counter"], row["hash"], known or (0, b"")
    return new


def _same(row: Row, path: Path) -> None:
    standing = query.fetch_one(
        "SELECT hash FROM change_log WHERE epoch = ? AND station = ? AND counter = ?",
        [row["epoch"], row["station"], row["counter"]],
    )
    if standing is None or bytes(standing[0]) != row["hash"]:
        raise ExchangeContradicts(path.name, row["station"], row["counter"])

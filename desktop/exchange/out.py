"""``exchange out``: the rows of the log that another station lacks."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.exchange_errors import OneStation
from desktop.core.file_kinds import EXCHANGE
from desktop.core.files import make_folder
from desktop.exchange import package
from desktop.models import query
from desktop.models.base import said
from desktop.models.centre import CentreRow, Staff
from desktop.models.migrate import latest_schema
from desktop.services.centre import centres
from desktop.services.writing import heads
from desktop.services.writing.actor import Actor
from desktop.services.writing.chain import AS_WRITTEN, HASHED, PAYLOAD, WITH_ORIGIN
from desktop.services.writing.heads import Heads
from desktop.services.writing.journal import writing

# A row of the log as it was hashed, in this order.
COLUMNS = (*HASHED, *PAYLOAD, "salt", "payload_sha256", "previous", "hash")
BLOBS = frozenset({"salt", "payload_sha256", "previous", "hash"})
EPOCH = ("name", "cause", "begun_at", "parent_epoch", "parent_station", "parent_counter", "parent_hash")
_READ = ", ".join(AS_WRITTEN.get(one, f"c.{one}") for one in COLUMNS)


def place_of(folder: Path, station: int, kind: str) -> Path:
    """Where a file lies that a station gives, or is given: the centre, the station and the moment name it."""
    return folder / f"shizhu-{centres.centre().number}-{station}-{clock.now():%Y%m%d-%H%M%S}{kind}"


@dataclass(frozen=True)
class Written:
    """The file and how many rows of the log it has."""

    path: Path
    rows: int


def out(actor: Actor, folder: Path) -> Written:
    """Write what any other station is not known to have, sealed to this centre's stations; OneStation without any."""
    with writing(actor, Action.EXCHANGE) as unit:
        recipient = query.text("SELECT recipient FROM exchange_key")
        if not recipient:
            raise OneStation()
        row = CentreRow.get(CentreRow.voided_at.is_null())
        unit.note_of(Thing.EXCHANGE, 0, str(actor.station), LogAction.HAND_OUT)
    known = heads.least(heads.others(actor.station).values())
    about = {
        "centre": row.uid,
        "schema": latest_schema(),
        "station": actor.station,
        "heads": [[*chain, counter] for chain, counter in sorted(heads.here().items())],
    }
    path = place_of(make_folder(folder), actor.station, EXCHANGE)
    lines = list(_lines(known))
    package.write(path, recipient, about, lines)
    return Written(path, sum(part == "log" for part, _ in lines))


def _lines(known: Heads) -> Iterator[tuple[str, list[Any]]]:
    for *facts, proof in query.fetch(f"SELECT {', '.join(EPOCH)} FROM epoch ORDER BY name"):
        yield "epoch", [*facts, None if proof is None else bytes(proof).hex()]
    versions, staff = set(), set()
    for epoch, station in sorted(heads.here()):
        for values in query.each(
            f"SELECT {_READ} FROM {WITH_ORIGIN}"
            " WHERE c.epoch = ? AND c.station = ? AND c.counter > ? ORDER BY c.counter",
            [epoch, station, known.get((epoch, station), 0)],
        ):
            row = dict(zip(COLUMNS, values, strict=True))
            versions |= {row["row_uid"]} if row["table_name"] == Thing.MONTH_VERSION else set()
            staff |= {row["row_uid"]} if row["table_name"] == Thing.STAFF else set()
            yield "log", [bytes(row[one]).hex() if one in BLOBS else row[one] for one in COLUMNS]
    yield from _documents(versions)
    yield from _secrets(staff)


def _documents(versions: set[str]) -> Iterator[tuple[str, list[Any]]]:
    """The frozen documents of these versions of closed months: their rows of the log have only their hash."""
    for uid in sorted(versions):
        for kind, content, proof in query.each(
            "SELECT d.kind, d.content, d.sha256 FROM month_document d JOIN month_version v ON v.id = d.version_id"
            " WHERE v.uid = ? ORDER BY d.kind",
            [uid],
        ):
            yield "document", [uid, kind, base64.b64encode(bytes(content)).decode(), proof]


def _secrets(staff: set[str]) -> Iterator[tuple[str, list[Any]]]:
    """What the log says a fingerprint of: without it nobody of these could sign in at the other station."""
    field = Staff._meta.fields["password"]
    for uid in sorted(staff):
        text = query.text("SELECT password FROM staff WHERE uid = ?", [uid])
        if text:
            yield "secret", [said(field, text), text]

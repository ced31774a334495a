"""The change log held against the heads in a sync file: what was rewritten since contradicts it."""

from __future__ import annotations

from desktop.core.errors import StorageError
from desktop.core.storage_errors import FrozenChanged, LogBroken
from desktop.models import query
from desktop.services.centre import centres
from desktop.services.writing import verifying
from desktop.sync.format import LogHead, Manifest


def contradictions(manifest: Manifest) -> list[StorageError]:
    """What stands here otherwise than a file of this centre says; nothing of another centre's file.

    A write that a restored backup never had is no contradiction: its epoch ended before it, or is not known here.
    """
    if manifest.centre_number != centres.centre().number:
        return []
    found: list[StorageError] = []
    for one in (manifest.log, *(each.log for each in manifest.closed)):
        trouble = None if one is None else _held(one)
        if trouble is not None and trouble not in found:
            found.append(trouble)
    for each in manifest.closed:
        row = query.fetch_one(
            "SELECT sha256 FROM month_version WHERE month = ? AND version = ?", [each.month, each.version]
        )
        if row is not None and row[0] != each.sha256:
            found.append(FrozenChanged(each.month))
    return found


def _held(head: LogHead) -> LogBroken | None:
    row = query.fetch_one(
        "SELECT hash, table_name, row_id FROM change_log WHERE epoch = ? AND station = ? AND counter = ?",
        [head.epoch, head.station, head.counter],
    )
    if row is None:
        if head.counter > verifying.known_to(head.epoch, head.station):
            return None
        return LogBroken(head.epoch, head.station, head.counter, "elsewhere")
    if bytes(row[0]).hex() == head.sha256:
        return None
    return LogBroken(head.epoch, head.station, head.counter, "elsewhere", row[1], row[2])

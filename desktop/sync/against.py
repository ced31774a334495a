"""The change log held against the heads in a sync file: what was rewritten since contradicts it."""

from __future__ import annotations

from desktop.core.errors import StorageError
from desktop.core.period import Month
from desktop.core.storage_errors import FrozenChanged, LogBroken
from desktop.services.centre import centres
from desktop.services.writing import frozen, verifying
from desktop.services.writing.chain import Head
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
        version = frozen.numbered(Month.parse(each.month), each.version)
        if version is not None and version.sha256 != each.sha256:
            found.append(FrozenChanged(each.month))
    return found


def _held(head: LogHead) -> LogBroken | None:
    return verifying.held_against(Head(head.epoch, head.station, head.counter, head.sha256))

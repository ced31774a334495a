"""Writes taken back, the last first: what was added becomes void, what was changed gets what stood there before."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.core.acts import LogAction
from desktop.core.progress import Progress
from desktop.models.base import Record
from desktop.models.tables import RECORDS
from desktop.services.writing.journal import Unit

# Why a row is void that an act had added which was taken back.
TAKEN_BACK = "taken back"
_AT_ONCE = 500


class Write(NamedTuple):
    """One write of the change log; ``before`` is its JSON."""

    table: str
    row_id: int
    action: str
    before: str | None


def put_back(
    unit: Unit,
    writes: Sequence[Write],
    reason: str,
    progress: Progress,
    take_away: Callable[[Unit, Record, str], object] = Unit.void,
) -> int:
    """Take writes back that come in the order of the last first; how many rows they had added.

    ``take_away`` says what becomes of a row that was added.
    """
    count = 0
    for start in range(0, len(writes), _AT_ONCE):
        several = writes[start : start + _AT_ONCE]
        rows = _rows_of(several)
        for one in several:
            progress.step()
            if one.action == LogAction.ADD:
                take_away(unit, rows[one.table, one.row_id], reason)
                count += 1
            elif one.before is not None:
                unit.give_back(rows[one.table, one.row_id], json.loads(one.before))
    return count


def _rows_of(writes: Sequence[Write]) -> dict[tuple[str, int], Record]:
    wanted: dict[str, set[int]] = {}
    for one in writes:
        wanted.setdefault(one.table, set()).add(one.row_id)
    return {
        (table, row.id): row
        for table, ids in wanted.items()
        for row in RECORDS[table].select().where(RECORDS[table].id.in_(sorted(ids)))
    }

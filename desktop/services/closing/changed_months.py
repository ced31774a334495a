"""Which closed months say something else than the file that the district has of them: they are written again, whole."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.period import Month
from desktop.services.closing import exported_rows, exports
from desktop.services.closing.exports import ExportRow
from desktop.services.writing import months

_FULL = "full"


def carrier(month: Month, files: Sequence[ExportRow]) -> ExportRow | None:
    """The newest of the files (newest first) that carries a month: a full one does, once the month was over then."""
    for row in files:
        if row.period == str(month) or (row.period == _FULL and row.exported_at[:10] > month.last.isoformat()):
            return row
    return None


def changed() -> list[Month]:
    """The closed months, oldest first, that were put right or of which a record was changed since their file."""
    files, since = exports.listed(), months.stands_since()
    found = []
    for month in map(Month.parse, months.closed_months()):
        file = carrier(month, files)
        if file is not None and is_changed(month, file, since.get(str(month), "")):
            found.append(month)
    return sorted(found, key=str)


def is_changed(month: Month, file: ExportRow, stands_since: str) -> bool:
    """Whether a closed month was closed, put right or changed after this file of it."""
    return file.exported_at < stands_since or exported_rows.changed_after(month, file.exported_at)

"""The records of a sync file as the lines of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.core.canonical import line
from desktop.core.period import Month
from desktop.services import figures
from desktop.services.closing import exported_rows
from desktop.services.figures.contract import as_json
from desktop.services.privacy import consent
from desktop.services.writing import frozen, months
from desktop.sync import hashed
from desktop.sync.format import FULL, STAMPS, Part

# Stands where a name stood of somebody who withdrew consent to be named to the district.
UNNAMED = "（撤回同意）"
_WHO = ("name", "id_number", "id_written", "household_place", "building", "room", "address", "phone", "remarks")
_HEALTH = ("chronic", "allergies", "health_record_no", "family_doctor_name", "consent_by", "consent_paper_no")
# What says who somebody is, by part; the key that names the person.
_NAMING = {
    "residents": ("uid", (*_WHO, *_HEALTH)),
    "contacts": ("resident", ("name", "phone")),
    "external_ids": ("resident", ("value",)),
}


@dataclass(frozen=True)
class Scope:
    """What a file covers: one month, or everything (``month`` None)."""

    month: Month | None = None

    @property
    def kind(self) -> str:
        """``month`` or ``full``."""
        return FULL if self.month is None else "month"

    @property
    def period(self) -> str:
        """``2026-10`` or ``full``."""
        return FULL if self.month is None else str(self.month)


def lines_of(part: Part, scope: Scope, matching: str = "") -> Iterator[bytes]:
    """The records of a part in order of their uid, one canonical line each, as they are read.

    ``matching`` is the district's key where it wants no numbers: then nobody's name or number stands there.
    """
    columns = [*((stamp, "") for stamp in STAMPS), *((column.name, column.table) for column in part.columns)]
    keys = (*STAMPS, *(column.key for column in part.columns))
    booleans = [column.key for column in part.columns if column.boolean]
    person, naming = _NAMING.get(part.kind, ("", ()))
    unnamed = consent.unnamed() if naming else set()
    for values in exported_rows.rows_of(part.table, columns, scope.month):
        row = dict(zip(keys, values, strict=True))
        for key in booleans:
            row[key] = None if row[key] is None else bool(row[key])
        if naming and row[person] in unnamed:
            row |= {key: UNNAMED if key == "name" else None if row[key] is None else "" for key in naming}
        yield line(hashed.hide(part.kind, row, matching) if matching else row)


def figures_of(scope: Scope) -> list[dict[str, Any]]:
    """The figures of the month, or of every closed month in a full file; closed months as they were frozen."""
    wanted = map(Month.parse, months.closed_months()) if scope.month is None else [scope.month]
    found = [frozen.figures(month) for month in wanted]
    if scope.month is not None and found == [None]:
        return [as_json(figures.figures_of(scope.month))]
    return [one for one in found if one]

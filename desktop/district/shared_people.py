"""Who of a centre is known in other centres too, asked of what is derived; never a number, never a name."""

from __future__ import annotations

from desktop.district import store
from desktop.district.engines import duckdb
from desktop.district.folder import DistrictFolder

_SQL = """
SELECT DISTINCT mine.uid, other.centre
FROM residents AS mine
JOIN residents AS other ON other.id_number = mine.id_number AND other.centre <> mine.centre
WHERE mine.centre = '{centre}' AND mine.month = '{period}' AND mine.id_number <> ''
  AND mine.voided_at IS NULL AND other.voided_at IS NULL
ORDER BY 1, 2
"""


def of(folder: DistrictFolder, centre: str, period: str) -> dict[str, list[str]]:
    """By uid, the other centres that have somebody of the same ID number in files of that period or in full ones."""
    found: dict[str, list[str]] = {}
    with duckdb.counting(store.root(folder.root), period) as engine:
        # Both are six digits and a period: the catalogue holds nothing else.
        for uid, other in engine.rows(_SQL.format(centre=centre, period=period)):
            found.setdefault(str(uid), []).append(str(other))
    return found

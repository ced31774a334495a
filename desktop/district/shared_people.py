"""Who of a centre is known in other centres too, asked of what is derived; never a number, never a name."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.district import store
from desktop.district.engines import duckdb
from desktop.district.folder import DistrictFolder

_SQL = """
SELECT DISTINCT mine.centre, mine.uid, other.centre
FROM residents AS mine
JOIN residents AS other ON other.id_number = mine.id_number AND other.centre <> mine.centre
WHERE mine.centre IN ({centres}) AND mine.month = '{period}' AND mine.id_number <> ''
  AND mine.voided_at IS NULL AND other.voided_at IS NULL
ORDER BY 1, 2, 3
"""
Elsewhere = Mapping[str, list[str]]


def of(folder: DistrictFolder, period: str, centres: Collection[str]) -> Mapping[str, Elsewhere]:
    """By centre and uid, the other centres that have somebody of the same ID number in files of that period.

    Full files are asked too, of whatever moment they are.
    """
    found: dict[str, dict[str, list[str]]] = {}
    with duckdb.counting(store.root(folder.root), period) as engine:
        # They are six digits and a period: the catalogue holds nothing else.
        among = ", ".join(f"'{one}'" for one in sorted(centres))
        for centre, uid, other in engine.rows(_SQL.format(centres=among, period=period)):
            found.setdefault(str(centre), {}).setdefault(str(uid), []).append(str(other))
    return found

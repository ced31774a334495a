"""What stands in a district's folder, to be compared byte for byte."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from desktop.district.folder import DistrictFolder


def laid_out(place: DistrictFolder) -> dict[str, object]:
    """Rows of the catalogue, and every file beside it but the keys, which no two districts share."""
    with closing(sqlite3.connect(place.catalogue)) as rows:
        tables = {
            table: rows.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in ("centre", "accepted")
        }
    # The name that an accepted file came under is that of whoever brought it.
    found = {
        path.relative_to(place.root).as_posix(): path.read_bytes()
        for path in sorted(place.root.rglob("*"))
        if path.is_file() and path.name not in ("secret.json", "catalogue.db")
    }
    return {**tables, "files": found}

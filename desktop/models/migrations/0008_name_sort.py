"""Names sorted as a dictionary sorts them: by their sounds, which are kept beside the name.

The key is derived, as the search index is; services.residents.index_many writes both from now on.
"""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    "ALTER TABLE resident ADD COLUMN name_sort TEXT NOT NULL DEFAULT ''",
    "DROP INDEX resident_state_name",
    "CREATE INDEX resident_state_name ON resident (register_state, name_sort) WHERE voided_at IS NULL",
    "DROP INDEX resident_community",
    "CREATE INDEX resident_community ON resident (community, name_sort)",
)
# Characters that sound otherwise as a surname, as they were known when this was written.
SURNAMES = {"仇": "qiu", "单": "shan", "曾": "zeng", "解": "xie", "区": "ou", "查": "zha", "任": "ren", "朴": "piao"}


def up(migrator: Any, db: Any) -> None:
    """Add the key, and fill it for everybody on record."""
    db.execute_sql(STATEMENTS[0])
    for one, key in db.execute_sql("SELECT id, name_key FROM resident").fetchall():
        db.execute_sql("UPDATE resident SET name_sort = ? WHERE id = ?", (_sounds(key), one))
    for statement in STATEMENTS[1:]:
        db.execute_sql(statement)


def _sounds(key: str) -> str:
    # Slow to load, and a new centre has nobody yet.
    from pypinyin import Style, pinyin

    sounds = [pinyin(char, Style.NORMAL, errors="default")[0][0].replace("ü", "v") for char in key]
    sounds[:1] = [SURNAMES.get(key[:1], *sounds[:1])] if sounds else []
    return f"{' '.join(sounds)} {key}"

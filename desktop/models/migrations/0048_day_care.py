"""Day care: who came and went; the times of one person on one day do not overlap.

Triggers of the month guard: frozen text, made from models.counted as it was.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import make

_TIME = "GLOB '[0-2][0-9]:[0-5][0-9]'"
TABLES = {
    "day_attendance": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        came_at TEXT NOT NULL CHECK (came_at {_TIME}),
        left_at TEXT NOT NULL DEFAULT '' CHECK (left_at = '' OR (left_at {_TIME} AND left_at > came_at)),
        remark TEXT NOT NULL DEFAULT ''
    """,
}
_SPAN = "resident_id, day, came_at, left_at, voided_at"
# Whoever did not leave is there to the end of the day.
OVERLAP = """
    CREATE TRIGGER day_attendance_{when} BEFORE {event} ON day_attendance WHEN new.voided_at IS NULL
    BEGIN
        SELECT RAISE(ABORT, 'day_attendance_overlap') WHERE EXISTS (
            SELECT 1 FROM day_attendance WHERE resident_id = new.resident_id AND day = new.day AND id IS NOT new.id
            AND voided_at IS NULL AND came_at < COALESCE(NULLIF(new.left_at, ''), '99:99')
            AND new.came_at < COALESCE(NULLIF(left_at, ''), '99:99'));
    END"""
STATEMENTS = (
    "CREATE INDEX day_attendance_day ON day_attendance (day)",
    "CREATE INDEX day_attendance_resident ON day_attendance (resident_id, day)",
    *(
        OVERLAP.format(when=when, event=event)
        for when, event in (("insert", "INSERT"), ("update", f"UPDATE OF {_SPAN}"))
    ),
)

GUARD = """
CREATE TRIGGER day_attendance_month_insert BEFORE INSERT ON day_attendance WHEN EXISTS (SELECT 1 FROM month m WHERE
m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(new.day, 1, 7)) AND (CASE WHEN new.voided_at IS NULL AND substr(new.day, 1, 7) = m.month THEN quote(new.day)
|| ',' || quote(new.resident_id) || ',' || quote(new.came_at) || ',' || quote(new.left_at) END IS NOT NULL)) BEGIN
SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER day_attendance_month_update BEFORE UPDATE OF voided_at, day, resident_id, came_at, left_at ON
day_attendance WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN
(SELECT g.month FROM month_gate g) AND m.month IN (substr(old.day, 1, 7), substr(new.day, 1, 7)) AND (CASE WHEN
old.voided_at IS NULL AND substr(old.day, 1, 7) = m.month THEN quote(old.day) || ',' || quote(old.resident_id) || ','
|| quote(old.came_at) || ',' || quote(old.left_at) END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.day, 1,
7) = m.month THEN quote(new.day) || ',' || quote(new.resident_id) || ',' || quote(new.came_at) || ',' ||
quote(new.left_at) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END
"""


def up(migrator: Any, db: Any) -> None:
    """Make the table, its guards and that of the month."""
    make(db, TABLES, {}, (*STATEMENTS, *guard()))


def guard() -> list[str]:
    """The statements of the month guard."""
    return GUARD.strip().split("\n\n")

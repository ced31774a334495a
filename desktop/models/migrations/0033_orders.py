"""An order keeps when each of its steps was taken and by whom, and goes one way; being asked how it pleased is a step.

Rows that stand already keep the steps that they have: nobody knows the others. ``step_gate`` lets one row go back
within one transaction, for an act that is taken back: like ``month_gate``, a commit with an open gate fails.
Triggers of the month guard: frozen text, made from models.counted as it was.
"""

from __future__ import annotations

from typing import Any

COLUMNS = (
    "requested_by TEXT NOT NULL DEFAULT ''",
    "dispatched_at TEXT NOT NULL DEFAULT '' CHECK (dispatched_at = '' OR state <> 'requested')",
    "dispatched_by TEXT NOT NULL DEFAULT ''",
    "closed_by TEXT NOT NULL DEFAULT '' CHECK (closed_at = '' OR state NOT IN ('requested', 'dispatched'))",
    "rated_at TEXT NOT NULL DEFAULT '' CHECK (rated_at = '' OR state = 'rated')",
    "rated_by TEXT NOT NULL DEFAULT ''",
    "rated_how TEXT NOT NULL DEFAULT '' CHECK (rated_how = '' OR (rated_how IN ('phone', 'door') AND rated_at <> ''))",
    "rating_words TEXT NOT NULL DEFAULT ''",
)
STEPS = (
    """CREATE TABLE step_gate (uid TEXT PRIMARY KEY,
        hold INTEGER NOT NULL DEFAULT 1 REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED)""",
    """CREATE TRIGGER help_service_step BEFORE UPDATE OF state ON help_service
        WHEN new.state <> old.state AND old.uid NOT IN (SELECT uid FROM step_gate) AND NOT (
            (old.state = 'requested' AND new.state IN ('dispatched', 'done', 'rated', 'cancelled'))
            OR (old.state = 'dispatched' AND new.state IN ('done', 'rated', 'cancelled'))
            OR (old.state = 'done' AND new.state = 'rated'))
        BEGIN SELECT RAISE(ABORT, 'step_back'); END""",
)

GUARD = """
CREATE TRIGGER help_service_month_insert BEFORE INSERT ON help_service WHEN EXISTS (SELECT 1 FROM month m WHERE
m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(new.service_on, 1, 7), substr(new.rated_at, 1, 7)) AND (CASE WHEN new.voided_at IS NULL AND new.state IN
('done', 'rated') AND substr(new.service_on, 1, 7) = m.month THEN quote(new.service_on) || ',' ||
quote(new.resident_id) || ',' || quote(new.type) || ',' || quote(new.place) || ',' || quote(new.minutes) || ',' ||
quote(new.worker) || ',' || quote(new.payer) || ',' || quote(new.fee_fen) || ',' || quote(new.subsidy_fen) || ',' ||
quote(new.requested_at) END IS NOT NULL OR CASE WHEN new.voided_at IS NULL AND new.state IN ('rated') AND
substr(new.rated_at, 1, 7) = m.month THEN quote(new.rated_at) || ',' || quote(new.resident_id) || ',' ||
quote(new.type) || ',' || quote(new.worker) || ',' || quote(new.satisfaction) END IS NOT NULL)) BEGIN SELECT
RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER help_service_month_update BEFORE UPDATE OF voided_at, service_on, resident_id, type, place, minutes,
worker, payer, fee_fen, subsidy_fen, requested_at, state, rated_at, satisfaction ON help_service WHEN EXISTS (SELECT 1
FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND
m.month IN (substr(old.service_on, 1, 7), substr(new.service_on, 1, 7), substr(old.rated_at, 1, 7),
substr(new.rated_at, 1, 7)) AND (CASE WHEN old.voided_at IS NULL AND old.state IN ('done', 'rated') AND
substr(old.service_on, 1, 7) = m.month THEN quote(old.service_on) || ',' || quote(old.resident_id) || ',' ||
quote(old.type) || ',' || quote(old.place) || ',' || quote(old.minutes) || ',' || quote(old.worker) || ',' ||
quote(old.payer) || ',' || quote(old.fee_fen) || ',' || quote(old.subsidy_fen) || ',' || quote(old.requested_at) END
IS NOT CASE WHEN new.voided_at IS NULL AND new.state IN ('done', 'rated') AND substr(new.service_on, 1, 7) = m.month
THEN quote(new.service_on) || ',' || quote(new.resident_id) || ',' || quote(new.type) || ',' || quote(new.place) ||
',' || quote(new.minutes) || ',' || quote(new.worker) || ',' || quote(new.payer) || ',' || quote(new.fee_fen) || ','
|| quote(new.subsidy_fen) || ',' || quote(new.requested_at) END OR CASE WHEN old.voided_at IS NULL AND old.state IN
('rated') AND substr(old.rated_at, 1, 7) = m.month THEN quote(old.rated_at) || ',' || quote(old.resident_id) || ',' ||
quote(old.type) || ',' || quote(old.worker) || ',' || quote(old.satisfaction) END IS NOT CASE WHEN new.voided_at IS
NULL AND new.state IN ('rated') AND substr(new.rated_at, 1, 7) = m.month THEN quote(new.rated_at) || ',' ||
quote(new.resident_id) || ',' || quote(new.type) || ',' || quote(new.worker) || ',' || quote(new.satisfaction) END))
BEGIN SELECT RAISE(ABORT, 'month_closed'); END
"""


def up(migrator: Any, db: Any) -> None:
    """Add the columns and the guard of the steps; the month's guard is made anew."""
    for column in COLUMNS:
        db.execute_sql(f"ALTER TABLE help_service ADD COLUMN {column}")
    for name in ("month_insert", "month_update"):
        db.execute_sql(f"DROP TRIGGER help_service_{name}")
    for statement in (*STEPS, *guard()):
        db.execute_sql(statement)


def guard() -> list[str]:
    """The statements of the month guard."""
    return GUARD.strip().split("\n\n")

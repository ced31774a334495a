"""A help service may be agreed for certain weekdays; an order knows of which agreement and which day of it it is.

``due_on`` is the day that the agreement asked for, whatever day the service is done on in the end. A day is made once:
a row that was cancelled or void still stands for its day, unless the act that made it was taken back.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import ALONE, TAKEN, rebuild

_DAY = "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_TO = "{0} TEXT CHECK ({0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND {0} >= {1})"
ARRANGEMENT = f"""
    resident_id INTEGER NOT NULL REFERENCES resident (id),
    subject TEXT NOT NULL CHECK (subject IN ('meal_delivery', 'help_service')),
    meal TEXT NOT NULL DEFAULT '' CHECK (meal IN ('', 'breakfast', 'lunch', 'dinner')
        AND (meal = '' OR subject = 'meal_delivery')),
    weekdays TEXT NOT NULL DEFAULT '' CHECK (weekdays NOT GLOB '*[^1-7]*'),
    valid_from TEXT NOT NULL CHECK ({_DAY.format("valid_from")}),
    {_TO.format("valid_to", "valid_from")},
    remark TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT '' CHECK ((type <> '') = (subject = 'help_service')),
    place TEXT NOT NULL DEFAULT '',
    started TEXT NOT NULL DEFAULT '',
    ended TEXT NOT NULL DEFAULT '',
    worker TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL DEFAULT '',
    payer TEXT NOT NULL DEFAULT '',
    fee_fen INTEGER NOT NULL DEFAULT 0 CHECK (fee_fen >= 0),
    subsidy_fen INTEGER NOT NULL DEFAULT 0 CHECK (subsidy_fen >= 0)
"""
_TWICE = TAKEN.format(
    table="help_service",
    words="help_service.arrangement_id, help_service.due_on",
    new="new.voided_at IS NULL AND",
    same="arrangement_id = new.arrangement_id AND due_on = new.due_on",
    living=" AND voided_at IS NULL",
)
STATEMENTS = (
    "ALTER TABLE help_service ADD COLUMN arrangement_id INTEGER REFERENCES standing_arrangement (id)",
    "ALTER TABLE help_service ADD COLUMN due_on TEXT CHECK ((due_on IS NULL) = (arrangement_id IS NULL)"
    f" AND (due_on IS NULL OR {_DAY.format('due_on')}))",
    "CREATE UNIQUE INDEX help_service_due ON help_service (arrangement_id, due_on)"
    " WHERE arrangement_id IS NOT NULL AND voided_at IS NULL",
    # As in shape_10: not even INSERT OR REPLACE of another program puts one in the place of another.
    f"CREATE TRIGGER help_service_due_once BEFORE INSERT ON help_service BEGIN{_TWICE}\nEND",
    ALONE.format(table="help_service", at="due", columns="arrangement_id, due_on, voided_at", unique=_TWICE),
)


def up(migrator: Any, db: Any) -> None:
    """Widen the agreements; help services get two columns and what keeps a day from being made twice."""
    rebuild(db, "standing_arrangement", ARRANGEMENT)
    for statement in STATEMENTS:
        db.execute_sql(statement)

"""What stands week after week may name the item of its service and how many; an amount may be left to the price list.

No amount (NULL) is what the price list says of the day that is due. Agreements that stand already keep what they
charge, nothing too.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import rebuild

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
    fee_fen INTEGER CHECK (fee_fen >= 0),
    subsidy_fen INTEGER CHECK (subsidy_fen >= 0),
    item TEXT NOT NULL DEFAULT '' CHECK (item = '' OR subject = 'help_service'),
    quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0)
"""


def up(migrator: Any, db: Any) -> None:
    """Widen what was agreed."""
    rebuild(db, "standing_arrangement", ARRANGEMENT)

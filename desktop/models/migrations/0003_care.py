"""Visits, risks, ten-help services, canteen and food safety (handbook 2.3, 2.4, 2.5)."""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape import DATE, RESIDENT_ID, make

BLOCKS = ("health", "spirit", "safety", "hygiene", "dwelling", "support")
BLOCK_COLUMNS = ",".join(
    f"{block} TEXT NOT NULL DEFAULT '' CHECK ({block} IN ('', 'normal', 'attention', 'risk', 'unchanged')),"
    f"{block}_words TEXT NOT NULL DEFAULT ''"
    for block in BLOCKS
)
TYPES = (
    "('meals', 'cleaning', 'bathing', 'medical', 'emergency', 'mobility', 'shopping', 'learning', 'recreation',"
    " 'companionship')"
)
MEALS = "('breakfast', 'lunch', 'dinner')"
MODES = "('dine_in', 'takeaway', 'delivered')"

TABLES = {
    "visit": f"""
        {RESIDENT_ID},
        visited_on TEXT NOT NULL CHECK (visited_on {DATE}),
        visited_at TEXT NOT NULL DEFAULT '',
        method TEXT NOT NULL CHECK (method IN ('home', 'phone', 'video', 'remote')),
        outcome TEXT NOT NULL CHECK (outcome IN (
            'reached', 'not_reached', 'refused', 'hospital', 'away', 'deceased', 'moved')),
        {BLOCK_COLUMNS},
        remark TEXT NOT NULL DEFAULT ''""",
    "visitor": """
        visit_id INTEGER NOT NULL REFERENCES visit (id),
        name TEXT NOT NULL CHECK (name <> '')""",
    "visit_need": f"""
        visit_id INTEGER NOT NULL REFERENCES visit (id),
        type TEXT NOT NULL CHECK (type IN {TYPES})""",
    "risk": f"""
        {RESIDENT_ID},
        visit_id INTEGER REFERENCES visit (id),
        found_on TEXT NOT NULL CHECK (found_on {DATE}),
        what TEXT NOT NULL CHECK (what <> ''),
        level TEXT NOT NULL CHECK (level IN ('general', 'elevated', 'urgent')),
        action TEXT NOT NULL DEFAULT '',
        due_on TEXT CHECK (due_on {DATE}),
        closed_on TEXT CHECK (closed_on {DATE}),
        result TEXT NOT NULL DEFAULT '',
        CHECK (closed_on IS NULL OR closed_on >= found_on)""",
    "excusal": f"""
        {RESIDENT_ID},
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        reason TEXT NOT NULL CHECK (reason IN ('hospital', 'away')),
        confirmed_by TEXT NOT NULL CHECK (confirmed_by <> '')""",
    "help_service": f"""
        {RESIDENT_ID},
        type TEXT NOT NULL CHECK (type IN {TYPES}),
        state TEXT NOT NULL CHECK (state IN ('requested', 'dispatched', 'done', 'rated', 'cancelled')),
        place TEXT NOT NULL DEFAULT '' CHECK (place IN ('', 'home', 'centre')),
        requested_at TEXT NOT NULL DEFAULT '',
        planned_at TEXT NOT NULL DEFAULT '',
        service_on TEXT NOT NULL CHECK (service_on {DATE}),
        started TEXT NOT NULL DEFAULT '',
        ended TEXT NOT NULL DEFAULT '',
        minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 1440),
        worker TEXT NOT NULL DEFAULT '',
        content TEXT NOT NULL DEFAULT '',
        payer TEXT NOT NULL DEFAULT '' CHECK (payer IN ('', 'government', 'subsidy', 'self', 'volunteer')),
        fee_fen INTEGER NOT NULL DEFAULT 0 CHECK (fee_fen >= 0),
        subsidy_fen INTEGER NOT NULL DEFAULT 0 CHECK (subsidy_fen >= 0),
        satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
        remark TEXT NOT NULL DEFAULT '',
        cancel_reason TEXT NOT NULL DEFAULT '',
        closed_at TEXT NOT NULL DEFAULT '',
        visit_id INTEGER REFERENCES visit (id),
        CHECK (state <> 'cancelled' OR cancel_reason <> '')""",
    "meal_price": f"""
        valid_from TEXT NOT NULL CHECK (valid_from {DATE}),
        meal TEXT NOT NULL CHECK (meal IN {MEALS}),
        price_fen INTEGER NOT NULL CHECK (price_fen >= 0)""",
    "subsidy_rule": f"""
        valid_from TEXT NOT NULL CHECK (valid_from {DATE}),
        min_age INTEGER CHECK (min_age BETWEEN 0 AND 150),
        flags TEXT NOT NULL DEFAULT '',
        meal TEXT NOT NULL DEFAULT '' CHECK (meal = '' OR meal IN {MEALS}),
        mode TEXT NOT NULL DEFAULT '' CHECK (mode = '' OR mode IN {MODES}),
        amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
        day_cap_fen INTEGER CHECK (day_cap_fen >= 0),
        min_spend_fen INTEGER NOT NULL DEFAULT 0""",
    "meal": f"""
        resident_id INTEGER REFERENCES resident (id),
        eaten_on TEXT NOT NULL CHECK (eaten_on {DATE}),
        eaten_at TEXT NOT NULL DEFAULT '',
        meal TEXT NOT NULL CHECK (meal IN {MEALS}),
        mode TEXT NOT NULL CHECK (mode IN {MODES}),
        price_fen INTEGER NOT NULL DEFAULT 0 CHECK (price_fen >= 0),
        subsidy_fen INTEGER NOT NULL DEFAULT 0 CHECK (subsidy_fen BETWEEN 0 AND price_fen),
        paid_fen INTEGER NOT NULL DEFAULT 0 CHECK (paid_fen >= 0),
        rule_id INTEGER REFERENCES subsidy_rule (id),
        remark TEXT NOT NULL DEFAULT '',
        rating INTEGER CHECK (rating BETWEEN 1 AND 5),
        delivered_at TEXT NOT NULL DEFAULT '',
        CHECK (resident_id IS NOT NULL OR subsidy_fen = 0)""",
    "scan_queue": f"""
        scanned TEXT NOT NULL,
        eaten_on TEXT NOT NULL CHECK (eaten_on {DATE}),
        eaten_at TEXT NOT NULL,
        meal TEXT NOT NULL CHECK (meal IN {MEALS}),
        mode TEXT NOT NULL CHECK (mode IN {MODES}),
        resolved_at TEXT,
        meal_id INTEGER REFERENCES meal (id)""",
    "dish": f"""
        served_on TEXT NOT NULL CHECK (served_on {DATE}),
        meal TEXT NOT NULL CHECK (meal IN {MEALS}),
        name TEXT NOT NULL CHECK (name <> ''),
        price_fen INTEGER CHECK (price_fen >= 0)""",
    "purchase": f"""
        bought_on TEXT NOT NULL CHECK (bought_on {DATE}),
        supplier TEXT NOT NULL CHECK (supplier <> ''),
        what TEXT NOT NULL CHECK (what <> ''),
        batch_no TEXT NOT NULL DEFAULT '',
        quantity TEXT NOT NULL DEFAULT '',
        certificate TEXT NOT NULL DEFAULT ''""",
    "dish_batch": """
        dish_id INTEGER NOT NULL REFERENCES dish (id),
        purchase_id INTEGER NOT NULL REFERENCES purchase (id)""",
    "food_sample": """
        dish_id INTEGER NOT NULL REFERENCES dish (id),
        grams INTEGER NOT NULL CHECK (grams > 0),
        kept_at TEXT NOT NULL,
        kept_by TEXT NOT NULL,
        discarded_at TEXT NOT NULL DEFAULT ''""",
    "cook_check": f"""
        checked_on TEXT NOT NULL CHECK (checked_on {DATE}),
        cook TEXT NOT NULL CHECK (cook <> ''),
        fit INTEGER NOT NULL CHECK (fit IN (0, 1)),
        remark TEXT NOT NULL DEFAULT ''""",
}

OTHER = (
    "CREATE INDEX visit_date ON visit (visited_on)",
    "CREATE INDEX visit_resident ON visit (resident_id, visited_on)",
    "CREATE INDEX visitor_visit ON visitor (visit_id)",
    "CREATE INDEX visit_need_visit ON visit_need (visit_id)",
    "CREATE INDEX risk_resident ON risk (resident_id)",
    "CREATE INDEX risk_open ON risk (due_on) WHERE closed_on IS NULL AND voided_at IS NULL",
    "CREATE UNIQUE INDEX excusal_month ON excusal (resident_id, month) WHERE voided_at IS NULL",
    "CREATE INDEX help_service_date ON help_service (service_on)",
    "CREATE INDEX help_service_resident ON help_service (resident_id, service_on)",
    "CREATE UNIQUE INDEX meal_price_from ON meal_price (valid_from, meal) WHERE voided_at IS NULL",
    # One meal per person, date and meal (handbook 2.4).
    "CREATE UNIQUE INDEX meal_once ON meal (resident_id, eaten_on, meal)"
    " WHERE voided_at IS NULL AND resident_id IS NOT NULL",
    "CREATE INDEX meal_date ON meal (eaten_on, meal)",
    "CREATE INDEX scan_queue_open ON scan_queue (eaten_on) WHERE resolved_at IS NULL AND voided_at IS NULL",
    "CREATE INDEX dish_date ON dish (served_on)",
)


def up(migrator: Any, db: Any) -> None:
    """Make the tables."""
    make(db, TABLES, OTHER)

"""The food ledger: purchases, dishes, samples, the kitchen's sheets, complaints; suppliers have licences.

What a meal is rated counts with it in a closed month. Triggers of the guard: frozen text, made from models.counted as
it was.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make, rebuild

_DAY = "CHECK ({0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"
_MEAL = "CHECK (meal IN ('breakfast', 'lunch', 'dinner'))"
TABLES = {
    "food_purchase": f"""
        received_on TEXT NOT NULL {_DAY.format("received_on")},
        supplier TEXT NOT NULL CHECK (supplier <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        batch TEXT NOT NULL CHECK (batch <> ''),
        quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
        unit TEXT NOT NULL CHECK (unit <> ''),
        unit_price_fen INTEGER NOT NULL DEFAULT 0 CHECK (unit_price_fen >= 0),
        made_on TEXT {_DAY.format("made_on")},
        expires_on TEXT {_DAY.format("expires_on")},
        certificate TEXT NOT NULL DEFAULT '',
        photo TEXT NOT NULL DEFAULT '',
        accepted_by TEXT NOT NULL DEFAULT '',
        remark TEXT NOT NULL DEFAULT '',
        ended_on TEXT {_DAY.format("ended_on")} CHECK (ended_on >= received_on),
        ended_as TEXT NOT NULL DEFAULT '' CHECK (ended_as IN ('', 'used_up', 'thrown_away', 'returned')
            AND (ended_as = '') = (ended_on IS NULL))
    """,
    "dish": f"""
        served_on TEXT NOT NULL {_DAY.format("served_on")},
        meal TEXT NOT NULL {_MEAL},
        name TEXT NOT NULL CHECK (name <> ''),
        price_fen INTEGER CHECK (price_fen >= 0),
        allergens TEXT NOT NULL DEFAULT '',
        remark TEXT NOT NULL DEFAULT ''
    """,
    "dish_batch": """
        dish_id INTEGER NOT NULL REFERENCES dish (id),
        food_purchase_id INTEGER NOT NULL REFERENCES food_purchase (id)
    """,
    "food_sample": f"""
        dish_id INTEGER NOT NULL REFERENCES dish (id),
        taken_on TEXT NOT NULL {_DAY.format("taken_on")},
        taken_at TEXT NOT NULL CHECK (taken_at GLOB '[0-2][0-9]:[0-5][0-9]'),
        grams INTEGER NOT NULL CHECK (grams > 0),
        taken_by TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        thrown_on TEXT {_DAY.format("thrown_on")} CHECK (thrown_on >= taken_on),
        thrown_at TEXT NOT NULL DEFAULT '',
        thrown_by TEXT NOT NULL DEFAULT ''
    """,
    "kitchen_sheet": f"""
        day TEXT NOT NULL {_DAY.format("day")},
        at TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL CHECK (kind IN ('morning_check', 'cleaning', 'temperature')),
        about TEXT NOT NULL CHECK (about <> ''),
        tenths INTEGER CHECK (tenths BETWEEN -500 AND 1500),
        fit INTEGER NOT NULL DEFAULT 1 CHECK (fit IN (0, 1)),
        words TEXT NOT NULL DEFAULT '' CHECK (fit = 1 OR words <> ''),
        measure TEXT NOT NULL DEFAULT '',
        done_by TEXT NOT NULL DEFAULT ''
    """,
    "complaint": f"""
        day TEXT NOT NULL {_DAY.format("day")},
        resident_id INTEGER REFERENCES resident (id),
        about TEXT NOT NULL CHECK (about IN ('taste', 'hygiene', 'price', 'service', 'delivery', 'other')),
        words TEXT NOT NULL CHECK (words <> ''),
        handled_on TEXT {_DAY.format("handled_on")} CHECK (handled_on >= day),
        answer TEXT NOT NULL DEFAULT '' CHECK ((answer = '') = (handled_on IS NULL)),
        handled_by TEXT NOT NULL DEFAULT ''
    """,
}
_DISH, _OF_DISH = ("served_on", "meal", "name"), ("dish_id", "food_purchase_id")
_BATCH, _SAMPLE = ("supplier", "name", "batch", "received_on"), ("dish_id",)
UNIQUE = {
    "food_purchase": ((_BATCH, LIVING),),
    "dish": ((_DISH, LIVING),),
    "dish_batch": ((_OF_DISH, LIVING),),
    "food_sample": ((_SAMPLE, LIVING),),
}
STATEMENTS = (
    *(
        f"CREATE UNIQUE INDEX {table}_once_only ON {table} ({', '.join(keys[0][0])}) WHERE voided_at IS NULL"
        for table, keys in UNIQUE.items()
    ),
    "CREATE INDEX food_purchase_received ON food_purchase (received_on)",
    "CREATE INDEX dish_batch_purchase ON dish_batch (food_purchase_id)",
    "CREATE INDEX food_sample_taken ON food_sample (taken_on)",
    "CREATE INDEX kitchen_sheet_day ON kitchen_sheet (day, kind)",
    "CREATE INDEX complaint_day ON complaint (day)",
    "CREATE INDEX complaint_resident ON complaint (resident_id) WHERE resident_id IS NOT NULL",
)
_LASTING = "{0} TEXT CHECK ({0} IS NULL OR {0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"
CERTIFICATE = f"""
        named_id INTEGER NOT NULL REFERENCES named (id),
        kind TEXT NOT NULL CHECK (kind IN ('carer', 'health', 'social_work', 'fire', 'food_safety', 'nurse',
            'first_aid', 'food_licence', 'business_licence', 'other')),
        title TEXT NOT NULL DEFAULT '',
        number TEXT NOT NULL DEFAULT '',
        issuer TEXT NOT NULL DEFAULT '',
        {_LASTING.format("valid_from")},
        {_LASTING.format("valid_to")},
        photo TEXT NOT NULL DEFAULT ''
"""

GUARD = """
CREATE TRIGGER meal_month_insert BEFORE INSERT ON meal WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND
m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(new.eaten_on, 1, 7))
AND (CASE WHEN new.voided_at IS NULL AND substr(new.eaten_on, 1, 7) = m.month THEN quote(new.eaten_on) || ',' ||
quote(new.resident_id) || ',' || quote(new.meal) || ',' || quote(new.mode) || ',' || quote(new.price_fen) || ',' ||
quote(new.subsidy_fen) || ',' || quote(new.paid_fen) || ',' || quote(new.rating) END IS NOT NULL)) BEGIN SELECT
RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER meal_month_update BEFORE UPDATE OF voided_at, eaten_on, resident_id, meal, mode, price_fen,
subsidy_fen, paid_fen, rating ON meal WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS
NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(old.eaten_on, 1, 7),
substr(new.eaten_on, 1, 7)) AND (CASE WHEN old.voided_at IS NULL AND substr(old.eaten_on, 1, 7) = m.month THEN
quote(old.eaten_on) || ',' || quote(old.resident_id) || ',' || quote(old.meal) || ',' || quote(old.mode) || ',' ||
quote(old.price_fen) || ',' || quote(old.subsidy_fen) || ',' || quote(old.paid_fen) || ',' || quote(old.rating) END IS
NOT CASE WHEN new.voided_at IS NULL AND substr(new.eaten_on, 1, 7) = m.month THEN quote(new.eaten_on) || ',' ||
quote(new.resident_id) || ',' || quote(new.meal) || ',' || quote(new.mode) || ',' || quote(new.price_fen) || ',' ||
quote(new.subsidy_fen) || ',' || quote(new.paid_fen) || ',' || quote(new.rating) END)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END

CREATE TRIGGER food_purchase_month_insert BEFORE INSERT ON food_purchase WHEN EXISTS (SELECT 1 FROM month m WHERE
m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(new.received_on, 1, 7)) AND (CASE WHEN new.voided_at IS NULL AND substr(new.received_on, 1, 7) = m.month THEN
quote(new.received_on) || ',' || quote(new.supplier) || ',' || quote(new.name) || ',' || quote(new.batch) || ',' ||
quote(new.quantity_milli) || ',' || quote(new.unit) || ',' || quote(new.unit_price_fen) || ',' || quote(new.made_on)
|| ',' || quote(new.expires_on) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER food_purchase_month_update BEFORE UPDATE OF voided_at, received_on, supplier, name, batch,
quantity_milli, unit, unit_price_fen, made_on, expires_on ON food_purchase WHEN EXISTS (SELECT 1 FROM month m WHERE
m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(old.received_on, 1, 7), substr(new.received_on, 1, 7)) AND (CASE WHEN old.voided_at IS NULL AND
substr(old.received_on, 1, 7) = m.month THEN quote(old.received_on) || ',' || quote(old.supplier) || ',' ||
quote(old.name) || ',' || quote(old.batch) || ',' || quote(old.quantity_milli) || ',' || quote(old.unit) || ',' ||
quote(old.unit_price_fen) || ',' || quote(old.made_on) || ',' || quote(old.expires_on) END IS NOT CASE WHEN
new.voided_at IS NULL AND substr(new.received_on, 1, 7) = m.month THEN quote(new.received_on) || ',' ||
quote(new.supplier) || ',' || quote(new.name) || ',' || quote(new.batch) || ',' || quote(new.quantity_milli) || ',' ||
quote(new.unit) || ',' || quote(new.unit_price_fen) || ',' || quote(new.made_on) || ',' || quote(new.expires_on) END))
BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER dish_month_insert BEFORE INSERT ON dish WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND
m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(new.served_on, 1, 7))
AND (CASE WHEN new.voided_at IS NULL AND substr(new.served_on, 1, 7) = m.month THEN quote(new.served_on) || ',' ||
quote(new.meal) || ',' || quote(new.name) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER dish_month_update BEFORE UPDATE OF voided_at, served_on, meal, name ON dish WHEN EXISTS (SELECT 1 FROM
month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND
m.month IN (substr(old.served_on, 1, 7), substr(new.served_on, 1, 7)) AND (CASE WHEN old.voided_at IS NULL AND
substr(old.served_on, 1, 7) = m.month THEN quote(old.served_on) || ',' || quote(old.meal) || ',' || quote(old.name)
END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.served_on, 1, 7) = m.month THEN quote(new.served_on) || ','
|| quote(new.meal) || ',' || quote(new.name) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER dish_batch_month_insert BEFORE INSERT ON dish_batch WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr((SELECT
p.served_on FROM dish p WHERE p.id = new.dish_id AND p.voided_at IS NULL), 1, 7)) AND (CASE WHEN new.voided_at IS NULL
AND substr((SELECT p.served_on FROM dish p WHERE p.id = new.dish_id AND p.voided_at IS NULL), 1, 7) = m.month THEN
quote((SELECT p.served_on FROM dish p WHERE p.id = new.dish_id AND p.voided_at IS NULL)) || ',' || quote(new.dish_id)
|| ',' || quote(new.food_purchase_id) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER dish_batch_month_update BEFORE UPDATE OF voided_at, dish_id, food_purchase_id ON dish_batch WHEN EXISTS
(SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM
month_gate g) AND m.month IN (substr((SELECT p.served_on FROM dish p WHERE p.id = old.dish_id AND p.voided_at IS
NULL), 1, 7), substr((SELECT p.served_on FROM dish p WHERE p.id = new.dish_id AND p.voided_at IS NULL), 1, 7)) AND
(CASE WHEN old.voided_at IS NULL AND substr((SELECT p.served_on FROM dish p WHERE p.id = old.dish_id AND p.voided_at
IS NULL), 1, 7) = m.month THEN quote((SELECT p.served_on FROM dish p WHERE p.id = old.dish_id AND p.voided_at IS
NULL)) || ',' || quote(old.dish_id) || ',' || quote(old.food_purchase_id) END IS NOT CASE WHEN new.voided_at IS NULL
AND substr((SELECT p.served_on FROM dish p WHERE p.id = new.dish_id AND p.voided_at IS NULL), 1, 7) = m.month THEN
quote((SELECT p.served_on FROM dish p WHERE p.id = new.dish_id AND p.voided_at IS NULL)) || ',' || quote(new.dish_id)
|| ',' || quote(new.food_purchase_id) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER food_sample_month_insert BEFORE INSERT ON food_sample WHEN EXISTS (SELECT 1 FROM month m WHERE m.state
<> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(new.taken_on, 1, 7)) AND (CASE WHEN new.voided_at IS NULL AND substr(new.taken_on, 1, 7) = m.month THEN
quote(new.taken_on) || ',' || quote(new.dish_id) || ',' || quote(new.grams) END IS NOT NULL)) BEGIN SELECT
RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER food_sample_month_update BEFORE UPDATE OF voided_at, taken_on, dish_id, grams ON food_sample WHEN
EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM
month_gate g) AND m.month IN (substr(old.taken_on, 1, 7), substr(new.taken_on, 1, 7)) AND (CASE WHEN old.voided_at IS
NULL AND substr(old.taken_on, 1, 7) = m.month THEN quote(old.taken_on) || ',' || quote(old.dish_id) || ',' ||
quote(old.grams) END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.taken_on, 1, 7) = m.month THEN
quote(new.taken_on) || ',' || quote(new.dish_id) || ',' || quote(new.grams) END)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END

CREATE TRIGGER kitchen_sheet_month_insert BEFORE INSERT ON kitchen_sheet WHEN EXISTS (SELECT 1 FROM month m WHERE
m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(new.day, 1, 7)) AND (CASE WHEN new.voided_at IS NULL AND substr(new.day, 1, 7) = m.month THEN quote(new.day)
|| ',' || quote(new.kind) || ',' || quote(new.about) || ',' || quote(new.tenths) || ',' || quote(new.fit) || ',' ||
quote(new.words) || ',' || quote(new.measure) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER kitchen_sheet_month_update BEFORE UPDATE OF voided_at, day, kind, about, tenths, fit, words, measure ON
kitchen_sheet WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN
(SELECT g.month FROM month_gate g) AND m.month IN (substr(old.day, 1, 7), substr(new.day, 1, 7)) AND (CASE WHEN
old.voided_at IS NULL AND substr(old.day, 1, 7) = m.month THEN quote(old.day) || ',' || quote(old.kind) || ',' ||
quote(old.about) || ',' || quote(old.tenths) || ',' || quote(old.fit) || ',' || quote(old.words) || ',' ||
quote(old.measure) END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.day, 1, 7) = m.month THEN quote(new.day)
|| ',' || quote(new.kind) || ',' || quote(new.about) || ',' || quote(new.tenths) || ',' || quote(new.fit) || ',' ||
quote(new.words) || ',' || quote(new.measure) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER complaint_month_insert BEFORE INSERT ON complaint WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(new.day,
1, 7), substr(new.handled_on, 1, 7)) AND (CASE WHEN new.voided_at IS NULL AND substr(new.day, 1, 7) = m.month THEN
quote(new.day) || ',' || quote(new.resident_id) || ',' || quote(new.about) || ',' || quote(new.words) END IS NOT NULL
OR CASE WHEN new.voided_at IS NULL AND substr(new.handled_on, 1, 7) = m.month THEN quote(new.handled_on) || ',' ||
quote(new.resident_id) || ',' || quote(new.answer) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER complaint_month_update BEFORE UPDATE OF voided_at, day, resident_id, about, words, handled_on, answer
ON complaint WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN
(SELECT g.month FROM month_gate g) AND m.month IN (substr(old.day, 1, 7), substr(new.day, 1, 7),
substr(old.handled_on, 1, 7), substr(new.handled_on, 1, 7)) AND (CASE WHEN old.voided_at IS NULL AND substr(old.day,
1, 7) = m.month THEN quote(old.day) || ',' || quote(old.resident_id) || ',' || quote(old.about) || ',' ||
quote(old.words) END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.day, 1, 7) = m.month THEN quote(new.day) ||
',' || quote(new.resident_id) || ',' || quote(new.about) || ',' || quote(new.words) END OR CASE WHEN old.voided_at IS
NULL AND substr(old.handled_on, 1, 7) = m.month THEN quote(old.handled_on) || ',' || quote(old.resident_id) || ',' ||
quote(old.answer) END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.handled_on, 1, 7) = m.month THEN
quote(new.handled_on) || ',' || quote(new.resident_id) || ',' || quote(new.answer) END)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END
"""

# Those of the first schema, as 0013 left them where they were not empty; those that refer to others first.
UNUSED = ("dish_batch", "food_sample", "cook_check", "purchase", "dish")


def up(migrator: Any, db: Any) -> None:
    """Make the tables; a certificate may be a supplier's; a rating is guarded."""
    _set_aside(db)
    rebuild(db, "certificate", CERTIFICATE)
    for name in ("month_insert", "month_update"):
        db.execute_sql(f"DROP TRIGGER meal_{name}")
    make(db, TABLES, UNIQUE, (*STATEMENTS, *guard()))


def _set_aside(db: Any) -> None:
    """What somebody wrote by hand into tables of the first schema (0013) stays, under another name."""
    for table in UNUSED:
        if db.execute_sql("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone():
            db.execute_sql(f"DROP VIEW IF EXISTS living_{table}")
            db.execute_sql(f"CREATE TABLE unused_{table} AS SELECT * FROM {table}")
            db.execute_sql(f"DROP TABLE {table}")


def guard() -> list[str]:
    """The statements of the month guard."""
    return GUARD.strip().split("\n\n")

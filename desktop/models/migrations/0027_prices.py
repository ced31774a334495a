"""Prices by mode, age, flag and weekday with an end; subsidies with a share, an end, caps, and how several combine.

A row that stands already means what it meant: for everybody on every day, and a set of subsidies in the place of the
set before. A meal keeps which price it was charged by, and how much of its subsidy came from which rule. Triggers of
the guard: frozen text, made from models.counted as it was.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, standing

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
_TO = f"valid_to TEXT CHECK (valid_to {_DAY} AND valid_to >= valid_from)"
_MODE = "mode TEXT NOT NULL DEFAULT '' CHECK (mode IN ('', 'dine_in', 'takeaway', 'delivered'))"
COLUMNS = {
    "meal_price": (
        _TO,
        _MODE,
        "min_age INTEGER NOT NULL DEFAULT 0 CHECK (min_age BETWEEN 0 AND 150)",
        "max_age INTEGER NOT NULL DEFAULT 150 CHECK (max_age BETWEEN min_age AND 150)",
        "flags TEXT NOT NULL DEFAULT ''",
        "weekdays TEXT NOT NULL DEFAULT '' CHECK (weekdays NOT GLOB '*[^1-7]*')",
    ),
    "subsidy_rule": (
        _TO,
        "max_age INTEGER CHECK (max_age BETWEEN COALESCE(min_age, 0) AND 150)",
        "percent INTEGER CHECK (percent IS NULL OR (percent BETWEEN 1 AND 100 AND amount_fen = 0))",
        "month_cap_fen INTEGER CHECK (month_cap_fen >= 0)",
        "combining TEXT NOT NULL DEFAULT 'highest' CHECK (combining IN ('highest', 'sum'))",
        "replaces INTEGER NOT NULL DEFAULT 1 CHECK (replaces IN (0, 1))",
    ),
    "meal": (
        "price_id INTEGER REFERENCES meal_price (id)",
        "rule_parts TEXT NOT NULL DEFAULT ''",
    ),
}
_KEY = ("valid_from", "meal", "mode", "min_age", "max_age", "flags", "weekdays")

GUARD = """
CREATE TRIGGER meal_price_month_insert BEFORE INSERT ON meal_price WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN new.voided_at IS
NULL AND new.valid_from <= min(COALESCE(new.valid_to, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) AND
min(COALESCE(new.valid_to, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >= m.month || '-01' THEN
quote(max(new.valid_from, m.month || '-01')) || ',' || quote(min(COALESCE(new.valid_to, '9999-12-31'), date(m.month ||
'-01', '+1 month', '-1 day'))) || ',' || quote(new.meal) || ',' || quote(new.mode) || ',' || quote(new.min_age) || ','
|| quote(new.max_age) || ',' || quote(new.flags) || ',' || quote(new.weekdays) || ',' || quote(new.price_fen) END IS
NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER meal_price_month_update BEFORE UPDATE OF voided_at, valid_from, valid_to, meal, mode, min_age, max_age,
flags, weekdays, price_fen ON meal_price WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS
NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN old.voided_at IS NULL AND old.valid_from <=
min(COALESCE(old.valid_to, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) AND min(COALESCE(old.valid_to,
'9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >= m.month || '-01' THEN quote(max(old.valid_from,
m.month || '-01')) || ',' || quote(min(COALESCE(old.valid_to, '9999-12-31'), date(m.month || '-01', '+1 month', '-1
day'))) || ',' || quote(old.meal) || ',' || quote(old.mode) || ',' || quote(old.min_age) || ',' || quote(old.max_age)
|| ',' || quote(old.flags) || ',' || quote(old.weekdays) || ',' || quote(old.price_fen) END IS NOT CASE WHEN
new.voided_at IS NULL AND new.valid_from <= min(COALESCE(new.valid_to, '9999-12-31'), date(m.month || '-01', '+1
month', '-1 day')) AND min(COALESCE(new.valid_to, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >=
m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' || quote(min(COALESCE(new.valid_to,
'9999-12-31'), date(m.month || '-01', '+1 month', '-1 day'))) || ',' || quote(new.meal) || ',' || quote(new.mode) ||
',' || quote(new.min_age) || ',' || quote(new.max_age) || ',' || quote(new.flags) || ',' || quote(new.weekdays) || ','
|| quote(new.price_fen) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER subsidy_rule_month_insert BEFORE INSERT ON subsidy_rule WHEN EXISTS (SELECT 1 FROM month m WHERE
m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN
new.voided_at IS NULL AND new.valid_from <= min(COALESCE(new.valid_to, '9999-12-31'), date(m.month || '-01', '+1
month', '-1 day')) AND min(COALESCE(new.valid_to, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >=
m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' || quote(min(COALESCE(new.valid_to,
'9999-12-31'), date(m.month || '-01', '+1 month', '-1 day'))) || ',' || quote(new.min_age) || ',' ||
quote(new.max_age) || ',' || quote(new.flags) || ',' || quote(new.meal) || ',' || quote(new.mode) || ',' ||
quote(new.amount_fen) || ',' || quote(new.percent) || ',' || quote(new.day_cap_fen) || ',' || quote(new.month_cap_fen)
|| ',' || quote(new.min_spend_fen) || ',' || quote(new.combining) END IS NOT NULL OR CASE WHEN new.voided_at IS NULL
AND new.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month || '-01', '+1 month', '-1 day') >=
m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' || quote(date(m.month || '-01', '+1 month',
'-1 day')) || ',' || quote(new.replaces) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER subsidy_rule_month_update BEFORE UPDATE OF voided_at, valid_from, valid_to, min_age, max_age, flags,
meal, mode, amount_fen, percent, day_cap_fen, month_cap_fen, min_spend_fen, combining, replaces ON subsidy_rule WHEN
EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM
month_gate g) AND (CASE WHEN old.voided_at IS NULL AND old.valid_from <= min(COALESCE(old.valid_to, '9999-12-31'),
date(m.month || '-01', '+1 month', '-1 day')) AND min(COALESCE(old.valid_to, '9999-12-31'), date(m.month || '-01', '+1
month', '-1 day')) >= m.month || '-01' THEN quote(max(old.valid_from, m.month || '-01')) || ',' ||
quote(min(COALESCE(old.valid_to, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day'))) || ',' ||
quote(old.min_age) || ',' || quote(old.max_age) || ',' || quote(old.flags) || ',' || quote(old.meal) || ',' ||
quote(old.mode) || ',' || quote(old.amount_fen) || ',' || quote(old.percent) || ',' || quote(old.day_cap_fen) || ','
|| quote(old.month_cap_fen) || ',' || quote(old.min_spend_fen) || ',' || quote(old.combining) END IS NOT CASE WHEN
new.voided_at IS NULL AND new.valid_from <= min(COALESCE(new.valid_to, '9999-12-31'), date(m.month || '-01', '+1
month', '-1 day')) AND min(COALESCE(new.valid_to, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >=
m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' || quote(min(COALESCE(new.valid_to,
'9999-12-31'), date(m.month || '-01', '+1 month', '-1 day'))) || ',' || quote(new.min_age) || ',' ||
quote(new.max_age) || ',' || quote(new.flags) || ',' || quote(new.meal) || ',' || quote(new.mode) || ',' ||
quote(new.amount_fen) || ',' || quote(new.percent) || ',' || quote(new.day_cap_fen) || ',' || quote(new.month_cap_fen)
|| ',' || quote(new.min_spend_fen) || ',' || quote(new.combining) END OR CASE WHEN old.voided_at IS NULL AND
old.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month || '-01', '+1 month', '-1 day') >=
m.month || '-01' THEN quote(max(old.valid_from, m.month || '-01')) || ',' || quote(date(m.month || '-01', '+1 month',
'-1 day')) || ',' || quote(old.replaces) END IS NOT CASE WHEN new.voided_at IS NULL AND new.valid_from <= date(m.month
|| '-01', '+1 month', '-1 day') AND date(m.month || '-01', '+1 month', '-1 day') >= m.month || '-01' THEN
quote(max(new.valid_from, m.month || '-01')) || ',' || quote(date(m.month || '-01', '+1 month', '-1 day')) || ',' ||
quote(new.replaces) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END
"""


def up(migrator: Any, db: Any) -> None:
    """Add the columns; one price of a day is one for the same people, days and way of eating."""
    for table, columns in COLUMNS.items():
        for column in columns:
            db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column}")
    db.execute_sql("DROP INDEX meal_price_from")
    db.execute_sql(f"CREATE UNIQUE INDEX meal_price_from ON meal_price ({', '.join(_KEY)}) WHERE voided_at IS NULL")
    for name in ("once", "fixed", "alone_1", "month_insert", "month_update"):
        db.execute_sql(f"DROP TRIGGER meal_price_{name}")
    for name in ("month_insert", "month_update"):
        db.execute_sql(f"DROP TRIGGER subsidy_rule_{name}")
    for statement in (*standing("meal_price", ((_KEY, LIVING),)), *guard()):
        db.execute_sql(statement)


def guard() -> list[str]:
    """The statements of the month guard of both tables."""
    return GUARD.strip().split("\n\n")

"""The frozen triggers say what the declaration says."""

import importlib

from desktop.models import counted_sql, query
from desktop.models.migrate import trigger_problems
from desktop.models.tables import RECORDS

# Oldest first: a later one says anew what it changed.
NAMES = ("0009_month_guard", "0027_prices", "0028_ledger", "0032_food", "0033_orders", "0048_day_care")
FROZEN = [importlib.import_module(f"desktop.models.migrations.{name}") for name in NAMES]


def one_line(sql):
    return " ".join(sql.split())


def test_the_migrations_hold_the_triggers_that_the_declaration_makes():
    kept = {sql.split()[2]: one_line(sql) for migration in FROZEN for sql in migration.guard()}
    assert kept == {name: one_line(sql) for name, sql in counted_sql.triggers().items()}


def test_a_store_has_them_as_the_migration_made_them(actor):
    kept = dict(query.fetch("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_month_%'"))
    assert {name: one_line(sql) for name, sql in kept.items()} == {
        name: one_line(sql) for name, sql in counted_sql.triggers().items()
    }


def test_every_record_table_keeps_its_rows_from_being_replaced(actor):
    kept = {row[0] for row in query.fetch("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert {f"{table}_once" for table in RECORDS} | {f"{table}_fixed" for table in RECORDS} <= kept


def test_every_key_that_no_two_rows_share_is_kept(actor):
    """REPLACE deletes the row that is in its way; each unique index has its words in the triggers."""
    for table in RECORDS:
        for _, name, unique, *_ in query.fetch(f"PRAGMA index_list({table})"):
            columns = [row[2] for row in query.fetch(f"PRAGMA index_info({name})")]
            if unique and columns not in (["uid"], ["id"]):
                words = f"UNIQUE constraint failed: {', '.join(f'{table}.{column}' for column in columns)}"
                kept = query.count(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND instr(sql, ?)", [words]
                )
                assert kept == 2, words


def test_a_guard_that_was_taken_away_or_altered_is_named(actor):
    assert trigger_problems() == []
    query.execute("DROP TRIGGER meal_month_insert")
    query.execute("DROP TRIGGER month_frozen")
    query.execute("CREATE TRIGGER month_frozen BEFORE UPDATE ON month BEGIN SELECT 1; END")
    query.execute("CREATE TRIGGER stranger AFTER INSERT ON meal BEGIN SELECT 1; END")
    assert trigger_problems() == ["meal_month_insert", "month_frozen", "stranger"]

"""Trainings and who took part; the ledger names no unit in its columns and keeps the hours of volunteers too.

What an entry moves is called ``amount``: fen or minutes, as its account says. Nothing else of an entry changes.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import LIVING, make, rebuild

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
TABLES = {
    "training": f"""
        kind TEXT NOT NULL CHECK (kind IN ('pre_job', 'induction', 'in_service', 'family_carer')),
        title TEXT NOT NULL CHECK (title <> ''),
        day TEXT NOT NULL CHECK (day {_DAY}),
        minutes INTEGER NOT NULL CHECK (minutes > 0),
        trainer TEXT NOT NULL DEFAULT '',
        remark TEXT NOT NULL DEFAULT ''
    """,
    "training_taker": """
        training_id INTEGER NOT NULL REFERENCES training (id),
        named_id INTEGER REFERENCES named (id),
        resident_id INTEGER REFERENCES resident (id) CHECK ((resident_id IS NULL) <> (named_id IS NULL)),
        relative TEXT NOT NULL DEFAULT '' CHECK (relative = '' OR resident_id IS NOT NULL)
    """,
}
UNIQUE = {
    "training_taker": ((("training_id", "named_id"), LIVING), (("training_id", "resident_id"), LIVING)),
}
ENTRY = f"""
        account TEXT NOT NULL CHECK (account <> ''),
        resident_id INTEGER REFERENCES resident (id)
            CHECK (account = 'time_bank' OR (resident_id IS NULL) = (account = 'till')),
        named_id INTEGER REFERENCES named (id) CHECK ((named_id IS NULL) = (account <> 'time_bank')),
        day TEXT NOT NULL CHECK (day {_DAY}),
        at TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL CHECK (kind IN ('top_up', 'deduct', 'refund', 'counter', 'hand_over', 'hours_in',
            'hours_out')),
        amount INTEGER NOT NULL CHECK (amount <> 0),
        cash_fen INTEGER NOT NULL DEFAULT 0 CHECK (cash_fen = 0 OR (cash_fen = amount AND account <> 'time_bank')),
        cashier TEXT NOT NULL DEFAULT '',
        meal_id INTEGER REFERENCES meal (id),
        receipt_year INTEGER,
        receipt_number INTEGER CHECK ((receipt_number IS NULL) = (receipt_year IS NULL) AND receipt_number > 0),
        counter_of INTEGER REFERENCES ledger_entry (id) CHECK ((counter_of IS NULL) = (kind <> 'counter')),
        remark TEXT NOT NULL DEFAULT '',
        done_on TEXT CHECK (done_on {_DAY} AND done_on <= day) CHECK ((done_on IS NULL) = (account <> 'time_bank')),
        whom TEXT NOT NULL DEFAULT '' CHECK (account <> 'time_bank' OR whom <> '' OR resident_id IS NOT NULL)
"""
_STANDING = (
    "account, day, at, kind, amount, cash_fen, cashier, meal_id, receipt_year, receipt_number, counter_of, remark,"
    " done_on, whom, voided_at, void_reason"
)
STATEMENTS = (
    "CREATE INDEX training_day ON training (day)",
    "CREATE UNIQUE INDEX training_taker_named ON training_taker (training_id, named_id) WHERE voided_at IS NULL",
    "CREATE UNIQUE INDEX training_taker_resident ON training_taker (training_id, resident_id) WHERE voided_at IS NULL",
    "CREATE INDEX training_taker_person ON training_taker (named_id) WHERE named_id IS NOT NULL",
    "CREATE INDEX training_taker_who ON training_taker (resident_id) WHERE resident_id IS NOT NULL",
    "CREATE INDEX ledger_entry_account ON ledger_entry (resident_id, account, amount)",
    "CREATE INDEX ledger_entry_named ON ledger_entry (named_id, account, amount) WHERE named_id IS NOT NULL",
    f"CREATE TRIGGER ledger_entry_stands BEFORE UPDATE OF {_STANDING} ON ledger_entry"
    " BEGIN SELECT RAISE(ABORT, 'entry_stands'); END",
)


def up(migrator: Any, db: Any) -> None:
    """Make the two tables; the ledger is given its columns."""
    db.execute_sql("DROP TRIGGER ledger_entry_stands")
    db.execute_sql("DROP INDEX ledger_entry_account")
    db.execute_sql("ALTER TABLE ledger_entry RENAME COLUMN amount_fen TO amount")
    rebuild(db, "ledger_entry", ENTRY)
    make(db, TABLES, UNIQUE, STATEMENTS)

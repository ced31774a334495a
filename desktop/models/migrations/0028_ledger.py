"""A ledger of entries whose sum is a balance, and how far below nothing somebody's may go.

An entry is never changed and never void: another entry takes it back. A merge alone may give it to the other record.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import EVER, make

TABLES = {
    "ledger_entry": """
        account TEXT NOT NULL CHECK (account <> ''),
        resident_id INTEGER REFERENCES resident (id) CHECK ((resident_id IS NULL) = (account = 'till')),
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
        at TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL CHECK (kind IN ('top_up', 'deduct', 'refund', 'counter', 'hand_over')),
        amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
        cash_fen INTEGER NOT NULL DEFAULT 0 CHECK (cash_fen IN (0, amount_fen)),
        cashier TEXT NOT NULL DEFAULT '',
        meal_id INTEGER REFERENCES meal (id),
        receipt_year INTEGER,
        receipt_number INTEGER CHECK ((receipt_number IS NULL) = (receipt_year IS NULL) AND receipt_number > 0),
        counter_of INTEGER REFERENCES ledger_entry (id) CHECK ((counter_of IS NULL) = (kind <> 'counter')),
        remark TEXT NOT NULL DEFAULT ''
    """,
    "credit_limit": """
        account TEXT NOT NULL CHECK (account <> ''),
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        limit_fen INTEGER NOT NULL CHECK (limit_fen >= 0),
        remark TEXT NOT NULL DEFAULT ''
    """,
}
UNIQUE = {"ledger_entry": ((("receipt_year", "receipt_number"), EVER), (("counter_of",), EVER))}
_STANDING = (
    "account, day, at, kind, amount_fen, cash_fen, cashier, meal_id, receipt_year, receipt_number, counter_of, remark,"
    " voided_at, void_reason"
)
STATEMENTS = (
    "CREATE UNIQUE INDEX ledger_entry_receipt ON ledger_entry (receipt_year, receipt_number)",
    "CREATE UNIQUE INDEX ledger_entry_counter ON ledger_entry (counter_of)",
    "CREATE INDEX ledger_entry_account ON ledger_entry (resident_id, account, amount_fen)",
    "CREATE INDEX ledger_entry_day ON ledger_entry (day)",
    "CREATE INDEX ledger_entry_meal ON ledger_entry (meal_id) WHERE meal_id IS NOT NULL",
    "CREATE INDEX credit_limit_account ON credit_limit (resident_id, account)",
    f"CREATE TRIGGER ledger_entry_stands BEFORE UPDATE OF {_STANDING} ON ledger_entry"
    " BEGIN SELECT RAISE(ABORT, 'entry_stands'); END",
)
GUARD = """
CREATE TRIGGER ledger_entry_month_insert BEFORE INSERT ON ledger_entry WHEN EXISTS (SELECT 1 FROM month m WHERE m.state
<> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month = substr(new.day,
1, 7)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END
"""


def up(migrator: Any, db: Any) -> None:
    """Make the two tables and what keeps an entry as it is."""
    make(db, TABLES, UNIQUE, (*STATEMENTS, *guard()))


def guard() -> list[str]:
    """The statements of the month guard of the entries."""
    return GUARD.strip().split("\n\n")

"""Fees of stays: dated rates, what a month was charged with its lines, and the accounts of fees and deposits.

A charge stands with its lines as they were; it is void or it counts, and the ledger has it once. What a deposit pays is
two entries, the one of the fees naming the one of the deposit.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import EVER, make, rebuild

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
TABLES = {
    "stay_rate": f"""
        part TEXT NOT NULL CHECK (part IN ('bed', 'care', 'meals')),
        resident_id INTEGER REFERENCES resident (id),
        bed_id INTEGER REFERENCES bed (id) CHECK (bed_id IS NULL OR part = 'bed'),
        building TEXT NOT NULL DEFAULT '',
        room TEXT NOT NULL DEFAULT '' CHECK (room = '' OR part = 'bed') CHECK (building = '' OR room <> ''),
        bed_class TEXT NOT NULL DEFAULT '' CHECK (bed_class = '' OR part = 'bed'),
        grade TEXT NOT NULL DEFAULT '' CHECK (grade = '' OR part = 'care'),
        term TEXT NOT NULL DEFAULT '' CHECK (term IN ('', 'long', 'short')),
        unit TEXT NOT NULL CHECK (unit IN ('month', 'day')),
        amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
        valid_from TEXT NOT NULL CHECK (valid_from {_DAY}),
        valid_to TEXT CHECK (valid_to {_DAY} AND valid_to >= valid_from),
        remark TEXT NOT NULL DEFAULT '',
        CHECK ((resident_id IS NOT NULL) + (bed_id IS NOT NULL) + (room <> '') + (bed_class <> '') + (grade <> '') <= 1)
    """,
    "stay_charge": """
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        number INTEGER NOT NULL CHECK (number > 0),
        amount_fen INTEGER NOT NULL,
        whole_fen INTEGER NOT NULL CHECK (whole_fen >= 0),
        lines TEXT NOT NULL CHECK (substr(lines, 1, 1) = '['),
        remark TEXT NOT NULL DEFAULT ''
    """,
}
UNIQUE = {"stay_charge": ((("resident_id", "month", "number"), EVER),)}
ENTRY = f"""
        account TEXT NOT NULL CHECK (account <> ''),
        resident_id INTEGER REFERENCES resident (id)
            CHECK (account = 'time_bank' OR (resident_id IS NULL) = (account = 'till')),
        named_id INTEGER REFERENCES named (id) CHECK ((named_id IS NULL) = (account <> 'time_bank')),
        day TEXT NOT NULL CHECK (day {_DAY}),
        at TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL CHECK (kind IN ('top_up', 'deduct', 'refund', 'counter', 'hand_over', 'hours_in',
            'hours_out', 'charge', 'from_deposit'))
            CHECK (kind <> 'charge' OR account = 'stay')
            CHECK (kind <> 'from_deposit' OR account IN ('stay', 'stay_deposit')),
        amount INTEGER NOT NULL CHECK (amount <> 0),
        cash_fen INTEGER NOT NULL DEFAULT 0 CHECK (cash_fen = 0 OR (cash_fen = amount AND account <> 'time_bank')),
        cashier TEXT NOT NULL DEFAULT '',
        meal_id INTEGER REFERENCES meal (id),
        receipt_year INTEGER,
        receipt_number INTEGER CHECK ((receipt_number IS NULL) = (receipt_year IS NULL) AND receipt_number > 0),
        counter_of INTEGER REFERENCES ledger_entry (id) CHECK ((counter_of IS NULL) = (kind <> 'counter')),
        remark TEXT NOT NULL DEFAULT '',
        done_on TEXT CHECK (done_on {_DAY} AND done_on <= day) CHECK ((done_on IS NULL) = (account <> 'time_bank')),
        whom TEXT NOT NULL DEFAULT '' CHECK (account <> 'time_bank' OR whom <> '' OR resident_id IS NOT NULL),
        help_service_id INTEGER REFERENCES help_service (id) CHECK (help_service_id IS NULL OR account = 'time_bank'),
        stay_charge_id INTEGER REFERENCES stay_charge (id)
            CHECK (stay_charge_id IS NULL OR (account = 'stay' AND kind IN ('charge', 'counter'))),
        paired_with INTEGER REFERENCES ledger_entry (id)
            CHECK ((paired_with IS NOT NULL) = (account = 'stay' AND kind = 'from_deposit'))
"""
_STANDING = (
    "account, day, at, kind, amount, cash_fen, cashier, meal_id, receipt_year, receipt_number, counter_of, remark,"
    " done_on, whom, help_service_id, stay_charge_id, paired_with, voided_at, void_reason"
)
_BOOKED = "(SELECT COALESCE(sum(e.amount), 0) FROM ledger_entry e WHERE e.stay_charge_id = new.stay_charge_id)"
_CHARGED = "(SELECT c.amount_fen FROM stay_charge c WHERE c.id = new.stay_charge_id)"
STATEMENTS = (
    "CREATE INDEX stay_rate_part ON stay_rate (part, valid_from)",
    "CREATE UNIQUE INDEX stay_charge_number ON stay_charge (resident_id, month, number)",
    "CREATE INDEX stay_charge_month ON stay_charge (month)",
    "CREATE TRIGGER stay_charge_stands BEFORE UPDATE OF month, amount_fen, whole_fen, lines, remark ON stay_charge"
    " BEGIN SELECT RAISE(ABORT, 'charge_stands'); END",
    f"CREATE TRIGGER ledger_entry_stands BEFORE UPDATE OF {_STANDING} ON ledger_entry"
    " BEGIN SELECT RAISE(ABORT, 'entry_stands'); END",
    "CREATE INDEX ledger_entry_charge ON ledger_entry (stay_charge_id, amount) WHERE stay_charge_id IS NOT NULL",
    # What the entries of a charge come to is nothing or the charge, once. The words are SQLite's own of a constraint.
    "CREATE TRIGGER ledger_entry_charge_once BEFORE INSERT ON ledger_entry WHEN new.stay_charge_id IS NOT NULL"
    f" AND {_BOOKED} + new.amount NOT IN (0, -{_CHARGED})"
    " BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: ledger_entry.stay_charge_id'); END",
)


def up(migrator: Any, db: Any) -> None:
    """Make the two tables; the ledger knows their accounts."""
    db.execute_sql("DROP TRIGGER ledger_entry_stands")
    make(db, TABLES, UNIQUE, ())
    rebuild(db, "ledger_entry", ENTRY)
    for statement in STATEMENTS:
        db.execute_sql(statement)

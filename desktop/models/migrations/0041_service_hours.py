"""An entry of the time bank may name the help service whose hours it is; a service is in there once, with what it says.

An entry is never void, so the one that stands is the one that no other takes back: what the entries of a service come
to is nothing or one entry's hours, which triggers ask as an index would. Whoever changes a booked service owes the
ledger an entry: a debt that is not paid by the end of the transaction lets the commit fail, as an open gate does.
"""

from __future__ import annotations

from typing import Any

_STANDING = (
    "account, day, at, kind, amount, cash_fen, cashier, meal_id, receipt_year, receipt_number, counter_of, remark,"
    " done_on, whom, help_service_id, voided_at, void_reason"
)
_BOOKED = "(SELECT COALESCE(sum(e.amount), 0) FROM ledger_entry e WHERE e.help_service_id = {0})"
# The hours that stand are those of the service, on its day, while it counts as a volunteer's.
_LAST_DAY = "(SELECT e.done_on FROM ledger_entry e WHERE e.help_service_id = {0} ORDER BY e.id DESC LIMIT 1)"
_RIGHT = (
    "EXISTS (SELECT 1 FROM help_service s WHERE s.id = {0} AND s.voided_at IS NULL AND s.state IN ('done', 'rated')"
    f" AND s.payer = 'volunteer' AND s.minutes = {_BOOKED} AND s.service_on = {_LAST_DAY})"
)
STATEMENTS = (
    "DROP TRIGGER ledger_entry_stands",
    "ALTER TABLE ledger_entry ADD COLUMN help_service_id INTEGER REFERENCES help_service (id)"
    " CHECK (help_service_id IS NULL OR account = 'time_bank')",
    f"CREATE TRIGGER ledger_entry_stands BEFORE UPDATE OF {_STANDING} ON ledger_entry"
    " BEGIN SELECT RAISE(ABORT, 'entry_stands'); END",
    "CREATE INDEX ledger_entry_service ON ledger_entry (help_service_id, amount) WHERE help_service_id IS NOT NULL",
    # The words are those of SQLite's own constraint, which the program knows.
    "CREATE TRIGGER ledger_entry_service_once BEFORE INSERT ON ledger_entry WHEN new.help_service_id IS NOT NULL"
    f" AND (new.amount > 0) = ({_BOOKED.format('new.help_service_id')} <> 0)"
    " BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: ledger_entry.help_service_id'); END",
    """CREATE TABLE hours_owed (help_service_id INTEGER PRIMARY KEY,
        hold INTEGER NOT NULL DEFAULT 1 REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED)""",
    "CREATE TRIGGER help_service_hours AFTER UPDATE OF voided_at, state, payer, minutes, service_on ON help_service"
    f" WHEN {_BOOKED.format('new.id')} <> 0 BEGIN"
    " DELETE FROM hours_owed WHERE help_service_id = new.id;"
    f" INSERT INTO hours_owed (help_service_id) SELECT new.id WHERE NOT {_RIGHT.format('new.id')}; END",
    "CREATE TRIGGER ledger_entry_service_paid AFTER INSERT ON ledger_entry WHEN new.help_service_id IS NOT NULL BEGIN"
    " DELETE FROM hours_owed WHERE help_service_id = new.help_service_id;"
    " INSERT INTO hours_owed (help_service_id) SELECT new.help_service_id"
    f" WHERE {_BOOKED.format('new.help_service_id')} <> 0 AND NOT {_RIGHT.format('new.help_service_id')}; END",
)


def up(migrator: Any, db: Any) -> None:
    """Add the column, and what keeps the hours of a service to one entry that is right."""
    for statement in STATEMENTS:
        db.execute_sql(statement)

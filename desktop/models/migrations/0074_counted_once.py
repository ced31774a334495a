"""What two stations take back of one entry of a ledger counts once: the later counter-entry can be void.

An entry is void only through ``step_gate``, while rows of another station are taken in or somebody decides between
two; the others stand for ever as they did. What is void counts in no sum.
"""

from __future__ import annotations

from typing import Any

from desktop.models.migrations.shape_10 import EVER, LIVING, standing

_FIXED = (
    "account, day, at, kind, amount, cash_fen, cashier, meal_id, receipt_year, receipt_number, counter_of, remark,"
    " done_on, whom, help_service_id, stay_charge_id, paired_with"
)
_KEYS = ((("receipt_year", "receipt_number"), EVER), (("counter_of",), LIVING))
_OF_IT = "FROM ledger_entry e WHERE e.voided_at IS NULL AND e.{column} = {value}"
_BOOKED = f"(SELECT COALESCE(sum(e.amount), 0) {_OF_IT})"
_HOURS = _BOOKED.format(column="help_service_id", value="{0}")
_LAST_DAY = f"(SELECT e.done_on {_OF_IT} ORDER BY e.id DESC LIMIT 1)".format(column="help_service_id", value="{0}")
_RIGHT = (
    "EXISTS (SELECT 1 FROM help_service s WHERE s.id = {0} AND s.voided_at IS NULL AND s.state IN ('done', 'rated')"
    f" AND s.payer = 'volunteer' AND s.minutes = {_HOURS} AND s.service_on = {_LAST_DAY})"
)
_CHARGED = "(SELECT c.amount_fen FROM stay_charge c WHERE c.id = new.stay_charge_id)"
_CHARGES = _BOOKED.format(column="stay_charge_id", value="new.stay_charge_id")
_TWICE = {
    "service": f"new.help_service_id IS NOT NULL AND (new.amount > 0) = ({_HOURS.format('new.help_service_id')} <> 0)",
    "charge": f"new.stay_charge_id IS NOT NULL AND {_CHARGES} + new.amount NOT IN (0, -{_CHARGED})",
}
_COLUMN = {"service": "help_service_id", "charge": "stay_charge_id"}
_NEW, _AGAIN = "new.voided_at IS NULL", "new.voided_at IS NULL AND old.voided_at IS NOT NULL"


def up(migrator: Any, db: Any) -> None:
    """Make the index and the triggers of the ledger anew."""
    for name in ("stands", "once", "fixed", "alone_1", "alone_2", "service_once", "service_paid", "charge_once"):
        db.execute_sql(f"DROP TRIGGER ledger_entry_{name}")
    db.execute_sql("DROP TRIGGER help_service_hours")
    db.execute_sql("DROP INDEX ledger_entry_counter")
    for statement in (*standing("ledger_entry", _KEYS), *_statements()):
        db.execute_sql(statement)


def _statements() -> list[str]:
    made = [
        "CREATE UNIQUE INDEX ledger_entry_counter ON ledger_entry (counter_of) WHERE voided_at IS NULL",
        f"CREATE TRIGGER ledger_entry_stands BEFORE UPDATE OF {_FIXED} ON ledger_entry"
        " BEGIN SELECT RAISE(ABORT, 'entry_stands'); END",
        "CREATE TRIGGER ledger_entry_stays BEFORE UPDATE OF voided_at, void_reason ON ledger_entry"
        " WHEN old.uid NOT IN (SELECT uid FROM step_gate) BEGIN SELECT RAISE(ABORT, 'entry_stands'); END",
        "CREATE TRIGGER help_service_hours AFTER UPDATE OF voided_at, state, payer, minutes, service_on"
        f" ON help_service WHEN {_HOURS.format('new.id')} <> 0 BEGIN"
        " DELETE FROM hours_owed WHERE help_service_id = new.id;"
        f" INSERT INTO hours_owed (help_service_id) SELECT new.id WHERE NOT {_RIGHT.format('new.id')}; END",
        f"CREATE TRIGGER ledger_entry_service_paid AFTER INSERT ON ledger_entry WHEN new.help_service_id IS NOT NULL"
        " BEGIN DELETE FROM hours_owed WHERE help_service_id = new.help_service_id;"
        " INSERT INTO hours_owed (help_service_id) SELECT new.help_service_id"
        f" WHERE {_HOURS.format('new.help_service_id')} <> 0 AND NOT {_RIGHT.format('new.help_service_id')}; END",
    ]
    # The words are those of SQLite's own constraint, which the program knows.
    for of, twice in _TWICE.items():
        refuse = f" BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: ledger_entry.{_COLUMN[of]}'); END"
        on = {f"{of}_once BEFORE INSERT": _NEW, f"{of}_again BEFORE UPDATE OF voided_at": _AGAIN}
        made += [
            f"CREATE TRIGGER ledger_entry_{name} ON ledger_entry WHEN {when} AND {twice}{refuse}"
            for name, when in on.items()
        ]
    return made

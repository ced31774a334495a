"""Stays keep to their beds and leaves to their stays by the database itself; short stays, kinds of leave, contracts.

A night outside is refused only where the row as it stood had it not: what was recorded before may be put right.
A leave from before has its words alone; nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.models.migrations.shape_10 import make

_DAY = "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
TABLES = {
    "stay_contract": f"""
        resident_id INTEGER NOT NULL REFERENCES resident (id),
        number TEXT NOT NULL DEFAULT '',
        from_on TEXT NOT NULL CHECK ({_DAY.format("from_on")}),
        to_on TEXT CHECK ({_DAY.format("to_on")} AND to_on >= from_on),
        contact_id INTEGER REFERENCES contact (id),
        capacity TEXT NOT NULL DEFAULT '' CHECK (capacity IN ('', 'guardian', 'agent')
            AND (capacity = '') = (contact_id IS NULL)),
        remark TEXT NOT NULL DEFAULT '',
        photo TEXT NOT NULL DEFAULT ''
    """,
}
STATEMENTS = (
    "CREATE INDEX stay_contract_resident ON stay_contract (resident_id, from_on)",
    "ALTER TABLE stay ADD COLUMN term TEXT NOT NULL DEFAULT 'long' CHECK (term IN ('long', 'short'))",
    "ALTER TABLE leave ADD COLUMN kind TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'hospital', 'home', 'other'))",
)

_END = "COALESCE({0}to_on, '9999-12-31')"
# The first day that a span no longer has. A stay has not its last day, but a leave may lie on the only one.
_PAST_STAY = "MAX(" + _END + ", date({0}from_on, '+1 day'))"
_PAST = "COALESCE(date({0}to_on, '+1 day'), '9999-12-31')"

# Days of a bed on which nobody may lie in it, as [first, past): before, after, and out of service.
_MISSING = """(
    SELECT id AS bed_id, '0001-01-01' AS first, opened_on AS past FROM bed WHERE opened_on IS NOT NULL
    UNION ALL SELECT id, closed_on, '9999-12-31' FROM bed WHERE closed_on IS NOT NULL
    UNION ALL SELECT bed_id, from_on, COALESCE(date(to_on, '+1 day'), '9999-12-31') FROM bed_outage
        WHERE voided_at IS NULL)"""


# A stay without a night, as when somebody moves on the day of the admission, takes no bed: 0004 took it for one.
_OVERLAPS = f"""SELECT 1 FROM stay s WHERE s.{{column}}_id = new.{{column}}_id AND s.id IS NOT new.id
    AND s.voided_at IS NULL AND s.from_on < {_END.format("s.")} AND new.from_on < {_END.format("new.")}
    AND s.from_on < {_END.format("new.")} AND new.from_on < {_END.format("s.")}"""


def overlaps() -> Iterator[str]:
    """One person in a bed and one bed for a person on each night, in the place of the guards of 0004."""
    for when, event in (("insert", "INSERT"), ("update", "UPDATE")):
        for column in ("bed", "resident"):
            yield f"DROP TRIGGER stay_{column}_{when}"
            found = _OVERLAPS.format(column=column)
            refused = _refused(f"stay_overlap_{column}", found)
            yield _trigger(f"stay_{column}_{when}", event, "stay", "new.voided_at IS NULL", refused)


def _refused(word: str, found: str) -> str:
    return f"SELECT RAISE(ABORT, '{word}') WHERE EXISTS ({found});"


def _trigger(name: str, event: str, table: str, when: str, then: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when}\n    BEGIN {then} END"


def triggers() -> Iterator[str]:
    """The guards of a bed out of service and of leaves outside their stay, of each side that may break them."""
    lain = f"new.from_on < m.past AND m.first < {_END.format('new.')} AND new.from_on < {_END.format('new.')}"
    held = (
        f"AND NOT (old.voided_at IS NULL AND old.bed_id = new.bed_id"
        f" AND old.from_on <= MAX(new.from_on, m.first)"
        f" AND MIN({_END.format('new.')}, m.past) <= {_END.format('old.')})"
    )
    found = f"SELECT 1 FROM {_MISSING} m WHERE m.bed_id = new.bed_id AND {lain}"
    living = "new.voided_at IS NULL"
    yield _trigger("stay_bed_there_insert", "INSERT", "stay", living, _refused("bed_not_there", found))
    of_stay = "UPDATE OF bed_id, from_on, to_on, voided_at"
    yield _trigger("stay_bed_there_update", of_stay, "stay", living, _refused("bed_not_there", f"{found} {held}"))

    taken = (
        "SELECT 1 FROM stay s WHERE s.bed_id = {bed} AND s.voided_at IS NULL AND s.from_on < "
        + _END.format("s.")
        + " AND s.from_on < {past} AND {first} < "
        + _END.format("s.")
    )
    outage = taken.format(bed="new.bed_id", first="new.from_on", past=_PAST.format("new."))
    was_out = (
        f"AND NOT (old.voided_at IS NULL AND old.bed_id = new.bed_id AND old.from_on <= MAX(new.from_on, s.from_on)"
        f" AND MIN({_PAST.format('new.')}, {_END.format('s.')}) <= {_PAST.format('old.')})"
    )
    yield _trigger("bed_outage_taken_insert", "INSERT", "bed_outage", living, _refused("bed_taken", outage))
    of_outage = "UPDATE OF bed_id, from_on, to_on, voided_at"
    yield _trigger(
        "bed_outage_taken_update", of_outage, "bed_outage", living, _refused("bed_taken", f"{outage} {was_out}")
    )

    before = taken.format(bed="new.id", first="COALESCE(old.opened_on, '0001-01-01')", past="new.opened_on")
    after = taken.format(bed="new.id", first="new.closed_on", past="COALESCE(old.closed_on, '9999-12-31')")
    yield _trigger(
        "bed_there_taken",
        "UPDATE OF opened_on, closed_on",
        "bed",
        living,
        f"{_refused('bed_taken', before)} {_refused('bed_taken', after)}",
    )

    outside = (
        "{0}from_on < {1}from_on OR {0}from_on >= {2} OR {1}to_on IS NOT NULL AND ({0}to_on IS NULL OR {0}to_on >= {2})"
    )
    of_new = outside.format("new.", "s.", _PAST_STAY.format("s."))
    away = f"SELECT 1 FROM stay s WHERE s.id = new.stay_id AND ({of_new})"
    yield _trigger("leave_within_insert", "INSERT", "leave", living, _refused("leave_outside", away))
    of_leave = "UPDATE OF stay_id, from_on, to_on, voided_at"
    yield _trigger("leave_within_update", of_leave, "leave", living, _refused("leave_outside", away))
    is_out = outside.format("l.", "new.", _PAST_STAY.format("new."))
    had_out = outside.format("l.", "old.", _PAST_STAY.format("old."))
    left = f"SELECT 1 FROM leave l WHERE l.stay_id = new.id AND l.voided_at IS NULL AND ({is_out}) AND NOT ({had_out})"
    yield _trigger("stay_leaves_within", "UPDATE OF from_on, to_on", "stay", living, _refused("leave_outside", left))


def up(migrator: Any, db: Any) -> None:
    """Make the table, the two columns and the guards."""
    stood = db.execute_sql(_STOOD).fetchall()
    make(db, TABLES, {}, (*STATEMENTS, *overlaps(), *triggers()))
    # Of the triggers of an event SQLite fires the one made last first: what stood before all this is asked first.
    for name, sql in stood:
        db.execute_sql(f"DROP TRIGGER {name}")
        db.execute_sql(sql)


_STOOD = """SELECT name, sql FROM sqlite_master WHERE type = 'trigger'
    AND tbl_name IN ('bed', 'stay', 'leave', 'bed_outage')
    AND name NOT IN ('stay_bed_insert', 'stay_bed_update', 'stay_resident_insert', 'stay_resident_update')
    ORDER BY rowid"""

"""Money that two records of one person left here: it follows with its entries, and a meal that was two is paid once."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.acts import LogAction, Thing
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.models.register_life import ResidentMerge
from desktop.services.canteen import prepaid
from desktop.services.ledger import entries
from desktop.services.writing.journal import Unit


def give_back(unit: Unit, meal_ids: Iterable[int], why: str) -> None:
    """Meals that gave way to the same ones of the kept record cost nothing any more."""
    for meal_id in meal_ids:
        prepaid.give_back(unit, meal_id, why)


def take_again(unit: Unit, merge: ResidentMerge) -> None:
    """Before a merge is undone: what it gave back is taken again, for the meals count again."""
    given = query.ids(
        "SELECT row_id FROM change_log WHERE station = ? AND counter BETWEEN ? AND ? AND table_name = ?"
        " AND before IS NULL ORDER BY counter DESC",
        [merge.created_station, merge.counter_from, merge.counter_to, Thing.LEDGER_ENTRY],
    )
    for entry_id in given:
        entries.counter(unit, unit.living(LedgerEntry, entry_id), "undo")


def follow(unit: Unit, merge: ResidentMerge) -> None:
    """Once a merge is undone: a counter-entry is where the entry is that it takes back."""
    while strays := query.ids(
        "SELECT c.id FROM living_ledger_entry c JOIN living_ledger_entry e ON e.id = c.counter_of"
        " WHERE c.resident_id = ? AND e.resident_id = ? ORDER BY c.id",
        [merge.keep_id, merge.other_id],
    ):
        for entry_id in strays:
            unit.repoint(unit.living(LedgerEntry, entry_id), merge.other_id, LogAction.UNDO_MERGE)

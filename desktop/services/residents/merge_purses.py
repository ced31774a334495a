"""Money that two records of one person left here: it follows with its entries, and a meal that was two is paid once."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.acts import LogAction, Thing
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.models.register_life import ResidentMerge
from desktop.models.stay_fee import StayCharge
from desktop.services.canteen import prepaid
from desktop.services.ledger import entries
from desktop.services.writing.journal import Unit


def give_back(unit: Unit, meal_ids: Iterable[int], why: str) -> None:
    """Meals that gave way to the same ones of the kept record cost nothing any more."""
    for meal_id in meal_ids:
        prepaid.give_back(unit, meal_id, why)


def renumber(unit: Unit, keep: int, other: int) -> None:
    """What the other was charged for stays follows, behind what the kept one was charged for the same month."""
    mine = StayCharge.resident == other
    for charge in StayCharge.select().where(mine, StayCharge.voided_at.is_null()).order_by(StayCharge.id):
        last = query.count(
            # Void ones too: a number of a month is given once.
            "SELECT COALESCE(max(number), 0) FROM stay_charge WHERE resident_id = ? AND month = ?",
            [keep, charge.month],
        )
        unit.repoint(charge, keep, LogAction.MERGE, number=max(last + 1, charge.number))


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
    """Once a merge is undone: a counter-entry is where its entry is, and hours are where their service is."""
    while strays := query.ids(
        "SELECT c.id FROM living_ledger_entry c JOIN living_ledger_entry e ON e.id = c.counter_of"
        " WHERE c.resident_id = ? AND e.resident_id = ? ORDER BY c.id",
        [merge.keep_id, merge.other_id],
    ):
        _move(unit, strays, merge.other_id)
    served = query.ids(
        "SELECT e.id FROM living_ledger_entry e JOIN living_help_service s ON s.id = e.help_service_id"
        " WHERE e.resident_id = ? AND s.resident_id = ? ORDER BY e.id",
        [merge.keep_id, merge.other_id],
    )
    _move(unit, served, merge.other_id)


def _move(unit: Unit, entry_ids: Iterable[int], resident_id: int) -> None:
    for entry_id in entry_ids:
        unit.repoint(unit.living(LedgerEntry, entry_id), resident_id, LogAction.UNDO_MERGE)

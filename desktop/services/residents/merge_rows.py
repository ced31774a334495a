"""How the rows of one record follow to another when two residents are made one.

Every row moves; where both have the same fact, the other's row is voided instead, and stays with its resident.
Rows of closed months move too: the frozen figures stand, and a person is one person in every month. But no row
of a closed month is voided: one that clashes there stays with the other record, and is listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import LogAction, Thing
from desktop.core.codes import CodeKind
from desktop.core.errors import MergeRefused
from desktop.core.reasons import MergeReason
from desktop.models import query
from desktop.models.assessment import Assessment
from desktop.models.base import Record
from desktop.models.meal import Meal
from desktop.models.resident import Grade, PrintedCode, RegisterEvent
from desktop.models.tables import RECORDS
from desktop.models.visit import Visit
from desktop.services.residents import dated, merge_purses
from desktop.services.writing import months
from desktop.services.writing.journal import AnyRecord, Unit

# What of a row is the same fact when both residents have it. Other tables have no two rows of one fact.
SAME_FACT: Mapping[str, tuple[str, ...]] = {
    "meal": ("eaten_on", "meal"),
    "excusal": ("month",),
    "round_member": ("round_id",),
    "flag": ("kind", "from_on", "to_on"),
    "grade": ("grade", "assessed_on"),
    "contact": ("name", "relation", "phone"),
    "external_id": ("platform", "value"),
    "training_taker": ("training_id",),
    "service_package": ("type", "payer", "minutes", "valid_from", "valid_to"),
    # The day counts once, whichever of the two cards was scanned.
    "day_attendance": ("day",),
}
# Follow by rules of their own.
_OWN_RULES = frozenset({"register_event", "printed_code", "dwelling", "enrolment", "stay_charge"})
COUNTED = ("meal", "visit", "help_service", "stay", "risk", "printed_code")
VOID: Mapping[str, object] = {"voided_at": "now"}
SAME = "same fact on the merged record"


@dataclass(frozen=True)
class Clash:
    """Two meals of one date and meal, two visits on one day, two excuses of one month, or two stays that overlap.

    ``closed``: its month is closed, so the other's row stays where and as it is.
    """

    kind: str
    keep_row: int
    other_row: int
    day: dt.date
    words: str = ""
    closed: bool = False


def following_tables() -> list[str]:
    """The tables whose rows belong to a resident."""
    return [name for name, model in RECORDS.items() if "resident_id" in model._meta.columns]


def counts(resident_id: int) -> dict[str, int]:
    """How many rows of each counted kind a resident has."""
    return {
        table: query.count(f"SELECT count(*) FROM living_{table} WHERE resident_id = ?", [resident_id])
        for table in COUNTED
    }


def meal_clashes(keep: int, other: int) -> tuple[Clash, ...]:
    """The same meal of the same date on both records."""
    found = query.fetch(
        "SELECT a.id, b.id, a.eaten_on, a.meal FROM living_meal a JOIN living_meal b ON b.resident_id = ?"
        " AND b.eaten_on = a.eaten_on AND b.meal = a.meal WHERE a.resident_id = ?"
        " ORDER BY a.eaten_on, a.id",
        [other, keep],
    )
    return _clashes("meal", found)


def visit_clashes(keep: int, other: int) -> tuple[Clash, ...]:
    """Visits on the same day on both records; each of the other's once, beside the first of the kept one's."""
    found = query.fetch(
        "SELECT min(a.id), b.id, b.visited_on, b.outcome FROM living_visit b JOIN living_visit a ON a.resident_id = ?"
        " AND a.visited_on = b.visited_on WHERE b.resident_id = ?"
        " GROUP BY b.id ORDER BY b.visited_on, b.id",
        [keep, other],
    )
    return _clashes("visit", found)


def excusal_clashes(keep: int, other: int) -> tuple[Clash, ...]:
    """Both excused from the same month."""
    found = query.fetch(
        "SELECT a.id, b.id, a.month || '-01', b.reason FROM living_excusal a JOIN living_excusal b ON b.resident_id = ?"
        " AND b.month = a.month WHERE a.resident_id = ? ORDER BY a.month",
        [other, keep],
    )
    return _clashes("excusal", found)


def stay_clashes(keep: int, other: int) -> tuple[Clash, ...]:
    """Stays that overlap: they have to be put right before a merge."""
    found = query.fetch(
        "SELECT a.id, b.id, max(a.from_on, b.from_on) FROM living_stay a JOIN living_stay b ON b.resident_id = ?"
        " AND a.from_on < COALESCE(b.to_on, '9999-12-31') AND b.from_on < COALESCE(a.to_on, '9999-12-31')"
        " AND a.from_on < COALESCE(a.to_on, '9999-12-31') AND b.from_on < COALESCE(b.to_on, '9999-12-31')"
        " WHERE a.resident_id = ? ORDER BY 3",
        [other, keep],
    )
    return tuple(Clash("stay", mine, theirs, dt.date.fromisoformat(day)) for mine, theirs, day in found)


def _clashes(kind: str, found: list[query.Row]) -> tuple[Clash, ...]:
    closed = months.closed_months()
    return tuple(
        Clash(kind, mine, theirs, dt.date.fromisoformat(day), words, day[:7] in closed)
        for mine, theirs, day, words in found
    )


def move_all(unit: Unit, keep: int, other: int, other_state: bool, collapsed: Collection[int]) -> None:
    """Let every row of the other follow; ``collapsed`` are its visits that give way to one of the same day."""
    if stay_clashes(keep, other):
        raise MergeRefused(MergeReason.STAYS_OVERLAP)
    for visit in _collapsible(keep, other, collapsed):
        unit.void(visit, SAME)
    _choose_events(unit, keep, other, other_state)
    _keep_codes(unit, keep, other)
    for meal in Meal.select().where(Meal.guest_of == other, Meal.voided_at.is_null()):
        unit.change(meal, {"guest_of_id": keep})
    doubled: list[int] = []
    for table in following_tables():
        if table not in _OWN_RULES:
            gone = _move(unit, RECORDS[table], keep, other)
            doubled += gone if table == Thing.MEAL else []
    merge_purses.renumber(unit, keep, other)
    _carry_assessments(unit, keep)
    merge_purses.give_back(unit, doubled, "merged")


def _collapsible(keep: int, other: int, collapsed: Collection[int]) -> list[Visit]:
    clashes = visit_clashes(keep, other)
    return [Visit.get_by_id(clash.other_row) for clash in clashes if clash.other_row in collapsed and not clash.closed]


def _move(unit: Unit, model: type[Record], keep: int, other: int) -> list[int]:
    """Let the rows of a table follow; the ids of those that gave way to the same fact."""
    gone = []
    same = SAME_FACT.get(model._meta.table_name)
    held = {_fact(row, same) for row in _living(model, keep)} if same else set()
    for row in _living(model, other):
        if not same or _fact(row, same) not in held:
            unit.repoint(row, keep, LogAction.MERGE)
        elif not unit.moves_closed(row, VOID):
            unit.void(row, SAME)
            gone.append(int(row.id))
    return gone


def _carry_assessments(unit: Unit, keep: int) -> None:
    """An assessment whose grade gave way to the same one made that; where that has its own, it gives way too."""
    held = {(one.grade, one.assessed_on): one.id for one in _living(Grade, keep)}
    rows = _living(Assessment, keep)
    made = {row.grade_id for row in rows}
    for row in rows:
        gone = Grade.get_by_id(row.grade_id)
        same = held.get((gone.grade, gone.assessed_on))
        if gone.voided_at is None or same is None:
            continue
        if same in made:
            unit.void(row, SAME)
        else:
            unit.change(row, {"grade_id": same}, LogAction.MERGE)
            made.add(same)


def _choose_events(unit: Unit, keep: int, other: int, other_state: bool) -> None:
    """The register history of one side holds; both together would contradict each other."""
    for row in _living(RegisterEvent, keep if other_state else other):
        unit.void(row, "merged")
    if other_state:
        for row in _living(RegisterEvent, other):
            unit.change(row, {"resident_id": keep}, LogAction.MERGE)


def choose_dated(unit: Unit, keep: int, other: int, others: Collection[str]) -> None:
    """The dwellings, and the rows of each enrolment, of one side hold; ``others`` names the fields of the other's."""
    for fact in dated.FACTS:
        taken = fact.columns[0] in others
        for row in dated.of(fact.model, keep if taken else other, fact.kind):
            unit.void(row, "merged")
        if taken:
            for row in dated.of(fact.model, other, fact.kind):
                unit.change(row, {"resident_id": keep}, LogAction.MERGE)


def _keep_codes(unit: Unit, keep: int, other: int) -> None:
    """The other's card goes on to work as an alias; it stays the current one only where there is no other."""
    current = any(row.kind == CodeKind.RESIDENT and row.replaced_at is None for row in _living(PrintedCode, keep))
    for row in _living(PrintedCode, other):
        changed: dict[str, object] = {"resident_id": keep}
        if current and row.kind == CodeKind.RESIDENT and row.replaced_at is None:
            changed["replaced_at"] = clock.timestamp()
        unit.change(row, changed, LogAction.MERGE)


def _fact(row: Record, fields: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, field) for field in fields)


def _living(model: type[AnyRecord], resident_id: int) -> list[AnyRecord]:
    column = model._meta.columns["resident_id"]
    return list(model.select().where(column == resident_id, model.voided_at.is_null()).order_by(model.id))

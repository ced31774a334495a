"""Two records of one person made one, with a choice for each field, and undone again (handbook 2.1).

Nothing is deleted: rows change their resident, the other record is voided as merged, its card goes on to work.
The writes of a merge stand together in the change log; undoing writes their old values back.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.answers import IdState
from desktop.core.errors import MergeNotUndoable, MergeRefused
from desktop.core.reasons import MergeReason, UndoReason
from desktop.core.trade import Sex
from desktop.core.words.fields import field_word, value_words
from desktop.models import query
from desktop.models.register_life import ResidentMerge
from desktop.models.resident import Resident
from desktop.models.tables import RECORDS
from desktop.services.register import listing as residents
from desktop.services.residents import dated, merge_facts, merge_purses
from desktop.services.residents.merge_rows import (
    Clash,
    choose_dated,
    counts,
    excusal_clashes,
    meal_clashes,
    move_all,
    stay_clashes,
    visit_clashes,
)
from desktop.services.writing import done
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, living, writing

# Columns that mean something only together are chosen together, under the name of the first.
_TOGETHER = (
    ("name", "name_key", "name_sort"),
    # A number says when and as what its bearer was born: with another's birth date it would be refused at every edit.
    ("id_number", "document_kind", "id_written", "id_state", "id_issue", "born_on", "sex"),
    dated.DWELLING,
    *(columns for columns in dated.ENROLMENTS.values() if len(columns) > 1),
    ("disability_kind", "disability_level"),
    ("consent_on", "consent_by", "consent_paper_no"),
    ("register_state", "state_on"),
)
_STAMPS = frozenset(
    {
        *("id", "uid", "created_at", "created_station", "changed_at", "station", "counter"),
        *("voided_at", "void_reason"),
    }
)


def _field_groups() -> dict[str, tuple[str, ...]]:
    behind = {column for group in _TOGETHER for column in group[1:]}
    groups = {group[0]: group for group in _TOGETHER}
    names = [name for name in Resident._meta.fields if name not in _STAMPS | behind]
    return {name: groups.get(name, (name,)) for name in names}


# Every field that can be chosen, with the columns that it stands for.
FIELDS = _field_groups()


@dataclass(frozen=True)
class MergeField:
    """A field in which the two differ, in words; ``chosen`` is the side that holds unless a person says otherwise."""

    name: str
    label: str
    keep: str
    other: str
    chosen: str


@dataclass(frozen=True)
class MergePreview:
    """What a merge would do. ``counts`` are the other's rows that follow; overlapping ``stays`` forbid a merge.

    Of ``meals``, ``visits`` and ``excusals`` that both have, those of closed months stay as they are.
    """

    keep: int
    other: int
    fields: tuple[MergeField, ...]
    counts: Mapping[str, int]
    meals: tuple[Clash, ...]
    visits: tuple[Clash, ...]
    stays: tuple[Clash, ...]
    excusals: tuple[Clash, ...] = ()


@dataclass(frozen=True)
class MergeRow:
    """A merge on record, as a list shows it."""

    id: int
    keep_id: int
    keep_name: str
    other_id: int
    other_name: str
    at: str
    reason: str
    undone_at: str | None


def preview(keep: int, other: int) -> MergePreview:
    """What differs, what follows and what clashes; nothing is written."""
    kept, given = _both(keep, other)
    fields = tuple(
        MergeField(name, field_word(name), *words, _default(kept, given, name))
        for name in FIELDS
        if (words := (_words(kept, name), _words(given, name)))[0] != words[1] or _differs(kept, given, name)
    ) + tuple(
        MergeField(name, field_word(name), *one.words(), "keep")
        for name, one in merge_facts.disputed(keep, other).items()
    )
    found = (meal_clashes, visit_clashes, stay_clashes, excusal_clashes)
    clashes = [one(keep, other) for one in found]
    return MergePreview(keep, other, fields, counts(other), *clashes)


def merge(
    actor: Actor,
    keep: int,
    other: int,
    choices: Mapping[str, str],
    collapse_visits: bool | Collection[int] = False,
    reason: str = "",
) -> int:
    """Make two records one; the merge's id.

    ``choices`` says ``keep`` or ``other`` for a field of ``FIELDS``, for ``flags`` and for ``grades`` in which the two
    disagree; without a choice stays what stands, or the other's is taken where nothing does.
    Visits on one day collapse only by choice: all, or the other's
    of these ids; those of a closed month never do.
    """
    with writing(actor, Action.MERGE, reason.strip()) as unit:
        kept, given = _both(keep, other)
        sides = {name: choices.get(name) or _default(kept, given, name) for name in FIELDS}
        collapsed = _collapsed(keep, other, collapse_visits)
        row = unit.add(ResidentMerge(keep_id=keep, other_id=other, choices=_as_text(choices), reason=reason.strip()))
        first = unit.counter + 1
        merge_facts.choose(unit, keep, other, {name for name, side in choices.items() if side == "other"})
        move_all(unit, keep, other, sides["register_state"] == "other", collapsed)
        choose_dated(unit, keep, other, {name for name, side in sides.items() if side == "other"})
        taken = {
            column: getattr(given, column) for name, side in sides.items() if side == "other" for column in FIELDS[name]
        }
        # The other has to leave its ID number first: no two living records may bear it.
        unit.void(given, "merged")
        unit.change(kept, taken, LogAction.MERGE)
        unit.change(row, {"counter_from": first, "counter_to": unit.counter})
        residents.index_many([keep, other])
    return int(row.id)


def undo_merge(actor: Actor, merge_id: int, reason: str = "") -> None:
    """Give back both records as they were; refused when a row of the merge was changed since.

    What the merge voided in a month that is closed by now stays void.
    """
    with writing(actor, Action.UNDO_MERGE, reason.strip()) as unit:
        row = unit.living(ResidentMerge, merge_id)
        if row.undone_at is not None:
            raise MergeNotUndoable(merge_id, UndoReason.ALREADY_UNDONE)
        changed = _changed_since(row)
        if changed:
            raise MergeNotUndoable(merge_id, UndoReason.CHANGED, changed)
        merge_purses.take_again(unit, row)
        for table, row_id, before in _writes(row):
            _put_back(unit, table, row_id, before)
        merge_purses.follow(unit, row)
        unit.change(row, {"undone_at": clock.timestamp()})
        residents.index_many([row.keep_id, row.other_id])
        done.adding_taken_back(Thing.RESIDENT_MERGE, merge_id)


def merges(resident_id: int | None = None) -> list[MergeRow]:
    """The merges on record, the newest first: of one resident, or all."""
    of_one, values = ("", []) if resident_id is None else (" WHERE ? IN (m.keep_id, m.other_id)", [resident_id])
    found = query.fetch(
        "SELECT m.id, m.keep_id, k.name, m.other_id, o.name, m.created_at, m.reason, m.undone_at"
        " FROM living_resident_merge m JOIN resident k ON k.id = m.keep_id JOIN resident o ON o.id = m.other_id"
        f"{of_one} ORDER BY m.id DESC",
        values,
    )
    return [MergeRow(*one) for one in found]


def merged_into(resident_id: int) -> int | None:
    """The record that a voided one was merged into, through several merges; None when it was not merged."""
    found = None
    following: int | None = resident_id
    while following is not None:
        row = query.fetch_one(
            "SELECT keep_id FROM living_resident_merge WHERE other_id = ? AND undone_at IS NULL",
            [following],
        )
        following = int(row[0]) if row else None
        found = following or found
    return found


def _both(keep: int, other: int) -> tuple[Resident, Resident]:
    if keep == other:
        raise MergeRefused(MergeReason.SAME_PERSON)
    return living(Resident, keep), living(Resident, other)


def _default(kept: Resident, given: Resident, name: str) -> str:
    columns = FIELDS[name]
    if name == "id_number":
        # A number that passed its check beats one that did not.
        return "other" if kept.id_state != IdState.VALID and given.id_state == IdState.VALID else "keep"
    empty = all(_empty(getattr(kept, column)) for column in columns)
    return "other" if empty and not all(_empty(getattr(given, column)) for column in columns) else "keep"


def _empty(value: object) -> bool:
    return value is None or value == "" or value == Sex.UNKNOWN


def _differs(kept: Resident, given: Resident, name: str) -> bool:
    return any(getattr(kept, column) != getattr(given, column) for column in FIELDS[name])


def _words(row: Resident, name: str) -> str:
    shown = FIELDS[name][:1] if name in {"name", "id_number"} else FIELDS[name]
    return " ".join(words for column in shown if (words := value_words("resident", column, getattr(row, column))))


def _collapsed(keep: int, other: int, collapse: bool | Collection[int]) -> Collection[int]:
    if isinstance(collapse, bool):
        return {clash.other_row for clash in visit_clashes(keep, other)} if collapse else ()
    return collapse


def _as_text(choices: Mapping[str, str]) -> str:
    return json.dumps(dict(choices), sort_keys=True)


def _writes(row: ResidentMerge) -> list[tuple[str, int, dict[str, object]]]:
    """What the merge changed, the last write first."""
    found = query.fetch(
        "SELECT table_name, row_id, before FROM change_log WHERE station = ? AND counter BETWEEN ? AND ?"
        " AND before IS NOT NULL ORDER BY counter DESC",
        [row.created_station, row.counter_from, row.counter_to],
    )
    return [(table, row_id, json.loads(before)) for table, row_id, before in found]


def _changed_since(row: ResidentMerge) -> int:
    """How many rows of the merge were written to after it; a look at an ID number is no write."""
    return query.count(
        "SELECT count(DISTINCT mine.table_name || ' ' || mine.row_id) FROM change_log mine"
        " JOIN change_log later ON later.table_name = mine.table_name AND later.row_id = mine.row_id"
        " AND later.id > mine.id AND later.after IS NOT NULL AND NOT (later.station = mine.station"
        " AND later.counter BETWEEN ? AND ?) WHERE mine.station = ? AND mine.counter BETWEEN ? AND ?",
        [row.counter_from, row.counter_to, row.created_station, row.counter_from, row.counter_to],
    )


def _put_back(unit: Unit, table: str, row_id: int, before: dict[str, object]) -> None:
    row = RECORDS[table].get_by_id(row_id)
    owner = before.pop("resident_id", None)
    if isinstance(owner, int):
        unit.repoint(row, owner, LogAction.UNDO_MERGE, **before)
    elif not unit.moves_closed(row, before):
        unit.change(row, before, LogAction.UNDO_MERGE)

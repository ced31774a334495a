"""What belongs to a resident besides the own row: contacts, numbers elsewhere, flags, grades."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from desktop.core import clock
from desktop.core.text import phone_digits
from desktop.models.resident import Contact, ExternalId, Flag, Grade, Resident
from desktop.services.residents.drafts import Assessed, Checked, ContactDraft, DatedFlag, ExternalIdDraft, ResidentDraft
from desktop.services.writing.journal import Unit

Part = TypeVar("Part", Contact, ExternalId, Flag, Grade)


def store(unit: Unit, row: Resident, draft: ResidentDraft, checked: Checked) -> None:
    """Bring what is on record to what the draft says; rows that nothing changes stay."""
    # A new resident has none of these yet; asking for them would take half the time of an import.
    new = draft.resident_id is None
    _store_contacts(unit, row, [] if new else _living(Contact, row.id), draft.contacts)
    _store_external_ids(unit, row, [] if new else _living(ExternalId, row.id), draft.external_ids)
    _store_flags(unit, row, [] if new else _living(Flag, row.id), checked.flags)
    if checked.grade.grade:
        _store_grade(unit, row, [] if new else _living(Grade, row.id), checked.grade, new)


def _living(model: type[Part], resident_id: int) -> list[Part]:
    return list(model.select().where(model.resident == resident_id, model.voided_at.is_null()).order_by(model.id))


def of(model: type[Part], resident_ids: Sequence[int]) -> defaultdict[int, list[Part]]:
    """The living parts of several residents, by resident, in the order of entry."""
    found: defaultdict[int, list[Part]] = defaultdict(list)
    living = model.select().where(model.resident.in_(resident_ids), model.voided_at.is_null())
    for one in living.order_by(model.id):
        found[one.resident_id].append(one)
    return found


def _store_contacts(unit: Unit, row: Resident, recorded: list[Contact], drafts: list[ContactDraft]) -> None:
    wanted = [(one.name.strip(), one.relation.strip(), phone_digits(one.phone)) for one in drafts]
    wanted = [one for one in wanted if one[0] or one[2]]
    for old in recorded:
        mine = (old.name, old.relation, old.phone)
        if mine in wanted:
            wanted.remove(mine)
        else:
            unit.void(old, "replaced")
    for name, relation, phone in wanted:
        unit.add(Contact(resident=row, name=name, relation=relation, phone=phone))


def _store_external_ids(unit: Unit, row: Resident, recorded: list[ExternalId], drafts: list[ExternalIdDraft]) -> None:
    wanted = [(one.platform.strip(), one.value.strip()) for one in drafts if one.value.strip()]
    for old in recorded:
        if (old.platform, old.value) in wanted:
            wanted.remove((old.platform, old.value))
        else:
            unit.void(old, "replaced")
    for platform, value in wanted:
        unit.add(ExternalId(resident=row, platform=platform, value=value))


def _store_flags(
    unit: Unit,
    row: Resident,
    recorded: list[Flag],
    wanted: tuple[DatedFlag, ...],
) -> None:
    rest: list[tuple[object, ...]] = [*wanted]
    for old in recorded:
        mine = (old.kind, old.from_on, old.to_on, old.proof)
        # The same flag from the same day: another end or proof changes the row, anything else makes a new one.
        again = mine if mine in rest else next((one for one in rest if one[:2] == mine[:2]), None)
        if again is None:
            unit.void(old, "replaced")
        else:
            rest.remove(again)
            unit.change(old, {"to_on": again[2], "proof": again[3]})
    for kind, first, last, proof in rest:
        unit.add(Flag(resident=row, kind=kind, from_on=first, to_on=last, proof=proof))


def _store_grade(unit: Unit, row: Resident, recorded: list[Grade], found: Assessed, new: bool) -> None:
    same_day = [one.grade for one in recorded if one.assessed_on == found.on]
    # Of one day the grade recorded last holds, so one that is put back is recorded again; an old roll without dates
    # tells nothing new.
    if found.grade in (same_day[-1:] if found.on else same_day):
        return
    # Of a new resident it holds since before any record; later it must not change what was true before it.
    day = found.on or (None if new else clock.today())
    unit.add(Grade(resident=row, grade=found.grade, assessed_on=day, assessor=found.assessor))

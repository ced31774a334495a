"""入住协议: what was agreed with a resident, or with a guardian or agent for them.

A contract is the person's, not the bed's: a move changes nothing of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.core import due_items
from desktop.core.acts import Action, Thing
from desktop.core.answers import DueStage
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.core.words.staying import CAPACITIES
from desktop.models import query
from desktop.models.bed import StayContract
from desktop.models.resident import Contact
from desktop.services.writing import about_residents, declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import living, writing


@dataclass
class ContractDraft:
    """A contract as typed; ``contact_id`` is who signed for the resident, as ``capacity`` says."""

    resident_id: int | None = declared.row()
    number: str = declared.text(longest=40)
    from_on: str | dt.date = declared.day(required=True, future=True)
    to_on: str | dt.date = declared.day(future=True)
    contact_id: int | None = None
    capacity: str = declared.choice(CAPACITIES)
    remark: str = declared.text()
    shown: ContractDraft | None = reconciling.base()


@dataclass(frozen=True)
class ContractRow:
    """A contract with who signed it: a contact, or nobody where the resident did; ``photo`` is a kept file's name."""

    id: int
    uid: str
    resident_id: int
    resident: str
    number: str
    from_on: dt.date
    to_on: dt.date | None
    signed_by: str
    relation: str
    phone: str
    capacity: str
    remark: str
    photo: str

    def stage(self, day: dt.date) -> DueStage:
        """How near its end is on a day."""
        return due_items.stage(self.to_on, day)


@dataclass(frozen=True)
class Signer:
    """A contact of a resident who may sign for them."""

    id: int
    name: str
    relation: str
    phone: str


# A contact that was struck from the register later signed all the same.
_ALL = (
    "SELECT c.id, c.uid, c.resident_id, r.name, c.number, c.from_on, c.to_on, COALESCE(k.name, ''),"
    " COALESCE(k.relation, ''), COALESCE(k.phone, ''), c.capacity, c.remark, c.photo FROM living_stay_contract c"
    " JOIN living_resident r ON r.id = c.resident_id LEFT JOIN contact k ON k.id = c.contact_id"
)
_STAYING = "SELECT DISTINCT s.resident_id FROM living_stay s WHERE s.from_on <= ? AND (s.to_on IS NULL OR s.to_on > ?)"


def of_resident(resident_id: int) -> list[ContractRow]:
    """Somebody's contracts, the newest first."""
    return query.fetch_as(
        ContractRow, f"{_ALL} WHERE c.resident_id = ? ORDER BY c.from_on DESC, c.id DESC", [resident_id]
    )


def every() -> list[ContractRow]:
    """Every contract on record, by name, the newest of somebody first."""
    return query.fetch_as(ContractRow, f"{_ALL} ORDER BY r.name_key, r.id, c.from_on DESC, c.id DESC")


def contract(contract_id: int) -> ContractRow:
    """One contract; NotFound."""
    found = query.fetch_as(ContractRow, f"{_ALL} WHERE c.id = ?", [contract_id])
    if not found:
        raise NotFound(Thing.STAY_CONTRACT, str(contract_id))
    return found[0]


def holding(found: Iterable[ContractRow], day: dt.date) -> ContractRow | None:
    """The contract that holds on a day: of several the one that began last."""
    held = [one for one in found if one.from_on <= day and (one.to_on is None or one.to_on >= day)]
    return max(held, key=lambda one: (one.from_on, one.id), default=None)


def without(day: dt.date) -> list[tuple[int, str]]:
    """Who lies in a bed on a day without a contract that holds, by name."""
    text = day.isoformat()
    return [
        (int(one), str(name))
        for one, name in query.fetch(
            f"SELECT r.id, r.name FROM living_resident r WHERE r.id IN ({_STAYING}) AND NOT EXISTS ("
            "SELECT 1 FROM living_stay_contract c WHERE c.resident_id = r.id AND c.from_on <= ?"
            " AND (c.to_on IS NULL OR c.to_on >= ?))"
            " ORDER BY r.name_key, r.id",
            [text, text, text, text],
        )
    ]


def following(resident_id: int, day: dt.date) -> ContractDraft:
    """The next contract of somebody as it is likely to be: from the day after the last one, signed by whoever did."""
    ended = [one for one in of_resident(resident_id) if one.from_on <= day and one.to_on is not None]
    if not ended:
        return ContractDraft(resident_id, from_on=day)
    last = max(ended, key=lambda one: (one.to_on or day, one.id))
    assert last.to_on is not None
    made = ContractDraft(resident_id, from_on=last.to_on + dt.timedelta(days=1))
    signer = living(StayContract, last.id).contact_id
    # Whoever is no contact any more does not sign again.
    if signer in {one.id for one in signers(resident_id)}:
        made.contact_id, made.capacity = signer, last.capacity
    return made


def signers(resident_id: int) -> list[Signer]:
    """The contacts of a resident."""
    return query.fetch_as(
        Signer, "SELECT id, name, relation, phone FROM living_contact WHERE resident_id = ? ORDER BY id", [resident_id]
    )


def signer_named(resident_id: int, name: str) -> int:
    """The one contact of that name; InvalidDraft for nobody or several."""
    found = [one.id for one in signers(resident_id) if one.name == name.strip()]
    if len(found) != 1:
        raise InvalidDraft([FieldError("contact_id", Reason.AMBIGUOUS_PERSON if found else Reason.NOT_A_CONTACT, name)])
    return found[0]


def add(actor: Actor, draft: ContractDraft) -> int:
    """A contract is on record; the id."""
    with writing(actor, Action.EDIT_CONTRACT) as unit:
        values = _read(draft)
        about_residents.person_for(draft.resident_id, values["from_on"])
        return int(unit.add(StayContract(**values)).id)


def correct(actor: Actor, contract_id: int, draft: ContractDraft) -> None:
    """What was written wrongly is put right, or its last day said."""
    with writing(actor, Action.EDIT_CONTRACT) as unit:
        row = unit.living(StayContract, contract_id)
        reconciling.reconcile(draft, _draft(row))
        unit.change(row, _read(draft))
    reconciling.opened(draft)


def draft_of(contract_id: int) -> ContractDraft:
    """What the form of a contract on record opens with; NotFound."""
    return reconciling.opened(_draft(living(StayContract, contract_id)))


def void(actor: Actor, contract_id: int, reason: str) -> None:
    """作废: recorded by mistake; it stays with its reason and holds no more."""
    with writing(actor, Action.EDIT_CONTRACT) as unit:
        unit.void(unit.living(StayContract, contract_id), reason)


def _draft(row: StayContract) -> ContractDraft:
    return ContractDraft(contact_id=row.contact_id, **declared.shown(ContractDraft, row))


def _read(draft: ContractDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    if values["from_on"] and values["to_on"] and values["to_on"] < values["from_on"]:
        checks.refuse("to_on", Reason.ENDS_BEFORE_START)
    if draft.contact_id is not None:
        signer = Contact.get_or_none(Contact.id == draft.contact_id)
        if signer is None or signer.resident_id != draft.resident_id:
            checks.refuse("contact_id", Reason.NOT_A_CONTACT)
        if not values["capacity"]:
            checks.refuse("capacity", Reason.REQUIRED)
    elif values["capacity"]:
        checks.refuse("contact_id", Reason.REQUIRED)
    checks.raise_if_any()
    return values | {"contact_id": draft.contact_id}

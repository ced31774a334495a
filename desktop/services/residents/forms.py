"""Recording a resident: the draft a form opens, and the one way to store it (handbook 2.1, 2.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.answers import IdState
from desktop.core.codes import CodeKind
from desktop.core.errors import DuplicateResident, FieldError, InvalidDraft, NotFound
from desktop.core.person import identity
from desktop.core.person.likeness import Facts
from desktop.core.reasons import Reason
from desktop.core.text import name_text, phone_digits
from desktop.core.trade import RegisterState, Sex
from desktop.models import query
from desktop.models.resident import Contact, ExternalId, Flag, Grade, RegisterEvent, Resident
from desktop.services.register import duplicates, printed_codes
from desktop.services.register import listing as residents
from desktop.services.register.duplicates import Candidate
from desktop.services.residents import dated, parts, states
from desktop.services.residents.drafts import Checked, ContactDraft, ExternalIdDraft, FlagDraft, ResidentDraft, read
from desktop.services.writing import declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing


def validate(draft: ResidentDraft) -> list[FieldError]:
    """What keeps a draft from being saved."""
    checks = Checks()
    read(draft, checks)
    return checks.errors


def similar(draft: ResidentDraft) -> list[Candidate]:
    """Who on record may be the person being typed, the surest first; half a draft is enough to ask."""
    return duplicates.similar_to(facts_of(draft), besides=draft.resident_id)


def facts_of(draft: ResidentDraft) -> Facts:
    """What of a draft says whom it is about; unreadable texts count as empty."""
    checks = Checks()
    born = checks.day("born_on", draft.born_on)
    examination = identity.examine(draft.id_number, born, draft.sex)
    return Facts(name_text(draft.name), born or examination.born_on, phone_digits(draft.phone), examination.number)


def save(actor: Actor, draft: ResidentDraft) -> int:
    """Record a new resident or the changes of one; the id."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        kept = store(unit, draft, by_hand=True)
    reconciling.opened(draft)
    return kept


def store(unit: Unit, draft: ResidentDraft, indexed: bool = True, by_hand: bool = False) -> int:
    """Save within a unit. An equal ID number is refused as DuplicateResident.

    Who stores many calls ``residents.index_many`` once at the end instead, and says so by ``indexed=False``.
    ``by_hand`` asks for the sex of somebody new, which a workbook may lack.
    """
    if draft.resident_id is not None and draft.shown is not None:
        reconciling.reconcile(draft, _draft_on_record(draft.resident_id))
    checks = Checks()
    checked = read(draft, checks)
    if by_hand and draft.resident_id is None and not draft.sex and checked.values["sex"] == Sex.UNKNOWN:
        checks.refuse("sex", Reason.REQUIRED)
    checks.raise_if_any()
    _refuse_duplicate(draft, checked.values["id_number"])
    row = _stored_row(unit, draft, checked)
    parts.store(unit, row, draft, checked)
    if indexed:
        residents.index(row.id)
    return int(row.id)


def draft_of(resident_id: int) -> ResidentDraft:
    """The draft that a form opens for a resident on record."""
    return reconciling.opened(_draft_on_record(resident_id))


def drafts_of(resident_ids: Sequence[int]) -> dict[int, ResidentDraft]:
    """The drafts of several residents by id; who is not on record is left out."""
    joined = states.joining_days(resident_ids)
    contacts, flags = parts.of(Contact, resident_ids), parts.of(Flag, resident_ids)
    grades, numbers = parts.of(Grade, resident_ids), parts.of(ExternalId, resident_ids)
    rows = Resident.select().where(Resident.id.in_(resident_ids), Resident.voided_at.is_null())
    drafts = {row.id: _draft(row, contacts[row.id], flags[row.id], grades[row.id]) for row in rows}
    for one, draft in drafts.items():
        draft.registered_on = joined.get(one, "")
        draft.external_ids = [ExternalIdDraft(number.platform, number.value) for number in numbers[one]]
    return drafts


def _draft_on_record(resident_id: int) -> ResidentDraft:
    found = drafts_of([resident_id])
    if not found:
        raise NotFound(Thing.RESIDENT, str(resident_id))
    return found[resident_id]


def _draft(row: Resident, contacts: list[Contact], flags: list[Flag], grades: list[Grade]) -> ResidentDraft:
    draft = ResidentDraft(
        resident_id=row.id,
        id_number=row.id_number or row.id_written,
        accept_to_verify=row.id_state != IdState.VALID,
        state=row.register_state,
        holds_from=clock.today().isoformat(),
        **declared.shown(ResidentDraft, row),
    )
    draft.contacts = [ContactDraft(one.name, one.relation, one.phone) for one in contacts]
    draft.flags = [FlagDraft(one.kind, _iso(one.from_on), _iso(one.to_on), one.proof) for one in flags]
    grades = sorted(grades, key=lambda one: (_iso(one.assessed_on), one.id))
    if grades:
        draft.grade, draft.grade_on = grades[-1].grade, _iso(grades[-1].assessed_on)
        draft.grade_assessor = grades[-1].assessor
    return draft


def _refuse_duplicate(draft: ResidentDraft, number: str | None) -> None:
    if not number:
        return
    row = query.fetch_one(
        "SELECT id, name FROM living_resident WHERE id_number = ? AND id IS NOT ?",
        [number, draft.resident_id],
    )
    if row is not None:
        raise DuplicateResident(row[1], row[0])


def _stored_row(unit: Unit, draft: ResidentDraft, checked: Checked) -> Resident:
    state = {"register_state": draft.state, "state_on": checked.state_on or checked.registered_on}
    if draft.resident_id is None:
        row = unit.add(Resident(**checked.values, **state))
        unit.add(
            RegisterEvent(resident=row, state=RegisterState.ON_REGISTER, on_date=checked.registered_on, source="form")
        )
        printed_codes.give(unit, CodeKind.RESIDENT, row.id)
    else:
        row = unit.living(Resident, draft.resident_id)
        dated.store(unit, row, checked.values, checked.holds_from)
        unit.change(row, checked.values | _as_written(row, checked.values))
        _correct_joining(unit, row, draft, checked.registered_on)
        if row.register_state != draft.state:
            states.move(unit, row, draft.state, checked.state_on or clock.today(), "form")
        return row
    if draft.state != RegisterState.ON_REGISTER:
        unit.add(RegisterEvent(resident=row, state=draft.state, on_date=checked.state_on, source="form"))
    return row


def _correct_joining(unit: Unit, row: Resident, draft: ResidentDraft, day: dt.date | None) -> None:
    """Another joining day takes the place of the one on record; a draft that never showed one says nothing of it."""
    events = states.events_of(row.id)
    if not events or day == events[0].on_date or not (day or (draft.shown and draft.shown.registered_on)):
        return
    following = events[1].on_date if len(events) > 1 else None
    if day and following and day > following:
        raise InvalidDraft([FieldError("registered_on", Reason.AFTER_LEAVING, following.isoformat())])
    first = events[0]
    unit.void(first, "replaced")
    unit.add(RegisterEvent(resident=row, state=first.state, on_date=day, source=first.source, reason=first.reason))
    if len(events) == 1:
        unit.change(row, {"state_on": day})


def _as_written(row: Resident, values: dict[str, object]) -> dict[str, object]:
    """A number kept as its paper has it (15 digits, say) stays so when the form gives it back in 18."""
    same = bool(row.id_written) and row.id_number is not None and row.id_number == values["id_number"]
    return {"id_written": row.id_written} if same and not values["id_written"] else {}


def _iso(value: dt.date | None) -> str:
    return value.isoformat() if value else ""

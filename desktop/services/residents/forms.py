"""Recording a resident: the draft a form edits, its checks, and the one way to store it (handbook 2.1, 2.2)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from desktop.core import clock, identity
from desktop.core.answers import IdState
from desktop.core.codes import CodeKind
from desktop.core.errors import DuplicateResident, FieldError, NotFound
from desktop.core.likeness import Facts
from desktop.core.reasons import Reason
from desktop.core.text import has_letters, name_key, name_text, phone_digits
from desktop.core.trade import Action, FlagKind, RegisterState, Sex, Thing
from desktop.core.words import terms
from desktop.models import query
from desktop.models.resident import Contact, ExternalId, Flag, Grade, RegisterEvent, Resident
from desktop.services.register import duplicates, printed_codes
from desktop.services.register import listing as residents
from desktop.services.register.duplicates import Candidate
from desktop.services.residents import states
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

Part = TypeVar("Part", Contact, ExternalId, Flag, Grade)

STORED_FLAGS = tuple(kind for kind in terms.FLAGS if kind != FlagKind.ADVANCED_AGE)


@dataclass
class ContactDraft:
    """An emergency contact as typed."""

    name: str = ""
    relation: str = ""
    phone: str = ""


@dataclass
class ExternalIdDraft:
    """The number that another platform gave the person, as typed."""

    platform: str = ""
    value: str = ""


@dataclass
class FlagDraft:
    """A special-needs flag as typed; no ``from_on`` means before any record."""

    kind: str = ""
    from_on: str = ""
    to_on: str = ""
    proof: str = ""


@dataclass
class ResidentDraft:
    """A resident as typed: texts as they stand in the fields, codes of terms.py for choices.

    ``accept_to_verify`` lets a number that fails a check be kept as 待核.
    """

    resident_id: int | None = None
    name: str = ""
    id_number: object = ""
    accept_to_verify: bool = False
    sex: str = ""
    born_on: str = ""
    ethnicity: str = ""
    marital: str = ""
    household_place: str = ""
    household_kind: str = ""
    community: str = ""
    building: str = ""
    room: str = ""
    address: str = ""
    phone: str = ""
    living: str = ""
    disability_kind: str = ""
    disability_level: str = ""
    chronic: str = ""
    allergies: str = ""
    health_record: bool | None = None
    health_record_no: str = ""
    family_doctor: bool | None = None
    family_doctor_name: str = ""
    insured_medical: bool | None = None
    insured_care: bool | None = None
    insured_accident: bool | None = None
    allowance_age: bool | None = None
    allowance_care: bool | None = None
    allowance_service: bool | None = None
    consent_on: str = ""
    consent_by: str = ""
    consent_paper_no: str = ""
    remarks: str = ""
    grade: str = ""
    grade_on: str = ""
    grade_assessor: str = ""
    state: str = RegisterState.ON_REGISTER
    state_on: str = ""
    registered_on: str = ""
    contacts: list[ContactDraft] = field(default_factory=list)
    flags: list[FlagDraft] = field(default_factory=list)
    external_ids: list[ExternalIdDraft] = field(default_factory=list)


_READ = frozenset({"name", "id_number", "sex", "born_on", "phone", "disability_level", "consent_on", "state_on"})
# Fields that the row keeps just as the draft has them.
_PLAIN = tuple(name for name in ResidentDraft.__dataclass_fields__ if name in Resident._meta.fields.keys() - _READ)


@dataclass(frozen=True)
class Checked:
    """What a draft says once its texts are read."""

    values: dict[str, object]
    examination: identity.IdExamination
    flags: tuple[tuple[FlagDraft, dt.date | None, dt.date | None], ...]
    grade_on: dt.date | None
    state_on: dt.date | None
    registered_on: dt.date | None


def validate(draft: ResidentDraft) -> list[FieldError]:
    """What keeps a draft from being saved."""
    checks = Checks()
    _read(draft, checks)
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
        return store(unit, draft, by_hand=True)


def store(unit: Unit, draft: ResidentDraft, indexed: bool = True, by_hand: bool = False) -> int:
    """Save within a unit. An equal ID number is refused as DuplicateResident.

    Who stores many calls ``residents.index_many`` once at the end instead, and says so by ``indexed=False``.
    ``by_hand`` asks for the sex of somebody new, which a workbook may lack.
    """
    checks = Checks()
    checked = _read(draft, checks)
    if by_hand and draft.resident_id is None and not draft.sex and checked.values["sex"] == Sex.UNKNOWN:
        checks.refuse("sex", Reason.REQUIRED)
    checks.raise_if_any()
    _refuse_duplicate(draft, checked.examination.number)
    row = _stored_row(unit, draft, checked)
    # A new resident has none of these yet; asking for them would take half the time of an import.
    known = draft.resident_id is not None
    _store_contacts(unit, row, _living(Contact, row.id) if known else [], draft.contacts)
    _store_external_ids(unit, row, _living(ExternalId, row.id) if known else [], draft.external_ids)
    _store_flags(unit, row, _living(Flag, row.id) if known else [], checked.flags)
    _store_grade(unit, row, _living(Grade, row.id) if known else [], draft, checked.grade_on)
    if indexed:
        residents.index(row.id)
    return int(row.id)


def draft_of(resident_id: int) -> ResidentDraft:
    """The draft that a form opens for a resident on record."""
    found = drafts_of([resident_id])
    if not found:
        raise NotFound(Thing.RESIDENT, str(resident_id))
    return found[resident_id]


def drafts_of(resident_ids: Sequence[int]) -> dict[int, ResidentDraft]:
    """The drafts of several residents by id; who is not on record is left out."""
    contacts, flags = _living_of(Contact, resident_ids), _living_of(Flag, resident_ids)
    grades, numbers = _living_of(Grade, resident_ids), _living_of(ExternalId, resident_ids)
    rows = Resident.select().where(Resident.id.in_(resident_ids), Resident.voided_at.is_null())
    drafts = {row.id: _draft(row, contacts[row.id], flags[row.id], grades[row.id]) for row in rows}
    for one, draft in drafts.items():
        draft.external_ids = [ExternalIdDraft(number.platform, number.value) for number in numbers[one]]
    return drafts


def _draft(row: Resident, contacts: list[Contact], flags: list[Flag], grades: list[Grade]) -> ResidentDraft:
    draft = ResidentDraft(resident_id=row.id, state=row.register_state, state_on=_text(row.state_on))
    for name in _PLAIN:
        setattr(draft, name, getattr(row, name))
    draft.name, draft.sex, draft.born_on, draft.phone = row.name, row.sex, _text(row.born_on), row.phone
    draft.id_number = row.id_number or row.id_written
    draft.accept_to_verify = row.id_state != IdState.VALID
    draft.disability_level = str(row.disability_level or "")
    draft.consent_on = _text(row.consent_on)
    draft.contacts = [ContactDraft(one.name, one.relation, one.phone) for one in contacts]
    draft.flags = [FlagDraft(one.kind, _text(one.from_on), _text(one.to_on), one.proof) for one in flags]
    grades = sorted(grades, key=lambda one: (_text(one.assessed_on), one.id))
    if grades:
        draft.grade, draft.grade_on = grades[-1].grade, _text(grades[-1].assessed_on)
        draft.grade_assessor = grades[-1].assessor
    return draft


def _read(draft: ResidentDraft, checks: Checks) -> Checked:
    name = name_text(checks.text("name", draft.name, required=True, longest=60))
    born = checks.day("born_on", draft.born_on)
    sex = checks.choice("sex", draft.sex, terms.SEXES)
    examination = identity.examine(draft.id_number, born, sex)
    _check_number(draft, examination, checks)
    checks.choice("living", draft.living, terms.LIVING_ARRANGEMENTS)
    checks.choice("grade", draft.grade, terms.GRADES)
    checks.choice("state", draft.state, terms.REGISTER_STATES, required=True)
    state_on = checks.day("state_on", draft.state_on)
    if draft.state != RegisterState.ON_REGISTER and state_on is None and not draft.state_on.strip():
        checks.refuse("state_on", Reason.REQUIRED)
    registered_on = checks.day("registered_on", draft.registered_on)
    if draft.state != RegisterState.ON_REGISTER and state_on and registered_on and state_on < registered_on:
        # Coming after leaving, the person would be on the register for good.
        checks.refuse("state_on", Reason.ENDS_BEFORE_START)
    values: dict[str, object] = {one: _stripped(getattr(draft, one)) for one in _PLAIN}
    number = examination.number or None
    values |= {
        "name": name,
        "name_key": name_key(name),
        "document_kind": examination.kind,
        "id_number": number,
        "id_written": examination.written if examination.written != number else "",
        "id_state": IdState.VALID if examination.state == IdState.VALID else IdState.TO_VERIFY,
        "id_issue": next((one for one in examination.reasons if one in identity.TO_VERIFY_REASONS), ""),
        # The typed birth date and sex stand; the number fills what was left empty.
        "sex": sex if sex and sex != Sex.UNKNOWN else examination.sex or "unknown",
        "born_on": born or examination.born_on,
        "phone": phone_digits(draft.phone),
        "disability_level": checks.number("disability_level", draft.disability_level, 1, 4),
        "consent_on": checks.day("consent_on", draft.consent_on),
    }
    if values["born_on"] is None and not checks.refused("born_on"):
        checks.refuse("born_on", Reason.REQUIRED)
    _check_phones(draft, checks)
    return Checked(
        values=values,
        examination=examination,
        flags=_read_flags(draft, checks),
        grade_on=checks.day("grade_on", draft.grade_on),
        state_on=state_on,
        registered_on=registered_on,
    )


def _check_phones(draft: ResidentDraft, checks: Checks) -> None:
    # What is no digit would be left out in silence, and half a number rings at nobody's.
    if has_letters(draft.phone):
        checks.refuse("phone", Reason.BAD_PHONE)
    if any(has_letters(one.phone) for one in draft.contacts):
        checks.refuse("contacts", Reason.BAD_PHONE)


def _check_number(draft: ResidentDraft, examination: identity.IdExamination, checks: Checks) -> None:
    if examination.state == IdState.VALID or draft.accept_to_verify:
        return
    reason = next((one for one in examination.reasons if one in identity.TO_VERIFY_REASONS), Reason.WRONG_LENGTH)
    hint = examination.suggestions[0].number if len(examination.suggestions) == 1 else ""
    checks.refuse("id_number", reason, hint)


def _read_flags(draft: ResidentDraft, checks: Checks) -> tuple[tuple[FlagDraft, dt.date | None, dt.date | None], ...]:
    found = []
    for flag in draft.flags:
        checks.choice("flags", flag.kind, STORED_FLAGS, required=True)
        first, last = checks.day("flags", flag.from_on), checks.day("flags", flag.to_on, future=True)
        if first and last and last < first:
            checks.refuse("flags", Reason.ENDS_BEFORE_START)
        found.append((flag, first, last))
    return tuple(found)


def _refuse_duplicate(draft: ResidentDraft, number: str) -> None:
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
        unit.change(row, checked.values | _as_written(row, checked.values))
        if row.register_state != draft.state:
            states.move(unit, row, draft.state, checked.state_on or clock.today(), "form")
        return row
    if draft.state != RegisterState.ON_REGISTER:
        unit.add(RegisterEvent(resident=row, state=draft.state, on_date=checked.state_on, source="form"))
    return row


def _as_written(row: Resident, values: dict[str, object]) -> dict[str, object]:
    """A number kept as its paper has it (15 digits, say) stays so when the form gives it back in 18."""
    same = bool(row.id_written) and row.id_number is not None and row.id_number == values["id_number"]
    return {"id_written": row.id_written} if same and not values["id_written"] else {}


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
    wanted: tuple[tuple[FlagDraft, dt.date | None, dt.date | None], ...],
) -> None:
    rest = [(flag.kind, first, last, flag.proof.strip()) for flag, first, last in wanted]
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


def _store_grade(
    unit: Unit, row: Resident, recorded: list[Grade], draft: ResidentDraft, assessed_on: dt.date | None
) -> None:
    if not draft.grade:
        return
    same_day = [one.grade for one in recorded if one.assessed_on == assessed_on]
    # Of one day the grade recorded last holds, so one that is put back is recorded again; an old roll without dates
    # tells nothing new.
    if draft.grade in (same_day[-1:] if assessed_on else same_day):
        return
    # Of a new resident it holds since before any record; later it must not change what was true before it.
    day = assessed_on or (None if draft.resident_id is None else clock.today())
    unit.add(Grade(resident=row, grade=draft.grade, assessed_on=day, assessor=draft.grade_assessor.strip()))


def _living(model: type[Part], resident_id: int) -> list[Part]:
    return list(model.select().where(model.resident == resident_id, model.voided_at.is_null()).order_by(model.id))


def _living_of(model: type[Part], resident_ids: Sequence[int]) -> defaultdict[int, list[Part]]:
    found: defaultdict[int, list[Part]] = defaultdict(list)
    living = model.select().where(model.resident.in_(resident_ids), model.voided_at.is_null())
    for one in living.order_by(model.id):
        found[one.resident_id].append(one)
    return found


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _text(value: dt.date | None) -> str:
    return value.isoformat() if value else ""

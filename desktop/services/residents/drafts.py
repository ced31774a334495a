"""What a form or a workbook says of a resident, and how it is read and checked (handbook 2.1, 2.2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desktop.core.answers import IdState
from desktop.core.person import identity
from desktop.core.reasons import Reason
from desktop.core.text import has_letters, name_key, name_text, phone_digits
from desktop.core.trade import DERIVED_FLAGS, RegisterState, Sex
from desktop.core.words import terms
from desktop.services.writing import declared, reconciling
from desktop.services.writing.checks import Checks

STORED_FLAGS = tuple(kind for kind in terms.FLAGS if kind not in DERIVED_FLAGS)


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

    ``not_same`` says that somebody on record of the same name and birth date is another person.
    ``accept_to_verify`` lets a number that fails a check be kept as 待核. Birth date and sex may come from the number.
    ``holds_from`` is the day from which a changed dwelling or enrolment holds; empty puts right what stands, from its
    own first day on.
    """

    resident_id: int | None = None
    name: str = declared.text(required=True, longest=60)
    id_number: object = ""
    accept_to_verify: bool = False
    sex: str = declared.choice(terms.SEXES, asked=True)
    born_on: str = declared.day(asked=True)
    ethnicity: str = declared.text()
    marital: str = declared.choice(terms.MARITAL_STATES)
    household_place: str = declared.text()
    household_kind: str = declared.choice(terms.HOUSEHOLD_KINDS)
    community: str = declared.text()
    building: str = declared.text()
    room: str = declared.text()
    address: str = declared.text()
    phone: str = declared.text()
    living: str = declared.choice(terms.LIVING_ARRANGEMENTS)
    disability_kind: str = declared.text()
    disability_level: str = declared.number(1, 4)
    chronic: str = declared.text()
    allergies: str = declared.text()
    diet: str = declared.text()
    health_record: bool | None = declared.yes_no()
    health_record_no: str = declared.text()
    family_doctor: bool | None = declared.yes_no()
    family_doctor_name: str = declared.text()
    insured_medical: bool | None = declared.yes_no()
    insured_care: bool | None = declared.yes_no()
    insured_accident: bool | None = declared.yes_no()
    allowance_age: bool | None = declared.yes_no()
    allowance_care: bool | None = declared.yes_no()
    allowance_service: bool | None = declared.yes_no()
    holds_from: str = declared.day()
    consent_on: str = declared.day()
    consent_by: str = declared.text()
    consent_paper_no: str = declared.text()
    remarks: str = declared.text()
    grade: str = declared.choice(terms.GRADES)
    grade_on: str = declared.day()
    grade_assessor: str = declared.text()
    state: str = declared.choice(terms.REGISTER_STATES, RegisterState.ON_REGISTER, required=True)
    state_on: str = declared.day(asked=True)
    registered_on: str = declared.day()
    contacts: list[ContactDraft] = field(default_factory=list)
    flags: list[FlagDraft] = field(default_factory=list)
    external_ids: list[ExternalIdDraft] = field(default_factory=list)
    not_same: bool = False
    shown: ResidentDraft | None = reconciling.base()


class DatedFlag(NamedTuple):
    """A flag with its days as they were read."""

    kind: str
    from_on: dt.date | None
    to_on: dt.date | None
    proof: str


class Assessed(NamedTuple):
    """A capability grade, from which day and by whom."""

    grade: str
    on: dt.date | None
    assessor: str


@dataclass(frozen=True)
class Checked:
    """What a draft says once its texts are read; ``values`` are those of the resident's own row."""

    values: dict[str, Any]
    flags: tuple[DatedFlag, ...]
    grade: Assessed
    state_on: dt.date | None
    registered_on: dt.date | None
    holds_from: dt.date | None


def read(draft: ResidentDraft, checks: Checks) -> Checked:
    """The draft's values; what is wrong is noted in ``checks``."""
    values = declared.read(draft, checks)
    grade = Assessed(values.pop("grade"), values.pop("grade_on"), values.pop("grade_assessor"))
    state, state_on, registered_on = values.pop("state"), values.pop("state_on"), values.pop("registered_on")
    holds_from = values.pop("holds_from")
    if state != RegisterState.ON_REGISTER:
        # Of somebody on record the joining day is held against the changes of state there.
        _check_state(state_on, registered_on if draft.resident_id is None else None, checks)
    examination = identity.examine(draft.id_number, values["born_on"], values["sex"])
    _check_number(draft, examination, checks)
    _take_number(values, examination)
    if values["born_on"] is None and not checks.refused("born_on"):
        checks.refuse("born_on", Reason.REQUIRED)
    values["name"] = name_text(values["name"])
    values |= {"name_key": name_key(values["name"]), "phone": phone_digits(draft.phone)}
    _check_phones(draft, checks)
    return Checked(values, _read_flags(draft, checks), grade, state_on, registered_on, holds_from)


def _take_number(values: dict[str, Any], found: identity.IdExamination) -> None:
    """What the number says; a birth date and a sex that were typed stand."""
    number = found.number or None
    values |= {
        "document_kind": found.kind,
        "id_number": number,
        "id_written": found.written if found.written != number else "",
        "id_state": IdState.VALID if found.state == IdState.VALID else IdState.TO_VERIFY,
        "id_issue": next((one for one in found.reasons if one in identity.TO_VERIFY_REASONS), ""),
        "sex": values["sex"] if values["sex"] not in {"", Sex.UNKNOWN} else found.sex or Sex.UNKNOWN,
        "born_on": values["born_on"] or found.born_on,
    }


def _check_state(state_on: dt.date | None, registered_on: dt.date | None, checks: Checks) -> None:
    if state_on is None and not checks.refused("state_on"):
        checks.refuse("state_on", Reason.REQUIRED)
    if state_on and registered_on and state_on < registered_on:
        # Coming after leaving, the person would be on the register for good.
        checks.refuse("state_on", Reason.ENDS_BEFORE_START)


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


def _read_flags(draft: ResidentDraft, checks: Checks) -> tuple[DatedFlag, ...]:
    found = []
    for flag in draft.flags:
        checks.choice("flags", flag.kind, STORED_FLAGS, required=True)
        first, last = checks.day("flags", flag.from_on), checks.day("flags", flag.to_on, future=True)
        if first and last and last < first:
            checks.refuse("flags", Reason.ENDS_BEFORE_START)
        found.append(DatedFlag(flag.kind, first, last, flag.proof.strip()))
    return tuple(found)

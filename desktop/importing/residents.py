"""Rows of a register (花名册) as residents."""

from __future__ import annotations

import datetime as dt
import re

from desktop.core import identity
from desktop.core.i18n import translate
from desktop.core.identity import IdExamination, masked
from desktop.core.likeness import SAME_NAME_AND_BIRTH, SAME_NUMBER, Facts
from desktop.core.text import name_text, phone_digits
from desktop.importing.cells import blank, text_of
from desktop.importing.intake import Intake
from desktop.importing.lines import Line
from desktop.importing.sentences import suggestion
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.importing.words import truth_of
from desktop.services import people, resident_forms, residents
from desktop.services.duplicates import Seen
from desktop.services.resident_forms import ContactDraft, FlagDraft, ResidentDraft

_PLAIN_TEXTS = (
    *("ethnicity", "household_place", "community", "building", "room", "address", "grade_assessor"),
    *("health_record_no", "family_doctor_name", "disability_kind", "chronic", "allergies", "consent_by", "remarks"),
)
_TRUTHS = (
    *("insured_medical", "insured_care", "insured_accident"),
    *("allowance_age", "allowance_care", "allowance_service"),
)
_DAYS = ("grade_on", "state_on", "registered_on", "consent_on")
_LEVELS = {"一": "1", "二": "2", "三": "3", "四": "4"}


# Marks up to here are people who were on record before this sheet; its rows bear their own number.
_ON_RECORD = 0


def take_in(intake: Intake) -> None:
    """Every row as a resident, or its verdict."""
    seen, stored = Seen(), list[int]()
    for person in people.register().people.values():
        seen.add(Facts(person.name, person.born_on, person.phone, person.id_number), _ON_RECORD - person.id)
    intake.each(lambda line: stored.append(_take(intake, seen, line)))
    intake.progress.start(len(stored), translate("Import", "Making them searchable"))
    residents.index_many(stored, intake.progress)


def _take(intake: Intake, seen: Seen, line: Line) -> int:
    values = Values(line, intake.tally, None)
    name = name_text(values.text("name"))
    if not name:
        raise RowRefused("missing_name")
    typed_birth, sex = values.day("born_on"), values.word("sex", "sex")
    examination = identity.examine(line.get("id_number"), typed_birth, sex)
    born_on, phone = typed_birth or examination.born_on, phone_digits(line.get("phone"))
    facts = Facts(name, born_on, phone, examination.number)
    alike = seen.similar_to(facts)
    _refuse_twin(alike, examination)
    if alike:
        values.warn("similar_resident", alike[0][1].name)
    draft = _draft(values, name, sex, typed_birth)
    stored = resident_forms.store(intake.batch.unit, draft, indexed=False)
    seen.add(facts, line.number)
    _count(intake, line, examination)
    return stored


def _refuse_twin(alike: list[tuple[str, Facts, int]], examination: IdExamination) -> None:
    # Without a number of its own a row cannot say that it is somebody else of that name and birth date.
    sure = {SAME_NUMBER} if examination.number else {SAME_NUMBER, SAME_NAME_AND_BIRTH}
    twin = next((one for one in alike if one[0] in sure), None)
    if twin is None:
        return
    _, facts, mark = twin
    if mark > _ON_RECORD:
        raise RowRefused("duplicate_row", str(mark))
    raise RowRefused("duplicate_resident", facts.name)


def _count(intake: Intake, line: Line, examination: IdExamination) -> None:
    shown = masked(examination.number or identity.cleaned(examination.written))
    reason = next((one for one in examination.reasons if one in identity.TO_VERIFY_REASONS), "")
    intake.tally.accept(line.number, reason, shown, suggestion(examination))
    if examination.normalised:
        rewritten = next(one for one in examination.reasons if one in {"fifteen_digits", "reformatted_number"})
        intake.tally.rewrite(line.number, rewritten, shown)


def _draft(values: Values, name: str, sex: str, born_on: dt.date | None) -> ResidentDraft:
    line = values.line
    draft = ResidentDraft(name=name, id_number=line.get("id_number") or "", accept_to_verify=True, sex=sex)
    draft.born_on = born_on.isoformat() if born_on else ""
    draft.phone = phone_digits(line.get("phone"))
    for field_name in _PLAIN_TEXTS:
        setattr(draft, field_name, values.text(field_name))
    for field_name in _TRUTHS:
        setattr(draft, field_name, values.truth(field_name))
    for field_name in _DAYS:
        day = values.day(field_name)
        setattr(draft, field_name, day.isoformat() if day else "")
    draft.living = values.word("living", "living")
    draft.grade = values.word("grade", "grade")
    draft.marital = values.word("marital", "marital")
    draft.household_kind = values.word("household_kind", "household_kind")
    draft.disability_level = _level(values)
    draft.state = _state(values, draft.state_on)
    _health_record(values, draft)
    _family_doctor(values, draft)
    draft.contacts = _contacts(values)
    draft.flags = _flags(values)
    return draft


def _state(values: Values, state_on: str) -> str:
    state = values.word("state", "state")
    if state or not state_on or blank(values.line.get("state_on")):
        return state or "on_register"
    return "on_register" if "state" in values.line.cells else "deceased"


def _health_record(values: Values, draft: ResidentDraft) -> None:
    # A number in the column says that there is a record, and which.
    text = values.text("health_record")
    if sum(char.isdigit() for char in text) >= 4:
        draft.health_record, draft.health_record_no = True, draft.health_record_no or text
    else:
        draft.health_record = values.truth("health_record")


def _family_doctor(values: Values, draft: ResidentDraft) -> None:
    # Some centres write the doctor's name where others tick.
    try:
        draft.family_doctor = truth_of(values.line.get("family_doctor"))
    except ValueError:
        draft.family_doctor = True
        draft.family_doctor_name = draft.family_doctor_name or values.text("family_doctor")
    if draft.family_doctor is None and draft.family_doctor_name:
        draft.family_doctor = True


def _level(values: Values) -> str:
    text = values.text("disability_level")
    found = re.search(r"[1-4一二三四]", text)
    if text and found is None and text not in {"无", "/", "-"}:
        values.warn("unknown_word", text)
    return _LEVELS.get(found[0], found[0]) if found else ""


def _contacts(values: Values) -> list[ContactDraft]:
    name, relation = values.text("contact_name"), values.text("contact_relation")
    phone = phone_digits(values.line.get("contact_phone"))
    if name and not phone and (inside := phone_digits(name)) and len(inside) >= 7:
        name, phone = re.sub(r"[\d\s\-(:)]+", "", name), inside
    return [ContactDraft(name, relation, phone)] if name or phone else []


def _flags(values: Values) -> list[FlagDraft]:
    since = values.day("flags_from")
    from_on = since.isoformat() if since else ""
    kinds = list(values.words("flags", "flags"))
    for name, cell in values.line.cells.items():
        if name.startswith("flag.") and not blank(cell) and _ticked(values, name, text_of(cell)):
            kinds.append(name.removeprefix("flag."))
    # Advanced age follows from the birth date and is never recorded.
    return [FlagDraft(kind, from_on) for kind in dict.fromkeys(kinds) if kind != "advanced_age"]


def _ticked(values: Values, name: str, text: str) -> bool:
    kind = name.removeprefix("flag.")
    if kind in values.words_quietly("flags", name):
        return True
    return bool(values.truth(name))

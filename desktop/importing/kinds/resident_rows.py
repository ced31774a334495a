"""The cells of a register's row as the draft of a resident, whoever else there is."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from desktop.core.person import identity
from desktop.core.person.identity import IdExamination
from desktop.core.person.likeness import Facts
from desktop.core.reasons import Reason
from desktop.core.trade import DERIVED_FLAGS, FlagKind, RegisterState
from desktop.core.words import terms
from desktop.importing.book.cells import blank
from desktop.importing.book.words import codes_of, truth_of
from desktop.importing.kinds.person_cells import read_birth, read_contacts, read_name, read_phone, warn_of_leaving
from desktop.importing.values import Values
from desktop.services.residents.drafts import FlagDraft, ResidentDraft

PLAIN_TEXTS = (
    *("ethnicity", "household_place", "community", "building", "room", "address", "grade_assessor"),
    *(
        "health_record_no",
        "family_doctor_name",
        "disability_kind",
        "chronic",
        "allergies",
        "diet",
        "consent_by",
        "remarks",
    ),
)
TRUTHS = (
    *("insured_medical", "insured_care", "insured_accident"),
    *("allowance_age", "allowance_care", "allowance_service"),
)
_DAYS = ("grade_on", "state_on", "registered_on", "consent_on", "holds_from")
_LEVELS = {"一": "1", "二": "2", "三": "3", "四": "4"}
_NO_LEVEL = frozenset({"无", "/", "-"})


@dataclass(frozen=True)
class Entry:
    """What a row says about a resident, as a form would hold it, and what its number turns out to be.

    An update asks whether the row says something of the register state and of flags at all.
    """

    draft: ResidentDraft
    examination: IdExamination
    says_state: bool
    says_flags: bool

    @property
    def facts(self) -> Facts:
        """What is compared when somebody may stand there twice."""
        draft = self.draft
        born = dt.date.fromisoformat(draft.born_on) if draft.born_on else self.examination.born_on
        return Facts(draft.name, born, draft.phone, self.examination.number)


def entry_of(values: Values) -> Entry:
    """Read a row; cells that say nothing known are named in the tally of ``values``."""
    line = values.line
    name, note = read_name(values)
    born_on, sex = read_birth(values, values.day("born_on")), values.word("sex", "sex")
    draft = _draft(values, name, sex, born_on)
    draft.remarks = "；".join(text for text in (draft.remarks, f"姓名栏：{note}" if note else "") if text)
    if draft.state == RegisterState.ON_REGISTER:
        warn_of_leaving(values, draft, note)
    filled = [name for name in ("flags", *line.columns, *line.typed) if name == "flags" or name.startswith("flag.")]
    return Entry(
        draft,
        identity.examine(line.get("id_number"), born_on, sex),
        not blank(line.get("state")) or draft.state != RegisterState.ON_REGISTER,
        any(not blank(line.get(name)) for name in filled) and not codes_of("flags", line.get("flags"))[1],
    )


def _draft(values: Values, name: str, sex: str, born_on: dt.date | None) -> ResidentDraft:
    line = values.line
    draft = ResidentDraft(name=name, id_number=line.get("id_number") or "", accept_to_verify=True, sex=sex)
    draft.born_on = born_on.isoformat() if born_on else ""
    for field_name in filter(line.says, PLAIN_TEXTS):
        setattr(draft, field_name, _said(values, field_name))
    for field_name in filter(line.says, TRUTHS):
        setattr(draft, field_name, values.truth(field_name))
    for field_name in filter(line.says, _DAYS):
        day = values.day(field_name)
        setattr(draft, field_name, day.isoformat() if day else "")
    draft.living = values.word("living", "living")
    draft.grade = values.word("grade", "grade")
    draft.marital = values.word("marital", "marital")
    draft.household_kind = values.word("household_kind", "household_kind")
    draft.disability_level = _level(values, "disability_level")
    draft.state = _state(values, draft.state_on)
    _health_record(values, draft)
    _family_doctor(values, draft)
    beside: list[str] = []
    draft.phone = read_phone(values, line.get("phone"), beside)
    draft.contacts = read_contacts(values, beside)
    draft.remarks = "；".join(text for text in (draft.remarks, *beside) if text)
    kinds = _flag_kinds(values)
    _certificate(values, draft, FlagKind.HANDICAPPED in kinds)
    since = values.day("flags_from")
    # What follows from the birth date or the certificate is never recorded.
    draft.flags = [FlagDraft(kind, since.isoformat() if since else "") for kind in kinds if kind not in DERIVED_FLAGS]
    return draft


def _said(values: Values, name: str) -> str:
    """The text of a cell; / and — say that there is nothing to say, and 3-4 that became a day is no room."""
    cell, text = values.line.get(name), values.text(name)
    if isinstance(cell, dt.date | dt.time):
        values.warn(Reason.TURNED_DATE, text)
        return ""
    return "" if text and not text.strip("/\\-—–_ ") else text


def _state(values: Values, state_on: str) -> str:
    state = values.word("state", "state")
    if state or not state_on or blank(values.line.get("state_on")):
        return state or RegisterState.ON_REGISTER
    return RegisterState.ON_REGISTER if values.line.has("state") else RegisterState.DECEASED


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


def _level(values: Values, name: str) -> str:
    text = values.text(name)
    found = re.search(r"[1-4一二三四]", text)
    if text and found is None and text not in _NO_LEVEL:
        values.warn(Reason.UNKNOWN_WORD, text)
    return _LEVELS.get(found[0], found[0]) if found else ""


def _certificate(values: Values, draft: ResidentDraft, said: bool) -> None:
    """One column 残疾 holds a tick, or kind and level (肢体二级); a tick alone says that there is a certificate."""
    text = values.text("disability")
    try:
        said = truth_of(values.line.get("disability")) or said
    except ValueError:
        if re.search(r"[1-4一二三四]\s*级", text):
            draft.disability_level = draft.disability_level or _level(values, "disability")
        draft.disability_kind = draft.disability_kind or text
    if said and not draft.disability_kind and not draft.disability_level:
        draft.disability_kind = terms.FLAGS[FlagKind.HANDICAPPED]


def _flag_kinds(values: Values) -> list[str]:
    kinds = list(values.words("flags", "flags"))
    # What a section line says holds beside what the row says itself.
    kinds += codes_of("flags", values.line.shared.get("flags"))[0]
    for name in (*values.line.columns, *values.line.typed):
        if name.startswith("flag.") and not blank(values.line.get(name)):
            kinds += _of_column(values, name)
    return list(dict.fromkeys(kinds))


def _of_column(values: Values, name: str) -> tuple[str, ...]:
    """What the cell of a column says that stands for one category: a tick, or a category by its word."""
    named = values.words_quietly("flags", name)
    return named or ((name.removeprefix("flag."),) if values.truth(name) else ())

"""A row about somebody on record: what it would change, field by field. An empty cell never erases."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterable, Mapping

from desktop.core import clock
from desktop.core.answers import IdState
from desktop.core.i18n import translate
from desktop.core.person import identity
from desktop.core.person.identity import IdExamination, masked
from desktop.core.reasons import Reason
from desktop.core.text import name_key
from desktop.core.trade import RegisterState
from desktop.core.words import terms
from desktop.importing.kinds.resident_rows import PLAIN_TEXTS, TRUTHS, Entry
from desktop.importing.options import REPLACE, ImportOptions
from desktop.importing.verdicts import FieldChange
from desktop.services.register import places
from desktop.services.residents import dated
from desktop.services.residents.drafts import ContactDraft, FlagDraft, ResidentDraft

Note = tuple[Reason, str]

_TAKEN_OVER = (
    *("sex", "born_on", "marital", "household_kind", "phone", "living", "disability_level", "consent_on"),
    *(*PLAIN_TEXTS, *TRUTHS, "health_record", "family_doctor"),
)
# What people write into a cell that they leave empty.
_NOTHING = frozenset({"", "/", "\\", "-", "--", "—", "——", "unknown", None})
_WORDS: Mapping[str, Mapping[str, str]] = {
    "sex": terms.SEXES.shown,
    "marital": terms.MARITAL_STATES.shown,
    "household_kind": terms.HOUSEHOLD_KINDS.shown,
    "living": terms.LIVING_ARRANGEMENTS.shown,
    "grade": terms.GRADES.shown,
    "state": terms.REGISTER_STATES.shown,
}
_SHOWN = ("name", "id_number", *_TAKEN_OVER, "grade", "grade_on", "state", "state_on", "flags", "contacts")


def merged(before: ResidentDraft, entry: Entry, options: ImportOptions) -> tuple[ResidentDraft, list[Note]]:
    """The resident as the row would leave it, and what a person should know."""
    after, row = copy.deepcopy(before), entry.draft
    after.accept_to_verify = True
    notes = _take_number(after, entry.examination)
    if name_key(row.name) != name_key(before.name):
        after.name = row.name
        notes.append((Reason.NAME_DIFFERS, before.name))
    for name in _TAKEN_OVER:
        value = getattr(row, name)
        if value not in _NOTHING:
            setattr(after, name, value)
    if places.same_place(before.community, after.community):
        # Another name of the community is no move.
        after.community = before.community
    _take_grade(after, row)
    if entry.says_state and row.state != before.state:
        after.state, after.state_on = row.state, row.state_on
    elif row.state == RegisterState.ON_REGISTER and row.state_on not in {"", before.registered_on}:
        notes.append((Reason.DATE_NOT_USED, row.state_on))
    after.holds_from = row.holds_from or options.holds_from or after.holds_from
    if row.registered_on not in {"", before.registered_on}:
        # The joining day is put right in the form, where what follows from it is seen.
        notes.append((Reason.DATE_NOT_USED, row.registered_on))
    after.contacts = _contacts(before.contacts, row.contacts)
    after.flags = _flags(before.flags, row.flags, options.flags == REPLACE and entry.says_flags)
    return after, notes


def changes_of(before: ResidentDraft, after: ResidentDraft) -> tuple[FieldChange, ...]:
    """Every field in which the two differ, in the words of the screen."""
    pairs = ((name, _shown(name, before), _shown(name, after)) for name in _SHOWN)
    found = [FieldChange(name, old, new) for name, old, new in pairs if old != new]
    if after.holds_from != before.holds_from and any(change.field in dated.COLUMNS for change in found):
        found.append(FieldChange("holds_from", "", after.holds_from))
    return tuple(found)


def _take_number(after: ResidentDraft, examination: IdExamination) -> list[Note]:
    """A missing number is filled; one on record is put right by hand and with a reason, never by a workbook."""
    number, recorded = examination.number, identity.examine(after.id_number).number
    if not number or number == recorded:
        return []
    if recorded or examination.state != IdState.VALID:
        return [(Reason.NUMBER_DIFFERS, masked(number))]
    after.id_number = number
    return []


def _take_grade(after: ResidentDraft, row: ResidentDraft) -> None:
    if not row.grade or (row.grade == after.grade and row.grade_on in {"", after.grade_on}):
        return
    # Without a day a new grade would count as older than any that has one.
    after.grade, after.grade_on = row.grade, row.grade_on or clock.today().isoformat()
    after.grade_assessor = row.grade_assessor


def _contacts(before: Iterable[ContactDraft], row: Iterable[ContactDraft]) -> list[ContactDraft]:
    found = [copy.copy(one) for one in before]
    for new in row:
        same = next((one for one in found if _same_contact(one, new)), None)
        if same is None:
            found.append(copy.copy(new))
            continue
        same.name, same.relation, same.phone = (
            new.name or same.name,
            new.relation or same.relation,
            new.phone or same.phone,
        )
    return found


def _same_contact(one: ContactDraft, other: ContactDraft) -> bool:
    if one.name and other.name:
        return name_key(one.name) == name_key(other.name)
    return bool(one.phone) and one.phone == other.phone


def _flags(before: Iterable[FlagDraft], row: Iterable[FlagDraft], replace: bool) -> list[FlagDraft]:
    """The flags held so far with the row's; ``replace`` ends yesterday those that the row no longer names."""
    today = clock.today()
    found = [copy.copy(one) for one in before]
    wanted = {one.kind: one for one in row}
    held = {one.kind for one in found if not one.to_on or one.to_on >= today.isoformat()}
    if replace:
        last = (today - dt.timedelta(days=1)).isoformat()
        found = [one for one in found if one.kind in wanted or _end(one, last)]
    return found + [copy.copy(one) for kind, one in wanted.items() if kind not in held]


def _end(flag: FlagDraft, last: str) -> bool:
    """Let a flag end on that day unless it ended before; False for one that would end before it began."""
    if not flag.to_on or flag.to_on > last:
        flag.to_on = last
    return not flag.from_on or flag.from_on <= flag.to_on


def _shown(name: str, draft: ResidentDraft) -> str:
    value = getattr(draft, name)
    if name == "flags":
        return "、".join(sorted(_flag_words(one) for one in draft.flags))
    if name == "contacts":
        return "、".join(" ".join(part for part in (one.name, one.relation, one.phone) if part) for one in value)
    if name == "id_number":
        return masked(identity.examine(value).number)
    if isinstance(value, bool):
        return translate("FieldWords", "yes") if value else translate("FieldWords", "no")
    return _WORDS.get(name, {}).get(value, "" if value is None else str(value))


def _flag_words(flag: FlagDraft) -> str:
    word = terms.FLAGS.shown.get(flag.kind, flag.kind)
    return f"{word}({flag.from_on}—{flag.to_on})" if flag.from_on or flag.to_on else word

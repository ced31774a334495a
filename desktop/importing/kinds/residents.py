"""Rows of a register (花名册) as residents: who is new, who is on record already, who stands there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from desktop.core.answers import IdState, Likeness, WorkbookKind
from desktop.core.errors import InvalidDraft
from desktop.core.i18n import translate
from desktop.core.person import identity
from desktop.core.person.identity import masked
from desktop.core.person.likeness import Facts, similar_names, why_alike
from desktop.core.reasons import Reason
from desktop.core.trade import RegisterState
from desktop.core.words.reasons import row_reason
from desktop.importing.book.lines import Line
from desktop.importing.intake import Intake
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.resident_rows import Entry, entry_of
from desktop.importing.kinds.suggestions import suggestion
from desktop.importing.kinds.updates import changes_of, merged
from desktop.importing.values import Values
from desktop.importing.verdicts import Issue, RowRefused, Tally
from desktop.services import import_batches
from desktop.services.register import duplicates, snapshot
from desktop.services.register import listing as residents
from desktop.services.register.duplicates import Seen
from desktop.services.residents import forms as resident_forms
from desktop.services.residents.asked import TWO_PEOPLE
from desktop.services.residents.drafts import ResidentDraft

_AT_ONCE = 300


@dataclass(frozen=True)
class Reading:
    """What a row says by itself; kept so that a check after a fix reads the fixed row only."""

    row: int
    entry: Entry
    facts: Facts
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class _Known:
    """Somebody on record (``resident_id``) or in a row above (``row``)."""

    facts: Facts
    row: int | None = None
    resident_id: int = 0


class _Befores:
    """The residents on record as they are before the rows change them, read a few hundred at a time."""

    def __init__(self, wanted: Iterable[int]) -> None:
        self._wanted = list(dict.fromkeys(wanted))
        self._at = {one: index for index, one in enumerate(self._wanted)}
        self._read: dict[int, ResidentDraft] = {}

    def of(self, resident_id: int) -> ResidentDraft:
        """One of them; each is asked for once."""
        if resident_id not in self._read:
            index = self._at.get(resident_id)
            many = [resident_id] if index is None else self._wanted[index : index + _AT_ONCE]
            self._read |= resident_forms.drafts_of(many)
        found = self._read.pop(resident_id, None)
        return resident_forms.draft_of(resident_id) if found is None else found


@dataclass
class _Register:
    """One sheet on its way into the register."""

    intake: Intake
    befores: _Befores
    seen: Seen[_Known]
    stored: list[int] = field(default_factory=list)
    updated: dict[int, int] = field(default_factory=dict)


def _take_in(intake: Intake) -> int:
    """Every row as a resident, or its verdict."""
    seen: Seen[_Known] = Seen()
    for person in snapshot.register().people.values():
        facts = Facts(person.name, person.born_on, person.phone, person.id_number)
        seen.add(facts, _Known(facts, None, person.id))
    job = _Register(intake, _Befores(_to_update(intake, seen)), seen)
    intake.each(lambda line: _take(job, line))
    if job.stored:
        intake.progress.start(len(job.stored), translate("Import", "Making them searchable"))
        residents.index_many(job.stored, intake.progress)
    return intake.tally.imported


def _to_update(intake: Intake, seen: Seen[_Known]) -> Iterator[int]:
    """Whom the rows will probably update, in their order."""
    for line in intake.lines if intake.options.update_existing else ():
        intake.progress.check()
        twin = seen.numbered(_reading(intake, line).facts.id_number)
        if twin is not None:
            yield twin.resident_id


def _take(job: _Register, line: Line) -> None:
    reading = _reading(job.intake, line)
    if not reading.facts.name:
        raise RowRefused(Reason.MISSING_NAME)
    chosen = job.intake.options.identities.get(line.number)
    twin = _masked_twin(job, reading) or _twin(job.seen, reading.facts)
    # Two people may share a name and a birthday, never a number.
    if chosen == 0 and not reading.facts.id_number:
        twin = None
    if chosen:
        _update(job, reading, chosen)
    elif twin is not None:
        _update(job, reading, _same_person(job.intake, reading, twin))
    else:
        _add(job, reading)


def _masked_twin(job: _Register, reading: Reading) -> _Known | None:
    """Whom a masked number means, as it stands in a saved list of verdicts: the one of that name whose number fits."""
    if Reason.MASKED_NUMBER not in reading.entry.examination.reasons:
        return None
    shown = identity.cleaned(reading.entry.examination.written)
    fitting = job.seen.masked_as(shown, reading.facts.name)
    if len(fitting) != 1:
        raise RowRefused(Reason.MASKED_NUMBER)
    return fitting[0]


def _twin(seen: Seen[_Known], facts: Facts) -> _Known | None:
    """Who has the same number or, where the row has none, the same name and birth date."""
    return seen.numbered(facts.id_number) if facts.id_number else seen.namesake(facts)


def _same_person(intake: Intake, reading: Reading, twin: _Known) -> int:
    """The resident whom the row may update; raises ``RowRefused`` for a row that only repeats somebody."""
    if twin.row is not None:
        raise RowRefused(Reason.DUPLICATE_ROW, str(twin.row))
    intake.tally.people[reading.row] = twin.resident_id
    if not intake.options.update_existing or why_alike(reading.facts, twin.facts) != Likeness.SAME_NUMBER:
        raise RowRefused(Reason.DUPLICATE_RESIDENT, twin.facts.name)
    if not similar_names(reading.facts.name, twin.facts.name):
        # A number mistyped into that of a neighbour must not give the neighbour another name.
        raise RowRefused(Reason.OTHER_NAME, twin.facts.name)
    return twin.resident_id


def _add(job: _Register, reading: Reading) -> None:
    tally, alike = job.intake.tally, job.seen.first_like(reading.facts)
    tally.issues += reading.issues
    said_new = job.intake.options.identities.get(reading.row) == 0
    if alike is not None and not said_new:
        if alike.resident_id:
            tally.people[reading.row] = alike.resident_id
        tally.warn(reading.row, Reason.SIMILAR_RESIDENT, alike.facts.name)
    _refuse_number(reading)
    _store(job, _first_days(tally, reading))
    if alike is not None and said_new and alike.resident_id and job.intake.batch is not None:
        # Said once, the pair does not come up as one person again.
        duplicates.keep_apart(job.intake.unit, job.stored[-1], alike.resident_id, TWO_PEOPLE)
    job.seen.add(reading.facts, _Known(reading.facts, reading.row))
    _count(tally, reading)


def _first_days(tally: Tally, reading: Reading) -> ResidentDraft:
    """The draft of somebody new: 在册 from a day on is the joining day; a day on which nothing changed is named."""
    draft, unused = reading.entry.draft, [reading.entry.draft.holds_from]
    if draft.state == RegisterState.ON_REGISTER and draft.state_on:
        joined = draft.registered_on or (draft.state_on if reading.entry.says_state else "")
        unused += [draft.state_on] if joined != draft.state_on else []
        draft = replace(draft, registered_on=joined, state_on="")
    for day in filter(None, unused):
        tally.warn(reading.row, Reason.DATE_NOT_USED, day)
    return draft


def _refuse_number(reading: Reading) -> None:
    """A row without any birth date but that of an unreadable number is refused for what is wrong with the number."""
    found = reading.entry.examination
    if reading.entry.draft.born_on or found.born_on or found.state == IdState.MISSING:
        return
    reason = next((one for one in found.reasons if one in identity.TO_VERIFY_REASONS), None)
    if reason is not None:
        shown = masked(found.number or identity.cleaned(found.written))
        raise RowRefused(reason, shown, f"{row_reason(reason, shown)} {suggestion(found)}".strip())


def _update(job: _Register, reading: Reading, resident_id: int) -> None:
    tally = job.intake.tally
    if resident_id in job.updated:
        raise RowRefused(Reason.DUPLICATE_ROW, str(job.updated[resident_id]))
    before = job.befores.of(resident_id)
    after, notes = merged(before, reading.entry, job.intake.options)
    tally.issues += reading.issues
    for reason, value in notes:
        tally.warn(reading.row, reason, value)
    changes = changes_of(before, after)
    if changes:
        _store(job, after, moves=after.state != before.state)
    job.updated[resident_id] = reading.row
    tally.update(reading.row, resident_id, changes)


def _store(job: _Register, draft: ResidentDraft, moves: bool = False) -> None:
    intake = job.intake
    if intake.batch is not None:
        job.stored.append(resident_forms.store(intake.unit, draft, indexed=False))
        return
    errors = resident_forms.validate(draft)
    if errors:
        raise InvalidDraft(errors)
    if moves:
        # Only the register itself knows what keeps somebody from leaving it.
        with import_batches.rehearsing(intake.actor) as unit:
            resident_forms.store(unit, draft, indexed=False)


def _reading(intake: Intake, line: Line) -> Reading:
    kept: Reading | None = intake.readings.get(line.number)
    if kept is not None:
        return kept
    scratch = Tally()
    entry = entry_of(Values(line, scratch, None))
    reading = Reading(line.number, entry, entry.facts, tuple(scratch.issues))
    # An import that writes right away reads each row once, unless it looks ahead for whom it will update.
    if intake.batch is None or intake.options.update_existing:
        intake.readings[line.number] = reading
    return reading


def _count(tally: Tally, reading: Reading) -> None:
    examination = reading.entry.examination
    shown = masked(examination.number or identity.cleaned(examination.written))
    reason = next((one for one in examination.reasons if one in identity.TO_VERIFY_REASONS), None)
    tally.accept(reading.row, reason, shown, suggestion(examination))
    if examination.normalised:
        rewritten = next(
            one for one in examination.reasons if one in {Reason.FIFTEEN_DIGITS, Reason.REFORMATTED_NUMBER}
        )
        tally.rewrite(reading.row, rewritten, shown)


KIND = Kind(WorkbookKind.RESIDENTS, {"residents": _take_in}, judged_alone=True)

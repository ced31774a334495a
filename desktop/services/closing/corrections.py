"""更正单: a closed month put right by acts that a second person approves (time.md, Correction; handbook section 5).

The acts wait as drafts. What they come to is counted by doing them in a transaction that is taken back; approved, they
are done for good, and the month's next version is kept in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.core import canonical, clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, NotFound, ReasonNeeded
from desktop.core.month_errors import CorrectionRefused, MonthOpen
from desktop.core.period import Month
from desktop.core.reasons import CorrectionReason
from desktop.core.trade import CorrectionState, CorrectionStep, MonthState
from desktop.models import query
from desktop.models.month import Correction, CorrectionAct, MonthRow
from desktop.services.centre import accounts
from desktop.services.closing import drift, month_close, paper_codes, staged
from desktop.services.closing.differences import Difference, compare
from desktop.services.closing.documents import Reports
from desktop.services.closing.drift import Cause, Drift
from desktop.services.closing.staged import Act
from desktop.services.writing import frozen, months
from desktop.services.writing.actor import Actor
from desktop.services.writing.frozen import Version
from desktop.services.writing.journal import Unit, correcting, living, savepoint, writing


@dataclass(frozen=True)
class CorrectionRow:
    """A correction as the list shows it; ``paper`` is the number of the district's paper, where it approved."""

    id: int
    month: str
    number: int
    reason: str
    state: str
    opened_at: str
    opened_by: str
    second_person: str
    paper: str
    answer: str
    answered_at: str
    version: int | None


@dataclass(frozen=True)
class Told:
    """One difference that a correction makes: by its acts (``staged``), by facts learned late (``causes``), or both."""

    difference: Difference
    staged: bool
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class InWriting:
    """An approval by the district office: who signed, and the number of the paper."""

    name: str
    paper: str


_COLUMNS = (
    "SELECT id, month, number, reason, state, created_at, opened_by, second_person, paper, answer, answered_at, version"
    " FROM living_correction"
)


def listed(month: Month | None = None) -> list[CorrectionRow]:
    """The corrections of a month, or all, the newest first."""
    where, values = ("", []) if month is None else (" WHERE month = ?", [str(month)])
    return query.fetch_as(CorrectionRow, f"{_COLUMNS}{where} ORDER BY id DESC", values)


def of_id(correction_id: int) -> CorrectionRow:
    """One correction; NotFound."""
    found = query.fetch_one_as(CorrectionRow, f"{_COLUMNS} WHERE id = ?", [correction_id])
    if found is None:
        raise NotFound(Thing.CORRECTION, str(correction_id))
    return found


def acts(correction_id: int) -> list[tuple[int, Act]]:
    """The acts that it holds with their ids, in the order in which they are done."""
    found = query.fetch(
        "SELECT id, act, kind, row_uid, fields, reason FROM living_correction_act WHERE correction_id = ? ORDER BY id",
        [correction_id],
    )
    return [
        (row_id, Act(CorrectionStep(step), kind, uid, json.loads(fields), reason))
        for row_id, step, kind, uid, fields, reason in found
    ]


def open_for(actor: Actor, month: Month, reason: str) -> int:
    """Open a correction of a closed month; MonthOpen for one that is not, AlreadyRecorded while another stands open."""
    if not reason.strip():
        raise ReasonNeeded("correct_month")
    with writing(actor, Action.CORRECT_MONTH, reason.strip()) as unit:
        if months.state(month) == MonthState.OPEN:
            raise MonthOpen(str(month))
        standing = listed(month)
        # One at a time: the differences of two that stand open beside one another would hide each other.
        if any(one.state == CorrectionState.OPEN for one in standing):
            raise AlreadyRecorded(Thing.CORRECTION, str(month))
        row = Correction(
            month=str(month),
            number=max((one.number for one in standing), default=0) + 1,
            reason=reason.strip(),
            state=CorrectionState.OPEN,
            opened_by=actor.name,
            opened_staff_id=actor.staff_id,
        )
        return int(unit.add(row).id)


def stage(actor: Actor, correction_id: int, wanted: Sequence[Act]) -> None:
    """Add acts to an open correction; all of it is tried at once, and refused as the form would refuse it."""
    with writing(actor, Action.CORRECT_MONTH) as unit:
        row = _open(unit, correction_id)
        for one in wanted:
            act = staged.named(one)
            if act.step == CorrectionStep.VOID and not act.reason.strip():
                raise ReasonNeeded("void")
            fields = canonical.line(dict(act.fields)).decode().strip()
            unit.add(
                CorrectionAct(
                    correction=row, act=act.step, kind=act.kind, row_uid=act.uid, fields=fields, reason=act.reason
                )
            )
        _try(unit, row)


def unstage(actor: Actor, act_id: int) -> None:
    """Take one act out of an open correction again."""
    with writing(actor, Action.CORRECT_MONTH) as unit:
        act = unit.living(CorrectionAct, act_id)
        row = _open(unit, act.correction_id)
        unit.void(act, "unstaged")
        _try(unit, row)


def differences(actor: Actor, correction_id: int, reports: Reports) -> list[Told]:
    """What the month would say with the acts, and with what was learned late, against its version that holds.

    Of a correction that is answered already: what its approval wrote down.
    """
    row = of_id(correction_id)
    if row.state != CorrectionState.OPEN:
        return [Told(Difference(*one), True, ()) for one in _kept_differences(row)]
    try:
        with writing(actor, Action.CORRECT_MONTH) as unit:
            correction = living(Correction, correction_id)
            version = _standing(correction)
            before = drift.kept(version)
            # What today's rows say differently by themselves is counted before the acts are done.
            today = month_close.count(version.month, reports).documents
            late = {one.difference.figure: one for one in drift.told(version, compare(before, today))}
            found = compare(before, _corrected(unit, correction, reports).documents)
            raise _TakenBack([_told(one, late.get(one.figure)) for one in found])
    except _TakenBack as result:
        return result.told


def approve(actor: Actor, correction_id: int, reports: Reports, in_writing: InWriting | None = None) -> Version:
    """Do the acts for good and keep the month's next version; by another person, or in writing by the district.

    CorrectionRefused when the person opened it, when it holds nothing, or when the paper is not named.
    """
    with writing(actor, Action.ANSWER_CORRECTION) as unit:
        row = _open(unit, correction_id)
        second = _second_person(actor, row, in_writing)
        if not acts(row.id):
            raise CorrectionRefused(CorrectionReason.EMPTY)
        before, counted = drift.kept(_standing(row)), _corrected(unit, row, reports)
        month = Month.parse(row.month)
        told = [(one.figure, one.before, one.after) for one in compare(before, counted.documents)]
        version = frozen.store(unit, month, frozen.pack(counted.documents), counted.head, frozen.CORRECTED, told)
        paper_codes.give(unit, version, paper_codes.reports_in(counted.documents))
        with correcting(unit, month):
            unit.change(unit.living(MonthRow, _month_row(month)), {"state": MonthState.CORRECTED})
        _answer(
            unit,
            row,
            CorrectionState.APPROVED,
            second_person=second,
            paper=in_writing.paper.strip() if in_writing else "",
            version=version.number,
            before=before[frozen.FIGURES].decode().strip(),
            after=counted.documents[frozen.FIGURES].decode().strip(),
        )
    return version


def reject(actor: Actor, correction_id: int, reason: str) -> None:
    """Say no, with why; the correction stays on record."""
    _close(actor, Action.ANSWER_CORRECTION, correction_id, CorrectionState.REJECTED, reason)


def withdraw(actor: Actor, correction_id: int, reason: str) -> None:
    """Give an open correction up, with why; it stays on record."""
    _close(actor, Action.CORRECT_MONTH, correction_id, CorrectionState.WITHDRAWN, reason)


def of_version(version: Version) -> CorrectionRow | None:
    """The correction that made a version; None for one that a close made."""
    sql = f"{_COLUMNS} WHERE month = ? AND version = ? AND state = 'approved'"
    return query.fetch_one_as(CorrectionRow, sql, [str(version.month), version.number])


class _TakenBack(Exception):
    """Carries what was counted out of the transaction that it takes back."""

    def __init__(self, told: list[Told]) -> None:
        super().__init__()
        self.told = told


def _standing(row: Correction) -> Version:
    """The version of the month that holds."""
    version = frozen.latest(Month.parse(row.month))
    if version is None:
        raise NotFound(Thing.MONTH, row.month)
    return version


def _corrected(unit: Unit, row: Correction, reports: Reports) -> month_close.Counted:
    """Do the acts, and count the month with them."""
    _perform(unit, row)
    return month_close.count(Month.parse(row.month), reports)


def _told(difference: Difference, late: Drift | None) -> Told:
    return Told(difference, late is None or late.difference != difference, late.causes if late else ())


def _perform(unit: Unit, row: Correction) -> None:
    opener = accounts.actor_of(row.opened_staff_id, row.opened_by, unit.actor.station)
    month = Month.parse(row.month)
    with correcting(unit, month):
        for _id, act in acts(row.id):
            staged.perform(opener, act, month)


def _try(unit: Unit, row: Correction) -> None:
    """Whether all acts can be done, one behind the other; nothing of it stays."""
    try:
        with savepoint():
            _perform(unit, row)
            raise _TakenBack([])
    except _TakenBack:
        return


def _second_person(actor: Actor, row: Correction, in_writing: InWriting | None) -> str:
    if in_writing is not None:
        if not in_writing.name.strip() or not in_writing.paper.strip():
            raise CorrectionRefused(CorrectionReason.NO_PAPER)
        return in_writing.name.strip()
    if actor.staff_id is None or (actor.staff_id, actor.name) == (row.opened_staff_id, row.opened_by):
        raise CorrectionRefused(CorrectionReason.SAME_PERSON)
    return actor.name


def _open(unit: Unit, correction_id: int) -> Correction:
    row = unit.living(Correction, correction_id)
    if row.state != CorrectionState.OPEN:
        raise AlreadyRecorded(Thing.CORRECTION, row.answered_at[:10])
    return row


def _close(actor: Actor, action: Action, correction_id: int, state: CorrectionState, reason: str) -> None:
    if not reason.strip():
        raise ReasonNeeded("answer_correction")
    with writing(actor, action, reason.strip()) as unit:
        _answer(unit, _open(unit, correction_id), state, answer=reason.strip(), second_person=actor.name)


def _answer(unit: Unit, row: Correction, state: CorrectionState, **more: object) -> None:
    unit.change(row, {"state": state, "answered_at": clock.timestamp(), **more})


def _month_row(month: Month) -> int:
    return query.ids("SELECT id FROM living_month WHERE month = ?", [str(month)])[0]


def _kept_differences(row: CorrectionRow) -> list[tuple[str, Any, Any]]:
    version = frozen.numbered(Month.parse(row.month), row.version) if row.version else None
    return list(version.differences) if version else []

"""Trainings: what for, when, how long, and who took part, on record by name, by card, or by a list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, NotFound
from desktop.core.quantities import hours_text, scaled_text
from desktop.core.trade import NamedList
from desktop.core.words.work import TRAINING_KINDS
from desktop.core.work import TrainingKind
from desktop.models import query
from desktop.models.worker import Training, TrainingTaker
from desktop.services.named import aliases
from desktop.services.named.resolving import NamedId, resolver
from desktop.services.register import listing as residents
from desktop.services.writing import about_residents, declared, permissions, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

# Tenths of an hour: what a form asks for.
_TENTH = 6
_LONGEST = 2000


@dataclass
class TrainingDraft:
    """A training as typed."""

    training_id: int | None = None
    kind: str = declared.choice(TRAINING_KINDS, TrainingKind.IN_SERVICE, required=True)
    title: str = declared.text(required=True, longest=100)
    day: str | dt.date = declared.day(required=True)
    hours: str = declared.scaled(1, 1, _LONGEST, required=True)
    trainer: str = declared.text(longest=60)
    remark: str = declared.text(longest=200)
    shown: TrainingDraft | None = reconciling.base()


class Who(NamedTuple):
    """Somebody who takes part: who works here, or a resident."""

    named_id: NamedId | None = None
    resident_id: int | None = None


@dataclass(frozen=True)
class TrainingRow:
    """A training with how many took part: of those who work here, and residents or their families."""

    id: int
    kind: TrainingKind
    title: str
    day: dt.date
    minutes: int
    trainer: str
    remark: str
    staff: int
    residents: int

    @property
    def hours(self) -> str:
        """How long it was, in hours."""
        return hours_text(self.minutes)


@dataclass(frozen=True)
class Taker:
    """Somebody who took part; ``relative`` is who came for the resident's family."""

    id: int
    name: str
    named_id: NamedId | None
    resident_id: int | None
    relative: str


@dataclass(frozen=True)
class TrainingQuery:
    """Which trainings are listed: of a kind, of a year."""

    kind: str = ""
    year: int | None = None


def save(actor: Actor, draft: TrainingDraft) -> int:
    """Record a training, or put right what is on record of it; the id."""
    with writing(actor, Action.RECORD_TRAINING) as unit:
        made = store(unit, draft)
    if draft.training_id is not None:
        reconciling.opened(draft)
    return made


def store(unit: Unit, draft: TrainingDraft) -> int:
    """The same within a unit."""
    row = unit.living(Training, draft.training_id) if draft.training_id is not None else None
    if row is not None:
        reconciling.reconcile(draft, _draft(row))
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    values["minutes"] = values.pop("hours") * _TENTH
    if row is not None:
        unit.change(row, values)
        return int(row.id)
    return int(unit.add(Training(**values)).id)


def draft_of(training_id: int) -> TrainingDraft:
    """What the form of a training on record opens with."""
    return reconciling.opened(_draft(living(Training, training_id)))


def void(actor: Actor, training_id: int, reason: str) -> None:
    """作废: it was recorded by mistake; whoever took part goes with it."""
    with writing(actor, Action.VOID_TRAINING) as unit:
        row = unit.living(Training, training_id)
        for taker in TrainingTaker.select().where(TrainingTaker.training == row.id, TrainingTaker.voided_at.is_null()):
            unit.void(taker, reason)
        unit.void(row, reason)


def take(actor: Actor, training_id: int, who: Who, relative: str = "") -> int:
    """Somebody took part; the id. AlreadyRecorded for who is on the list."""
    with writing(actor, Action.RECORD_TRAINING) as unit:
        return enlist(unit, training_id, who, relative)


def take_all(actor: Actor, draft: TrainingDraft, takers: list[tuple[Who, str]]) -> int:
    """A training with everybody who took part, all of it or nothing; its id."""
    with writing(actor, Action.RECORD_TRAINING) as unit:
        made = store(unit, draft)
        for who, relative in takers:
            enlist(unit, made, who, relative)
        return made


def enlist(unit: Unit, training_id: int, who: Who, relative: str = "") -> int:
    """Somebody took part, within a unit; who comes twice is refused."""
    row = unit.living(Training, training_id)
    if who.named_id is not None:
        aliases.living_entry(unit, NamedList.PERSON, who.named_id)
    else:
        about_residents.person_for(who.resident_id, row.day)
    checks = Checks()
    family = checks.text("relative", relative, longest=60) if who.resident_id is not None else ""
    checks.raise_if_any()
    if any((one.named_id, one.resident_id) == who for one in _takers(training_id)):
        raise AlreadyRecorded(Thing.TRAINING_TAKER, name_of(who))
    return int(
        unit.add(TrainingTaker(training=row, named_id=who.named_id, resident_id=who.resident_id, relative=family)).id
    )


def name_relative(actor: Actor, taker_id: int, relative: str) -> None:
    """Who came for a resident's family; without a name it was the resident."""
    with writing(actor, Action.RECORD_TRAINING) as unit:
        row = unit.living(TrainingTaker, taker_id)
        if row.resident_id is None:
            raise NotFound(Thing.RESIDENT, "")
        checks = Checks()
        family = checks.text("relative", relative, longest=60)
        checks.raise_if_any()
        unit.change(row, {"relative": family})


def leave_out(actor: Actor, taker_id: int, reason: str) -> None:
    """Somebody was not there after all."""
    with writing(actor, Action.VOID_TRAINING) as unit:
        unit.void(unit.living(TrainingTaker, taker_id), reason)


def trainings(actor: Actor, wanted: TrainingQuery | None = None) -> list[TrainingRow]:
    """The trainings, the last day first."""
    permissions.reading(actor, Action.READ_WORKERS)
    asked = wanted or TrainingQuery()
    found = query.fetch_as(TrainingRow, _ALL)
    return [
        one
        for one in found
        if (not asked.kind or one.kind == asked.kind) and (asked.year is None or one.day.year == asked.year)
    ]


def takers(actor: Actor, training_id: int) -> list[Taker]:
    """Who took part, in the order in which they were entered."""
    permissions.reading(actor, Action.READ_WORKERS)
    return _takers(training_id)


def trained(first: dt.date | None, last: dt.date, kinds: frozenset[TrainingKind]) -> set[NamedId] | None:
    """Who of those who work here took part in such a training from a day (or ever) to another.

    None where nobody keeps trainings of these kinds: no row is on record up to that day, so that nothing is known.
    """
    rows = query.fetch(
        "SELECT t.kind, t.day, p.named_id FROM living_training t LEFT JOIN living_training_taker p"
        " ON p.training_id = t.id WHERE t.day <= ?",
        [last.isoformat()],
    )
    known = [(day, named) for kind, day, named in rows if kind in kinds]
    if not known:
        return None
    since = first.isoformat() if first else ""
    return {named for day, named in known if named is not None and day >= since}


def name_of(who: Who) -> str:
    """Today's name of somebody who takes part."""
    if who.named_id is not None:
        return resolver(NamedList.PERSON).name(who.named_id)
    return residents.name_of(who.resident_id) if who.resident_id is not None else ""


def _takers(training_id: int) -> list[Taker]:
    known = resolver(NamedList.PERSON)
    rows = query.fetch(
        "SELECT p.id, p.named_id, p.resident_id, COALESCE(r.name, ''), p.relative FROM living_training_taker p"
        " LEFT JOIN resident r ON r.id = p.resident_id WHERE p.training_id = ? ORDER BY p.id",
        [training_id],
    )
    return [
        Taker(one, known.name(named) if named is not None else name, named, resident, relative)
        for one, named, resident, name, relative in rows
    ]


def _draft(row: Training) -> TrainingDraft:
    texts = {name: getattr(row, name) for name in ("kind", "title", "trainer", "remark")}
    return TrainingDraft(row.id, day=row.day.isoformat(), hours=scaled_text(row.minutes // _TENTH, 1), **texts)


_ALL = (
    "SELECT t.id, t.kind, t.title, t.day, t.minutes, t.trainer, t.remark, count(p.named_id), count(p.resident_id)"
    " FROM living_training t LEFT JOIN living_training_taker p ON p.training_id = t.id"
    " GROUP BY t.id ORDER BY t.day DESC, t.id DESC"
)

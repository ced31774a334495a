"""Who takes part in a training, by continuous scan: a resident's card, or a name of either list."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.acts import Action, Thing
from desktop.core.answers import ScanKind
from desktop.core.codes import CodeKind, fold
from desktop.core.errors import AlreadyRecorded, NotFound, UserError
from desktop.core.offering import fitting
from desktop.core.person.identity import masked_text
from desktop.core.reasons import CodeWanted
from desktop.core.trade import NamedList
from desktop.services.named.resolving import resolver
from desktop.services.people import listing
from desktop.services.register import printed_codes, scanned
from desktop.services.work import trainings
from desktop.services.work.trainings import Who
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor

# One key each.
_CHOICES = 9


@dataclass(frozen=True)
class Choice:
    """One of several who may be meant; ``about`` tells them apart: the community of a resident."""

    who: Who
    name: str
    about: str = ""


@dataclass(frozen=True)
class Taken:
    """What one scan led to; ``choose`` asks which of several, ``error`` says why it is refused."""

    kind: ScanKind
    name: str = ""
    choices: tuple[Choice, ...] = ()
    error: UserError | None = None


def scan(actor: Actor, training_id: int, text: str) -> Taken:
    """Record whoever was scanned or typed; on disk when this returns. A second scan of somebody adds nothing."""
    permissions.reading(actor, Action.RECORD_TRAINING)
    try:
        found = meant(text)
    except UserError as error:
        return Taken(ScanKind.REFUSED, error=error)
    if len(found) == 1:
        return record(actor, training_id, found[0].who)
    if found:
        return Taken(ScanKind.CHOOSE, choices=found)
    return Taken(ScanKind.REFUSED, error=NotFound(Thing.WORKER, masked_text(text.strip())))


def record(actor: Actor, training_id: int, who: Who) -> Taken:
    """Record one person; a second time is ``again``."""
    name = trainings.name_of(who)
    try:
        trainings.take(actor, training_id, who)
    except AlreadyRecorded:
        return Taken(ScanKind.AGAIN, name)
    except UserError as error:
        return Taken(ScanKind.REFUSED, name, error=error)
    return Taken(ScanKind.RECORDED, name)


def meant(text: str) -> tuple[Choice, ...]:
    """Who is meant: whose card it is, who works here under that name, a resident; several, where it is not certain."""
    digits = fold(text)
    if scanned.is_card(digits):
        return (_of_card(digits),)
    known = resolver(NamedList.PERSON)
    named = known.of(text)
    staff = {one.name: one.id for one in listing.everybody() if one.working}
    ids = [named] if named is not None else [staff[name] for name in fitting(list(staff), text)] if text.strip() else []
    people = scanned.meant(text)
    rows = people.choices or (() if people.one is None else (_resident(people.one),))
    found = [
        *(Choice(Who(one), known.name(one)) for one in ids),
        *(row if isinstance(row, Choice) else Choice(Who(None, row.id), row.name, row.community) for row in rows),
    ]
    exact = [one for one in found if one.name == text.strip()]
    return tuple((exact or found)[:_CHOICES])


def _of_card(digits: str) -> Choice:
    found = printed_codes.find(digits)
    if found.kind is not CodeKind.RESIDENT:
        raise printed_codes.other(digits, CodeWanted.CARD)
    return _resident(found.row_id)


def _resident(resident_id: int) -> Choice:
    who = Who(None, resident_id)
    return Choice(who, trainings.name_of(who))

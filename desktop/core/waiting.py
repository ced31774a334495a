"""轮候: who comes before whom for a bed, and by what; what became of an offer.

The order is class of priority, care grade (the graver first), day of the application, then the tie-break: the older
person, then who was recorded first. So no two have one place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.trade import Capability


class Priority(StrEnum):
    """The classes of priority, the first served first; a rule says who belongs to the first two."""

    FIRST = "first"
    SECOND = "second"
    OTHERS = "others"


class SetsApart(StrEnum):
    """What sets two who wait apart, the weightiest first."""

    PRIORITY = "priority"
    GRADE = "grade"
    DATE = "date"
    AGE = "age"
    RECORDED = "recorded"


class Ended(StrEnum):
    """Why somebody waits no more."""

    WITHDRAWN = "withdrawn"
    ADMITTED = "admitted"
    LEFT = "left"


class OfferState(StrEnum):
    """What became of a bed that was offered."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXPIRED = "expired"
    TAKEN_BACK = "taken_back"
    ADMITTED = "admitted"


# While it stands, nobody else is offered the bed, and the person no other one.
STANDING = (OfferState.OPEN, OfferState.ACCEPTED)
_CLASSES, _GRADES = tuple(Priority), ("", *Capability)


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits, with all that the order asks; ``held`` are the facts that make the class (flags, an age).

    ``alike`` is what tells two of one name from each other, where another one of that name applied too.
    """

    application_id: int
    resident_id: int
    name: str
    priority: Priority
    held: tuple[str, ...]
    grade: str
    applied_on: dt.date
    born_on: dt.date | None
    alike: SetsApart | None = None

    @property
    def place(self) -> tuple[int, int, dt.date, dt.date, int]:
        """What the order goes by, the smaller first."""
        return (
            _CLASSES.index(self.priority),
            -_GRADES.index(self.grade),
            self.applied_on,
            self.born_on or dt.date.max,
            self.application_id,
        )


def ordered(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Those who wait, who is offered a bed first in front."""
    return sorted(waiting, key=lambda one: one.place)


def sets_apart(one: Waiting, other: Waiting) -> SetsApart:
    """By what one of two stands before the other: the weightiest thing in which they differ."""
    pairs = zip(SetsApart, one.place, other.place, strict=True)
    return next(kind for kind, mine, theirs in pairs if mine != theirs)


@dataclass(frozen=True)
class Passed:
    """Somebody who stood on the other side before: one place of a move, forwards or back.

    ``ended`` says why the other waits no more, ``new`` that the other applied since; else what ``apart`` names is what
    sets them apart now.
    """

    other: Waiting
    forwards: bool
    ended: Ended | None = None
    new: bool = False
    apart: SetsApart | None = None


@dataclass(frozen=True)
class Moved:
    """Where somebody stands; ``before`` is None for who did not wait then, ``new`` whether they applied since.

    Who did neither waits by a second application of the same person, whose first one ended.
    """

    now: Waiting
    position: int
    before: int | None
    passed: tuple[Passed, ...]
    new: bool = False


def moved(then: list[Waiting], now: list[Waiting], ended: dict[int, Ended], since: dt.date) -> list[Moved]:
    """Where everybody stands now, and each who came before them or fell away since; ``ended`` by application."""
    line = _Line(
        {one.application_id: one for one in (*then, *now)},
        {one.application_id: at for at, one in enumerate(then, 1)},
        {one.application_id: at for at, one in enumerate(now, 1)},
    )
    return [
        Moved(me, at, line.stood.get(me.application_id), tuple(line.passed(me, ended, since)), me.applied_on > since)
        for at, me in enumerate(now, 1)
    ]


@dataclass(frozen=True)
class _Line:
    """Those who wait on either of two days, and where each ``stood`` then and ``stands`` now."""

    known: dict[int, Waiting]
    stood: dict[int, int]
    stands: dict[int, int]

    def passed(self, me: Waiting, ended: dict[int, Ended], since: dt.date) -> Iterable[Passed]:
        """Each who is on the other side now; nobody for who did not wait then."""
        mine, (stood, stands) = me.application_id, (self.stood, self.stands)
        if mine not in stood:
            return
        for one, other in sorted(self.known.items()):
            ahead_then = one in stood and stood[one] < stood[mine]
            ahead_now = one in stands and stands[one] < stands[mine]
            if one == mine or ahead_then == ahead_now:
                continue
            if one not in stands:
                yield Passed(other, True, ended=ended[one])
            else:
                new = one not in stood and other.applied_on > since
                yield Passed(other, ahead_then, new=new, apart=sets_apart(me, other))

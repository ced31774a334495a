"""轮候: who waits for a bed, in which order on a day and why (handbook 2.6, S1 优先收住).

Nothing of the order is written down: class, grade and register state are those of the day that is asked for, and an
application ends by what is on record anyway, an admission into such a bed or a departure, unless it was withdrawn.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import AlreadyRecorded, DateRefused, FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import BedMode
from desktop.core.waiting import Ended, Moved, Priority, SetsApart, Waiting, moved, ordered
from desktop.core.words import terms
from desktop.models import query
from desktop.models.waiting import BedApplication, BedOffer
from desktop.services.beds.natures import natures
from desktop.services.register import snapshot
from desktop.services.register.snapshot import Register
from desktop.services.writing import about_residents, declared, rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import living, writing


@dataclass
class ApplicationDraft:
    """An application as typed; without a kind either will do."""

    resident_id: int | None = declared.row()
    applied_on: str | dt.date = declared.day(required=True)
    mode: str = declared.choice(terms.BED_MODES, BedMode.FULL, required=True)
    kind: str = declared.choice(terms.BED_KINDS)
    remark: str = declared.text(longest=200)


@dataclass(frozen=True)
class Application:
    """An application on record."""

    id: int
    uid: str
    resident_id: int
    name: str
    id_number: str
    community: str
    phone: str
    applied_on: dt.date
    mode: str
    kind: str
    remark: str
    ended_on: dt.date | None
    end_reason: str

    def fits(self, mode: str, kind: str) -> bool:
        """Whether a bed of this mode and kind is what is wanted."""
        return mode == self.mode and self.kind in ("", kind)


@dataclass(frozen=True)
class Place:
    """Where somebody stands among those who wait for a bed of the same mode."""

    position: int
    waiting: Waiting
    application: Application


class _Stay(NamedTuple):
    """Days that somebody lies in a bed while it is what it is; ``to_on`` none is open."""

    resident_id: int
    mode: str
    kind: str
    from_on: dt.date
    to_on: dt.date | None


class _InBed(NamedTuple):
    resident_id: int
    bed_id: int
    from_on: dt.date
    to_on: dt.date | None


def apply(actor: Actor, draft: ApplicationDraft) -> int:
    """Let somebody wait; the id. Refused off the register, in such a bed already, or while waiting for one already."""
    with writing(actor, Action.EDIT_WAITING) as unit:
        return int(unit.add(BedApplication(**_read(draft))).id)


def change(actor: Actor, application_id: int, draft: ApplicationDraft) -> None:
    """Put an application right."""
    with writing(actor, Action.EDIT_WAITING) as unit:
        row = unit.living(BedApplication, application_id)
        unit.change(row, _read(draft, application_id))


def withdraw(actor: Actor, application_id: int, day: str | dt.date, reason: str) -> None:
    """撤回: from that day on nobody waits by it; AlreadyRecorded where it was withdrawn before."""
    checks = Checks()
    ended_on, words = checks.day("ended_on", day, required=True), checks.text("reason", reason, required=True)
    checks.raise_if_any()
    with writing(actor, Action.EDIT_WAITING) as unit:
        row = unit.living(BedApplication, application_id)
        if row.ended_on is not None:
            raise AlreadyRecorded(Thing.BED_APPLICATION, row.ended_on.isoformat())
        if ended_on is not None and ended_on < row.applied_on:
            checks.refuse("ended_on", Reason.ENDS_BEFORE_START, row.applied_on.isoformat())
        checks.raise_if_any()
        unit.change(row, {"ended_on": ended_on, "end_reason": words})


def void(actor: Actor, application_id: int, reason: str) -> None:
    """作废: nobody ever applied; the beds that were offered by it are void too."""
    with writing(actor, Action.EDIT_WAITING) as unit:
        row = unit.living(BedApplication, application_id)
        for offer in BedOffer.select().where(BedOffer.application == row, BedOffer.voided_at.is_null()):
            unit.void(offer, reason)
        unit.void(row, reason)


def draft_of(application_id: int) -> ApplicationDraft:
    """What was typed of an application; NotFound."""
    return ApplicationDraft(**declared.shown(ApplicationDraft, living(BedApplication, application_id)))


def applications(only: int | None = None) -> list[Application]:
    """Every application that is not void, or those of one resident, the first recorded first."""
    condition, values = ("", []) if only is None else (" WHERE a.resident_id = ?", [only])
    return query.fetch_as(
        Application,
        "SELECT a.id, a.uid, a.resident_id, r.name, COALESCE(r.id_number, '') AS id_number, r.community, r.phone,"
        " a.applied_on, a.mode, a.kind, a.remark, a.ended_on, a.end_reason FROM living_bed_application a"
        f" JOIN living_resident r ON r.id = a.resident_id{condition} ORDER BY a.id",
        values,
    )


def places(day: dt.date | None = None, known: Register | None = None) -> list[Place]:
    """All who wait on a day (today), by mode and place."""
    return Waiters(known).places(day or clock.today())


def place_of(application_id: int, day: dt.date | None = None) -> Place | None:
    """Where an application stands on a day; None where it does not wait."""
    return next((one for one in places(day) if one.application.id == application_id), None)


def places_of(resident_id: int, day: dt.date | None = None) -> list[Place]:
    """Where somebody waits on a day, one place for each mode."""
    # Asked with every card: who never applied needs nobody else's facts.
    if not applications(resident_id):
        return []
    return [one for one in places(day) if one.application.resident_id == resident_id]


def moves(since: dt.date, day: dt.date | None = None) -> list[Moved]:
    """Where everybody stands who waits on a day (today), and what moved since another day.

    Both days are told as they are known now: what was typed late counts from its own day.
    """
    waiters, now = Waiters(), day or clock.today()
    then, today = waiters.places(since), waiters.places(now)
    ended = {one.id: why[0] for one in waiters.applications if (why := waiters.ended(one, now)) is not None}
    found = []
    for mode in terms.BED_MODES:
        before, after = ([one.waiting for one in part if one.application.mode == mode] for part in (then, today))
        found += moved(before, after, ended, since)
    return found


def since_day(typed: str) -> dt.date:
    """A day as typed since which it is told what moved, today at the latest; InvalidDraft otherwise."""
    checks = Checks()
    day = checks.day("since", typed, required=True)
    checks.raise_if_any()
    assert day is not None
    return day


class Waiters:
    """The applications with the facts of the register that the order asks, read once for any day."""

    def __init__(self, known: Register | None = None, only: int | None = None) -> None:
        self.applications = applications(only)
        people = sorted({one.resident_id for one in self.applications} | ({only} if only is not None else set()))
        self._known = known if known is not None else snapshot.register(people)
        self._stays: defaultdict[int, list[_Stay]] = defaultdict(list)
        for stay in _stays(people):
            self._stays[stay.resident_id].append(stay)
        self._alike = self._alike_names()

    def places(self, day: dt.date) -> list[Place]:
        """All who wait on a day, by mode and place."""
        classes = rules.waiting_classes(day)
        # Two records of one person that were merged may both have applied: the earlier one holds.
        first: dict[tuple[str, int], Application] = {}
        for one in sorted(self.applications, key=lambda one: (one.applied_on, one.id)):
            if one.applied_on <= day and self.ended(one, day) is None:
                first.setdefault((one.mode, one.resident_id), one)
        found: list[Place] = []
        for mode in terms.BED_MODES:
            waiting = {one.id: one for (of, _who), one in first.items() if of == mode}
            line = ordered(self._waiting(one, day, classes) for one in waiting.values())
            found += [Place(at, one, waiting[one.application_id]) for at, one in enumerate(line, 1)]
        return found

    def ended(self, one: Application, day: dt.date) -> tuple[Ended, dt.date] | None:
        """Why an application waits no more on a day, and since when; None while it does."""
        found = [(one.ended_on, Ended.WITHDRAWN)] if one.ended_on is not None else []
        found += [(max(first, one.applied_on), Ended.ADMITTED) for first in self._admitted(one)][:1]
        found += [(left, Ended.LEFT) for left in self._left(one)][:1]
        past = sorted((on, why) for on, why in found if on <= day)
        return (past[0][1], past[0][0]) if past else None

    def lying_since(self, one: Application) -> dt.date | None:
        """Since when somebody lies in such a bed already on the day of the application."""
        stays = (first for first in self._admitted(one) if first <= one.applied_on)
        return next(stays, None)

    def _admitted(self, one: Application) -> Iterable[dt.date]:
        """The first days of stays in such a bed that reach beyond the day of the application."""
        for stay in self._stays[one.resident_id]:
            if one.fits(stay.mode, stay.kind) and (stay.to_on is None or stay.to_on > one.applied_on):
                yield stay.from_on

    def _left(self, one: Application) -> Iterable[dt.date]:
        """The days after the application on which the person was not on the register."""
        if not self._known.on_register(one.resident_id, one.applied_on):
            yield one.applied_on
        for event in self._known.events.get(one.resident_id, ()):
            if event.on is not None and event.on > one.applied_on and not self._on(one.resident_id, event.on):
                yield event.on

    def _on(self, resident_id: int, day: dt.date) -> bool:
        return self._known.on_register(resident_id, day)

    def _waiting(self, one: Application, day: dt.date, classes: Mapping[str, rules.PriorityRule]) -> Waiting:
        who = self._known.people[one.resident_id]
        flags, age = self._known.flags_on(who.id, day, derived=True), who.age(day)
        priority, held = priority_of(flags, age, classes)
        grade = self._known.grade_on(who.id, day)
        alike = self._alike.get(who.id)
        return Waiting(one.id, who.id, who.name, priority, held, grade, one.applied_on, who.born_on, alike)

    def _alike_names(self) -> dict[int, SetsApart]:
        """What tells those of one name from each other: their birth dates, or else which was recorded first."""
        people = [self._known.people[one] for one in {one.resident_id for one in self.applications}]
        born = {(who.name, who.born_on) for who in people if who.born_on}
        names = Counter(who.name for who in people)
        dates = Counter(name for name, _day in born)
        return {
            who.id: SetsApart.AGE if dates[who.name] == names[who.name] else SetsApart.RECORDED
            for who in people
            if names[who.name] > 1
        }


def priority_of(
    flags: Iterable[str], age: int | None, classes: Mapping[str, rules.PriorityRule]
) -> tuple[Priority, tuple[str, ...]]:
    """The class of somebody with these flags at this age, and the facts that make it: flags, and an age as digits."""
    having = set(flags)
    for name, rule in classes.items():
        economic = tuple(flag for flag in rule.economic if flag in having)
        others = tuple(flag for flag in rule.flags if flag in having)
        if rule.age and age is not None and age >= rule.age:
            others += (str(rule.age),)
        asked = bool(rule.flags or rule.age)
        if (rule.economic or asked) and (economic or not rule.economic) and (others or not asked):
            return Priority(name), economic + others
    return Priority.OTHERS, ()


def _stays(people: list[int]) -> Iterable[_Stay]:
    """What somebody of these people lay in, in order: a bed that became something else counts as what it was."""
    held = natures()
    for who, bed, first, last in query.fetch_as(
        _InBed,
        "SELECT resident_id, bed_id, from_on, to_on FROM living_stay"
        f" WHERE resident_id IN {query.LISTED} ORDER BY from_on, id",
        [query.listed(people)],
    ):
        for nature, begins, ends in held.spans(bed, first, last):
            yield _Stay(who, nature.mode, nature.kind, begins, ends)


def _read(draft: ApplicationDraft, but: int = 0) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    who, day = values["resident_id"], values["applied_on"]
    about_residents.person_for(who, day)
    if not snapshot.register([who]).on_register(who, day):
        raise DateRefused(Reason.OFF_REGISTER, day)
    made = Application(
        id=0, uid="", name="", id_number="", community="", phone="", ended_on=None, end_reason="", **values
    )
    waiters = Waiters(only=who)
    lying = waiters.lying_since(made)
    if lying is not None:
        raise InvalidDraft([FieldError("kind", Reason.HAS_SUCH_A_BED, lying.isoformat())])
    waits = [one for one in waiters.applications if one.id != but and one.mode == made.mode]
    if any(one.applied_on <= clock.today() and waiters.ended(one, clock.today()) is None for one in waits):
        raise AlreadyRecorded(Thing.BED_APPLICATION)
    return values

"""The lunch line: a scan, guests, undo, scans that wait for a person, the day's counts (handbook 2.4, 6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.answers import ScanKind
from desktop.core.codes import fold
from desktop.core.errors import (
    AlreadyRecorded,
    BadCode,
    CardRefused,
    DateRefused,
    NotFound,
    NothingToDo,
    ReasonNeeded,
    UnknownCode,
    UserError,
)
from desktop.core.period import born_by
from desktop.core.person.identity import masked_text
from desktop.core.reasons import Reason
from desktop.core.trade import DERIVED_FLAGS, FIRST_SERVED, FlagKind
from desktop.core.words import terms
from desktop.models import query
from desktop.models.meal import Meal, ScanQueue
from desktop.services.canteen import eaters, meals, prepaid, prices
from desktop.services.canteen.eaters import Eater
from desktop.services.canteen.meals import MealDraft
from desktop.services.register import scanned
from desktop.services.register.listing import ResidentRow
from desktop.services.register.snapshot import ELDERLY
from desktop.services.writing import about_residents
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


@dataclass(frozen=True)
class ScanResult:
    """What one scan led to.

    ``kind``: again is a second scan and not counted, queued an unknown card (eat first), choose asks which of several
    people was meant, ``more`` how many others bear the name too; ``error`` says why it is refused. ``unpriced`` says
    that nobody has set a price for this meal yet. ``balance_fen`` is what is left of the money left here, None for who
    never left any; ``prepaid`` says that this meal was paid out of it, otherwise it is paid in cash.
    """

    kind: ScanKind
    resident: Eater | None = None
    price_fen: int = 0
    subsidy_fen: int = 0
    paid_fen: int = 0
    unpriced: bool = False
    prepaid: bool = False
    balance_fen: int | None = None
    meal_id: int | None = None
    choices: tuple[ResidentRow, ...] = ()
    more: int = 0
    error: UserError | None = None


@dataclass(frozen=True)
class QueuedScan:
    """A scan that found nobody and waits to be recorded later (补录)."""

    id: int
    scanned: str
    eaten_on: dt.date
    eaten_at: str
    meal: str
    mode: str


@dataclass(frozen=True)
class DayCounts:
    """Today's canteen at a glance: by mode, guests, scans that wait for a person, and whom it serves first.

    Somebody of several of the groups in ``first_served`` is counted in each.
    """

    by_mode: dict[str, int]
    guests: int
    queued: int
    first_served: dict[str, int]

    @property
    def total(self) -> int:
        """人次 of residents."""
        return sum(self.by_mode.values())


def scan(
    actor: Actor, text: str, meal: str, mode: str, at: dt.datetime | None = None, occasion: str = ""
) -> ScanResult:
    """Record what was scanned or typed at the canteen; on disk when this returns, and the line never stops.

    ``occasion`` is that of a meal which many eat together (聚餐).
    """
    moment = at or clock.now()
    digits = fold(text)
    if scanned.is_card(digits):
        try:
            return _serve(actor, lambda: eaters.of_card(digits, moment.date()), meal, mode, moment, occasion)
        except (BadCode, UnknownCode):
            return _queue(actor, digits, meal, mode, moment, occasion)
    found = scanned.meant(text)
    if found.one is not None:
        return record(actor, found.one, meal, mode, moment, occasion)
    if found.choices:
        return ScanResult(ScanKind.CHOOSE, choices=found.choices, more=found.more)
    if scanned.is_scan(text):
        return _queue(actor, digits, meal, mode, moment, occasion)
    return ScanResult(ScanKind.REFUSED, error=NotFound(Thing.RESIDENT, masked_text(text.strip())))


def record(actor: Actor, resident_id: int, meal: str, mode: str, moment: dt.datetime, occasion: str = "") -> ScanResult:
    """Record one resident's meal; a second one is ``again`` and not counted."""
    return _serve(actor, lambda: eaters.of_id(resident_id, moment.date()), meal, mode, moment, occasion)


def _serve(
    actor: Actor, find: Callable[[], Eater], meal: str, mode: str, moment: dt.datetime, occasion: str
) -> ScanResult:
    eater: Eater | None = None
    try:
        with writing(actor, Action.RECORD_MEAL) as unit:
            eater = find()
            draft = MealDraft(eater.id, moment.date(), moment.strftime("%H:%M"), meal, mode, occasion=occasion)
            listed = prices.in_force(moment.date())
            stored = meals.store(unit, draft, listed, eater)
            left = prepaid.pay(unit, stored, eater.balance, moment)
    except (BadCode, UnknownCode):
        raise
    except AlreadyRecorded:
        return ScanResult(ScanKind.AGAIN, eater)
    except DateRefused as error:
        # Who stands at the counter with the card needs other words than who typed a date.
        deceased = error.reason == Reason.AFTER_DEATH
        return ScanResult(ScanKind.REFUSED, eater, error=CardRefused() if deceased else error)
    except UserError as error:
        return ScanResult(ScanKind.REFUSED, eater, error=error)
    paid = (stored.price_fen, stored.subsidy_fen, stored.paid_fen)
    stands = eater.balance.amount if eater.balance.opened else None
    return ScanResult(
        ScanKind.RECORDED,
        eater,
        *paid,
        unpriced=stored.price_id is None,
        prepaid=left is not None,
        balance_fen=stands if left is None else left,
        meal_id=stored.id,
    )


def take_back(actor: Actor, meal_id: int) -> None:
    """Take a meal of any day back: the row is voided, not deleted."""
    with writing(actor, Action.VOID_MEAL) as unit:
        row = Meal.get_or_none(Meal.id == meal_id, Meal.voided_at.is_null())
        if row is None:
            raise NothingToDo(Thing.MEAL)
        unit.void(row, "undo")
        prepaid.give_back(unit, meal_id, "undo")


def add_guest(actor: Actor, meal: str, mode: str, at: dt.datetime | None = None, occasion: str = "") -> int:
    """Count a guest (临时): full price, never subsidised."""
    moment = at or clock.now()
    time = moment.strftime("%H:%M")
    return meals.save(actor, MealDraft(None, moment.date(), time, meal, mode, occasion=occasion, guest=True))


def occasion_count(day: dt.date, occasion: str) -> int:
    """How many ate at an occasion of a day, guests too."""
    return query.count(
        "SELECT count(*) FROM living_meal WHERE eaten_on = ? AND occasion = ?", [day.isoformat(), occasion]
    )


def add_companions(  # noqa: PLR0913
    actor: Actor,
    resident_id: int,
    meal: str,
    mode: str,
    at: dt.datetime | None = None,
    companions: int = 1,
    occasion: str = "",
) -> list[int]:
    """Count guests who came with a resident, each a guest as any other; the ids of their meals."""
    moment = at or clock.now()
    day, time = moment.date(), moment.strftime("%H:%M")
    draft = MealDraft(None, day, time, meal, mode, occasion=occasion, guest=True, guest_of_id=resident_id)
    with writing(actor, Action.RECORD_MEAL) as unit:
        host = eaters.of_id(resident_id, day)
        about_residents.refuse_after_death(host.state, host.state_on, day)
        return [int(meals.store(unit, draft).id) for _ in range(companions)]


_GUESTS, _QUEUED = "guests", "queued"
_RECORDED_GROUPS = query.listed(kind for kind in FIRST_SERVED if kind not in DERIVED_FLAGS)
# One statement, for it is asked after each scan; what it costs grows with the meals of that day alone.
_DAY = (
    "WITH eaten AS (SELECT id, resident_id, mode, eaten_on FROM living_meal WHERE eaten_on = ?{meal})"
    " SELECT mode, count(*) FROM eaten WHERE resident_id IS NOT NULL GROUP BY mode"
    f" UNION ALL SELECT '{_GUESTS}', count(*) FROM eaten WHERE resident_id IS NULL"
    f" UNION ALL SELECT '{_QUEUED}', count(*) FROM living_scan_queue WHERE eaten_on = ?{{meal}} AND resolved_at IS NULL"
    f" UNION ALL SELECT '{FlagKind.ADVANCED_AGE}', count(*) FROM eaten CROSS JOIN living_resident r"
    " ON r.id = eaten.resident_id WHERE r.born_on <= ?"
    " UNION ALL SELECT f.kind, count(DISTINCT eaten.id) FROM eaten CROSS JOIN living_flag f"
    " ON f.resident_id = eaten.resident_id"
    " WHERE (f.from_on IS NULL OR f.from_on <= eaten.eaten_on) AND (f.to_on IS NULL OR f.to_on >= eaten.eaten_on)"
    f" AND f.kind IN {query.LISTED} GROUP BY f.kind"
)


def day_counts(day: dt.date, meal: str = "") -> DayCounts:
    """What was served on a day, of one meal or of all."""
    asked = [day.isoformat(), *([meal] if meal else [])]
    old = born_by(day, ELDERLY).isoformat()
    found: dict[str, int] = dict(
        query.fetch(_DAY.format(meal=" AND meal = ?" if meal else ""), [*asked, *asked, old, _RECORDED_GROUPS])
    )
    return DayCounts(
        {mode: found.get(mode, 0) for mode in terms.MEAL_MODES},
        found[_GUESTS],
        found[_QUEUED],
        {kind: found.get(kind, 0) for kind in FIRST_SERVED},
    )


def queue() -> list[QueuedScan]:
    """The scans that wait to be recorded later, oldest first."""
    return query.fetch_as(
        QueuedScan,
        "SELECT id, scanned, eaten_on, eaten_at, meal, mode FROM living_scan_queue WHERE resolved_at IS NULL"
        " ORDER BY eaten_on, eaten_at, id",
    )


def written_elsewhere() -> int:
    """A number that is another one once any other connection, of whatever program, has written."""
    return int(query.fetch("PRAGMA data_version")[0][0])


def resolve(actor: Actor, queue_id: int, resident_id: int) -> int:
    """Record a queued scan for the person it turned out to be; the meal's id."""
    with writing(actor, Action.RESOLVE_SCAN) as unit:
        row = _waiting(queue_id)
        eater = eaters.of_id(resident_id, row.eaten_on)
        draft = MealDraft(resident_id, row.eaten_on, row.eaten_at, row.meal, row.mode, occasion=row.occasion)
        meal = meals.store(unit, draft, eater=eater)
        # Entered today: the till of the day of the meal has been counted.
        prepaid.pay(unit, meal, eater.balance)
        unit.change(row, {"resolved_at": clock.timestamp(), "meal_id": meal.id})
    return int(meal.id)


def dismiss(actor: Actor, queue_id: int, reason: str) -> None:
    """Take a queued scan out of the queue, because it was none; the row is voided, not deleted."""
    if not reason.strip():
        raise ReasonNeeded("dismiss")
    with writing(actor, Action.DISMISS_SCAN, reason.strip()) as unit:
        unit.void(_waiting(queue_id), reason.strip())


def _waiting(queue_id: int) -> ScanQueue:
    row = ScanQueue.get_or_none(
        ScanQueue.id == queue_id, ScanQueue.resolved_at.is_null(), ScanQueue.voided_at.is_null()
    )
    if row is None:
        raise NotFound(Thing.SCAN_QUEUE, str(queue_id))
    return row


def _queue(actor: Actor, digits: str, meal: str, mode: str, moment: dt.datetime, occasion: str) -> ScanResult:
    with writing(actor, Action.RECORD_MEAL) as unit:
        unit.add(
            ScanQueue(
                scanned=digits,
                eaten_on=moment.date(),
                eaten_at=moment.strftime("%H:%M"),
                meal=meal,
                mode=mode,
                occasion=occasion,
            )
        )
    return ScanResult(ScanKind.QUEUED)

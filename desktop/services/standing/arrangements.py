"""What was agreed for certain weekdays: made, changed, stopped for a while; the holidays of the centre."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from desktop.core.acts import Action, Thing
from desktop.core.errors import InvalidDraft, NotFound
from desktop.core.money import yuan_text
from desktop.core.reasons import Reason
from desktop.core.routes import StandingSubject
from desktop.core.trade import MealKind, ServicePlace
from desktop.core.words import terms
from desktop.core.words.prices import WEEKDAYS
from desktop.models import query
from desktop.models.standing import Holiday, StandingArrangement, StandingStop
from desktop.services.writing import about_residents, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

_FOREVER = "9999-12-31"


@dataclass
class ArrangementDraft:
    """Meals that are brought, as typed; no weekday is every day."""

    resident_id: int | None = declared.row()
    meal: str = declared.choice(terms.MEALS, MealKind.LUNCH, required=True)
    valid_from: str | dt.date = declared.day(required=True, future=True)
    valid_to: str | dt.date = declared.day(future=True)
    remark: str = declared.text(longest=200)
    weekdays: list[str] = field(default_factory=list)


@dataclass
class ServiceArrangementDraft:
    """A help service for certain weekdays as typed; its orders are made with what stands here.

    An empty amount is left to the price list of the day that is due.
    """

    resident_id: int | None = declared.row()
    type: str = declared.choice(terms.SERVICE_TYPES, required=True)
    item: str = declared.text(longest=20)
    quantity: str = declared.number(1, 999)
    place: str = declared.choice(terms.SERVICE_PLACES, ServicePlace.HOME)
    started: str = declared.clock_time()
    ended: str = declared.clock_time()
    worker: str = declared.text(longest=60)
    content: str = declared.text()
    payer: str = declared.choice(terms.PAYERS)
    fee: str = declared.fen()
    subsidy: str = declared.fen()
    valid_from: str | dt.date = declared.day(required=True, future=True)
    valid_to: str | dt.date = declared.day(future=True)
    remark: str = declared.text(longest=200)
    weekdays: list[str] = field(default_factory=list)


Draft = ArrangementDraft | ServiceArrangementDraft


@dataclass
class StopDraft:
    """Days on which an arrangement rests, as typed."""

    from_on: str | dt.date = declared.day(required=True, future=True)
    to_on: str | dt.date = declared.day(future=True)
    reason: str = declared.text(required=True, longest=200)


@dataclass
class HolidayDraft:
    """A holiday as typed; a day that is worked all the same is not ``closed``."""

    day: str | dt.date = declared.day(required=True, future=True)
    words: str = declared.text(required=True, longest=60)
    closed: bool = True


@dataclass(frozen=True)
class HolidayRow:
    """A holiday on record."""

    id: int
    day: dt.date
    words: str
    closed: bool


def arrange(actor: Actor, draft: ArrangementDraft) -> int:
    """Agree on meals that are brought; the id."""
    with writing(actor, Action.EDIT_STANDING) as unit:
        return store(unit, draft, Checks())


def change(actor: Actor, arrangement_id: int, draft: ArrangementDraft) -> None:
    """Put right or end what was agreed on meals."""
    with writing(actor, Action.EDIT_STANDING) as unit:
        store(unit, draft, Checks(), arrangement_id)


def store(unit: Unit, draft: Draft, checks: Checks, arrangement_id: int | None = None) -> int:
    """Agree on something within a unit, or change it; the id. ``checks`` has what is wrong besides.

    Refused while the same is agreed already (``_other``).
    """
    values = _read(draft, checks, arrangement_id or 0)
    about_residents.person_for(values["resident_id"], values["valid_from"])
    if arrangement_id is None:
        return int(unit.add(StandingArrangement(**values)).id)
    unit.change(_of(unit.living(StandingArrangement, arrangement_id), _subject(draft)), values)
    return arrangement_id


def draft_of(arrangement_id: int) -> ArrangementDraft:
    """What was typed of meals that are brought; NotFound."""
    row = _of(living(StandingArrangement, arrangement_id), StandingSubject.MEAL_DELIVERY)
    return ArrangementDraft(**declared.shown(ArrangementDraft, row), weekdays=list(row.weekdays))


def service_draft_of(arrangement_id: int) -> ServiceArrangementDraft:
    """What was typed of a help service; NotFound."""
    row = _of(living(StandingArrangement, arrangement_id), StandingSubject.HELP_SERVICE)
    return ServiceArrangementDraft(
        fee="" if row.fee_fen is None else yuan_text(row.fee_fen),
        subsidy="" if row.subsidy_fen is None else yuan_text(row.subsidy_fen),
        weekdays=list(row.weekdays),
        **declared.shown(ServiceArrangementDraft, row),
    )


def void(actor: Actor, arrangement_id: int, reason: str) -> None:
    """作废: it was never agreed; lists that were made of it stay."""
    with writing(actor, Action.EDIT_STANDING) as unit:
        unit.void(unit.living(StandingArrangement, arrangement_id), reason)


def stop(actor: Actor, arrangement_id: int, draft: StopDraft) -> int:
    """Let an arrangement rest; the id."""
    with writing(actor, Action.EDIT_STANDING) as unit:
        checks = Checks()
        values = declared.read(draft, checks)
        _ends_after(checks, values, "from_on", "to_on")
        checks.raise_if_any()
        owner = unit.living(StandingArrangement, arrangement_id)
        return int(unit.add(StandingStop(arrangement=owner, **values)).id)


def void_stop(actor: Actor, stop_id: int, reason: str) -> None:
    """作废: it does not rest then."""
    with writing(actor, Action.EDIT_STANDING) as unit:
        unit.void(unit.living(StandingStop, stop_id), reason)


def set_holiday(actor: Actor, draft: HolidayDraft) -> int:
    """Put a holiday on record; one that stands on that day already is changed. The id."""
    with writing(actor, Action.EDIT_HOLIDAY) as unit:
        checks = Checks()
        values: dict[str, Any] = declared.read(draft, checks)
        checks.raise_if_any()
        values["closed"] = int(draft.closed)
        found = query.ids("SELECT id FROM living_holiday WHERE day = ?", [values["day"].isoformat()])
        if not found:
            return int(unit.add(Holiday(**values)).id)
        unit.change(unit.living(Holiday, found[0]), values)
        return found[0]


def void_holiday(actor: Actor, day: str | dt.date, reason: str) -> None:
    """作废: the day is none; NotFound where none stands."""
    checks = Checks()
    meant = checks.day("day", day, required=True, future=True)
    checks.raise_if_any()
    assert meant is not None
    with writing(actor, Action.EDIT_HOLIDAY) as unit:
        found = query.ids("SELECT id FROM living_holiday WHERE day = ?", [meant.isoformat()])
        if not found:
            raise NotFound(Thing.HOLIDAY, meant.isoformat())
        unit.void(unit.living(Holiday, found[0]), reason)


def holidays_since(day: dt.date) -> list[HolidayRow]:
    """The holidays from a day on."""
    return query.fetch_as(
        HolidayRow, "SELECT id, day, words, closed FROM living_holiday WHERE day >= ? ORDER BY day", [day.isoformat()]
    )


def _subject(draft: Draft) -> StandingSubject:
    return StandingSubject.MEAL_DELIVERY if isinstance(draft, ArrangementDraft) else StandingSubject.HELP_SERVICE


def _of(row: StandingArrangement, subject: StandingSubject) -> StandingArrangement:
    if row.subject != subject:
        raise NotFound(Thing.STANDING_ARRANGEMENT, str(row.id))
    return row


def _read(draft: Draft, checks: Checks, but: int) -> dict[str, Any]:
    values = declared.read(draft, checks) | {"subject": _subject(draft)}
    for day in draft.weekdays:
        checks.choice("weekdays", day, WEEKDAYS)
    days = "".join(sorted(set(draft.weekdays)))
    values["weekdays"] = "" if len(days) == len(WEEKDAYS) else days
    _ends_after(checks, values, "valid_from", "valid_to")
    if isinstance(draft, ServiceArrangementDraft):
        for name in ("fee", "subsidy"):
            fen = values.pop(name)
            values[f"{name}_fen"] = fen if getattr(draft, name).strip() else None
        values["quantity"] = values["quantity"] or 1
        if values["ended"] and not draft.started.strip():
            checks.refuse("started", Reason.REQUIRED)
    checks.raise_if_any()
    if _other(values, but):
        checks.refuse("valid_from", Reason.OVERLAP)
        raise InvalidDraft(checks.errors)
    return values


def _ends_after(checks: Checks, values: dict[str, Any], first: str, last: str) -> None:
    if not checks.errors and values[last] is not None and values[last] < values[first]:
        checks.refuse(last, Reason.ENDS_BEFORE_START)


def _other(values: dict[str, Any], but: int) -> bool:
    """Whether the same is agreed with the same person for some of the days: a meal; a service that begins as early."""
    last = values["valid_to"].isoformat() if values["valid_to"] else _FOREVER
    rows = query.fetch(
        "SELECT weekdays FROM living_standing_arrangement WHERE resident_id = ? AND subject = ? AND meal = ?"
        " AND type = ? AND started = ? AND id <> ?"
        f" AND valid_from <= ? AND COALESCE(valid_to, '{_FOREVER}') >= ?",
        [
            values["resident_id"],
            values["subject"],
            values.get("meal", ""),
            values.get("type", ""),
            values.get("started", ""),
            but,
            last,
            values["valid_from"].isoformat(),
        ],
    )
    if values["subject"] == StandingSubject.MEAL_DELIVERY:
        # One meal of one person is agreed in one place, whatever its days.
        return bool(rows)
    return any(not days or not values["weekdays"] or set(days) & set(values["weekdays"]) for (days,) in rows)

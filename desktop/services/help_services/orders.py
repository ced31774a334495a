"""Ten-help services: requests, their way to done and rated, the list (handbook 2.3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import OPEN_ORDERS, ServicePlace, ServiceState, ServiceType
from desktop.core.words import terms
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.models.resident import Resident
from desktop.services.help_services import attention, definitions, steps
from desktop.services.register import listing as residents
from desktop.services.register import places
from desktop.services.work import service_hours
from desktop.services.writing import about_residents, declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, savepoint, writing
from desktop.services.writing.listing import Condition, Listing, within

_OPEN = "s.state IN ('requested', 'dispatched')"
_OPEN_IDS = f"SELECT s.id FROM living_help_service s WHERE {_OPEN}"
_ABOVE_FEE = Condition("s.subsidy_fen > s.fee_fen AND s.state <> 'cancelled'", ())


@dataclass
class ServiceDraft:
    """A service as typed; it may be entered directly as done."""

    service_id: int | None = None
    resident_id: int | None = declared.row()
    type: str = declared.choice(terms.SERVICE_TYPES, required=True)
    item: str = declared.text(longest=20)
    quantity: str = declared.number(1, 999)
    state: str = declared.choice(terms.SERVICE_STATES, ServiceState.DONE, required=True)
    place: str = declared.choice(terms.SERVICE_PLACES, ServicePlace.HOME)
    service_on: str | dt.date = declared.day(required=True, future=True)
    started: str = declared.clock_time()
    ended: str = declared.clock_time()
    worker: str = declared.text(longest=60)
    content: str = declared.text()
    payer: str = declared.choice(terms.PAYERS)
    fee: str = declared.fen()
    subsidy: str = declared.fen()
    satisfaction: str = declared.number(1, 5)
    remark: str = declared.text()
    shown: ServiceDraft | None = reconciling.base()


@dataclass(frozen=True)
class ServiceQuery:
    """Which services the list shows; an empty field does not filter.

    ``unclosed``: neither done nor cancelled; ``stale``: they wait too long; ``to_ask``: the 回访 list of the month;
    ``above_fee``: those of the month whose subsidy is above the fee.
    """

    month: Month | None = None
    text: str = ""
    type: str = ""
    state: str = ""
    unclosed: bool = False
    stale: bool = False
    to_ask: bool = False
    above_fee: bool = False
    resident_id: int | None = None
    order: str = "date"
    descending: bool = True


@dataclass(frozen=True)
class ServiceRow:
    """One service as the list shows it; ``planned_at`` is the plan that it was done by, or stands for."""

    id: int
    uid: str
    service_on: dt.date
    resident_id: int
    name: str
    community: str
    type: str
    state: str
    place: str
    started: str
    ended: str
    minutes: int
    worker: str
    payer: str
    fee_fen: int
    subsidy_fen: int
    satisfaction: int | None
    remark: str
    content: str
    requested_at: str
    requested_by: str
    planned_at: str
    dispatched_at: str
    dispatched_by: str
    closed_at: str
    closed_by: str
    rated_at: str
    rated_by: str
    rated_how: str
    rating_words: str
    cancel_reason: str
    item: str
    quantity: int


_LIST = Listing(
    ServiceRow,
    "s",
    "living_help_service s JOIN resident r ON r.id = s.resident_id",
    orders={
        "date": "s.service_on {d}, s.started {d}, s.id {d}",
        "name": "r.name_key {d}, s.service_on",
        "type": "s.type {d}, s.service_on DESC",
        "worker": "s.worker {d}, s.service_on DESC",
    },
    columns={"name": "r.name", "community": "r.community"},
    filters={"type": "s.type", "state": "s.state", "resident_id": "s.resident_id"},
    pinned=f"CASE WHEN s.type = 'emergency' AND {_OPEN} THEN 0 ELSE 1 END, ",
)


def find_ids(wanted: ServiceQuery) -> list[int]:
    """The ids that match, in the wanted order; urgent help (助急) that is still open stands first."""
    if wanted.stale or wanted.to_ask:
        found = attention.stale() if wanted.stale else attention.to_ask(wanted.month or Month.of(clock.today()))
        return _LIST.find_ids(wanted, Condition(f"s.id IN {query.LISTED}", [query.listed(found)]), _about(wanted))
    in_month = within("s.service_on", wanted.month)
    if wanted.above_fee:
        return _LIST.find_ids(wanted, in_month, _ABOVE_FEE, _about(wanted))
    return _LIST.find_ids(
        wanted,
        # By id, so that both sides have an index and the services of all years are not sorted through.
        in_month and Condition(f"({in_month.sql} OR s.id IN ({_OPEN_IDS}))", in_month.values),
        Condition(f"s.id IN ({_OPEN_IDS})", ()) if wanted.unclosed else None,
        _about(wanted),
    )


def _about(wanted: ServiceQuery) -> Condition | None:
    return residents.about("s.resident_id", wanted.text)


def rows(ids: Sequence[int]) -> list[ServiceRow]:
    """The services of these ids, in their order."""
    return places.named(_LIST.rows(ids))


def fees(ids: Sequence[int]) -> tuple[int, int]:
    """(fee, subsidy) in fen of the services of these ids that were not cancelled."""
    found = query.fetch_one(
        "SELECT coalesce(sum(fee_fen), 0), coalesce(sum(subsidy_fen), 0) FROM living_help_service"
        f" WHERE id IN {query.LISTED} AND state <> 'cancelled'",
        [query.listed(ids)],
    )
    assert found is not None
    return int(found[0]), int(found[1])


def urgent_orders() -> list[ServiceRow]:
    """Urgent help (助急) that nobody closed yet, however long ago it was asked for, the longest waiting first."""
    found = rows(find_ids(ServiceQuery(type=ServiceType.EMERGENCY, unclosed=True)))
    return sorted(found, key=lambda row: (row.requested_at, row.id))


def open_orders() -> list[ServiceRow]:
    """What is requested or dispatched and not yet done, urgent help first."""
    return rows(query.ids(f"{_OPEN_IDS} ORDER BY s.type <> 'emergency', s.service_on, s.id"))


def validate(draft: ServiceDraft) -> list[FieldError]:
    """What keeps a service from being saved."""
    checks = Checks()
    _read(draft, checks)
    return checks.errors


def draft_of(service_id: int) -> ServiceDraft:
    """The draft that a form opens for a service on record."""
    return reconciling.opened(_draft(living(HelpService, service_id)))


def _draft(row: HelpService) -> ServiceDraft:
    return ServiceDraft(
        service_id=row.id,
        fee=yuan_text(row.fee_fen) if row.fee_fen else "",
        subsidy=yuan_text(row.subsidy_fen) if row.subsidy_fen else "",
        **declared.shown(ServiceDraft, row),
    )


def save(actor: Actor, draft: ServiceDraft) -> int:
    """Record a new service or the changes of one; the id."""
    with writing(actor, Action.RECORD_SERVICE) as unit:
        kept = int(store(unit, draft).id)
    reconciling.opened(draft)
    return kept


def store(unit: Unit, draft: ServiceDraft, arrangement_id: int | None = None, minutes: int = 0) -> HelpService:
    """Record a service within a unit; ``arrangement_id`` where what was agreed asks for it on its day.

    What was agreed stands with its item, whatever is offered by then. ``minutes`` is how long it took where somebody
    noted that and not from when to when.
    """
    row = unit.living(HelpService, draft.service_id) if draft.service_id is not None else None
    if row is not None:
        reconciling.reconcile(draft, _draft(row))
    checks = Checks()
    values = _read(draft, checks)
    on_record = row is not None and (row.type, row.item) == (values["type"], values["item"])
    if values["item"] and arrangement_id is None and not on_record:
        # What a row says already stands, whatever is offered by now.
        _offered(values, checks)
    wrong = steps.refused(row.state if row is not None else None, values["state"])
    if wrong is not None:
        checks.refuse("state", wrong)
    checks.raise_if_any()
    about_residents.person_for(values["resident_id"], values["service_on"])
    if row is None:
        values["minutes"] = values["minutes"] or minutes
    elif (row.started, row.ended) == (values["started"], values["ended"]):
        # Noted without times it stays so, whatever else is put right.
        values["minutes"] = row.minutes
    values |= steps.entered(unit, row, values)
    if row is None:
        due_on = values["service_on"] if arrangement_id is not None else None
        return unit.add(HelpService(**values, arrangement_id=arrangement_id, due_on=due_on))
    with savepoint():
        unit.change(row, values)
        service_hours.settle(unit, [row.id], service_hours.CHANGED)
    return row


def store_called_off(unit: Unit, draft: ServiceDraft, reason: str) -> HelpService:
    """Record within a unit an order that was called off before it came here; it never counts as done.

    No step of it was taken at this desk, so it has times of none; somebody's death is no reason against it.
    """
    checks = Checks()
    values = _read(draft, checks) | {"state": ServiceState.CANCELLED}
    why = checks.text("cancel_reason", reason, required=True)
    if values["item"]:
        _offered(values, checks)
    checks.raise_if_any()
    unit.living(Resident, values["resident_id"])
    return unit.add(
        HelpService(**values, cancel_reason=why, planned_at=steps.plan(values["service_on"], values["started"]))
    )


def void(actor: Actor, service_id: int, reason: str) -> None:
    """作废: the row stays with its reason and counts no more; its hours go out of the time bank again."""
    with writing(actor, Action.VOID_SERVICE) as unit:
        void_in(unit, [service_id], reason)


def void_in(unit: Unit, service_ids: Sequence[int], reason: str) -> None:
    """``void`` of several within a unit."""
    with savepoint():
        for one in service_ids:
            unit.void(unit.living(HelpService, one), reason)
        service_hours.settle(unit, service_ids, reason.strip())


def workers() -> list[str]:
    """The texts of services for who did them, the most frequent first."""
    found = query.fetch(
        "SELECT worker FROM living_help_service WHERE worker <> '' GROUP BY worker ORDER BY count(*) DESC"
    )
    return [str(row[0]) for row in found]


def unnoted(draft: ServiceDraft) -> list[str]:
    """The fields without which a finished service has no minutes, nobody who did it, nobody who paid."""
    if draft.state in OPEN_ORDERS or draft.state == ServiceState.CANCELLED:
        return []
    found = [name for name in ("worker", "payer") if not str(getattr(draft, name)).strip()]
    return found if draft.started and draft.ended else [*found, "started"]


def _offered(values: dict[str, Any], checks: Checks) -> None:
    if (
        values["type"]
        and values["service_on"]
        and values["item"] not in definitions.items(values["type"], values["service_on"])
    ):
        checks.refuse("item", Reason.UNKNOWN_WORD, values["item"])


def _read(draft: ServiceDraft, checks: Checks) -> dict[str, Any]:
    values = declared.read(draft, checks)
    day: dt.date | None = values["service_on"]
    if day is not None and day > clock.today() and draft.state not in (*OPEN_ORDERS, ServiceState.CANCELLED):
        # Only what is planned, or was, may lie ahead.
        checks.refuse("service_on", Reason.FUTURE_DATE)
    amounts = {"fee_fen": values.pop("fee"), "subsidy_fen": values.pop("subsidy")}
    if values["state"] == ServiceState.DONE and values["satisfaction"] is not None:
        # How it pleased, once said, is its 回访.
        values["state"] = ServiceState.RATED
    values["quantity"] = values["quantity"] or 1
    return values | amounts | {"minutes": steps.minutes(values, checks)}

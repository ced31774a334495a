"""What a line says of a service: its type, state and times as chips and words, and the steps that it took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.core.i18n import translate
from desktop.core.trade import OPEN_ORDERS, ServiceState, ServiceType
from desktop.core.words.orders import waited_words
from desktop.core.words.routes import FOLLOW_UPS
from desktop.core.words.terms import SERVICE_STATES, SERVICE_TYPES
from desktop.services.help_services import board, definitions
from desktop.services.help_services.orders import ServiceRow
from desktop.ui.forms.text_fields import day_text
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Column
from desktop.ui.widgets.chips import Chips, ChipSpec

_TONES: Mapping[str, Tone] = {
    ServiceState.REQUESTED: Tone.ATTENTION,
    ServiceState.DISPATCHED: Tone.ACCENT,
    ServiceState.DONE: Tone.OK,
    ServiceState.RATED: Tone.OK,
    ServiceState.CANCELLED: Tone.NEUTRAL,
}


def item(row: ServiceRow) -> str:
    """The item and how many of it, where it is not one."""
    named = definitions.item_shown(row.item)
    return f"{named} × {row.quantity}" if row.quantity > 1 else named


def type_chip(row: ServiceRow) -> Chips:
    """The type; urgent help stands out while it is open."""
    urgent = row.type == ServiceType.EMERGENCY and row.state in OPEN_ORDERS
    return Chips((ChipSpec(SERVICE_TYPES.shown[row.type], Tone.DANGER if urgent else Tone.NEUTRAL),))


def state_chip(row: ServiceRow) -> Chips:
    """How far it is."""
    return Chips((ChipSpec(SERVICE_STATES.shown[row.state], _TONES[row.state]),))


def times(row: ServiceRow) -> str:
    """From when to when."""
    return f"{row.started}–{row.ended}" if row.started and row.ended else row.started


def told_steps(row: ServiceRow) -> Iterator[tuple[str, str]]:
    """The steps that were taken at the desk, each with its time and person, and what was planned."""
    cancelled = row.state == ServiceState.CANCELLED
    closed = translate("Services", "Cancelled") if cancelled else translate("Services", "Done")
    for name, at, by in (
        (translate("Services", "Ordered"), row.requested_at, row.requested_by),
        (translate("Services", "Dispatched"), row.dispatched_at, row.dispatched_by),
        (closed, row.closed_at, row.closed_by),
        (_asked(row), row.rated_at if row.rated_how else "", row.rated_by),
    ):
        yield name, f"{at[:16]} {by}".strip()
    yield translate("Services", "Planned for"), row.planned_at if row.state not in OPEN_ORDERS else ""
    yield translate("Services", "Why cancelled"), row.cancel_reason


def order_columns() -> tuple[Column[ServiceRow], ...]:
    """The columns of open orders, with how long they wait."""
    return (
        Column(translate("Services", "Type"), type_chip, 88),
        Column(translate("Services", "Item"), item, 96, spare=True),
        Column(translate("Services", "Name"), lambda row: row.name, 90, stretch=True),
        Column(translate("Services", "Date"), lambda row: day_text(row.service_on), 112),
        Column(translate("Services", "Time"), times, 118, spare=True),
        Column(translate("Services", "State"), state_chip, 108),
        Column(translate("Services", "Worker"), lambda row: row.worker, 100, stretch=True),
        Column(translate("Board", "Waiting"), _waiting, 110),
        Column(translate("Services", "Community"), lambda row: row.community, 110, spare=True),
    )


def _waiting(row: ServiceRow) -> str:
    time = board.waited(row)
    return "" if time is None else waited_words(time)


def _asked(row: ServiceRow) -> str:
    how = FOLLOW_UPS.shown.get(row.rated_how, "")
    return translate("Services", "Followed up, {how}").format(how=how)

"""What the demo's people did at the desk beside the workbooks: risks settled, today's telephone orders."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.trade import FlagKind, NamedList, ServiceState
from desktop.demo.centre import DemoCentre
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.named import aliases, entries
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.visits import risks
from desktop.services.writing.actor import Actor

_FRESH = dt.timedelta(days=14)
_SETTLED = dt.timedelta(days=9)
_LEFT_OVER = 8


def keep_communities(actor: Actor, centre: DemoCentre, month: Month) -> None:
    """Keep the communities as a list: one has another name since the month began, one is also written otherwise."""
    kept = dict(zip(centre.communities, entries.add_all(actor, NamedList.COMMUNITY, centre.communities), strict=True))
    village, community = centre.renamed
    entries.rename(actor, kept[village], community, month.first)
    text, name = centre.also_written
    aliases.answer(actor, NamedList.COMMUNITY, text, kept[name])


def settle_risks(actor: Actor, centre: DemoCentre) -> None:
    """Close the risks of earlier weeks; every eighth is still open, as it goes."""
    today = clock.today()
    old = [one for one in risks.open_risks() if one.found_on < today - _FRESH]
    for number, one in enumerate(old, 1):
        if number % _LEFT_OVER:
            risks.close(actor, one.id, centre.risk_result, one.found_on + _SETTLED)


def take_orders(actor: Actor, centre: DemoCentre) -> None:
    """Record what was asked for by telephone today, by people who live alone."""
    people = residents.find_ids(ResidentQuery(flag=FlagKind.LIVING_ALONE, order="id"))
    for person, (kind, state, content) in zip(people, centre.orders, strict=False):
        worker = centre.workers[0] if state == ServiceState.DISPATCHED else ""
        draft = ServiceDraft(
            resident_id=person, type=kind, state=state, service_on=clock.today(), content=content, worker=worker
        )
        help_services.save(actor, draft)

"""What the demo's people did at the desk beside the workbooks: risks, orders, money left here, lunch brought."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.period import Month
from desktop.core.trade import FlagKind, MealKind, NamedList, ServiceState
from desktop.demo.centre import DemoCentre
from desktop.services.canteen import prepaid
from desktop.services.canteen.prepaid import MoneyDraft
from desktop.services.deliveries import lists
from desktop.services.help_services import on_paper
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.named import aliases, entries
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ArrangementDraft
from desktop.services.visits import risks
from desktop.services.writing.actor import Actor

_FRESH = dt.timedelta(days=14)
_SETTLED = dt.timedelta(days=9)
_LEFT_OVER = 8
# Yuan that are left with the canteen, by person; to how many lunch is brought.
_LEFT_HERE = ("100", "200", "50", "300", "20")
_BROUGHT = 5


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
    """Record what was asked for by telephone today, by people who live alone, and print the day lists of it."""
    people = residents.find_ids(ResidentQuery(flag=FlagKind.LIVING_ALONE, order="id"))
    for person, (kind, state, content) in zip(people, centre.orders, strict=False):
        worker = centre.workers[0] if state == ServiceState.DISPATCHED else ""
        draft = ServiceDraft(
            resident_id=person, type=kind, state=state, service_on=clock.today(), content=content, worker=worker
        )
        help_services.save(actor, draft)
    if on_paper.waiting(clock.today()):
        on_paper.day_lists(actor, clock.today())


def fill_purses(actor: Actor) -> None:
    """Some of those who live alone leave money with the canteen; one has fetched the rest of it again."""
    people = residents.find_ids(ResidentQuery(flag=FlagKind.LIVING_ALONE, order="id"))
    for person, yuan in zip(people, _LEFT_HERE, strict=False):
        prepaid.top_up(actor, MoneyDraft(person, yuan))
    for person in people[len(_LEFT_HERE) - 1 : len(_LEFT_HERE)]:
        prepaid.refund(actor, MoneyDraft(person, _LEFT_HERE[-1]))


def bring_lunch(actor: Actor, centre: DemoCentre) -> None:
    """Agree with others who live alone that lunch is brought, and make the list of today."""
    people = residents.find_ids(ResidentQuery(flag=FlagKind.LIVING_ALONE, order="id", descending=True))[:_BROUGHT]
    for person in people:
        arrangements.arrange(actor, ArrangementDraft(person, MealKind.LUNCH, clock.today()))
    if people:
        lists.make(actor, clock.today(), MealKind.LUNCH, centre.workers[0])

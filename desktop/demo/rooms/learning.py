"""What those who work at the demo centre learnt, and the hours of its volunteers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.core.period import Month
from desktop.core.trade import FlagKind, PostRole
from desktop.core.work import TrainingKind
from desktop.demo.rooms.told import at_home, day
from desktop.services.people import listing
from desktop.services.work import service_hours, timebank, trainings
from desktop.services.work.timebank import HoursDraft
from desktop.services.work.trainings import TrainingDraft, Who
from desktop.services.writing.actor import Actor


def learn(actor: Actor, data: Mapping[str, Any]) -> None:
    """Trainings with who took part: carers come first, of the last one the families of who needs care."""
    people = [one for one in listing.workers(actor) if PostRole.VOLUNTEER not in listing.roles_of(one)]
    families = at_home(data["families"], (), flag=FlagKind.DISABLED)
    for number, (ago, kind, title, hours, trainer, remark) in enumerate(data["trainings"]):
        draft = TrainingDraft(None, kind, title, day(ago), hours, trainer, remark)
        if kind == TrainingKind.FAMILY_CARER:
            takers = [(Who(None, one), "") for one in families]
        else:
            takers = [(Who(one.id), "") for at, one in enumerate(people) if (at + number) % 4]
        trainings.take_all(actor, draft, takers)


def book_hours(actor: Actor, data: Mapping[str, Any], months: list[Month]) -> None:
    """What volunteers did goes into their time banks; one of them takes some hours out again."""
    for month in months:
        service_hours.book(actor, month)
    hours, why = data["taken"]
    rich = [one for one in timebank.volunteers(actor) if one.hours.balance > 60 * float(hours)]
    for one in rich[:1]:
        timebank.take_out(actor, HoursDraft(one.id, hours, day(0), None, one.name, why))

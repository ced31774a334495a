"""活动签到表: who is on record for an activity, as a list that each signs and whose codes find their services."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.core.acts import Action, Thing
from desktop.core.errors import NothingToDo
from desktop.services.help_services import attendance, on_paper
from desktop.services.help_services.on_paper import PaperOrder
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting


@dataclass(frozen=True)
class AttendanceList:
    """An activity and who was there, the first on record first; whatever it says is read from their services."""

    day: dt.date
    type: str
    place: str
    started: str
    rows: tuple[PaperOrder, ...]

    @property
    def visitor(self) -> str:
        """Who held it."""
        return _each(row.order.worker for row in self.rows)

    @property
    def ended(self) -> str:
        """Until when it was."""
        return _each(row.order.ended for row in self.rows)

    @property
    def item(self) -> str:
        """Which items of the type it was."""
        return _each(row.order.item for row in self.rows)

    @property
    def content(self) -> str:
        """What was done."""
        return _each(row.order.content for row in self.rows)


def attendance_list(actor: Actor, activity: ServiceDraft) -> AttendanceList:
    """The list of an activity that was begun, to be printed now; NothingToDo where nobody is on record for it.

    Each service has a code, and that it was printed is noted.
    """
    permissions.reading(actor, Action.PRINT_ORDER)
    with noting(actor) as unit:
        there = sorted(attendance.attended(activity))
        if not there:
            raise NothingToDo(Thing.HELP_SERVICE)
        for one in there:
            on_paper.put_on_paper(unit, one)
        rows = sorted(on_paper.papers(there), key=lambda row: row.id)
    numbered = tuple(replace(row, position=place) for place, row in enumerate(rows, 1))
    day = numbered[0].order.service_on
    return AttendanceList(day, activity.type, activity.place, activity.started, numbered)


def _each(words: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(one for one in words if one))

"""What follows a visit: putting it right by a new one that supersedes it, and opening orders for its needs."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import ReasonNeeded
from desktop.core.trade import ServiceState
from desktop.core.words import terms
from desktop.models import query
from desktop.models.base import Record
from desktop.models.help_service import HelpService
from desktop.models.visit import Attachment, Risk, RouteRow, Visit
from desktop.services.visits import answered
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.work import service_hours
from desktop.services.writing import about_residents
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, living, writing

# Rows that belong to a visit and go with it to the one that supersedes it.
_FOLLOWERS = (Risk, HelpService, RouteRow, Attachment)


@dataclass(frozen=True)
class VisitEntry:
    """When and by whom a visit was typed, and which void visit it stands for."""

    entered_at: str
    entered_by: str
    supersedes_id: int | None


def draft_of(visit_id: int) -> VisitDraft:
    """The draft that a form opens for a visit on record; its risks are kept in their own list."""
    row = living(Visit, visit_id)
    return VisitDraft(
        resident_id=row.resident_id,
        visited_on=row.visited_on,
        visited_at=row.visited_at,
        method=row.method,
        visitors=visits.visitor_names([visit_id]).get(visit_id, ""),
        outcome=row.outcome,
        contact=row.contact,
        blocks={block: getattr(row, block) for block in terms.VISIT_BLOCKS if getattr(row, block)},
        words={block: getattr(row, f"{block}_words") for block in terms.VISIT_BLOCKS if getattr(row, f"{block}_words")},
        needs=needs_of(visit_id),
        remark=row.remark,
    )


def entry_of(visit_id: int) -> VisitEntry:
    """Who typed a visit and when: the day of the visit may be earlier."""
    row = living(Visit, visit_id)
    by = query.fetch_one(
        "SELECT staff_name FROM change_log WHERE table_name = 'visit' AND row_id = ? AND action = 'add'", [visit_id]
    )
    return VisitEntry(row.created_at, str(by[0]) if by else "", row.supersedes_id)


def needs_of(visit_id: int) -> tuple[str, ...]:
    """The ten-help types that a visit found needed."""
    return tuple(query.texts("SELECT type FROM living_visit_need WHERE visit_id = ? ORDER BY id", [visit_id]))


def supersede(actor: Actor, visit_id: int, draft: VisitDraft, reason: str) -> int:
    """Put a visit right: the old one becomes void with the reason, a new one takes its place. The new id."""
    if not reason.strip():
        raise ReasonNeeded("supersede")
    with writing(actor, Action.SUPERSEDE_VISIT, reason.strip()) as unit:
        earlier = draft_of(visit_id)
        unit.void(unit.living(Visit, visit_id), reason)
        new = answered.store(unit, draft, earlier)
        unit.change(new, {"supersedes_id": visit_id})
        for model in _FOLLOWERS:
            for row in model.select().where(model.visit_id == visit_id, model.voided_at.is_null()):
                unit.change(row, _followed(row, new))
        services = HelpService.select(HelpService.id).where(HelpService.visit_id == new.id)
        service_hours.settle(unit, [int(one.id) for one in services], service_hours.CHANGED)
        return int(new.id)


def open_orders_from(actor: Actor, visit_id: int) -> list[int]:
    """Open a ten-help order for each need of a visit that has none yet; the ids of the new orders."""
    with writing(actor, Action.ORDER_NEEDS) as unit:
        row = unit.living(Visit, visit_id)
        person = about_residents.person_for(row.resident_id, clock.today())
        ordered = query.fetch("SELECT type FROM living_help_service WHERE visit_id = ?", [visit_id])
        wanted = [need for need in needs_of(visit_id) if (need,) not in ordered]
        return [_order(unit, visit_id, person.id, need) for need in wanted]


def _order(unit: Unit, visit_id: int, resident_id: int, need: str) -> int:
    order = HelpService(
        resident_id=resident_id,
        type=need,
        state=ServiceState.REQUESTED,
        requested_at=clock.timestamp(),
        requested_by=unit.actor.name,
        service_on=clock.today(),
        visit_id=visit_id,
    )
    return int(unit.add(order).id)


def _followed(row: Record, visit: Visit) -> dict[str, object]:
    # A visit that was typed for the wrong person takes its risks and orders along to the right one, and frees the row.
    if isinstance(row, Risk | HelpService):
        return {"visit_id": visit.id, "resident_id": visit.resident_id}
    if isinstance(row, RouteRow) and row.resident_id != visit.resident_id:
        return {"visit_id": None}
    return {"visit_id": visit.id}

"""Welfare visits: recording them, the list, needs and risks (handbook 2.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.core.acts import Action
from desktop.core.errors import FieldError, VisitHasOpen
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import OPEN_ORDERS, BlockState, RiskLevel, VisitMethod, VisitOutcome
from desktop.core.words import terms
from desktop.models import query
from desktop.models.help_service import HelpService
from desktop.models.visit import Risk, Visit, VisitNeed, Visitor
from desktop.services.register import listing as residents
from desktop.services.register import places
from desktop.services.writing import about_residents, declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing
from desktop.services.writing.listing import Listing, within


@dataclass
class VisitDraft:
    """A visit as typed. ``blocks`` and ``words`` go by the six block codes; ``risk`` opens one when filled.

    ``no_risk`` says why none is opened although a block says risk; ``contact`` how somebody was reached (seen,
    spoken), nothing where nobody noted it.
    """

    resident_id: int | None = declared.row()
    visited_on: str | dt.date = declared.day(required=True)
    visited_at: str = declared.clock_time()
    method: str = declared.choice(terms.VISIT_METHODS, VisitMethod.HOME, required=True)
    visitors: str = ""
    outcome: str = declared.choice(terms.VISIT_OUTCOMES, VisitOutcome.REACHED, required=True)
    contact: str = declared.choice(terms.VISIT_CONTACTS)
    blocks: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    risk: str = declared.text()
    risk_level: str = declared.choice(terms.RISK_LEVELS, RiskLevel.GENERAL)
    risk_action: str = declared.text()
    risk_due_on: str | dt.date = declared.day(future=True)
    no_risk: str = ""
    remark: str = declared.text()


# The columns of a risk, by the fields of the visit on which it was found.
_RISK = {"what": "risk", "level": "risk_level", "action": "risk_action", "due_on": "risk_due_on"}


@dataclass(frozen=True)
class VisitQuery:
    """Which visits the list shows; an empty field does not filter."""

    month: Month | None = None
    text: str = ""
    community: str = ""
    method: str = ""
    outcome: str = ""
    resident_id: int | None = None
    order: str = "date"
    descending: bool = True


@dataclass(frozen=True)
class VisitRow:
    """One visit as the list shows it; ``concerns`` are the blocks that are not normal."""

    id: int
    visited_on: dt.date
    visited_at: str
    resident_id: int
    name: str
    community: str
    method: str
    outcome: str
    visitors: str
    concerns: tuple[str, ...]
    remark: str


_VISITORS = (
    "COALESCE((SELECT group_concat(name, '、') FROM (SELECT w.name FROM living_visitor w WHERE w.visit_id = v.id"
    " ORDER BY w.id)), '')"
)
_CONCERNS = " || ".join(
    f"CASE WHEN v.{block} IN ('attention', 'risk') THEN '{block} ' ELSE '' END" for block in terms.VISIT_BLOCKS
)
_LIST = Listing(
    VisitRow,
    "v",
    "living_visit v JOIN resident r ON r.id = v.resident_id",
    orders={
        "date": "v.visited_on {d}, v.visited_at {d}, v.id {d}",
        "name": "r.name_key {d}, v.visited_on",
        "community": "r.community {d}, r.name_key",
        "outcome": "v.outcome {d}, v.visited_on DESC",
    },
    columns={"name": "r.name", "community": "r.community", "visitors": _VISITORS, "concerns": _CONCERNS},
    filters={"method": "v.method", "outcome": "v.outcome", "resident_id": "v.resident_id"},
)


def find_ids(wanted: VisitQuery) -> list[int]:
    """The ids that match, in the wanted order."""
    lived = places.lived_in("r.community", wanted.community)
    month, about = within("v.visited_on", wanted.month), residents.about("v.resident_id", wanted.text)
    return _LIST.find_ids(wanted, month, lived, about)


def rows(ids: Sequence[int]) -> list[VisitRow]:
    """The visits of these ids, in their order."""
    return places.named(_LIST.rows(ids))


def visitor_names(ids: Sequence[int]) -> dict[int, str]:
    """The visitors of each visit, joined by 、."""
    found: dict[int, str] = {}
    for visit, name in query.fetch(
        f"SELECT visit_id, name FROM living_visitor WHERE visit_id IN {query.LISTED} ORDER BY id",
        [query.listed(ids)],
    ):
        found[visit] = f"{found[visit]}、{name}" if visit in found else name
    return found


def validate(draft: VisitDraft) -> list[FieldError]:
    """What keeps a visit from being saved."""
    checks = Checks()
    _read(draft, checks)
    return checks.errors


def save(actor: Actor, draft: VisitDraft) -> int:
    """Record a visit with its visitors, needs and risk; the id."""
    with writing(actor, Action.RECORD_VISIT) as unit:
        return int(store(unit, draft).id)


def store(unit: Unit, draft: VisitDraft) -> Visit:
    """Record a visit within a unit."""
    checks = Checks()
    values, risk = _read(draft, checks)
    checks.raise_if_any()
    about_residents.person_for(values["resident_id"], values["visited_on"])
    visit = unit.add(Visit(**values))
    for name in split_names(draft.visitors):
        unit.add(Visitor(visit=visit, name=name))
    for need in dict.fromkeys(draft.needs):
        unit.add(VisitNeed(visit=visit, type=need))
    if risk["what"]:
        unit.add(Risk(resident_id=visit.resident_id, visit=visit, found_on=visit.visited_on, **risk))
    return visit


def open_of(visit_id: int) -> tuple[list[Risk], list[HelpService]]:
    """The risks and the orders that a visit opened and that are still open."""
    risks = Risk.select().where(Risk.visit == visit_id, Risk.closed_on.is_null(), Risk.voided_at.is_null())
    orders = HelpService.select().where(
        HelpService.visit_id == visit_id, HelpService.state.in_(OPEN_ORDERS), HelpService.voided_at.is_null()
    )
    return list(risks.order_by(Risk.id)), list(orders.order_by(HelpService.id))


def void(actor: Actor, visit_id: int, reason: str, with_open: bool | None = None) -> None:
    """作废: the visit stays with its reason and counts no more.

    ``with_open`` says whether its open risks and orders become void with it or stay; VisitHasOpen where there are some
    and nobody said it.
    """
    with writing(actor, Action.VOID_VISIT, reason.strip()) as unit:
        row = unit.living(Visit, visit_id)
        risks, orders = open_of(visit_id)
        if with_open is None and (risks or orders):
            raise VisitHasOpen(len(risks), len(orders))
        unit.void(row, reason)
        for follower in (*risks, *orders) if with_open else ():
            unit.void(follower, reason)


def split_names(text: str) -> list[str]:
    """Visitors typed in one field, apart."""
    for mark in "，,；;/ \u3000":
        text = text.replace(mark, "、")
    return list(dict.fromkeys(name for name in text.split("、") if name))


def known_visitors() -> list[str]:
    """The texts of visits for who made them, the most frequent first."""
    return query.texts("SELECT name FROM living_visitor GROUP BY name ORDER BY count(*) DESC")


def _read(draft: VisitDraft, checks: Checks) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of the visit, and those of the risk that it found."""
    values = declared.read(draft, checks)
    risk = {column: values.pop(name) for column, name in _RISK.items()}
    if risk["what"] and not risk["level"]:
        checks.refuse("risk_level", Reason.REQUIRED)
    if values["outcome"] != VisitOutcome.REACHED:
        values["contact"] = ""
    for block in terms.VISIT_BLOCKS:
        values[block] = checks.choice(block, draft.blocks.get(block, ""), terms.BLOCK_STATES)
        values[f"{block}_words"] = checks.text(block, draft.words.get(block, ""))
    for need in draft.needs:
        checks.choice("needs", need, terms.SERVICE_TYPES)
    stated = [values[block] for block in terms.VISIT_BLOCKS if values[block]]
    # "No change" for every block would record nothing that was seen (handbook 2.5).
    if stated and all(state == BlockState.UNCHANGED for state in stated) and not any(draft.words.values()):
        checks.refuse("blocks", Reason.NO_FRESH_FACT)
    return values, risk

"""Referral notes (转介单): a risk handed on to the community, a hospital or the police."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.figures.people import PersonLine
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.models import query
from desktop.models.visit import Referral, Risk
from desktop.services.register.contacts import ContactLine, reachable
from desktop.services.register.snapshot import register
from desktop.services.visits.phone_round import LastVisit, last_visit
from desktop.services.visits.risks import OpenRisk
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing


@dataclass(frozen=True)
class ReferralNote:
    """Everything that a referral note prints; ``number`` is its own."""

    id: int
    number: str
    target: str
    request: str
    written_on: dt.date
    written_by: str
    person: PersonLine
    contacts: tuple[ContactLine, ...]
    risk: OpenRisk
    last: LastVisit | None


def refer(actor: Actor, risk_id: int, target: str, request: str) -> int:
    """Write a note for a risk: to whom (community, hospital, police), and what is asked of them. The id."""
    if target not in terms.REFERRAL_TARGETS:
        raise InvalidDraft([FieldError("target", Reason.UNKNOWN_WORD)])
    checks = Checks()
    words = checks.text("request", request, required=True)
    checks.raise_if_any()
    with writing(actor, Action.REFER) as unit:
        risk = unit.living(Risk, risk_id)
        return int(unit.add(Referral(risk=risk, target=target, request=words)).id)


def referrals_of(risk_id: int) -> list[tuple[int, str, str]]:
    """(id, target, written at) of a risk's notes, the oldest first."""
    rows = query.fetch("SELECT id, target, created_at FROM living_referral WHERE risk_id = ? ORDER BY id", [risk_id])
    return [(row[0], row[1], row[2]) for row in rows]


def note(referral_id: int) -> ReferralNote:
    """A note with what is known of the person and the risk now."""
    row = query.fetch_one(
        "SELECT f.id, f.target, f.request, f.created_at, COALESCE(c.staff_name, ''), k.id, k.resident_id, r.name,"
        " r.community, k.found_on, k.what, k.level, k.action, k.due_on"
        " FROM living_referral f JOIN living_risk k ON k.id = f.risk_id JOIN resident r ON r.id = k.resident_id"
        " LEFT JOIN change_log c ON c.table_name = 'referral' AND c.row_id = f.id AND c.action = 'add'"
        " WHERE f.id = ?",
        [referral_id],
    )
    if row is None:
        raise NotFound(Thing.REFERRAL, str(referral_id))
    one, target, request, at, by, *facts = row
    risk = query.shaped(OpenRisk, facts)
    written_on = dt.date.fromisoformat(at[:10])
    return ReferralNote(
        id=one,
        number=f"ZJ-{written_on:%Y%m%d}-{one:04d}",
        target=target,
        request=request,
        written_on=written_on,
        written_by=by,
        person=register([risk.resident_id]).line(risk.resident_id, clock.today()),
        contacts=reachable(risk.resident_id),
        risk=risk,
        last=last_visit(risk.resident_id),
    )

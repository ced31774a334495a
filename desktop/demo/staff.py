"""Who works at the demo centre: posts, certificates, accounts, and a neighbour who helps."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.trade import NamedList, PostRole
from desktop.demo.centre import DemoCentre, DemoWorker
from desktop.services.centre import accounts
from desktop.services.named import aliases
from desktop.services.people import certificates, entries
from desktop.services.people.certificates import CertificateDraft
from desktop.services.people.entries import WorkerDraft
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery
from desktop.services.writing.actor import Actor

_SINCE = dt.timedelta(days=400)
_HELD = dt.timedelta(days=365)
_YOUNGEST = 66


def take_up(actor: Actor, centre: DemoCentre) -> None:
    """Put everybody on record, with certificates that end as many days from now as the demo says."""
    known = {name for name, _role, _active in accounts.accounts()}
    for number, one in enumerate(centre.people):
        _take_up(actor, centre, one, number, known)
    _neighbour(actor)


def _take_up(actor: Actor, centre: DemoCentre, one: DemoWorker, number: int, known: set[str]) -> None:
    today = clock.today()
    phone = f"{centre.phone_segment}0000{9000 + number}"
    person = entries.save(actor, WorkerDraft(None, one.name, phone, one.role, one.unit, today - _SINCE))
    for kind, days, level in one.certificates:
        ends = today + dt.timedelta(days=days)
        draft = CertificateDraft(kind, number=f"演示{number:02d}-{kind[:2].upper()}", valid_to=ends, level=level)
        draft.valid_from = ends - _HELD
        certificates.add(actor, person, draft)
    for text in one.called:
        aliases.answer(actor, NamedList.PERSON, text, person)
    for account in (one.name, *one.called):
        if account in known:
            entries.link_account(actor, account, person)


def _neighbour(actor: Actor) -> None:
    """A resident who helps others: on the register, and a volunteer."""
    found = residents.find_ids(ResidentQuery(age_from=_YOUNGEST, age_to=_YOUNGEST + 3, order="id"))
    for row in residents.rows(found[:1]):
        draft = WorkerDraft(None, row.name, row.phone, PostRole.VOLUNTEER, "邻里互助", resident_id=row.id)
        entries.save(actor, draft)

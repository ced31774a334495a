"""Licences of suppliers: recorded by the supplier's name, and which of them end soon."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock, due_items
from desktop.core.acts import Action
from desktop.core.answers import DueStage
from desktop.core.food import LicenceKind
from desktop.core.trade import NamedList
from desktop.core.words.food import LICENCE_KINDS
from desktop.services.named import entries
from desktop.services.named.resolving import resolver
from desktop.services.people import certificates
from desktop.services.people.certificates import CertificateRow, LicenceDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing


@dataclass(frozen=True)
class DueLicence:
    """A licence that ends soon or has ended."""

    supplier: str
    licence: CertificateRow
    stage: DueStage


def licences(supplier: str) -> list[CertificateRow]:
    """The licences of a supplier that were not renewed; nothing for a text that is in no list."""
    named_id = resolver(NamedList.SUPPLIER).of(supplier)
    found = [one for one in certificates.every_certificate() if one.named_id == named_id and one.kind in LICENCE_KINDS]
    return certificates.standing(found) if named_id is not None else []


def licensed(supplier: str, day: dt.date) -> bool:
    """Whether a supplier has a food licence that holds on a day."""
    return any(
        one.kind == LicenceKind.FOOD and (one.valid_to is None or one.valid_to >= day) for one in licences(supplier)
    )


def food_licence(supplier: str) -> CertificateRow | None:
    """The food licence of a supplier that was not renewed; None where none is on record."""
    return next((one for one in licences(supplier) if one.kind == LicenceKind.FOOD), None)


def proposal(known: CertificateRow | None) -> LicenceDraft:
    """What the form begins with: the licence on record renewed, else an empty food licence."""
    found = certificates.renewal_of(known.id) if known is not None else None
    return found if isinstance(found, LicenceDraft) else LicenceDraft(kind=LicenceKind.FOOD)


def record(actor: Actor, supplier: str, draft: LicenceDraft) -> int:
    """One more licence of a supplier, who goes into the list where it has him not yet; the id."""
    with writing(actor, Action.EDIT_CERTIFICATE) as unit:
        named_id = resolver(NamedList.SUPPLIER).of(supplier)
        if named_id is None:
            named_id = entries.store(unit, NamedList.SUPPLIER, supplier)
        return certificates.store(unit, named_id, draft)


def due(day: dt.date | None = None) -> list[DueLicence]:
    """Licences of suppliers that are offered, which end soon or have ended; the most pressing first."""
    today, known = day or clock.today(), resolver(NamedList.SUPPLIER)
    offered = set(known.offered())
    standing = certificates.standing(one for one in certificates.every_certificate() if one.kind in LICENCE_KINDS)
    found = [DueLicence(known.name(one.named_id), one, one.stage(today)) for one in standing]
    pressing = [one for one in found if one.stage not in due_items.QUIET and one.supplier in offered]
    return sorted(pressing, key=lambda one: (one.licence.valid_to or dt.date.max, one.supplier))

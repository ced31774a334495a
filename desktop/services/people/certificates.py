"""Certificates of those who work here and licences of suppliers: added, renewed, void, and which end soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core import clock, due_items
from desktop.core.acts import Action
from desktop.core.answers import DueStage
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import CertificateKind, NamedList
from desktop.core.words import terms
from desktop.core.words.food import LICENCE_KINDS
from desktop.core.words.work import CERTIFICATE_LEVELS
from desktop.models import query
from desktop.models.worker import Certificate
from desktop.services.named import aliases
from desktop.services.named.resolving import NamedId
from desktop.services.writing import declared, permissions, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing


@dataclass
class CertificateDraft:
    """A certificate as typed; without a last day it does not end.

    ``title`` says what another kind is called; ``level`` is kept of a carer's certificate alone.
    """

    kind: str = declared.choice(terms.CERTIFICATE_KINDS, required=True)
    title: str = declared.text(longest=60)
    number: str = declared.text(longest=60)
    issuer: str = declared.text(longest=100)
    valid_from: str | dt.date = declared.day(future=True)
    valid_to: str | dt.date = declared.day(future=True)
    level: str = declared.choice(CERTIFICATE_LEVELS)
    shown: CertificateDraft | None = reconciling.base()


@dataclass
class LicenceDraft(CertificateDraft):
    """A licence of a supplier as typed."""

    kind: str = declared.choice(LICENCE_KINDS, required=True)


@dataclass(frozen=True)
class CertificateRow:
    """One certificate or licence; ``photo`` is the name of a kept file."""

    id: int
    named_id: NamedId
    kind: str
    title: str
    number: str
    issuer: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    photo: str
    level: str

    def stage(self, day: dt.date) -> DueStage:
        """How near its end is on a day."""
        return due_items.stage(self.valid_to, day)


def every_certificate() -> list[CertificateRow]:
    """The certificates of everybody, in the order of their last days."""
    return query.fetch_as(CertificateRow, f"{_ALL} ORDER BY valid_to, id")


def certificates_of(actor: Actor, named_id: NamedId) -> list[CertificateRow]:
    """The certificates of somebody, renewed ones too, in the order of their last days."""
    permissions.reading(actor, Action.READ_WORKERS)
    return query.fetch_as(CertificateRow, f"{_ALL} WHERE named_id = ? ORDER BY valid_to, id", [named_id])


def standing(found: Iterable[CertificateRow]) -> list[CertificateRow]:
    """Those that were not renewed: of one kind of one person the one that lasts longest."""
    # Another kind goes by what it is called.
    return due_items.lasting(found, lambda one: (one.named_id, one.kind, one.title), lambda one: one.valid_to)


def add(actor: Actor, named_id: NamedId, draft: CertificateDraft) -> int:
    """One more certificate; the id. One of the same kind that lasts longer takes the older one's reminders away."""
    with writing(actor, Action.EDIT_CERTIFICATE) as unit:
        return store(unit, named_id, draft)


def store(unit: Unit, named_id: NamedId, draft: CertificateDraft) -> int:
    """The same within a unit."""
    values = _read(draft)
    aliases.living_entry(unit, NamedList.SUPPLIER if values["kind"] in LICENCE_KINDS else NamedList.PERSON, named_id)
    same = Certificate.select().where(
        Certificate.named == named_id, Certificate.voided_at.is_null(), Certificate.kind == values["kind"]
    )
    if any(_same(one, values) for one in same):
        raise InvalidDraft([FieldError("number", Reason.ALREADY_RECORDED)])
    return int(unit.add(Certificate(named_id=named_id, **values)).id)


def renew(actor: Actor, certificate_id: int, draft: CertificateDraft) -> int:
    """The same certificate anew; one that ended before ends again, and when is asked for. The new one's id."""
    with writing(actor, Action.EDIT_CERTIFICATE) as unit:
        row = unit.living(Certificate, certificate_id)
        if row.valid_to is not None and not str(draft.valid_to).strip():
            raise InvalidDraft([FieldError("valid_to", Reason.REQUIRED)])
        return store(unit, row.named_id, draft)


def renewal_of(certificate_id: int) -> CertificateDraft:
    """What the form of a renewal begins with: the same certificate from the day after its end, for as long again."""
    row = living(Certificate, certificate_id)
    begins = row.valid_to + dt.timedelta(days=1) if row.valid_to else clock.today()
    ends = begins + (row.valid_to - row.valid_from) if row.valid_to and row.valid_from else ""
    return _kind(row)(row.kind, row.title, row.number, row.issuer, begins, ends, row.level)


def correct(actor: Actor, certificate_id: int, draft: CertificateDraft) -> None:
    """What was written wrongly on record is put right."""
    with writing(actor, Action.EDIT_CERTIFICATE) as unit:
        row = unit.living(Certificate, certificate_id)
        reconciling.reconcile(draft, _draft(row))
        unit.change(row, _read(draft))
    reconciling.opened(draft)


def draft_of(certificate_id: int) -> CertificateDraft:
    """What the form of a certificate on record opens with."""
    return reconciling.opened(_draft(living(Certificate, certificate_id)))


def void(actor: Actor, certificate_id: int, reason: str) -> None:
    """作废: it was recorded by mistake; it stays with its reason and asks for nothing."""
    with writing(actor, Action.VOID_CERTIFICATE) as unit:
        unit.void(unit.living(Certificate, certificate_id), reason)


def _draft(row: Certificate) -> CertificateDraft:
    return _kind(row)(**declared.shown(CertificateDraft, row))


def _kind(row: Certificate) -> type[CertificateDraft]:
    return LicenceDraft if row.kind in LICENCE_KINDS else CertificateDraft


def _read(draft: CertificateDraft) -> dict[str, object]:
    checks = Checks()
    values = declared.read(draft, checks)
    if values["kind"] == CertificateKind.OTHER and not values["title"]:
        checks.refuse("title", Reason.REQUIRED)
    if values["kind"] != CertificateKind.CARER:
        values["level"] = ""
    if values["valid_from"] and values["valid_to"] and values["valid_to"] < values["valid_from"]:
        checks.refuse("valid_to", Reason.ENDS_BEFORE_START)
    checks.raise_if_any()
    return values


def _same(row: Certificate, values: dict[str, object]) -> bool:
    return all(getattr(row, name) == values[name] for name in ("title", "number", "valid_from", "valid_to"))


_ALL = "SELECT id, named_id, kind, title, number, issuer, valid_from, valid_to, photo, level FROM living_certificate"

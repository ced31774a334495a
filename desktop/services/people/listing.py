"""Everybody who works here, as the list, the form of an account and the home page want them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core import clock, due_items
from desktop.core.acts import Action
from desktop.core.answers import DueStage
from desktop.core.offering import fitting
from desktop.core.trade import NamedList, PostRole
from desktop.models import query
from desktop.services.named.resolving import NamedId, resolver
from desktop.services.people import certificates, posts
from desktop.services.people.certificates import CertificateRow
from desktop.services.people.posts import PostRow
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor

_PRESSING = tuple(DueStage)


@dataclass(frozen=True)
class WorkerRow:
    """Somebody who works here; ``certificates`` are those that were not renewed, the most pressing first."""

    id: NamedId
    name: str
    phone: str
    note: str
    resident_id: int | None
    resident: str
    account: str
    retired: bool
    posts: tuple[PostRow, ...]
    certificates: tuple[CertificateRow, ...]
    day: dt.date

    @property
    def held(self) -> tuple[PostRow, ...]:
        """The posts of that day."""
        return tuple(one for one in self.posts if one.held_on(self.day))

    @property
    def upcoming(self) -> tuple[PostRow, ...]:
        """Posts that begin later."""
        return tuple(one for one in self.posts if one.valid_from is not None and one.valid_from > self.day)

    @property
    def working(self) -> bool:
        """Whether somebody works here on that day or will; of whom no post is known counts as working."""
        return not self.retired and (not self.posts or bool(self.held or self.upcoming))

    @property
    def stage(self) -> DueStage:
        """The most pressing of the certificates; of who does not work here any more none is."""
        stages = [one.stage(self.day) for one in self.certificates] if self.working else []
        return min(stages, key=_PRESSING.index, default=DueStage.NO_END)


@dataclass(frozen=True)
class WorkerQuery:
    """Whom the list shows: a text of name or phone, a role, and whether only those with something to renew."""

    text: str = ""
    role: str = ""
    working: bool | None = True
    due: bool = False


@dataclass(frozen=True)
class DueCertificate:
    """A certificate that ends soon or has ended, of somebody who works here."""

    worker: WorkerRow
    certificate: CertificateRow
    stage: DueStage


def workers(actor: Actor, wanted: WorkerQuery | None = None) -> list[WorkerRow]:
    """Those who match, by name; with a text the likeliest first."""
    permissions.reading(actor, Action.READ_WORKERS)
    asked = wanted or WorkerQuery()
    found = [one for one in everybody() if _matches(one, asked)]
    if not asked.text.strip():
        return found
    by_name = {one.name: one for one in found}
    # A name of before, or another text that stands for somebody, finds them too.
    meant = resolver(NamedList.PERSON).of(asked.text)
    named = [by_name[name] for name in fitting(list(by_name), asked.text)]
    others = (one for one in found if one.id == meant or asked.text.strip() in one.phone)
    return list({one.id: one for one in (*named, *others)}.values())


def worker(actor: Actor, named_id: NamedId) -> WorkerRow | None:
    """One of them; None when there is none of this id."""
    permissions.reading(actor, Action.READ_WORKERS)
    return next((one for one in everybody() if one.id == named_id), None)


def due(actor: Actor) -> list[DueCertificate]:
    """What is to be renewed, the most pressing first; nothing for who may not read it."""
    if not permissions.may(actor.role, Action.READ_WORKERS):
        return []
    pairs = [(one, certificate) for one in everybody() if one.working for certificate in one.certificates]
    found = [DueCertificate(one, certificate, certificate.stage(one.day)) for one, certificate in pairs]
    pressing = [one for one in found if one.stage not in due_items.QUIET]
    return sorted(pressing, key=lambda one: (one.certificate.valid_to or dt.date.max, one.worker.name))


def persons_of_accounts() -> dict[str, str]:
    """The name of the person behind each account that has one, by the account's name."""
    known = resolver(NamedList.PERSON)
    found = query.fetch("SELECT name, named_id FROM living_staff WHERE named_id IS NOT NULL")
    return {str(account): known.name(named_id) for account, named_id in found}


def everybody() -> list[WorkerRow]:
    """All of them, who left too; as many rows as people ever worked here, whatever the register holds."""
    today, known = clock.today(), resolver(NamedList.PERSON)
    held: defaultdict[int, list[PostRow]] = defaultdict(list)
    for post in posts.every_post():
        held[post.named_id].append(post)
    kept: defaultdict[int, list[CertificateRow]] = defaultdict(list)
    for certificate in certificates.standing(certificates.every_certificate()):
        kept[certificate.named_id].append(certificate)
    return [
        WorkerRow(
            *(one.id, known.name(one.id), one.phone, one.note, one.resident_id, one.resident, one.account),
            *(one.retired, tuple(held[one.id]), _by_end(kept[one.id]), today),
        )
        for one in query.fetch_as(_Known, _KNOWN, [today.isoformat()])
    ]


@dataclass(frozen=True)
class _Known:
    id: int
    phone: str
    note: str
    resident_id: int | None
    resident: str
    account: str
    retired: bool


_KNOWN = (
    "SELECT n.id, COALESCE(w.phone, ''), COALESCE(w.note, ''), w.resident_id, COALESCE(r.name, ''),"
    " COALESCE((SELECT group_concat(s.name, '、') FROM living_staff s WHERE s.named_id = n.id), ''),"
    " n.retired_on IS NOT NULL AND n.retired_on <= ?"
    " FROM living_named n LEFT JOIN living_worker w ON w.named_id = n.id LEFT JOIN living_resident r"
    " ON r.id = w.resident_id"
    " WHERE n.list = 'person' ORDER BY n.id"
)


def _by_end(found: Sequence[CertificateRow]) -> tuple[CertificateRow, ...]:
    return tuple(sorted(found, key=lambda one: one.valid_to or dt.date.max))


def _matches(one: WorkerRow, asked: WorkerQuery) -> bool:
    if asked.working is not None and one.working != asked.working:
        return False
    if asked.role and asked.role not in {post.role for post in (one.held or one.posts)}:
        return False
    return not asked.due or one.stage not in due_items.QUIET


def roles_of(row: WorkerRow) -> tuple[PostRole, ...]:
    """What somebody is on that day, each role once."""
    return tuple(dict.fromkeys(post.role for post in row.held))

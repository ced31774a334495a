"""Somebody who works here: taken up, put right, made an account's person. Their names live in the named list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core.acts import Action, Thing
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.core.text import has_letters, name_text, phone_digits, read_phones
from desktop.core.trade import NamedList, PostRole
from desktop.core.words import terms
from desktop.models import query
from desktop.models.centre import Staff
from desktop.models.worker import Worker
from desktop.services.named import aliases, entries
from desktop.services.named.resolving import NamedId, resolver
from desktop.services.people import posts
from desktop.services.people.posts import PostDraft
from desktop.services.writing import declared, permissions, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

LONGEST_PHONE = 60


@dataclass
class WorkerDraft:
    """Somebody as typed; ``role``, ``unit`` and ``since`` are the first post and are asked of a new person only."""

    named_id: NamedId | None = None
    name: str = declared.text(required=True, longest=entries.LONGEST_NAME)
    phone: str = declared.text(longest=LONGEST_PHONE)
    role: str = declared.choice(terms.POST_ROLES, PostRole.CARER)
    unit: str = declared.text(longest=60)
    since: str | dt.date = declared.day(future=True)
    resident_id: int | None = None
    note: str = declared.text()
    shown: WorkerDraft | None = reconciling.base()


def draft_of(actor: Actor, named_id: NamedId) -> WorkerDraft:
    """What a form opens for somebody on record."""
    permissions.reading(actor, Action.READ_WORKERS)
    return reconciling.opened(_draft(named_id))


def save(actor: Actor, draft: WorkerDraft, account: str = "") -> NamedId:
    """Take somebody up with a first post, or put right what is known of them; the id in the named list.

    An ``account`` is made theirs in the same act, or nothing is written.
    """
    with writing(actor, Action.EDIT_WORKER) as unit:
        kept = store(unit, draft)
        if account.strip():
            link_account(actor, account, kept)
    if draft.named_id is not None:
        reconciling.opened(draft)
    return kept


def store(unit: Unit, draft: WorkerDraft) -> NamedId:
    """The same within a unit. Another spelling of the name becomes an alias, so that old texts still stand for it."""
    if draft.named_id is not None:
        aliases.living_entry(unit, NamedList.PERSON, draft.named_id)
        reconciling.reconcile(draft, _draft(draft.named_id))
    checks = Checks()
    values = declared.read(draft, checks)
    phone = _phone(checks, values["phone"])
    _check_resident(draft)
    if draft.named_id is None and not values["role"]:
        checks.refuse("role", Reason.REQUIRED)
    checks.raise_if_any()
    facts = {"phone": phone, "resident_id": draft.resident_id, "note": values["note"]}
    if draft.named_id is None:
        named_id = _taken_up(unit, values["name"])
        posts.store(unit, named_id, PostDraft(values["role"], values["unit"], values["since"] or ""))
    else:
        named_id = draft.named_id
        _correct_name(unit, named_id, values["name"])
    row = _worker(named_id)
    if row is None:
        unit.add(Worker(named_id=named_id, **facts))
    else:
        unit.change(row, facts)
    return named_id


def link_account(actor: Actor, account: str, named_id: NamedId | None) -> None:
    """An account points to the person whose it is, or to nobody."""
    with writing(actor, Action.LINK_ACCOUNT) as unit:
        if named_id is not None:
            aliases.living_entry(unit, NamedList.PERSON, named_id)
        row = Staff.get_or_none(Staff.name == account.strip(), Staff.voided_at.is_null())
        if row is None:
            raise NotFound(Thing.STAFF, account)
        unit.change(row, {"named_id": named_id})


def give_account(actor: Actor, named_id: NamedId, account: str) -> None:
    """This account, and no other, is the person's; without a name none is."""
    with writing(actor, Action.LINK_ACCOUNT):
        held = query.texts("SELECT name FROM living_staff WHERE named_id = ? ORDER BY id", [named_id])
        for name in held:
            if name != account.strip():
                link_account(actor, name, None)
        if account.strip():
            link_account(actor, account, named_id)


def _draft(named_id: NamedId) -> WorkerDraft:
    row, name = _worker(named_id), resolver(NamedList.PERSON).name(named_id)
    if not name:
        raise NotFound(Thing.WORKER, str(named_id))
    if row is None:
        return WorkerDraft(named_id, name, role="")
    return WorkerDraft(named_id, name, row.phone, role="", resident_id=row.resident_id, note=row.note)


def _taken_up(unit: Unit, name: str) -> NamedId:
    # A name that the list has, for somebody of whom nothing else is known yet, is that person.
    named_id = resolver(NamedList.PERSON).of(name)
    bare = named_id is not None and _worker(named_id) is None and not posts.posts_of(named_id)
    return named_id if bare and named_id is not None else entries.store(unit, NamedList.PERSON, name)


def _correct_name(unit: Unit, named_id: NamedId, name: str) -> None:
    if name_text(name) != resolver(NamedList.PERSON).name(named_id):
        entries.rename(unit.actor, named_id, name)


def _phone(checks: Checks, typed: str) -> str:
    # Several phones may stand in the field; each has to be one.
    if not typed:
        return ""
    found = read_phones(typed)
    if not found.numbers or has_letters(typed):
        checks.refuse("phone", Reason.BAD_PHONE)
        return typed
    return "、".join(found.numbers) if len(found.numbers) > 1 else phone_digits(typed)


def _check_resident(draft: WorkerDraft) -> None:
    if draft.resident_id is None:
        return
    if not query.count("SELECT count(*) FROM living_resident WHERE id = ?", [draft.resident_id]):
        raise NotFound(Thing.RESIDENT, str(draft.resident_id))
    other = query.ids("SELECT named_id FROM living_worker WHERE resident_id = ?", [draft.resident_id])
    if other and other != [draft.named_id]:
        raise InvalidDraft([FieldError("resident_id", Reason.ALREADY_RECORDED)])


def _worker(named_id: NamedId) -> Worker | None:
    found: Worker | None = Worker.get_or_none(Worker.named == named_id, Worker.voided_at.is_null())
    return found

"""Rows of a staff list (人员台账) as people who work here, with a first post and certificates."""

from __future__ import annotations

import datetime as dt

from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.errors import InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.text import name_text, read_phones
from desktop.core.trade import CertificateKind, NamedList
from desktop.importing.book.words import code_of
from desktop.importing.intake import Intake
from desktop.importing.kinds.kind import Kind
from desktop.importing.kinds.rows import take_rows
from desktop.importing.values import Values
from desktop.importing.verdicts import RowRefused
from desktop.services.named.resolving import NamedId, resolver
from desktop.services.people import certificates, entries, posts
from desktop.services.people.certificates import CertificateDraft
from desktop.services.people.entries import WorkerDraft
from desktop.services.writing import permissions

# Certificates that have columns of their own: number and last day.
_ENDLESS = frozenset({"长期", "长期有效", "永久", "永久有效", "终身", "终身有效", "无期限", "无限期"})
_OWN_COLUMNS = {CertificateKind.CARER: "carer", CertificateKind.HEALTH: "health"}


def _take_in(intake: Intake) -> int:
    """Every row as somebody new, or as one more certificate of somebody on record."""
    permissions.reading(intake.actor, Action.EDIT_WORKER)
    return take_rows(intake, lambda values: _take(intake, values))


def _take(intake: Intake, values: Values) -> None:
    name = name_text(values.text("name"))
    if not name:
        raise RowRefused(Reason.MISSING_NAME)
    role = values.needed_word("post_role", "role")
    known = resolver(NamedList.PERSON).of(name)
    drafts = _certificates(values)
    if known is not None and posts.posts_of(known):
        if not drafts:
            raise RowRefused(Reason.ALREADY_RECORDED, name)
        person = known
    else:
        draft = WorkerDraft(None, name, _phone(values), role, values.text("unit"), values.day("since") or "")
        draft.note = values.text("remark")
        person = entries.store(intake.unit, draft)
    for one in drafts:
        _store(intake, person, one)


def _store(intake: Intake, person: NamedId, draft: CertificateDraft) -> None:
    try:
        certificates.store(intake.unit, person, draft)
    except InvalidDraft as error:
        raise RowRefused(error.fields[0].reason, draft.number) from error


def _certificates(values: Values) -> list[CertificateDraft]:
    found = [_named(values)] if values.text("certificate") else []
    for kind, column in _OWN_COLUMNS.items():
        number, ends = values.text(f"{column}_number"), _last_day(values, f"{column}_to")
        if number or ends:
            level = _level(values) if kind == CertificateKind.CARER else ""
            found.append(CertificateDraft(kind, number=number, valid_to=ends, level=level))
    return found


def _named(values: Values) -> CertificateDraft:
    """What the columns of any certificate say; a word that is no kind is what another one is called."""
    word = values.text("certificate")
    kind = code_of("certificate_kind", values.line.get("certificate")) or CertificateKind.OTHER
    return CertificateDraft(
        kind,
        word if kind == CertificateKind.OTHER else "",
        values.text("number"),
        values.text("issuer"),
        values.day("valid_from") or "",
        _last_day(values, "valid_to"),
        _level(values) if kind == CertificateKind.CARER else "",
    )


def _level(values: Values) -> str:
    """The level of a carer's certificate; others have none, whatever their column says."""
    return values.word("certificate_level", "level")


def _last_day(values: Values, name: str) -> str | dt.date:
    """The last day; nothing for one that does not end."""
    return "" if values.text(name) in _ENDLESS else values.day(name) or ""


def _phone(values: Values) -> str:
    text = values.text("phone")
    found = read_phones(values.line.get("phone"))
    if text and not found.numbers:
        values.warn(Reason.PHONE_LEFT_OUT, text)
    return "、".join(found.numbers)


KIND = Kind(WorkbookKind.STAFF, {"staff": _take_in})

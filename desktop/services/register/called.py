"""Who is meant: one resident by uid, card code, ID number or a name that one person bears."""

from __future__ import annotations

from desktop.core.codes import CodeKind
from desktop.core.errors import BadCode, FieldError, InvalidDraft, UnknownCode
from desktop.core.person import identity
from desktop.core.reasons import Reason
from desktop.core.text import name_text
from desktop.models import query
from desktop.services.register import printed_codes


def called(who: str) -> int:
    """The id of the resident; InvalidDraft when nobody or more than one person is meant."""
    found = _by_code(who) or _by_number(who) or _by_name(who)
    if len(found) != 1:
        why = Reason.AMBIGUOUS_PERSON if found else Reason.UNKNOWN_PERSON
        raise InvalidDraft([FieldError("resident_id", why, identity.masked_text(who))])
    return found[0]


def _by_code(who: str) -> list[int]:
    by_uid = query.ids("SELECT id FROM living_resident WHERE uid = ?", [who.strip()])
    if by_uid:
        return by_uid
    try:
        found = printed_codes.find(who.strip())
    except (BadCode, UnknownCode):
        return []
    return [found.row_id] if found.kind is CodeKind.RESIDENT else []


def _by_number(who: str) -> list[int]:
    number = identity.examine(who).number
    return query.ids("SELECT id FROM living_resident WHERE id_number = ?", [number]) if number else []


def _by_name(who: str) -> list[int]:
    return query.ids("SELECT id FROM living_resident WHERE name = ?", [name_text(who)])

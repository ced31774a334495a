"""Texts that stand for an entry, or for none: what somebody answered about a text that no list had."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.acts import Action, Thing
from desktop.core.errors import FieldError, InvalidDraft, NotFound
from desktop.core.reasons import Reason
from desktop.core.text import name_key
from desktop.core.trade import NamedList
from desktop.models.named import Named, NamedAlias
from desktop.services.named.resolving import NamedId, resolver
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing


def answer(actor: Actor, list_code: NamedList, text: str, into: NamedId | None) -> None:
    """A text stands for an entry (并入), or for none and stays as it is typed (留下); a later answer replaces it."""
    answer_all(actor, list_code, {text: into})


def answer_all(actor: Actor, list_code: NamedList, answers: Mapping[str, NamedId | None]) -> None:
    """The same for several texts, all or none."""
    with writing(actor, Action.ANSWER_NAMED) as unit:
        for text, into in answers.items():
            store(unit, list_code, text, into)


def store(unit: Unit, list_code: NamedList, text: str, into: NamedId | None) -> None:
    """The same within a unit; refused for a text that is the name of another entry."""
    key = name_key(text)
    if not key:
        raise InvalidDraft([FieldError("text", Reason.REQUIRED)])
    entry = None if into is None else living_entry(unit, list_code, into)
    standing = _living(list_code, key)
    if standing is not None:
        unit.change(standing, {"named_id": into, "text": text.strip()})
        return
    known = resolver(list_code)
    named = known.of(text)
    if named is not None:
        if entry is None or named != entry.id:
            raise InvalidDraft([FieldError("text", Reason.NAME_TAKEN, known.name(named))])
        return
    unit.add(NamedAlias(list=list_code, text=text.strip(), key=key, named_id=into))


def drop(actor: Actor, list_code: NamedList, text: str) -> None:
    """A text stands for nothing any more, and is asked about again."""
    with writing(actor, Action.ANSWER_NAMED) as unit:
        standing = _living(list_code, name_key(text))
        if standing is None:
            raise NotFound(Thing.NAMED_ALIAS, text)
        unit.void(standing, "taken back")


def clear(unit: Unit, list_code: NamedList, text: str) -> None:
    """The text becomes a name: that it stays as it is typed holds no more."""
    standing = _living(list_code, name_key(text))
    if standing is not None:
        unit.void(standing, "replaced")


def living_entry(unit: Unit, list_code: NamedList, named_id: NamedId) -> Named:
    """An entry of this list as it stands; NotFound for one of another list."""
    entry = unit.living(Named, named_id)
    if entry.list != list_code:
        raise NotFound(Thing.NAMED, str(named_id))
    return entry


def _living(list_code: NamedList, key: str) -> NamedAlias | None:
    found: NamedAlias | None = NamedAlias.get_or_none(
        NamedAlias.list == list_code, NamedAlias.key == key, NamedAlias.voided_at.is_null()
    )
    return found

"""A form that was open while somebody else saved the same record: each keeps what the other did not touch."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Iterable
from typing import Any, TypeVar

from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.services.writing import declared

Draft = TypeVar("Draft")

_BASE = "shown"


def base() -> Any:
    """The field of a draft that keeps it as it was shown; None for a new record or one stored at once."""
    return dataclasses.field(default=None, compare=False, repr=False)


def opened(draft: Draft) -> Draft:
    """The draft, with itself kept as what the form shows: when it was read, and again once it is on disk."""
    vars(draft)[_BASE] = copy.deepcopy(draft)
    return draft


def reconcile(draft: Any, standing: Any) -> None:
    """Take into a draft what others changed since it was shown; ``standing`` is the record as it stands now.

    A field that both changed, each to something else, is refused once with what it holds now (InvalidDraft): who saves
    again after having been told means the own words.
    """
    shown = vars(draft)[_BASE]
    if shown is None:
        return
    clashes = []
    for name in _names(draft):
        mine, was, now = (getattr(one, name) for one in (draft, shown, standing))
        if _same(now, was) or _same(now, mine):
            continue
        if _same(mine, was):
            setattr(draft, name, now)
        else:
            clashes.append(FieldError(name, Reason.CHANGED_MEANWHILE, _words(draft, name, now)))
            setattr(shown, name, now)
    if clashes:
        raise InvalidDraft(clashes)


def _names(draft: Any) -> Iterable[str]:
    return (one.name for one in dataclasses.fields(draft) if one.name != _BASE)


def _same(one: object, other: object) -> bool:
    # A form gives texts back where the record has a date or nothing.
    if isinstance(one, bool | list) or isinstance(other, bool | list):
        return one == other
    return _text(one) == _text(other)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _words(draft: Any, name: str, value: object) -> str:
    """A value in words; of a field that is not one text (a list, an ID number) none are given."""
    known = declared.fields(type(draft)).get(name)
    if known is None or isinstance(value, bool):
        return "…"
    return (known.codes.shown.get(str(value), "") if known.codes else _text(value)) or "—"

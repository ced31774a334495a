"""Menus planned in one go: the dishes of a meal as one line of text, or a week as another was."""

from __future__ import annotations

import datetime as dt
import re

from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.services.food import dishes
from desktop.services.food.dishes import DishDraft
from desktop.services.food.weeks import monday
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import writing

_BETWEEN = r"[、，,;；/\n]"


def plan(actor: Actor, served_on: str | dt.date, meal: str, names: str) -> list[int]:
    """Put several dishes on the menu of a meal, all or none; the ids. ``names`` has 、 or a comma between them.

    Price and allergens of each are those with which it was served last.
    """
    wanted = _parted(names)
    if not wanted:
        raise InvalidDraft([FieldError("names", Reason.REQUIRED)])
    with writing(actor, Action.RECORD_DISH) as unit:
        made = []
        for name in wanted:
            known = dishes.known(name) or DishDraft(name=name)
            draft = DishDraft(served_on, meal, name, known.price, allergens=[*known.allergens])
            try:
                made.append(dishes.store(unit, draft))
            except InvalidDraft as error:
                raise InvalidDraft([_of_names(one, name) for one in error.fields]) from error
        return made


def copy_week(actor: Actor, first: str | dt.date, into: str | dt.date) -> int:
    """The menu of the week that a day is in, anew in the week of another day; how many dishes. NothingToCopy."""
    checks = Checks()
    source = checks.day("first", first, required=True, future=True)
    target = checks.day("into", into, required=True, future=True)
    checks.raise_if_any()
    assert source is not None
    assert target is not None
    return dishes.copy(actor, monday(source), monday(target))


def _parted(names: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in re.split(_BETWEEN, names) if part.strip()))


def _of_names(error: FieldError, name: str) -> FieldError:
    """What is wrong with one of them, said of the line in which all stand."""
    return FieldError("names", error.reason, error.hint or name) if error.name == "name" else error

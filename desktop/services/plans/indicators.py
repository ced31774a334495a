"""The indicators of the plans with the days on which they hold: shipped, until a director says otherwise.

The first change of an indicator writes down what the program shipped, so that the months before keep it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from desktop.core.acts import Action
from desktop.models import query
from desktop.models.plan import IndicatorRow
from desktop.services.plans.drafts import IndicatorDraft, Version, draft_of, read
from desktop.services.plans.reading import shipped
from desktop.services.writing import reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, writing

_OWN = "own_"
_NAMES = tuple(one.name for one in fields(Version))


@dataclass(frozen=True)
class Loaded:
    """What a file came to: how many versions are new, changed, and as they were."""

    added: int
    changed: int
    unchanged: int


def versions(plan: str = "") -> list[Version]:
    """Every version of every indicator (of a plan), by plan and place, the newest of each first."""
    rows = query.fetch_as(Version, f"SELECT {', '.join(_NAMES)} FROM living_indicator WHERE ? IN ('', plan)", [plan])
    kept = {(one.plan, one.key) for one in rows}
    found = [*rows, *(one for one in shipped() if plan in ("", one.plan) and (one.plan, one.key) not in kept)]
    plans = list(dict.fromkeys(one.plan for one in shipped()))
    by_plan = {code: at for at, code in enumerate(plans)}
    return sorted(
        found,
        key=lambda one: (by_plan.get(one.plan, len(plans)), one.plan, one.position, one.key, _backwards(one)),
    )


def in_force(plan: str, day: dt.date) -> list[Version]:
    """The indicators of a plan on a day, in the order of the plan."""
    found: dict[str, Version] = {}
    for one in versions(plan):
        begun = one.valid_from is None or one.valid_from <= day
        if begun and one.key not in found:
            found[one.key] = one
    return [one for one in found.values() if one.valid_to is None or day <= one.valid_to]


def set_indicator(actor: Actor, draft: IndicatorDraft) -> Version:
    """An indicator as the draft says from its first day on: a new one, another version, or that of the day changed."""
    with writing(actor, Action.EDIT_INDICATOR) as unit:
        reconciling.reconcile(draft, _standing(draft))
        checks = Checks()
        version = read(draft, checks, _position(draft))
        checks.raise_if_any()
        _store(unit, version)
        kept = next(one for one in versions(version.plan) if _same_start(one, _keyed(version)))
    reconciling.opened(draft)
    return kept


def load(actor: Actor, found: Iterable[Version]) -> Loaded:
    """Take in every version of a file, all or none."""
    came = [0, 0, 0]
    with writing(actor, Action.EDIT_INDICATOR) as unit:
        for version in found:
            came[_store(unit, version)] += 1
    return Loaded(*came)


def void(actor: Actor, indicator_id: int, reason: str) -> None:
    """作废: this version was recorded by mistake; the one before it holds again."""
    with writing(actor, Action.EDIT_INDICATOR) as unit:
        unit.void(unit.living(IndicatorRow, indicator_id), reason)


def opened(version: Version) -> IndicatorDraft:
    """The draft of a version, for its form."""
    return reconciling.opened(draft_of(version))


_ADDED, _CHANGED, _UNCHANGED = range(3)


def _store(unit: Unit, version: Version) -> int:
    version = _keyed(version)
    if any(one.says(version) for one in versions(version.plan)):
        return _UNCHANGED
    history = [one for one in versions(version.plan) if one.key == version.key]
    for one in history:
        if not one.id:
            unit.add(IndicatorRow(**_columns(one)))
    same = IndicatorRow.get_or_none(
        IndicatorRow.plan == version.plan,
        IndicatorRow.key == version.key,
        IndicatorRow.valid_from.is_null()
        if version.valid_from is None
        else IndicatorRow.valid_from == version.valid_from,
        IndicatorRow.voided_at.is_null(),
    )
    if same is not None:
        unit.change(same, _columns(version))
        return _CHANGED
    unit.add(IndicatorRow(**_columns(version)))
    return _CHANGED if history else _ADDED


def _keyed(version: Version) -> Version:
    """With a key: of the same name in the plan, else the next of the director's own."""
    if version.key:
        return version
    known = versions(version.plan)
    named = next((one.key for one in known if one.name == version.name), "")
    own = [int(one.key.removeprefix(_OWN)) for one in known if one.key.removeprefix(_OWN).isdigit()]
    values = {name: getattr(version, name) for name in _NAMES}
    return Version(**values | {"key": named or f"{_OWN}{max(own, default=0) + 1}"})


def _position(draft: IndicatorDraft) -> int:
    """Where it is listed: where it was, else behind all others of its plan."""
    known = versions(draft.plan)
    held = (one.position for one in known if one.key == draft.key and draft.key)
    return next(held, max((one.position for one in known), default=0) + 1)


def _standing(draft: IndicatorDraft) -> IndicatorDraft:
    base = draft.shown
    if base is None:
        return draft
    begins = str(base.valid_from or "")
    held = (one for one in versions(base.plan) if one.key == base.key and str(one.valid_from or "") == begins)
    return next((draft_of(one) for one in held), base)


def _same_start(one: Version, other: Version) -> bool:
    return (one.key, one.valid_from) == (other.key, other.valid_from)


def _columns(version: Version) -> dict[str, Any]:
    return {name: getattr(version, name) for name in _NAMES if name != "id"}


def _backwards(one: Version) -> int:
    return -one.valid_from.toordinal() if one.valid_from else 0

"""What a bed is holds from a day on: kind (护理型/普通型), mode (全托/日托/家庭照护床位), class (兜底/普惠/市场).

The bed's own row repeats the latest. A bed without dated rows has always been what its row says; the first change
writes down what stood before it, and that row stays.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import BedKind, BedMode
from desktop.core.words import terms
from desktop.core.words.beds import BED_CLASSES
from desktop.models import query
from desktop.models.bed import Bed, BedNature
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing

FIELDS = ("kind", "mode", "bed_class")
_DAY = dt.timedelta(days=1)


@dataclass
class NatureDraft:
    """What a bed is from a day on, as typed; without a day since before any record."""

    bed_id: int | None = declared.row()
    from_on: str | dt.date = declared.day()
    kind: str = declared.choice(terms.BED_KINDS, BedKind.NURSING, required=True)
    mode: str = declared.choice(terms.BED_MODES, BedMode.FULL, required=True)
    bed_class: str = declared.choice(BED_CLASSES)


class Nature(NamedTuple):
    """What a bed is from a day on (None: since before any record)."""

    bed_id: int
    since: dt.date | None
    kind: str
    mode: str
    bed_class: str


@dataclass(frozen=True)
class Natures:
    """What every bed was and is, the oldest first; of each bed one is since before any record."""

    by_bed: Mapping[int, tuple[Nature, ...]]

    def on(self, bed_id: int, day: dt.date) -> Nature:
        """What a bed is on a day."""
        return next(one for one in reversed(self.by_bed[bed_id]) if one.since is None or one.since <= day)

    def days(self, bed_id: int, days: Iterable[dt.date]) -> dict[str, list[dt.date]]:
        """The days by the mode of the bed on each, in order."""
        found: defaultdict[str, list[dt.date]] = defaultdict(list)
        if len(self.by_bed[bed_id]) == 1:
            # As it has always been: most beds, and their days are asked for in every month.
            listed = list(days)
            return {self.by_bed[bed_id][0].mode: listed} if listed else {}
        for day in days:
            found[self.on(bed_id, day).mode].append(day)
        return dict(found)

    def spans(
        self, bed_id: int, first: dt.date, last: dt.date | None
    ) -> Iterable[tuple[Nature, dt.date, dt.date | None]]:
        """What a bed is from a day to before another (None: open), each with its days; of no day, what it is then."""
        became = self.by_bed[bed_id]
        for one, later in zip(became, (*became[1:], None), strict=True):
            until = later.since if later else None
            begins = first if one.since is None else max(first, one.since)
            if (until is not None and until <= first) or (last is not None and begins >= max(last, first + _DAY)):
                continue
            yield one, begins, min((day for day in (until, last) if day is not None), default=None)


def natures() -> Natures:
    """Of all beds."""
    found: defaultdict[int, list[Nature]] = defaultdict(list)
    for one in query.fetch_as(
        Nature,
        "SELECT bed_id, from_on AS since, kind, mode, bed_class FROM living_bed_nature UNION ALL"
        " SELECT id, NULL, kind, mode, bed_class FROM living_bed WHERE id NOT IN (SELECT bed_id FROM living_bed_nature)"
        " ORDER BY 1, 2",
    ):
        found[one.bed_id].append(one)
    return Natures({bed: tuple(held) for bed, held in found.items()})


def record(actor: Actor, draft: NatureDraft) -> None:
    """A bed is this from a day on, until the next one on record; one of the same day is replaced."""
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    with writing(actor, Action.EDIT_BED) as unit:
        store(unit, unit.living(Bed, values["bed_id"]), values, values["from_on"])


def draft_of(nature_id: int) -> NatureDraft:
    """What was typed of one on record; NotFound."""
    return NatureDraft(**declared.shown(NatureDraft, living(BedNature, nature_id)))


def change(actor: Actor, nature_id: int, draft: NatureDraft) -> None:
    """Put one right, its day too; what a bed was before any record keeps having no day."""
    checks = Checks()
    values = declared.read(draft, checks)
    with writing(actor, Action.EDIT_BED) as unit:
        row = unit.living(BedNature, nature_id)
        if row.from_on is None and values["from_on"] is not None:
            checks.refuse("from_on", Reason.SINCE_EVER)
        checks.raise_if_any()
        unit.void(row, "corrected")
        store(unit, unit.living(Bed, row.bed_id), values, values["from_on"])


def void(actor: Actor, nature_id: int, reason: str) -> None:
    """作废: recorded by mistake; what the bed was before goes on."""
    with writing(actor, Action.VOID_BED_FACT) as unit:
        row = unit.living(BedNature, nature_id)
        if row.from_on is None:
            raise InvalidDraft([FieldError("from_on", Reason.SINCE_EVER)])
        unit.void(row, reason)
        _repeat_latest(unit, unit.living(Bed, row.bed_id))


def store(unit: Unit, bed: Bed, said: Mapping[str, object], day: dt.date | None) -> None:
    """The same within a unit."""
    said = {name: said[name] for name in FIELDS}
    held = _of(bed)
    if not held and day is None:
        unit.change(bed, said)
        return
    if not held:
        unit.add(BedNature(bed=bed, from_on=None, **{name: getattr(bed, name) for name in FIELDS}))
    for one in held:
        if one.from_on == day:
            unit.void(one, "replaced")
    unit.add(BedNature(bed=bed, from_on=day, **said))
    _repeat_latest(unit, bed)


def require_last(bed: Bed, said: Mapping[str, object], holds_from: dt.date | None) -> None:
    """Refuse another kind from a day before the last change: the bed would not become what its form says."""
    last = _last_change(bed)
    if holds_from is not None and last is not None and holds_from < last and not _is(bed, said):
        raise InvalidDraft([FieldError("holds_from", Reason.LATER_FACT, last.isoformat())])


def store_typed(unit: Unit, bed: Bed, said: Mapping[str, object], holds_from: dt.date | None) -> None:
    """What the bed's form says of it now: from that day on, or without one in the place of what stands."""
    if not _is(bed, said):
        store(unit, bed, said, _last_change(bed) if holds_from is None else holds_from)


def _is(bed: Bed, said: Mapping[str, object]) -> bool:
    return all(said[name] == getattr(bed, name) for name in FIELDS)


def _last_change(bed: Bed) -> dt.date | None:
    held = _of(bed)
    found: dt.date | None = held[-1].from_on if held else None
    return found


def _repeat_latest(unit: Unit, bed: Bed) -> None:
    latest = _of(bed)[-1]
    unit.change(bed, {name: getattr(latest, name) for name in FIELDS})


def _of(bed: Bed) -> list[BedNature]:
    """The living ones, the oldest first."""
    found = BedNature.select().where(BedNature.bed == bed, BedNature.voided_at.is_null())
    return sorted(found, key=lambda one: one.from_on or dt.date.min)

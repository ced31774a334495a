"""The kitchen's daily sheets: who was fit to cook, what was cleaned, how cold the stores were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.food import SheetOf
from desktop.core.reasons import Reason
from desktop.core.trade import CertificateKind, NamedList, PostRole
from desktop.core.words.food import SHEETS_OF
from desktop.models import query
from desktop.models.food import KitchenSheet
from desktop.services.named.resolving import resolver
from desktop.services.people import certificates
from desktop.services.people.certificates import CertificateRow
from desktop.services.writing import declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing


@dataclass
class SheetDraft:
    """A line as typed: ``about`` is the cook, the place or the store; what was not in order needs words."""

    kind: str = declared.choice(SHEETS_OF, required=True)
    day: str | dt.date = declared.day(required=True)
    about: str = declared.text(required=True, longest=60)
    at: str = declared.clock_time()
    degrees: str = declared.scaled(1, -500, 1500)
    words: str = declared.text(longest=200)
    measure: str = declared.text(longest=200)
    done_by: str = declared.text(longest=60)
    fit: bool = True
    shown: SheetDraft | None = reconciling.base()


@dataclass(frozen=True)
class SheetRow:
    """A line on record; ``tenths`` is a temperature in tenths of a degree."""

    id: int
    day: dt.date
    at: str
    kind: SheetOf
    about: str
    tenths: int | None
    fit: bool
    words: str
    measure: str
    done_by: str


def add(actor: Actor, draft: SheetDraft) -> int:
    """One line; the id."""
    with writing(actor, Action.RECORD_KITCHEN) as unit:
        return _store(unit, draft)


def add_all(actor: Actor, drafts: Sequence[SheetDraft]) -> list[int]:
    """The lines of a sheet at once, all or none; the error names the line that is wrong by its number from 1."""
    with writing(actor, Action.RECORD_KITCHEN) as unit:
        for at, draft in enumerate(drafts, 1):
            try:
                _read(draft)
            except InvalidDraft as error:
                raise InvalidDraft([FieldError(one.name, one.reason, f"{at}") for one in error.fields]) from error
        return [_store(unit, draft) for draft in drafts]


def change(actor: Actor, sheet_id: int, draft: SheetDraft) -> None:
    """Put a line right."""
    with writing(actor, Action.RECORD_KITCHEN) as unit:
        row = unit.living(KitchenSheet, sheet_id)
        reconciling.reconcile(draft, _draft(row))
        values = _read(draft)
        _refuse_twice(values, sheet_id)
        unit.change(row, values)
    reconciling.opened(draft)


def draft_of(sheet_id: int) -> SheetDraft:
    """What the form of a line on record opens with; NotFound."""
    return reconciling.opened(_draft(living(KitchenSheet, sheet_id)))


def void(actor: Actor, sheet_id: int, reason: str) -> None:
    """作废: it was written by mistake."""
    with writing(actor, Action.VOID_FOOD) as unit:
        unit.void(unit.living(KitchenSheet, sheet_id), reason)


def lines(first: dt.date, last: dt.date, kind: str = "") -> list[SheetRow]:
    """The lines of some days in their order; of one sheet or of all."""
    return query.fetch_as(
        SheetRow,
        "SELECT id, day, at, kind, about, tenths, fit, words, measure, done_by FROM living_kitchen_sheet"
        " WHERE day BETWEEN ? AND ? AND ? IN ('', kind) ORDER BY day, at, id",
        [first.isoformat(), last.isoformat(), kind],
    )


def proposal(kind: str, day: dt.date) -> list[SheetDraft]:
    """The lines that a sheet of a day begins with: all in order, as on the last day that had one.

    The morning check has everybody who is a cook that day; who has no post yet is taken from the last check.
    """
    before = query.text(
        "SELECT COALESCE(max(day), '') FROM living_kitchen_sheet WHERE kind = ? AND day < ?", [kind, day.isoformat()]
    )
    found = lines(dt.date.fromisoformat(before), dt.date.fromisoformat(before), kind) if before else []
    by = {one.about: one.done_by for one in found}
    last = next(iter(by.values()), "")
    about = cooks(day) if kind == SheetOf.MORNING_CHECK else []
    about = about or list(by)
    now = f"{clock.now():%H:%M}" if day == clock.today() else ""
    return [SheetDraft(kind, day, one, now, done_by=by.get(one, last)) for one in about]


def cooks(day: dt.date) -> list[str]:
    """Who is a cook on a day, by name."""
    ids = query.ids(
        "SELECT DISTINCT named_id FROM living_post WHERE role = ? AND COALESCE(valid_from, '') <= ?"
        " AND COALESCE(valid_to, '9999-12-31') >= ? ORDER BY named_id",
        [str(PostRole.COOK), day.isoformat(), day.isoformat()],
    )
    known = resolver(NamedList.PERSON)
    return [known.name(one, day) for one in ids]


def health(cooks_named: Iterable[str]) -> dict[str, CertificateRow | None]:
    """The health certificate of each that lasts longest; None of whom none is on record."""
    known = resolver(NamedList.PERSON)
    every = [one for one in certificates.every_certificate() if one.kind == CertificateKind.HEALTH]
    held = {one.named_id: one for one in certificates.standing(every)}
    found: dict[str, CertificateRow | None] = {}
    for name in cooks_named:
        named_id = known.of(name)
        found[name] = held.get(named_id) if named_id is not None else None
    return found


def _store(unit: Unit, draft: SheetDraft) -> int:
    values = _read(draft)
    _refuse_twice(values)
    return int(unit.add(KitchenSheet(**values)).id)


def _read(draft: SheetDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    values["tenths"], values["fit"] = values.pop("degrees"), int(draft.fit)
    if not draft.fit and not values["words"]:
        checks.refuse("words", Reason.WORDS_NEEDED)
    if values["kind"] == SheetOf.TEMPERATURE and values["tenths"] is None and not checks.refused("degrees"):
        checks.refuse("degrees", Reason.REQUIRED)
    checks.raise_if_any()
    return values


def _draft(row: KitchenSheet) -> SheetDraft:
    shown = declared.shown(SheetDraft, row)
    degrees = declared.fields(SheetDraft)["degrees"].show(row.tenths)
    return SheetDraft(**shown, degrees=str(degrees), fit=bool(row.fit))


def _refuse_twice(values: dict[str, Any], but: int = 0) -> None:
    same = query.ids(
        "SELECT id FROM living_kitchen_sheet WHERE day = ? AND kind = ? AND about = ? AND at = ? AND id <> ?",
        [values["day"].isoformat(), values["kind"], values["about"], values["at"], but],
    )
    if same:
        raise InvalidDraft([FieldError("about", Reason.ALREADY_RECORDED)])

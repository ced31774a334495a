"""Purchases: each is a batch that dishes are made of, until nothing is left of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.canteen_errors import BatchInUse
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.food import BatchEnd
from desktop.core.money import yuan_text
from desktop.core.quantities import scaled_text
from desktop.core.reasons import Reason
from desktop.core.words.food import BATCH_ENDS
from desktop.models import query
from desktop.models.food import FoodPurchase
from desktop.services.writing import declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import living, writing

_MOST = 100_000_000


@dataclass
class PurchaseDraft:
    """A purchase as typed. Without a batch number of the maker the day of receipt stands for it."""

    name: str = declared.text(required=True, longest=60)
    supplier: str = declared.text(required=True, longest=100)
    received_on: str | dt.date = declared.day(required=True)
    quantity: str = declared.scaled(3, 1, _MOST, required=True)
    unit: str = declared.text(required=True, longest=12)
    unit_price: str = declared.fen()
    batch: str = declared.text(longest=60)
    made_on: str | dt.date = declared.day()
    expires_on: str | dt.date = declared.day(future=True)
    certificate: str = declared.text(longest=100)
    accepted_by: str = declared.text(longest=60)
    remark: str = declared.text(longest=200)
    shown: PurchaseDraft | None = reconciling.base()


@dataclass(frozen=True)
class PurchaseRow:
    """A batch on record; ``dishes`` is how many it went into. ``photo`` is the name of a kept file."""

    id: int
    received_on: dt.date
    supplier: str
    name: str
    batch: str
    quantity_milli: int
    unit: str
    unit_price_fen: int
    made_on: dt.date | None
    expires_on: dt.date | None
    certificate: str
    photo: str
    accepted_by: str
    remark: str
    ended_on: dt.date | None
    ended_as: str
    dishes: int

    @property
    def quantity(self) -> str:
        """How much, in its unit."""
        return f"{scaled_text(self.quantity_milli, 3)} {self.unit}"

    def expired(self, day: dt.date) -> bool:
        """Whether it may not be used any more on a day."""
        return self.expires_on is not None and self.expires_on < day

    def here(self, day: dt.date) -> bool:
        """Whether some of it was in the store on a day."""
        return self.received_on <= day and (self.ended_on is None or day <= self.ended_on)


def add(actor: Actor, draft: PurchaseDraft) -> int:
    """One more batch; the id. Refused when the same batch of the day is on record."""
    with writing(actor, Action.RECORD_PURCHASE) as unit:
        values = _read(draft)
        _refuse_twice(values)
        return int(unit.add(FoodPurchase(**values)).id)


def change(actor: Actor, purchase_id: int, draft: PurchaseDraft) -> None:
    """Put a batch right."""
    with writing(actor, Action.RECORD_PURCHASE) as unit:
        row = unit.living(FoodPurchase, purchase_id)
        reconciling.reconcile(draft, _draft(row))
        values = _read(draft)
        _refuse_twice(values, purchase_id)
        first = query.text(
            "SELECT COALESCE(min(d.served_on), '') FROM living_dish_batch b JOIN living_dish d ON d.id = b.dish_id"
            " WHERE b.food_purchase_id = ?",
            [purchase_id],
        )
        if first and values["received_on"].isoformat() > first:
            raise InvalidDraft([FieldError("received_on", Reason.BATCH_NOT_THERE, first)])
        unit.change(row, values)
    reconciling.opened(draft)


def draft_of(purchase_id: int) -> PurchaseDraft:
    """What the form of a batch on record opens with; NotFound."""
    return reconciling.opened(_draft(living(FoodPurchase, purchase_id)))


def end(actor: Actor, purchase_id: int, ended_as: str = BatchEnd.USED_UP, day: str | dt.date = "") -> None:
    """Nothing is left of a batch: it is offered no more."""
    with writing(actor, Action.RECORD_PURCHASE) as unit:
        row = unit.living(FoodPurchase, purchase_id)
        checks = Checks()
        last = checks.day("ended_on", day or clock.today(), required=True)
        checks.choice("ended_as", ended_as, BATCH_ENDS, required=True)
        if last is not None and last < row.received_on:
            checks.refuse("ended_on", Reason.ENDS_BEFORE_START, row.received_on.isoformat())
        checks.raise_if_any()
        unit.change(row, {"ended_on": last, "ended_as": ended_as})


def void(actor: Actor, purchase_id: int, reason: str) -> None:
    """作废: it was never bought; refused while a dish names it."""
    with writing(actor, Action.VOID_FOOD) as unit:
        row = unit.living(FoodPurchase, purchase_id)
        used = query.count("SELECT count(*) FROM living_dish_batch WHERE food_purchase_id = ?", [purchase_id])
        if used:
            raise BatchInUse(row.name, used)
        unit.void(row, reason)


def batches(words: str = "", day: dt.date | None = None) -> list[PurchaseRow]:
    """Batches whose name, batch number or supplier has these words, the newest first; with a day those here then."""
    found = query.fetch_as(
        PurchaseRow,
        f"{_ROWS} WHERE instr(p.name || ' ' || p.batch || ' ' || p.supplier, ?) > 0"
        " ORDER BY p.received_on DESC, p.id DESC",
        [words.strip()],
    )
    return [one for one in found if day is None or one.here(day)]


def of_ids(purchase_ids: Iterable[int]) -> list[PurchaseRow]:
    """These batches, the newest first."""
    return query.fetch_as(
        PurchaseRow,
        f"{_ROWS} WHERE p.id IN {query.LISTED} ORDER BY p.received_on DESC, p.id DESC",
        [query.listed(purchase_ids)],
    )


def batch(purchase_id: int) -> PurchaseRow:
    """One batch; NotFound."""
    living(FoodPurchase, purchase_id)
    return of_ids([purchase_id])[0]


def expired(day: dt.date) -> list[PurchaseRow]:
    """Batches of which some is left though they ended before a day: they have to be thrown away."""
    return query.fetch_as(
        PurchaseRow,
        f"{_ROWS} WHERE p.ended_on IS NULL AND p.expires_on < ? ORDER BY p.expires_on, p.id",
        [day.isoformat()],
    )


def proposal(name: str) -> PurchaseDraft:
    """A draft as this was bought last: supplier, unit and price; what is new each time stays empty."""
    found = query.fetch_as(
        PurchaseRow, f"{_ROWS} WHERE p.name = ? ORDER BY p.received_on DESC, p.id DESC LIMIT 1", [name.strip()]
    )
    draft = PurchaseDraft(name=name.strip(), received_on=clock.today())
    for last in found:
        draft.supplier, draft.unit, draft.accepted_by = last.supplier, last.unit, last.accepted_by
        draft.unit_price = yuan_text(last.unit_price_fen) if last.unit_price_fen else ""
    return draft


def names() -> list[str]:
    """Everything that was ever bought, what was bought last first."""
    return query.texts("SELECT name FROM living_food_purchase GROUP BY name ORDER BY max(received_on) DESC, name")


def _read(draft: PurchaseDraft) -> dict[str, Any]:
    checks = Checks()
    values = declared.read(draft, checks)
    values["quantity_milli"], values["unit_price_fen"] = values.pop("quantity"), values.pop("unit_price")
    made, ends, received = values["made_on"], values["expires_on"], values["received_on"]
    if made is not None and received is not None and made > received:
        checks.refuse("made_on", Reason.ENDS_BEFORE_START, received.isoformat())
    if made is not None and ends is not None and ends < made:
        checks.refuse("expires_on", Reason.ENDS_BEFORE_START, made.isoformat())
    checks.raise_if_any()
    values["batch"] = values["batch"] or received.strftime("%Y%m%d")
    return values


def _draft(row: FoodPurchase) -> PurchaseDraft:
    price = yuan_text(row.unit_price_fen) if row.unit_price_fen else ""
    shown = declared.shown(PurchaseDraft, row)
    return PurchaseDraft(**shown, quantity=scaled_text(row.quantity_milli, 3), unit_price=price)


def _refuse_twice(values: dict[str, Any], but: int = 0) -> None:
    same = query.ids(
        "SELECT id FROM living_food_purchase WHERE supplier = ? AND name = ? AND batch = ? AND received_on = ?"
        " AND id <> ?",
        [values["supplier"], values["name"], values["batch"], values["received_on"].isoformat(), but],
    )
    if same:
        raise InvalidDraft([FieldError("batch", Reason.ALREADY_RECORDED)])


_ROWS = (
    "SELECT p.id, p.received_on, p.supplier, p.name, p.batch, p.quantity_milli, p.unit, p.unit_price_fen, p.made_on,"
    " p.expires_on, p.certificate, p.photo, p.accepted_by, p.remark, p.ended_on, p.ended_as,"
    " (SELECT count(*) FROM living_dish_batch b WHERE b.food_purchase_id = p.id) AS dishes FROM living_food_purchase p"
)

"""Beds by their place: the list, recording them, days out of service (handbook 2.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.codes import CodeKind, fold
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.core.trade import BedKind, BedMode
from desktop.core.words import terms
from desktop.core.words.beds import BED_CLASSES
from desktop.models import query
from desktop.models.bed import Bed
from desktop.services.beds import natures, nights, offered, outages
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.services.writing import declared, reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.checks import Checks
from desktop.services.writing.journal import Unit, living, writing
from desktop.services.writing.listing import Condition, Listing


@dataclass
class BedDraft:
    """A bed as typed; without ``opened_on`` it has been there since before any record.

    ``holds_from`` is the day from which another kind, mode or class of a bed on record holds; empty puts right what
    stands.
    """

    bed_id: int | None = None
    building: str = declared.text(longest=40)
    floor: str = declared.text(longest=10)
    room: str = declared.text(required=True, longest=20)
    number: str = declared.text(required=True, longest=10)
    kind: str = declared.choice(terms.BED_KINDS, BedKind.NURSING, required=True)
    mode: str = declared.choice(terms.BED_MODES, BedMode.FULL, required=True)
    external_code: str = declared.text(longest=60)
    insured: bool | None = declared.yes_no()
    opened_on: str | dt.date | None = declared.day()
    bed_class: str = declared.choice(BED_CLASSES)
    holds_from: str | dt.date = declared.day()
    out_of_service: bool = False
    shown: BedDraft | None = reconciling.base()


@dataclass(frozen=True)
class BedQuery:
    """Which beds the list shows; an empty field does not filter."""

    text: str = ""
    kind: str = ""
    state: str = ""
    order: str = "place"
    descending: bool = False


@dataclass(frozen=True)
class BedRow:
    """One bed as the list shows it today; ``state`` follows from the stays unless it is reserved or out of service."""

    id: int
    building: str
    floor: str
    room: str
    number: str
    kind: str
    mode: str
    state: str
    external_code: str
    stay_id: int | None
    resident_id: int | None
    resident: str
    since: dt.date | None
    on_leave: bool
    code: str
    opened_on: dt.date | None
    closed_on: dt.date | None
    bed_class: str = ""

    @property
    def place(self) -> str:
        """The bed as people call it."""
        return place_name(self.building, self.room, self.number)


@dataclass(frozen=True)
class BedCounts:
    """The beds of today at a glance."""

    all: int
    taken: int
    free: int


# The only question marks are today and the beds that are kept for who waits (``_now``), in a table of their own.
_TODAY = (
    "(SELECT ? AS today, ? AS kept) d CROSS JOIN living_bed b LEFT JOIN living_stay s ON s.bed_id = b.id"
    " AND s.from_on <= d.today AND (s.to_on IS NULL OR s.to_on > d.today) LEFT JOIN resident r ON r.id = s.resident_id"
)
_TODAY_HOLDS = "bed_id = b.id AND from_on <= d.today AND (to_on IS NULL OR to_on >= d.today)"
_STATE = (
    f"CASE WHEN b.closed_on IS NOT NULL OR EXISTS (SELECT 1 FROM living_bed_outage WHERE {_TODAY_HOLDS})"
    " THEN 'out_of_service' WHEN s.id IS NOT NULL THEN 'occupied'"
    f" WHEN EXISTS (SELECT 1 FROM living_bed_reservation WHERE {_TODAY_HOLDS})"
    " OR b.id IN (SELECT value FROM json_each(d.kept)) THEN 'reserved' ELSE 'free' END"
)
_PLACE = "b.building {d}, b.room {d}, b.number {d}"
_LIST = Listing(
    BedRow,
    "b",
    _TODAY,
    orders={"place": _PLACE, "state": f"{_STATE} {{d}}, {_PLACE}", "name": "r.name_key IS NULL, r.name_key {d}"},
    columns={
        "state": _STATE,
        "stay_id": "s.id",
        "resident_id": "s.resident_id",
        "resident": "COALESCE(r.name, '')",
        "since": "s.from_on",
        "on_leave": "EXISTS (SELECT 1 FROM living_leave l WHERE l.stay_id = s.id AND l.from_on <= d.today"
        " AND (l.to_on IS NULL OR l.to_on >= d.today))",
        "code": "COALESCE((SELECT c.digits FROM living_printed_code c WHERE c.bed_id = b.id"
        " AND c.replaced_at IS NULL), '')",
    },
    filters={"kind": "b.kind", "state": _STATE},
)
# As many digits as somebody reads from a label; fewer are the number of a room.
_LABEL_DIGITS = 6


def find_ids(wanted: BedQuery) -> list[int]:
    """The ids that match, in the wanted order."""
    return _LIST.find_ids(wanted, _named(wanted.text), values=_now())


def counts() -> BedCounts:
    """How many beds there are today, and how many of them are taken and free."""
    columns = f"count(*), COALESCE(sum({_STATE} = 'occupied'), 0), COALESCE(sum({_STATE} = 'free'), 0)"
    return _LIST.total(BedCounts, columns, BedQuery(), values=_now())


def rows(ids: Sequence[int]) -> list[BedRow]:
    """The beds of these ids, in their order."""
    return _LIST.rows(ids, *_now())


def _now() -> list[object]:
    today = clock.today()
    return [today.isoformat(), query.listed(offered.kept_beds(today))]


def _named(text: str) -> Condition | None:
    """A bed by its place or foreign code, by any of its printed numbers or their end, or by whoever lies in it."""
    lying = residents.about("s.resident_id", text)
    if lying is None:
        return None
    words, digits = f"%{''.join(text.split())}%", fold(text)
    place = "replace(b.building || b.room || '-' || b.number, ' ', '') LIKE ? OR b.external_code LIKE ?"
    found = [Condition(place, [words, words]), lying]
    if digits.isdigit() and len(digits) >= _LABEL_DIGITS:
        codes = "b.id IN (SELECT c.bed_id FROM living_printed_code c WHERE c.bed_id IS NOT NULL AND c.digits LIKE ?)"
        found.append(Condition(codes, [f"%{digits}"]))
    return Condition(f"({' OR '.join(one.sql for one in found)})", [value for one in found for value in one.values])


def place_name(building: str, room: str, number: str) -> str:
    """A bed as people call it: ``1号楼 304-2``."""
    return f"{building} {room}-{number}".strip()


def validate(draft: BedDraft) -> list[FieldError]:
    """What keeps a bed from being saved."""
    checks = Checks()
    declared.read(draft, checks)
    return checks.errors


def draft_of(bed_id: int) -> BedDraft:
    """The draft that a form opens for a bed on record."""
    return reconciling.opened(_draft(living(Bed, bed_id)))


def _draft(row: Bed) -> BedDraft:
    today = clock.today()
    return BedDraft(
        bed_id=row.id,
        out_of_service=nights.out_on(row.id, today),
        holds_from=today.isoformat(),
        **declared.shown(BedDraft, row),
    )


def save(actor: Actor, draft: BedDraft) -> int:
    """Record a new bed or the changes of one; the id."""
    with writing(actor, Action.EDIT_BED) as unit:
        kept = int(store(unit, draft).id)
    reconciling.opened(draft)
    return kept


def store(unit: Unit, draft: BedDraft) -> Bed:
    """Record a bed within a unit and give it its code."""
    row = unit.living(Bed, draft.bed_id) if draft.bed_id is not None else None
    if row is not None:
        reconciling.reconcile(draft, _draft(row))
    checks = Checks()
    values = declared.read(draft, checks)
    checks.raise_if_any()
    holds_from = values.pop("holds_from")
    if row is None:
        row = unit.add(Bed(**values))
        printed_codes.give(unit, CodeKind.BED, row.id)
        if draft.out_of_service:
            # Since when nobody knows: what was recorded of it before today stands.
            outages.begin_today(unit, row)
        return row
    was_out = nights.out_on(row.id, clock.today())
    if values["opened_on"] != row.opened_on:
        _check_opening(row, values["opened_on"])
    said = {name: values.pop(name) for name in natures.FIELDS}
    natures.require_last(row, said, holds_from)
    if was_out != draft.out_of_service:
        (outages.begin_today if draft.out_of_service else outages.end_today)(unit, row)
    natures.store_typed(unit, row, said, holds_from)
    unit.change(row, values)
    return row


def _check_opening(bed: Bed, opened_on: object) -> None:
    """Refuse a first day after the last, or after one on which somebody lay in the bed."""
    if not isinstance(opened_on, dt.date):
        return
    if bed.closed_on is not None and opened_on > bed.closed_on:
        raise InvalidDraft([FieldError("opened_on", Reason.ENDS_BEFORE_START)])
    nights.require_empty("opened_on", bed.id, "0001-01-01", opened_on.isoformat())

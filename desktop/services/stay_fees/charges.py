"""What months come to and were charged: charged once, then only a difference is booked, with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core import clock, stay_fees
from desktop.core.acts import Action
from desktop.core.errors import ReasonNeeded
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.period import Month
from desktop.core.stay_errors import FeesOff, NothingDiffers, NothingToCharge, RateMissing, TooEarly
from desktop.core.stay_fees import ChargeState, FeeGap, FeeLine
from desktop.core.words.stay_fees import gap_words
from desktop.models import query
from desktop.models.ledger import LedgerEntry
from desktop.models.stay_fee import StayCharge
from desktop.services.ledger import entries
from desktop.services.ledger.entries import Booking
from desktop.services.stay_fees import counting, nights
from desktop.services.stay_fees.counting import Counted
from desktop.services.stay_fees.rates import Book
from desktop.services.writing import rules
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import Unit, writing


@dataclass(frozen=True)
class MonthFees:
    """A month of somebody: what it comes to by what is on record now, and what it was charged.

    ``charges`` says how often; ``nights`` are those of the month in a 全托 bed.
    """

    resident_id: int
    name: str
    month: Month
    nights: int
    lines: tuple[FeeLine, ...]
    gaps: tuple[FeeGap, ...]
    whole_fen: int
    charged_fen: int
    charges: int

    @property
    def difference_fen(self) -> int:
        """What is still to be charged, below nothing what is to be given back."""
        return self.whole_fen - self.charged_fen

    @property
    def state(self) -> ChargeState:
        """Where it stands."""
        if self.gaps:
            return ChargeState.NO_RATE
        if not self.charges:
            return ChargeState.TO_CHARGE
        return ChargeState.DIFFERS if self.difference_fen else ChargeState.CHARGED


@dataclass(frozen=True)
class ChargeRow:
    """A charge on record with its frozen lines; ``day`` is that of its entry in the ledger."""

    id: int
    uid: str
    resident_id: int
    month: Month
    number: int
    amount_fen: int
    whole_fen: int
    lines: tuple[FeeLine, ...]
    remark: str
    at: str


@dataclass(frozen=True)
class Charged:
    """How many people a month was charged to, what it came to, and who was left out for want of a rate."""

    people: int
    fen: int
    left: tuple[MonthFees, ...]


class _Booked(NamedTuple):
    resident_id: int
    charges: int
    fen: int


_BOOKED = (
    "SELECT c.resident_id, count(DISTINCT c.id), COALESCE(-sum(e.amount), 0) FROM living_stay_charge c"
    " LEFT JOIN living_ledger_entry e ON e.stay_charge_id = c.id WHERE c.month = ?{only} GROUP BY c.resident_id"
)
_ONLY = f" AND c.resident_id IN {query.LISTED}"
_CHARGES = (
    "SELECT id, uid, resident_id, month, number, amount_fen, whole_fen, lines, remark, created_at"
    " FROM living_stay_charge WHERE resident_id = ? ORDER BY month, number"
)


def turned_on() -> bool:
    """Whether fees are shown at all: the centre turned them on for any month, or money of them is on record."""
    accounts = [LedgerAccount.STAY, LedgerAccount.STAY_DEPOSIT]
    return any(one.value == "on" for one in rules.history("stay_fees")) or bool(
        query.fetch_one("SELECT 1 FROM living_ledger_entry WHERE account IN (?, ?) LIMIT 1", accounts)
    )


def months(month: Month, only: Sequence[int] | None = None, until: dt.date | None = None) -> list[MonthFees]:
    """What a month comes to and was charged, of everybody who stayed in it or was charged for it, by name.

    ``until`` supposes that they leave on that day. Nobody in a month for which fees are off.
    """
    if not rules.stay_fees_on(month.first):
        return []
    stayed, booked = nights.nights_of(month, only, until), _booked(month, only)
    book, leave = Book(), rules.stay_fee_leave(month.first)
    names = query.mapping(
        f"SELECT id, name FROM living_resident WHERE id IN {query.LISTED} ORDER BY name_key, id",
        [query.listed({*stayed, *booked})],
    )
    found = []
    for one, name in names.items():
        counted = counting.count(month, stayed.get(one, []), book, leave)
        found.append(_fees(one, name, month, counted, booked.get(one), len(stayed.get(one, []))))
    # Nights that cost nothing by any rate are no fee.
    return [one for one in found if one.lines or one.gaps or one.charges]


def of_resident(resident_id: int, until: dt.date | None = None) -> list[MonthFees]:
    """The months of somebody that are not charged as they come to, up to this one, the oldest first."""
    now = Month.of(until or clock.today())
    found = [fees for one in _months_stayed(resident_id, now) for fees in months(one, [resident_id], until)]
    return [one for one in found if one.state != ChargeState.CHARGED and (one.gaps or one.difference_fen)]


def on_record(resident_id: int) -> list[ChargeRow]:
    """The charges of somebody that count, by month."""
    return [
        ChargeRow(one, uid, who, Month.parse(month), number, fen, whole, stay_fees.read(lines), remark, at)
        for one, uid, who, month, number, fen, whole, lines, remark, at in query.fetch(_CHARGES, [resident_id])
    ]


def charge(actor: Actor, month: Month, only: Sequence[int] | None = None) -> Charged:
    """Charge a month to everybody, or to ``only`` these, who was not charged it; who has no rate is left out.

    FeesOff, TooEarly, NothingToCharge; RateMissing when nobody was left whom it could be charged to.
    """
    with writing(actor, Action.CHARGE_STAY) as unit:
        _refuse_month(month)
        found = months(month, only)
        made = [one for one in found if one.state == ChargeState.TO_CHARGE]
        left = tuple(one for one in found if one.state == ChargeState.NO_RATE)
        if not made and left:
            raise RateMissing(_gaps_words(left))
        if not made:
            raise NothingToCharge(str(month))
        for one in made:
            _book(unit, one, "")
    return Charged(len(made), sum(one.whole_fen for one in made), left)


def book_difference(actor: Actor, resident_id: int, month: Month, reason: str) -> int:
    """补差: a month that was charged comes to something else by now; the difference is booked. The charge's id."""
    if not reason.strip():
        raise ReasonNeeded("book_difference")
    with writing(actor, Action.CHARGE_STAY, reason.strip()) as unit:
        _refuse_month(month)
        found = months(month, [resident_id])
        if found and found[0].gaps:
            raise RateMissing(_gaps_words(found))
        if not found or found[0].state != ChargeState.DIFFERS:
            raise NothingDiffers(str(month))
        return _book(unit, found[0], reason.strip())


def take_back(unit: Unit, charge_id: int, why: str) -> None:
    """A charge counts no more, and no later one of its month: each is void, its entry taken back; within a unit."""
    first = unit.living(StayCharge, charge_id)
    later = StayCharge.select().where(
        StayCharge.resident == first.resident_id,
        StayCharge.month == first.month,
        StayCharge.number >= first.number,
        StayCharge.voided_at.is_null(),
    )
    for one in later.order_by(StayCharge.number.desc()):
        for entry in LedgerEntry.select().where(
            LedgerEntry.stay_charge_id == one.id, LedgerEntry.kind == EntryKind.CHARGE
        ):
            entries.take_back(unit, entry, why)
        unit.void(one, why)


def _refuse_month(month: Month) -> None:
    if not rules.stay_fees_on(month.first):
        raise FeesOff()
    if month.first > Month.of(clock.today()).shifted(1).first:
        raise TooEarly(str(month))


def _book(unit: Unit, fees: MonthFees, why: str) -> int:
    number = 1 + query.count(
        # Void ones too: a number of a month is given once.
        "SELECT COALESCE(max(number), 0) FROM stay_charge WHERE resident_id = ? AND month = ?",
        [fees.resident_id, str(fees.month)],
    )
    row = unit.add(
        StayCharge(
            resident_id=fees.resident_id,
            month=str(fees.month),
            number=number,
            amount_fen=fees.difference_fen,
            whole_fen=fees.whole_fen,
            lines=stay_fees.kept(fees.lines),
            remark=why,
        )
    )
    if fees.difference_fen:
        entries.enter(
            unit,
            Booking(
                LedgerAccount.STAY,
                fees.resident_id,
                EntryKind.CHARGE,
                -fees.difference_fen,
                remark=why,
                stay_charge_id=int(row.id),
            ),
        )
    return int(row.id)


def _fees(
    resident_id: int, name: str, month: Month, counted: Counted, booked: _Booked | None, stayed: int
) -> MonthFees:
    told = (0, 0) if booked is None else (booked.fen, booked.charges)
    return MonthFees(resident_id, name, month, stayed, counted.lines, counted.gaps, counted.fen, *told)


def _booked(month: Month, only: Sequence[int] | None) -> Mapping[int, _Booked]:
    narrowed = ("", []) if only is None else (_ONLY, [query.listed(only)])
    found = query.fetch_as(_Booked, _BOOKED.format(only=narrowed[0]), [str(month), *narrowed[1]])
    return {one.resident_id: one for one in found}


def _months_stayed(resident_id: int, last: Month) -> Iterable[Month]:
    """The months in which somebody stayed or was charged for, up to one, the oldest first."""
    found = {
        Month.parse(str(row[0]))
        for row in query.fetch("SELECT DISTINCT month FROM living_stay_charge WHERE resident_id = ?", [resident_id])
    }
    for first, left in query.fetch("SELECT from_on, to_on FROM living_stay WHERE resident_id = ?", [resident_id]):
        month = Month.of(dt.date.fromisoformat(first))
        ends = Month.of(dt.date.fromisoformat(left)) if left else last
        while month.first <= min(ends.first, last.first):
            found.add(month)
            month = month.shifted(1)
    return sorted(found, key=str)


def _gaps_words(found: Iterable[MonthFees]) -> str:
    return "；".join(f"{one.name}（{'、'.join(map(gap_words, one.gaps))}）" for one in found)

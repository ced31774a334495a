"""缴费对账单: what somebody was charged, line by line, and every entry of the fees and the deposit, to be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from desktop.core import clock
from desktop.core.acts import Action, LogAction, Thing
from desktop.core.errors import NotFound
from desktop.core.ledgers import LedgerAccount
from desktop.models import query
from desktop.models.resident import Resident
from desktop.services.beds.places import place_name
from desktop.services.ledger import listing
from desktop.services.ledger.listing import Entry
from desktop.services.register import listing as residents
from desktop.services.stay_fees import charges, standing
from desktop.services.stay_fees.charges import ChargeRow
from desktop.services.stay_fees.standing import Standing
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import noting


class LainIn(NamedTuple):
    """A stay: the bed, its first day, the day on which it ended."""

    bed: str
    from_on: dt.date
    to_on: dt.date | None


@dataclass(frozen=True)
class ChargedMonth:
    """A charged month: the lines of its newest charge make the whole; ``differences`` are those after the first."""

    last: ChargeRow
    differences: tuple[ChargeRow, ...]


@dataclass(frozen=True)
class Statement:
    """Of somebody on a day; entries are in the order in which they were made."""

    day: dt.date
    id_masked: str
    stands: Standing
    stays: tuple[LainIn, ...]
    months: tuple[ChargedMonth, ...]
    fees: tuple[Entry, ...]
    deposit: tuple[Entry, ...]


class _Lay(NamedTuple):
    building: str
    room: str
    number: str
    from_on: dt.date
    to_on: dt.date | None


def of(resident_id: int) -> Statement:
    """The statement of somebody as of today; NotFound for who neither lies here nor has an entry."""
    stands = standing.of(resident_id)
    if stands is None:
        raise NotFound(Thing.STAY, str(resident_id))
    [row] = residents.rows([resident_id])
    fees, deposit = (listing.of_holder(one, resident_id) for one in (LedgerAccount.STAY, LedgerAccount.STAY_DEPOSIT))
    return Statement(
        clock.today(),
        row.id_masked,
        stands,
        tuple(_stays(resident_id)),
        tuple(_months(charges.on_record(resident_id))),
        tuple(reversed(fees)),
        tuple(reversed(deposit)),
    )


def issue(actor: Actor, resident_id: int) -> Statement:
    """The statement, to be printed now; that it was is noted."""
    permissions.reading(actor, Action.PRINT_RECEIPT)
    with noting(actor) as unit:
        found = of(resident_id)
        unit.note(unit.living(Resident, resident_id), LogAction.PRINT)
    return found


def _months(found: Sequence[ChargeRow]) -> list[ChargedMonth]:
    made = []
    for _month, rows in groupby(found, lambda one: one.month):
        first, *later = rows
        made.append(ChargedMonth((later or [first])[-1], tuple(later)))
    return made


def _stays(resident_id: int) -> list[LainIn]:
    found = query.fetch_as(
        _Lay,
        "SELECT b.building, b.room, b.number, s.from_on, s.to_on FROM living_stay s JOIN bed b ON b.id = s.bed_id"
        " WHERE s.resident_id = ? ORDER BY s.from_on, s.id",
        [resident_id],
    )
    return [LainIn(place_name(one.building, one.room, one.number), one.from_on, one.to_on) for one in found]

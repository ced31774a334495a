"""Who owes fees of a stay and since when, whose deposit lies here, and what is to be settled with who left."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.core import clock
from desktop.core.ledgers import EntryKind, LedgerAccount
from desktop.core.trade import RegisterState
from desktop.models import query
from desktop.services.beds.places import place_name


@dataclass(frozen=True)
class Standing:
    """Where somebody stands: the balance of the fees (below nothing is owed, ``owed_since``) and the deposit.

    ``bed`` is where they lie today; without one, ``left_on`` is the day on which they left. ``charged_fen`` is what
    was charged so far and still counts.
    """

    id: int
    name: str
    state: str
    bed: str
    left_on: dt.date | None
    balance_fen: int
    deposit_fen: int
    owed_since: dt.date | None
    last_on: dt.date | None
    charged_fen: int

    @property
    def paid_fen(self) -> int:
        """What was paid so far, also out of the deposit, less what was given back."""
        return self.balance_fen + self.charged_fen

    @property
    def owed_fen(self) -> int:
        """What is owed."""
        return max(-self.balance_fen, 0)

    @property
    def to_settle(self) -> bool:
        """Whether somebody left, or is on the register no more, and money is still to be paid or given back."""
        gone = not self.bed or self.state != RegisterState.ON_REGISTER
        return gone and bool(self.balance_fen or self.deposit_fen)


class _Row(NamedTuple):
    id: int
    name: str
    state: str
    building: str | None
    room: str | None
    number: str | None
    left_on: dt.date | None
    balance: int
    deposit: int
    last_on: dt.date | None


class _Moved(NamedTuple):
    """An entry of the fees."""

    resident_id: int
    id: int
    day: dt.date
    amount: int
    counter_of: int | None


_SUM = "(SELECT sum(e.amount) FROM living_ledger_entry e WHERE e.resident_id = r.id AND e.account = '{account}')"
_OURS = f"e.account IN ('{LedgerAccount.STAY}', '{LedgerAccount.STAY_DEPOSIT}')"
_ALL = (
    "SELECT r.id, r.name, r.register_state, b.building, b.room, b.number,"
    " (SELECT max(s.to_on) FROM living_stay s WHERE s.resident_id = r.id),"
    f" COALESCE({_SUM.format(account=LedgerAccount.STAY)}, 0),"
    f" COALESCE({_SUM.format(account=LedgerAccount.STAY_DEPOSIT)}, 0),"
    f" (SELECT max(e.day) FROM living_ledger_entry e WHERE e.resident_id = r.id AND {_OURS})"
    " FROM living_resident r LEFT JOIN living_stay n ON n.resident_id = r.id AND n.from_on <= ?1"
    " AND (n.to_on IS NULL OR n.to_on > ?1) LEFT JOIN bed b ON b.id = n.bed_id WHERE r.id IN ("
    f"SELECT e.resident_id FROM living_ledger_entry e WHERE {_OURS}"
    " UNION SELECT s.resident_id FROM living_stay s WHERE s.from_on <= ?1 AND (s.to_on IS NULL OR s.to_on > ?1))"
    "{only} ORDER BY r.name_key, r.id"
)
_CHARGED = (
    # A charge, what takes it back, what takes that back.
    "WITH RECURSIVE chain (id, resident_id, amount) AS (SELECT e.id, e.resident_id, e.amount FROM living_ledger_entry e"
    " WHERE e.account = ? AND e.kind = ? AND e.resident_id IN (SELECT value FROM json_each(?)) UNION ALL"
    " SELECT c.id, c.resident_id, c.amount FROM living_ledger_entry c JOIN chain f ON c.counter_of = f.id)"
    " SELECT resident_id, -sum(amount) FROM chain GROUP BY resident_id"
)


def everybody(only: Sequence[int] | None = None) -> list[Standing]:
    """Whoever lies in a bed today or has any entry, by name; of ``only`` these."""
    narrowed = ("", []) if only is None else (" AND r.id IN (SELECT value FROM json_each(?2))", [query.listed(only)])
    found = query.fetch_as(_Row, _ALL.format(only=narrowed[0]), [clock.today().isoformat(), *narrowed[1]])
    since = _since([one.id for one in found if one.balance < 0])
    charged: dict[int, int] = dict(
        query.fetch(_CHARGED, [LedgerAccount.STAY, EntryKind.CHARGE, query.listed([one.id for one in found])])
    )
    return [_standing(one, since, charged.get(one.id, 0)) for one in found]


def of(resident_id: int) -> Standing | None:
    """Where one stands; None for who neither lies here nor has an entry."""
    found = everybody([resident_id])
    return found[0] if found else None


def to_settle() -> list[Standing]:
    """Who left or died and owes, paid too much, or has a deposit here."""
    return [one for one in everybody() if one.to_settle]


def _standing(one: _Row, since: Mapping[int, dt.date], charged: int) -> Standing:
    bed = "" if one.room is None else place_name(one.building or "", one.room, one.number or "")
    left = None if bed else one.left_on
    told = one.balance, one.deposit, since.get(one.id), one.last_on, charged
    return Standing(one.id, one.name, one.state, bed, left, *told)


def _since(people: Sequence[int]) -> dict[int, dt.date]:
    """Since when each of them owes: what is paid pays what was charged first, so the day of the first not paid."""
    by_person: defaultdict[int, list[_Moved]] = defaultdict(list)
    for one in query.fetch_as(
        _Moved,
        "SELECT resident_id, id, day, amount, counter_of FROM living_ledger_entry WHERE account = ?"
        " AND resident_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        [LedgerAccount.STAY, query.listed(people)],
    ):
        by_person[one.resident_id].append(one)
    return {who: day for who, moved in by_person.items() if (day := _first_unpaid(moved)) is not None}


def _first_unpaid(moved: Iterable[_Moved]) -> dt.date | None:
    """The day of the first debit that the credits do not reach; an entry that was taken back is neither."""
    every = list(moved)
    standing = _not_taken_back(every)
    paid = sum(one.amount for one in standing if one.amount > 0)
    for one in standing:
        paid += min(one.amount, 0)
        if paid < 0:
            return one.day
    return None


def _not_taken_back(every: Sequence[_Moved]) -> list[_Moved]:
    """The entries that are no counter-entries and that an even number of them, one of the other, takes back."""
    after = {one.counter_of: one for one in every if one.counter_of is not None}

    def stands(one: _Moved) -> bool:
        steps = 0
        while one.id in after:
            one, steps = after[one.id], steps + 1
        return steps % 2 == 0

    return [one for one in every if one.counter_of is None and stands(one)]

"""Reading a ledger: who has a balance, somebody's entries with what stood after each, one entry of them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.ledgers import HOLDERS, LedgerAccount
from desktop.models import query
from desktop.services.ledger import balances


@dataclass(frozen=True)
class Account:
    """Somebody's account as the list shows it; ``id`` is the resident's."""

    id: int
    name: str
    community: str
    state: str
    balance_fen: int
    limit_fen: int
    last_on: dt.date | None


@dataclass(frozen=True)
class Entry:
    """One entry; ``after`` is the balance once it was entered, ``countered`` whether another one takes it back.

    ``name`` is the resident's: whose the entry is, or who was helped on ``done_on``, as ``whom`` where the register has
    nobody. ``service`` is the uid of the help service whose hours they are, ``service_type`` what it was. ``stands``:
    the entry is no counter-entry, and what it moved is moved today, whoever took what back in between. ``month`` is
    that of the fees that it charges, ``number`` which charge of that month it is (1 the first).
    """

    id: int
    account: str
    resident_id: int | None
    name: str
    day: dt.date
    at: str
    kind: str
    amount: int
    after: int
    cashier: str
    meal_id: int | None
    receipt_year: int | None
    receipt_number: int | None
    counter_of: int | None
    countered: bool
    remark: str
    done_on: dt.date | None
    whom: str
    service: str
    service_type: str
    month: str
    number: int
    stands: bool

    @property
    def receipt(self) -> str:
        """The number of its receipt, nothing where it has none."""
        return "" if self.receipt_number is None else f"{self.receipt_year}-{self.receipt_number:06d}"


_ACCOUNTS = (
    "SELECT * FROM (SELECT r.id, r.name, r.community, r.register_state, COALESCE({sum}, 0), COALESCE({limit}, 0),"
    " (SELECT max(e.day) FROM living_ledger_entry e WHERE e.resident_id = r.id AND e.account = '{account}') AS last"
    " FROM living_resident r WHERE r.id IN (SELECT e.resident_id FROM living_ledger_entry e"
    " WHERE e.account = '{account}' UNION SELECT c.resident_id FROM living_credit_limit c"
    " WHERE c.account = '{account}') ORDER BY r.name_key, r.id)"
)
_ENTRIES = (
    # An entry, what takes it back, what takes that back: an odd number of them leaves what the first one moved.
    "WITH RECURSIVE chain (id, root) AS (SELECT e.id, e.id FROM living_ledger_entry e WHERE e.account = ?1"
    " AND e.{holder} = ?2 AND e.counter_of IS NULL UNION ALL SELECT c.id, f.root FROM living_ledger_entry c"
    " JOIN chain f ON c.counter_of = f.id), whole (root, entries) AS (SELECT root, count(*) FROM chain GROUP BY root)"
    " SELECT e.id, e.account, e.resident_id, COALESCE(r.name, ''), e.day, e.at, e.kind, e.amount,"
    " sum(e.amount) OVER (ORDER BY e.id), e.cashier, e.meal_id, e.receipt_year,"
    " e.receipt_number, e.counter_of,"
    " EXISTS (SELECT 1 FROM living_ledger_entry c WHERE c.counter_of = e.id), e.remark, e.done_on, e.whom,"
    " COALESCE(s.uid, ''), COALESCE(s.type, ''), COALESCE(h.month, ''), COALESCE(h.number, 0),"
    " COALESCE(w.entries % 2, 0)"
    " FROM living_ledger_entry e LEFT JOIN resident r ON r.id = e.resident_id LEFT JOIN whole w ON w.root = e.id"
    " LEFT JOIN help_service s ON s.id = e.help_service_id LEFT JOIN stay_charge h ON h.id = e.stay_charge_id"
    " WHERE e.account = ?1 AND e.{holder} = ?2"
)


def accounts(account: LedgerAccount) -> list[Account]:
    """Every resident who has an entry or a limit, by name."""
    parts = {"sum": balances.SUM, "limit": balances.LIMIT}
    told = {name: part.format(holder="resident_id", who="r.id", account=account) for name, part in parts.items()}
    return query.fetch_as(Account, _ACCOUNTS.format(**told, account=account))


def of_holder(account: LedgerAccount, holder: int) -> list[Entry]:
    """Somebody's entries, the last one first."""
    entries = _ENTRIES.format(holder=HOLDERS[account])
    return query.fetch_as(Entry, f"SELECT * FROM ({entries}) ORDER BY id DESC", [account, holder])


def entry(entry_id: int) -> Entry:
    """One entry of a person; NotFound when there is none."""
    found = query.fetch(
        "SELECT account, COALESCE(named_id, resident_id) FROM living_ledger_entry WHERE id = ?", [entry_id]
    )
    rows: Sequence[Entry] = of_holder(LedgerAccount(found[0][0]), found[0][1]) if found and found[0][1] else ()
    one = next((row for row in rows if row.id == entry_id), None)
    if one is None:
        raise NotFound(Thing.LEDGER_ENTRY, str(entry_id))
    return one


def id_of_receipt(number: str) -> int:
    """The entry that has this receipt, as ``2026-000012``; NotFound when there is none."""
    year, _, serial = number.strip().partition("-")
    found = query.ids(
        "SELECT id FROM living_ledger_entry WHERE receipt_year = ? AND receipt_number = ?",
        [int(year), int(serial)] if year.isdecimal() and serial.isdecimal() else [0, 0],
    )
    if not found:
        raise NotFound(Thing.LEDGER_ENTRY, number)
    return found[0]

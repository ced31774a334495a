"""What stands on somebody's account: the sum of the entries, and how far below nothing it may go."""

from __future__ import annotations

from typing import NamedTuple

from desktop.core.ledgers import HOLDERS, LedgerAccount
from desktop.models import query


class Balance(NamedTuple):
    """The balance of an account in its unit; ``opened`` says whether there is any entry or limit at all."""

    amount: int
    limit: int
    opened: bool

    def allows(self, amount: int) -> bool:
        """Whether so much can be taken."""
        return amount <= self.amount + self.limit


# To be put into a statement that names the holder ``{who}``; entries of a person are few and stand in one index.
SUM = "(SELECT sum(e.amount) FROM living_ledger_entry e WHERE e.{holder} = {who} AND e.account = '{account}')"
LIMIT = (
    "(SELECT c.limit_fen FROM living_credit_limit c WHERE c.resident_id = {who} AND c.account = '{account}'"
    " ORDER BY c.id DESC LIMIT 1)"
)


def columns(account: LedgerAccount, who: str) -> str:
    """The sum and the limit of a holder as two columns; NULL where there is none. Only residents have limits."""
    holder = HOLDERS[account]
    limit = LIMIT.format(who=who, account=account) if holder == "resident_id" else "NULL"
    return f"{SUM.format(holder=holder, who=who, account=account)}, {limit}"


def of(account: LedgerAccount, holder: int) -> Balance:
    """What stands on somebody's account, as it is within the transaction."""
    found = query.fetch(f"SELECT {columns(account, 'p.id')} FROM (SELECT ? AS id) p", [holder])
    return made(*found[0])


def made(amount: int | None, limit: int | None) -> Balance:
    """A balance of the two columns."""
    return Balance(amount or 0, limit or 0, amount is not None or limit is not None)

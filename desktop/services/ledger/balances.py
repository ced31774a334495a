"""What stands on somebody's account: the sum of the entries, and how far below nothing it may go."""

from __future__ import annotations

from typing import NamedTuple

from desktop.core.ledgers import LedgerAccount
from desktop.models import query


class Balance(NamedTuple):
    """The balance of an account; ``opened`` says whether there is any entry or limit at all."""

    fen: int
    limit_fen: int
    opened: bool

    def allows(self, fen: int) -> bool:
        """Whether so much can be taken."""
        return fen <= self.fen + self.limit_fen


# To be put into a statement that names the resident ``{who}``; entries of a person are few and stand in one index.
SUM = "(SELECT sum(e.amount_fen) FROM living_ledger_entry e WHERE e.resident_id = {who} AND e.account = '{account}')"
LIMIT = (
    "(SELECT c.limit_fen FROM living_credit_limit c WHERE c.resident_id = {who} AND c.account = '{account}'"
    " ORDER BY c.id DESC LIMIT 1)"
)


def columns(account: LedgerAccount, who: str) -> str:
    """The sum and the limit of a resident as two columns; NULL where there is none."""
    return f"{SUM.format(who=who, account=account)}, {LIMIT.format(who=who, account=account)}"


def of(account: LedgerAccount, resident_id: int) -> Balance:
    """What stands on somebody's account, as it is within the transaction."""
    found = query.fetch(f"SELECT {columns(account, 'p.id')} FROM (SELECT ? AS id) p", [resident_id])
    return made(*found[0])


def made(fen: int | None, limit_fen: int | None) -> Balance:
    """A balance of the two columns."""
    return Balance(fen or 0, limit_fen or 0, fen is not None or limit_fen is not None)

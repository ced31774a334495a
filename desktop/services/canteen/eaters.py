"""Who stands at the counter: one small row, read in one statement, that a meal is charged by and the screen shows."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from desktop.core.acts import Thing
from desktop.core.codes import CodeKind
from desktop.core.errors import NotFound
from desktop.core.ledgers import LedgerAccount
from desktop.core.period import age_on
from desktop.core.reasons import CodeWanted
from desktop.core.trade import FlagKind, RegisterState
from desktop.models import query
from desktop.services.canteen.prices import GUEST, Diner
from desktop.services.ledger import balances
from desktop.services.ledger.balances import Balance
from desktop.services.register import printed_codes
from desktop.services.register.snapshot import CERTIFIED, ELDERLY


class Eater(NamedTuple):
    """A resident on the day of a meal, with the flags held then."""

    id: int
    day: dt.date
    name: str
    born_on: dt.date | None
    community: str
    state: str
    state_on: dt.date | None
    recorded: frozenset[str]
    certified: bool
    prepaid_fen: int | None
    limit_fen: int | None
    allergies: str
    diet: str
    photo: str

    @property
    def balance(self) -> Balance:
        """What this person left with the canteen."""
        return balances.made(self.prepaid_fen, self.limit_fen)

    @property
    def flags(self) -> frozenset[str]:
        """Every flag of that day, those that follow from the birth date and the certificate too."""
        old = self.age is not None and self.age >= ELDERLY
        certified = self.certified or FlagKind.SEVERELY_HANDICAPPED in self.recorded
        return (
            self.recorded
            | ({FlagKind.ADVANCED_AGE} if old else set())
            | ({FlagKind.HANDICAPPED} if certified else set())
        )

    @property
    def left(self) -> bool:
        """Whether the person was off the register on that day already."""
        return has_left(self.state, self.state_on, self.day)

    @property
    def age(self) -> int | None:
        """The age on that day, where the birth date is known."""
        return age_on(self.born_on, self.day) if self.born_on else None

    @property
    def allergic_to(self) -> str:
        """The recorded allergies; nothing where it is recorded that there are none."""
        return _said(self.allergies)

    @property
    def eats_only(self) -> str:
        """What is recorded of the diet; nothing where it is recorded that there is nothing to mind."""
        return _said(self.diet)

    @property
    def diner(self) -> Diner:
        """What prices and subsidies ask; who has left the register eats as a guest does: at the full price."""
        return GUEST if self.left else Diner(self.age, self.flags)


# What people write where they know of none.
_NOTHING = frozenset({"", "无", "否", "没有", "不详", "无过敏史", "无过敏", "无忌口", "-", "/"})
_FACTS = (
    "SELECT r.id, d.day, r.name, r.born_on, r.community, r.register_state, r.state_on,"
    " COALESCE((SELECT group_concat(f.kind, ' ') FROM living_flag f WHERE f.resident_id = r.id"
    " AND (f.from_on IS NULL OR f.from_on <= d.day) AND (f.to_on IS NULL OR f.to_on >= d.day)), ''),"
    f" {CERTIFIED}, {balances.columns(LedgerAccount.CANTEEN, 'r.id')}, r.allergies, r.diet, r.photo"
    " FROM (SELECT ? AS day) d CROSS JOIN "
)
_BY_ID = f"{_FACTS} living_resident r WHERE r.id = ?"
_BY_CARD = f"{_FACTS} living_printed_code c CROSS JOIN living_resident r ON r.id = c.resident_id WHERE c.digits = ?"


def _said(text: str) -> str:
    return "" if text.strip() in _NOTHING else text.strip()


def has_left(state: str, state_on: dt.date | None, day: dt.date) -> bool:
    """Whether somebody of that register state was off the register on a day."""
    return state != RegisterState.ON_REGISTER and (state_on is None or state_on <= day)


def of_id(resident_id: int, day: dt.date) -> Eater:
    """The resident with that id; NotFound when there is none on record."""
    found = query.fetch_one_as(Eater, _BY_ID, [day.isoformat(), resident_id])
    if found is None:
        raise NotFound(Thing.RESIDENT, str(resident_id))
    return found


def of_card(digits: str, day: dt.date) -> Eater:
    """Whose card it is; BadCode or UnknownCode for no card of this centre, OtherCode for a code of another kind."""
    found = query.fetch_one_as(Eater, _BY_CARD, [day.isoformat(), digits])
    if found is not None:
        return found
    kind = printed_codes.find(digits).kind
    if kind is not CodeKind.RESIDENT:
        raise printed_codes.other(digits, CodeWanted.CARD)
    raise NotFound(Thing.RESIDENT, digits)

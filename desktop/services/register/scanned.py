"""Whom a scan or typed letters mean, wherever many cards are scanned: the lunch line, an afternoon's activity."""

from __future__ import annotations

from typing import NamedTuple

from desktop.core.codes import fold, says_symbology
from desktop.core.trade import RegisterState
from desktop.services.register import listing as residents
from desktop.services.register.listing import ResidentQuery, ResidentRow

# How many people of one name are offered: one key each.
_CHOICES = 9
# ID numbers of both kinds; nobody is ever asked to type 17 digits of one.
_ID_LENGTHS = (15, 18)
# By hand one types the last four of a number; letters are names until they are too long for one.
_SHORTEST_NUMBER = 5
_SHORTEST_SCAN = 9


class Meant(NamedTuple):
    """Who on the register is meant: one, or several to choose from and how many others there are, or nobody."""

    one: int | None = None
    choices: tuple[ResidentRow, ...] = ()
    more: int = 0


def is_card(digits: str) -> bool:
    """Whether it is a printed code: a scan is long and all digits, the tail of a number or a phone is typed by hand."""
    return len(digits) >= 12 and digits.isdigit() and len(digits) not in _ID_LENGTHS


def is_scan(text: str) -> bool:
    """Whether a scanner gave it: it says its symbology, or has more digits than anybody types (a stranger's code)."""
    plain = fold(text)
    if says_symbology(text) or (plain.isascii() and plain.isdigit() and len(plain) >= _SHORTEST_NUMBER):
        return bool(plain)
    return len(plain) >= _SHORTEST_SCAN and plain.isascii() and any(char.isdigit() for char in plain)


def meant(text: str) -> Meant:
    """Who is meant by a name, part of it, its initials, the tail of a number."""
    found = residents.find_ids(ResidentQuery(text=text, state=RegisterState.ON_REGISTER)) if text.strip() else []
    if len(found) > 1:
        return Meant(None, tuple(residents.rows(found[:_CHOICES])), len(found[_CHOICES:]))
    return Meant(found[0]) if found else Meant()

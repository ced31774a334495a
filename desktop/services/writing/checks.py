"""Checking the typed texts of a draft: each check gives the value and notes what is wrong with the field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container

from desktop.core import clock
from desktop.core.dates import read_date, read_time
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.money import parse_yuan, to_fen
from desktop.core.quantities import parse_scaled, scaled_text
from desktop.core.reasons import Reason

LONGEST_TEXT = 2_000


class Checks:
    """Collects the errors of one draft."""

    def __init__(self) -> None:
        self.errors: list[FieldError] = []

    def refuse(self, name: str, reason: Reason, hint: str = "") -> None:
        """Note one error."""
        self.errors.append(FieldError(name, reason, hint))

    def refused(self, name: str) -> bool:
        """Whether something is wrong with the field already."""
        return any(error.name == name for error in self.errors)

    def text(self, name: str, typed: str, required: bool = False, longest: int = LONGEST_TEXT) -> str:
        """The text without blanks around it."""
        cleaned = typed.strip()
        if required and not cleaned:
            self.refuse(name, Reason.REQUIRED)
        if len(cleaned) > longest:
            self.refuse(name, Reason.TOO_LONG, str(longest))
        return cleaned

    def day(
        self, name: str, typed: str | dt.date | None, required: bool = False, future: bool = False
    ) -> dt.date | None:
        """The date that was typed in any form; a date to come is refused unless ``future``."""
        if typed is None or (isinstance(typed, str) and not typed.strip()):
            if required:
                self.refuse(name, Reason.REQUIRED)
            return None
        try:
            found = read_date(typed, year=clock.today().year)
        except ValueError:
            self.refuse(name, Reason.BAD_DATE)
            return None
        if not future and found > clock.today():
            self.refuse(name, Reason.FUTURE_DATE)
        return found

    def time(self, name: str, typed: str, required: bool = False) -> str:
        """The time of day as HH:MM, or nothing."""
        if not typed.strip():
            if required:
                self.refuse(name, Reason.REQUIRED)
            return ""
        try:
            return read_time(typed.strip()).strftime("%H:%M")
        except ValueError:
            self.refuse(name, Reason.BAD_TIME)
            return ""

    def choice(self, name: str, code: str, allowed: Container[str], required: bool = False) -> str:
        """A code out of a list."""
        if not code:
            if required:
                self.refuse(name, Reason.REQUIRED)
        elif code not in allowed:
            self.refuse(name, Reason.UNKNOWN_WORD)
        return code

    def fen(self, name: str, typed: str, required: bool = False) -> int:
        """An amount in yuan as fen; nothing typed is nothing paid."""
        if not typed.strip():
            if required:
                self.refuse(name, Reason.REQUIRED)
            return 0
        try:
            return to_fen(parse_yuan(typed))
        except ValueError:
            self.refuse(name, Reason.BAD_AMOUNT)
            return 0

    def number(self, name: str, typed: str, lowest: int, highest: int, required: bool = False) -> int | None:
        """A whole number within bounds, or nothing."""
        if not typed.strip():
            if required:
                self.refuse(name, Reason.REQUIRED)
            return None
        try:
            found = int(typed.strip())
        except ValueError:
            self.refuse(name, Reason.BAD_NUMBER)
            return None
        if not lowest <= found <= highest:
            self.refuse(name, Reason.OUT_OF_RANGE, f"{lowest}–{highest}")
        return found

    def scaled(
        self, name: str, typed: str, places: int, lowest: int, highest: int, required: bool = False
    ) -> int | None:
        """A number with decimals in units of its last place, within bounds, or nothing."""
        if not typed.strip():
            if required:
                self.refuse(name, Reason.REQUIRED)
            return None
        try:
            found = parse_scaled(typed, places)
        except ValueError:
            self.refuse(name, Reason.BAD_DECIMAL, str(places))
            return None
        if not lowest <= found <= highest:
            self.refuse(name, Reason.OUT_OF_RANGE, f"{scaled_text(lowest, places)}–{scaled_text(highest, places)}")
        return found

    def raise_if_any(self) -> None:
        """Refuse the draft when something is wrong."""
        if self.errors:
            raise InvalidDraft(self.errors)

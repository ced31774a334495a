"""Reading the cells of one row: dates, times, amounts and words, each with its verdict when it does not fit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.core import clock
from desktop.core.dates import read_date, read_time
from desktop.core.money import parse_yuan
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.importing.book.cells import blank, text_of
from desktop.importing.book.lines import Line
from desktop.importing.book.words import code_of, codes_of, truth_of
from desktop.importing.verdicts import RowRefused, Tally


@dataclass(frozen=True)
class Values:
    """The cells of a row with the tally that takes warnings; ``month`` completes 10月5日 and 5日."""

    line: Line
    tally: Tally
    month: Month | None = None

    def text(self, name: str) -> str:
        """The cell as text."""
        return self.line.text(name)

    def day(self, name: str) -> dt.date | None:
        """A date that the row can do without: what is none is named and left out."""
        if not self.line.says(name):
            return None
        try:
            return self._day(name)
        except ValueError:
            self.warn(Reason.BAD_DATE, self.text(name))
            return None

    def needed_day(self, name: str, ahead: bool = False) -> dt.date:
        """A date without which the row says nothing; ``ahead``: it may be a plan for a day to come."""
        try:
            found = self._day(name)
        except ValueError as error:
            raise RowRefused(Reason.BAD_DATE, self.text(name)) from error
        if found is None:
            raise RowRefused(Reason.MISSING_DATE)
        if found > clock.today() and not ahead:
            raise RowRefused(Reason.FUTURE_DATE, found.isoformat())
        return found

    def time(self, name: str) -> str:
        """A time of day as HH:MM, or nothing."""
        cell = self.line.get(name)
        if blank(cell):
            return ""
        try:
            return read_time(cell).strftime("%H:%M")
        except ValueError:
            self.warn(Reason.BAD_TIME, self.text(name))
            return ""

    def amount(self, name: str) -> str:
        """An amount of yuan as text, or nothing."""
        text = self.text(name)
        if not text or text in {"无", "/", "-", "—", "免费"}:
            return ""
        try:
            return str(parse_yuan(text))
        except ValueError:
            self.warn(Reason.BAD_AMOUNT, text)
            return ""

    def word(self, group: str, name: str, default: str = "") -> str:
        """The code of a word that the row can do without."""
        code = code_of(group, self.line.get(name))
        if code is None:
            self.warn(Reason.UNKNOWN_WORD, self.text(name))
        return code or default

    def needed_word(self, group: str, name: str) -> str:
        """The code of a word without which the row says nothing."""
        code = code_of(group, self.line.get(name))
        if code is None:
            raise RowRefused(Reason.UNKNOWN_WORD, self.text(name))
        if not code:
            raise RowRefused(Reason.missing(name))
        return code

    def words(self, group: str, name: str) -> tuple[str, ...]:
        """The codes of a cell with several words; those that nobody listed are named."""
        codes, unknown = codes_of(group, self.line.get(name))
        for word in unknown:
            self.warn(Reason.UNKNOWN_WORD, word)
        return codes

    def words_quietly(self, group: str, name: str) -> tuple[str, ...]:
        """The codes of a cell with several words; the others are nobody's business here."""
        return codes_of(group, self.line.get(name))[0]

    def truth(self, name: str) -> bool | None:
        """Yes, no, or not said."""
        if not self.line.says(name):
            return None
        try:
            return truth_of(self.line.get(name))
        except ValueError:
            self.warn(Reason.UNKNOWN_WORD, self.text(name))
            return None

    def warn(self, reason: Reason, value: str = "") -> None:
        """Name something in this row."""
        self.tally.warn(self.line.number, reason, value)

    def _day(self, name: str) -> dt.date | None:
        cell = self.line.get(name)
        if blank(cell) or text_of(cell) in {"/", "-", "—", "无"}:
            return None
        return read_date(cell, month=self.month)

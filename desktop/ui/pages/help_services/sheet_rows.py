"""What the cells of a typed sheet of services say: a digit, initials, a card, ``0930-1015``; nothing here is saved."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from desktop.core import clock
from desktop.core.dates import read_date
from desktop.core.i18n import translate
from desktop.core.offering import fitting
from desktop.core.text import pinyin_initials
from desktop.core.trade import ServiceState
from desktop.core.words.terms import PAYERS, SERVICE_TYPES
from desktop.importing.book.cells import Sheet
from desktop.importing.book.headers import find_table
from desktop.services.help_services import orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.people import names
from desktop.services.people.names import SERVING
from desktop.ui.forms.person_field import PersonChoice
from desktop.ui.forms.resident_field import people_found
from desktop.ui.pages.help_services import paper_typing


class Cell(IntEnum):
    """The columns, from left to right."""

    DAY = 0
    TYPE = 1
    PERSON = 2
    WORKER = 3
    TIME = 4
    PAYER = 5
    FEE = 6
    SUBSIDY = 7
    CONTENT = 8


# In which cell an error of a draft's field stands.
CELL_OF = {
    "service_on": Cell.DAY,
    "type": Cell.TYPE,
    "resident_id": Cell.PERSON,
    "worker": Cell.WORKER,
    "started": Cell.TIME,
    "ended": Cell.TIME,
    "payer": Cell.PAYER,
    "fee": Cell.FEE,
    "subsidy": Cell.SUBSIDY,
    "content": Cell.CONTENT,
}
# What a column of a pasted sheet is here; two of one cell are joined.
_PASTED = {
    "service_on": Cell.DAY,
    "type": Cell.TYPE,
    "id_number": Cell.PERSON,
    "name": Cell.PERSON,
    "worker": Cell.WORKER,
    "started": Cell.TIME,
    "ended": Cell.TIME,
    "payer": Cell.PAYER,
    "fee": Cell.FEE,
    "subsidy": Cell.SUBSIDY,
    "content": Cell.CONTENT,
}
_DIGITS = "1234567890"
# Who works here, as often as it is asked.
Serving = Callable[[], list[str]]
# So many people of one name are told apart by a digit.
_TOLD = 9
_MOST = 60


@dataclass
class SheetRow:
    """One service as it stands in the sheet; ``refused`` has the sentence of each cell that is wrong."""

    texts: list[str] = field(default_factory=lambda: [""] * len(Cell))
    resident_id: int | None = None
    choices: tuple[PersonChoice, ...] = ()
    refused: dict[Cell, str] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether somebody was meant: a row of defaults alone is none."""
        return bool(self.texts[Cell.PERSON])

    def following(self) -> SheetRow:
        """The next row: all as here, but for whom."""
        texts = list(self.texts)
        for cell in (Cell.PERSON, *self.refused):
            texts[cell] = ""
        return SheetRow(texts)

    def put(self, cell: Cell, typed: str, serving: Serving | None = None) -> str:
        """Take what was typed into a cell; the sentence of a refusal, or nothing. ``serving`` is read for a worker."""
        text = unicodedata.normalize("NFKC", typed).strip()
        self.refused.pop(cell, None)
        said = self._person(text) if cell is Cell.PERSON else self._other(cell, text, serving or _serving)
        if said:
            self.texts[cell] = text
            self.refused[cell] = said
        return said

    def draft(self) -> ServiceDraft:
        """The service that the row says, done."""
        started, _dash, ended = self.texts[Cell.TIME].partition("-")
        return ServiceDraft(
            resident_id=self.resident_id,
            type=_code(SERVICE_TYPES.shown, self.texts[Cell.TYPE]),
            state=ServiceState.DONE,
            service_on=self.texts[Cell.DAY],
            started=started,
            ended=ended,
            worker=self.texts[Cell.WORKER],
            content=self.texts[Cell.CONTENT],
            payer=_code(PAYERS.shown, self.texts[Cell.PAYER]),
            fee=self.texts[Cell.FEE],
            subsidy=self.texts[Cell.SUBSIDY],
        )

    def _other(self, cell: Cell, text: str, serving: Serving) -> str:
        found = "" if not text else _worker(text, serving()) if cell is Cell.WORKER else _READ[cell](text)
        if found is None:
            return _WRONG[cell]()
        self.texts[cell] = found
        return ""

    def _person(self, text: str) -> str:
        if self.choices and len(text) == 1 and text in _DIGITS[: len(self.choices)]:
            return self._take(self.choices[_DIGITS.index(text)])
        self.resident_id, self.choices = None, ()
        if not text:
            self.texts[Cell.PERSON] = ""
            return ""
        found = people_found(text, _MOST)
        # zh is 周海 before everybody whose name begins with zh.
        exact = [one for one in found if text.lower() in (one.name, *pinyin_initials(one.name))]
        if len(exact) == 1 or len(found) == 1:
            return self._take((exact or found)[0])
        if not found:
            return translate("ServiceSheet", "Nobody on the register fits “{text}”.").format(text=text)
        self.choices = tuple(dict.fromkeys((*exact, *found)))[:_TOLD]
        told = "  ".join(f"{at} {one.line}" for at, one in enumerate(self.choices, 1))
        return translate("ServiceSheet", "Which one? {people}").format(people=told)

    def _take(self, one: PersonChoice) -> str:
        self.resident_id, self.choices = one.id, ()
        self.texts[Cell.PERSON] = one.name
        return ""


def first_row() -> SheetRow:
    """A row of today."""
    row = SheetRow()
    row.texts[Cell.DAY] = clock.today().isoformat()
    return row


def pasted(lines: Sequence[Sequence[str]], cell: Cell, above: SheetRow) -> list[SheetRow]:
    """The rows of copied cells: by their headings where the first line has any, else from a cell on to the right.

    A cell that is empty, or has no column, is as in ``above``.
    """
    table = find_table(Sheet("", tuple(map(tuple, lines[:1]))), "services", header_row=1)
    # One word that happens to be a heading does not make the first line one.
    headed = table is not None and len(table.columns) > 1
    columns = table.columns if table is not None and headed else {}
    # Read when the first worker is met, and once for all of them.
    serving = cache(_serving)
    found = []
    for line in lines[1:] if headed else lines:
        row = above.following()
        for at, text in _cells(line, columns, cell).items():
            if text:
                row.put(at, text, serving)
        found.append(row)
    return found


def _cells(line: Sequence[str], columns: Mapping[str, int], first: Cell) -> dict[Cell, str]:
    if not columns:
        return {Cell(first + at): text for at, text in enumerate(line[: len(Cell) - first])}
    found: dict[Cell, str] = {}
    for name, at in _PASTED.items():
        column = columns.get(name)
        text = line[column].strip() if column is not None and column < len(line) else ""
        if not text:
            continue
        if at is Cell.TIME:
            found[at] = f"{found[at]}-{text}" if at in found else text
        elif at is Cell.TYPE:
            found[at] = text
        else:
            # An ID number says more than a name.
            found.setdefault(at, text)
    return found


def _code(shown: Mapping[str, str], word: str) -> str:
    return next((code for code, one in shown.items() if one == word), "")


def _word(shown: Mapping[str, str], text: str) -> str | None:
    words = list(shown.values())
    if len(text) == 1 and text in _DIGITS[: len(words)]:
        return words[_DIGITS.index(text)]
    found = fitting(words, text)
    return found[0] if found and (len(found) == 1 or found[0] == text) else None


def _day(text: str) -> str | None:
    try:
        return read_date(text, year=clock.today().year).isoformat()
    except ValueError:
        return None


def _serving() -> list[str]:
    return names.offered(SERVING, orders.workers())


def _worker(text: str, offered: Sequence[str]) -> str | None:
    if text in offered:
        return text
    found = fitting(offered, text)
    # Letters are initials of somebody; a name that nobody bears yet is one all the same.
    return found[0] if len(found) == 1 else None if text.isascii() or found else text


def _time(text: str) -> str | None:
    spaced = "-".join(text.replace("-", " ").split())
    digits = text.replace(" ", "")
    whole = f"{digits[:4]}-{digits[4:]}" if len(digits) == 8 and digits.isdecimal() else spaced
    said = paper_typing.read(whole)
    if said is None or not said.started:
        return None
    return f"{said.started}-{said.ended}" if said.ended else said.started


def _money(text: str) -> str | None:
    draft = ServiceDraft(fee=text)
    wrong = [one for one in orders.validate(draft) if one.name == "fee"]
    return None if wrong else text


_READ: dict[Cell, Callable[[str], str | None]] = {
    Cell.DAY: _day,
    Cell.TYPE: lambda text: _word(SERVICE_TYPES.shown, text),
    Cell.TIME: _time,
    Cell.PAYER: lambda text: _word(PAYERS.shown, text),
    Cell.FEE: _money,
    Cell.SUBSIDY: _money,
    Cell.CONTENT: lambda text: text,
}
_WRONG: dict[Cell, Callable[[], str]] = {
    Cell.DAY: lambda: translate("ServiceSheet", "No date; type 1008 or 2026-10-08."),
    Cell.TYPE: lambda: translate("ServiceSheet", "No type: 1 to 9 and 0, or its word."),
    Cell.WORKER: lambda: translate("ServiceSheet", "Nobody who works here, or several: type the whole name."),
    Cell.TIME: lambda: translate("ServiceSheet", "No time; type 0930-1015."),
    Cell.PAYER: lambda: translate("ServiceSheet", "No payer: a digit, or its word."),
    Cell.FEE: lambda: translate("ServiceSheet", "No amount; type 40 or 40.5."),
    Cell.SUBSIDY: lambda: translate("ServiceSheet", "No amount; type 40 or 40.5."),
    Cell.CONTENT: str,
}

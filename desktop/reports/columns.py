"""A table of a report: each column says in one place what it is called, what it shows of a line, where that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from desktop.core.document import Align, Cell, Chart, Heading, Row, Section
from desktop.core.figures.people import PersonLine
from desktop.core.words.terms import SEXES
from desktop.reports.words import TOTAL, flag_words, word
from desktop.services.register.as_of import AsOfRow

T = TypeVar("T")
Line = TypeVar("Line", contravariant=True)


@dataclass(frozen=True)
class Column(Generic[Line]):
    """One column; ``added`` ones are summed in the last line of their table."""

    title: str
    value: Callable[[Line], Cell]
    align: Align = "left"
    added: bool = False


def text(title: str, value: Callable[[Line], Cell]) -> Column[Line]:
    """A column of words."""
    return Column(title, value)


def centred(title: str, value: Callable[[Line], Cell]) -> Column[Line]:
    """A column of short words or dates."""
    return Column(title, value, "centre")


def amount(title: str, value: Callable[[Line], Cell]) -> Column[Line]:
    """A column of numbers."""
    return Column(title, value, "right")


def added(title: str, value: Callable[[Line], Cell]) -> Column[Line]:
    """A column of numbers that are added up."""
    return Column(title, value, "right", added=True)


@dataclass(frozen=True)
class Table(Generic[Line]):
    """A kind of table: its title, columns and rule note; ``numbered`` puts 序号 in front."""

    title: str
    columns: Sequence[Column[Line]]
    note: str = ""
    numbered: bool = False

    def of(self, lines: Iterable[Line], *, total: Line | None = None, chart: Chart | None = None) -> Section:
        """The table of these lines; ``total`` is the line that stands beneath them, else what is added is summed."""
        rows = [self._row(line) for line in lines]
        totals = self._row(total) if total is not None else self._sums(rows)
        heads = tuple(Heading(column.title, column.align) for column in self.columns)
        if self.numbered:
            heads = (Heading("序号", "centre"), *heads)
            rows = [(number, *row) for number, row in enumerate(rows, 1)]
            totals = ("", *totals) if totals is not None else None
        return Section(self.title, heads, tuple(rows), totals, self.note, chart)

    def _row(self, line: Line) -> Row:
        return tuple(column.value(line) for column in self.columns)

    def _sums(self, rows: Sequence[Row]) -> Row | None:
        if not rows or not any(column.added for column in self.columns):
            return None
        sums: list[Cell] = [
            _sum(row[at] for row in rows) if column.added else "" for at, column in enumerate(self.columns)
        ]
        return (TOTAL, *sums[1:])


def _sum(cells: Iterable[Cell]) -> int | Decimal:
    total: int | Decimal = 0
    for cell in cells:
        if isinstance(cell, int | Decimal):
            total += cell
    return total


Someone = PersonLine | AsOfRow


class AboutSomeone(Protocol):
    """A line about a person."""

    @property
    def person(self) -> PersonLine:
        """Whom it is about."""


PERSON: Mapping[str, Column[Someone]] = {
    "name": Column("姓名", lambda one: one.name),
    "sex": Column("性别", lambda one: SEXES.get(one.sex, one.sex), "centre"),
    "age": Column("年龄", lambda one: one.age, "centre"),
    "id": Column("证件号码", lambda one: one.id_masked, "centre"),
    "community": Column("社区", lambda one: one.community),
    "address": Column("住址", lambda one: one.address),
    "phone": Column("联系电话", lambda one: one.phone),
    "flags": Column("特殊困难类别", lambda one: flag_words(one.flags)),
    "kinds": Column("类别", lambda one: flag_words(one.flags)),
}


def person(*names: str) -> tuple[Column[Someone], ...]:
    """The columns of these names of a list of people."""
    return tuple(PERSON[name] for name in names)


def about(*names: str) -> tuple[Column[AboutSomeone], ...]:
    """The columns of these names of a list of lines about people."""
    return tuple(_about(PERSON[name]) for name in names)


def _about(column: Column[Someone]) -> Column[AboutSomeone]:
    return Column(column.title, lambda line: column.value(line.person), column.align)


def count_of(code: T) -> Callable[[Mapping[T, int]], Cell]:
    """How many of a code there are."""
    return lambda counts: counts.get(code, 0)


def codes_of(words: Mapping[str, str], counts: Iterable[str]) -> list[str]:
    """The glossary's codes in its order, then those that are counted and stand in no glossary."""
    return [*words, *(code for code in counts if code not in words)]


def by_word(title: str, words: Mapping[str, str], counts: Mapping[str, int]) -> Table[Mapping[str, int]]:
    """A table of one line with a column for each word that is counted or could be."""
    return Table(title, [centred(word(words, code), count_of(code)) for code in codes_of(words, counts)])


_ORDINALS = "一二三四五六七八九"


def headed(sections: Iterable[Section], after: int = 0) -> tuple[Section, ...]:
    """Sections with 一、二、三、 before their titles; ``after`` so many others."""
    numbered = enumerate(sections, after + 1)
    return tuple(replace(part, title=f"{_ordinal(number)}、{part.title}") for number, part in numbered)


def _ordinal(number: int) -> str:
    """一 to 十九."""
    return f"十{_ORDINALS[number - 11]}" if number > 10 else (*_ORDINALS, "十")[number - 1]

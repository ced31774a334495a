"""A line of a table of a report, by the heads of its columns: what says which figure a number of it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.core.document import Row, Section
from desktop.reports.words import UNKNOWN

MONTH = "@"


def raw(said: str) -> str:
    """As it is on record: what is printed for nothing is nothing."""
    return "" if said == UNKNOWN else said


class Line:
    """A line of a table, by the heads of its columns."""

    def __init__(self, section: Section, at: int) -> None:
        self.section, self.at = section, at
        found = section.rows[at] if at < len(section.rows) else section.totals
        self.cells: Row = found or ()
        self.total = at >= len(section.rows)

    def of(self, head: str) -> str:
        """What stands under a head, as text; nothing where there is no such column."""
        heads = [column.title for column in self.section.columns]
        return str(self.cells[heads.index(head)]) if head in heads else ""

    def raw(self, head: str) -> str:
        """The same as it is on record."""
        return raw(self.of(head))

    def person(self) -> dict[str, str]:
        """Whom the line is about."""
        return {head: self.raw(head) for head in ("姓名", "性别", "社区") if self.of(head)}

    def first(self) -> str:
        """The first cell."""
        return str(self.cells[0])


# (line, head of the column) → the figure, "" for none.
Named = Callable[[Line, str], str]


def known(words: Mapping[str, str], word: str) -> bool:
    """Whether the words have it."""
    return word in words.values()

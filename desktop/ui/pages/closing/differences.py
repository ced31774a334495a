"""A table of what a month says differently: the figure, before and after, whose lines, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.core.i18n import translate
from desktop.core.words.figures import figure_word
from desktop.services.closing.differences import Difference
from desktop.services.closing.drift import Cause, cause_words
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable


@dataclass(frozen=True)
class Line:
    """One difference in words."""

    figure: str
    before: str
    after: str
    people: str
    why: str


def line_of(one: Difference, causes: Sequence[Cause], staged: bool | None = None) -> Line:
    """A difference in words; ``staged`` says whether the acts of a correction make it, None where nobody kept that."""
    why = [cause_words(cause) for cause in causes]
    if staged:
        why.insert(0, translate("Cli", "by this correction"))
    elif staged is not None and not why:
        why.append(translate("Cli", "by facts learned late"))
    people = "、".join(name for _uid, name in one.people)
    return Line(figure_word(one.figure), _value(one.before), _value(one.after), people, "；".join(why))


def difference_table(lines: Mapping[int, Line]) -> RecordTable[Line]:
    """The table of these lines, by their numbers."""
    columns: tuple[Column[Line], ...] = (
        Column(translate("Corrections", "Figure"), lambda line: line.figure, 230, stretch=True),
        Column(translate("Corrections", "Before"), lambda line: line.before, 90, Align.RIGHT),
        Column(translate("Corrections", "After"), lambda line: line.after, 90, Align.RIGHT),
        Column(translate("Corrections", "People"), lambda line: line.people, 160, stretch=True),
        Column(translate("Corrections", "Why"), lambda line: line.why, 260, stretch=True),
    )
    return RecordTable(translate("Corrections", "What it comes to"), columns, lambda ids: [lines[one] for one in ids])


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else "—"
    return "" if value is None else str(value)

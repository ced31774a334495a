"""What is wrong with a cell of a form of the centre's own, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from desktop.core.answers import FormMistake
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate


class AboutCell(Protocol):
    """A cell, the name in it, why it cannot be filled, the name that was probably meant."""

    @property
    def cell(self) -> str:
        """Sheet and cell."""

    @property
    def name(self) -> str:
        """The name as it stands there."""

    @property
    def why(self) -> FormMistake:
        """Why it cannot be filled."""

    @property
    def nearest(self) -> str:
        """What was probably meant; "" when nothing is like it."""


_WORDS: Mapping[FormMistake, Said] = {
    FormMistake.UNKNOWN: QT_TRANSLATE_NOOP("FormMistakes", "{cell}: no figure or list is called {name}."),
    FormMistake.OUTSIDE_LIST: QT_TRANSLATE_NOOP(
        "FormMistakes", "{cell}: {name} is a column of a list; begin the row with the list."
    ),
    FormMistake.TWO_LISTS: QT_TRANSLATE_NOOP("FormMistakes", "{cell}: the row has a second list {name}."),
    FormMistake.NO_BRACKETS: QT_TRANSLATE_NOOP("FormMistakes", "{cell}: the brackets of {name} do not close."),
    FormMistake.IN_FORMULA: QT_TRANSLATE_NOOP(
        "FormMistakes", "{cell}: {name} stands in a formula. Give it a cell of its own, and name that cell."
    ),
    FormMistake.MERGED_ROWS: QT_TRANSLATE_NOOP(
        "FormMistakes", "{cell}: the row of {name} is merged with another row and cannot repeat."
    ),
}


def mistake_words(one: AboutCell) -> str:
    """One sentence about a cell."""
    words = said(_WORDS[one.why]).format(cell=one.cell, name=one.name)
    meant = translate("FormMistakes", "Is {name} meant?").format(name=one.nearest) if one.nearest else ""
    return f"{words} {meant}".strip()

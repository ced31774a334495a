"""People to choose from in a form: whoever the register finds for what was typed or scanned."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.core.codes import CodeKind
from desktop.core.errors import OtherCode
from desktop.core.i18n import translate
from desktop.core.reasons import CodeWanted
from desktop.core.text import place_text
from desktop.core.words.messages import sentence
from desktop.core.words.terms import SEXES
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.services.register.listing import ResidentQuery, ResidentRow
from desktop.ui.answer import answer
from desktop.ui.forms.person_field import PersonChoice, PersonField

_MOST = 12


class ResidentField(PersonField):
    """Chooses a resident; an id can be shown as well as a choice, so that drafts fill it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(people_found, parent)

    def set_value(self, value: object) -> None:
        """Show a ``PersonChoice`` or the resident of an id; None empties the field."""
        super().set_value(person_of(value) if isinstance(value, int) else value)

    def why_nobody(self, typed: str) -> str:
        """A code that is nobody's card is called what it is."""
        other = answer(lambda: printed_codes.other(typed, CodeWanted.CARD))
        if not isinstance(other, OtherCode) or other.kind is CodeKind.RESIDENT:
            return super().why_nobody(typed)
        return sentence(other)


def people_found(text: str, most: int = _MOST) -> Sequence[PersonChoice]:
    """Those on register whom the words fit."""
    return [_choice(row) for row in residents.rows(residents.find_ids(ResidentQuery(text=text))[:most])]


def person_of(resident_id: int | None) -> PersonChoice | None:
    """One resident as a choice; None when there is none of this id."""
    found = residents.rows([resident_id]) if resident_id else []
    return _choice(found[0]) if found else None


def person_line(row: ResidentRow) -> str:
    """One of several people of a name, told apart in a line."""
    return _choice(row).line


def choice_lines(rows: Sequence[ResidentRow], more: int) -> str:
    """Who of these, after a scan or a typed name that several bear: a number each, and how many are not shown."""
    lines = [f"{number}   {person_line(row)}" for number, row in enumerate(rows, 1)]
    if more:
        lines.append(translate("PersonChoice", "{count} more: type the whole name or more digits.").format(count=more))
    return "\n".join([translate("PersonChoice", "Who is it? The number and Enter."), *lines])


def _choice(row: ResidentRow) -> PersonChoice:
    age = "" if row.age is None else translate("PersonChoice", "{age} years").format(age=row.age)
    place = place_text(row.community, row.address)
    return PersonChoice(row.id, row.name, "  ".join(part for part in (SEXES.shown[row.sex], age, place) if part))

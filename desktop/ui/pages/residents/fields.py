"""Fields that only the form of a resident has: words of national code tables, dated flags, small records."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core import clock, code_tables
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.services.residents.drafts import STORED_FLAGS
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.field import Field
from desktop.ui.forms.rows_field import Part, RowsField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.look.theme import Tone


class CodeField(PickField):
    """A word of a national code table; characters, initials, pinyin and code find it, other words may stand too."""

    def __init__(self, table: str, parent: QWidget | None = None) -> None:
        self._table = code_tables.load(table)
        super().__init__({word: word for word in self._table.names.values()}, free=True, parent=parent)

    def _fitting(self, typed: str) -> list[str]:
        return list(dict.fromkeys(word.text for word in self._table.complete(typed)))

    def _settle(self) -> None:
        # 彝 is 彝族 and the letters yz are too; what the table does not know stands as typed.
        text = self.box.currentText().strip()
        if not text:
            return
        found = self._fitting(text) if text.isascii() else []
        word = found[0] if found else text
        if self._official:
            word = self._table.name(self._table.code_of(word)) or word
        if word != text:
            self._on_chosen(word)

    _official = True


class RelationField(CodeField):
    """How a contact is related; 老伴 stays 老伴."""

    _official = False

    def __init__(self) -> None:
        super().__init__(code_tables.RELATIONS)


class FlagsField(RowsField):
    """Dated flags: a new one begins today; taking away one on record ends it today, a second time strikes it."""

    def __init__(self, parts: tuple[Part, ...], add_words: str) -> None:
        super().__init__(parts, add_words)
        self._recorded: set[int] = set()

    def value(self) -> tuple[tuple[object, ...], ...]:
        """What is entered; a start alone is nothing yet."""
        return tuple(row for row in super().value() if row[0] or row[2] or row[3])

    def set_value(self, value: object) -> None:
        """Show flags on record."""
        super().set_value(value)
        self._recorded = {id(entry) for entry in self._entries}

    def add_by_hand(self) -> None:
        """One more, from today on."""
        super().add_by_hand()
        self._entries[-1].fields["from_on"].set_value(clock.today().isoformat())

    def _remove(self, entry: object) -> None:
        held = next((one for one in self._entries if one is entry), None)
        if held is not None and id(held) in self._recorded and not held.fields["to_on"].value():
            held.fields["to_on"].set_value(clock.today().isoformat())
            words = translate("ResidentForm", "Ends today. Taken away again, it counts as never having been.")
            held.fields["to_on"].set_note(words, Tone.ATTENTION)
            self.changed.emit()
        elif held is not None:
            super()._remove(held)


def contacts_field() -> RowsField:
    """Emergency contacts, several."""
    parts: tuple[tuple[str, str, Callable[[], Field]], ...] = (
        ("name", translate("ResidentForm", "Name"), TextField),
        ("relation", translate("ResidentForm", "Relation"), RelationField),
        ("phone", translate("ResidentForm", "Phone"), TextField),
    )
    return RowsField(parts, translate("ResidentForm", "Add a contact (Space)"))


def external_ids_field() -> RowsField:
    """Numbers that other platforms gave the person."""
    parts: tuple[tuple[str, str, Callable[[], Field]], ...] = (
        ("platform", translate("ResidentForm", "Platform"), TextField),
        ("value", translate("ResidentForm", "Number"), TextField),
    )
    return RowsField(parts, translate("ResidentForm", "Add a number (Space)"))


def flags_field() -> RowsField:
    """Special-needs flags with their days and proof."""
    kinds = {code: terms.FLAGS.shown[code] for code in STORED_FLAGS}
    parts: tuple[tuple[str, str, Callable[[], Field]], ...] = (
        ("kind", translate("ResidentForm", "Category"), lambda: PickField(kinds)),
        ("from_on", translate("ResidentForm", "From"), DateField),
        ("to_on", translate("ResidentForm", "To"), DateField),
        ("proof", translate("ResidentForm", "Proof"), TextField),
    )
    return FlagsField(parts, translate("ResidentForm", "Add a category (Space)"))

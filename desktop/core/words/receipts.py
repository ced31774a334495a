"""Words of the district's receipts: what a row is, and where in the window it is mended."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.acts import Thing
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said
from desktop.core.words.records import thing_word

_RESIDENTS = QT_TRANSLATE_NOOP("Receipts", "Residents: the person's card")
_VISITS = QT_TRANSLATE_NOOP("Receipts", "Monthly visits: the record")
_BEDS = QT_TRANSLATE_NOOP("Receipts", "Beds: the person's stays")
_PLACES: Mapping[str, Said] = {
    **dict.fromkeys(("resident", "contact", "external_id", "flag", "grade", "register_event"), _RESIDENTS),
    **dict.fromkeys(("visit", "visitor", "visit_need", "excusal"), _VISITS),
    "risk": QT_TRANSLATE_NOOP("Receipts", "Monthly visits: risks"),
    "help_service": QT_TRANSLATE_NOOP("Receipts", "Help services: the record"),
    "meal": QT_TRANSLATE_NOOP("Receipts", "Canteen: the meal"),
    **dict.fromkeys(("stay", "leave"), _BEDS),
}
_ANYWHERE = QT_TRANSLATE_NOOP("Receipts", "ask the district")


def part_word(table: str) -> str:
    """What a row of a table is; of a later program's it is a record."""
    return thing_word(Thing(table)) if table in list(Thing) else said(QT_TRANSLATE_NOOP("Receipts", "record"))


def place_words(table: str) -> str:
    """Where a row of a table is mended."""
    return said(_PLACES.get(table, _ANYWHERE))

"""What a printed code is called, alone or with whom or what it is of."""

from __future__ import annotations

import datetime as dt

from desktop.core.codes import CodeKind, grouped
from desktop.core.i18n import QT_TRANSLATE_NOOP, said, translate

_CALLED = {
    CodeKind.RESIDENT: QT_TRANSLATE_NOOP("Codes", "a resident's card"),
    CodeKind.BED: QT_TRANSLATE_NOOP("Codes", "the label of a bed"),
    CodeKind.ROSTER_ROW: QT_TRANSLATE_NOOP("Codes", "a row of a route sheet"),
    CodeKind.SERVICE_ORDER: QT_TRANSLATE_NOOP("Codes", "the code of a service order"),
    CodeKind.REPORT: QT_TRANSLATE_NOOP("Codes", "the code of a printed report"),
    CodeKind.LEDGER_ROW: QT_TRANSLATE_NOOP("Codes", "the code of a ledger row"),
}
_OF = {
    CodeKind.RESIDENT: QT_TRANSLATE_NOOP("Codes", "the card of {of}"),
    CodeKind.BED: QT_TRANSLATE_NOOP("Codes", "the label of bed {of}"),
    CodeKind.ROSTER_ROW: QT_TRANSLATE_NOOP("Codes", "a row of a route sheet, for {of}"),
    CodeKind.SERVICE_ORDER: QT_TRANSLATE_NOOP("Codes", "the code of a service order for {of}"),
    CodeKind.REPORT: QT_TRANSLATE_NOOP("Codes", "the code of the printed report {of}"),
}


def code_word(kind: CodeKind, of: str = "") -> str:
    """What a code of a kind is; ``of`` names the person, the bed, the report."""
    return said(_OF[kind], of=of) if of and kind in _OF else said(_CALLED[kind])


def replaced_words(on: dt.date, by: str) -> str:
    """That a code is an old one, since when, and which stands now."""
    words = translate(
        "Codes", "This is an old code: replaced on {day} by {code}. Please take the old card or label away."
    )
    return words.format(day=on.isoformat(), code=grouped(by))


_OLD = {
    CodeKind.RESIDENT: QT_TRANSLATE_NOOP("Codes", "{of} has an old card (new code since {day}): it works, print anew."),
    CodeKind.BED: QT_TRANSLATE_NOOP("Codes", "Bed {of} has an old label (new code since {day}): it works, print anew."),
    CodeKind.SERVICE_ORDER: QT_TRANSLATE_NOOP(
        "Codes", "The service paper for {of} is an old one (new code since {day}): it works."
    ),
}


def old_code_words(kind: CodeKind, of: str, on: dt.date) -> str:
    """That what was scanned is an old one, wherever it was scanned."""
    return said(_OLD[kind], of=of, day=on.isoformat())


def old_card_short() -> str:
    """The same where there is room for a few words only."""
    return translate("Codes", "old card, can be printed anew")

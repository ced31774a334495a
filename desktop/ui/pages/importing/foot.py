"""The steps of an import, and what stands at their foot: the next one, and what is still missing."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.importing.book.headers import field_word
from desktop.importing.kinds import table_kinds
from desktop.ui.pages.importing.work import ImportWork

FILE, COLUMNS, CHECK, DONE = range(4)


def missing_words(work: ImportWork) -> str:
    """Which fields no column holds, and what to do; empty when none is missing."""
    missing = [name for name in _missing(work) if name != "month"]
    if not missing:
        return ""
    kind = table_kinds(work.kind)[0]
    words = translate("ImportWizard", "No column holds {fields}. Choose the column below and say what it is read as.")
    return words.format(fields="、".join(field_word(name, kind) for name in missing))


def next_words(step: int, work: ImportWork) -> tuple[str, bool, str]:
    """What the next button says, whether it can be pressed, and what stands beside it."""
    if step == FILE:
        hint = "" if work.book is not None else translate("ImportWizard", "First choose a file.")
        missing = "month" in _missing(work)
        if missing:
            hint = translate("ImportWizard", "Choose the month first.")
        return translate("ImportWizard", "On"), work.proposal is not None and not missing, hint
    if step == COLUMNS:
        hint = translate("ImportWizard", "Checking writes nothing.")
        return translate("ImportWizard", "Check the rows"), work.readable, hint
    if step == CHECK:
        if work.stale:
            return translate("ImportWizard", "Check again"), True, ""
        words = translate("ImportWizard", "Take {count} rows in").format(count=f"{work.writes:,}")
        hint = translate("ImportWizard", "Nothing is written yet.")
        if work.called_off:
            said = translate("ImportWizard", "Nothing is written yet. {count} rows come in as cancelled orders.")
            hint = said.format(count=f"{work.called_off:,}")
        return words, work.writes > 0, hint
    return translate("ImportWizard", "Back to work"), True, ""


def _missing(work: ImportWork) -> tuple[str, ...]:
    return work.proposal.missing if work.proposal is not None else ()

"""The words of what does not fit in the change log."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.words.records import thing_word


def log_reason(reason: str) -> str:
    """Why a write of the change log does not fit."""
    words = {
        "edited": translate("LogReasons", "its row was changed."),
        "payload": translate("LogReasons", "what it says was changed."),
        "missing": translate("LogReasons", "writes before it are gone."),
        "replaced": translate("LogReasons", "the write before it is another one."),
        "local": translate("LogReasons", "it points to another record than the one that it names."),
        "cut": translate("LogReasons", "it and what came after it are gone."),
        "epoch": translate("LogReasons", "the beginning of its epoch is gone or was changed."),
        "unlogged": translate("LogReasons", "a record names it, and it is not in the log."),
        "row": translate("LogReasons", "its record says something else now; another program changed it."),
        "head": translate("LogReasons", "it is another write than the one that a closed month froze."),
        "elsewhere": translate("LogReasons", "it is another write than the one that a file handed in names."),
    }
    return words.get(reason, reason)


def log_place(table: str, row: int | None) -> str:
    """Which record a write is about, in brackets; nothing where nobody can say."""
    if not table:
        return ""
    if row is None:
        return translate("LogReasons", " ({kind})").format(kind=thing_word(table))
    return translate("LogReasons", " ({kind}, record no. {row})").format(kind=thing_word(table), row=row)

"""The words of what does not fit in the change log."""

from __future__ import annotations

from desktop.core.i18n import translate


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
    }
    return words.get(reason, reason)

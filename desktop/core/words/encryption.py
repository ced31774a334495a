"""What still lies in clear of an encrypted centre, in words, and what to do about the rest."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.answers import PlainKind
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, translate

_PLAIN: Mapping[PlainKind, Said] = {
    PlainKind.BACKUP: QT_TRANSLATE_NOOP("Encryption", "backup of before"),
    PlainKind.SET_ASIDE: QT_TRANSLATE_NOOP("Encryption", "data set aside"),
    PlainKind.FILE: QT_TRANSLATE_NOOP("Encryption", "photograph or scan"),
    PlainKind.EXPORT: QT_TRANSLATE_NOOP("Encryption", "file for the district"),
}


def plain_words(kind: PlainKind) -> str:
    """What lies there."""
    return translate(*_PLAIN[kind])


def plain_advice() -> str:
    """What the program cannot replace."""
    return translate(
        "Encryption",
        "Sticks in a drawer and files that were sent are not known to the program: collect them and make new backups on"
        " them. Nobody can promise that a disk forgets what was written over, an SSD least of all.",
    )

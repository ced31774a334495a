"""What is said of a service beside that it is saved: in the window and on the command line alike."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.answers import ServiceDoubt
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said
from desktop.core.words.terms import SERVICE_TYPES

_SAYS: Mapping[ServiceDoubt, Said] = {
    ServiceDoubt.WORKER_BUSY: QT_TRANSLATE_NOOP(
        "OrderWords", "{who} is with {name} at that time: {type}, {day} {time}"
    ),
    ServiceDoubt.RESIDENT_BUSY: QT_TRANSLATE_NOOP("OrderWords", "{who} has {type} at that time: {day} {time}"),
    ServiceDoubt.SUBSIDY_ABOVE_FEE: QT_TRANSLATE_NOOP(
        "OrderWords", "own money is the payer and the subsidy is above the fee"
    ),
}


def doubt_words(kind: ServiceDoubt, **parts: str) -> str:
    """One thing to look at, in the language in use; ``type`` is a code, ``started`` and ``ended`` times."""
    time = "–".join(one for one in (parts.pop("started", ""), parts.pop("ended", "")) if one)
    kind_word = SERVICE_TYPES.shown.get(parts.pop("type", ""), "")
    return said(_SAYS[kind]).format(type=kind_word, time=time, **parts)

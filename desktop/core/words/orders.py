"""What is said of a service beside that it is saved: in the window and on the command line alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.core.answers import ServiceDoubt
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate
from desktop.core.words.terms import SERVICE_TYPES

_SAYS: Mapping[ServiceDoubt, Said] = {
    ServiceDoubt.WORKER_BUSY: QT_TRANSLATE_NOOP(
        "OrderWords", "{who} is with {name} at that time: {type}, {day} {time}"
    ),
    ServiceDoubt.RESIDENT_BUSY: QT_TRANSLATE_NOOP("OrderWords", "{who} has {type} at that time: {day} {time}"),
    ServiceDoubt.SUBSIDY_ABOVE_FEE: QT_TRANSLATE_NOOP(
        "OrderWords", "the subsidy is above the fee, as it may be where the government pays; of own money look at it"
    ),
    ServiceDoubt.PACKAGE_USED_UP: QT_TRANSLATE_NOOP("OrderWords", "the package of {who} is used up this month"),
    ServiceDoubt.ITEM_NOT_OFFERED: QT_TRANSLATE_NOOP("OrderWords", "“{who}” is not offered any more on {day}"),
    ServiceDoubt.MEAL_DELIVERED: QT_TRANSLATE_NOOP(
        "OrderWords", "{who} has a delivered meal of {day} in the canteen: if it is the same one, this counts it twice"
    ),
}


def doubt_words(kind: ServiceDoubt, **parts: str) -> str:
    """One thing to look at, in the language in use; ``type`` is a code, ``started`` and ``ended`` times."""
    time = "–".join(one for one in (parts.pop("started", ""), parts.pop("ended", "")) if one)
    kind_word = SERVICE_TYPES.shown.get(parts.pop("type", ""), "")
    return said(_SAYS[kind]).format(type=kind_word, time=time, **parts)


def waited_words(time: dt.timedelta) -> str:
    """How long somebody has waited, to the minute; days and hours once it is longer than a day."""
    whole = int(time.total_seconds()) // 60
    days, hours, minutes = whole // 1440, whole // 60 % 24, whole % 60
    if days:
        return translate("OrderWords", "{days} d {hours} h").format(days=days, hours=hours)
    if hours:
        return translate("OrderWords", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return translate("OrderWords", "{minutes} min").format(minutes=minutes)

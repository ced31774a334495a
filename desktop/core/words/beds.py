"""What the class and the insurance of a bed are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.core.acts import Thing
from desktop.core.bedding import BedClass, Insured
from desktop.core.i18n import translate
from desktop.core.words.staying import LEAVE_KINDS
from desktop.core.words.tables import Terms
from desktop.core.words.terms import BED_KINDS, BED_MODES

BED_CLASSES = Terms(
    {
        BedClass.BASIC: ("兜底", "basic"),
        BedClass.INCLUSIVE: ("普惠", "inclusive"),
        BedClass.MARKET: ("市场", "market"),
    }
)
INSURED = Terms(
    {
        Insured.IN_FORCE: ("在保", "in force"),
        Insured.ENDS_SOON: ("即将到期", "ends soon"),
        Insured.UNDATED: ("起止未登记", "days not on record"),
        Insured.OVER: ("已过期", "over"),
        Insured.NONE: ("未投保", "none"),
    }
)


def label_words(on: dt.date | None, earlier: dt.date | None) -> str:
    """Whether the label of a bed was printed; one of a code that was replaced is not the one that is asked for."""
    if on is not None:
        return translate("Beds", "printed {day}").format(day=on.isoformat())
    if earlier is not None:
        return translate("Beds", "the code was replaced, printed {day} before").format(day=earlier.isoformat())
    return translate("Beds", "never printed")


def floor_name(building: str, floor: str) -> str:
    """A floor as people call it, by itself or with its building; ``""`` where neither is known."""
    numbered = translate("Beds", "floor {floor}").format(floor=floor) if floor.isdigit() else floor
    return " ".join(part for part in (building, numbered) if part)


def entry_words(thing: str, words: Sequence[str]) -> str:
    """What a record of a bed says beside its days: codes in the language in use, texts as they were typed."""
    if thing == Thing.BED_NATURE:
        kind, mode, bed_class = words
        words = (BED_KINDS.shown[kind], BED_MODES.shown[mode], BED_CLASSES.shown.get(bed_class, ""))
    if thing == Thing.LEAVE:
        reason, kind, _nothing = words
        words = tuple(dict.fromkeys((LEAVE_KINDS.shown.get(kind, ""), reason)))
    return " · ".join(word for word in words if word)

"""What the class and the insurance of a bed are called."""

from __future__ import annotations

from desktop.core.bedding import BedClass, Insured
from desktop.core.words.tables import Terms

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
